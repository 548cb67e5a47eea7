import type {Diagnostic, FileReport} from '../lint/diagnostic.ts'
import {home} from '../lint/rule-url.ts'
import {plural} from './closing.ts'
import {type IssueParts, type Items, issueBody} from './issue-body.ts'
import {type Box, type IssueItem, type ItemTerms, itemOf, readItem} from './issue-item.ts'
import {digest, type IssueMemory, readMemory, shortName} from './issue-memory.ts'
import {inlineCode, link, linked, reasonMarkdown} from './markdown.ts'
import {inUrl} from './place-link.ts'
import {counted, share} from './sentences.ts'

/** What stands in the body of our issue. */
export interface StandingIssue extends Omit<IssueMemory, 'ticked'> {
  /** Every item that is listed, with its box. */
  readonly items: readonly {readonly item: IssueItem; readonly box: Box}[]
  /** Fingerprints of all that is silenced, listed or not. */
  readonly ticked: readonly string[]
}

/** Reads the body of our issue, as we wrote it or as a person left it. */
export function readIssueBody(body: string): StandingIssue {
  const lines = body.split(/\r\n|[\r\n]/)
  const items = lines.flatMap(line => readItem(line) ?? [])
  const memory = readMemory(lines)
  const listed = new Set(items.map(({item}) => item.fingerprint))
  const ticked = items.flatMap(({item, box}) => (box === 'x' ? item.fingerprint : []))
  return {...memory, items, ticked: [...new Set([...ticked, ...memory.ticked.filter(id => !listed.has(id))])]}
}

/** What the issue is to tell of, and how. */
export interface IssueTerms extends Pick<ItemTerms, 'copyOf'> {
  /** What stands there now, where there was an audit before. */
  readonly standing?: StandingIssue
  /** Fingerprints that a person has silenced: boxes ticked, by now. */
  readonly ticked: readonly string[]
  /** Those that were known to be silenced when the lists were examined. */
  readonly tickedBefore: readonly string[]
  /** Whether an item that was not found again could not be judged this time, so that it stays as it is. */
  readonly isUnjudged: (item: IssueItem) => boolean
  /** Whether what had no room and was not found again is forgotten, or kept in mind since the web was not asked. */
  readonly memory: 'renewed' | 'kept'
  /** The page of the repository, such as `https://github.com/o/r`. */
  readonly repositoryUrl?: string
  /** The commit that was looked at. */
  readonly commit?: string
  /** The pull request that mends what can be mended. */
  readonly pullRequestUrl?: string | undefined
}

/** What the issue is to be. */
export interface IssueDraft {
  readonly title: string
  readonly body: string
  /** Whether anything is left to mend: an issue is closed when nothing is. */
  readonly state: 'open' | 'closed'
  /** Whether it says anything else than what stands there. Where lines moved, and which commit it was, is nothing else. */
  readonly change: 'some' | 'none'
  /** A sentence for when it is closed. */
  readonly farewell: string
}

const titles = {one: 'What awesome-doctor found in this list', several: 'What awesome-doctor found in these lists'}

/** Whether a title is one of ours, not one that a person gave. */
export const isOwnTitle = (title: string): boolean => Object.values(titles).includes(title)

/** Where the findings are that have no room. */
const hint =
  'The summary of the run tells of them, and `html-file`, `json-file` or `sarif-file` name a file that has them all.'

/** Drafts the issue of a repository from what was found in its lists. */
export function draftIssue(files: readonly FileReport[], terms: IssueTerms): IssueDraft {
  const {standing, memory, ticked} = terms
  const items = itemsOf(files, terms)
  const known = standing ? knownIn(standing) : () => true
  const present = new Set([...items.open, ...items.silenced].map(({fingerprint}) => fingerprint))
  const opening = openingOf(files, items, terms)
  const kept: Omit<IssueMemory, 'state'> = {
    unlisted: standing && memory === 'kept' ? standing.unlisted : [],
    extent: standing && memory === 'kept' ? standing.extent : 'all',
    ticked: ticked.filter(id => !present.has(id))
  }
  const said = digest(JSON.stringify([opening.said, wordsOf(items.open), wordsOf(items.silenced)]))
  const parts: IssueParts = {
    ...items,
    opening: opening.paragraphs,
    fresh: new Set(items.open.flatMap(({fingerprint}) => (known(fingerprint) ? [] : [fingerprint]))),
    memory: kept,
    stateOf: listed => `${said}-${boxesOf(listed)}`,
    hint: reasonMarkdown(hint)
  }
  const isSame = standing !== undefined && standing.state === `${said}-${boxesIn(standing)}` && parts.fresh.size === 0
  return {
    title: files.length === 1 ? titles.one : titles.several,
    body: issueBody(parts),
    state: items.open.length > 0 ? 'open' : 'closed',
    change: isSame ? 'none' : 'some',
    farewell: `All that stood here is mended${items.silenced.length > 0 ? ' or silenced' : ''}, so this issue is closed.`
  }
}

