import {spawnSync} from 'node:child_process'
import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import {describe, expect, it} from 'vitest'
import {version} from '../../src/version.ts'

const root = path.resolve(import.meta.dirname, '../..')
const example = path.join(root, 'examples/garden-tools.md')

/** Runs the built command with no environment at all, from the root. */
function run(args: readonly string[], input = '') {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['dist/cli.js', ...args], {
    cwd: root,
    env: {},
    input,
    encoding: 'utf8'
  })
  return {status, stdout, stderr}
}

describe('dist/cli.js', () => {
  it('tells its version', () => {
    expect(run(['--version'])).toEqual({status: 0, stdout: `${version}\n`, stderr: ''})
  })

  it('finds what is wrong with the example', () => {
    const {status, stdout, stderr} = run(['examples/garden-tools.md', '--format', 'json'])
    expect({status, stderr}).toEqual({status: 1, stderr: ''})
    const [file] = JSON.parse(stdout).files
    expect(file.path).toBe('examples/garden-tools.md')
    expect(new Set(file.findings.map((finding: {rule: string}) => finding.rule)).size).toBeGreaterThan(10)
  })

  it('says of standard input what it says of the file', () => {
    const text = readFileSync(example, 'utf8')
    const piped = run(['-', '--stdin-filename', 'examples/garden-tools.md', '--format', 'json'], text)
    expect(piped).toEqual(run(['examples/garden-tools.md', '--format', 'json']))
  })

  it('mends standard input, and has nothing left to mend then', () => {
    const mended = run(['-', '--fix'], readFileSync(example, 'utf8'))
    expect(mended.stdout).toMatch(/^# Awesome Garden Tools\n/)
    expect(run(['-', '--fix'], mended.stdout).stdout).toBe(mended.stdout)
  })
})

describe('dist', () => {
  const files = readdirSync(path.join(root, 'dist'), {recursive: true, encoding: 'utf8'})
    .filter(name => name.endsWith('.js'))
    .map(name => [name, readFileSync(path.join(root, 'dist', name), 'utf8')] as const)

  const holding = (what: RegExp) => files.filter(([, code]) => code.search(what) >= 0).map(([name]) => name)

  it('knows no path of the machine it was built on', () => {
    expect(files.filter(([, code]) => code.includes(root)).map(([name]) => name)).toEqual([])
    expect(holding(/["'`](?:file:\/\/)?\/(?:home|root|Users|work|tmp|builds?)\//)).toEqual([])
  })

  it('has one copy of undici, which nobody loads who asks about no link', () => {
    const code = new Map(files)
    const copies = holding(/UND_ERR_|undici\.globalDispatcher/)
    expect(copies).toHaveLength(1)
    for (const door of ['action.js', 'app.js', 'cli.js', 'index.js', 'remark.js', 'worker.js']) {
      const loaded = new Set([door])
      for (const name of loaded)
        for (const [, other = ''] of code.get(name)!.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g))
          loaded.add(other)
      expect(loaded.size).toBeGreaterThan(1)
      expect([...loaded]).not.toContain(copies[0])
    }
  })

  it('has the words of English, sorted for a search by bisection', () => {
    const words = readFileSync(path.join(root, 'dist/english.txt'), 'latin1').trimEnd().split('\n')
    expect(words.length).toBeGreaterThan(50_000)
    expect(words.every((word, index) => index === 0 || words[index - 1]! < word)).toBe(true)
  })
})
