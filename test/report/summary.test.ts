import fc from 'fast-check'
import type {Nodes} from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {expect, test} from 'vitest'
import {insert, remove} from '../../src/document/edit.ts'
import type {LinkStatus, ReportedLink} from '../../src/document/facts.ts'
import {fixesDiff} from '../../src/report/fixes-diff.ts'
import summary from '../../src/report/summary.ts'
import {reportOf, type Sketch} from './sketches.ts'

const text = '-a\n-b\n-c\n'
const safe = (line: number): Sketch => ({line, edits: [insert((line - 1) * 3 + 1, ' ')]})
const headingOf = (sketches: readonly Sketch[]) => summary([reportOf('a.md', text, sketches)]).split('\n', 1)[0]

const linkTo = (status: LinkStatus, reason = 'because', url = 'https://a.example/x'): ReportedLink => ({
  url,
  fact: {status, reason},
  places: [{path: 'a.md', line: 7}]
})

test('the heading counts what there is, and nothing that there is not', () => {
  expect(headingOf([{line: 1}])).toBe('## 1 error')
  expect(headingOf([{line: 1, severity: 'warning'}])).toBe('## 1 warning')
  expect(headingOf([{line: 1}, {line: 2}, {line: 3, severity: 'warning'}])).toBe('## 2 errors and 1 warning')
  expect(headingOf([])).toBe('## All is well')
})

test('a sentence below it counts fixes and what is silenced', () => {
  const below = (...sketches: readonly Sketch[]) => summary([reportOf('a.md', text, sketches)]).split('\n')[2]
  expect(below(safe(1))).toBe('It has a safe fix.')
  expect(below(safe(1), safe(2))).toBe('All have a safe fix.')
  expect(below(safe(1), {line: 2})).toBe('1 of them has a safe fix.')
  expect(below(safe(1), safe(3), {line: 2})).toBe('2 of them have a safe fix.')
  expect(below({line: 1, suppressed: true})).toBe('There is nothing to say about `a.md`. 1 finding is silenced.')
  expect(below({line: 1, suppressed: true}, {line: 2, suppressed: true})).toContain('2 findings are silenced')
  expect(below({line: 1, suppressed: true, baseline: 'a'})).toBe(
    'There is nothing to say about `a.md`. 1 finding is in the baseline.'
  )
  expect(summary([])).toBe('## All is well\n\nThere was no list to look at.\n')
})

test('the safe fixes can be read as a diff', () => {
  const file = reportOf('a.md', text, [
    safe(1),
    {line: 1, edits: [insert(1, ' ')]},
    {line: 1, edits: [insert(1, 'x')]},
    {line: 2, safety: 'unsafe', edits: [insert(4, ' ')]},
    {line: 3, edits: [remove(6, 9)]}
  ])
  expect(summary([file])).toContain(
    '\n\n<details><summary>The safe fixes as a diff</summary>\n\n```diff\n@@ line 1 @@\n--a\n+- a\n@@ line 3 @@\n--c\n```\n\n</details>\n'
  )
  expect(summary([reportOf('a.md', text, [{line: 1}])])).not.toContain('diff')
})

test('lines that deceive or never end are left out of the diff', () => {
  const of = (line: string) =>
    fixesDiff(reportOf('a.md', `-a\n${line}\n`, [safe(1), {line: 2, edits: [insert(4, ' ')]}]))
  expect(of('-b')).toHaveLength(6)
  for (const line of ['-\u202eb', '-\u001b[31m', '-##[error]', '-b'.padEnd(600, 'b')]) expect(of(line)).toHaveLength(3)
  const long = reportOf(
    'a.md',
    '-a\n'.repeat(300),
    Array.from({length: 300}, (_, index) => safe(index + 1))
  )
  expect(fixesDiff(long).length).toBeLessThanOrEqual(200)
})

test('links are counted, and those that nobody can judge listed', () => {
  const links = [
    linkTo('alive'),
    linkTo('dead'),
    linkTo('unsure', '403, `it` refuses | @you', 'https://a.example/|`b'),
    linkTo('skipped')
  ]
  const told = summary([reportOf('a.md', text, [])], undefined, links)
  expect(told).toContain(
    '### Links\n\n| Alive | Dead | Unsure | Skipped |\n| --- | --- | --- | --- |\n| 1 | 1 | 1 | 1 |\n\n'
  )
  expect(told).toContain(
    '<details><summary>1 link could not be judged</summary>\n\n| Line | Link | Answer |\n| --- | --- | --- |\n| `a.md:7` | ``https://a.example/\\|`b`` | 403, `it` refuses \\| @&#8203;you |\n\n</details>\n'
  )
  expect(summary([], undefined, [linkTo('skipped')])).not.toContain('Links')
  expect(summary([], undefined, [linkTo('alive')])).not.toContain('<details>')
  const many = Array.from({length: 130}, () => linkTo('unsure'))
  expect(summary([], undefined, many)).toContain('|\n\n30 more are left out of this summary.\n\n</details>')
})

const nodes = (node: Nodes): readonly Nodes[] => [node, ...('children' in node ? node.children.flatMap(nodes) : [])]
const nasty = fc
  .array(
    fc.constantFrom(
      '@octocat',
      '#12',
      '<!--',
      '-->',
      '</details>',
      '<img src=x>',
      '`',
      '```',
      '~~~',
      '|',
      '\\',
      '\\|',
      '[a](b)',
      '\n',
      '\r',
      ' ',
      'a',
      '- ',
      '# ',
      '\u202e'
    ),
    {maxLength: 10}
  )
  .map(parts => parts.join(''))

test('whatever lists and servers say, the summary says only its own', () => {
  fc.assert(
    fc.property(nasty, nasty, nasty, nasty, (path, line, reason, put) => {
      const flat = line.replace(/[\n\r]/g, '')
      const file = reportOf(path, `${flat}\n`.repeat(3), [
        {line: 1, reason, edits: [insert(0, put)]},
        {line: 2, reason, severity: 'warning'}
      ])
      const links = [linkTo('unsure', reason, put), linkTo('dead')]
      const tree = unified()
        .use(remarkParse)
        .use(remarkGfm)
        .parse(summary([file], undefined, links))
      const all = nodes(tree)
      for (const node of all) {
        if (node.type === 'html') expect(node.value).toMatch(/^<details><summary>[\w ]+<\/summary>$|^<\/details>$/)
        if (node.type === 'text') expect(node.value).not.toMatch(/@[\w.-]|#\d/)
        if (node.type === 'link') expect(node.url).toBe('https://docs.example/rules#some-rule')
      }
      expect(
        all.filter(node => node.type === 'table').map(node => node.children.map(row => row.children.length))
      ).toEqual([
        [5, 5, 5],
        [2, 2],
        [3, 3]
      ])
      expect(all.filter(node => node.type === 'heading')).toHaveLength(3)
      const [code, ...more] = all.filter(node => node.type === 'code')
      expect(more).toEqual([])
      expect(code?.lang ?? 'diff').toBe('diff')
    }),
    {numRuns: 300, seed: 5}
  )
})
