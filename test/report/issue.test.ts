import fc from 'fast-check'
import type {Nodes, Root} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {readIssueBody} from '../../src/report/issue.ts'
import {bodyLimit, findMarkers} from '../../src/report/markdown.ts'
import {patience, runs} from '../property.ts'
import {hostileText} from './hostile.ts'
import {click, commit, draft, type Finding, fingerprintOf, partsOf, repositoryUrl} from './issue-findings.ts'

const fix = {safety: 'safe', title: 'Mend it', edits: []} as const
const dead = (name: string): Finding => ({
  reason: `Unexpected dead link \`https://${name}.example/\`, the server answered \`404\` twice`,
  rule: 'link-alive',
  severity: 'error'
})
const typo = (name: string): Finding => ({reason: `Unexpected \`${name}\``, fix})
const some: readonly Finding[] = [
  dead('a'),
  {reason: 'Unexpected old address `http://b.example`, it has moved for good', rule: 'link-moved'},
  {reason: 'Unexpected repository `ann/a`, which is archived', rule: 'repository-archived'},
  {reason: 'Unexpected level 4 of heading', rule: 'heading-increment'},
  typo('teh')
]

const paragraphs = (body: string): readonly string[] => body.split('\n\n')
const plain = (body: string): string => paragraphs(body)[0]!.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')

describe('what the issue opens with', () => {
  test.each<[string, readonly Finding[], Parameters<typeof draft>[2]]>([
    ['awesome-doctor found 1 error in `readme.md` at `0123456`.', [dead('a')], {}],
    [
      'awesome-doctor found 1 error and 4 warnings in `readme.md` at `0123456`. A proven fix mends 1 of them: run `awesome-doctor --fix`, or set `fix: pull-request` in the workflow.',
      some,
      {}
    ],
    [
      'awesome-doctor found 2 warnings in `readme.md` at `0123456`. Proven fixes mend both: run `awesome-doctor --fix`, or set `fix: pull-request` in the workflow.',
      [typo('teh'), typo('hte')],
      {}
    ],
    [
      'awesome-doctor found 2 warnings in `readme.md` at `0123456`. This pull request mends both.',
      [typo('teh'), typo('hte')],
      {pullRequestUrl: `${repositoryUrl}/pull/7`}
    ],
    [
      'awesome-doctor found 1 error in 1 of 2 lists at `0123456`.',
      [dead('a'), {...typo('x'), suppressed: true, path: 'b.md'}],
      {}
    ],
    ['awesome-doctor found 2 errors in 2 lists.', [dead('a'), {...dead('b'), path: 'b.md'}], {commit: ''}]
  ])('%s', (opening, findings, more) => {
    expect(plain(draft(findings, undefined, more).body)).toBe(opening)
  })

  test('the title tells of one list or of several', () => {
    expect(draft([dead('a')]).title).toBe('What awesome-doctor found in this list')
    expect(draft([dead('a'), {...dead('b'), path: 'b.md'}]).title).toBe('What awesome-doctor found in these lists')
  })

  test('commit, list and lines are linked at the commit that was audited', () => {
    const {body} = draft([{...dead('a'), path: 'lists/ü (1).md', line: 12}, typo('x')])
    expect(body).toContain(`(${repositoryUrl}/commit/${commit})`)
    expect(body).toContain(
      `- [ ] [\`lists/ü (1).md:12\`](${repositoryUrl}/blob/${commit}/lists/%C3%BC%20%281%29.md?plain=1#L12) Unexpected dead link`
    )
  })
})

test('findings stand in the section of their rule, and the rule is linked', () => {
  const {body} = draft(some, undefined, {copyOf: url => `https://web.archive.org/web/2024/${url}`})
  expect(partsOf(body)).toEqual({
    'Dead links': [
      'Unexpected dead link `https://a.example/`, the server answered `404` twice. A [copy](https://web.archive.org/web/2024/https://a.example/) is in the Wayback Machine.'
    ],
    'Moved links': ['Unexpected old address `http://b.example`, it has moved for good.'],
    'Archived and abandoned repositories': ['Unexpected repository `ann/a`, which is archived.'],
    Structure: ['Unexpected level 4 of heading.'],
    Style: ['Unexpected `teh`.']
  })
  expect(body).toMatch(/\(\[link-alive\], error\) <!-- awesome-doctor:[\da-f]{16} -->\n/)
  expect(body).toContain(
    '\n[link-alive]: https://github.com/awesome-doctor/awesome-doctor/blob/main/rules/README.md#link-alive\n'
  )
  expect(findMarkers(body).at(-1)).toBe('audit')
})

