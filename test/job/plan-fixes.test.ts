import {describe, expect, it} from 'vitest'
import type {Facts} from '../../src/document/facts.ts'
import type {AuditedList} from '../../src/job/audited.ts'
import {examine} from '../../src/job/examine.ts'
import {isMendable, planFixes} from '../../src/job/plan-fixes.ts'
import type {Task} from '../../src/job/task.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import type {FileReport, Safety} from '../../src/lint/diagnostic.ts'
import {well} from './fix-scene.ts'

async function listOf(text: string, facts?: Facts, path = 'readme.md'): Promise<AuditedList> {
  const task: Task = {path, text, config: defaultConfig, ...(facts && {facts})}
  return {task, report: await examine(task)}
}

describe('with the real rules', () => {
  it('a list with nothing to mend has no commits', async () => {
    const list = await listOf(well)
    expect(isMendable(list)).toBe(false)
    expect(await planFixes([list], examine)).toEqual([])
  })

  it('fixes to be looked at come last, and only those of headings and of moved links', async () => {
    const text =
      '# Kites\n\n## Makers\n\n#### Small\n\n-[A](https://a.example) - Flies.\n\n### Large\n\n- [B](https://b.example/old) - Flies teh sea.\n- [C](https://github.com/c/old) - Flies.\n'
    const facts: Facts = {
      links: new Map([
        ['https://b.example/old', {status: 'moved', code: 301, to: 'https://new.example/b'}],
        ['https://github.com/c/old', {status: 'moved', code: 301, to: 'https://github.com/c/new', sure: true}]
      ])
    }
    const list = await listOf(text, facts)
    expect(isMendable(list)).toBe(true)
    const plan = await planFixes([list], examine)
    expect(plan.map(({rule, safety, count}) => [rule, safety, count])).toEqual([
      ['entry-marker-space', 'safe', 1],
      ['link-moved', 'safe', 1],
      ['heading-increment', 'unsafe', 1],
      ['link-moved', 'unsafe', 1]
    ])
    expect(plan.at(-1)!.files).toEqual([
      {
        path: 'readme.md',
        text: text
          .replace('-[A]', '- [A]')
          .replace('#### Small', '### Small')
          .replace('https://b.example/old', 'https://new.example/b')
          .replace('c/old', 'c/new')
      }
    ])
    const fingerprints = plan.flatMap(one => one.fingerprints)
    expect(new Set(fingerprints).size).toBe(4)
    const known = new Set(list.report.diagnostics.map(({fingerprint}) => fingerprint))
    expect(fingerprints.filter(one => known.has(one))).toHaveLength(4)
  })

  it('what is silenced stays so when a commit changes the words around it', async () => {
    const text = well.replace('## Makers\n', '##Makers  \n').replace('# Kites\n', '# Kites  \n')
    const {report, task} = await listOf(text)
    const blanks = report.diagnostics.find(({rule, place}) => rule === 'text-whitespace' && place.start.line === 3)!
    const asked = {...task, silenced: [blanks.fingerprint]}
    const plan = await planFixes([{task: asked, report: await examine(asked)}], examine)
    expect(plan.map(({rule, files}) => [rule, files[0]!.text])).toEqual([
      ['heading-syntax', text.replace('##Makers', '## Makers')],
      ['text-whitespace', well.replace('## Makers\n', '## Makers  \n')]
    ])
  })

  it('one commit takes all files that its rule mends', async () => {
    const text = well.replace('- [Crane', '-[Crane')
    const lists = [
      await listOf(text, undefined, 'a.md'),
      await listOf(well, undefined, 'b.md'),
      await listOf(text, undefined, 'c.md')
    ]
    const [commit, ...others] = await planFixes(lists, examine)
    expect(others).toEqual([])
    expect(commit).toMatchObject({rule: 'entry-marker-space', count: 2})
    expect(commit!.files).toEqual([
      {path: 'a.md', text: well},
      {path: 'c.md', text: well}
    ])
  })
})

/** A linter whose rules turn the first letter of a pair into the second, each where it stands at the beginning. */
function letters(pairs: readonly (readonly [rule: string, from: string, to: string, safety?: Safety])[]) {
  const asked: string[] = []
  const report = (task: Task): FileReport => ({
    path: task.path,
    text: task.text,
    diagnostics: pairs
      .filter(([, from]) => task.text.startsWith(from))
      .map(([rule, from, to, safety = 'safe']) => {
        const point = {line: 1, column: 1, offset: 0}
        const fix = {safety, title: '', edits: [{range: [0, 1] as const, newText: to}]}
        const fingerprint = `${rule} ${from}`
        return {
          rule,
          severity: 'error',
          reason: '',
          url: '',
          path: task.path,
          place: {start: point, end: point},
          fix,
          fingerprint
        }
      })
  })
  const linter: typeof examine = async task => {
    asked.push(`${task.fixOnly} ${task.text}`)
    const pair = pairs.find(([rule, from]) => task.fixOnly?.includes(rule) && task.text.startsWith(from))
    const text = pair ? pair[2] + task.text.slice(1) : task.text
    return {...report({...task, text}), fixed: pair ? 1 : 0}
  }
  const list = (text: string): AuditedList => {
    const task: Task = {path: 'readme.md', text, config: defaultConfig}
    return {task, report: report(task)}
  }
  return {asked, linter, list}
}

describe('what only others make possible', () => {
  it('is mended in a second round', async () => {
    const {linter, list} = letters([
      ['heading-syntax', 'b', 'c'],
      ['link-syntax', 'a', 'b']
    ])
    const plan = await planFixes([list('a')], linter)
    expect(plan.map(({rule, files}) => [rule, files[0]!.text])).toEqual([
      ['link-syntax', 'b'],
      ['heading-syntax', 'c']
    ])
  })

  it('is left for the next audit where its rule has a commit', async () => {
    const {linter, list} = letters([
      ['heading-syntax', 'a', 'b'],
      ['link-syntax', 'b', 'a']
    ])
    const plan = await planFixes([list('a')], linter)
    expect(plan.map(({rule, files}) => [rule, files[0]!.text])).toEqual([
      ['heading-syntax', 'b'],
      ['link-syntax', 'a']
    ])
  })

  it('is not asked for twice where the first time changed nothing', async () => {
    const {linter, list, asked} = letters([['heading-syntax', 'a', 'a']])
    expect(await planFixes([list('a')], linter)).toEqual([])
    expect(asked).toEqual(['heading-syntax a', 'heading-syntax a'])
  })

  it('unsafe fixes of other rules are no part of it', async () => {
    const {linter, list, asked} = letters([['text-spelling', 'a', 'b', 'unsafe']])
    expect(isMendable(list('a'))).toBe(false)
    expect(await planFixes([list('a')], linter)).toEqual([])
    expect(asked).toEqual([])
  })
})

it('a list that turns out to be too much stays as the commits before left it', async () => {
  const text = well.replace('- [Crane', '-[Crane').replace('# Kites\n', '# Kites   \n')
  const plan = await planFixes([await listOf(text)], async task =>
    task.fixOnly?.includes('text-whitespace')
      ? {path: task.path, text: task.text, diagnostics: [], fixed: 0}
      : examine(task)
  )
  expect(plan.map(({rule}) => rule)).toEqual(['entry-marker-space'])
})
