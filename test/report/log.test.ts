import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createLog, harmless, logLines} from '../../src/report/log.ts'

/** What GitHub's runner would take for a command: `::name …::` after leading blanks, `##[name …]` anywhere in a line. */
const isCommand = (line: string): boolean => /^[\s\u0085\u180e]*::/.test(line) || line.includes('##[')

const pieces = fc
  .array(
    fc.constantFrom(
      '::',
      '::error::',
      '##[',
      '##[error]',
      '#',
      '[',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u0085',
      '\u2028',
      '\v',
      '\f',
      '\u001b[31m',
      '\u009b',
      '\u202e',
      '\ufeff',
      '\u00a0',
      'a',
      '%0A'
    ),
    {maxLength: 12}
  )
  .map(all => all.join(''))

test('no line is a command, a control character or a change of direction', () => {
  fc.assert(
    fc.property(pieces, text => {
      for (const line of logLines(text)) {
        expect(isCommand(line)).toBe(false)
        expect(line).not.toMatch(/[\0-\x08\n-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\ufeff]/)
      }
    }),
    {numRuns: 5000}
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
