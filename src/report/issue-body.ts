import {ruleUrl} from '../lint/rule-url.ts'
import {plural} from './closing.ts'
import {type IssueItem, lineOf, sectionOf, sections} from './issue-item.ts'
import {type IssueMemory, memoryLines, shortName} from './issue-memory.ts'

/** The items of an issue. */
export interface Items {
  /** What is to be mended. */
  readonly open: readonly IssueItem[]
  /** What a person has silenced. */
  readonly silenced: readonly IssueItem[]
}

/** What an issue is to say. */
export interface IssueParts extends Items {
  /** Paragraphs in markdown, of one line each. */
  readonly opening: readonly string[]
  /** Fingerprints of what was not there when the issue was written last. */
  readonly fresh: ReadonlySet<string>
  /** What is to be remembered besides what has no room. */
  readonly memory: Omit<IssueMemory, 'state'>
  /** What the issue says, as a digest, when these items are listed. */
  readonly stateOf: (listed: Items) => string
  /** A sentence in markdown that says where the findings are that have no room. */
  readonly hint: string
}

/**
 * Characters of a body at most: fewer than GitHub takes, since its editor in the browser makes two of each line break,
 * and whoever ticks a box sends the whole body.
 */
const limit = 64_000

/** Characters that headings and folds take, for all sections together. */
const frames = 1000

/** A longer section is folded. */
const mostUnfolded = 20

const freshSection = 'New since the last audit'

/** The body: the opening, a list for each section, what is silenced, the rules that items name, and what is remembered. */
export function issueBody(given: IssueParts): string {
  const inOrder = byImportance(given.fresh)
  const parts = {...given, open: [...given.open].sort(inOrder), silenced: [...given.silenced].sort(inOrder)}
  const whole = write(parts, parts)
  if (whole.length <= limit) return whole
  const bare = write(parts, {open: [], silenced: []})
  const room = limit - bare.length - definitions(parts).join('\n').length - frames
  // Some room is for what is silenced, since nobody could bring it back otherwise.
  const silenced = prefix(parts.silenced, room / 4)
  return write(parts, {open: prefix(parts.open, room - lengthOf(silenced)), silenced})
}

/** Errors first, then what is new, then by section and place. */
function byImportance(fresh: ReadonlySet<string>): (a: IssueItem, b: IssueItem) => number {
  const keys = ({severity, fingerprint, rule, path, line}: IssueItem): readonly (string | number)[] => [
    severity === 'error' ? 0 : 1,
    fresh.has(fingerprint) ? 0 : 1,
    sections.indexOf(sectionOf(rule)),
    path,
    line
  ]
  return (a, b) => {
    const [left, right] = [keys(a), keys(b)]
    const at = left.findIndex((key, index) => key !== right[index])
    return at < 0 ? 0 : left[at]! < right[at]! ? -1 : 1
  }
}

/** The first items that fit into so many characters. */
function prefix(items: readonly IssueItem[], room: number): readonly IssueItem[] {
  let used = 0
  const end = items.findIndex(item => {
    used += lengthOf([item])
    return used > room
  })
  return end < 0 ? items : items.slice(0, end)
}

const lengthOf = (items: readonly IssueItem[]): number =>
  items.reduce((sum, item) => sum + lineOf(item, ' ').length + 1, 0)

function write(parts: IssueParts, listed: Items): string {
  const left = parts.open.length - listed.open.length
  const rest =
    left > 0 ? [`${plural(left, 'more finding')} ${left === 1 ? 'has' : 'have'} no room here. ${parts.hint}`] : []
  return [
    ...[...parts.opening, ...rest].flatMap(paragraph => [paragraph, '']),
    ...[freshSection, ...sections].flatMap(name => section(name, listed.open.filter(isIn(name, parts.fresh)))),
    ...silencedPart(listed.silenced, parts.silenced.length),
    ...definitions(listed),
    ...memoryLines({...remembered(parts, listed), state: parts.stateOf(listed)})
  ].join('\n')
}

const isIn =
  (name: string, fresh: ReadonlySet<string>) =>
  ({fingerprint, rule}: IssueItem): boolean =>
    name === (fresh.has(fingerprint) ? freshSection : sectionOf(rule))

function section(name: string, items: readonly IssueItem[]): readonly string[] {
  if (items.length === 0) return []
  const lines = items.map(item => lineOf(item, ' '))
  return [
    `### ${name}`,
    '',
    ...(items.length > mostUnfolded ? folded(plural(items.length, 'finding'), lines) : [...lines, ''])
  ]
}

function silencedPart(items: readonly IssueItem[], all: number): readonly string[] {
  if (all === 0) return []
  const count = items.length < all ? `${items.length} of ${all}` : all
  return folded(
    `Silenced (${count})`,
    items.map(item => lineOf(item, 'x'))
  )
}

const folded = (title: string, lines: readonly string[]): readonly string[] => [
  `<details><summary>${title}</summary>`,
  '',
  ...lines,
  '',
  '</details>',
  ''
]

/** Where the rules are explained that the items name. */
function definitions({open, silenced}: Items): readonly string[] {
  const names = [...new Set([...open, ...silenced].map(({rule}) => rule))].sort()
  return names.length > 0 ? [...names.map(name => `[${name}]: ${ruleUrl(name)}`), ''] : []
}

function remembered({open, silenced, memory}: IssueParts, listed: Items): Omit<IssueMemory, 'state'> {
  const shown = new Set([...listed.open, ...listed.silenced])
  const names = (items: readonly IssueItem[]) =>
    items.filter(item => !shown.has(item)).map(({fingerprint}) => fingerprint)
  return {
    ...memory,
    unlisted: [...names(open).map(shortName), ...memory.unlisted],
    ticked: [...names(silenced), ...memory.ticked]
  }
}
