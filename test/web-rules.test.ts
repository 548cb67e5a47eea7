import {describe, expect, it} from 'vitest'
import type {Facts, LinkFact, RepositoryFact} from '../src/document/facts.ts'
import {examineHere} from '../src/job/examine-here.ts'
import {defaultConfig} from '../src/lint/config.ts'
import type {Safety} from '../src/lint/diagnostic.ts'

interface Known {
  readonly links?: Readonly<Record<string, LinkFact>>
  readonly repositories?: Readonly<Record<string, RepositoryFact>>
}

const factsOf = ({links = {}, repositories = {}}: Known): Facts => ({
  links: new Map(Object.entries(links)),
  repositories: new Map(Object.entries(repositories)),
  today: '2026-01-31'
})

const config = {
  ...defaultConfig,
  rules: {'repository-stale': ['warning'] as const, 'link-anchor': ['error', {remote: true}] as const}
}

const examine = (text: string, known: Known, fix?: Safety) =>
  examineHere({path: 'readme.md', text, config, facts: factsOf(known), ...(fix && {fix})})

/** What the rules find, as line and rule. */
const found = (text: string, known: Known): readonly string[] =>
  examine(text, known).diagnostics.map(({rule, place}) => `${place.start.line} ${rule}`)

/** The text after all fixes up to a safety, and what is left then. */
function fixed(text: string, known: Known, upTo: Safety): {text: string; left: readonly string[]} {
  const {text: after, diagnostics} = examine(text, known, upTo)
  return {text: after, left: diagnostics.map(({rule}) => rule)}
}

const dead: LinkFact = {status: 'dead', code: 404, reason: 'the server answers `404`'}
const moved: LinkFact = {status: 'moved', to: 'https://new.example/a', sure: true}
const alive: LinkFact = {status: 'alive', code: 200}

describe('of several rules that could speak of one address', () => {
  it('the move is said, not that it could be `https:`', () => {
    const text = '- [A](http://old.example/a)\n'
    expect(found(text, {links: {'http://old.example/a': {...moved, https: 'https://old.example/a'}}})).toEqual([
      '1 link-moved'
    ])
    const same = {...moved, to: 'https://old.example/a/', https: 'https://old.example/a'}
    expect(found(text, {links: {'http://old.example/a': same}})).toEqual(['1 link-https'])
  })

  it('the death is said, not that the repository is archived, old or has no such place', () => {
    const text = '- [A](https://github.com/ann/a#b)\n'
    const links = {'https://github.com/ann/a': {...dead, fragments: {b: false}}}
    for (const fact of [{archived: true}, {pushed: '2020-01-01'}] as const)
      expect(found(text, {links, repositories: {'ann/a': {name: 'ann/a', ...fact}}})).toEqual(['1 link-alive'])
  })

  it('that there is no such top-level domain is said, not that there is no such host', () => {
    const links = {'https://a.invalide/': {status: 'dead', reason: 'there is no host `a.invalide`'} as const}
    expect(found('- [A](https://a.invalide/)\n', {links})).toEqual(['1 link-destination'])
  })

  it('that a repository is archived is said, not that it is old', () => {
    const fact = {name: 'ann/a', archived: true, pushed: '2020-01-01'} as const
    expect(found('- [A](https://github.com/ann/a)\n', {repositories: {'ann/a': fact}})).toEqual([
      '1 repository-archived'
    ])
  })

  it('that two entries are one is said, not that one of them has moved', () => {
    const text = '- [A](https://github.com/ann/a) - Saws.\n- [B](https://github.com/bob/b) - Bends.\n'
    const links = {'https://github.com/ann/a': {...moved, to: 'https://github.com/bob/b'}}
    const repositories = {'ann/a': {name: 'bob/b'}}
    expect(found(text, {links, repositories})).toEqual(['1 link-moved', '2 entry-unique'])
    const [first, second] = text.split('\n')
    expect(found(`${second}\n${first}\n`, {links, repositories})).toEqual(['2 entry-unique'])
    expect(found(text.replace('[B]', '[B](https://b.example) like [B]'), {links, repositories})).toEqual([
      '1 link-moved'
    ])
  })

  it('what tracks the reader is said beside it', () => {
    const text = '- [A](https://old.example/a?utm_source=b)\n'
    expect(found(text, {links: {'https://old.example/a?utm_source=b': dead}})).toEqual([
      '1 link-tracking',
      '1 link-alive'
    ])
  })
})

