import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {parseWorkflowCommands, runAction} from './runner.ts'
import {annotationsIn, parseCommandFile} from './workflow-commands.ts'

test('finds commands where the runner does', () => {
  const output = [
    '  ::error file=a%2Cb.md,line=3,endLine=4,col=1::one%0Atwo %2525',
    'text ::error::not at the start',
    'text ##[warning file=x.md;line=2]anywhere',
    'progress\r::notice::after a carriage return',
    '::unknown::no command',
    '::stop-commands::TOKEN',
    '::error::not heard',
    '::token::',
    '::set-output name=a::b'
  ].join('\n')
  const commands = parseWorkflowCommands(output)
  expect(commands.map(({command}) => command)).toEqual(['error', 'warning', 'notice', 'stop-commands', 'set-output'])
  expect(annotationsIn(commands)).toEqual([
    {level: 'error', message: 'one\ntwo %25', file: 'a,b.md', line: 3, endLine: 4, col: 1},
    {level: 'warning', message: 'anywhere', file: 'x.md', line: 2},
    {level: 'notice', message: 'after a carriage return'}
  ])
})

test('reads command files', () => {
  expect(parseCommandFile('a=1\nb<<X\none\ntwo\nX\n\nc<<Y\nY\nd=x<<y\n')).toEqual({
    a: '1',
    b: 'one\ntwo',
    c: '',
    d: 'x<<y'
  })
  expect(() => parseCommandFile('b<<X\none\n')).toThrow('delimiter')
})

test('runs a script with inputs, files and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'action-'))
  try {
    const dist = join(folder, 'action.mjs')
    const actionFile = join(folder, 'action.yml')
    await writeFile(
      actionFile,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: that's how a workflow writes it
      'inputs:\n  github-token:\n    default: ${{ github.token }}\n  fail on:\n    default: error\n  empty:\n'
    )
    await writeFile(
      dist,
      `import {appendFileSync, readFileSync} from 'node:fs'
      const {env} = process
      appendFileSync(env.GITHUB_OUTPUT, 'names<<D\\n' + Object.keys(env).filter(name => !/^(GITHUB|RUNNER|INPUT)_/.test(name)).sort().join() + '\\nD\\n')
      appendFileSync(env.GITHUB_STEP_SUMMARY, '# Hello')
      console.log('::warning file=readme.md,line=2::' + [env['INPUT_GITHUB-TOKEN'], env.INPUT_FAIL_ON, env.INPUT_EMPTY, env.GITHUB_API_URL].join(' '))
      console.error(JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')).action)
      process.exitCode = 3`
    )
    const url = 'http://127.0.0.1:9'
    const result = await runAction({
      dist,
      actionFile,
      github: {url, graphqlUrl: url, enterpriseUrl: url, enterpriseGraphqlUrl: url, webUrl: url},
      repository: 'octo/awesome',
      eventName: 'pull_request',
      event: {action: 'opened', number: 1},
      token: 'ghs_1',
      inputs: {'fail on': 'warning'}
    })
    expect(result).toMatchObject({
      exitCode: 3,
      stderr: 'opened\n',
      outputs: {names: 'CI,HOME,PATH'},
      summary: '# Hello'
    })
    expect(result.annotations).toEqual([
      {level: 'warning', message: `ghs_1 warning  ${url}`, file: 'readme.md', line: 2}
    ])
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
})
