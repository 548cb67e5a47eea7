import {expect, test} from 'vitest'
import {closing} from '../../src/report/closing.ts'
import terminal from '../../src/report/terminal.ts'
import {placeOf, replacing, reportOn, type Told, view} from './findings.ts'

const text =
  '# Kites\n\n## Makers\n\n-[Albatross](https://albatross.example) - Large kites.\n- [Tern](http://tern.example) - Small ones.\n'
const marker: Told = {
  on: '-[Alb',
  rule: 'entry-marker-space',
  severity: 'error',
  reason: 'There is no space between `-` and the link.',
  note: 'Markdown sees no list item without it.',
  fix: replacing(text, '-[', '- [')
}

const render = (source: string, told: readonly Told[], columns = 80) =>
  terminal([reportOn('list.md', source, told)], {...view, columns})

test('a small list, as a user sees it', () => {
  const secure = replacing(text, 'http:', 'https:', 'unsafe')
  const file = reportOn('readme.md', text, [
    marker,
    {on: 'http://tern.example', rule: 'link-https', reason: 'The address also answers to https.', fix: secure},
    {on: '## Makers', rule: 'section-not-empty', reason: 'A section with two entries is hardly one.'}
  ])
  expect(`${terminal([file], view)}${closing([file])}\n`).toMatchInlineSnapshot(`
    "readme.md:5:1  error  entry-marker-space
      There is no space between \`-\` and the link.
      - 5 │ -[Albatross](https://albatross.example) - Large kites.
          │ ^^^^^
      + 5 │ - [Albatross](https://albatross.example) - Large kites.
          = safe: Write "- ["
      Markdown sees no list item without it.

    readme.md:6:10  warning  link-https
      The address also answers to https.
      - 6 │ - [Tern](http://tern.example) - Small ones.
          │          ^^^^^^^^^^^^^^^^^^^
      + 6 │ - [Tern](https://tern.example) - Small ones.
          = needs a look: Write "https:"

    readme.md:3:1  warning  section-not-empty
      A section with two entries is hardly one.
        3 │ ## Makers
          │ ^^^^^^^^^

    1 error and 2 warnings in 1 file. Run again with --fix to mend 1 of them.
    "
  `)
})

test('only what changed and is not silenced is shown', () => {
  const shown = render(text, [
    {on: 'Tern', changed: false},
    {on: 'Kites', suppressed: true},
    {on: 'Makers', changed: true}
  ])
  expect(shown).toContain('list.md:3:4')
  expect(shown).not.toMatch(/:6:|:1:/)
})

test('the reason for a rule is told once', () => {
  expect(render(text, [marker, marker]).split('Markdown sees no list item').length).toBe(2)
})

test('nothing of the list can steer the terminal', () => {
  const evil = '- [\x1b[31mred\x07\x9b2J](https://e.example) - \u202eback\u2066 \u200bnone\r\n'
  const shown = terminal(
    [reportOn('a\x1b[2Jb.md', evil, [{on: 'red', reason: 'Say \x1b]0;title\x07.\r\n::error::x', note: '\u202e'}])],
    {...view, columns: 120}
  )
  expect(shown).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066\u200b]/)
  expect(shown).toContain('<U+001B>[31mred<U+0007><U+009B>2J')
  expect(shown).toContain('<U+202E>back')
})

test('the mark stands below the place, whatever the width of what is before', () => {
  for (const before of ['', '漢字', 'e\u0301e\u0301', '👩‍👩‍👧', '\t', '한국어 ', 'ｆｕｌｌ', '🇩🇪', '\ufeff']) {
    const [, , line, mark] = render(`- ${before}HERE and there\n`, [{on: 'HERE'}]).split('\n')
    const columns =
      {漢字: 4, 'e\u0301e\u0301': 2, '👩‍👩‍👧': 2, '\t': 1, '한국어 ': 7, ｆｕｌｌ: 8, '🇩🇪': 2, '\ufeff': 8}[before] ?? 0
    expect(line).toContain('HERE')
    expect(mark).toBe(`      │ ${' '.repeat(2 + columns)}^^^^`)
  }
})

test('long lines are cut around the place and fit', () => {
  const long = `- ${'x'.repeat(3000)} HERE ${'漢'.repeat(3000)}\n`
  for (const columns of [30, 80, 200]) {
    const rows = render(long, [{on: 'HERE', fix: replacing(long, 'HERE', 'THERE')}], columns).split('\n')
    const [, , line = '', mark = '', fresh = ''] = rows
    expect(mark.slice(mark.indexOf('^'))).toBe('^^^^')
    expect(line.slice(mark.indexOf('^'))).toMatch(/^HERE/)
    expect(fresh.slice(mark.indexOf('^'))).toMatch(/^THERE/)
    expect(line.length).toBeLessThanOrEqual(columns)
  }
})

