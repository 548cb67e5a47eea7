import {describe, expect, test} from 'vitest'
import type {Facts} from '../../src/document/facts.ts'
import {examine} from '../../src/job/examine.ts'
import type {ReviewOutcome} from '../../src/job/review-pull-request.ts'
import {commentsOf, list, markersOf, routes, scene, sick} from './review-scene.ts'

test('a sick list gets one review, and its suggestions make it well', async () => {
  for (const blankMeansDelete of [true, false]) {
    const {repository, pull, run} = await scene({'README.md': sick})
    const outcome = await run()
    expect(outcome).toMatchObject({
      outcome: 'findings',
      errors: 2,
      warnings: 2,
      fixable: 4,
      fails: true,
      show: 'review',
      notes: []
    })
    expect(pull.reviews).toHaveLength(1)
    expect(pull.reviews[0]).toMatchObject({state: 'COMMENTED'})
    expect(outcome.reviewUrl).toContain(`/pull/${pull.number}#pullrequestreview-${pull.reviews[0]!.id}`)
    expect(commentsOf(pull)).toHaveLength(3)
    expect(markersOf(pull)).toHaveLength(4)
    const {files} = await repository.applySuggestions(pull, 'all', repository.owner, {blankMeansDelete})
    expect(files['README.md']).toBe(sick.replaceAll('-[', '- [').replace(/[ \t]+$/gm, ''))
    const after = await run()
    expect(after).toMatchObject({outcome: 'clean', fails: false})
    expect(pull.reviews).toHaveLength(1)
  }
})

test('a clean pull request costs four reads and no write', async () => {
  const {github, run} = await scene({'README.md': list('- [Bee](https://bee.example)')})
  expect(await run()).toMatchObject({outcome: 'clean', errors: 0, fails: false})
  expect(github.journal).toHaveLength(4)
  expect(github.writes()).toEqual([])
})

test('only the lines of the pull request count', async () => {
  const {pull, run} = await scene(
    {'README.md': `${list('-[Old](https://old.example)')}- [New](https://new.example)\n`},
    {base: {'README.md': list('-[Old](https://old.example)')}}
  )
  expect(await run()).toMatchObject({outcome: 'clean'})
  expect(pull.reviews).toEqual([])
})

describe('configuration', () => {
  const off = 'rules:\n  entry-marker-space: off\n  text-whitespace: off\n'

  test('is read from the base, not from the head', async () => {
    const inHead = await scene({'README.md': sick, '.github/awesome-doctor.yml': off})
    const outcome = await inHead.run()
    expect(outcome).toMatchObject({outcome: 'findings', errors: 2})
    expect(outcome.notes).toEqual(['`.github/awesome-doctor.yml` is changed here; it counts once it is merged.'])
    const inBase = await scene({'README.md': sick}, {base: {'.awesome-doctor.yml': off}})
    expect(await inBase.run()).toMatchObject({outcome: 'clean'})
    const named = await scene({'README.md': sick}, {base: {'my.yml': off}})
    expect(await named.run({configFile: 'my.yml'})).toMatchObject({outcome: 'clean'})
    await expect(named.run({configFile: 'none.yml'})).rejects.toThrow('There is no `none.yml` at `main`')
  })

  test('a wrong one is the user’s to mend', async () => {
    const {run} = await scene({'README.md': sick}, {base: {'.awesome-doctor.yml': 'rulez: {}\n'}})
    await expect(run()).rejects.toThrow(/rulez.*did you mean `rules`/)
  })

  test('files says which files are lists, and overrides say it louder', async () => {
    const files = {'README.md': sick, 'lists/a.md': sick, 'lists/no.md': sick}
    const {run} = await scene(files, {base: {'.awesome-doctor.yml': 'files: ["LISTS/*.md", "!lists/no.md"]\n'}})
    expect((await run({show: 'annotations'})).files.map(({path}) => path)).toEqual(['lists/a.md'])
    const louder = await run({show: 'annotations', overrides: {files: ['readme.md']}})
    expect(louder.files.map(({path}) => path)).toEqual(['README.md'])
  })
})

test('overrides hold for the files that they name', async () => {
  const config = 'files: ["**/*.md"]\noverrides: [{files: ["old/**"], rules: {entry-marker-space: off}}]\n'
  const files = {'new.md': list('-[Bee](https://bee.example)'), 'old/a.md': list('-[Bee](https://bee.example)')}
  const {run} = await scene(files, {base: {'.awesome-doctor.yml': config}})
  const outcome = await run({show: 'annotations'})
  expect(outcome.files.map(({path, diagnostics}) => [path, diagnostics.length])).toEqual([
    ['new.md', 1],
    ['old/a.md', 0]
  ])
  const said = await run({show: 'annotations', overrides: {rules: ['entry-marker-space=off']}})
  expect(said).toMatchObject({outcome: 'clean'})
})

