import type {Diagnostic, Severity} from '../lint/diagnostic.ts'
import {linked, marker, reasonPieces} from './markdown.ts'
import {placeLink} from './place-link.ts'
import {saying} from './sentences.ts'

/** A finding as one line of the issue tells of it. */
export interface IssueItem {
  readonly fingerprint: string
  readonly rule: string
  readonly severity: Severity
  readonly path: string
  readonly line: number
  /** Where it is, as markdown. */
  readonly place: string
  /** What is wrong, as sentences in markdown. */
  readonly words: string
  /** The first literal in the words, such as the address of a dead link. */
  readonly subject?: string
}

/** What an item tells beyond the finding itself. */
export interface ItemTerms {
  /** Root of the pages of the files at one commit, such as `https://github.com/o/r/blob/SHA`. */
  readonly filesUrl?: string | undefined
  /** The address of a copy of a dead page, where one is known. */
  readonly copyOf: (url: string) => string | undefined
}

/** Characters of a reason that are shown: an issue has no room for long ones. */
const longest = 400

/** A finding as an item. */
export function itemOf(finding: Diagnostic, {filesUrl, copyOf}: ItemTerms): IssueItem {
  const {fingerprint, rule, severity, path, place} = finding
  const {line} = place.start
  const subject = firstCode(finding.reason)
  const copy = rule === 'link-alive' && subject !== undefined ? copyOf(subject) : undefined
  const words = saying(finding, longest) + (copy ? ` A ${linked('copy', copy)} is in the Wayback Machine.` : '')
  return {
    ...{fingerprint, rule, severity, path, line, place: placeLink({path, line}, filesUrl), words},
    ...(subject !== undefined && {subject})
  }
}

const firstCode = (markdown: string): string | undefined =>
  reasonPieces(markdown).find(({kind}) => kind === 'code')?.text

/** The box in front of an item: `x` silences it. */
export type Box = ' ' | 'x'

/** The line of an item. The rule is a link by its name, to be defined at the end of the body. */
export const lineOf = ({place, words, rule, severity, fingerprint}: IssueItem, box: Box): string =>
  `- [${box}] ${place} ${words} ([${rule}], ${severity}) ${marker(fingerprint)}`

const itemLine = /^- \[([ xX])\] (.*) \(\[([\w-]+)\], (error|warning)\) <!-- awesome-doctor:(\w[\w-]*) -->\s*$/
const placed = /^(\[?(`+)(?!`)(.*?[^`])\2(?!`)(?:\]\([^\s()]*\))?) (.*)$/

/** The item that a line of a body is; nothing where it is something else. What an item quotes never ends its line. */
export function readItem(text: string): {readonly item: IssueItem; readonly box: Box} | undefined {
  const [, tick, told, rule, severity, fingerprint] = itemLine.exec(text) ?? []
  if (told === undefined || rule === undefined || fingerprint === undefined) return undefined
  const [, place = '', , label = '', words = told] = placed.exec(told) ?? []
  const [, path = '', line = '0'] = /^ ?(.*):(\d+)$/.exec(label) ?? []
  const subject = firstCode(words)
  const item: IssueItem = {
    ...{fingerprint, rule, severity: severity === 'error' ? 'error' : 'warning'},
    ...{path, line: Number(line), place, words},
    ...(subject !== undefined && {subject})
  }
  return {item, box: tick === ' ' ? ' ' : 'x'}
}

/** Parts of the issue, in reading order. */
export const sections = [
  'Dead links',
  'Moved links',
  'Archived and abandoned repositories',
  'Structure',
  'Style'
] as const

/** A part of the issue. */
export type Section = (typeof sections)[number]

const structure =
  /^(?:heading-|section-|contents-|list-|html-|table-|document-|(?:entry-(?:link-first|marker-space|unique)|link-(?:syntax|anchor|destination|text)|change-one-entry)$)/

/** The part of the issue that the findings of a rule stand in. */
export function sectionOf(rule: string): Section {
  if (rule === 'link-alive') return 'Dead links'
  if (rule === 'link-moved' || rule === 'link-https') return 'Moved links'
  if (rule.startsWith('repository-')) return 'Archived and abandoned repositories'
  return structure.test(rule) ? 'Structure' : 'Style'
}
