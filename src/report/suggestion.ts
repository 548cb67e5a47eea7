import {applyEdits, byPlace, type TextEdit, touch} from '../document/edit.ts'

/** Lines of a file, from 1, both included. */
export interface LineRange {
  readonly start: number
  readonly end: number
}

/** A block of whole lines and what comes in its place: never nothing, never only blank lines. */
export interface Suggestion<Item> extends LineRange {
  readonly lines: readonly string[]
  /** Whose edits it makes, in the order they were given. */
  readonly items: readonly Item[]
}

/** Something with edits that wants to be a suggestion. */
export interface Candidate<Item> {
  readonly item: Item
  readonly edits: readonly TextEdit[]
}

/** A fix over more lines than this is better told in words. */
const longest = 20

/** Fixes that only meet are not put into one suggestion of more lines than this: nobody could tell them apart. */
const longestTogether = 6

/** A text as lines that can be asked for by offset. A missing final newline is thought to be there. */
interface Lines {
  readonly text: string
  /** Offset of each line's first character. */
  readonly starts: readonly number[]
}

interface Group<Item> extends Suggestion<Item> {
  readonly range: LineRange
  readonly hunk: LineRange
  readonly edits: readonly TextEdit[]
}

/**
 * Plans suggestions for as many candidates as can have one, earlier candidates first. A candidate goes whole or not at all:
 * it must fit in one hunk, leave the final newline alone, and not touch the edits of an earlier one, unless they are the same.
 * Suggestions share no line with each other or with `taken`, and those that change the number of lines keep apart,
 * since GitHub would apply a batch of neighbours wrongly.
 */
export function planSuggestions<Item>(
  text: string,
  hunks: readonly LineRange[],
  candidates: readonly Candidate<Item>[],
  taken: readonly Suggestion<unknown>[] = []
): readonly Suggestion<Item>[] {
  if (/[\r\0]/.test(text)) return []
  const lines = toLines(text)
  let groups: readonly Group<Item>[] = []
  for (const candidate of candidates) {
    const group = toGroup(lines, text, hunks, candidate)
    const settled = group && settle(lines, groups, group)
    if (settled && !settled.some(each => taken.some(other => entangled(each, other)))) groups = settled
  }
  return [...groups].sort((a, b) => a.start - b.start).map(({start, end, lines, items}) => ({start, end, lines, items}))
}

/** The text after the suggestions were applied, all in one batch, as GitHub does it. */
export function applySuggestions(text: string, suggestions: readonly Suggestion<unknown>[]): string {
  const lines = text.split('\n')
  for (const {start, end, lines: block} of [...suggestions].sort((a, b) => b.start - a.start)) {
    lines.splice(start - 1, end - start + 1, ...block)
  }
  return lines.join('\n')
}

