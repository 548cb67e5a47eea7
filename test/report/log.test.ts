import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {annotate} from '../../src/report/annotations.ts'
import github from '../../src/report/github.ts'
import {createLog, harmless, logLines} from '../../src/report/log.ts'
import {parseWorkflowCommands} from '../fake/workflow-commands.ts'
import {patience, runs} from '../property.ts'
import {reportOf} from './sketches.ts'

/** What GitHub's runner would take for a command: `::name …::` after leading blanks, `##[name …]` anywhere in a line. */
const isCommand = (line: string): boolean => /^[\s\u0085\u180e]*::/.test(line) || line.includes('##[')

const unseen = /[\0-\x08\n-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff]/

const bits = [
  ...[
    '::',
    '::error::',
    '::set-output name=a::',
    '::stop-commands::x',
    '::add-mask::',
    ':',
    '##[',
    '##[error]',
    '##[',
    '#'
  ],
  ...[
    '[',
    ']',
    'error',
    ' ',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\u0085',
    '\u2028',
    '\v',
    '\f',
    '\0',
    '\u001b[31m',
    '\u009b',
    '\u202e'
  ],
  ...['\ufeff', '\u00a0', '\u3000', '\u180e', '\ud83d', '\ude00', 'a', '%0A', '%3A', '%25', ',', ';', '=']
]

const text = fc.array(fc.constantFrom(...bits), {maxLength: 10}).map(all => all.join(''))

describe('of ever so many strings', () => {
  test(
    'two hundred thousand: none makes a line of the log that is a command, a control character or a change of direction',
    () => {
      let written = ''
      const log = createLog(line => {
        written += line
      })
      const isHarmless = (one: string): boolean => {
        log(one)
        return logLines(one).every(line => !isCommand(line) && !unseen.test(line))
      }
      fc.assert(fc.property(text, isHarmless), runs(200_000))
      expect(parseWorkflowCommands(written)).toEqual([])
      expect(written.length).toBeGreaterThan(1_000_000)
    },
    patience(60_000)
  )

  test(
    'fifty thousand: none gets out of its annotation',
    () => {
      const staysInside = (reason: string): boolean => {
        const reports = [reportOf(`${reason}.md`, 'x\n', [{line: 1, reason}])]
        const [command, ...more] = parseWorkflowCommands(github(reports))
        const [shown] = annotate(reports, 0).shown
        return command?.command === 'error' && more.length === 0 && shown?.message === harmless(reason)
      }
      fc.assert(fc.property(text, staysInside), runs(50_000))
    },
    patience(60_000)
  )
})

test('ordinary text stays as it is', () => {
  const written: string[] = []
  createLog(text => written.push(text))('one: a::b\n  two – ü 😀')
  expect(written).toEqual(['one: a::b\n', '  two – ü 😀\n'])
})

test('what cannot be seen is made visible', () => {
  expect(harmless('a\u001bb\u202ec##[x]\r\nd')).toBe('a\\u{1b}b\\u{202e}c# #[x]\nd')
})
