import type {List, ListItem} from 'mdast'
import type {TextEdit} from '../edit.ts'
import {replace} from '../edit.ts'
import {groupBy} from '../group.ts'
import {lineStart} from '../line.ts'
import type {AwesomeList} from '../list.ts'
import type {Habit} from '../style.ts'
import {commonest, habit} from '../style.ts'

/** How an item begins: indentation, bullet or number, blanks. */
export interface Beginning {
  readonly item: ListItem
  readonly list: List
  /** How many lists its own is nested in. */
  readonly depth: number
  /** Where its line begins. */
  readonly line: number
  /** The blanks before the bullet. */
  readonly indent: string
  readonly bullet: string
  readonly start: number
  /** The blanks behind the bullet; empty where nothing or code follows. */
  readonly gap: string
}

/** Reads how the items of all bulleted lists begin, in order of place within each list. */
export function readBeginnings({lists, text}: AwesomeList): readonly Beginning[] {
  const found: Beginning[] = []
  const depths = new Map<List, number>()
  for (const list of lists) {
    const depth = depths.get(list) ?? 0
    for (const item of list.children) {
      for (const child of item.children) if (child.type === 'list') depths.set(child, depth + 1)
      const start = item.position?.start.offset
      if (list.ordered || start === undefined) continue
      const line = lineStart(text, start)
      const indent = text.slice(line, start)
      // Behind a quotation mark or another bullet there is no indentation.
      if (/[^ \t]/.test(indent)) continue
      const first = item.children[0]?.position?.start.offset
      const gap = first === undefined ? '' : text.slice(start + 1, first)
      found.push({item, list, depth, line, indent, bullet: text[start]!, start, gap: /^[ \t]+$/.test(gap) ? gap : ''})
    }
  }
  return found
}

/** An item whose indentation is unlike that of its neighbours, and the one that they have. */
export interface Misplaced {
  readonly beginning: Beginning
  readonly expected: string
  /** What shows it: how many of how many have what is expected. */
  readonly like: Habit<string>
  /** Moves the item with all its lines. */
  readonly edits: readonly TextEdit[]
  /** Whether it belongs to the same list before and after. */
  readonly stays: boolean
}

const kindOf = (indent: string): string => (/^ +$/.test(indent) ? 'spaces' : /^\t+$/.test(indent) ? 'tabs' : 'both')

/** Finds items that stand unlike their siblings, and tabs among spaces (or spaces among tabs). */
export function readMisplaced(list: AwesomeList): readonly Misplaced[] {
  const all = readBeginnings(list)
  const byList = groupBy(all, beginning => beginning.list)
  const found = new Map<Beginning, Misplaced>()
  const kinds = habit(all.filter(({indent}) => indent !== '').map(({indent}) => kindOf(indent)))
  const uneven: Misplaced[][] = []
  for (const siblings of byList.values()) {
    const usual = commonest(siblings.map(({indent}) => indent))
    if (!usual || usual.count === usual.total) continue
    uneven.push(
      usual.total < 4 || (usual.count < usual.total - 1 && usual.count < usual.total * 0.8)
        ? []
        : siblings
            .filter(({indent}) => indent !== usual.value)
            .map(beginning => misplaced(list, beginning, usual.value, usual, true))
    )
  }
  // Where many lists are uneven, nobody minds.
  if (uneven.length <= Math.max(1, byList.size / 5)) for (const each of uneven.flat()) found.set(each.beginning, each)
  if (!kinds || kinds.value === 'both') return [...found.values()]
  const like = all.filter(({indent}) => kindOf(indent) === kinds.value)
  const inList = groupBy(like, beginning => beginning.list)
  const atDepth = groupBy(like, ({depth}) => depth)
  for (const beginning of all) {
    if (found.has(beginning) || beginning.indent === '' || kindOf(beginning.indent) === kinds.value) continue
    const siblings = inList.get(beginning.list)
    const level = kinds.value === 'spaces' ? beginning.indent.length : beginning.depth
    const expected =
      commonest((siblings ?? []).map(({indent}) => indent)) ??
      commonest((atDepth.get(level) ?? []).map(({indent}) => indent))
    if (!expected || (kinds.value === 'spaces' && kindOf(beginning.indent) === 'both')) continue
    found.set(beginning, misplaced(list, beginning, expected.value, kinds, siblings !== undefined))
  }
  return [...found.values()].toSorted((a, b) => a.beginning.start - b.beginning.start)
}

function misplaced(
  {text}: AwesomeList,
  beginning: Beginning,
  expected: string,
  like: Habit<string>,
  stays: boolean
): Misplaced {
  const {item, line, indent, bullet, gap} = beginning
  const end = item.position?.end.offset ?? line
  const edits: TextEdit[] = []
  for (let at = line; at >= 0 && at < end; ) {
    // An item that leaves a list changes the one before it, too.
    const moves = at === line && !stays
    const from = moves && at > 0 ? at - 1 : at
    const to = at + indent.length
    const until = moves ? to + bullet.length + gap.length : to
    if (text.startsWith(indent, at))
      edits.push(replace(from, until, text.slice(from, at) + expected + text.slice(to, until)))
    const next = text.indexOf('\n', at)
    at = next < 0 ? end : next + 1
  }
  return {beginning, expected, like, edits, stays}
}
