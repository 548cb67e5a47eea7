import {UserError} from '../document/error.ts'
import {suggest} from '../lint/nearest.ts'
import type {Rule} from '../lint/rule.ts'
import {ruleUrl} from '../lint/rule-url.ts'
import {printable} from '../report/printable.ts'

type Bold = (text: string) => string

/**
 * The manual: all rules, or the one named.
 * @throws UserError for a rule that does not exist.
 */
export function manual(rules: readonly Rule[], id: string | undefined, bold: Bold): string {
  return id === undefined ? overview(rules, bold) : page(find(rules, id), bold)
}

/**
 * The manual for programs: a list of all rules, or the one named.
 * @throws UserError for a rule that does not exist.
 */
export function manualJson(rules: readonly Rule[], id: string | undefined): string {
  const data = id === undefined ? rules.map(entry) : entry(find(rules, id))
  return `${JSON.stringify(data, undefined, 2)}\n`
}

const entry = ({id, summary, why, severity, fix, presets, options, examples: {good, bad}}: Rule) => ({
  id,
  summary,
  why,
  severity,
  fix: fix ?? 'none',
  url: ruleUrl(id),
  ...(presets && {presets}),
  ...(options && {options}),
  examples: {
    good: good.map(({text}) => ({text})),
    bad: bad.map(({text, says, fixed}) => ({text, says, ...(fixed !== undefined && {fixed})}))
  }
})

function find(rules: readonly Rule[], id: string): Rule {
  const rule = rules.find(one => one.id === id)
  if (rule) return rule
  throw new UserError(
    `There is no rule \`${id}\`; ${suggest(
      id,
      rules.map(one => one.id)
    )}`
  )
}

function overview(rules: readonly Rule[], bold: Bold): string {
  const width = Math.max(0, ...rules.map(rule => rule.id.length))
  const lines = rules.map(({id, severity, summary}) => `${bold(id.padEnd(width))}  ${severity.padEnd(7)}  ${summary}`)
  return `${lines.join('\n')}\n\nMore about one: awesome-doctor rules ID\n`
}

function page({id, summary, why, severity, fix, presets, options, examples}: Rule, bold: Bold): string {
  const bad = examples.bad
    .slice(0, 2)
    .flatMap(({text, says, fixed}) => [
      bold('Bad'),
      quote(text),
      ...says.map(line => `  ${printable(line)}`),
      '',
      ...(fixed === undefined ? [] : [bold('Mended'), quote(fixed), ''])
    ])
  const good = examples.good.slice(0, 2).flatMap(({text}) => [bold('Good'), quote(text), ''])
  const settings = `An ${severity} by default`.replace('An w', 'A w')
  const lines = [
    bold(id),
    summary,
    '',
    why,
    '',
    `${settings}; ${cures[fix ?? 'none']}. To switch it off: --rule ${id}=off`,
    ...(presets
      ? [
          presets.length > 0
            ? `Only in the preset ${presets.join(' or ')}.`
            : `Only where it is asked for: --rule ${id}=warn`
        ]
      : []),
    ...Object.entries(options ?? {}).map(
      ([name, {meaning, example}]) => `Option ${name}: ${JSON.stringify(example)}. ${meaning}`
    ),
    ruleUrl(id),
    '',
    ...bad,
    ...good
  ]
  return lines.join('\n')
}

const cures = {
  safe: 'mended by --fix',
  unsafe: 'mended by --fix=all, which needs a look',
  mixed: 'mended by --fix or --fix=all',
  none: 'to be mended by hand'
}

/** An example with blanks made visible where they matter. */
const quote = (text: string): string =>
  text
    .replace(/\n$/, '')
    .split('\n')
    .map(line => `    ${printable(line).replace(/ +$/, blanks => '·'.repeat(blanks.length))}`.trimEnd())
    .join('\n')
