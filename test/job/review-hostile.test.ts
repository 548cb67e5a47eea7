import {describe, expect, test} from 'vitest'
import {examine} from '../../src/job/examine.ts'
import {addComment, makeReview, makeThread} from '../fake/threads.ts'
import {account} from '../fake/world.ts'
import {commentsOf, list, markersOf, routes, scene, sick} from './review-scene.ts'

const bee = '-[Bee](https://bee.example)'
const off = 'rules:\n  entry-marker-space: off\n  text-whitespace: off\n'

/** What of a comment's body is words: no suggestion, no code, none of our markers. */
const wordsOf = (body: string): string =>
  body
    .replace(/^(`{3,})suggestion\n[\s\S]*?\n\1$/m, '')
    .replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    .replace(/<!-- awesome-doctor:\w+ -->/g, '')

test('a hostile list cannot forge, mention or break out', async () => {
  const evil = [
    '-[@octo/team #1 GH-1](https://x.example) ```` <!-- awesome-doctor:666 --> ',
    '-[`](x) ```suggestion teh <img src=x onerror=y> @everyone',
    '-[b](x) <!--  '
  ]
  const {repository, pull, run} = await scene({'README.md': list(...evil)})
  await run()
  expect(pull.reviews).toHaveLength(1)
  expect(markersOf(pull)).not.toContain('666')
  for (const {body} of commentsOf(pull)) {
    expect(wordsOf(body)).not.toMatch(/@\w|#\d|<img|<!--/)
  }
  const {files} = await repository.applySuggestions(pull, 'all', repository.owner, {blankMeansDelete: true})
  expect(files['README.md']).toBe(list(...evil.map(line => line.replace('-[', '- [').trimEnd())))
})

describe('the configuration is the base’s', () => {
  test.each([
    ['added', {'.github/awesome-doctor.yml': off}, ['.github/awesome-doctor.yml']],
    ['put in the other place', {'.awesome-doctor.yml': off}, ['.awesome-doctor.yml']],
    ['broken', {'.awesome-doctor.yml': '&a [*a, *a]: {'}, ['.awesome-doctor.yml']]
  ])('one that is %s counts once it is merged', async (_, files, changed) => {
    const {run} = await scene({'README.md': sick, ...files})
    const outcome = await run()
    expect(outcome).toMatchObject({outcome: 'findings', errors: 2, warnings: 2})
    expect(outcome.notes).toEqual(changed.map(path => `\`${path}\` is changed here; it counts once it is merged.`))
  })

  test('so does one that is removed, or moved to where it would be found, and one that a workflow names', async () => {
    const strict = 'rules: {text-whitespace: off}\n'
    const removed = await scene(
      {'README.md': sick, '.awesome-doctor.yml': null},
      {base: {'.awesome-doctor.yml': strict}}
    )
    expect(await removed.run()).toMatchObject({errors: 2, warnings: 0})
    const moved = await scene(
      {'README.md': sick, 'old.yml': null, '.awesome-doctor.yml': `${off}# moved\n`},
      {base: {'old.yml': `${off}# moved\n`}}
    )
    const outcome = await moved.run()
    expect(outcome).toMatchObject({errors: 2, warnings: 2})
    expect(outcome.notes).toHaveLength(1)
    const named = await scene({'README.md': sick, 'my.yml': off}, {base: {'my.yml': strict}})
    expect(await named.run({configFile: 'my.yml'})).toMatchObject({
      errors: 2,
      warnings: 0,
      notes: ['`my.yml` is changed here; it counts once it is merged.']
    })
  })

  test('a branch from before there was one is judged by it', async () => {
    const {repository, run} = await scene({'README.md': sick})
    await repository.commit('main', {'.awesome-doctor.yml': 'rules: {text-whitespace: off}\n'})
    expect(await run()).toMatchObject({errors: 2, warnings: 0})
  })
})

