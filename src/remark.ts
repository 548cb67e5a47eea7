import type {Root} from 'mdast'
import remarkLint from 'remark-lint'
import remarkMessageControl from 'remark-message-control'
import type {Plugin, Processor} from 'unified'
import {rules} from '../rules/index.ts'
import {asPlugin} from './lint/plugin.ts'
import type {RemarkPlugin} from './lint/remark-plugin.ts'

export type {RemarkPlugin} from './lint/remark-plugin.ts'

/** A preset as unified takes it. */
export interface RemarkPreset {
  plugins: RemarkPlugin[]
}

/** Lets `<!--lint disable …-->` comments silence our messages as they do remark-lint's; runs after every rule. */
function control(this: Processor): undefined {
  this.use((() => remarkMessageControl({name: 'lint', source: 'awesome-doctor'})) as Plugin<[], Root>)
}

/** Each rule as a remark-lint plugin, by its id: the same value as in the preset, so that a later setting is about it. */
export const plugins: Readonly<Record<string, RemarkPlugin>> = Object.fromEntries(
  rules.map(rule => [rule.id, asPlugin(rule)])
)

/** The rules that are on by default, as a remark-lint preset. */
const preset: RemarkPreset = {
  plugins: [
    remarkLint as RemarkPlugin,
    control as unknown as RemarkPlugin,
    ...rules.filter(({presets}) => !presets || presets.includes('default')).map(({id}) => plugins[id]!)
  ]
}

export default preset
