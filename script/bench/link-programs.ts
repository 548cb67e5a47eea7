import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {build} from 'esbuild'
import {install} from './install.ts'

const root = new URL('../../', import.meta.url).pathname

/** What a checker says of a link; those that do not know more say `alive` or `dead`. */
export interface Verdict {
  readonly status: string
  /** Where a link has moved to. */
  readonly to?: string
}

/** A link checker that is measured. */
export interface Checker {
  readonly name: string
  /** Its command for lists in the folder that it is run in. */
  readonly command: (files: readonly string[]) => readonly string[]
  /** What it said, by address. @throws SyntaxError where that is no report. */
  readonly read: (output: string) => ReadonlyMap<string, Verdict>
  /** Whether it tells what has moved from what is there. */
  readonly tellsMoves: boolean
}

interface Report {
  readonly links?: readonly (Verdict & {readonly url: string})[]
}

function readReport(output: string): ReadonlyMap<string, Verdict> {
  const {links} = JSON.parse(output) as Report
  if (!links) throw new SyntaxError('There are no links in this report.')
  return new Map(links.map(link => [link.url, link]))
}

/** Our own command, as a user runs it; without asking the web it only lints. */
export const ownCommand = (files: readonly string[], links: 'all' | 'none'): readonly string[] => [
  `${root}dist/cli.js`,
  ...files,
  `--links=${links}`,
  '--format',
  'json',
  '--config',
  'config.yml'
]

/** Our own, asking the web. */
export const ownChecker: Checker = {
  name: 'awesome-doctor',
  command: files => ownCommand(files, 'all'),
  read: readReport,
  tellsMoves: true
}

/** The floor: loops that do nothing but ask, with GET and with HEAD, bundled into the folder. */
export async function bareLoops(folder: string): Promise<readonly Checker[]> {
  const outfile = path.join(folder, 'bare-loop.cjs')
  const entryPoints = [`${root}script/bench/bare-loop.ts`]
  await build({entryPoints, outfile, bundle: true, minify: true, format: 'cjs', platform: 'node', target: 'node20'})
  return ['GET', 'HEAD'].map(method => ({
    name: `bare loop, ${method}`,
    command: files => [outfile, method, ...files],
    read: readReport,
    tellsMoves: true
  }))
}

function readLinkinator(output: string): ReadonlyMap<string, Verdict> {
  const {links} = JSON.parse(output.slice(output.indexOf('{'))) as {links: readonly {url: string; state: string}[]}
  const words: Readonly<Record<string, string>> = {OK: 'alive', BROKEN: 'dead'}
  return new Map(links.map(({url, state}) => [url, {status: words[state] ?? state}]))
}

function readMarkdownLinkCheck(output: string): ReadonlyMap<string, Verdict> {
  const words: Readonly<Record<string, string>> = {'✓': 'alive', '✖': 'dead'}
  const lines = output.matchAll(/\[(\S)\] (https?:\S+)/g)
  return new Map([...lines].map(([, mark = '', url = '']) => [url, {status: words[mark] ?? mark}]))
}

/** Other checkers, each as it comes and set to try again, with their settings in the folder; none without a registry. */
export function otherCheckers(folder: string): readonly Checker[] {
  const settings = {retryOn429: true, retryCount: 5, fallbackRetryDelay: '1s'}
  writeFileSync(path.join(folder, 'retry.json'), JSON.stringify(settings))
  return [
    {
      name: 'linkinator',
      version: '8.1.0',
      file: 'build/src/cli.js',
      options: ['--markdown', '--format', 'json'],
      patience: ['--retry', '--retry-errors'],
      read: readLinkinator
    },
    {
      name: 'markdown-link-check',
      version: '3.15.0',
      file: 'markdown-link-check',
      options: [],
      patience: ['--config', 'retry.json'],
      read: readMarkdownLinkCheck
    }
  ].flatMap(({options, patience, read, ...one}): readonly Checker[] => {
    const main = install(one)
    if (!main) return []
    const command = (files: readonly string[]) => [main, ...files, ...options]
    const name = `${one.name} ${one.version}`
    return [
      {name, command, read, tellsMoves: false},
      {name: `… ${patience.join(' ')}`, command: files => [...command(files), ...patience], read, tellsMoves: false}
    ]
  })
}