/** What was found, and what could not be looked for, by whether a person has silenced it. */
function itemsOf(files: readonly FileReport[], terms: IssueTerms): Items {
  const {standing, isUnjudged, repositoryUrl, commit, copyOf} = terms
  const filesUrl = repositoryUrl && commit ? `${repositoryUrl}/blob/${commit}` : undefined
  const ticked = new Set(terms.ticked)
  const before = new Set(terms.tickedBefore)
  // What was silenced by a box alone comes back when that is no longer ticked; a comment in the list goes on silencing.
  const isTold = ({fingerprint, suppressed}: Diagnostic): boolean =>
    ticked.has(fingerprint) || !suppressed || before.has(fingerprint)
  const found = files.flatMap(file => file.diagnostics)
  const now = found.filter(isTold).map(finding => itemOf(finding, {filesUrl, copyOf}))
  const present = new Set(found.map(({fingerprint}) => fingerprint))
  const left = (standing?.items ?? []).map(({item}) => item).filter(item => !present.has(item.fingerprint))
  const all = [...now, ...unique(left).filter(isUnjudged)]
  return {
    open: all.filter(({fingerprint}) => !ticked.has(fingerprint)),
    silenced: all.filter(({fingerprint}) => ticked.has(fingerprint))
  }
}

const unique = (items: readonly IssueItem[]): readonly IssueItem[] => [
  ...new Map(items.map(item => [item.fingerprint, item])).values()
]

/** Tells whether the issue knew of a finding. Where it had to forget some, nothing counts as new. */
function knownIn({items, ticked, unlisted, extent}: StandingIssue): (fingerprint: string) => boolean {
  const listed = new Set([...items.map(({item}) => item.fingerprint), ...ticked])
  const names = new Set(unlisted)
  return fingerprint => extent === 'some' || listed.has(fingerprint) || names.has(shortName(fingerprint))
}

/** All words that items say, whatever the order and the lines. */
const wordsOf = (items: readonly IssueItem[]): readonly string[] =>
  items.map(({fingerprint, rule, severity, words}) => [fingerprint, rule, severity, words].join(' ')).sort()

/** Which boxes there are, as a digest: a person may tick them, or remove some. */
const boxesOf = ({open, silenced}: Items): string =>
  digestOf([...open.map(({fingerprint}) => `${fingerprint} `), ...silenced.map(({fingerprint}) => `${fingerprint}x`)])

const boxesIn = ({items}: StandingIssue): string => digestOf(items.map(({item, box}) => item.fingerprint + box))

const digestOf = (names: readonly string[]): string => digest([...names].sort().join('\n'))

interface Opening {
  readonly paragraphs: readonly string[]
  /** What is a change when it changes. */
  readonly said: readonly unknown[]
}

const howTo =
  'Tick a box to silence a finding, untick it under Silenced to hear of it again. Audits keep this issue up to date, and close it when nothing is left.'

function openingOf(files: readonly FileReport[], {open, silenced}: Items, terms: IssueTerms): Opening {
  const {pullRequestUrl} = terms
  const where = whereOf(files, open, terms)
  const doctor = link('awesome-doctor', home)
  if (open.length === 0) {
    const but = silenced.length > 0 ? ' but what is silenced' : ''
    return {
      paragraphs: [`${doctor} found nothing${but} in ${where}. This issue is opened again when there is something.`],
      said: [files.length]
    }
  }
  const errors = open.filter(({severity}) => severity === 'error').length
  const present = new Set(open.map(({fingerprint}) => fingerprint))
  const fixable = files
    .flatMap(file => file.diagnostics)
    .filter(({fix, fingerprint}) => fix?.safety === 'safe' && present.has(fingerprint)).length
  const mended = share(fixable, open.length)
  const by = pullRequestUrl
    ? `${linked('This pull request', pullRequestUrl)} mends ${mended}.`
    : `${fixable === 1 ? 'A proven fix mends' : 'Proven fixes mend'} ${mended}: run \`awesome-doctor --fix\`, or set \`fix: pull-request\` in the workflow.`
  const found = `${doctor} found ${counted(errors, open.length - errors)} in ${where}.`
  return {
    paragraphs: [fixable > 0 ? `${found} ${by}` : found, howTo],
    said: [files.length, fixable, fixable > 0 ? (pullRequestUrl ?? '') : '']
  }
}

function whereOf(
  files: readonly FileReport[],
  open: readonly IssueItem[],
  {repositoryUrl, commit}: IssueTerms
): string {
  const at =
    repositoryUrl && commit ? ` at ${linked(inlineCode(commit.slice(0, 7)), `${repositoryUrl}/commit/${commit}`)}` : ''
  const [only] = files
  if (files.length === 1 && only) {
    const name = inlineCode(only.path)
    return `${at ? linked(name, `${repositoryUrl}/blob/${commit}/${inUrl(only.path)}`) : name}${at}`
  }
  const touched = new Set(open.map(({path}) => path)).size
  return `${touched > 0 && touched < files.length ? `${touched} of ` : ''}${plural(files.length, 'list')}${at}`
}
