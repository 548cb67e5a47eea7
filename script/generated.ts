import {parse} from 'yaml'
import {rules} from '../rules/index.ts'
import {helpOf} from '../src/cli/help.ts'
import type {Rule} from '../src/lint/rule.ts'
import {fence, inlineCode, tableCell} from '../src/report/markdown.ts'
import {configSchema} from './config-schema.ts'
import {rulePage} from './rule-page.ts'

/** The generated files by their path, each as it should be; `read` gives the text of a file that is there. */
export function generated(read: (path: string) => string): ReadonlyMap<string, string> {
  const {inputs, outputs} = parse(read('action.yml')) as Action
  const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'README.md': {rules: rulesTable(rules)},
    'docs/action.md': {inputs: inputsTable(inputs), outputs: outputsTable(outputs)},
    'docs/terminal.md': Object.fromEntries(
      (['lint', 'audit', 'review', 'rules', 'init', 'serve'] as const).map(command => [
        `help-${command}`,
        helpText(command)
      ])
    )
  }
  return new Map([
    ['rules/README.md', rulePage(rules)],
    ['schema.json', `${JSON.stringify(configSchema(rules), undefined, 2)}\n`],
    ...Object.entries(parts).map(([path, contents]): [string, string] => [
      path,
      Object.entries(contents).reduce((text, [name, content]) => between(text, name, content), read(path))
    ])
  ])
}

const helpText = (command: Parameters<typeof helpOf>[0]): string => fence('text', helpOf(command).trimEnd().split('\n'))

interface Action {
  readonly inputs: Readonly<Record<string, {readonly description: string; readonly default: string}>>
  readonly outputs: Readonly<Record<string, {readonly description: string}>>
}

/** Puts content between the markers of a name. @throws Error where the text does not have them once. */
export function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}-start -->`, `<!-- ${name}-end -->`]
  const [head, rest, ...more] = text.split(start)
  const [, tail, ...others] = rest?.split(end) ?? []
  if (tail === undefined || more.length + others.length > 0) throw new Error(`${start} … ${end} must be there once`)
  return `${head}${start}\n\n${content}\n\n${end}${tail}`
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => tableCell(cell).trim()).join(' | ')} |`)
    .join('\n')

const rulesTable = (all: readonly Rule[]): string =>
  table(
    ['Rule', 'What it wants', 'Level', 'Fix'],
    all.map(({id, summary, severity, fix}) => [
      `[${id}](rules/README.md#${id})`,
      summary,
      severity,
      fix === 'mixed' ? 'safe or unsafe' : (fix ?? '')
    ])
  )

const inputsTable = (inputs: Action['inputs']): string =>
  table(
    ['Input', 'Default', 'Meaning'],
    Object.entries(inputs).map(([name, input]) => [
      inlineCode(name),
      input.default === '' ? '' : inlineCode(input.default),
      input.description
    ])
  )

const outputsTable = (outputs: Action['outputs']): string =>
  table(
    ['Output', 'Meaning'],
    Object.entries(outputs).map(([name, {description}]) => [inlineCode(name), description])
  )
