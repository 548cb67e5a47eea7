import {examineHere} from './job/examine-here.ts'
import {type Config, defaultConfig} from './lint/config.ts'
import {configFor} from './lint/config-for.ts'
import type {FileReport, Safety} from './lint/diagnostic.ts'

export {rules} from '../rules/index.ts'
export type {Config} from './lint/config.ts'
export type {Diagnostic, FileReport, Fix, Severity} from './lint/diagnostic.ts'
export type {Rule} from './lint/rule.ts'

/** What is to be looked at: its text, a path to name it by, and what differs from the default configuration. */
export interface Input {
  readonly text: string
  readonly path?: string
  readonly config?: Partial<Config>
}

const taskOf = ({text, path = 'readme.md', config}: Input) => ({
  text,
  path,
  config: configFor({...defaultConfig, ...config}, path)
})

/** What the rules say of a list; every fix in the answer is proven. */
export const lint = (input: Input): FileReport => examineHere(taskOf(input))

/** The list with every safe fix made (or every fix, with `'unsafe'`), and what is left to say of it. */
export const fix = (input: Input, upTo: Safety = 'safe'): FileReport => examineHere({...taskOf(input), fix: upTo})
