import fc from 'fast-check'
import {expect, test} from 'vitest'
import {applyEdits, byPlace, insert, remove, replace, type TextEdit, touch} from '../../src/document/edit.ts'
import {applySuggestions, type LineRange, planSuggestions} from '../../src/report/suggestion.ts'
import {runs} from '../property.ts'

const plan = (
  text: string,
  edits: readonly (readonly TextEdit[])[],
  hunks: readonly LineRange[] = [{start: 1, end: 99}]
) =>
  planSuggestions(
    text,
    hunks,
    edits.map((edits, item) => ({item, edits}))
  )

test('an edit inside a line gives that whole line', () => {
  expect(plan('- a\n-b\n- c\n', [[insert(5, ' ')]])).toEqual([{start: 2, end: 2, lines: ['- b'], items: [0]}])
})

test('two edits on one line become one suggestion, on two lines they stay two', () => {
  expect(plan('-b  \n', [[insert(1, ' ')], [remove(2, 4)]])).toEqual([
    {start: 1, end: 1, lines: ['- b'], items: [0, 1]}
  ])
  expect(plan('-a\n-b\n', [[insert(1, ' ')], [insert(4, ' ')]])).toHaveLength(2)
})

test('the same edit of two rules is made once', () => {
  expect(plan('-b\n', [[insert(1, ' ')], [insert(1, ' ')]])).toEqual([
    {start: 1, end: 1, lines: ['- b'], items: [0, 1]}
  ])
})

test('edits that touch an earlier one wait', () => {
  expect(plan('-b\n', [[insert(1, ' ')], [replace(0, 2, '* b')]])).toEqual([
    {start: 1, end: 1, lines: ['- b'], items: [0]}
  ])
})

test('a deletion takes the line after, or the one before where the hunk ends or a blank line follows', () => {
  const text = 'a\nb\nc\n\nd\n'
  expect(plan(text, [[remove(2, 4)]])).toMatchObject([{start: 2, end: 3, lines: ['c']}])
  expect(plan(text, [[remove(2, 4)]], [{start: 1, end: 2}])).toMatchObject([{start: 1, end: 2, lines: ['a']}])
  expect(plan(text, [[remove(4, 6)]])).toMatchObject([{start: 2, end: 3, lines: ['b']}])
  expect(plan(text, [[remove(2, 4)]], [{start: 2, end: 2}])).toEqual([])
})

test('an inserted blank line stands between two lines', () => {
  expect(plan('a\n# b\n', [[insert(2, '\n')]])).toMatchObject([{start: 1, end: 2, lines: ['a', '', '# b']}])
  expect(plan('a\n# b\n', [[insert(2, '\n')]], [{start: 2, end: 2}])).toMatchObject([
    {start: 2, end: 2, lines: ['', '# b']}
  ])
})

test('a line put before a blank one stands after the line above', () => {
  expect(plan('a\n\nb\n', [[insert(2, 'x\n')]])).toMatchObject([{start: 1, end: 1, lines: ['a', 'x']}])
})

test('a line put at the end stands after the last line', () => {
  expect(plan('a\n', [[insert(2, 'b\n')]])).toMatchObject([{start: 1, end: 1, lines: ['a', 'b']}])
})

test('joined lines are all claimed', () => {
  expect(plan('a\nb\nc\n', [[remove(1, 2)]])).toMatchObject([{start: 1, end: 2, lines: ['ab']}])
})

test('neighbours that change the number of lines are merged', () => {
  expect(plan('a\nb\nc\nd\n', [[remove(0, 2)], [replace(4, 5, 'C')]])).toMatchObject([
    {start: 1, end: 3, lines: ['b', 'C']}
  ])
})

test('a deletion that would tie up more lines than anyone can tell apart stays out', () => {
  const tied = (lines: number) => {
    const text = 'a\n'.repeat(lines)
    const changed = Array.from({length: lines - 1}, (_, index) => [replace(2 * index + 2, 2 * index + 3, 'A')])
    return plan(text, [...changed, [remove(0, 2)]])
  }
  expect(tied(6)).toMatchObject([{start: 1, end: 6, lines: ['A', 'A', 'A', 'A', 'A']}])
  expect(tied(7).map(({start, end}) => [start, end])).toEqual([2, 3, 4, 5, 6, 7].map(line => [line, line]))
})

