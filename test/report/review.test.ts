import {expect, test} from 'vitest'
import {insert, remove, replace} from '../../src/document/edit.ts'
import type {Patch} from '../../src/lint/changed-lines.ts'
import {findMarkers} from '../../src/report/markdown.ts'
import {draftReview, type ReviewTerms} from '../../src/report/review.ts'
import {reportOf, type Sketch} from './sketches.ts'

const terms: ReviewTerms = {maxComments: 30, commented: new Set(), listed: new Set()}
const whole = (text: string): Patch => {
  const count = text.split('\n').length - 1
  return {hunks: [{start: 1, end: count}], added: Array.from({length: count}, (_, index) => index + 1), removed: []}
}
const draft = (text: string, sketches: readonly Sketch[], more: Partial<ReviewTerms> & {patch?: Patch} = {}) => {
  const {patch = whole(text), ...rest} = more
  return draftReview([{report: reportOf('readme.md', text, sketches), patch}], {...terms, ...rest})
}

test('nothing found, nothing said', () => {
  expect(draft('- a\n', [])).toBeUndefined()
  expect(
    draft('- a\n', [
      {line: 1, suppressed: true},
      {line: 1, changed: false}
    ])
  ).toBeUndefined()
})

test('a safe fix is a suggestion of the whole line, and the comment ends with the marker', () => {
  expect(draft('- a\n-b\n', [{line: 2, reason: 'No space after `-`', edits: [insert(5, ' ')]}])).toMatchObject({
    body: '[awesome-doctor](https://github.com/awesome-doctor/awesome-doctor) found 1 error on the lines of this pull request; the suggestion below mends it.\n\n<!-- awesome-doctor:review -->',
    comments: [
      {
        path: 'readme.md',
        line: 2,
        side: 'RIGHT',
        body: 'No space after `-`. ([some-rule](https://docs.example/rules#some-rule), error)\n\n```suggestion\n- b\n```\n\n<!-- awesome-doctor:f0 -->'
      }
    ],
    listed: []
  })
})

test('findings of one line share a comment, with a marker each', () => {
  const {comments} = draft('-b\n', [{line: 1, edits: [insert(1, ' ')]}, {line: 1, edits: [insert(2, '.')]}, {line: 1}])!
  expect(comments).toHaveLength(1)
  expect(comments[0]!.body).toContain('```suggestion\n- b.\n```')
  expect(findMarkers(comments[0]!.body)).toEqual(['f0', 'f1', 'f2'])
})

test('a suggestion of several lines says where it starts', () => {
  const {comments} = draft('a\n# b\n', [{line: 2, edits: [insert(2, '\n')]}])!
  expect(comments).toMatchObject([{start_line: 1, start_side: 'RIGHT', line: 2}])
})

test('an unsafe fix is a suggestion that asks to be checked', () => {
  const {comments} = draft('-b\n', [{line: 1, safety: 'unsafe', edits: [insert(1, ' ')]}])!
  expect(comments[0]!.body).toContain(
    'Please check that the suggestion says what you mean before you apply it.\n\n```suggestion'
  )
})

test('where a safe suggestion has the line, the reason alone tells of an unsafe fix', () => {
  const {body, comments} = draft('-b\n', [
    {line: 1, edits: [insert(1, ' ')]},
    {line: 1, reason: 'Expected ``B`c``', safety: 'unsafe', edits: [replace(1, 2, 'B`c')]}
  ])!
  expect(comments).toHaveLength(1)
  expect(comments[0]!.body.match(/```suggestion\n- b\n```/g)).toHaveLength(1)
  expect(comments[0]!.body).toContain('\n- Expected ``B`c``. ([some-rule]')
  expect(comments[0]!.body).not.toContain('Please check')
  expect(body).toContain('; the suggestion below mends 1 of them.')
})

test('a file with carriage returns gets the mended line to copy, with all fixes that fit together', () => {
  const {body, comments} = draft('-b\r\n', [
    {line: 1, edits: [insert(1, ' ')]},
    {line: 1, edits: [insert(2, ' ```')]}
  ])!
  expect(comments[0]!.body).not.toContain('suggestion')
  expect(comments[0]!.body).toContain('\n\nMended, the line reads:\n\n````markdown\n- b ```\n````\n\n<!--')
  expect(body).not.toContain('suggestion')
  const unsafe = draft('-b\r\n', [{line: 1, safety: 'unsafe', edits: [insert(1, ' ')]}])!
  expect(unsafe.comments[0]!.body).toContain('Mended, the line reads, if that is what you mean:')
})

test('a missing final newline is told in words', () => {
  const {comments} = draft('a\nb', [{line: 2, edits: [insert(3, '\n')]}], {
    patch: {hunks: [{start: 1, end: 2}], added: [2], removed: []}
  })!
  expect(comments).toMatchObject([{line: 2}])
  expect(comments[0]!.body).not.toContain('```suggestion')
})

