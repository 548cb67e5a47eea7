import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {insert, remove} from '../../src/document/edit.ts'
import {findMarkers} from '../../src/report/markdown.ts'
import {planMending} from '../../src/report/mended.ts'
import {draftReview, type ReviewTerms} from '../../src/report/review.ts'
import {reportOf, type Sketch} from './sketches.ts'

const lines = (count: number): string => Array.from({length: count}, (_, index) => `-${index}\n`).join('')
const safe = (line: number): Sketch => ({line, edits: [insert((line - 1) * 3 + 1, ' ')]})
const warning = (line: number): Sketch => ({line, severity: 'warning'})

function draft(sketches: readonly Sketch[], more: Partial<ReviewTerms> & {shown?: number; path?: string} = {}) {
  const {shown = 9, path = 'readme.md', ...terms} = more
  const patch = {
    hunks: [{start: 1, end: shown}],
    added: Array.from({length: shown}, (_, index) => index + 1),
    removed: []
  }
  const none = {maxComments: 30, commented: new Set<string>(), listed: new Set<string>()}
  return draftReview([{report: reportOf(path, lines(40), sketches), patch}], {...none, ...terms})!
}

const name = '[awesome-doctor](https://github.com/awesome-doctor/awesome-doctor)'
const firstLine = (body: string): string => body.split('\n', 1)[0]!.replace(name, 'it')
const later = {listed: new Set(['review'])}

describe('the line that opens a review', () => {
  test.each<[string, readonly Sketch[], Parameters<typeof draft>[1]]>([
    ['it found 1 error on the lines of this pull request; the suggestion below mends it.', [safe(1)], {}],
    ['it found 2 errors on the lines of this pull request; the suggestions below mend both.', [safe(1), safe(3)], {}],
    [
      'it found 3 errors on the lines of this pull request; the suggestions below mend all of them.',
      [safe(1), safe(3), safe(5)],
      {}
    ],
    [
      'it found 1 error and 1 warning on the lines of this pull request; the suggestion below mends 1 of them.',
      [safe(1), warning(2)],
      {}
    ],
    ['it found 2 warnings on the lines of this pull request.', [warning(1), warning(2)], {}],
    ['it found 1 warning on the lines of this pull request.', [warning(20)], {}],
    [
      'it found 1 new error and 2 new warnings on the lines of this pull request.',
      [warning(1), warning(2), {line: 3}],
      later
    ],
    [
      'it has room now to comment on 1 of what it only listed before.',
      [warning(1)],
      {listed: new Set(['f0', 'review'])}
    ],
    [
      'it found 1 new error on the lines of this pull request, and has room now to comment on 1 of what it only listed before; the suggestion below mends 1 of them.',
      [warning(1), safe(2)],
      {listed: new Set(['f0', 'review'])}
    ]
  ])('%s', (expected, sketches, terms) => {
    expect(firstLine(draft(sketches, terms).body)).toBe(expected)
  })

  test('a fix that no suggestion carries is not promised', () => {
    const {body} = draft([{line: 30, edits: [insert(88, ' ')]}])
    expect(firstLine(body)).toBe('it found 1 error on the lines of this pull request.')
  })
})

describe('who is new here', () => {
  const several =
    /\n\nWelcome! To apply a suggestion, press \*\*Commit suggestion\*\* below it, or \[apply several at once\]\(https:\/\/docs\.github\.com\/\S+\) under \*\*Files changed\*\*\.\n\n<!--/

  test('is told once how to apply suggestions', () => {
    expect(draft([safe(1)], {author: 'newcomer'}).body).toContain(
      '\n\nWelcome! To apply the suggestion, press **Commit suggestion** below it.\n\n<!--'
    )
    expect(draft([safe(1), safe(3)], {author: 'newcomer'}).body).toMatch(several)
  })

  test('is not told where there are none, after a push, or who is not new', () => {
    expect(draft([warning(1)], {author: 'newcomer'}).body).not.toContain('Welcome')
    expect(draft([safe(1)], {author: 'newcomer', ...later}).body).not.toContain('Welcome')
    expect(draft([safe(1)], {author: 'regular'}).body).not.toContain('Welcome')
    expect(draft([safe(1)]).body).not.toContain('Welcome')
  })
})

