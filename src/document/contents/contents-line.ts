import type {TextEdit} from '../edit.ts'
import {insert, remove} from '../edit.ts'
import type {Section} from '../entry/entry.ts'
import {lineStart, nextLine} from '../line.ts'
import type {AwesomeList} from '../list.ts'
import {wordsIn} from './anchor.ts'
import type {ContentsItem} from './contents.ts'
import type {ContentsPair} from './contents-pairs.ts'
import {invisible} from './fragment.ts'

type Range = readonly [start: number, end: number]

/** What stands around the link in a line of the contents: indent, bullet and emphasis. */
interface Frame {
  readonly before: string
  readonly after: string
}

/** A line to be: behind which place of the text, or in front of it, and how it begins. */
interface Place {
  readonly at: number
  readonly side: 'behind' | 'before'
  readonly frame: Frame
  readonly depth: number
}

/** The whole lines of an item, with its nested ones and their line break; none where it shares a line. */
export function linesOf({text}: AwesomeList, [start, end]: Range): Range | undefined {
  const from = lineStart(text, start)
  const to = nextLine(text, end)
  return text.slice(from, start).trim() === '' && text.slice(end, to).trim() === '' ? [from, to] : undefined
}

/** Indent, bullet and emphasis of a line that has no more than these and a link. */
function frameOf({text}: AwesomeList, {links, head}: ContentsItem): Frame | undefined {
  const [link, ...others] = links
  if (!link || others.length > 0) return undefined
  const before = text.slice(lineStart(text, head[0]), link.range[0])
  const after = text.slice(link.range[1], head[1]).trimEnd()
  const [, marks] = /^[ \t]*(?:[-*+]|1[.)])[ \t]+(\*{0,3}|_{0,3})$/.exec(before) ?? []
  return marks === undefined || marks !== after ? undefined : {before, after}
}

/** The name of a section in a link, as a URL can have it. */
export function anchorOf({slug}: Section, like: string): string {
  const encoded = /%[\dA-F]{2}/i.test(like) ? encodeURIComponent(slug) : slug
  return `#${encoded.replace(invisible, encodeURIComponent).replace(/[()\s]/g, encodeURIComponent)}`
}

/** The words of a heading as the text of a link: its own source where it is plain. */
export function linkTextOf({text}: AwesomeList, {heading}: Section): string {
  const [first, last] = [heading.children[0]?.position?.start.offset, heading.children.at(-1)?.position?.end.offset]
  if (first !== undefined && heading.children.every(child => child.type === 'text' || child.type === 'inlineCode'))
    return text.slice(first, last).trim()
  return wordsIn(heading)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*[\]<]/g, '\\$&')
}

/**
 * The edits that list sections which the contents lacks, each in the form of its neighbours. Sections that come to
 * stand at one place share one edit.
 */
export function listSections(
  list: AwesomeList,
  pairs: readonly ContentsPair[],
  missing: readonly {readonly section: Section}[]
): ReadonlyMap<Section, TextEdit> {
  const eol = list.text.includes('\r\n') ? '\r\n' : '\n'
  const places = new Map<Section, Place>()
  const groups = new Map<string, {place: Place; sections: Section[]; lines: string}>()
  for (const {section} of missing) {
    const place = placeOf(list, pairs, places, section)
    if (!place) continue
    places.set(section, place)
    const {before, after} = place.frame
    const line = `${before}[${linkTextOf(list, section)}](${anchorOf(section, pairs[0]!.link.url)})${after}`
    const key = `${place.side} ${place.at}`
    const group = groups.get(key) ?? {place, sections: [], lines: ''}
    group.sections.push(section)
    group.lines += place.side === 'behind' ? eol + line : line + eol
    groups.set(key, group)
  }
  const edits = new Map<Section, TextEdit>()
  for (const {place, sections, lines} of groups.values())
    for (const section of sections) edits.set(section, insert(place.at, lines))
  return edits
}

/** Behind the sibling before it, else before the one after it, else below the line of its parent. */
function placeOf(
  list: AwesomeList,
  pairs: readonly ContentsPair[],
  places: ReadonlyMap<Section, Place>,
  section: Section
): Place | undefined {
  const isSibling = (other: Section | undefined): boolean =>
    other !== undefined && other.depth === section.depth && other.parent === section.parent
  const siblings = pairs.filter(({bond, section: other}) => bond === 'link' && isSibling(other))
  const start = (other: Section | undefined): number => other?.range[0] ?? 0
  // Contents that are sorted stay so, whatever the order of the headings is.
  const words = wordsIn(section.heading).trim().toLowerCase()
  const sorted =
    isRising(siblings.map(({link}) => link.text.toLowerCase())) && !isRising(siblings.map(pair => start(pair.section)))
  const isBefore = ({link, section: other}: ContentsPair): boolean =>
    sorted ? link.text.toLowerCase() < words : start(other) < start(section)
  const before = sorted
    ? siblings.findLast(isBefore)
    : siblings.filter(isBefore).toSorted((a, b) => start(b.section) - start(a.section))[0]
  const placed = [...places].findLast(([other]) => isSibling(other) && start(other) > start(before?.section))
  if (placed && !sorted) return placed[1]
  if (before) return beside(list, before, 'behind')
  const after = siblings.find(pair => !isBefore(pair))
  if (after) return beside(list, after, 'before')
  const parent = section.parent && places.get(section.parent)
  const above = pairs.find(pair => pair.section === section.parent && pair.bond === 'link')
  const depth = parent ? parent.depth + 1 : above ? above.item.depth + 1 : -1
  const cousin = pairs.find(({item}) => item.depth === depth && frameOf(list, item))
  const upper = parent?.frame ?? (above && frameOf(list, above.item))
  const frame = cousin ? frameOf(list, cousin.item) : upper && indented(upper, depth)
  if (!frame) return undefined
  if (parent) return {...parent, frame, depth}
  return above && {at: lineEnd(list, above.item.head[1]), side: 'behind', frame, depth}
}

/** The frame of a line below one with this frame: as much deeper as that one is, or under its words. */
function indented({before, after}: Frame, depth: number): Frame {
  const [, indent = '', bullet = ''] = /^([ \t]*)(\S+[ \t]+)/.exec(before) ?? []
  const step = depth > 1 ? indent.slice(0, Math.ceil(indent.length / (depth - 1))) : ' '.repeat(bullet.length)
  return {before: step + before, after}
}

const isRising = <T extends string | number>(values: readonly T[]): boolean =>
  values.length > 4 && values.every((value, index) => index === 0 || values[index - 1]! < value)

function beside(list: AwesomeList, {item}: ContentsPair, side: Place['side']): Place | undefined {
  const frame = frameOf(list, item)
  const lines = linesOf(list, item.range)
  if (!frame || !lines) return undefined
  return {at: side === 'before' ? lines[0] : lineEnd(list, item.range[1]), side, frame, depth: item.depth}
}

function lineEnd({text}: AwesomeList, at: number): number {
  const newline = text.indexOf('\n', at)
  if (newline < 0) return text.length
  return text[newline - 1] === '\r' ? newline - 1 : newline
}

/** Takes away the line of an item that is no more than one link. */
export function removal(list: AwesomeList, item: ContentsItem): TextEdit | undefined {
  const lines = frameOf(list, item) && item.node.children.length === 1 ? linesOf(list, item.range) : undefined
  return lines && remove(...lines)
}
