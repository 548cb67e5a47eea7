import {slug} from 'github-slugger'
import type {TextEdit} from '../edit.ts'
import {replace} from '../edit.ts'
import type {Section} from '../entry/entry.ts'
import type {LinkUse} from '../link/link.ts'
import type {AwesomeList} from '../list.ts'
import {anchorOf, linkTextOf, removal} from './contents-line.ts'
import type {ContentsPair} from './contents-pairs.ts'
import {fragmentOf} from './fragment.ts'

/** A link of the contents that leads nowhere, or not where it should. */
export interface WrongLink {
  readonly link: LinkUse
  readonly section?: Section
  /** Between its parentheses, as written. */
  readonly at: readonly [start: number, end: number]
  /** What it leads to: nowhere, a name in another case, another section with the same words. */
  readonly found: 'nowhere' | 'other case' | 'another'
  /** The link that was meant; none where no heading is like it. */
  readonly meant?: string
  /** Gives it the link that was meant, or takes the line away. */
  readonly edits: readonly TextEdit[]
  /** Whether what was meant is beyond doubt. */
  readonly sure: boolean
}

/** The links of the contents that do not lead where they should. */
export function wrongLinks(list: AwesomeList, pairs: readonly ContentsPair[]): readonly WrongLink[] {
  const cased = pairs.filter(({landing}) => landing === 'other case').length
  const lost = pairs.filter(({landing, section}) => landing === 'nowhere' && !section).length
  return pairs.flatMap((pair): readonly WrongLink[] => {
    const {link, landing, bond, section} = pair
    const at = link.urlRange
    if (!at || (landing === 'there' && bond !== 'twin')) return []
    // GitHub finds a name in another case, too: where most are written so, it is meant.
    if (landing === 'other case' && cased > pairs.length / 2) return []
    const found = landing === 'there' ? 'another' : landing
    const meant = meantBy(pair)
    if (meant !== undefined)
      return [{link, ...(section && {section}), at, found, meant, ...correction(list, pair, meant)}]
    // Where much leads nowhere, the sections have moved and the lines may follow them.
    const gone = lost <= Math.max(3, pairs.length * 0.2) ? removal(list, pair.item) : undefined
    return [{link, at, found, edits: gone ? [gone] : [], sure: false}]
  })
}

function meantBy({link, landing, name, section}: ContentsPair): string | undefined {
  if (landing !== 'other case' || name === undefined) return section && anchorOf(section, link.url)
  return name === name.toLowerCase() ? link.url.toLowerCase() : `#${name}`
}

/** Mends the link; its text, too, where the heading got another name and both still have the old one. */
function correction(
  list: AwesomeList,
  {link, section, bond}: ContentsPair,
  meant: string
): Pick<WrongLink, 'edits' | 'sure'> {
  const edit = replace(...link.urlRange!, meant)
  const sure = bond !== 'slip' && bond !== 'place' && bond !== 'twin'
  const text = link.textRange && list.text.slice(...link.textRange)
  const renamed = !sure && bond !== 'twin' && text === link.text && slug(text) === fragmentOf(link.url)
  return {sure, edits: renamed ? [replace(...link.textRange!, linkTextOf(list, section!)), edit] : [edit]}
}
