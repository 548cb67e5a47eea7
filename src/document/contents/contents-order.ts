import type {TextEdit} from '../edit.ts'
import {replace} from '../edit.ts'
import type {AwesomeList} from '../list.ts'
import {linesOf} from './contents-line.ts'
import type {ContentsPair} from './contents-pairs.ts'

/** The lines that stand at another place than their headings: the fewest whose move puts all in order. */
export function misplaced(pairs: readonly ContentsPair[]): readonly ContentsPair[] {
  const places = pairs.map(({section}) => section?.range[0] ?? 0)
  // The longest rising series, by its last elements: the others have to move.
  const tails: number[] = []
  const previous: (number | undefined)[] = []
  for (const [index, place] of places.entries()) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[tails[middle]!]! < place) low = middle + 1
      else high = middle
    }
    previous[index] = tails[low - 1]
    tails[low] = index
  }
  const kept = new Set<number>()
  for (let at = tails.at(-1); at !== undefined; at = previous[at]) kept.add(at)
  return pairs.filter((_, index) => !kept.has(index))
}

/** One line for each section behind the contents: the first that leads there. */
export function oncePerSection(pairs: readonly ContentsPair[]): readonly ContentsPair[] {
  const start = pairs[0]?.link.range[0] ?? 0
  const seen = new Set<unknown>()
  return pairs.filter(({section}) => {
    if (!section || section.range[0] < start || seen.has(section)) return false
    seen.add(section)
    return true
  })
}

/** Moves the lines of an item to where its heading stands among those of its siblings. */
export function reordering(
  list: AwesomeList,
  pairs: readonly ContentsPair[],
  moved: ContentsPair
): {readonly edit: TextEdit; readonly where: string} | undefined {
  const own = linesOf(list, moved.item.range)
  const place = moved.section!.range[0]
  const wrong = new Set(misplaced(pairs))
  const siblings = pairs.filter(
    pair => pair.item.parent === moved.item.parent && pair.section!.depth === moved.section!.depth && !wrong.has(pair)
  )
  const before = siblings.findLast(pair => pair.section!.range[0] < place)
  const after = siblings.find(pair => pair.section!.range[0] > place)
  const beside = before ?? after
  const lines = beside && linesOf(list, beside.item.range)
  if (!own || !lines || beside.section?.parent !== moved.section?.parent) return undefined
  const to = before ? lines[1] : lines[0]
  const [start, end] = to <= own[0] ? [to, own[1]] : [own[0], to]
  const [middle] = to <= own[0] ? [own[0]] : [own[1]]
  const text = list.text.slice(middle, end) + list.text.slice(start, middle)
  if (!list.text.slice(start, end).endsWith('\n')) return undefined
  return {edit: replace(start, end, text), where: `${before ? 'after' : 'before'} \`${beside.link.text}\``}
}

/** Whether the lines beside an item are sorted by their words: then their order is meant. */
export function isSorted(pairs: readonly ContentsPair[], {item}: ContentsPair): boolean {
  const texts = pairs.filter(pair => pair.item.parent === item.parent).map(({link}) => link.text.toLowerCase())
  const falls = texts.filter((text, index) => index > 0 && text < texts[index - 1]!).length
  return texts.length > 4 && falls <= texts.length * 0.1
}