test('list text in a reason stays harmless', () => {
  const reason = 'Say `a` instead of `x``@octocat`` <!-- awesome-doctor:f9 --> <b>`, #12'
  const {comments} = draft('b\n', [{line: 1, reason}])!
  expect(findMarkers(comments[0]!.body)).toEqual(['f0'])
  expect(comments[0]!.body.replace(/(`+).*?\1/g, '')).not.toMatch(/@octocat|<b>|#12|<!-- awesome-doctor:f9/)
})

test('a fence in the list cannot end the suggestion', () => {
  const {comments} = draft('a ```\n', [{line: 1, edits: [insert(0, '- ````')]}])!
  expect(comments[0]!.body).toContain('\n`````suggestion\n- ````a ```\n`````\n')
})

test('what has a comment of ours is left alone', () => {
  const sketches = [{line: 1}, {line: 2}]
  expect(draft('a\nb\n', sketches, {commented: new Set(['f0', 'f1'])})).toBeUndefined()
  expect(draft('a\nb\n', sketches, {commented: new Set(['f0'])})!.comments).toMatchObject([{line: 2}])
})

test('too many: errors come first, the rest is listed, and moves up when there is room', () => {
  const sketches: Sketch[] = [
    {line: 1, severity: 'warning'},
    {line: 2},
    {line: 3, severity: 'warning', reason: 'Oh @you'},
    {line: 4}
  ]
  const first = draft('a\nb\nc\nd\n', sketches, {maxComments: 3})!
  expect(first.comments.map(({line}) => line)).toEqual([1, 2, 4])
  expect(first.listed.map(({fingerprint}) => fingerprint)).toEqual(['f2'])
  expect(first.body).toContain('One more has no comment of its own, to keep the review to 3 comments:\n\n| Line |')
  expect(first.body).toContain('| `readme.md:3` | Oh @&#8203;you. ([some-rule]')
  expect(findMarkers(first.body)).toEqual(['f2', 'review'])
  const commented = new Set(first.comments.flatMap(({body}) => findMarkers(body)))
  const second = draft('a\nb\nc\nd\n', sketches, {maxComments: 3, commented, listed: new Set(['f2'])})!
  expect(second.comments.map(({line}) => line)).toEqual([3])
  expect(second.body).toContain('has room now to comment on 1 of what it only listed before.')
})

test('a file without a diff is told of in the body, once', () => {
  const files = [{report: reportOf('readme.md', 'a\n', [{line: 1}])}]
  const review = draftReview(files, terms)!
  expect(review.comments).toEqual([])
  expect(review.body).toContain('One has no comment of its own, as the diff does not show the lines:')
  expect(review.body).toContain('| `readme.md:1` | Say it well. ([some-rule]')
  expect(draftReview(files, {...terms, listed: new Set(['f0'])})).toBeUndefined()
})

test('more than can be remembered is told once all the same', () => {
  const report = reportOf(
    'readme.md',
    'a\n'.repeat(600),
    Array.from({length: 600}, (_, index) => ({line: index + 1}))
  )
  const review = draftReview([{report}], terms)!
  expect(findMarkers(review.body)).toHaveLength(502)
  expect(draftReview([{report}], {...terms, listed: new Set(findMarkers(review.body))})).toBeUndefined()
})

test('comments stand on lines of the diff, by path and line', () => {
  const text = 'a\n'.repeat(20)
  const patch = {hunks: [{start: 4, end: 9}], added: [6], removed: []}
  const file = (path: string) => ({report: reportOf(path, text, [{line: 6}, {line: 12}]), patch})
  const review = draftReview([file('b.md'), file('a.md')], terms)!
  expect(review.comments.map(({path, line}) => `${path}:${line}`)).toEqual(['a.md:6', 'b.md:6'])
  expect(review.listed).toHaveLength(2)
})

test('however much there is to say, GitHub takes it', () => {
  const reason = 'x'.repeat(3000)
  const many = Array.from({length: 400}, (_, index) => ({line: index + 1, reason, fingerprint: `n${index}`}))
  const review = draft('a\n'.repeat(400), many)!
  expect(review.comments).toHaveLength(30)
  expect(review.body.length).toBeLessThanOrEqual(65_536)
  expect(findMarkers(review.body)).toHaveLength(371)
  expect(review.body).toMatch(/more lines were cut/)
  const long = draft(`${'y'.repeat(70_000)}\n`, [{line: 1, edits: [insert(0, '- ')]}])!
  expect(long.comments[0]!.body.length).toBeLessThan(65_536)
})

test('a move does not swallow the fixes of the lines it passes', () => {
  const text = '-c\n- d\n-b\n'
  const move = [remove(0, 3), insert(10, '-c\n')]
  const {comments} = draft(text, [
    {line: 1, reason: 'Expected it below', edits: move},
    {line: 1, edits: [insert(1, ' ')]},
    {line: 3, edits: [insert(8, ' ')]}
  ])!
  expect(comments.map(({line, start_line}) => [start_line, line])).toEqual([
    [undefined, 1],
    [undefined, 3]
  ])
  expect(comments[0]!.body).toContain('- Expected it below.')
})
