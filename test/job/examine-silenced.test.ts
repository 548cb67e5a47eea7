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

it('only the fixes of the rules asked for are made', async () => {
  const {text: mended, fixedRules} = await examine({...task, fix: 'safe', fixOnly: ['entry-marker-space']})
  expect(mended).toBe('# Tools  \n\n- [A](https://a.example) - First.\n- [B](https://b.example) - Second.\n')
  expect(fixedRules).toEqual(['entry-marker-space'])
})
