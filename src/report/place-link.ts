import {inlineCode, linked} from './markdown.ts'

/** A line of a file: where somebody has to look. */
interface FileLine {
  readonly path: string
  readonly line: number
}

/**
 * A line of a file as markdown, linked where it is known where the file is shown.
 * @param filesUrl root of the pages of the files at one commit, such as `https://github.com/o/r/blob/SHA`
 */
export function placeLink({path, line}: FileLine, filesUrl?: string): string {
  const label = inlineCode(`${path}:${line}`)
  return filesUrl ? linked(label, `${filesUrl}/${inUrl(path)}?plain=1#L${line}`) : label
}

/** A path as a part of an address. Half a character pair cannot be written there. */
export const inUrl = (path: string): string =>
  path
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
