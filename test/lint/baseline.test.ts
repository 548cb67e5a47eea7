import {describe, expect, it} from 'vitest'
import {examineHere} from '../../src/job/examine-here.ts'
import {baselineText, fingerprintsIn, knownFrom, parseBaseline, stillKnown} from '../../src/lint/baseline.ts'
import {defaultConfig} from '../../src/lint/config.ts'

const text =
  '# List\n\n- [A](https://a.example) - First.\n-[B](https://b.example) - Second.\n-[C](https://c.example) - Third.\n'
const look = (own: string, more: Partial<Parameters<typeof examineHere>[0]> = {}) =>
  examineHere({path: 'readme.md', text: own, config: defaultConfig, ...more})
const known = knownFrom([look(text)])
const config = {...defaultConfig, baseline: {file: 'known.json', fingerprints: fingerprintsIn(known)}}

describe('a baseline', () => {
  it('is read as it was written', () => {
    expect(fingerprintsIn(known)).toHaveLength(2)
    expect(parseBaseline(`\uFEFF${baselineText(known)}`, 'known.json')).toEqual(known)
  })

  it('silences what it names, wherever that has moved to', () => {
    const moved = text.replace('\n\n', '\n\nSome words.\n\n')
    expect(look(moved, {config}).diagnostics).toMatchObject([
      {rule: 'entry-marker-space', suppressed: true, baseline: fingerprintsIn(known)[0]},
      {rule: 'entry-marker-space', suppressed: true, baseline: fingerprintsIn(known)[1]}
    ])
    const worse = look(`${text}-[D](https://d.example) - Fourth.\n`, {config}).diagnostics
    expect(worse.map(({suppressed}) => suppressed === true)).toEqual([true, true, false])
  })

  it('knows a file by its name, however it was called', () => {
    const {diagnostics} = look(text, {config, path: './readme.md', name: 'readme.md'})
    expect(diagnostics.map(({suppressed}) => suppressed)).toEqual([true, true])
    expect(look(text, {config, path: 'other.md'}).diagnostics.some(({suppressed}) => suppressed)).toBe(false)
  })

  it('is no reason not to mend', () => {
    expect(look(text, {config, fix: 'safe'})).toMatchObject({fixed: 2, diagnostics: []})
    expect(look(text, {config}).diagnostics.some(({fix}) => fix)).toBe(false)
  })

  it('does not name what a comment silences, nor take it for its own', () => {
    const silenced = text.replace('# List\n', '# List\n\n<!--lint disable entry-marker-space-->\n')
    expect(knownFrom([look(silenced)])).toEqual({})
    const {diagnostics} = look(silenced, {config})
    expect(diagnostics.map(({suppressed, baseline}) => [suppressed, baseline])).toEqual([
      [true, undefined],
      [true, undefined]
    ])
  })

  it('loses what is gone, and then what is empty', () => {
    const [first] = fingerprintsIn(known)
    expect(fingerprintsIn(stillKnown(known, (_, fingerprint) => fingerprint !== first))).toHaveLength(1)
    expect(stillKnown(known, () => false)).toEqual({})
  })
})
