import type {ReportingDescriptor} from 'sarif'
import type {Diagnostic} from '../lint/diagnostic.ts'
import {link, shorten} from './markdown.ts'
import type {RuleWords} from './reporter.ts'
import {markdownText, messageOf, plainText} from './sarif-text.ts'

/** GitHub takes descriptions of that many characters. */
const descriptionLimit = 1024

/** What a SARIF file says of a rule: its own words where they are known, else those of a finding of it. */
export function descriptorOf(finding: Diagnostic, rules: readonly RuleWords[]): ReportingDescriptor {
  const {rule: id, url, severity} = finding
  const known = rules.find(rule => rule.id === id)
  const why = known?.why ?? finding.note ?? finding.reason
  const level = known?.severity ?? severity
  const help = [why, ...(known ? [cures[known.fix ?? 'none']] : []), silencing(id)]
  return {
    id,
    shortDescription: {text: described(known?.summary ?? why)},
    fullDescription: {text: described(why)},
    helpUri: url,
    help: {
      text: [...help.map(plainText), url].join('\n\n'),
      markdown: [...help.map(markdownText), link(`More about ${id}`, url)].join('\n\n')
    },
    defaultConfiguration: {level},
    properties: {tags: ['awesome-list', familyOf(id)], precision: 'high', 'problem.severity': level}
  }
}

/** What a finding says beyond its rule. */
export const ownNote = ({rule: id, note}: Diagnostic, rules: readonly RuleWords[]): string | undefined => {
  const known = rules.find(rule => rule.id === id)
  return known && note !== known.why ? note : undefined
}

const described = (words: string): string => shorten(messageOf(words).text, descriptionLimit)

/** What a rule is about: the first word of its id. */
const familyOf = (id: string): string => id.split('-', 1)[0]!

const silencing = (id: string): string =>
  `\`<!--lint disable ${id}-->\` in the list silences it, \`${id}: off\` below \`rules\` in the configuration switches it off.`

const cures = {
  safe: 'What can be mended is mended by `--fix`.',
  unsafe: 'What can be mended is mended by `--fix=all`, and wants a look.',
  mixed: 'What can be mended is mended by `--fix`, or by `--fix=all` where it wants a look.',
  none: 'It is to be mended by hand.'
}
