import {describe, expect, it} from 'vitest'
import {examine} from '../../src/job/examine.ts'
import {defaultConfig} from '../../src/lint/config.ts'

const task = (text: string) => ({path: 'readme.md', text, config: defaultConfig, untrusted: true})
const reasons = async (text: string) =>
  (await examine(task(text))).diagnostics.map(({rule, reason}) => `${rule}: ${reason}`)

describe('an untrusted file', () => {
  it('is examined in a worker like any other', async () => {
    const text = '- [A](https://a.example)\n-[B](https://b.example)\n'
    expect(await examine(task(text))).toEqual(await examine({...task(text), untrusted: false}))
  })

  it.each([
    ['emphasis marks', `${'_'.repeat(20_000)}a${'_'.repeat(20_000)}\n`],
    ['open emphasis', `${'*a_ '.repeat(20_000)}\n`],
    ['nested quotations', `${'>'.repeat(10_000)}a\n`],
    ['nested lists', `${'- '.repeat(5_000)}a\n`],
    ['one endless line', `${'word '.repeat(100_000)}\n`],
    ['deep indentation', Array.from({length: 600}, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')]
  ])('that is a bomb of %s is one clear finding', async (_, text) => {
    expect(await reasons(text)).toEqual([
      expect.stringMatching(
        /^document-bounds: This file is too complex to check: (?:line \d+|the paragraph around line \d+) /
      )
    ])
  })

  it('that takes too long is one clear finding', async () => {
    const {diagnostics} = await examine(task('- [A](https://a.example)\n'), {milliseconds: 0, megabytes: 512})
    expect(diagnostics.map(({reason}) => reason)).toEqual([
      'This file is too complex to check: reading it takes more than 0 seconds'
    ])
  })

  it('that takes too much memory is one clear finding', async () => {
    const {diagnostics} = await examine(task('- [A](https://a.example) - Text.\n'.repeat(60_000)), {
      milliseconds: 60_000,
      megabytes: 24
    })
    expect(diagnostics.map(({reason}) => reason)).toEqual([
      'This file is too complex to check: reading it takes more than 24 megabytes'
    ])
  })
})
