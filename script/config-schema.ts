import {presets} from '../src/lint/config.ts'
import type {OptionValue, RuleOptions} from '../src/lint/option.ts'
import type {Rule} from '../src/lint/rule.ts'
import {ruleUrl} from '../src/lint/rule-url.ts'

type Schema = Readonly<Record<string, unknown>>

const strings = (description: string): Schema => ({description, type: 'array', items: {type: 'string', minLength: 1}})

/** The JSON schema of the config file, which editors complete and check it by. */
export const configSchema = (rules: readonly Rule[]): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://raw.githubusercontent.com/awesome-doctor/awesome-doctor/main/schema.json',
  title: 'Configuration of awesome-doctor',
  type: 'object',
  additionalProperties: false,
  definitions: {
    level: {enum: ['off', 'warn', 'error']},
    rules: {
      description: 'A level for each rule that is to differ from the preset, with options where the rule has some.',
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(rules.map(rule => [rule.id, setting(rule)] as const))
    }
  },
  properties: {
    files: strings('Globs of the lists. Without it: the readme.'),
    'one-list': {
      description: 'Whether the files together are one list, so that doubles are searched across them.',
      type: 'boolean',
      default: false
    },
    preset: {description: 'How strictly to judge.', enum: presets, default: 'default'},
    rules: {$ref: '#/definitions/rules'},
    overrides: {
      description: 'What differs for some of the files; of several that fit a file, the later ones win.',
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['files'],
        properties: {
          files: {...strings('Globs of the files, from the root of the repository.'), minItems: 1},
          rules: {$ref: '#/definitions/rules'},
          preset: {description: 'How strictly to judge these files.', enum: presets}
        }
      }
    },
    links: {
      description: 'How links are asked about.',
      type: 'object',
      additionalProperties: false,
      properties: {
        exclude: strings('Globs of URLs never to ask.'),
        timeout: {
          description: 'How long one request may take.',
          type: ['string', 'number'],
          pattern: '^\\d+(\\.\\d+)?\\s*(ms|s|m)?$',
          default: '20s'
        },
        'allow-private': strings('Networks or hosts that may be asked although they are private.')
      }
    },
    'fail-on': {description: 'Findings that make a run fail.', enum: ['error', 'warning', 'never'], default: 'error'},
    baseline: {
      description: 'A file that names findings that are known and not to be told; `awesome-doctor init` writes it.',
      type: 'string',
      minLength: 1
    }
  }
})

const setting = ({id, summary, options = {}}: Rule): Schema => levelOf(`${summary} ${ruleUrl(id)}`, options)

function levelOf(description: string, options: RuleOptions = {}): Schema {
  const level = {$ref: '#/definitions/level'}
  return {
    description,
    anyOf: [level, {type: 'array', items: [level, optionsSchema(options)], minItems: 1, additionalItems: false}]
  }
}

const optionsSchema = (options: RuleOptions): Schema => ({
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(options).map(([name, {meaning, example, values}]) => [
      name,
      {description: meaning, ...(values ? {enum: values} : typeOf(example))}
    ])
  )
})

/** The type of an option, read off its example. */
function typeOf(example: OptionValue): Schema {
  if (Array.isArray(example)) return {type: 'array', items: {type: 'string'}}
  return typeof example === 'number' ? {type: 'integer', minimum: 0} : {type: typeof example}
}
