import {afterEach, expect, test} from 'vitest'
import {type GitHub, startGitHub, type TestRepository} from '../fake/github.ts'
import {type ActionResult, type ActionRun, runAction} from '../fake/runner.ts'
import {startWeb} from '../fake/web.ts'
import {page, redirect, status} from '../fake/web-handlers.ts'
import type {Pull} from '../fake/world.ts'

const started: AsyncDisposable[] = []
afterEach(async () => {
  for (const one of started.splice(0)) await one[Symbol.asyncDispose]()
})

const entries = ['Albatross', 'Bittern', 'Crane', 'Dunlin', 'Egret', 'Finch', 'Goshawk', 'Heron']
const list = (more: readonly string[] = []): string =>
  `# Kites\n\n## Makers\n\n${[...entries.map(name => `- [${name}](https://${name.toLowerCase()}.example) - Flies.`), ...more].join('\n')}\n`

interface Scene {
  readonly github: GitHub
  readonly repository: TestRepository
  readonly pull: Pull
  readonly run: (more?: Partial<ActionRun>) => Promise<ActionResult>
}

async function scene(before: string, after: string, config = ''): Promise<Scene> {
  const github = await startGitHub()
  started.push(github)
  const base = {LICENSE: 'Free.\n', 'readme.md': before, ...(config && {'.github/awesome-doctor.yml': config})}
  const repository = await github.createRepository({files: base})
  const pull = await repository.openPull({head: 'list', files: {'readme.md': after}})
  const token = github.token({kind: 'actions', permissions: {contents: 'read', pull_requests: 'write'}})
  const run: Scene['run'] = async (more = {}) =>
    runAction({
      github,
      repository: repository.fullName,
      eventName: 'pull_request',
      event: await github.event(pull, 'pull_request', 'opened'),
      token,
      ...more
    })
  return {github, repository, pull, run}
}

const bodies = (pull: Pull): readonly string[] => pull.threads.flatMap(({comments}) => comments.map(({body}) => body))

test('repositories that a pull request brings are asked of GitHub, all in one request', async () => {
  const old = '- [Old](https://github.com/octo/gone-before) - Was there before.'
  const {github, pull, run} = await scene(
    list([old]),
    list([
      old,
      '- [Ruff](https://github.com/octo/ruff/tree/main/docs) - Runs.',
      '- [Stint](https://github.com/octo/stint) - Stints.',
      '- [Tern](https://github.com/octo/tern) - Turns.'
    ])
  )
  const ruff = await github.createRepository({owner: 'octo', name: 'ruff', files: {'docs/a.md': 'A\n'}})
  await github.createRepository({owner: 'octo', name: 'tern', archived: true, files: {'readme.md': 'T\n'}})
  ruff.move({name: 'reeve'})
  const result = await run()
  expect(result).toMatchObject({
    exitCode: 1,
    outputs: {outcome: 'findings', errors: '1', warnings: '2', 'dead-links': '1'}
  })
  const questions = github.requests('/graphql').map(({body}) => JSON.stringify(body))
  expect(questions.filter(body => body.includes('repository('))).toHaveLength(1)
  expect(questions.join('\n')).not.toContain('gone-before')
  const said = bodies(pull).join('\n')
  expect(said).toContain('```suggestion\n- [Ruff](https://github.com/octo/reeve/tree/main/docs) - Runs.\n```')
  expect(said).toContain('there is no repository `octo/stint`')
  expect(said).toContain('archived')
  expect(result.summary).toContain('| Alive | Moved | Dead |\n| --- | --- | --- |\n| 1 | 1 | 1 |')
})

test('other links are asked of the web; what is not certain is only counted', async () => {
  const web = await startWeb()
  started.push(web)
  await web.site('a.example', {
    '/gone': status(410),
    '/old': redirect(301, '/new'),
    '/new': page('New'),
    '/walled': status(403)
  })
  const a = web.origin('a.example')
  const {pull, run} = await scene(
    list(),
    list([`- [Knot](${a}/gone) - Knots.`, `- [Ruff](${a}/old) - Runs.`, `- [Stint](${a}/walled) - Stints.`]),
    'links: {allow-private: ["127.0.0.0/8"]}\n'
  )
  const result = await run()
  expect(result).toMatchObject({exitCode: 1, outputs: {errors: '1', warnings: '1', 'dead-links': '1'}})
  const said = bodies(pull).join('\n')
  expect(said).toContain(`\`\`\`suggestion\n- [Ruff](${a}/new) - Runs.\n\`\`\``)
  expect(said).not.toContain('walled')
  expect(result.summary).toContain('| Moved | Dead | Unsure |\n| --- | --- | --- |\n| 1 | 1 | 1 |')
  // The pull request cannot lift the guard by itself, and a second run says nothing twice.
  const asked = web.requests.length
  const none = await run({inputs: {links: 'none'}})
  expect(none).toMatchObject({exitCode: 0, outputs: {errors: '0', 'dead-links': '0'}})
  expect(web.requests).toHaveLength(asked)
})

test('a pull request cannot open private networks by its own config', async () => {
  const web = await startWeb()
  started.push(web)
  await web.site('a.example', {'/': page('Inside')})
  const github = await startGitHub()
  started.push(github)
  const repository = await github.createRepository({files: {LICENSE: 'Free.\n', 'readme.md': list()}})
  const pull = await repository.openPull({
    head: 'list',
    files: {
      'readme.md': list([`- [Knot](${web.origin('a.example')}/) - Knots.`]),
      '.github/awesome-doctor.yml': 'links: {allow-private: ["127.0.0.0/8"]}\n'
    }
  })
  const result = await runAction({
    github,
    repository: repository.fullName,
    eventName: 'pull_request',
    event: await github.event(pull, 'pull_request', 'opened'),
    token: github.token({kind: 'actions', permissions: {contents: 'read', pull_requests: 'write'}})
  })
  expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'clean'}})
  expect(web.requests).toEqual([])
})
