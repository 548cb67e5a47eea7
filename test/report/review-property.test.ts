import fc from 'fast-check'
import type {Code, Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import type {Patch} from '../../src/lint/changed-lines.ts'
import {findMarkers} from '../../src/report/markdown.ts'
import {draftReview} from '../../src/report/review.ts'
import {patience, runs} from '../property.ts'
import {reportOf, type Sketch} from './sketches.ts'

const forged = '<!-- awesome-doctor:666 -->'
const bits = [
  ...[
    '`',
    '```',
    '````suggestion',
    '~~~',
    '<!--',
    '-->',
    forged,
    '@octo',
    '@octo/team',
    '#1',
    'GH-2',
    'a/b#3',
    '&#64;x',
    '&commat;y'
  ],
  ...[
    '<img src=x onerror=y>',
    '![x](https://x.example)',
    '[x](y)',
    '**b**',
    '\\',
    '|',
    '\u202e',
    '\0',
    '\u001b[31m',
    'Fixes #4',
    ' ',
    'word',
    '- ',
    '> '
  ]
]
const words = fc.array(fc.constantFrom(...bits), {maxLength: 7}).map(all => all.join(''))
const lines = fc.array(words, {minLength: 1, maxLength: 12})

interface Case {
  readonly text: string
  readonly patch: Patch
  readonly sketches: readonly Sketch[]
  readonly maxComments: number
  readonly commented: ReadonlySet<string>
}

const someCase: fc.Arbitrary<Case> = lines.chain(all => {
  const text = `${all.join('\n')}\n`
  const line = fc.integer({min: 1, max: all.length})
  const range = fc.tuple(line, line).map(([a, b]) => ({start: Math.min(a, b), end: Math.max(a, b)}))
  const offset = fc.nat(text.length)
  const edit = fc
    .tuple(offset, offset, words)
    .map(([a, b, newText]) => ({range: [Math.min(a, b), Math.max(a, b)] as const, newText}))
  const sketch = fc.record(
    {
      line,
      severity: fc.constantFrom('error' as const, 'warning' as const),
      reason: words,
      edits: fc.array(edit, {minLength: 1, maxLength: 1}),
      safety: fc.constantFrom('safe' as const, 'unsafe' as const)
    },
    {requiredKeys: ['line', 'severity', 'reason']}
  )
  return fc.record({
    text: fc.constant(text),
    patch: range.map(({start, end}): Patch => {
      // Two hunks, with a line between them that nothing can stand on.
      const middle = Math.floor((start + end) / 2)
      const hunks =
        end - start > 2
          ? [
              {start, end: middle - 1},
              {start: middle + 1, end}
            ]
          : [{start, end}]
      return {hunks, added: [start], removed: []}
    }),
    sketches: fc.array(sketch, {maxLength: 8}),
    maxComments: fc.constantFrom(30, 30, 2, 0),
    commented: fc.subarray(['f0', 'f1', 'f2']).map(ids => new Set(ids))
  })
})

const parser = unified().use(remarkParse).use(remarkGfm)

function nodesOf(node: Nodes): readonly Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesOf) : [])]
}

/** HTML of ours: markers, and what folds a long table. */
const own = /^(?:(?:<!-- awesome-doctor:[\w-]+ -->|<details><summary>[\w ,]+<\/summary>|<\/details>)\n?)+$/

/** What GitHub would act on, in the text of a body as it is read; what stands in code is left alone. */
function livelyIn(body: string): readonly string[] {
  const nodes = nodesOf(parser.parse(body))
  const texts = nodes.flatMap(node => (node.type === 'text' ? [node.value] : []))
  const html = nodes.flatMap(node => (node.type === 'html' && !own.test(node.value) ? [node.value] : []))
  const images = nodes.filter(node => node.type === 'image').map(() => 'an image')
  const links = nodes.flatMap(node =>
    node.type === 'link' && !/^https:\/\/(?:docs\.example|github\.com\/awesome-doctor)\//.test(node.url)
      ? [node.url]
      : []
  )
  const calls = texts.flatMap(text => text.match(/(?<![\w])@\w|(?<!\w)#\d|\bGH-\d/g) ?? [])
  return [...html, ...images, ...links, ...calls]
}

test(
  'whatever the list, its diff and its findings: what is drafted can be posted, is told once and does nothing but tell',
  () => {
    fc.assert(
      fc.property(someCase, ({text, patch, sketches, maxComments, commented}) => {
        const report = reportOf('readme.md', text, sketches)
        const draft = draftReview([{report, patch}], {maxComments, commented, listed: new Set()})
        const fresh = report.diagnostics.map(({fingerprint}) => fingerprint).filter(id => !commented.has(id))
        const told = [
          ...(draft?.comments.flatMap(({body}) => findMarkers(body)) ?? []),
          ...(draft?.listed.map(({fingerprint}) => fingerprint) ?? [])
        ]
        expect(told.toSorted()).toEqual(fresh.toSorted())
        if (!draft) return
        expect(draft.comments.length).toBeLessThanOrEqual(maxComments)
        expect(findMarkers(draft.body)).toEqual([...draft.listed.map(({fingerprint}) => fingerprint), 'review'])
        expect(livelyIn(draft.body)).toEqual([])
        for (const {line, start_line: start = line, body} of draft.comments) {
          expect(patch.hunks.some(hunk => hunk.start <= start && line <= hunk.end)).toBe(true)
          expect(body.length).toBeLessThanOrEqual(65_536)
          expect(livelyIn(body)).toEqual([])
          const blocks = nodesOf(parser.parse(body)).filter((node): node is Code => node.type === 'code')
          const suggestions = blocks.filter(({lang}) => lang === 'suggestion')
          expect(suggestions.every(({value}) => value.trim() !== '')).toBe(true)
          expect(suggestions.length).toBeLessThanOrEqual(1)
        }
      }),
      runs(1500)
    )
  },
  patience(30_000)
)
