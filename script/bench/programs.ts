import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {build} from 'esbuild'

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
    import {parser} from './src/document/micromark.ts'
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

/** Other linters, installed once into the folder for temporary files; none where there is no registry to install from. */
export function others(): readonly Program[] {
  const folder = path.join(tmpdir(), 'awesome-doctor-bench-others')
  const there = [
    {name: 'awesome-lint', version: '2.3.0', file: 'cli.js'},
    {name: 'markdownlint-cli2', version: '0.24.1', file: 'markdownlint-cli2-bin.mjs'}
  ].map(({name, version, file}) => ({
    name: `${name} ${version}`,
    spec: `${name}@${version}`,
    main: path.join(folder, version, 'node_modules', name, file)
  }))
  const found: Program[] = []
  for (const {name, spec, main} of there) {
    const prefix = path.resolve(main, '../../..')
    try {
      mkdirSync(prefix, {recursive: true})
      const options = ['--prefix', prefix, '--no-audit', '--no-fund', '--loglevel', 'error']
      if (!existsSync(main)) execFileSync('npm', ['install', ...options, spec], {stdio: 'pipe', timeout: 180_000})
      found.push({name, command: [main]})
    } catch {
      console.error(`${spec} is left out: it cannot be installed from here.`)
    }
  }
  return found
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
