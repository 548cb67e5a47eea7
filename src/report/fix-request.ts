import type {Safety} from '../lint/diagnostic.ts'
import {home, ruleUrl} from '../lint/rule-url.ts'
import {plural} from './closing.ts'
import {memoryOf} from './fix-memory.ts'
import {link, marker, reasonMarkdown, within} from './markdown.ts'

/** What one commit mends. */
export interface MendedRule {
  readonly rule: string
  /** Of the rule: a sentence in the imperative, backticks around literals. */
  readonly summary: string
  /** `unsafe`: wants a person's eye. */
  readonly safety: Safety
  /** How many fixes were made. */
  readonly count: number
  /** In how many files. */
  readonly files: number
  readonly fingerprints: readonly string[]
}

/** What the body tells besides the commits. */
export interface RequestTerms {
  /** `workflow`: opened with the token of a workflow run, whose pull requests GitHub treats in a way of its own. */
  readonly openedBy: 'workflow' | 'other'
}

/** The title that the pull request is opened with. */
export const requestTitle = 'Mend what awesome-doctor found'

/** In the body of each such pull request of ours. */
export const requestMarker = 'fixes'

const look = 'Please look at each of them before you merge: most are right, but only a person can tell.'
const lookAtThese = 'Please look at these before you merge; most are right, but only a person can tell:'

/** Characters of the first line of a commit's message; GitHub folds what is longer. */
const longestHeadline = 72

/**
 * The message of a commit: a headline from the rule's summary, then what and how many. It has nothing of the list in it,
 * no path and no text, since GitHub acts on what stands in messages.
 */
export function commitMessage({rule, summary, safety, count, files}: MendedRule): string {
  const whole = summary.replace(/\.$/, '')
  const candidates = [whole, whole.replace(/[:,] .*$/s, '')].map(words => `${words} (${plural(count, 'place')})`)
  return [
    candidates.find(({length}) => length <= longestHeadline) ?? whole,
    '',
    `Mends ${plural(count, 'finding')} of ${rule} in ${plural(files, 'file')}.`,
    ...(safety === 'unsafe' ? [look] : []),
    ruleUrl(rule)
  ].join('\n')
}

/** The body of the pull request: what it mends, what to look at, what to know, and what it remembers. */
export function requestBody(commits: readonly MendedRule[], {openedBy}: RequestTerms): string {
  const safe = commits.filter(({safety}) => safety === 'safe')
  const unsafe = commits.filter(({safety}) => safety === 'unsafe')
  const sum = commits.reduce((all, {count}) => all + count, 0)
  const lines = [
    `${link('awesome-doctor', home)} looked at the whole repository and mended ${plural(sum, 'finding')}; each rule has a commit of its own.`,
    ...(safe.length > 0 ? ['', ...safe.map(item)] : []),
    ...(unsafe.length > 0 ? ['', lookAtThese, '', ...unsafe.map(item)] : []),
    ...(openedBy === 'workflow'
      ? [
          '',
          'Workflows do not run by themselves on a pull request that a workflow has opened: they wait until somebody who may write here approves them.'
        ]
      : []),
    '',
    'Closed without merging, it is not opened again until there is something new to mend. Commits of others on this branch are never overwritten: from then on the branch is left alone.'
  ]
  const memory = memoryOf(commits.flatMap(({fingerprints}) => fingerprints))
  return within(lines, [memory, requestMarker].map(marker).join('\n'))
}

const item = ({rule, summary, count}: MendedRule): string =>
  `- ${reasonMarkdown(summary.replace(/\.$/, ''))} (${link(rule, ruleUrl(rule))}, ${plural(count, 'place')})`

/** Why it is closed. */
export const doneComment = 'Nothing is left to mend here, so this is closed.'