test('the address of a copy stays one link, whatever is in it', () => {
  const {body} = draft([dead('a')], undefined, {
    copyOf: () => 'https://web.archive.org/web/2024/https://a.example/?`b`=(c)'
  })
  const links = all(parse(body)).flatMap(node => (node.type === 'link' ? node.url : []))
  expect(links).toContain('https://web.archive.org/web/2024/https://a.example/?%60b%60=%28c%29')
})

test('a section of more than twenty findings is folded', () => {
  const many = (count: number) => Array.from({length: count}, (_, index) => typo(`t${index}`))
  expect(draft(many(20)).body).not.toContain('<details>')
  expect(draft(many(21)).body).toContain('### Style\n\n<details><summary>21 findings</summary>\n\n- [ ] ')
})

describe('a later audit', () => {
  const {body} = draft(some)

  test('says nothing else where the lines and the commit are others, and the order', () => {
    const later = [...some].reverse().map((finding, index) => ({...finding, line: 100 + index}))
    expect(draft(later, body, {commit: commit.replace('0', 'f')}).change).toBe('none')
  })

  test.each<[string, Parameters<typeof draft>[0], Parameters<typeof draft>[2]]>([
    ['a finding is gone', some.slice(1), {}],
    ['a finding is new', [...some, typo('hte')], {}],
    ['a finding is worse', some.map(each => ({...each, severity: 'error' as const})), {}],
    ['a fix is proven', some.map(each => ({...each, fix})), {}],
    ['there is a pull request', some, {pullRequestUrl: `${repositoryUrl}/pull/7`}],
    ['a copy was found', some, {copyOf: () => 'https://web.archive.org/web/2024/https://a.example/'}]
  ])('says something else where %s', (_, findings, more) => {
    const next = draft(findings, body, more)
    expect(next.change).toBe('some')
    expect(draft(findings, next.body, more).change).toBe('none')
  })

  test('shows first what is new, and leaves it there until something else changes', () => {
    const more = [...some, typo('hte'), dead('n')]
    const second = draft(more, body)
    expect(Object.entries(partsOf(second.body))[0]).toEqual([
      'New since the last audit',
      ['Unexpected dead link `https://n.example/`, the server answered `404` twice.', 'Unexpected `hte`.']
    ])
    expect(partsOf(second.body)['Style']).toEqual(['Unexpected `teh`.'])
    expect(draft(more, second.body).change).toBe('none')
    const third = draft(more.slice(1), second.body)
    expect(partsOf(third.body)['New since the last audit']).toBeUndefined()
    expect(partsOf(third.body)['Style']).toEqual(['Unexpected `teh`.', 'Unexpected `hte`.'])
  })

  test('knows what a person has removed from the text for something to be told', () => {
    const without = body.replace(/^- \[ \].*old address.*\n/m, '')
    const next = draft(some, without)
    expect(next.change).toBe('some')
    expect(partsOf(next.body)['New since the last audit']).toEqual([
      'Unexpected old address `http://b.example`, it has moved for good.'
    ])
  })

  test('ends the issue when nothing is left', () => {
    const next = draft([], body)
    expect(next).toMatchObject({
      state: 'closed',
      change: 'some',
      farewell: 'All that stood here is mended, so this issue is closed.'
    })
    expect(plain(next.body)).toBe(
      'awesome-doctor found nothing in `readme.md` at `0123456`. This issue is opened again when there is something.'
    )
    expect(draft([], next.body).change).toBe('none')
    expect(draft(some, next.body)).toMatchObject({state: 'open', change: 'some'})
  })
})

