import {expect, test} from 'vitest'
import github from '../../src/report/github.ts'
import summary from '../../src/report/summary.ts'
import {replacing, reportOn} from './findings.ts'

const text = '# Kites\n\n- [A](https://a.example)\n- [B](https://b.example)\n'

test('a finding is an annotation on its line', () => {
  const told = {on: 'Kites', severity: 'error', rule: 'heading-title', note: 'Why.'} as const
  expect(github([reportOn('./docs/a.md', text, [told])])).toBe(
    '::error file=docs/a.md,line=1,endLine=1,col=3,endColumn=8,title=heading-title::Something is off.%0AWhy.%0Ahttps://example.org/rules#some-rule\n'
  )
})

test('over several lines there are no columns', () => {
  const printed = github([reportOn('a.md', text, [{on: '- [A](https://a.example)\n- [B]'}])])
  expect(printed).toContain('::warning file=a.md,line=3,endLine=4,title=some-rule::')
})

test('nothing in the list breaks out of its annotation', () => {
  const reason = '100%\r\n::stop-commands::x\n##[add-mask]y \x1b[2J \u202e'
  const printed = github([reportOn('a,b:c%.md', text, [{on: 'Kites', reason}])])
  expect(printed.trimEnd().split(/[\r\n]/)).toHaveLength(1)
  expect(printed).toMatch(/^::warning file=a%2Cb%3Ac%25\.md,/)
  expect(printed).not.toMatch(/##\[|\x1b|\u202e/)
  expect(printed).toContain('::100%25%0A::stop-commands')
})

test('what is silenced or not changed makes no annotation', () => {
  expect(
    github([
      reportOn('a.md', text, [
        {on: 'A', suppressed: true},
        {on: 'B', changed: false}
      ])
    ])
  ).toBe('')
})

test('the summary is a table that the list cannot break', () => {
  const reason = 'See `a|b` | <b>@someone</b> [x](y)'
  const printed = summary([reportOn('a`b.md', text, [{on: 'Kites', reason, fix: replacing(text, 'Kites', 'Kite')}])])
  const row = printed.split('\n').find(line => line.startsWith('| 1 |'))!
  expect(row.match(/(?<!\\)\|/g)).toHaveLength(6)
  expect(row).toContain('| safe |')
  expect(printed).not.toMatch(/<b>|@someone/)
  expect(printed).toContain('### ``a`b.md``')
})

test('the summary of a clean list is short, that of a hopeless one bounded', () => {
  expect(summary([reportOn('a.md', text, [])])).toMatch(/^## All is well\n\nThere is nothing to say about `a\.md`\.\n$/)
  const many = reportOn(
    'a.md',
    text,
    Array.from({length: 900}, () => ({on: 'A'}))
  )
  expect(summary([many, many])).toContain('1300 more findings are left out')
})
