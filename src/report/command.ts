import {fence, inlineCode, link, reasonMarkdown} from './markdown.ts'

/** The commands of a comment, with what each does. */
const commands = [
  ['/doctor fix', 'commits the fixes that are proven to be safe to the branch of the pull request'],
  ['/doctor check', 'looks at the pull request again, also where nothing was pushed'],
  ['/doctor ignore RULE', 'tells how to switch a rule off; with an address: how to leave that link alone'],
  ['/doctor help', 'lists these commands']
] as const

/** All commands in one line of plain text; backticks around each. */
export const commandList = `${commands
  .slice(0, -1)
  .map(([name]) => `\`${name}\``)
  .join(', ')} and \`${commands.at(-1)![0]}\``

/** What the commands do, as the body of a comment. */
export const helpComment = (): string =>
  [
    'Who may write to this repository can ask for this in a comment:',
    '',
    ...commands.map(([name, does]) => `- ${inlineCode(name)} ${does}`)
  ].join('\n')

/** One sentence as the body of a comment, whatever stands in it. */
export const sentenceComment = (sentence: string): string => reasonMarkdown(sentence)

/** A config file that people can edit on the web. */
export interface ConfigPlace {
  readonly path: string
  /** The branch that it counts on. */
  readonly branch: string
  /** Where a click leads that edits the file, or makes it. */
  readonly url: string
  readonly state: 'there' | 'missing'
}

/** How to switch a rule off, as the body of a comment. */
export function ignoreRuleComment(rule: string, config: ConfigPlace): string {
  return [
    ...merging(config, ruleLines(rule)),
    '',
    `To silence ${inlineCode(rule)} for one entry only, put ${inlineCode(`<!--lint ignore ${rule}-->`)} on the line above it.`
  ].join('\n')
}

/** How to leave a link alone, as the body of a comment. */
export const ignoreLinkComment = (glob: string, config: ConfigPlace): string =>
  merging(config, linkLines(glob)).join('\n')

/** The lines of a config that switch a rule off. */
export const ruleLines = (rule: string): readonly string[] => ['rules:', `  ${rule}: off`]

/** The lines of a config that leave links alone. A string of JSON is one of YAML. */
export const linkLines = (glob: string): readonly string[] => ['links:', `  exclude: [${JSON.stringify(glob)}]`]

function merging({path, branch, url, state}: ConfigPlace, lines: readonly string[]): readonly string[] {
  const what =
    state === 'there'
      ? `Merge these lines into ${link(path, url)} on ${inlineCode(branch)}`
      : `Create ${link(path, url)} on ${inlineCode(branch)} with these lines`
  return [
    `${what}; they count from the next run on, and only there: a pull request cannot change its own rules.`,
    '',
    fence('yaml', lines)
  ]
}