describe('a box', () => {
  const {body} = draft(some)
  const ticked = click(click(body, 'dead link'), 'teh')
  const hidden = (findings: readonly Finding[], reasons: readonly string[]) =>
    findings.map(each => ({...each, suppressed: reasons.some(words => each.reason.includes(words))}))

  test('that is ticked silences, and stays ticked in a section of its own', () => {
    expect(readIssueBody(ticked).ticked).toEqual([some[0]!, some[4]!].map(fingerprintOf))
    const findings = hidden(some, ['dead link', 'teh'])
    const next = draft(findings, ticked)
    expect(next.change).toBe('some')
    expect(plain(next.body)).toBe('awesome-doctor found 3 warnings in `readme.md` at `0123456`.')
    expect(next.body).toContain('<details><summary>Silenced (2)</summary>\n\n- [x] ')
    expect(partsOf(next.body)['Silenced']).toHaveLength(2)
    expect(readIssueBody(next.body).ticked).toEqual(readIssueBody(ticked).ticked)
    expect(draft(findings, next.body).change).toBe('none')
  })

  test('that is unticked brings back what it silenced, and that is nothing new', () => {
    const next = draft(hidden(some, ['dead link', 'teh']), ticked)
    const back = draft(hidden(some, ['dead link']), click(next.body, 'teh'))
    expect(back.change).toBe('some')
    expect(partsOf(back.body)).toMatchObject({
      Style: ['Unexpected `teh`.'],
      Silenced: [expect.stringContaining('dead link')]
    })
    expect(partsOf(back.body)['New since the last audit']).toBeUndefined()
  })

  test('ticked or unticked while the audit ran counts as it stands', () => {
    const silenced = draft(hidden(some, ['teh']), click(body, 'teh'))
    const now = click(click(silenced.body, 'teh'), 'dead link')
    const before = readIssueBody(silenced.body).ticked
    const next = draft(hidden(some, ['teh']), now, {tickedBefore: before})
    expect(partsOf(next.body)).toMatchObject({
      Style: ['Unexpected `teh`.'],
      Silenced: [expect.stringContaining('dead')]
    })
  })

  test('stays ticked where the browser made CRLF of the line breaks, and text was written around it', () => {
    const edited = `Hello!\r\n\r\n${ticked.replaceAll('\n', '\r\n').replaceAll('- [x]', '- [X]')}\r\n\r\nPlease mend *these* soon.`
    expect(readIssueBody(edited).ticked).toEqual(readIssueBody(ticked).ticked)
    expect(draft(some, `${body.replaceAll('\n', '\r\n')}\r\nThanks.`).change).toBe('none')
  })

  test('is remembered while its finding is gone', () => {
    const gone = draft(some.slice(1, 4), ticked)
    expect(gone.body).not.toContain('teh')
    expect(draft(some.slice(1, 4), gone.body).change).toBe('none')
    const back = draft(hidden(some, ['dead link', 'teh']), gone.body)
    expect(partsOf(back.body)['Silenced']).toHaveLength(2)
    const clean = draft([], gone.body)
    expect(readIssueBody(clean.body).ticked).toEqual(readIssueBody(ticked).ticked)
  })

  test('for all there is closes the issue', () => {
    const all = some.reduce((text, {reason}) => click(text, reason.slice(0, 22)), body)
    const next = draft(hidden(some, ['']), all)
    expect(next).toMatchObject({
      state: 'closed',
      farewell: 'All that stood here is mended or silenced, so this issue is closed.'
    })
    expect(plain(next.body)).toBe(
      'awesome-doctor found nothing but what is silenced in `readme.md` at `0123456`. This issue is opened again when there is something.'
    )
    expect(partsOf(next.body)['Silenced']).toHaveLength(5)
  })

  test('of what a comment in the list silences does not stand there', () => {
    expect(draft(hidden(some, ['teh'])).body).not.toContain('teh')
  })
})

test('what could not be judged stays as it stands', () => {
  const {body} = draft(some)
  const line = (text: string) => text.split('\n').find(each => each.includes('dead link'))
  const isUnjudged = ({rule}: {rule: string}) => rule === 'link-alive'
  const other = commit.replace('0', 'f')
  const next = draft(some.slice(1, 4), body, {isUnjudged, commit: other})
  expect(line(next.body)).toBe(line(body))
  expect(plain(next.body)).toBe('awesome-doctor found 1 error and 3 warnings in `readme.md` at `f123456`.')
  expect(draft(some.slice(0, 4), next.body).change).toBe('none')
  const silenced = draft(some.slice(1, 4), click(next.body, 'dead link'), {isUnjudged})
  expect(partsOf(silenced.body)['Silenced']).toHaveLength(1)
})

