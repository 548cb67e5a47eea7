import type {EntryElsewhere, Facts} from '../facts.ts'
import {groupBy} from '../group.ts'
import {destinationOf} from '../link/destination.ts'
import {repositoryOf} from '../link/github-url.ts'
import type {AwesomeList} from '../list.ts'
import {habit} from '../style.ts'
import type {Entry} from './entry.ts'
import {wordsOf} from './listed.ts'
import {isSameThing, isSameTopic, type Named} from './same-thing.ts'

type Range = readonly [start: number, end: number]

/** Whether a diff added or changed a line of a range. */
type ChangeTest = (at: Range) => boolean

/** An entry for something that another one of the file lists already. */
export interface Double {
  readonly entry: Entry
  readonly first: Entry
  /** Whether the two say the same. */
  readonly equal: boolean
  /** What both lead to, where their addresses do not tell: the name of a repository, or an address. */
  readonly leadsTo?: string
}

/** An entry for something that another file of the same list has already. */
export interface DoubleElsewhere {
  readonly entry: Entry
  readonly other: EntryElsewhere
  readonly equal: boolean
}

/** The entries that list a thing again, within a list. Who lists much alike under two headings does so on purpose. */
export function doublesOf(list: AwesomeList, facts: Facts, isChanged: ChangeTest): readonly Double[] {
  const entries = linked(list)
  const moved = new Map<string, string>()
  for (const {link} of entries) {
    const {key} = destinationOf(facts, link) ?? link
    if (key !== undefined && key !== link.key) moved.set(link.key!, key)
  }
  // Two forms of one address are one, though only one of them may have been asked.
  const groups = groupBy(entries, ({link}) => moved.get(link.key!) ?? link.key!)
  const found = [...groups.values()].flatMap(group => {
    if (group.length < 2) return []
    const first = firstOf(group, isChanged)
    return group.flatMap(entry => (entry === first ? [] : (doubleOf(list, facts, first, entry) ?? [])))
  })
  const isApart = ({entry, first}: Double): boolean => entry.section !== first.section
  const isOnPurpose = habit(found.filter(isApart).map(({equal}) => equal))?.value === true
  return isOnPurpose ? found.filter(double => !(isApart(double) && double.equal)) : found
}

/** The entries that list what another file has; what is a double within its own file is none of them. */
export function doublesElsewhere(
  list: AwesomeList,
  {elsewhere = []}: Facts,
  isChanged: ChangeTest
): readonly DoubleElsewhere[] {
  const groups = elsewhere.length > 0 ? groupBy(linked(list), ({link}) => link.key!) : new Map<string, Entry[]>()
  return [...groupBy(elsewhere, entry => entry.key)].flatMap(([key, others]) => {
    const group = groups.get(key) ?? []
    const first = group.length > 0 ? firstOf(group, isChanged) : undefined
    return group.flatMap(entry => {
      if (!isChanged(entry.head) || (first && entry !== first && sameThing(list, first, entry))) return []
      const own = named(list, entry)
      const same = others.filter(other => isSameThing(own, other))
      const other = same.find(({words}) => words === own.words) ?? same[0]
      return other ? [{entry, other, equal: other.words === own.words}] : []
    })
  })
}

const linked = ({entries}: AwesomeList): readonly Entry[] =>
  entries.filter(({linkFirst, link}) => linkFirst && link.key !== undefined)

/** In a pull request the entry that was there first is the one it did not touch. */
const firstOf = (group: readonly Entry[], isChanged: ChangeTest): Entry =>
  group.find(entry => !isChanged(entry.head)) ?? group[0]!

function doubleOf(list: AwesomeList, facts: Facts, first: Entry, entry: Entry): Double | undefined {
  if (first.link.key === entry.link.key) {
    if (!sameThing(list, first, entry)) return undefined
    return {entry, first, equal: wordsOf(list, first) === wordsOf(list, entry)}
  }
  const [one, two] = [destinationOf(facts, first.link), destinationOf(facts, entry.link)]
  if (!one || !two) return undefined
  // A repository that was renamed is known by two names. Of other pages several may have been put together.
  const isRenamed =
    two.repository && [first, entry].every(({depth, link}) => depth === 0 && repositoryOf(link.url) !== undefined)
  if (!(isRenamed && !isLabel(list, entry)) && !sameThing(list, first, entry)) return undefined
  const equal = one.sure && two.sure && wordsBeside(list, first) === wordsBeside(list, entry)
  return {entry, first, equal, leadsTo: two.name}
}

const named = (list: AwesomeList, entry: Entry): Named => ({
  key: entry.link.key ?? '',
  text: entry.link.text,
  words: wordsOf(list, entry)
})

/** Whether the text of a link is only a label: `[[code](…)]`. */
const isLabel = ({text}: AwesomeList, {link}: Entry): boolean => text[link.range[0] - 1] === '['

function sameThing(list: AwesomeList, a: Entry, b: Entry): boolean {
  const [one, two] = [named(list, a), named(list, b)]
  if (isLabel(list, b)) return one.words === two.words
  return a.depth > 0 || b.depth > 0 ? isSameThing(one, two) : isSameTopic(one, two)
}

/** What an entry says, its address left out. */
function wordsBeside({text}: AwesomeList, {head, marker, link: {urlRange}}: Entry): string {
  const [from, to] = [marker?.range[1] ?? head[0], head[1]]
  const said = urlRange ? `${text.slice(from, urlRange[0])} ${text.slice(urlRange[1], to)}` : text.slice(from, to)
  return said.trim().replace(/\s+/g, ' ')
}
