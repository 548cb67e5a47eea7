import {gzipSync} from 'node:zlib'
import type {Log, Notification, ReportingDescriptor, Result} from 'sarif'
import type {ReportedLink} from '../document/facts.ts'
import type {Diagnostic, FileReport} from '../lint/diagnostic.ts'
import {plural} from './closing.ts'
import {jsonText} from './json-text.ts'
import {linkSentence} from './links.ts'
import type {RuleWords, View} from './reporter.ts'
import {fixOf, type Located, locate, resultOf} from './sarif-result.ts'
import {descriptorOf, ownNote} from './sarif-rules.ts'
import {messageOf} from './sarif-text.ts'

/**
 * What GitHub takes: of the results of a run it shows 5,000, and it refuses more than 25,000, and a file of more than
 * 10 MB once compressed.
 * @see https://docs.github.com/en/code-security/reference/code-scanning/sarif-files/sarif-support
 */
const mostResults = 5000
const mostBytes = 10_000_000

/** Characters that all fixes together may insert. */
const fixRoom = 8_000_000

/**
 * The report as SARIF 2.1.0, errors first. What a comment silences is in it, too, marked as suppressed. What is left
 * out to keep within GitHub's bounds is told among the notifications.
 */
export default function sarif(
  files: readonly FileReport[],
  {version, rules = []}: View,
  links: readonly ReportedLink[] = []
): string {
  const found = files.flatMap(locate).toSorted((a, b) => rankOf(a.finding) - rankOf(b.finding))
  const {results, descriptors, fixesLeft} = resultsOf(found.slice(0, mostResults), rules)
  const broken = files.flatMap(brokenRules)
  for (let count = results.length; ; count >>= 1) {
    const notifications = [...broken, ...leftOut(found.length - count, fixesLeft), ...asked(links)]
    const text = jsonText(logOf(version, descriptors, results.slice(0, count), notifications))
    if (count === 0 || fits(text)) return text
  }
}

const rankOf = ({suppressed, severity}: Diagnostic): number => (suppressed ? 2 : severity === 'error' ? 0 : 1)

const fits = (text: string): boolean => Buffer.byteLength(text) <= mostBytes || gzipSync(text).byteLength <= mostBytes

interface Results {
  readonly results: readonly Result[]
  /** The rules that they name, in order of appearance: the first results need the first rules only. */
  readonly descriptors: readonly ReportingDescriptor[]
  readonly fixesLeft: number
}

function resultsOf(found: readonly Located[], rules: readonly RuleWords[]): Results {
  const first = new Map<string, Diagnostic>()
  for (const {finding} of found) if (!first.has(finding.rule)) first.set(finding.rule, finding)
  const ids = [...first.keys()]
  let room = fixRoom
  let fixesLeft = 0
  const results = found.map(located => {
    const {finding, sites} = located
    const result = resultOf(located, ids.indexOf(finding.rule), ownNote(finding, rules))
    const fix = finding.fix && fixOf(finding.fix, sites)
    const size = finding.fix?.edits.reduce((sum, {newText}) => sum + newText.length, 0) ?? 0
    if (!fix) return result
    if (size > room) {
      fixesLeft++
      return result
    }
    room -= size
    return {...result, fixes: [fix]}
  })
  return {results, descriptors: [...first.values()].map(finding => descriptorOf(finding, rules)), fixesLeft}
}

function logOf(
  version: string,
  descriptors: readonly ReportingDescriptor[],
  results: readonly Result[],
  notifications: readonly Notification[]
): Log {
  const used = results.reduce((most, {ruleIndex = -1}) => Math.max(most, ruleIndex + 1), 0)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'awesome-doctor',
            semanticVersion: version,
            informationUri: 'https://github.com/awesome-doctor/awesome-doctor',
            rules: descriptors.slice(0, used)
          }
        },
        invocations: [
          {
            executionSuccessful: notifications.every(({level}) => level !== 'error'),
            toolExecutionNotifications: [...notifications]
          }
        ],
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        defaultEncoding: 'utf-8',
        results: [...results]
      }
    ]
  }
}

const brokenRules = ({path, crashes = []}: FileReport): readonly Notification[] =>
  crashes.map(({rule}) => ({
    descriptor: {id: 'rule-broke'},
    associatedRule: {id: rule},
    level: 'error',
    message: messageOf(`The rule \`${rule}\` broke on \`${path}\`, which is a bug of awesome-doctor`)
  }))

function leftOut(findings: number, fixes: number): readonly Notification[] {
  const parts = [
    ...(findings > 0 ? [plural(findings, 'finding')] : []),
    ...(fixes > 0 ? [fixes === 1 ? '1 fix' : `${fixes} fixes`] : [])
  ]
  if (parts.length === 0) return []
  const message = messageOf(
    `Left out: ${parts.join(' and ')}; GitHub shows ${mostResults} results of a run and takes files of 10 MB`
  )
  return [{descriptor: {id: 'left-out'}, level: 'warning', message}]
}

function asked(links: readonly ReportedLink[]): readonly Notification[] {
  const sentence = linkSentence(links)
  return sentence ? [{descriptor: {id: 'links-asked'}, level: 'note', message: messageOf(sentence)}] : []
}