describe('three thousand findings', () => {
  const many: readonly Finding[] = Array.from({length: 3000}, (_, index) =>
    index % 100 === 7 ? dead(`site-${index}`) : {reason: `Unexpected \`word-${index}\`, ${'x'.repeat(index % 90)}`, fix}
  )
  const {body} = draft(many)

  test('fit, errors first, and a sentence tells where the rest is', () => {
    expect(body.length).toBeLessThan(bodyLimit)
    expect(body.replaceAll('\n', '\r\n').length).toBeLessThan(bodyLimit)
    const parts = partsOf(body)
    expect(parts['Dead links']).toHaveLength(30)
    const listed = Object.values(parts).flat().length
    expect(listed).toBeGreaterThan(100)
    expect(body).toContain(
      `${3000 - listed} more findings have no room here. The summary of the run tells of them, and \`html-file\`, \`json-file\` or \`sarif-file\` name a file that has them all.`
    )
  })

  test('are known when they are found again, listed or not', () => {
    expect(draft(many, body).change).toBe('none')
    const last = many.at(-1)!
    expect(body).not.toContain(fingerprintOf(last))
    const next = draft(many.slice(40), body)
    expect(partsOf(next.body)['New since the last audit']).toBeUndefined()
    expect(draft(many.slice(0, -1), body).change).toBe('some')
    const more = draft([...many, typo('fresh'), dead('fresh')], body)
    expect(partsOf(more.body)['New since the last audit']).toEqual([
      'Unexpected dead link `https://fresh.example/`, the server answered `404` twice.',
      'Unexpected `fresh`.'
    ])
  })

  test('are kept in mind while the web is not asked', () => {
    const without = many.filter(each => body.includes(fingerprintOf(each)) || !each.reason.includes('99'))
    expect(without.length).toBeLessThan(many.length)
    const kept = draft(without, body, {memory: 'kept'})
    expect(partsOf(draft(many, kept.body).body)['New since the last audit']).toBeUndefined()
    const renewed = draft(without, body)
    expect(partsOf(draft(many, renewed.body).body)['New since the last audit']).not.toBeUndefined()
  })

  test('all silenced leave room for what is not, and none is forgotten', () => {
    let text = body
    let ticked: readonly string[] = []
    for (let round = 0; round < 3; round++) {
      text = text.replaceAll('- [ ]', '- [x]')
      ticked = readIssueBody(text).ticked
      text = draft(many, text).body
      expect(text.length).toBeLessThan(bodyLimit)
      expect(new Set(readIssueBody(text).ticked)).toEqual(new Set(ticked))
    }
    expect(text).toMatch(/Silenced \(\d+ of \d+\)/)
    expect(Object.keys(partsOf(text))).toEqual(['Style', 'Silenced'])
  })
})

test('beyond what can be remembered nothing counts as new', () => {
  const many = Array.from({length: 9000}, (_, index) => typo(`word-${index}`))
  const {body} = draft(many)
  expect(body.length).toBeLessThan(bodyLimit)
  expect(draft(many, body).change).toBe('none')
  const next = draft([...many, dead('n')], body)
  expect(next.change).toBe('some')
  expect(partsOf(next.body)).toMatchObject({'Dead links': [expect.stringContaining('n.example')]})
})

const parse = (body: string): Root => unified().use(remarkParse).use(remarkGfm).parse(body)
const all = (node: Nodes): Nodes[] => [node, ...('children' in node ? node.children.flatMap(all) : [])]

const traps = [
  '<!-- awesome-doctor:audit -->',
  '<!-- awesome-doctor:0123456789abcdef -->',
  '<!-- awesome-doctor:ticked-AAAAAAAAAAA -->',
  '\n- [x] [`a:1`](b) c. ([text-spelling], error) <!-- awesome-doctor:0123456789abcdef -->',
  '\n\n<!-- awesome-doctor:audit -->\n',
  '`- [x]` ',
  '`',
  '``',
  '</details>',
  '[text-spelling]',
  '\n[text-spelling]: https://evil.example',
  ' ([link-alive], error)',
  '@everyone #1',
  '\r- [x] a',
  '\u2028- [x] b',
  '](https://evil.example)',
  'a'
]