describe('two entries that lead to one place', () => {
  const text =
    '- [Saw](https://old.example/a) - Cuts.\n- [B](https://b.example)\n- [Saw](https://new.example/a) - Cuts.\n'
  const links = {'https://old.example/a': moved}
  const doubles = (list: string, known: Known, changedLines?: readonly number[]) =>
    examineHere({path: 'readme.md', text: list, config, facts: factsOf(known), ...(changedLines && {changedLines})})
      .diagnostics.filter(({rule}) => rule === 'entry-unique')
      .map(({place, fix}) => [place.start.line, fix?.safety])

  it('are one, and the later goes: by itself only where both say the same of the same', () => {
    expect(doubles(text, {links})).toEqual([[3, 'safe']])
    expect(doubles(text.replace('Cuts', 'Saws'), {links})).toEqual([[3, 'unsafe']])
    const {sure: _, ...unsure} = moved
    expect(doubles(text, {links: {'https://old.example/a': unsure}})).toEqual([[3, 'unsafe']])
  })

  it('are one until one is gone, and then the address is mended', () => {
    expect(fixed(text, {links}, 'safe')).toEqual({
      text: '- [Saw](https://new.example/a) - Cuts.\n- [B](https://b.example)\n',
      left: []
    })
    const unlike = '- [A](https://github.com/ann/a)\n- [B](https://github.com/bob/b)\n- [C](https://c.example)\n'
    const renamed = {'https://github.com/ann/a': {...moved, to: 'https://github.com/bob/b'}}
    const known = {links: renamed, repositories: {'ann/a': {name: 'bob/b'}}}
    expect(fixed(unlike, known, 'safe')).toEqual({text: unlike, left: ['link-moved', 'entry-unique']})
    expect(fixed(unlike, known, 'unsafe').text).toBe('- [A](https://github.com/bob/b)\n- [C](https://c.example)\n')
  })

  it('are one whichever was there first', () => {
    expect(doubles(text, {links}, [1])).toEqual([[1, 'safe']])
    expect(doubles(text, {links}, [3])).toEqual([[3, 'safe']])
  })

  it('are one however the old address is written', () => {
    const list = `${text}- [Saw](http://www.old.example/a/) - Cuts more.\n`
    expect(doubles(list, {links}).map(([line]) => line)).toEqual([3, 4])
  })

  it('are two where the page has put several together, or the one explains the other', () => {
    expect(doubles(text.replace('Saw', 'Plane'), {links})).toEqual([])
    const nested = '- [Saw](https://github.com/ann/a)\n  - [Files](https://github.com/bob/b)\n'
    expect(doubles(nested, {repositories: {'ann/a': {name: 'bob/b'}}})).toEqual([])
  })

  it('are two where the redirect is for now, or leads to parts of one repository', () => {
    expect(doubles(text, {links: {'https://old.example/a': {status: 'alive', to: 'https://new.example/a'}}})).toEqual(
      []
    )
    const parts = '- [Saw](https://github.com/ann/a/tree/main/a)\n- [Saw](https://github.com/bob/b)\n'
    expect(doubles(parts, {repositories: {'ann/a': {name: 'bob/b'}}})).toEqual([])
  })
})

describe('with a fix of the one, the other is not forgotten', () => {
  const text = '- [A](https://old.example/a?utm_source=b#c)\n'

  it('where the address is dead', () => {
    expect(fixed(text, {links: {'https://old.example/a?utm_source=b': dead}}, 'safe')).toEqual({
      text: '- [A](https://old.example/a#c)\n',
      left: ['link-alive']
    })
  })

  it('where it has moved', () => {
    expect(fixed(text, {links: {'https://old.example/a?utm_source=b': moved}}, 'safe')).toEqual({
      text: '- [A](https://new.example/a#c)\n',
      left: []
    })
  })

  it('where the repository has another name', () => {
    const links = {'https://github.com/ann/a': {...moved, to: 'https://github.com/bob/b'}}
    const repositories = {'ann/a': {name: 'bob/b', archived: true as const}}
    expect(fixed('- [A](https://github.com/ann/a)\n', {links, repositories}, 'safe')).toEqual({
      text: '- [A](https://github.com/bob/b)\n',
      left: ['repository-archived']
    })
  })
})

describe('what is not certain', () => {
  it('is no finding', () => {
    for (const status of ['unsure', 'skipped'] as const)
      expect(
        found('- [A](http://a.example/#b)\n', {links: {'http://a.example/': {status, code: 503, reason: 'no'}}})
      ).toEqual([])
  })

  it('is not mended by itself', () => {
    const text = '- [A](https://old.example/a)\n'
    const {sure: _, ...unsure} = moved
    expect(fixed(text, {links: {'https://old.example/a': unsure}}, 'safe')).toEqual({text, left: ['link-moved']})
    expect(fixed(text, {links: {'https://old.example/a': unsure}}, 'unsafe').text).toBe(
      '- [A](https://new.example/a)\n'
    )
  })
})

describe('a host that does not exist', () => {
  const gone: LinkFact = {status: 'dead', reason: 'there is no such host'}
  const mended = (text: string, links: Readonly<Record<string, LinkFact>>) => fixed(text, {links}, 'unsafe').text
  const text = '- [A](https://docs.hardwere.example/a)\n- [B](https://hardware.example/b)\n'

  it('is corrected by one that answers, in the part that was registered', () => {
    expect(mended(text, {'https://docs.hardwere.example/a': gone, 'https://hardware.example/b': alive})).toBe(
      text.replace('hardwere', 'hardware')
    )
  })

  it('is left alone where nothing or too much is like it', () => {
    const links = {'https://docs.hardwere.example/a': gone}
    const two = `${text}- [C](https://hardwire.example/c)\n`
    for (const [list, others] of [
      [text, {'https://hardware.example/b': gone}],
      [`${text}- [C](https://docs.hardwere.example/c)\n`, {'https://docs.hardwere.example/c': alive}],
      [two, {}],
      [text.replace('hardware', 'software'), {}]
    ] as const)
      expect(mended(list, {...links, ...others})).toBe(list)
    const numbered = '- [A](https://hardware1.example/a)\n- [B](https://hardware2.example/b)\n'
    expect(mended(numbered, {'https://hardware1.example/a': gone})).toBe(numbered)
  })

  it('is corrected by the one of several that has the page', () => {
    const list = `${text}- [C](https://docs.hardwire.example/a)\n`
    expect(mended(list, {'https://docs.hardwere.example/a': gone})).toBe(list.replace('hardwere', 'hardwire'))
  })

  it('is not to be blamed for a page that is gone', () => {
    expect(mended(text, {'https://docs.hardwere.example/a': dead, 'https://hardware.example/b': alive})).toBe(text)
  })
})
