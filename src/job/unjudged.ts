import {addressOf} from '../document/link/url.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import type {IssueItem} from '../report/issue-item.ts'
import type {AskedLinks} from './ask-links.ts'
import type {Audited} from './audited.ts'
import {rulesOfTheWeb} from './own-comments.ts'

/**
 * Tells whether an audit could not judge what an earlier one told of: on a list that was not read as a whole, or on the
 * web's word where the web gave no clear answer, as long as the list still has the address.
 */
export function unjudgedBy({
  lists,
  asked,
  config,
  unread = []
}: Pick<Audited, 'lists' | 'asked' | 'config' | 'unread'>): (item: IssueItem) => boolean {
  const reports = new Map(lists.map(({report}) => [report.path, report]))
  const isAnswered = answered(asked)
  return ({path, rule, subject}) => {
    if (unread.includes(path)) return true
    const report = reports.get(path)
    if (!report) return false
    if (isBroken(report, rule)) return true
    if (!rulesOfTheWeb.includes(rule) || config.rules[rule] === 'off' || subject === undefined) return false
    return report.text.toLowerCase().includes(subject.toLowerCase()) && !isAnswered(subject)
  }
}

const isBroken = ({diagnostics, crashes = []}: FileReport, rule: string): boolean =>
  crashes.some(crash => crash.rule === rule) || diagnostics.some(finding => finding.rule === 'document-bounds')

/** Whether it is clear what became of an address, or of a repository by its name. */
function answered(asked: AskedLinks | undefined): (subject: string) => boolean {
  if (!asked) return () => false
  const {links = new Map(), repositories = new Map()} = asked.facts
  // What is never asked is no longer wrong either.
  const skipped = new Set(asked.links.filter(({fact}) => fact.status === 'skipped').map(({url}) => url))
  const names = new Set([...repositories].flatMap(([name, fact]) => [name, fact.name.toLowerCase()]))
  return subject => {
    const address = addressOf(subject)
    if (address === undefined) return skipped.has(subject) || names.has(subject.toLowerCase())
    const fact = links.get(address)
    return fact === undefined ? skipped.has(subject) : fact.status !== 'unsure'
  }
}
