import {describe, expect, it} from 'vitest'
import {examine} from '../../src/job/examine.ts'
import {defaultConfig} from '../../src/lint/config.ts'

const text = '# Tools  \n\n- [A](https://a.example) - First.\n-[B](https://b.example) - Second.\n'
const task = {path: 'readme.md', text, config: defaultConfig}

describe('a finding that a person has silenced elsewhere', () => {
  it('is marked, and the others are as before', async () => {
    const {diagnostics} = await examine(task)
    const [first] = diagnostics
    const {diagnostics: after} = await examine({...task, silenced: [first!.fingerprint, 'unknown']})
    expect(diagnostics.length).toBeGreaterThan(1)
    expect(after.filter(({suppressed}) => suppressed).map(({fingerprint}) => fingerprint)).toEqual([first!.fingerprint])
    expect(after.map(({reason}) => reason)).toEqual(diagnostics.map(({reason}) => reason))
  })

  it('is not mended', async () => {
    const space = (await examine(task)).diagnostics.find(({rule}) => rule === 'entry-marker-space')!
    const {text: mended} = await examine({...task, fix: 'safe', silenced: [space.fingerprint]})
    expect(mended).toBe('# Tools\n\n- [A](https://a.example) - First.\n-[B](https://b.example) - Second.\n')
  })
})

describe('of findings that are equal', () => {
  const doubled = '# Tools\n\n## Kites\n\n-[A](https://a.example)\n\n## Boats\n\n-[A](https://a.example)\n'
  const silencedAt = async (line: number) => {
    const {diagnostics} = await examine({...task, text: doubled})
    const spaces = diagnostics.filter(({rule}) => rule === 'entry-marker-space')
    expect(spaces).toHaveLength(2)
    return spaces.find(({place}) => place.start.line === line)!.fingerprint
  }

  it.each([5, 9])('the silenced one stays as it is when the other is mended, be it on line %i', async line => {
    const silenced = [await silencedAt(line)]
    const asked = {...task, text: doubled, fix: 'safe', fixOnly: ['entry-marker-space'], silenced} as const
    const {text: mended, diagnostics} = await examine(asked)
    const other =
      line === 5
        ? '# Tools\n\n## Kites\n\n-[A](https://a.example)\n\n## Boats\n\n- [A](https://a.example)\n'
        : '# Tools\n\n## Kites\n\n- [A](https://a.example)\n\n## Boats\n\n-[A](https://a.example)\n'
    expect(mended).toBe(other)
    expect(diagnostics.filter(({suppressed}) => suppressed).map(({place}) => place.start.line)).toEqual([line])
  })
})

it('only the fixes of the rules asked for are made', async () => {
  const {text: mended, fixedRules} = await examine({...task, fix: 'safe', fixOnly: ['entry-marker-space']})
  expect(mended).toBe('# Tools  \n\n- [A](https://a.example) - First.\n- [B](https://b.example) - Second.\n')
  expect(fixedRules).toEqual(['entry-marker-space'])
})
