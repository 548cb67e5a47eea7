import fc from 'fast-check'
import {expect, test} from 'vitest'
import {applyEdits, type TextEdit, touch} from '../../src/document/edit.ts'
import type {Diagnostic} from '../../src/lint/diagnostic.ts'
import {hunksOf, linesOf} from '../../src/report/patch.ts'
import {widthOf} from '../../src/report/printable.ts'
import terminal from '../../src/report/terminal.ts'
import {runs} from '../property.ts'
import {placeOf} from './findings.ts'

const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '\t', '\n', '\n', '\r\n', '漢', '👩‍👩‍👧', '\u202e', '\u0301'),
  maxLength: 60
})

const edited = text.chain(source =>
  fc.array(fc.tuple(fc.nat(source.length), fc.nat(source.length), text), {minLength: 1, maxLength: 4}).map(made => {
    const edits: TextEdit[] = []
    for (const [a, b, newText] of made) {
      const edit: TextEdit = {range: [Math.min(a, b), Math.max(a, b)], newText}
      if (!edits.some(other => touch(other, edit))) edits.push(edit)
    }
    return {source, edits}
  })
)

const rows = (source: string) => source.split(/\r\n|\n|\r/)

test('hunks taken and put turn the old lines into the new ones', () => {
  fc.assert(
    fc.property(edited, ({source, edits}) => {
      // An edit between CR and LF makes two line ends of one; no rule does that.
      fc.pre(!edits.some(({range}) => range.some(at => source[at - 1] === '\r' && source[at] === '\n')))
      fc.pre(!edits.some(({range, newText}) => source[range[0] - 1] === '\r' || newText.endsWith('\r')))
      const lines = rows(source)
      for (const {line, removed, added} of [...hunksOf(source, linesOf(source), edits)].reverse()) {
        expect(lines.slice(line - 1, line - 1 + removed.length)).toEqual(removed)
        lines.splice(line - 1, removed.length, ...added)
      }
      expect(lines).toEqual(rows(applyEdits(source, edits)))
    }),
    runs(100)
  )
})

test('whatever the list and the fix, no row is wider than the terminal, and no character can do harm', () => {
  fc.assert(
    fc.property(edited, fc.nat(60), fc.integer({min: 40, max: 90}), ({source, edits}, from, columns) => {
      const piece = source.slice(Math.min(from, source.length))
      const found: Diagnostic = {
        rule: 'some-rule',
        severity: 'error',
        reason: source,
        url: '',
        path: 'a.md',
        place: placeOf(source, piece),
        fix: {safety: 'safe', title: 'Mend', edits},
        fingerprint: ''
      }
      const shown = terminal([{path: 'a.md', text: source, diagnostics: [found]}], {
        version: '1',
        color: false,
        columns
      })
      expect(shown).not.toMatch(/[\t\r\u202e]/)
      for (const row of shown.split('\n').filter(one => one.includes('│')))
        expect(widthOf(row)).toBeLessThanOrEqual(columns)
    }),
    runs(100)
  )
})
