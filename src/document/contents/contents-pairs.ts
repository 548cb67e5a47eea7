import type {Section} from '../entry/entry.ts'
import type {LinkUse} from '../link/link.ts'
import type {AwesomeList} from '../list.ts'
import {isNear, sharesStart, shareWord, squeeze} from '../words/similar.ts'
import {wordsIn} from './anchor.ts'
import type {Contents, ContentsItem} from './contents.ts'
import type {Landing} from './fragment.ts'
import {fragmentOf, landingOf} from './fragment.ts'

/**
 * What binds a line to its section: its link leads there; or to another of that name, and the line above tells which
 * was meant; or it has the same words; or its link is the name but for marks, or but for a slip; or both are the only
 * ones at a place that have no other, and have a word in common.
 */
export type Bond = 'link' | 'twin' | 'words' | 'name' | 'slip' | 'place'

/** A link of the contents with the section that it is about. */
export interface ContentsPair {
  readonly item: ContentsItem
  readonly link: LinkUse
  readonly landing: Landing
  /** The name it leads to, as that is written. */
  readonly name?: string
  /** None for a link to a place that is no section, and for one that nothing can be said of. */
  readonly section?: Section
  readonly bond?: Bond
}

/** The contents beside the headings. */
export interface ContentsPairs {
  readonly pairs: readonly ContentsPair[]
  /** Sections behind the contents that no line of it is about. */
  readonly unlisted: readonly Section[]
}

/** With more lines in doubt than this nobody keeps the contents: a bound on the price. */
const limit = 100

const known = new WeakMap<AwesomeList, ContentsPairs>()

/** Brings the lines of the contents and the headings together. */
export function pairContents(list: AwesomeList, contents: Contents): ContentsPairs {
  const before = known.get(list)
  if (before) return before
  const pairs = readPairs(list, contents)
  const free = freeSections(list, contents, pairs)
  if (pairs.filter(isLost).length <= limit && free.size <= limit) bind(pairs, free)
  const made = {pairs, unlisted: [...free].filter(section => section !== list.title)}
  known.set(list, made)
  return made
}

const isLost = ({landing, section}: ContentsPair): boolean => landing === 'nowhere' && !section

/** The words of a section's heading, without the count of what is in it. */
const wordsOf = (section: Section): string =>
  squeeze(
    wordsIn(section.heading)
      .trim()
      .replace(/[([]\d{1,6}[)\]]$/, '')
  )

function readPairs(list: AwesomeList, contents: Contents): ContentsPair[] {
  const sectionOf = sectionFinder(list)
  return contents.items.flatMap(item =>
    item.links.map((link): ContentsPair => {
      const {landing, name} = landingOf(list, link.url)
      const section = name === undefined ? undefined : sectionOf(name)
      return {item, link, landing, ...(name !== undefined && {name}), ...(section && {section, bond: 'link'})}
    })
  )
}

/** How far from its heading an anchor of HTML may stand. */
const nearby = 300

const isBlank = (source: string): boolean => source.replace(/<[^<>]*>/g, '').trim() === ''

/** Tells the section that a name belongs to: its own, or the one whose heading the name stands in or beside. */
function sectionFinder(list: AwesomeList): (name: string) => Section | undefined {
  const all = list.title ? [list.title, ...list.sections] : list.sections
  const bySlug = new Map(all.map(section => [section.slug, section]))
  return name => {
    const named = bySlug.get(name)
    const at = list.anchors.get(name)
    if (named || at === undefined) return named
    const index = all.findLastIndex(section => section.range[0] <= at)
    const [own, next] = [all[index], all[index + 1]]
    const end = own?.heading.position?.end.offset ?? 0
    if (own && at < end) return own
    if (next && next.range[0] - at < nearby && isBlank(list.text.slice(at, next.range[0]))) return next
    return own && at - end < nearby && isBlank(list.text.slice(end, at)) ? own : undefined
  }
}

