import type {Paragraph, PhrasingContent} from 'mdast'
import type {AwesomeList, Block} from '../list.ts'
import {minimum} from '../style.ts'

type Range = readonly [start: number, end: number]

/** A line break in an entry that nobody meant as a break. */
export interface LineBreak {
  /** With the blanks around it. */
  readonly range: Range
  /** What stands between the lines once they are joined. */
  readonly glue: string
}

/** The broken entries of a list that has a habit of whole ones. */
export interface BrokenLines {
  readonly breaks: readonly LineBreak[]
  /** How many entries are on one line, of how many. */
  readonly whole: number
  readonly total: number
}

/** The first paragraph of an item that has a link. */
const isHead = ({node, item}: Block): boolean =>
  item?.children[0] === node &&
  node.children.some(child => child.type === 'link' || ('children' in child && child.children[0]?.type === 'link'))

/** Finds entries broken over lines, where all but a few are on one line. */
export function readBrokenLines(list: AwesomeList): BrokenLines {
  const heads = list.blocks.filter(isHead)
  const total = heads.length
  const isBroken = heads.map(({range}) => list.text.slice(...range).includes('\n'))
  const many = isBroken.filter(Boolean).length
  if (total < minimum || many === 0 || many > Math.max(1, total / 50)) return {breaks: [], whole: total - many, total}
  const slips = new Set(list.entries.flatMap(({marker}) => (marker?.spaced === false ? [marker.range[0]] : [])))
  const breaks = heads.flatMap((head, index) =>
    // Two in a row are made like that.
    isBroken[index] && !isBroken[index - 1] && !isBroken[index + 1] ? breaksOf(list, head, slips) : []
  )
  return {breaks, whole: total - many, total}
}

/** How a line begins that was not meant to go on from the one before: an item, a picture, a block of code. */
const fresh = /^[\s\u200b]*(?:[-*+•·](?:\s|\[)|\d+[.)]\s|!\[|\[?<img|```)/

function breaksOf(list: AwesomeList, {node, range}: Block, slips: ReadonlySet<number>): readonly LineBreak[] {
  const text = list.text.slice(...range)
  const spans = hardSpans(node as Paragraph, list.text)
  const found: LineBreak[] = []
  for (const match of text.matchAll(/[ \t]*\r?\n[ \t]*/g)) {
    const start = range[0] + match.index
    const end = start + match[0].length
    const [before, after] = [text.slice(0, match.index), text.slice(match.index + match[0].length)]
    // A line that begins with a link may be an entry that lost its marker.
    if (fresh.test(after) || (/^(?:\*\*|__)?\[(?!!)/.test(after) && /[.!?)\]`]$/.test(before))) return []
    if (slips.has(end) || spans.some(([from, to]) => from <= start && start <= to)) return []
    const close = /[([]$/.test(before) || /^[)\],.;]/.test(after) || /[\p{sc=Han}\p{sc=Kana}、。]$/u.test(before)
    found.push({range: [start, end], glue: close ? '' : ' '})
  }
  return found
}

/** Where a line break is meant (`<br>`, two blanks), or is a matter of the link it lies in. */
function hardSpans({children}: {readonly children: readonly PhrasingContent[]}, text: string): readonly Range[] {
  return children.flatMap(child => {
    const [start, end] = [child.position?.start.offset ?? -1, child.position?.end.offset ?? -1]
    const inner = 'children' in child ? hardSpans(child, text) : []
    if (child.type === 'break' || child.type === 'inlineCode' || child.type === 'html') return [[start, end] as const]
    if (child.type !== 'link' && child.type !== 'image') return inner
    const open = text.slice(start, end).lastIndexOf('](')
    return open < 0 ? inner : [...inner, [start + open + 1, end - 1] as const]
  })
}
