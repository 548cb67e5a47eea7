import type {Root} from 'mdast'
import remarkLint from 'remark-lint'
import remarkMessageControl from 'remark-message-control'
import type {Plugin, Preset, Processor} from 'unified'
import {rules} from '../rules/index.ts'
import {asPlugin} from './lint/rule.ts'

/** Lets `<!--lint disable …-->` comments silence our messages as they do remark-lint's; runs after every rule. */
function control(this: Processor): undefined {
  this.use((() => remarkMessageControl({name: 'lint', source: 'awesome-doctor'})) as Plugin<[], Root>)
}

/** The rules that are on by default, as a remark-lint preset. */
const preset: Preset = {
  plugins: [
    remarkLint as Plugin,
    control as Plugin,
    ...rules.filter(rule => !rule.presets || rule.presets.includes('default')).map(rule => asPlugin(rule) as Plugin)
  ]
}

export default preset
