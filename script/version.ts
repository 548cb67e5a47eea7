import {readFileSync, writeFileSync} from 'node:fs'

const at = (file: string): URL => new URL(`../${file}`, import.meta.url)
const {version} = JSON.parse(readFileSync(at('package.json'), 'utf8')) as {version: string}

/** Where else the version stands, and after what. */
const places = [
  ['src/version.ts', /(version = ')[^']+/],
  ['docs/before-commit.md', /(rev: v)\S+/],
  ['docs/before-commit.md', /("awesome-doctor": "\^)[^"]+/]
] as const

for (const [file, place] of places) {
  const text = readFileSync(at(file), 'utf8')
  if (!place.test(text)) throw new Error(`${file} has no version where ${place} looks for it.`)
  const next = text.replace(place, `$1${version}`)
  if (next !== text) writeFileSync(at(file), next)
}
