import {readdirSync, readFileSync} from 'node:fs'
import path from 'node:path'
import type {Metafile} from 'esbuild'

/** The folders of the packages that a bundle has any code of, such as `node_modules/yaml`. */
export const packagesIn = ({outputs}: Metafile): readonly string[] =>
  Object.values(outputs)
    .flatMap(({inputs}) => Object.entries(inputs))
    .filter(([, {bytesInOutput}]) => bytesInOutput > 0)
    .map(([file]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
    .filter(folder => folder !== undefined)

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
  readonly licenses?: readonly {readonly type: string}[]
}

/**
 * The licences of packages, as one text in the order of their names.
 * @param folders of packages, from `root`; each counts once
 * @throws Error where a package does not say what its licence is
 */
export function licenses(root: string, folders: readonly string[]): string {
  const parts = [...new Set(folders)].map(folder => {
    const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8')) as Manifest
    return {title: `${manifest.name} ${manifest.version}`, text: termsOf(path.join(root, folder), manifest)}
  })
  const unique = new Map(parts.map(({title, text}) => [title, text]))
  const titles = [...unique.keys()].sort()
  const rule = '-'.repeat(78)
  const head = `awesome-doctor holds code and words of the packages below, under these licences.\n`
  return [head, ...titles.map(title => `${rule}\n${title}\n${rule}\n\n${unique.get(title)}\n`)].join('\n')
}

/** What the files of a package say of its licence; where it has none for that, its manifest and its readme. */
function termsOf(folder: string, {name, license, licenses: older = []}: Manifest): string {
  const files = readdirSync(folder).sort()
  const read = (file: string): string => clean(readFileSync(path.join(folder, file), 'utf8'))
  const terms = files.filter(file => /^(?:licen[cs]e|copying|copyright|notice)\b/i.test(file))
  if (terms.length > 0) return terms.map(read).join('\n\n')
  const short = license ?? older.map(({type}) => type).join(' or ')
  if (!short) throw new Error(`${name} does not say what its licence is.`)
  const words = files.filter(file => /^readme\b/i.test(file)).map(file => chapter.exec(read(file))?.[1]?.trim())
  return [short, ...words.filter(text => text)].join('\n\n')
}

/** What a readme says of its licence. */
const chapter = /^(?:#+ *licen[cs]e *|licen[cs]e *\n[=-]+)\n(.+?)(?=\n#|\n[^\n]+\n[=-]{3,}\n|$(?![\s\S]))/ims

/** Blanks at the ends of lines and line endings of other systems are nothing that a licence says. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()