describe('facts', () => {
  /** A linter that finds nothing, and the facts that it was given. */
  const watcher = () => {
    const seen: (Facts | undefined)[] = []
    const linter: typeof examine = async ({path, text, facts}) => {
      seen.push(facts)
      return {path, text, diagnostics: []}
    }
    return {seen, examine: linter}
  }

  test('have the files as they will be, a fork’s too, for one request', async () => {
    const {github, run} = await scene(
      {'README.md': sick, 'docs/new.md': 'x', 'lists/a.md': sick},
      {fork: 'mallory', base: {'contributing.md': 'x'}}
    )
    const {seen, examine} = watcher()
    await run({examine, overrides: {files: ['**/*.md', '!contributing.md', '!docs/**']}})
    const paths = ['README.md', 'contributing.md', 'docs/new.md', 'lists/a.md']
    expect(seen).toEqual([{files: {here: 'README.md', paths}}, {files: {here: 'lists/a.md', paths}}])
    expect(github.requests(routes.tree)).toHaveLength(1)
    expect(github.requests(routes.tree)[0]?.path).toContain(`/repos/octo-org/awesome/`)
  })

  test('know what the base has gained since, and what the change renames and removes', async () => {
    const {repository, pull, run} = await scene(
      {'README.md': sick, 'new/moved.md': 'moved\n'.repeat(9), 'old/moved.md': null, 'gone.md': null},
      {base: {'old/moved.md': 'moved\n'.repeat(9), 'gone.md': 'gone'}}
    )
    await repository.commit('main', {'later.md': 'x'})
    const {seen, examine} = watcher()
    await run({examine})
    expect(seen).toEqual([{files: {here: 'README.md', paths: ['README.md', 'later.md', 'new/moved.md']}}])
    expect((await repository.readFile(pull.headSha, 'later.md')) ?? 'not there').toBe('not there')
  })

  test('without a changed list nothing is read', async () => {
    const {github, run} = await scene({'other.txt': 'x'})
    expect(await run()).toMatchObject({outcome: 'clean'})
    expect(github.requests(routes.contents)).toEqual([])
  })

  test.each([403, 404] as const)('are unknown after a %s, which fails nothing', async status => {
    const {github, run} = await scene({'README.md': sick})
    github.fault({route: routes.tree, status})
    const {seen, examine} = watcher()
    expect(await run({examine})).toMatchObject({outcome: 'clean', notes: []})
    expect(seen).toEqual([{}])
  })

  test('are unknown where GitHub cuts the list of files', async () => {
    const {run} = await scene({'README.md': sick}, {base: {'a.md': 'x', 'b.md': 'x'}, options: {maxTreeEntries: 2}})
    const {seen, examine} = watcher()
    expect(await run({examine})).toMatchObject({notes: []})
    expect(seen).toEqual([{}])
  })

  describe('of one list', () => {
    const config = {'.awesome-doctor.yml': 'files: [README.md, "lists/*.md"]\none-list: true\n'}
    const kite = '- [Kite](https://kite.example) - Flies.\n'
    const part = (name: string, more = '') => `# ${name}\n\n- [${name}](https://${name}.example) - Flies.\n${more}`
    const base = {
      ...config,
      'lists/a.md': part('Auk'),
      'lists/z.md': part('Zebu', kite),
      'other.md': part('Other', kite)
    }
    const reasons = ({files}: ReviewOutcome) =>
      files.flatMap(file =>
        file.diagnostics
          .filter(({rule}) => rule === 'entry-unique')
          .map(one => `${file.path}:${one.place.start.line}: ${one.reason} (${one.fix?.safety})`)
      )

    test('the added entry is told of the one that is there, and its removal suggested', async () => {
      const {pull, run} = await scene({'lists/a.md': part('Auk', kite)}, {base})
      const outcome = await run({examine})
      expect(reasons(outcome)).toEqual([
        'lists/a.md:4: Unexpected second entry for `https://kite.example`, it is listed in `lists/z.md` on line 4 already (safe)'
      ])
      expect(outcome.notes).toEqual([])
      expect(pull.threads).toHaveLength(1)
      expect(commentsOf(pull)[0]?.body).toContain('```suggestion')
    })

    test('of two added ones the later is told', async () => {
      const files = {'lists/b.md': part('Bee', kite.replace('Kite', 'Heron').replace('kite', 'heron'))}
      const {run} = await scene(
        {...files, 'lists/a.md': part('Auk', kite.replace('Kite', 'Heron').replace('kite', 'heron'))},
        {base}
      )
      expect(reasons(await run({examine}))).toEqual([
        expect.stringMatching(/^lists\/b\.md:4: .* `lists\/a\.md` on line 4/)
      ])
    })

    test('the others are left alone where no address was added', async () => {
      const {github, run} = await scene({'lists/a.md': part('Auk', 'Words.\n')}, {base})
      const before = github.requests(routes.contents).length
      expect(await run({examine})).toMatchObject({notes: []})
      expect(
        github
          .requests(routes.contents)
          .slice(before)
          .map(({path}) => path)
          .join()
      ).not.toContain('lists/z.md')
    })

    test('what could not be read is said', async () => {
      const unlisted = await scene({'lists/a.md': part('Auk', kite)}, {base})
      unlisted.github.fault({route: routes.tree, status: 403})
      expect((await unlisted.run({examine})).notes).toEqual([
        'GitHub did not list the files, so doubles in other files are not told.'
      ])
      const refused = await scene({'lists/a.md': part('Auk', kite)}, {base})
      refused.github.fault({route: routes.contents, when: ({path}) => path.endsWith('lists/z.md'), status: 403})
      const outcome = await refused.run({examine})
      expect(reasons(outcome)).toEqual([])
      expect(outcome.notes).toEqual(['Of 2 other files of the list, 2 were not searched for doubles.'])
    })

    test('only so many are read', async () => {
      const many = Object.fromEntries(
        Array.from({length: 120}, (_, index) => [`lists/m${index}.md`, part(`Merl${index}`)])
      )
      const {github, run} = await scene({'lists/a.md': part('Auk', kite)}, {base: {...base, ...many}})
      const outcome = await run({examine})
      expect(outcome.notes).toEqual(['Of 122 other files of the list, 22 were not searched for doubles.'])
      expect(github.requests(routes.contents).length).toBeLessThan(110)
    })
  })
})