function toLines(text: string): Lines {
  const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`
  const starts: number[] = []
  for (let at = 0; at < ended.length; at = ended.indexOf('\n', at) + 1) starts.push(at)
  return {text: ended, starts}
}

/** Number of the line that holds the offset; the end of the text belongs to the last line. */
function lineAt({starts}: Lines, offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return Math.max(1, low)
}

const startOf = ({starts, text}: Lines, line: number): number => starts[line - 1] ?? text.length

function toGroup<Item>(
  lines: Lines,
  text: string,
  hunks: readonly LineRange[],
  {item, edits}: Candidate<Item>
): Group<Item> | undefined {
  if (edits.length === 0 || edits.some(edit => /[\r\0]/.test(edit.newText))) return undefined
  const fixed = applyEdits(text, edits)
  if (fixed === text || fixed.endsWith('\n') !== text.endsWith('\n')) return undefined
  const shown = (line: number): boolean => hunks.some(hunk => hunk.start <= line && line <= hunk.end)
  const ranges = edits.map(edit => rangeOf(lines, edit, shown))
  const start = Math.min(...ranges.map(range => range.start))
  const end = Math.max(...ranges.map(range => range.end))
  const hunk = hunks.find(hunk => hunk.start <= start && end <= hunk.end)
  if (!hunk || end - start >= longest) return undefined
  return widen(lines, {range: {start, end}, hunk, edits, items: [item]})
}

/** The lines that an edit reaches into. What is put between two lines belongs to that of them which the diff shows. */
function rangeOf(lines: Lines, {range: [from, to], newText}: TextEdit, shown: (line: number) => boolean): LineRange {
  const start = lineAt(lines, from)
  if (from < to) return {start, end: Math.max(start, lineAt(lines, to - 1))}
  const between = from === startOf(lines, start) && newText.endsWith('\n')
  const above = between && shown(start - 1) && (!shown(start) || isBlank(lineText(lines, start)))
  return above ? {start: start - 1, end: start - 1} : {start, end: start}
}

/** The group with its whole lines and their replacement, taking in neighbours where GitHub or the reader needs them. */
function widen<Item>(lines: Lines, group: Omit<Group<Item>, keyof LineRange | 'lines'>): Group<Item> | undefined {
  const {hunk, edits} = group
  const block = ({start, end}: LineRange): Group<Item> | undefined => {
    // Nobody knows what becomes of a byte-order mark in a suggestion.
    if (start === 1 && lines.text.startsWith('\ufeff')) return undefined
    const replaced = replacement(lines, {start, end}, edits)
    return replaced && {...group, start, end, lines: replaced}
  }
  const last = Math.min(hunk.end, lines.starts.length)
  let {start, end} = group.range
  // A line joined with the next one reaches into that.
  while (!block({start, end})) if (++end > last) return undefined
  const inner = block({start, end})
  if (!inner) return undefined
  if (inner.lines.every(isBlank)) {
    const after = filled(lines, end + 1, 1, last)
    const before = filled(lines, start - 1, -1, hunk.start)
    if (after === end + 1 || (after && before !== start - 1)) end = after
    else if (before) start = before
    else return undefined
  }
  const found = block({start, end})
  if (!found) return undefined
  const above = isBlank(found.lines[0]) ? filled(lines, start - 1, -1, hunk.start) : undefined
  const below = isBlank(found.lines.at(-1)) ? filled(lines, end + 1, 1, last) : undefined
  const whole = block({start: above ?? start, end: below ?? end})
  // Edits that undo each other make a suggestion that GitHub would call invalid.
  const before = whole && replacement(lines, whole, [])
  return whole?.lines.join('\n') === before?.join('\n') ? undefined : whole
}

/** The first line that is not blank on the way from one line, in steps of 1 or -1, to another. */
function filled(lines: Lines, from: number, step: 1 | -1, to: number): number | undefined {
  for (let line = from; step * line <= step * to; line += step) if (!isBlank(lineText(lines, line))) return line
  return undefined
}

const lineText = (lines: Lines, line: number): string =>
  lines.text.slice(startOf(lines, line), startOf(lines, line + 1))

const isBlank = (line = ''): boolean => line.trim() === ''

/** What the edits make of some lines; nothing where they tear the end off the last one. */
function replacement(lines: Lines, {start, end}: LineRange, edits: readonly TextEdit[]): readonly string[] | undefined {
  const from = startOf(lines, start)
  const to = startOf(lines, end + 1)
  const moved = edits.map(edit => ({...edit, range: [edit.range[0] - from, edit.range[1] - from] as const}))
  const fixed = applyEdits(lines.text.slice(from, to), moved)
  if (fixed === '') return []
  return fixed.endsWith('\n') ? fixed.slice(0, -1).split('\n') : undefined
}

/** The groups with one more, merged with those it is entangled with; nothing where it can't stand beside them. */
function settle<Item>(
  lines: Lines,
  groups: readonly Group<Item>[],
  added: Group<Item>
): readonly Group<Item>[] | undefined {
  const other = groups.find(group => entangled(group, added))
  if (!other) return [...groups, added]
  const fresh = added.edits.filter(edit => !other.edits.some(known => same(known, edit)))
  if (fresh.some(edit => other.edits.some(known => touch(known, edit)))) return undefined
  const edits = [...other.edits, ...fresh].sort(byPlace)
  const range = {
    start: Math.min(other.range.start, added.range.start),
    end: Math.max(other.range.end, added.range.end)
  }
  const merged = widen(lines, {range, hunk: other.hunk, edits, items: [...other.items, ...added.items]})
  const alone = Math.max(other.end - other.start, added.end - added.start)
  if (merged && merged.end - merged.start > Math.max(alone, longestTogether - 1)) return undefined
  return (
    merged &&
    settle(
      lines,
      groups.filter(group => group !== other),
      merged
    )
  )
}

const same = (a: TextEdit, b: TextEdit): boolean => byPlace(a, b) === 0 && a.newText === b.newText

function entangled(a: Suggestion<unknown>, b: Suggestion<unknown>): boolean {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a]
  if (first.end >= second.start) return true
  return first.end + 1 === second.start && !(isOneForOne(first) && isOneForOne(second))
}

const isOneForOne = ({start, end, lines}: Suggestion<unknown>): boolean => start === end && lines.length === 1