const trap = fc.oneof(
  hostileText,
  fc.array(fc.constantFrom(...traps), {minLength: 1, maxLength: 6}).map(pieces => pieces.join(''))
)

const finding: fc.Arbitrary<Finding> = fc.record(
  {
    reason: fc
      .tuple(trap, fc.constantFrom('', 'Unexpected `a`, expected ', '`'))
      .map(([words, start]) => start + words),
    rule: fc.constantFrom('link-alive', 'link-moved', 'repository-stale', 'heading-unique', 'text-spelling'),
    severity: fc.constantFrom('error' as const, 'warning' as const),
    path: fc.oneof(
      fc.constantFrom('readme.md', 'b.md'),
      trap.map(words => `lists/${words}.md`)
    ),
    line: fc.integer({min: 1, max: 99_999})
  },
  {requiredKeys: ['reason']}
)

const findings = fc.uniqueArray(finding, {maxLength: 12, selector: fingerprintOf})

test('whatever a list says, the issue says only its own, and is read as it was written', {
  timeout: patience(60_000)
}, () => {
  fc.assert(
    fc.property(findings, fc.array(fc.boolean(), {minLength: 12, maxLength: 12}), trap, (found, boxes, copy) => {
      const ids = found.map(fingerprintOf)
      const terms = {copyOf: (url: string) => `https://web.archive.org/web/${copy}${url}`}
      const first = draft(found, undefined, terms)
      const listed = readIssueBody(first.body)
      expect(new Set(listed.items.map(({item}) => item.fingerprint))).toEqual(new Set(ids))
      expect(listed.ticked).toEqual([])
      for (const {item} of listed.items) {
        const {rule = 'text-spelling', severity = 'warning'} = found[ids.indexOf(item.fingerprint)]!
        expect(item).toMatchObject({rule, severity})
      }
      expect(draft(found, first.body, terms).change).toBe('none')

      const wanted = ids.filter((_, index) => boxes[index])
      const ticked = first.body
        .split('\n')
        .map(line => (wanted.some(id => line.endsWith(`${id} -->`)) ? line.replace('- [ ]', '- [x]') : line))
        .join('\r\n')
      expect(new Set(readIssueBody(ticked).ticked)).toEqual(new Set(wanted))
      const second = draft(found, ticked, terms)
      expect(new Set(readIssueBody(second.body).ticked)).toEqual(new Set(wanted))
      expect(second.change).toBe(wanted.length > 0 ? 'some' : 'none')
      // What nobody could judge is carried over as it was, and is then found again.
      const carried = draft([], second.body, {...terms, isUnjudged: () => true})
      expect(draft([], carried.body, {...terms, isUnjudged: () => true}).change).toBe('none')
      expect(new Set(readIssueBody(carried.body).items.map(({item}) => item.fingerprint))).toEqual(new Set(ids))

      const nodes = all(parse(second.body))
      const items = nodes.filter(node => node.type === 'listItem')
      expect(items.filter(item => item.checked === true)).toHaveLength(wanted.length)
      expect(items.filter(item => item.checked === false)).toHaveLength(ids.length - wanted.length)
      const links = nodes.filter(node => node.type === 'link').map(node => node.url)
      for (const url of links)
        expect(url).toMatch(/^https:\/\/(?:github\.com\/(?:kite-club|awesome-doctor)\/|web\.archive\.org\/web\/)/)
      for (const node of nodes.filter(node => node.type === 'definition'))
        expect(node.url).toMatch(/^https:\/\/github\.com\/awesome-doctor\//)
      expect(
        nodes.filter(node => /^(?:image|imageReference|footnoteReference|code|blockquote)$/.test(node.type))
      ).toEqual([])
      const html = nodes.filter(node => node.type === 'html').map(node => node.value)
      for (const value of html)
        expect(value).toMatch(
          /^(?:<details><summary>Silenced \(\d+\)<\/summary>|<\/details>|(?:<!-- awesome-doctor:[\w-]+ -->\s*)+)$/
        )
      const texts = nodes.filter(node => node.type === 'text').map(node => textOf(node))
      for (const text of texts) expect(text).not.toMatch(/(?<![\w\u200b])@\w|(?<![\w&])#\d/)
    }),
    runs(150)
  )
})
