import {afterEach, describe, expect, test} from 'vitest'
import type {Facts} from '../../src/document/facts.ts'
import {connect} from '../../src/github/octokit.ts'
import {examine} from '../../src/job/examine.ts'
import {type ReviewOutcome, type ReviewTask, reviewPullRequest} from '../../src/job/review-pull-request.ts'
import {findMarkers} from '../../src/report/markdown.ts'
import type {Files} from '../fake/git.ts'
import {type GitHub, type GitHubOptions, startGitHub, type TestRepository} from '../fake/github.ts'
import type {Pull} from '../fake/world.ts'
import {smallLinter, smallRules} from './small-linter.ts'

const started: GitHub[] = []
afterEach(async () => {
  for (const github of started.splice(0)) {
    expect(github.badRequests).toEqual([])
    await github[Symbol.asyncDispose]()
  }
})

const list = (...entries: readonly string[]): string =>
  `# Kites\n\n## Makers\n\n${['- [Albatross](https://albatross.example)', ...entries].map(entry => `${entry}\n`).join('')}`
const sick = list(
  '-[Bee](https://bee.example)',
  '- [Crow](https://crow.example)  ',
  '-[Dove](https://dove.example) ',
  '- [Eel](https://eel.example)'
)

interface Scene {
  readonly github: GitHub
  readonly repository: TestRepository
  readonly pull: Pull
  run(
    more?: Partial<ReviewTask> & {
      readonly token?: string
      readonly url?: string
      readonly pace?: 'polite' | 'hasty'
      readonly examine?: typeof examine
    }
  ): Promise<ReviewOutcome & {log: string}>
}

async function scene(
  files: Files,
  {base = {}, fork, options = {}}: {base?: Record<string, string>; fork?: string; options?: GitHubOptions} = {}
): Promise<Scene> {
  const github = await startGitHub(options)
  started.push(github)
  const repository = await github.createRepository({files: {'README.md': list(), ...base}})
  const pull = await repository.openPull({head: 'more', files, ...(fork && {fork: {owner: fork}})})
  const usual = github.token({kind: 'actions', permissions: {contents: 'read', pull_requests: 'write'}})
  const run: Scene['run'] = async ({token = usual, url = github.url, pace = 'hasty', ...more} = {}) => {
    const {examine: linter = smallLinter, ...rest} = more
    const lines: string[] = []
    const log = (text: string) => lines.push(text)
    const client = connect({token, apiUrl: url, version: '0.0.0', log, pace})
    const task: ReviewTask = {
      repository: {owner: repository.owner, repo: repository.name},
      change: {kind: 'pull request', number: pull.number},
      overrides: {},
      maxComments: 30,
      links: {which: 'none'},
      show: 'review',
      ...rest
    }
    const surroundings = {github: client, log, rules: smallRules, examine: linter, sleep: async () => {}}
    return {...(await reviewPullRequest(task, surroundings)), log: lines.join('\n')}
  }
  return {github, repository, pull, run}
}

const commentsOf = (pull: Pull) => pull.threads.flatMap(thread => thread.comments)
const markersOf = (pull: Pull) => commentsOf(pull).flatMap(({body}) => findMarkers(body))

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