describe('why', () => {
  const why = 'A space makes `-` an item. There is more to say.'

  test('is said in one sentence, once for each rule', () => {
    const {comments} = draft([
      {line: 1, note: why},
      {line: 2, note: why},
      {line: 3, note: 'Another matter', rule: 'other-rule'}
    ])
    expect(comments.map(({body}) => body.split('\n', 1)[0])).toEqual([
      'Say it well. A space makes `-` an item. ([some-rule](https://docs.example/rules#some-rule), error)',
      'Say it well. ([some-rule](https://docs.example/rules#some-rule), error)',
      'Say it well. Another matter. ([other-rule](https://docs.example/rules#other-rule), error)'
    ])
  })

  test('is left to the rule’s page in a comment on several things', () => {
    const {comments} = draft([
      {line: 1, note: why},
      {line: 1, note: why, severity: 'warning'},
      {line: 2, note: why}
    ])
    expect(comments[0]!.body).toBe(
      '- Say it well. ([some-rule](https://docs.example/rules#some-rule), error)\n- Say it well. ([some-rule](https://docs.example/rules#some-rule), warning)\n\n<!-- awesome-doctor:f0 -->\n<!-- awesome-doctor:f1 -->'
    )
    expect(comments[1]!.body).toContain('an item')
  })
})

describe('the table', () => {
  const tableIn = (body: string) => body.split('\n').filter(line => line.startsWith('| `') || line.startsWith('| ['))

  test('has errors first, and says why they have no comment', () => {
    const {body} = draft([warning(1), warning(2), {line: 3}, warning(4), {line: 5}], {maxComments: 1})
    expect(body).toContain('\n\n4 more have no comment of their own, to keep the review to 1 comment:\n\n| Line |')
    expect(tableIn(body)).toEqual([
      '| `readme.md:5` | Say it well. ([some-rule](https://docs.example/rules#some-rule), error) |',
      '| `readme.md:1` | Say it well. ([some-rule](https://docs.example/rules#some-rule), warning) |',
      '| `readme.md:2` | Say it well. ([some-rule](https://docs.example/rules#some-rule), warning) |',
      '| `readme.md:4` | Say it well. ([some-rule](https://docs.example/rules#some-rule), warning) |'
    ])
    expect(draft([warning(1)], {maxComments: 0}).body).toContain('\n\nOne has no comment of its own:\n\n')
    expect(draft([warning(20), warning(21)]).body).toContain(
      '\n\n2 have no comment of their own, as the diff does not show the lines:\n\n'
    )
    expect(draft([warning(1), warning(2), warning(21)], {maxComments: 1}).body).toContain(
      '\n\n2 more have no comment of their own:\n\n'
    )
  })

  test('has only what no review has listed before', () => {
    const {body} = draft([warning(20), warning(21)], {listed: new Set(['f0', 'review'])})
    expect(tableIn(body)).toHaveLength(1)
    expect(findMarkers(body)).toEqual(['f1', 'review'])
  })

  test('is folded where it is long', () => {
    const {body} = draft(Array.from({length: 12}, (_, index) => warning(index + 20)))
    expect(body).toContain(
      '\n\n<details><summary>12 have no comment of their own, as the diff does not show the lines</summary>\n\n| Line |'
    )
    expect(body).toMatch(/\|\n\n<\/details>\n\n<!-- awesome-doctor:f0 -->/)
    expect(findMarkers(body)).toHaveLength(13)
  })

  test('links the lines, whatever the path', () => {
    const filesUrl = 'https://github.example/o/r/blob/0123'
    const {body} = draft([warning(20)], {filesUrl, path: 'a b/#(c)|d?\ud800.md'})
    expect(tableIn(body)[0]).toContain(
      '| [`a b/#(c)\\|d?\ud800.md:20`](https://github.example/o/r/blob/0123/a%20b/%23%28c%29%7Cd%3F%EF%BF%BD.md?plain=1#L20) |'
    )
  })
})

const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown)
const nodes = (node: Nodes): readonly Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodes) : [])]

const pieces =
  '@octocat|#12|GH-7|octo/repo#3|&#64;team|<!-- awesome-doctor:666 -->|-->|<!--|</details>|<img src=x>|[a](b)|![i](u)|`|``|```suggestion|~~~|*|_|\\|$x$|www.e.example|https://e.example/@x|1. |- |# |> |[ ] |. |a| |\n|\r|\u2028|\u202e|\0'
const nasty = fc
  .array(fc.constantFrom(...pieces.split('|'), '|', '||', '\\|'), {maxLength: 10})
  .map(parts => parts.join(''))