test('what a suggestion cannot carry is left out', () => {
  expect(plan('a', [[insert(1, '\n')]]), 'final newline').toEqual([])
  expect(plan('a\r\nb\n', [[insert(0, ' ')]]), 'carriage return').toEqual([])
  expect(plan('\ufeffa\nb\n', [[remove(0, 1)]]), 'byte-order mark').toEqual([])
  expect(plan('a\n', [[replace(0, 1, 'a')]]), 'no change').toEqual([])
  expect(plan('a\n', [[remove(0, 2)]]), 'nothing left').toEqual([])
  expect(plan('a\n'.repeat(60), [[insert(0, 'x'), insert(100, 'x')]]), 'too long').toEqual([])
  expect(
    plan(
      'a\nb\nc\n',
      [[insert(0, 'x'), insert(4, 'x')]],
      [
        {start: 1, end: 1},
        {start: 3, end: 3}
      ]
    ),
    'two hunks'
  ).toEqual([])
})

test('what others have taken stays theirs', () => {
  const taken = plan('ab\n', [[insert(1, ' ')]])
  expect(planSuggestions('ab\n', [{start: 1, end: 1}], [{item: 0, edits: [insert(2, '.')]}], taken)).toEqual([])
})

const piece = fc.constantFrom('a', '- b', '', ' ', '```', '\n', '\n\n', 'x\n', '\ty')
const texts = fc.array(piece, {maxLength: 30}).map(pieces => pieces.join('\n'))
const edits = (text: string): fc.Arbitrary<TextEdit[]> =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(4), fc.array(piece, {maxLength: 3})), {minLength: 1, maxLength: 8})
    .map(drafts => {
      const kept: TextEdit[] = []
      for (const [start, length, pieces] of drafts) {
        const edit = replace(start, Math.min(text.length, start + length), pieces.join(''))
        if (!kept.some(other => touch(other, edit))) kept.push(edit)
      }
      return kept.sort(byPlace)
    })
const hunksOf = (text: string): fc.Arbitrary<LineRange[]> => {
  const count = text.replace(/\n$/, '').split('\n').length
  return fc.oneof(
    fc.constant<LineRange[]>([{start: 1, end: count}]),
    fc.nat(count).map(cut =>
      [
        {start: 1, end: cut},
        {start: cut + 2, end: count}
      ].filter(hunk => hunk.start <= hunk.end)
    )
  )
}
const cases = texts.chain(text => fc.tuple(fc.constant(text), edits(text), hunksOf(text)))

test('applying all suggestions gives exactly the text with the edits they carry', () => {
  fc.assert(
    fc.property(cases, ([text, all, hunks]) => {
      const suggestions = plan(
        text,
        all.map(edit => [edit]),
        hunks
      )
      const carried = suggestions.flatMap(suggestion => suggestion.items.map(item => all[item]!))
      expect(applySuggestions(text, suggestions)).toBe(applyEdits(text, carried))
      for (const {start, end, lines} of suggestions) {
        expect(hunks.some(hunk => hunk.start <= start && start <= end && end <= hunk.end)).toBe(true)
        expect(lines.join('').trim()).not.toBe('')
        expect(lines).not.toEqual(text.split('\n').slice(start - 1, end))
      }
      suggestions.forEach((suggestion, index) => {
        const next = suggestions[index + 1]
        if (next) expect(suggestion.end).toBeLessThan(next.start)
      })
    }),
    runs(3000)
  )
})

test('on a diff that shows the whole file, every edit finds its suggestion', () => {
  const tame = texts.map(text => `# a\n${text}\nz\n`)
  fc.assert(
    fc.property(
      tame.chain(text => fc.tuple(fc.constant(text), fc.nat(text.length - 3))),
      ([text, at]) => {
        const edit = insert(at, 'x')
        expect(applySuggestions(text, plan(text, [[edit]]))).toBe(applyEdits(text, [edit]))
      }
    ),
    runs(100)
  )
})