test('a clean pull request costs six reads and no write', async () => {
  const {github, run} = await scene({'README.md': list('- [Bee](https://bee.example)')})
  expect(await run()).toMatchObject({outcome: 'clean', errors: 0, fails: false})
  expect(github.journal.length).toBeLessThanOrEqual(6)
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

test('the same head again: no write at all', async () => {
  const {github, run} = await scene({'README.md': sick})
  const first = await run()
  const before = github.writes().length
  const second = await run()
  expect(second).toMatchObject({outcome: 'findings', errors: 2, reviewUrl: first.reviewUrl, show: 'review'})
  expect(github.writes()).toHaveLength(before)
})

describe('after a push', () => {
  test('what is there stays, what is new is added, what is mended goes', async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    await run()
    const kept = commentsOf(pull).find(({body}) => body.includes('Dove'))!
    await repository.push(pull, {'README.md': sick.replace('-[Bee]', '- [Bee]').replace('[Eel]', '[Eel](x)\n-[Fly]')})
    expect(await run()).toMatchObject({outcome: 'findings', errors: 2})
    expect(pull.reviews).toHaveLength(2)
    const bodies = commentsOf(pull).map(({body}) => body)
    expect(bodies).toHaveLength(3)
    expect(bodies.join()).not.toContain('Bee')
    expect(bodies.join()).toContain('Fly')
    expect(commentsOf(pull)).toContain(kept)
    const before = github.writes().length
    await run()
    expect(github.writes()).toHaveLength(before)
  })

  test('what somebody has answered is folded, not deleted, and left alone from then on', async () => {
    const {github, repository, pull, run} = await scene({'README.md': list('-[Bee](https://bee.example)')})
    await run()
    const [comment] = commentsOf(pull)
    repository.reply(comment!, 'octocat', 'Why?')
    await repository.push(pull, {'README.md': list('- [Bee](https://bee.example)')})
    expect(await run()).toMatchObject({outcome: 'clean'})
    expect(commentsOf(pull)).toHaveLength(2)
    expect(comment!.minimized).toBeDefined()
    expect(comment!.body).toMatch(/This is mended\.\n\n<!-- awesome-doctor:mended -->$/)
    const before = github.writes().length
    await run()
    expect(github.writes()).toHaveLength(before)
  })

  test('a comment for several findings is edited when some are mended', async () => {
    const {repository, pull, run} = await scene({'README.md': list('-[Bee](https://bee.example) ')})
    await run()
    expect(markersOf(pull)).toHaveLength(2)
    await repository.push(pull, {'README.md': list('-[Bee](https://bee.example)')})
    await run()
    expect(markersOf(pull)).toHaveLength(1)
    expect(commentsOf(pull)[0]!.body).not.toContain('Blanks')
  })

  test('what was too much moves up', async () => {
    const {repository, pull, run} = await scene({'README.md': sick})
    await run({maxComments: 2})
    expect(commentsOf(pull)).toHaveLength(2)
    expect(pull.reviews[0]!.body).toMatch(
      /\| \[`README\.md:7`\]\(\S+\/blob\/\w{40}\/README\.md\?plain=1#L7\) \| Blanks/
    )
    await repository.push(pull, {'other.txt': 'x'})
    await run({maxComments: 2})
    expect(commentsOf(pull)).toHaveLength(3)
    expect(pull.reviews).toHaveLength(2)
  })
})

describe('identity', () => {
  test('markers by others count for nothing', async () => {
    const {github, repository, pull, run} = await scene({'README.md': list('-[Bee](https://bee.example)')})
    await run()
    const stolen = commentsOf(pull)[0]!.body
    const next = await repository.openPull({head: 'again', files: {'README.md': list('-[Bee](https://bee.example)')}})
    const client = connect({
      token: github.token({kind: 'user', login: 'mallory'}),
      apiUrl: github.url,
      version: '0',
      log: () => {},
      pace: 'hasty'
    })
    await client.rest.pulls.createReview({
      owner: repository.owner,
      repo: repository.name,
      pull_number: next.number,
      event: 'COMMENT',
      body: pull.reviews[0]!.body,
      comments: [{path: 'README.md', line: 6, side: 'RIGHT', body: stolen}]
    })
    await run({change: {kind: 'pull request', number: next.number}})
    expect(commentsOf(next).map(({user}) => user.login)).toEqual(['mallory', 'github-actions[bot]'])
  })

  test('an app and a person know their own comments too', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    for (const [kind, login] of [
      ['app', 'kite-app[bot]'],
      ['user', 'octo-org']
    ] as const) {
      const token = github.token({kind, login})
      await run({token})
      const count = pull.reviews.length
      await run({token})
      expect(pull.reviews).toHaveLength(count)
    }
    expect(pull.reviews).toHaveLength(2)
  })
})

describe('when GitHub does not do as asked', () => {
  test.each([
    ['a 502', 502],
    ['a dropped connection', 'drop']
  ] as const)('%s after the review was saved makes no second one', async (_, applyThenFail) => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.fault({method: 'POST', route: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', applyThenFail})
    const outcome = await run()
    expect(pull.reviews).toHaveLength(1)
    expect(outcome).toMatchObject({outcome: 'findings', show: 'review'})
    expect(outcome.reviewUrl).toContain(`pullrequestreview-${pull.reviews[0]!.id}`)
  })

  test('a 502 before it was saved is tried again', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.fault({method: 'POST', route: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', status: 502})
    expect(await run()).toMatchObject({show: 'review'})
    expect(pull.reviews).toHaveLength(1)
  })

  test('a pending review left by an accident is removed', async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    const token = github.token({kind: 'actions'})
    const client = connect({token, apiUrl: github.url, version: '0', log: () => {}, pace: 'hasty'})
    await client.rest.pulls.createReview({
      owner: repository.owner,
      repo: repository.name,
      pull_number: pull.number,
      body: 'Oh'
    })
    expect(await run()).toMatchObject({show: 'review'})
    expect(pull.reviews.map(({state}) => state)).toEqual(['COMMENTED'])
  })

  test("a person's own draft is not touched", async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    const token = github.token({kind: 'user', login: 'octo-org'})
    const client = connect({token, apiUrl: github.url, version: '0', log: () => {}, pace: 'hasty'})
    await client.rest.pulls.createReview({
      owner: repository.owner,
      repo: repository.name,
      pull_number: pull.number,
      body: 'Oh'
    })
    expect(await run({token})).toMatchObject({show: 'annotations'})
    expect(pull.reviews.map(({state}) => state)).toEqual(['PENDING'])
  })

  test('a token that may only read: annotations, and the permission is named', async () => {
    const {github, pull, run} = await scene({'README.md': sick}, {fork: 'mallory'})
    const token = github.token({kind: 'actions', permissions: {contents: 'read', pull_requests: 'read'}})
    const outcome = await run({token})
    expect(outcome).toMatchObject({outcome: 'findings', errors: 2, fails: true, show: 'annotations'})
    expect(outcome.notes.join()).toMatch(/403 .*pull_request_target.*pull-requests: write/)
    expect(pull.reviews).toEqual([])
  })

  test('a rate limit is waited for, but not for ever', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    github.limit({contentPerMinute: 0, retryAfter: 1})
    const outcome = await run({pace: 'polite'})
    expect(outcome).toMatchObject({outcome: 'findings', show: 'annotations'})
    expect(outcome.log).toContain("GitHub's secondary rate limit is reached; trying again in 1 seconds.")
    expect(outcome.notes.join()).toContain('Run the job again later.')
    github.limit({contentPerMinute: 80})
    expect(await run()).toMatchObject({show: 'review'})
    expect(pull.reviews).toHaveLength(1)
  })

  test('a token that GitHub does not know is the user’s to mend', async () => {
    const {run} = await scene({'README.md': sick})
    await expect(run({token: 'ghs_wrong'})).rejects.toThrow(/GitHub does not accept the token .*`github-token`/)
  })
})