test('a fix on other lines is shown as what goes and what comes', () => {
  const source = '- B\n- C\n- A\n'
  const move = {
    safety: 'safe',
    title: 'Move it up',
    edits: [
      {range: [0, 0], newText: '- A\n'},
      {range: [8, 12], newText: ''}
    ]
  } as const
  const shown = render(source, [
    {on: '- A', fix: move, related: [{message: 'behind this', place: placeOf(source, '- B')}]}
  ])
  expect(shown).toMatch(/ {2}- 3 │ - A\n {6}│ \^\^\^\n {2}\+ 1 │ - A\n/)
  expect(shown).toContain('see 1:1: behind this')
})

test('many lines are cut short, line endings and blank ends are no trouble', () => {
  const source = 'a\r\nb  \r\nc'
  const shown = render(source, [
    {on: 'b  ', fix: replacing(source, '  ', '')},
    {on: 'c', fix: {safety: 'safe', title: 'End the last line', edits: [{range: [8, 8], newText: '\r\n'}]}},
    {on: 'a', fix: replacing(source, 'a', '1\n2\n3\n4\n5\n6')}
  ])
  expect(shown).toContain('- 2 │ b··')
  expect(shown).toContain('+ 2 │ b\n')
  expect(shown).toContain('… 2 more lines')
})

test('colour is there only when it is welcome', () => {
  const files = [reportOn('list.md', text, [marker])]
  expect(terminal(files, view)).not.toContain('\x1b')
  const colored = terminal(files, {...view, color: true})
  expect(colored).toContain('\x1b[31m')
  expect(colored.replace(/\x1b\[\d+m/g, '')).toBe(terminal(files, view))
})

test('a long report ends with how often each rule spoke', () => {
  const told = Array.from({length: 21}, (_, index) => ({on: 'Tern', rule: index < 2 ? 'rare' : 'often'}))
  expect(render(text, told)).toMatch(/ {4}19 {2}often\n {5}2 {2}rare\n\n$/)
})

test('in a long report, what is said again and again is said in a line', () => {
  const fix = replacing(text, 'Tern', 'Gull')
  const often = Array.from({length: 20}, (): Told => ({on: 'Tern', rule: 'often', note: 'Why.', fix}))
  const shown = render(text, [...often, {...marker}, {on: 'Tern', rule: 'often', severity: 'error', fix}])
  const brief = 'list.md:6:4  warning  often  Something is off.\n'
  expect(shown).toContain(`\n\n${brief.repeat(15)}\nlist.md:5:1  error  entry-marker-space\n`)
  expect(shown.split('+ 6 │ - [Gull]').length - 1).toBe(6)
  expect(render(text, often)).not.toContain(brief)
})

test('the last line says what to do next', () => {
  const say = (...told: Told[]) => closing([reportOn('list.md', text, told)])
  const unsafe = {on: 'Tern', fix: replacing(text, 'Tern', 'Gull', 'unsafe')}
  expect(say()).toBe('Nothing to say about list.md.')
  expect(say({on: 'Tern', suppressed: true})).toBe('Nothing to say about list.md (1 silenced).')
  expect(say({on: 'Tern', suppressed: true, baseline: 'a'})).toBe('Nothing to say about list.md (1 in the baseline).')
  expect(say(marker)).toBe('1 error in 1 file. Run again with --fix to mend it.')
  expect(say(marker, {on: 'Tern'})).toBe('1 error and 1 warning in 1 file. Run again with --fix to mend 1 of them.')
  expect(say(unsafe)).toBe('1 warning in 1 file. Run again with --fix=all to mend it, then look at the diff.')
  expect(say({on: 'Tern', rule: 'list-badge'})).toContain('by hand; `awesome-doctor rules list-badge` says why.')
  expect(say({on: 'Tern'}, {on: 'Tern', rule: 'link-alive', severity: 'error'})).toContain(
    'rules link-alive` says why.'
  )
  const clean = reportOn('b.md', text, [])
  expect(closing([reportOn('a.md', text, [marker]), clean])).toContain('1 error in 1 of 2 files.')
  expect(closing([{...clean, fixed: 3}])).toBe('Mended 3. Nothing is left to say about b.md.')
})
