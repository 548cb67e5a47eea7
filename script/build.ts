import {readFileSync, rmSync, writeFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {build} from 'esbuild'
import nspell from 'nspell'

const root = new URL('../', import.meta.url).pathname
const outdir = `${root}dist`

/** Octokit and @actions/http-client ask for undici's fetch; Node has had the same one built in since version 18. */
const undici = {
  name: 'undici-is-in-node',
  setup(setup: import('esbuild').PluginBuild) {
    setup.onResolve({filter: /^undici$/}, () => ({path: `${root}script/undici-shim.ts`}))
  }
}

/** All forms of the words of American and British English and the terms of software, one a line, sorted by code unit for a binary search. */
function english(): string {
  const words = new Set<string>()
  for (const name of ['dictionary-en', 'dictionary-en-gb']) {
    const base = `${root}node_modules/${name}/index`
    const spell = nspell(readFileSync(`${base}.aff`), readFileSync(`${base}.dic`)) as unknown as {
      data: Record<string, unknown>
    }
    for (const word of Object.keys(spell.data)) if (/^[A-Za-z]{2,}$/.test(word)) words.add(word)
  }
  const terms = `${root}node_modules/@cspell/dict-software-terms/dict`
  const lists = [
    gunzipSync(readFileSync(`${terms}/softwareTerms.txt.gz`)),
    ...['software-tools', 'webServices', 'computing-acronyms'].map(name => readFileSync(`${terms}/${name}.txt`))
  ]
  for (const line of lists.join('\n').split(/\r?\n/)) if (/^[A-Za-z]{2,}$/.test(line)) words.add(line)
  return `${[...words].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).join('\n')}\n`
}

rmSync(outdir, {recursive: true, force: true})
await build({
  absWorkingDir: root,
  entryPoints: ['src/action.ts', 'src/cli.ts', 'src/index.ts', 'src/remark.ts', 'src/worker.ts'],
  outdir: 'dist',
  entryNames: '[name]',
  chunkNames: 'chunk-[hash]',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  legalComments: 'none',
  plugins: [undici],
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);"
  }
})
const cli = `${outdir}/cli.js`
writeFileSync(cli, `#!/usr/bin/env node\n${readFileSync(cli, 'utf8')}`, {mode: 0o755})
writeFileSync(`${outdir}/english.txt`, english())