describe('a head that has moved', () => {
  test('before the run', async () => {
    const {github, pull, run} = await scene({'README.md': sick})
    const change = {kind: 'pull request', number: pull.number, head: 'f'.repeat(40)} as const
    expect(await run({change})).toMatchObject({outcome: 'superseded', fails: false})
    expect(github.writes()).toEqual([])
  })

  test('not really: GitHub answered from an old copy', async () => {
    const {github, repository, pull, run} = await scene({'README.md': list()})
    const old = github.journal.length
    await run()
    const stale = github.journal[old]!.answer
    const head = await repository.push(pull, {'README.md': sick})
    github.fault({route: '/repos/{owner}/{repo}/pulls/{pull_number}', status: 200, body: stale})
    const change = {kind: 'pull request', number: pull.number, head} as const
    expect(await run({change})).toMatchObject({outcome: 'findings', errors: 2})
  })

  test('during the run', async () => {
    const {github, repository, pull, run} = await scene({'README.md': sick})
    github.fault({
      route: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
      method: 'GET',
      before: () => repository.push(pull, {'README.md': list()})
    })
    expect(await run()).toMatchObject({outcome: 'superseded'})
    expect(github.writes()).toEqual([])
  })
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
  const treeRoute = '/repos/{owner}/{repo}/git/trees/{tree_sha}'
  const contentsRoute = '/repos/{owner}/{repo}/contents/{path}'
  /** A linter that finds nothing, and the facts that it was given. */
  const watcher = () => {
    const seen: (Facts | undefined)[] = []
    const linter: typeof examine = async ({path, text, facts}) => {
      seen.push(facts)
      return {path, text, diagnostics: []}
    }
    return {seen, examine: linter}
  }

  test('have the files of the head, a fork’s too, for one request', async () => {
    const {github, run} = await scene(
      {'README.md': sick, 'docs/new.md': 'x', 'lists/a.md': sick},
      {fork: 'mallory', base: {'contributing.md': 'x'}}
    )
    const {seen, examine} = watcher()
    await run({examine, overrides: {files: ['**/*.md', '!contributing.md', '!docs/**']}})
    const paths = ['README.md', 'contributing.md', 'docs/new.md', 'lists/a.md']
    expect(seen).toEqual([{files: {here: 'README.md', paths}}, {files: {here: 'lists/a.md', paths}}])
    expect(github.requests(treeRoute)).toHaveLength(1)
    expect(github.requests(treeRoute)[0]?.path).toContain(`/repos/octo-org/awesome/`)
  })

  test('are not asked for without a changed list', async () => {
    const {github, run} = await scene({'other.txt': 'x'})
    expect(await run()).toMatchObject({outcome: 'clean'})
    expect(github.requests(treeRoute)).toEqual([])
  })

  test.each([403, 404] as const)('are unknown after a %s, which fails nothing', async status => {
    const {github, run} = await scene({'README.md': sick})
    github.fault({route: treeRoute, status})
    const {seen, examine} = watcher()
    expect(await run({examine})).toMatchObject({outcome: 'clean', notes: []})
    expect(seen).toEqual([{}])
  })

  test('are unknown where GitHub cuts the list of files', async () => {
    const {run} = await scene({'README.md': sick, 'a.md': 'x', 'b.md': 'x'}, {options: {maxTreeEntries: 2}})
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
      const before = github.requests(contentsRoute).length
      expect(await run({examine})).toMatchObject({notes: []})
      expect(
        github
          .requests(contentsRoute)
          .slice(before)
          .map(({path}) => path)
          .join()
      ).not.toContain('lists/z.md')
    })

    test('what could not be read is said', async () => {
      const unlisted = await scene({'lists/a.md': part('Auk', kite)}, {base})
      unlisted.github.fault({route: treeRoute, status: 403})
      expect((await unlisted.run({examine})).notes).toEqual([
        'GitHub did not list the files, so doubles in other files are not told.'
      ])
      const refused = await scene({'lists/a.md': part('Auk', kite)}, {base})
      refused.github.fault({route: contentsRoute, when: ({path}) => path.endsWith('lists/z.md'), status: 403})
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
      expect(github.requests(contentsRoute).length).toBeLessThan(110)
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
    const words = body.replace(/^(`{3,})suggestion\n[\s\S]*?\n\1$/m, '').replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    expect(words.replace(/<!-- awesome-doctor:\w+ -->/g, '')).not.toMatch(/@\w|#\d|<img|<!--/)
  }
  const {files} = await repository.applySuggestions(pull, 'all', repository.owner, {blankMeansDelete: true})
  expect(files['README.md']).toBe(list(...evil.map(line => line.replace('-[', '- [').trimEnd())))
})
