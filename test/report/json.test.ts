import {expect, test} from 'vitest'
import json from '../../src/report/json.ts'
import {placeOf, replacing, reportOn, view} from './findings.ts'

const text = '# Kites\n\n-[A](https://a.example)\n'

test('the report has the shape and the order that programs rely on', () => {
  const related = [{message: 'first seen here', place: placeOf(text, 'Kites')}]
  const files = [
    reportOn('a.md', text, [
      {on: '-[A]', severity: 'error', note: 'Why.', related, fix: replacing(text, '-[', '- ['), changed: true},
      {on: 'Kites', suppressed: true},
      {on: 'Kites', changed: false}
    ]),
    reportOn('b.md', text, [])
  ]
  expect(json(files, view)).toBe(
    `${JSON.stringify(
      {
        version: 1,
        tool: {name: 'awesome-doctor', version: '1.2.3'},
        files: [
          {
            path: 'a.md',
            findings: [
              {
                rule: 'some-rule',
                severity: 'error',
                message: 'Something is off.',
                note: 'Why.',
                url: 'https://example.org/rules#some-rule',
                start: {line: 3, column: 1, offset: 9},
                end: {line: 3, column: 5, offset: 13},
                related: [
                  {
                    message: 'first seen here',
                    start: {line: 1, column: 3, offset: 2},
                    end: {line: 1, column: 8, offset: 7}
                  }
                ],
                fix: {safety: 'safe', title: 'Write "- ["', edits: [{start: 9, end: 11, text: '- ['}]},
                fingerprint: 'f0',
                changed: true
              }
            ]
          },
          {path: 'b.md', findings: []}
        ],
        links: [],
        summary: {
          files: 2,
          errors: 1,
          warnings: 0,
          fixable: 1,
          suppressed: 1,
          links: {checked: 0, alive: 0, moved: 0, dead: 0, unsure: 0, skipped: 0}
        }
      },
      undefined,
      2
    )}\n`
  )
})

test('what does not apply is left out', () => {
  const {files} = JSON.parse(json([reportOn('a.md', text, [{on: 'Kites'}])], view))
  expect(Object.keys(files[0].findings[0])).toEqual([
    'rule',
    'severity',
    'message',
    'url',
    'start',
    'end',
    'fingerprint'
  ])
})

test('what a terminal or a log could obey is an escape, and reads back as it was', () => {
  const reason = 'a \x1b[2J \x9b \u202e \u2028 ##[add-mask]x ##[ \ufeff'
  const printed = json([reportOn('a.md', text, [{on: 'Kites', reason}])], view)
  expect(printed).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028\ufeff]|##\[/)
  expect(JSON.parse(printed).files[0].findings[0].message).toBe(reason)
})
