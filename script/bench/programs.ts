import {execFileSync} from 'node:child_process'
import {mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {build} from 'esbuild'
import {install} from './install.ts'

const root = new URL('../../', import.meta.url).pathname

/** Something that is measured: its name and its command, without the file. */
export interface Program {
  readonly name: string
  readonly command: readonly string[]
  readonly options?: readonly string[]
}

/** Our own, as a user runs it. */
export const own: Program = {name: 'awesome-doctor', command: [`${root}dist/cli.js`], options: ['--format', 'json']}

/** The floor: a program that does nothing but parse the file, at once, with what we parse with. */
export async function parserOnly(): Promise<Program> {
  const outfile = path.join(mkdtempSync(path.join(tmpdir(), 'awesome-doctor-floor-')), 'parse.mjs')
  const contents = `
    import {readFileSync} from 'node:fs'
    import {parser} from './src/document/parse/micromark.ts'
    console.log(parser(readFileSync(process.argv[2], 'utf8')).children.length)`
  await build({
    absWorkingDir: root,
    stdin: {contents, resolveDir: root, loader: 'ts'},
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node20'
  })
  return {name: 'parser only', command: [outfile]}
}

/** Other linters; none where there is no registry to install from. */
export function others(): readonly Program[] {
  return [
    {name: 'awesome-lint', version: '2.3.0', file: 'cli.js'},
    {name: 'markdownlint-cli2', version: '0.24.1', file: 'markdownlint-cli2-bin.mjs'}
  ].flatMap(one => {
    const main = install(one)
    return main ? [{name: `${one.name} ${one.version}`, command: [main]}] : []
  })
}

/** A folder that awesome-lint takes for a clone from GitHub. */
export function makeClone(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'awesome-doctor-bench-'))
  const git = (...words: readonly string[]) => execFileSync('git', words, {cwd: folder, stdio: 'ignore'})
  git('init', '--initial-branch', 'main')
  git('remote', 'add', 'origin', 'https://github.com/example/awesome-example.git')
  git('config', 'branch.main.remote', 'origin')
  return folder
}