const sketch = fc.record({
  line: fc.integer({min: 1, max: 14}),
  severity: fc.constantFrom('error' as const, 'warning' as const),
  reason: nasty,
  note: nasty,
  safety: fc.constantFrom('safe' as const, 'unsafe' as const),
  put: nasty
})
const scene = fc.record({
  path: nasty.map(text => `${text}.md`),
  line: nasty.map(text => text.replace(/[\n\r]/g, '')),
  sketches: fc.array(sketch, {minLength: 1, maxLength: 14}),
  maxComments: fc.integer({min: 0, max: 6}),
  carriage: fc.constantFrom('', '', '\r')
})

/** Every text that is posted, for a list and findings that mean harm. */
function posted({path, line, sketches, maxComments, carriage}: typeof scene extends fc.Arbitrary<infer T> ? T : never) {
  const text = `${line}${carriage}\n`.repeat(14)
  const width = line.length + carriage.length + 1
  const told = sketches.map(({put, ...rest}): Sketch => {
    const start = (rest.line - 1) * width
    const edits = line === '' ? [insert(start, put)] : [remove(start, start + 1), insert(start + 1, put)]
    return {...rest, edits}
  })
  const patch = {hunks: [{start: 1, end: 9}], added: [1, 2, 3, 4, 5, 6, 7, 8, 9], removed: []}
  const filesUrl = 'https://github.example/o/r/blob/0123'
  const none = {maxComments, commented: new Set<string>(), listed: new Set<string>()}
  const review = draftReview([{report: reportOf(path, text, told), patch}], {...none, author: 'newcomer', filesUrl})!
  return {review, told}
}

/** Nothing in it but what we write: our links, our markers, our folds, tables and lists. Tells all of its nodes. */
function expectTame(body: string): readonly Nodes[] {
  const all = nodes(parse(body))
  for (const node of all) {
    if (node.type === 'html')
      expect(node.value).toMatch(
        /^(?:<!-- awesome-doctor:(?!666)[\w-]+ -->\n?)+$|^<details><summary>[\w ,]+<\/summary>$|^<\/details>$/
      )
    if (node.type === 'link')
      expect(node.url).toMatch(
        /^https:\/\/(?:docs\.example|github\.com\/awesome-doctor|docs\.github\.com|github\.example\/o\/r\/blob)\//
      )
    if (node.type === 'text') expect(node.value).not.toMatch(/@[\w.-]|#\d|\bgh-\d|:\/\/|www\./i)
    expect(['image', 'heading', 'blockquote', 'thematicBreak', 'delete', 'definition', 'emphasis']).not.toContain(
      node.type
    )
  }
  const strong = all.filter(node => node.type === 'strong')
  expect(strong.map(node => textOf(node)).filter(text => !/^(?:Commit suggestion|Files changed)$/.test(text))).toEqual(
    []
  )
  return all
}

test('whatever a list says, a review says only its own', () => {
  fc.assert(
    fc.property(scene, given => {
      const {review, told} = posted(given)
      const bodies = [review.body, ...review.comments.map(({body}) => body)]
      const tables = expectTame(review.body).filter(node => node.type === 'tableRow')
      expect(tables.map(row => row.children.length).filter(count => count !== 2)).toEqual([])
      expect(tables.length).toBe(review.listed.length === 0 ? 0 : review.listed.length + 1)
      const markers = bodies.flatMap(findMarkers).filter(id => id !== 'review')
      expect(markers.sort()).toEqual(told.map((_, index) => `f${index}`).sort())
      for (const {body} of review.comments) {
        const all = expectTame(body)
        expect(all.filter(node => node.type === 'code').length).toBeLessThanOrEqual(1)
        const count = findMarkers(body).length
        expect(all.filter(node => node.type === 'listItem')).toHaveLength(count === 1 ? 0 : count)
      }
    }),
    {numRuns: 300, seed: 5}
  )
})

test('a comment loses what is mended and stays as tame and well-formed', () => {
  fc.assert(
    fc.property(scene, fc.array(fc.boolean(), {minLength: 14, maxLength: 14}), (given, gone) => {
      const {review} = posted(given)
      const present = new Set(gone.flatMap((isGone, index) => (isGone ? [] : [`f${index}`])))
      for (const {body} of review.comments) {
        const left = findMarkers(body).filter(id => present.has(id))
        const [change] = planMending([{body, answered: false}], present)
        if (change?.kind !== 'edit') continue
        expectTame(change.body)
        expect(findMarkers(change.body)).toEqual(left)
        const before = body.split('\n')
        const kept = left.map(id => before[findMarkers(body).indexOf(id)]!)
        const words = change.body.slice(0, change.body.indexOf('\n\n'))
        expect(words).toBe(kept.length === 1 ? kept[0]!.slice(2) : kept.join('\n'))
      }
    }),
    {numRuns: 300, seed: 5}
  )
})