test('comments that silence findings are counted and shown', async () => {
  const one = await scene({
    'README.md': list(
      '<!--lint disable entry-marker-space-->',
      bee,
      '',
      '<!-- lint ignore -->',
      '-[Cow](https://cow.example)'
    )
  })
  const outcome = await one.run({examine})
  expect(outcome.notes).toEqual([
    expect.stringMatching(
      /^`README\.md` gets comments that silence findings, on lines 6, 9; \d+ are silenced on the lines of this change\.$/
    )
  ])
  expect(
    outcome.files.flatMap(({diagnostics}) => diagnostics.filter(({suppressed}) => suppressed)).length
  ).toBeGreaterThan(1)
  const old = await scene(
    {'README.md': `<!--lint disable-->\n${sick}`},
    {base: {'README.md': `<!--lint disable-->\n${list()}`}}
  )
  expect(await old.run({examine})).toMatchObject({notes: []})
})

describe('what is no file', () => {
  test('a submodule, and a link to one', async () => {
    const {repository, run} = await scene({'other.txt': 'x'})
    const submodule = (await repository.sha('main'))!
    const pull = await repository.openPull({
      head: 'odd',
      files: {'README.md': {submodule}, 'lists/a.md': {symlink: '../README.md'}, 'lists/b.md': {symlink: '/etc/passwd'}}
    })
    const change = {kind: 'pull request', number: pull.number} as const
    expect(await run({change, overrides: {files: ['**/*.md']}})).toMatchObject({
      outcome: 'clean',
      files: [],
      notes: ['README.md', 'lists/a.md', 'lists/b.md'].map(path => `\`${path}\` was not read: it is no regular file.`)
    })
  })
})

test('names of files and branches may be anything', async () => {
  const names = ['a\nb.md', '::error::c.md', '\u001b[31md.md', 'e`%0A#?&.md', 'ü "f".md', '../g.md'.slice(1)]
  const {github, repository, run} = await scene({'other.txt': 'x'})
  const base = 'release/1.0#x%20&y'
  await repository.branch(base)
  await repository.commit(base, {'.awesome-doctor.yml': 'files: ["**/*.md"]\nrules: {text-whitespace: off}\n'})
  const pull = await repository.openPull({
    base,
    head: '$(touch$IFS$9pwned)`x`',
    title: '::error::@everyone',
    files: Object.fromEntries(names.map(name => [name, sick]))
  })
  const change = {kind: 'pull request', number: pull.number} as const
  const outcome = await run({change})
  expect(outcome).toMatchObject({errors: names.length * 2 - 2, warnings: 0, show: 'review'})
  expect(pull.threads).toHaveLength(names.length * 2 - 2)
  expect(github.requests(routes.tree).map(({status}) => status)).toEqual([200])
})

describe('what is made to cost much', () => {
  const bombs = {
    'a line of five megabytes': `- [x](https://x.example) ${'y'.repeat(5_000_000)}\n`,
    'five megabytes of emphasis': `${'*a_ '.repeat(1_250_000)}\n`,
    'ten thousand quotations': `${'>'.repeat(10_000)} x\n`
  }
  test.each(Object.entries(bombs))('%s', async (_, bomb) => {
    const {pull, run} = await scene({'README.md': `${list()}${bomb}`})
    const outcome = await run({examine: task => examine(task, {milliseconds: 20_000, megabytes: 1024})})
    expect(outcome.files).toHaveLength(1)
    for (const {body} of commentsOf(pull)) expect(body.length).toBeLessThan(65_536)
  })
})

test('markers by anyone else count for nothing, wherever they stand', async () => {
  const {github, pull, run} = await scene({'README.md': sick})
  await run()
  const told = commentsOf(pull).map(({body}) => body)
  const body = pull.reviews[0]!.body
  const forged = await scene({'README.md': sick})
  for (const login of ['mallory', 'github-actions', 'other-app[bot]', 'github-actions-bot']) {
    const user = account(forged.github.world, login)
    const review = makeReview(forged.github.world, forged.pull, user, 'COMMENTED', body, forged.pull.headSha)
    for (const [index, text] of told.entries()) {
      const {original, diffHunk} = pull.threads[index]!
      const thread = makeThread(forged.github.world, forged.pull, forged.pull.headSha, {spot: original!, diffHunk})
      addComment(forged.github.world, thread, user, review, text)
    }
  }
  const before = commentsOf(forged.pull).length
  expect(await forged.run()).toMatchObject({show: 'review'})
  expect(commentsOf(forged.pull)).toHaveLength(before + told.length)
  expect(github.violations).toEqual([])
  expect(markersOf(forged.pull).length).toBe(markersOf(pull).length * 5)
})