describe('odd files', () => {
  test('a file with carriage returns and one without a final newline are told in words', async () => {
    const {pull, run} = await scene({
      'README.md': `${list()}-[Bee](https://bee.example)`,
      'b.md': '# B\r\n\r\n-[Bee](b)\r\n'
    })
    await run({overrides: {files: ['*.md']}})
    const [readme, other] = ['README.md', 'b.md'].map(path => pull.threads.filter(thread => thread.path === path))
    expect(readme!.flatMap(({comments}) => comments.map(({body}) => body)).join()).toMatch(
      /suggestion\n- \[Bee\].*\n```/
    )
    expect(readme!.flatMap(({comments}) => comments.map(({body}) => body)).join()).toContain('No newline at the end.')
    expect(other!.flatMap(({comments}) => comments.map(({body}) => body)).join()).not.toContain('```suggestion')
  })

  test('a symbolic link is not followed', async () => {
    const {run} = await scene({'lists/a.md': {symlink: '../secret.md'}, 'secret.md': sick})
    const outcome = await run({overrides: {files: ['lists/*.md']}})
    expect(outcome).toMatchObject({outcome: 'clean', notes: ['`lists/a.md` was not read: it is no regular file.']})
    const turned = await scene({'README.md': {symlink: 'secret.md'}, 'secret.md': sick})
    expect(await turned.run()).toMatchObject({notes: ['`README.md` was not read: it is no regular file.']})
  })

  test('a list over a megabyte is read, and what GitHub shows no diff of is told in the body', async () => {
    const long = list(
      ...Array.from({length: 26_000}, (_, index) => `- [E${index}](https://e${index}.example/${'x'.repeat(20)})`)
    )
    const {pull, run} = await scene(
      {'README.md': `${long}-[Bee](https://bee.example)\n`},
      {base: {'README.md': list()}}
    )
    const outcome = await run()
    expect(outcome).toMatchObject({outcome: 'findings', errors: 1})
    expect(outcome.notes.join()).toContain('GitHub shows no diff of `README.md`')
    expect(pull.reviews[0]!.body).toContain('No space after the marker')
    expect(commentsOf(pull)).toEqual([])
  })

  test('a removed or renamed list says nothing', async () => {
    const {run} = await scene({'README.md': null, 'readme.markdown': list()})
    expect(await run()).toMatchObject({outcome: 'clean'})
  })

  test('a duplicate at the end of the file is removed together with a neighbour', async () => {
    for (const blankMeansDelete of [true, false]) {
      const twice = list('- [Bee](https://bee.example)', '- [Bee](https://bee.example)')
      const {repository, pull, run} = await scene({'README.md': twice})
      await run()
      const {files} = await repository.applySuggestions(pull, 'all', repository.owner, {blankMeansDelete})
      expect(files['README.md']).toBe(list('- [Bee](https://bee.example)'))
    }
  })
})

test('a merge group is judged like a review, and nothing is posted', async () => {
  const {github, repository, pull, run} = await scene({'README.md': sick})
  const base = (await repository.sha('main'))!
  const outcome = await run({change: {kind: 'commits', base, head: pull.headSha}, show: 'annotations'})
  expect(outcome).toMatchObject({outcome: 'findings', errors: 2, fails: true, show: 'annotations'})
  expect(github.writes()).toEqual([])
})

test('an enterprise server is reached by its own root', async () => {
  const {github, pull, run} = await scene({'README.md': sick}, {options: {dialect: 'legacy'}})
  expect(await run({url: github.enterpriseUrl})).toMatchObject({outcome: 'findings', show: 'review'})
  expect(pull.reviews).toHaveLength(1)
  expect(github.journal.every(({path}) => path.startsWith('/api/'))).toBe(true)
})
