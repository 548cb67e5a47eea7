import {createHash} from 'node:crypto'
import {gzipSync} from 'node:zlib'
import fc from 'fast-check'
import type {Fix, Region} from 'sarif'
import {location} from 'vfile-location'
import {describe, expect, it, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import {applyEdits} from '../../src/document/edit.ts'
import type {ReportedLink} from '../../src/document/facts.ts'
import type {Diagnostic, FileReport, Place} from '../../src/lint/diagnostic.ts'
import sarif from '../../src/report/sarif.ts'
import {placeOf, replacing, reportOn, type Told, view} from './findings.ts'
import {readSarif} from './sarif-schema.ts'

const text = '# Kites\n\n-[A](https://a.example)\n'
const read = (files: readonly FileReport[], links?: readonly ReportedLink[]) => readSarif(sarif(files, view, links))
const only = (told: Told, on = text, path = 'a.md') => read([reportOn(path, on, [told])]).results![0]!
const regionOf = (told: Told, on = text) => only(told, on).locations![0]!.physicalLocation!.region

test('a finding is a result with its place, its fix and its marks', () => {
  const related = [{message: 'first seen here', place: placeOf(text, 'Kites')}]
  const report = reportOn('a.md', text, [
    {on: '-[A]', severity: 'error', note: 'Why.', related, fix: replacing(text, '-[', '- ['), changed: true}
  ])
  const artifactLocation = {uri: 'a.md', uriBaseId: '%SRCROOT%'}
  expect(read([report])).toEqual({
    tool: {
      driver: {
        name: 'awesome-doctor',
        semanticVersion: '1.2.3',
        informationUri: 'https://github.com/awesome-doctor/awesome-doctor',
        rules: [
          {
            id: 'some-rule',
            shortDescription: {text: 'Why.'},
            fullDescription: {text: 'Why.'},
            helpUri: 'https://example.org/rules#some-rule',
            help: {text: expect.stringMatching(/^Why\./), markdown: expect.stringMatching(/^Why\./)},
            defaultConfiguration: {level: 'error'},
            properties: {tags: ['awesome-list', 'some'], precision: 'high', 'problem.severity': 'error'}
          }
        ]
      }
    },
    invocations: [{executionSuccessful: true, toolExecutionNotifications: []}],
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
    defaultEncoding: 'utf-8',
    results: [
      {
        ruleId: 'some-rule',
        ruleIndex: 0,
        level: 'error',
        message: {
          text: 'Something is off. ([first seen here](1))',
          markdown: 'Something is off. ([first seen here](1))'
        },
        locations: [
          {
            physicalLocation: {
              artifactLocation,
              region: {startLine: 3, startColumn: 1, endLine: 3, endColumn: 5, charOffset: 9, charLength: 4}
            }
          }
        ],
        relatedLocations: [
          {
            id: 1,
            message: {text: 'first seen here.', markdown: 'first seen here.'},
            physicalLocation: {
              artifactLocation,
              region: {startLine: 1, startColumn: 3, endLine: 1, endColumn: 8, charOffset: 2, charLength: 5}
            }
          }
        ],
        partialFingerprints: {'awesomeDoctor/v1': 'f0', primaryLocationLineHash: '13a42f41e513b79e:1'},
        suppressions: [],
        fixes: [
          {
            description: {text: 'Write "- [".', markdown: 'Write "- \\[".'},
            artifactChanges: [
              {
                artifactLocation,
                replacements: [
                  {
                    deletedRegion: {
                      startLine: 3,
                      startColumn: 1,
                      endLine: 3,
                      endColumn: 3,
                      charOffset: 9,
                      charLength: 2
                    },
                    insertedContent: {text: '- ['}
                  }
                ]
              }
            ],
            properties: {safety: 'safe'}
          }
        ]
      }
    ]
  })
})

test('nothing found is a run without results', () => {
  expect(read([reportOn('a.md', text, [])])).toMatchObject({results: [], tool: {driver: {rules: []}}})
  expect(read([])).toMatchObject({results: []})
})

test('errors come first, what is silenced last and marked; what lies outside of the diff is not there', () => {
  const {results = []} = read([
    reportOn('a.md', text, [
      {on: 'Kites', suppressed: true},
      {on: 'Kites', suppressed: true, changed: false},
      {on: 'Kites', changed: false},
      {on: 'Kites'},
      {on: '-[A]', severity: 'error'}
    ]),
    reportOn('b.md', text, [{on: 'Kites', severity: 'error'}])
  ])
  expect(results.map(({level, suppressions}) => [level, suppressions])).toEqual([
    ['error', []],
    ['error', []],
    ['warning', []],
    ['warning', [{kind: 'inSource'}]]
  ])
  expect(results.map(({partialFingerprints}) => partialFingerprints?.['awesomeDoctor/v1'])).toEqual([
    'f4',
    'f0',
    'f3',
    'f0'
  ])
})

describe('rules', () => {
  const told = rules.map(({id, why}): Told => ({on: 'Kites', rule: id, note: why}))

  it('are told in their own words, those that are needed', () => {
    const [first, second] = rules
    const files = [reportOn('a.md', text, [...told.slice(0, 1), {...told[1]!, note: 'Because.'}, ...told.slice(0, 1)])]
    const {results = [], tool} = readSarif(sarif(files, {...view, rules}))
    expect(results.map(({ruleIndex}) => ruleIndex)).toEqual([0, 1, 0])
    expect(tool.driver.rules).toMatchObject([
      {
        id: first!.id,
        shortDescription: {text: first!.summary},
        fullDescription: {text: first!.why},
        defaultConfiguration: {level: first!.severity}
      },
      {id: second!.id, fullDescription: {text: second!.why}}
    ])
    expect(tool.driver.rules?.[0]?.help?.markdown).toContain(`\`<!--lint disable ${first!.id}-->\``)
    expect(results.map(({message}) => message.text)).toEqual([
      'Something is off.',
      'Something is off. Because.',
      'Something is off.'
    ])
  })

  it('fit what GitHub takes, every one', () => {
    const {tool} = readSarif(sarif([reportOn('a.md', text, told)], {...view, rules}))
    expect(tool.driver.rules).toHaveLength(rules.length)
    for (const {shortDescription, fullDescription, help, properties} of tool.driver.rules!) {
      expect(shortDescription!.text.length).toBeLessThanOrEqual(1024)
      expect(fullDescription!.text.length).toBeLessThanOrEqual(1024)
      expect(help!.text).not.toMatch(/\{\{/)
      expect(properties!.tags!.length).toBeLessThanOrEqual(10)
    }
  })
})

describe('places', () => {
  it('do not count a byte-order mark', () => {
    const marked = `\ufeff${text}`
    const places = ['# Kites', 'Kites', '-[A]']
    for (const on of places) expect(regionOf({on}, marked)).toEqual(regionOf({on}))
    expect(regionOf({on: '\ufeff'}, marked)).toMatchObject({startColumn: 1, endColumn: 1, charOffset: 0, charLength: 0})
    const fix = replacing(marked, '-[', '- [')
    expect(only({on: '-[A]', fix}, marked).fixes).toEqual(only({on: '-[A]', fix: replacing(text, '-[', '- [')}).fixes)
    expect(only({on: '\ufeff', fix: replacing(marked, '\ufeff', '')}, marked).fixes).toBeUndefined()
  })

  it('count code units, and lines by every kind of break', () => {
    expect(regionOf({on: 'x'}, 'a\rb\r\nc\n🪁 x\n')).toEqual({
      startLine: 4,
      startColumn: 4,
      endLine: 4,
      endColumn: 5,
      charOffset: 10,
      charLength: 1
    })
  })

  it.each(['\n', '\r\n', '\r'])('put the end of a file that ends in %j on its last line', end => {
    const whole = `a${end}bc${end}`
    const column = 3 + end.length
    const place = placeOf(whole, '')
    const last = {...place.end, offset: whole.length, line: 3, column: 1}
    const report = reportOn('a.md', whole, [{on: ''}])
    const [one] = report.diagnostics
    const moved = {...report, diagnostics: [{...one!, place: {start: last, end: last}}]}
    expect(read([moved]).results?.[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 2,
      startColumn: column,
      endLine: 2,
      endColumn: column,
      charOffset: whole.length,
      charLength: 0
    })
  })

  it('are in files that are named as addresses', () => {
    const uriOf = (path: string) => only({on: 'Kites'}, text, path).locations![0]!.physicalLocation!.artifactLocation
    const relative = {
      './a.md': 'a.md',
      'lists/../a b.md': 'a%20b.md',
      '../a.md': '../a.md',
      '日本/#1?.md': '%E6%97%A5%E6%9C%AC/%231%3F.md',
      'c:/100%[a].md': 'c%3A/100%25%5Ba%5D.md',
      '\ud800.md': '%EF%BF%BD.md',
      '-': '-'
    }
    for (const [path, uri] of Object.entries(relative)) expect(uriOf(path)).toEqual({uri, uriBaseId: '%SRCROOT%'})
    expect(uriOf('/tmp/a b.md')).toEqual({uri: 'file:///tmp/a%20b.md'})
  })
})

describe('messages', () => {
  const messageOf = (reason: string) => only({on: 'Kites', reason}).message

  it('have no link and no placeholder of a stranger in them', () => {
    expect(messageOf('Unexpected `[x](1)` and {0} <b> @ann')).toEqual({
      text: 'Unexpected `[x]\u200b(1)` and {{0}} <b> @ann.',
      markdown: 'Unexpected `[x](1)` and \\{{0\\}} &lt;b&gt; @&#8203;ann.'
    })
  })

  it('hide nothing and command nothing', () => {
    const reason = 'a \x1b[2J \x9b \u202e \u2028 ##[add-mask]x ##[ \ufeff\n::stop-commands::x'
    const fix = replacing(text, 'Kites', reason)
    const printed = sarif([reportOn('a.md', text, [{on: 'Kites', reason, fix}])], view)
    expect(printed).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028\ufeff]|##\[|^\s*::/m)
    const [result] = readSarif(printed).results!
    expect(result?.message.text).toContain('<U+202E>')
    expect(result?.fixes?.[0]?.artifactChanges[0]?.replacements[0]?.insertedContent?.text).toBe(reason)
  })

  it('end, and not too late', () => {
    expect(messageOf('Is `this` well?').text).toBe('Is `this` well?')
    expect(messageOf('a'.repeat(100_000)).text!.length).toBeLessThan(5000)
  })

  it('lead to a few related places', () => {
    const related = Array.from({length: 40}, () => ({message: 'also here', place: placeOf(text, 'Kites')}))
    const {message, relatedLocations} = only({on: 'Kites', related})
    expect(relatedLocations?.map(({id}) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(message.text!.match(/\[also here\]\(\d+\)/g)).toHaveLength(10)
  })
})

describe('what the run tells of itself', () => {
  const notifications = (files: readonly FileReport[], links?: readonly ReportedLink[]) =>
    read(files, links).invocations![0]!

  it('is that a rule broke', () => {
    const broken = reportOn('a.md', text, [], {crashes: [{rule: 'some-rule', stack: 'Error: boom\n    at /home/x'}]})
    const {executionSuccessful, toolExecutionNotifications} = notifications([broken])
    expect(executionSuccessful).toBe(false)
    expect(toolExecutionNotifications).toMatchObject([{level: 'error', associatedRule: {id: 'some-rule'}}])
    expect(JSON.stringify(toolExecutionNotifications)).not.toContain('/home')
  })

  it('is what became of links', () => {
    const links = [{url: 'https://a.example', fact: {status: 'unsure'}, places: []}] as const
    expect(notifications([], links)).toMatchObject({
      executionSuccessful: true,
      toolExecutionNotifications: [{level: 'note', message: {text: 'Links: 1 unsure.'}}]
    })
  })
})

describe('bounds', () => {
  const many = (count: number, told: (index: number) => Partial<Told>): Told[] =>
    Array.from({length: count}, (_, index) => ({on: 'Kites', ...told(index)}))
  const noise = (seed: number, length: number): string => {
    let made = ''
    for (let block = 0; made.length < length; block++)
      made += createHash('sha512').update(`${seed}.${block}`).digest('base64url')
    return made.slice(0, length)
  }
  const leftOut = (run: ReturnType<typeof read>) =>
    run.invocations?.[0]?.toolExecutionNotifications?.map(({level, message}) => [level, message.text])

  it('are 5,000 results, the most important ones, and the rules that these need', () => {
    const told = [
      ...many(3000, () => ({rule: 'mild-rule'})),
      ...many(4, () => ({rule: 'silenced-rule', suppressed: true})),
      ...many(2000, () => ({severity: 'error'}))
    ]
    const run = read([reportOn('a.md', text, told)])
    expect(run.results).toHaveLength(5000)
    expect(run.results!.slice(0, 2000).every(({level}) => level === 'error')).toBe(true)
    expect(run.tool.driver.rules?.map(({id}) => id)).toEqual(['some-rule', 'mild-rule'])
    expect(leftOut(run)).toEqual([
      ['warning', 'Left out: 4 findings; GitHub shows 5000 results of a run and takes files of 10 MB.']
    ])
  })

  it('are fixes of eight million characters', () => {
    const fix = replacing(text, 'Kites', 'x'.repeat(3_000_000))
    const small = replacing(text, 'Kites', 'Kite')
    const run = read([reportOn('a.md', text, [...many(4, () => ({fix})), ...many(1, () => ({fix: small}))])])
    expect(run.results?.map(({fixes}) => fixes?.length)).toEqual([1, 1, undefined, undefined, 1])
    expect(leftOut(run)).toMatchObject([['warning', expect.stringMatching(/^Left out: 2 fixes;/)]])
  })

  it('are ten million bytes, compressed', () => {
    const told = [
      ...many(2, index => ({fix: replacing(text, 'Kites', noise(index, 4_000_000)), rule: 'first-rule'})),
      ...many(2000, index => ({reason: noise(index, 3900), rule: index < 500 ? 'first-rule' : 'second-rule'}))
    ]
    const printed = sarif([reportOn('a.md', text, told)], view)
    const run = readSarif(printed)
    expect(gzipSync(printed).byteLength).toBeLessThanOrEqual(10_000_000)
    expect(run.results).toHaveLength(1001)
    expect(run.tool.driver.rules).toHaveLength(2)
    expect(leftOut(run)).toMatchObject([['warning', expect.stringMatching(/^Left out: 1001 findings;/)]])
  })
})

/** Where a line and column lead in a text without byte-order mark. */
function offsetAt(whole: string, line: number, column: number): number {
  const starts = [0, ...Array.from(whole.matchAll(/\r\n|\n|\r/g), ({index, 0: end}) => index + end.length)]
  return starts[line - 1]! + column - 1
}

/** What a program makes of a fix, which reads regions as the standard says. */
function applied(whole: string, {artifactChanges}: Fix): string {
  const edits = artifactChanges.flatMap(({replacements}) =>
    replacements.map(({deletedRegion, insertedContent}) => ({
      range: rangeOf(whole, deletedRegion),
      newText: insertedContent?.text ?? ''
    }))
  )
  return applyEdits(whole, edits)
}

function rangeOf(whole: string, region: Region): readonly [number, number] {
  const {startLine = 0, startColumn = 0, endLine = 0, endColumn = 0, charOffset = -1, charLength = 0} = region
  const range = [offsetAt(whole, startLine, startColumn), offsetAt(whole, endLine, endColumn)] as const
  expect(range).toEqual([charOffset, charOffset + charLength])
  return range
}

test('whatever is found, the report is valid, says the same twice, and its fixes do what ours do', () => {
  const words = fc.oneof(fc.string({unit: 'binary'}), fc.constantFrom('`a`', '[x](1)', '{0}', '<b>', '##[x', '\n::x'))
  const lines = fc.array(fc.oneof(words, fc.constantFrom('\n', '\r\n', '\r', '', '- a')), {maxLength: 8})
  const findings = fc.array(
    fc.record({
      at: fc.tuple(fc.nat(), fc.nat()),
      severity: fc.constantFrom('error' as const, 'warning' as const),
      reason: words,
      title: words,
      rule: fc.constantFrom('heading-title', 'link-alive', 'no-such-rule'),
      newText: words,
      suppressed: fc.boolean()
    }),
    {maxLength: 5}
  )
  fc.assert(
    fc.property(
      lines,
      fc.boolean(),
      findings,
      fc.string({unit: 'binary', minLength: 1}),
      (parts, marked, told, path) => {
        // A lone surrogate is no text that a file can hold, and half a line break no place that a rule can name.
        const whole = parts.join('').replace(/[\ud800-\udfff\ufeff]/gu, '')
        const source = (marked ? '\ufeff' : '') + whole
        const places = location(source)
        const pointAt = (offset: number) => ({...places.toPoint(offset)!, offset})
        const diagnostics = told.map(({at, title, newText, ...rest}, index): Diagnostic => {
          const [a, b] = at.map(one => one % (source.length + 1)) as [number, number]
          const [start, end] = [Math.min(a, b), Math.max(a, b)]
          const place: Place = {start: pointAt(start), end: pointAt(end)}
          const fix = {safety: 'safe' as const, title, edits: [{range: [start, end] as const, newText}]}
          return {...rest, path, place, fix, url: 'https://example.org/', fingerprint: `f${index}`}
        })
        const files = [{path, text: source, diagnostics}]
        const printed = sarif(files, {...view, rules})
        expect(sarif(structuredClone(files), {...view, rules})).toBe(printed)
        for (const {partialFingerprints, fixes} of readSarif(printed).results!) {
          const fix = diagnostics.find(one => one.fingerprint === partialFingerprints?.['awesomeDoctor/v1'])!.fix!
          if (!fixes) expect(marked && fix.edits[0]!.range[0] === 0).toBe(true)
          else expect(`${marked ? '\ufeff' : ''}${applied(whole, fixes[0]!)}`).toBe(applyEdits(source, fix.edits))
        }
      }
    ),
    {numRuns: 300}
  )
})
