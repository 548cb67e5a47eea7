import type {Facts} from '../../src/document/facts.ts'
import type {Check} from './check.ts'

/** The name of the file without folders, and without what follows the last dot. */
function nameOf({files}: Facts): {stem: string; extension: string} | undefined {
  const name = files?.here.split('/').at(-1)
  if (!name) return undefined
  const dot = name.lastIndexOf('.')
  return dot > 0 ? {stem: name.slice(0, dot), extension: name.slice(dot + 1)} : {stem: name, extension: ''}
}

const named = (path: string): Facts => ({files: {here: path, paths: [path]}})

/** A check of the name of the file, told at its beginning. */
const onName = (
  id: string,
  why: string,
  example: string,
  says: string,
  judge: (stem: string, extension: string) => string | undefined
): Check => ({
  id,
  why,
  bad: [{text: '# Tools\n', facts: named(example), says: [`1:1: ${says}`]}],
  *check({root}, facts) {
    const name = nameOf(facts)
    const reason = name && root.position && judge(name.stem, name.extension)
    if (reason) yield {at: [0, 0], reason}
  }
})

const why = 'A plain name is easy to type, to link and to remember.'

/** Checks of the name of the file. */
export const files: readonly Check[] = [
  onName(
    'file-extension',
    'GitHub and editors know markdown by its ending.',
    'readme.markdown',
    'Unexpected ending `.markdown` of the file, expected `.md`',
    (_, extension) =>
      ['', 'md', 'mdx'].includes(extension)
        ? undefined
        : `Unexpected ending \`.${extension}\` of the file, expected \`.md\``
  ),
  onName(
    'no-file-name-articles',
    why,
    'the-list.md',
    'Unexpected `the` at the start of the file name, remove it',
    stem => {
      const article = /^(?:the|teh|an?)\b/i.exec(stem)?.[0]
      return article && `Unexpected \`${article}\` at the start of the file name, remove it`
    }
  ),
  onName(
    'no-file-name-consecutive-dashes',
    why,
    'big--list.md',
    'Unexpected `--` in the file name, expected `-`',
    stem => (stem.includes('--') ? 'Unexpected `--` in the file name, expected `-`' : undefined)
  ),
  onName(
    'no-file-name-irregular-characters',
    why,
    'my_list.md',
    'Unexpected `_` in the file name, expected letters, digits and dashes',
    stem => {
      const odd = /[^-.\dA-Za-z]/u.exec(stem)?.[0]
      return odd && `Unexpected \`${odd}\` in the file name, expected letters, digits and dashes`
    }
  ),
  onName(
    'no-file-name-mixed-case',
    why,
    'MyList.md',
    'Unexpected capitals and small letters in the file name, expected one of them',
    stem =>
      stem === stem.toLowerCase() || stem === stem.toUpperCase()
        ? undefined
        : 'Unexpected capitals and small letters in the file name, expected one of them'
  ),
  onName('no-file-name-outer-dashes', why, '-list.md', 'Unexpected `-` at an end of the file name, remove it', stem =>
    /^-|-$/.test(stem) ? 'Unexpected `-` at an end of the file name, remove it' : undefined
  )
]