/** The sections to which no line leads, in no way: those behind the contents, and the title. */
function freeSections(list: AwesomeList, contents: Contents, pairs: readonly ContentsPair[]): Set<Section> {
  const start = contents.list.position?.end.offset ?? 0
  const linked = new Set(pairs.map(({section}) => section))
  const named = new Set(
    contents.items.filter(({links}) => links.length === 0).map(({head}) => squeeze(list.text.slice(...head)))
  )
  const behind = list.sections.filter(section => section.range[0] > start && !named.has(wordsOf(section)))
  return new Set((list.title ? [list.title, ...behind] : behind).filter(section => !linked.has(section)))
}

/** Finds sections for the lines that lead nowhere, the surest ways first. */
function bind(pairs: ContentsPair[], free: Set<Section>): void {
  bindTwins(pairs, free)
  const words = new Map([...free].map(section => [section, wordsOf(section)]))
  const withWords = ({link}: ContentsPair): readonly Section[] => {
    const said = squeeze(link.text)
    return [...free].filter(section => words.get(section) === said)
  }
  const ways: readonly [Bond, (pair: ContentsPair, index: number) => readonly Section[]][] = [
    ['words', withWords],
    ['words', (pair, index) => withWords(pair).filter(isInPlace(pairs, index))],
    ['name', ({link}) => [...free].filter(section => squeeze(section.slug) === squeeze(fragmentOf(link.url)))],
    ['slip', ({link}) => [...free].filter(section => isSlip(link, section))],
    [
      'place',
      ({link}, index) => {
        const like = [...free].filter(({title}) => shareWord(title, link.text))
        // The only one of all, or the only one at its place.
        if (pairs.filter(isLost).length === 1 && like.length === 1)
          return like.filter(({title}) => sharesStart(title, link.text))
        return isAlone(pairs, index) ? like.filter(isInPlace(pairs, index)) : []
      }
    ]
  ]
  for (const [bond, find] of ways) {
    for (const [index, pair] of pairs.entries()) {
      if (!isLost(pair)) continue
      const [section, ...others] = find(pair, index)
      if (!section || others.length > 0) continue
      free.delete(section)
      pairs[index] = {...pair, section, bond}
    }
  }
}

/** Of two headings with the same words, a line below the line of one's parent means that one. */
function bindTwins(pairs: ContentsPair[], free: Set<Section>): void {
  const above = new Map(pairs.filter(({bond}) => bond === 'link').map(({item, section}) => [item, section]))
  for (const [index, pair] of pairs.entries()) {
    const parent = pair.item.parent && above.get(pair.item.parent)
    if (pair.bond !== 'link' || !parent || pair.section!.parent === parent) continue
    const words = wordsOf(pair.section!)
    if (words !== squeeze(pair.link.text)) continue
    const [twin, ...others] = [...free].filter(section => section.parent === parent && wordsOf(section) === words)
    if (!twin || others.length > 0) continue
    free.delete(twin)
    pairs[index] = {...pair, section: twin, bond: 'twin'}
    if (!pairs.some(({section}) => section === pair.section)) free.add(pair.section!)
  }
}

const isSlip = ({url, text}: LinkUse, section: Section): boolean =>
  isNear(section.slug, fragmentOf(url)) || isNear(wordsOf(section), squeeze(text))

/** Whether a section lies where a line would have it: between those of its neighbours, and as deep. */
function isInPlace(pairs: readonly ContentsPair[], index: number): (section: Section) => boolean {
  const {item} = pairs[index]!
  const from = pairs.slice(0, index).findLast(({section}) => section)?.section?.range[0] ?? -1
  const to = pairs.slice(index + 1).find(({section}) => section)?.section?.range[0] ?? Infinity
  const depths = new Set(pairs.filter(pair => pair.item.parent === item.parent).map(({section}) => section?.depth))
  const above = pairs.find(pair => pair.item === item.parent)?.section
  return section =>
    section.range[0] > from &&
    section.range[0] < to &&
    (depths.has(section.depth) || (above !== undefined && section.parent === above) || index === 0)
}

/** Whether the lines around it lead somewhere. */
const isAlone = (pairs: readonly ContentsPair[], index: number): boolean =>
  [index - 1, index + 1].every(at => pairs[at] === undefined || pairs[at].section !== undefined)
