import {describe, expect, test as plainTest} from 'vitest'
import type {LinkFact} from '../../src/document/facts.ts'
import {addressOf} from '../../src/document/link/url.ts'
import {connect} from '../../src/github/octokit.ts'
import type {AskedLinks} from '../../src/job/ask-links.ts'
import {findIssue, type IssueSurroundings, type KeptIssue, keepIssue} from '../../src/job/keep-issue.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import type {FileReport} from '../../src/lint/diagnostic.ts'
import {type GitHub, type GitHubOptions, startGitHub, type TestRepository} from '../fake/github.ts'
import {makeIssue} from '../fake/pulls.ts'
import type {RepositoryOptions} from '../fake/repository.ts'
import {account, type Issue, type Permissions} from '../fake/world.ts'
import {click, commit, type Finding, partsOf, reportsOf} from '../report/issue-findings.ts'

const routes = {
  list: '/repos/{owner}/{repo}/issues',
  issue: '/repos/{owner}/{repo}/issues/{issue_number}'
}

const dead: Finding = {
  reason: 'Unexpected dead link `https://a.example/gone`, the server answered `404` twice',
  rule: 'link-alive',
  severity: 'error'
}
const typo: Finding = {reason: 'Unexpected `teh`, expected `the`'}
const other: Finding = {reason: 'Unexpected `hte`, expected `the`'}

/** How an audit of a test differs from the usual one. */
interface AuditOptions extends Partial<IssueSurroundings> {
  readonly token?: string
  readonly asked?: AskedLinks
  /** What every list reads. */
  readonly text?: string
  readonly reports?: (reports: readonly FileReport[]) => readonly FileReport[]
  /** Happens while the links are asked. */
  readonly meanwhile?: () => unknown
}

interface Scene {
  readonly github: GitHub
  readonly repository: TestRepository
  /** All issues that are no pull requests, by number. */
  issues(): readonly Issue[]
  audit(findings: readonly Finding[], options?: AuditOptions): Promise<KeptIssue & {writes: readonly string[]}>
  token(permissions: Permissions, login?: string): string
}

const same = (reports: readonly FileReport[]): readonly FileReport[] => reports

const test = plainTest.extend<{
  scene: (options?: RepositoryOptions & {readonly github?: GitHubOptions}) => Promise<Scene>
}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  scene: async ({}, use) => {
    const started: GitHub[] = []
    await use(async ({github: options, ...more} = {}) => {
      const github = await startGitHub(options)
      started.push(github)
      return sceneIn(github, await github.createRepository({files: {'readme.md': '# Kites\n'}, ...more}))
    })
    for (const github of started) {
      expect(github.badRequests).toEqual([])
      expect(github.violations).toEqual([])
      await github[Symbol.asyncDispose]()
    }
  }
})

function sceneIn(github: GitHub, repository: TestRepository): Scene {
  const token: Scene['token'] = (permissions, login) =>
    github.token({kind: login ? 'app' : 'actions', permissions, ...(login && {login})})
  const usual = token({contents: 'read', issues: 'write'})
  return {
    github,
    repository,
    token,
    issues: () => [...repository.state.issues.values()].filter(({pull}) => !pull),
    async audit(findings, {token = usual, asked, text = '', reports = same, meanwhile, ...more} = {}) {
      const client = connect({token, apiUrl: github.url, version: '0', log: () => {}, pace: 'hasty', second: 1})
      const before = github.writes().length
      const where = {owner: repository.owner, repo: repository.name}
      const found = await findIssue(client, where)
      await meanwhile?.()
      const examined = reportsOf(findings).map(report => ({
        ...report,
        text,
        diagnostics: report.diagnostics.map(one => ({
          ...one,
          ...(found.silenced.some(id => id === one.fingerprint) && {suppressed: true})
        }))
      }))
      const lists = reports(examined).map(report => ({
        task: {path: report.path, text, config: defaultConfig},
        report
      }))
      const kept = await keepIssue(
        found,
        {repository: where, commit, config: defaultConfig, lists, notes: [], ...(asked && {asked})},
        {webUrl: github.webUrl, ...more},
        {github: client, sleep: async () => {}}
      )
      const writes = github
        .writes()
        .slice(before)
        .map(({method, route}) => `${method} ${route.replace(/^.*\}\/(?=issues)/, '')}`)
      return {...kept, writes}
    }
  }
}

const editing = ['PATCH issues/{issue_number}']
const closing = [...editing, 'POST issues/{issue_number}/comments']

describe('the issue is', () => {
  test('opened when there is something to say, with our label', async ({scene}) => {
    const {audit, issues, repository, github} = await scene()
    const kept = await audit([dead, typo])
    const [issue] = issues()
    expect(kept).toEqual({issueUrl: `${github.webUrl}/octo-org/awesome/issues/1`, notes: [], writes: ['POST issues']})
    expect(issue).toMatchObject({
      title: 'What awesome-doctor found in this list',
      state: 'open',
      labels: ['awesome-doctor'],
      user: {login: 'github-actions[bot]'}
    })
    expect(issue?.body).toContain(`${github.webUrl}/${repository.fullName}/blob/${commit}/readme.md?plain=1#L1`)
  })

  test('never opened when there is nothing', async ({scene}) => {
    const {audit, issues} = await scene()
    expect(await audit([])).toEqual({notes: [], writes: []})
    expect(issues()).toEqual([])
  })

  test('left alone when nothing has changed, with no request that writes', async ({scene}) => {
    const {audit, issues, github} = await scene()
    await audit([dead, typo])
    const {body} = issues()[0]!
    const requests = github.journal.length
    const kept = await audit([
      {...typo, line: 40},
      {...dead, line: 70}
    ])
    expect(kept).toEqual({issueUrl: expect.any(String), notes: [], writes: []})
    // The issues with our label, and who we are.
    expect(github.journal.length - requests).toBe(2)
    expect(issues()[0]?.body).toBe(body)
  })

  test('edited when something has', async ({scene}) => {
    const {audit, issues} = await scene()
    await audit([dead, typo])
    expect((await audit([typo, other])).writes).toEqual(editing)
    expect(partsOf(issues()[0]!.body!)).toEqual({
      'New since the last audit': ['Unexpected `hte`, expected `the`.'],
      Style: ['Unexpected `teh`, expected `the`.']
    })
    expect((await audit([typo, other])).writes).toEqual([])
  })

  test('closed with a sentence when all is mended, and left so', async ({scene}) => {
    const {audit, issues} = await scene()
    await audit([dead])
    expect(await audit([])).toMatchObject({issueUrl: expect.any(String), notes: [], writes: closing})
    const [issue] = issues()
    expect(issue).toMatchObject({state: 'closed', stateReason: 'completed'})
    expect(issue?.comments.map(({body}) => body)).toEqual(['All that stood here is mended, so this issue is closed.'])
    expect((await audit([])).writes).toEqual([])
  })

  test('reopened without a word when something is found again', async ({scene}) => {
    const {audit, issues} = await scene()
    await audit([dead])
    await audit([])
    expect((await audit([typo])).writes).toEqual(editing)
    expect(issues()).toHaveLength(1)
    expect(issues()[0]).toMatchObject({state: 'open'})
    expect(issues()[0]?.comments).toHaveLength(1)
    expect(partsOf(issues()[0]!.body!)).toEqual({'New since the last audit': ['Unexpected `teh`, expected `the`.']})
  })

  test('reopened where it was closed although something is left, and closed where it was reopened for nothing', async ({
    scene
  }) => {
    const {audit, issues} = await scene()
    await audit([dead])
    const issue = issues()[0]!
    const {body} = issue
    issue.state = 'closed'
    expect((await audit([dead])).writes).toEqual(editing)
    expect(issue).toMatchObject({state: 'open', body})
    await audit([])
    issue.state = 'open'
    expect((await audit([])).writes).toEqual(closing)
    expect(issue.state).toBe('closed')
  })
})

describe('a box', () => {
  test('that is ticked silences, closes the issue with the last one, and brings back when unticked', async ({
    scene
  }) => {
    const {audit, issues} = await scene()
    await audit([dead, typo])
    const issue = issues()[0]!
    issue.body = click(issue.body!, 'teh').replaceAll('\n', '\r\n')
    expect((await audit([dead, typo])).writes).toEqual(editing)
    expect(partsOf(issue.body)).toEqual({
      'Dead links': [expect.any(String)],
      Silenced: ['Unexpected `teh`, expected `the`.']
    })
    expect((await audit([dead, typo])).writes).toEqual([])
    expect((await audit([typo])).writes).toEqual(closing)
    expect(issue.comments[0]?.body).toBe('All that stood here is mended or silenced, so this issue is closed.')
    issue.body = click(issue.body, 'teh')
    expect((await audit([typo])).writes).toEqual(editing)
    expect(issue.state).toBe('open')
    expect(partsOf(issue.body)).toEqual({Style: ['Unexpected `teh`, expected `the`.']})
  })

  test('that is ticked while the audit runs is not lost', async ({scene}) => {
    const {audit, issues} = await scene()
    await audit([dead, typo])
    const issue = issues()[0]!
    const meanwhile = () => {
      issue.body = click(issue.body!, 'teh')
    }
    await audit([dead, typo, other], {meanwhile})
    expect(partsOf(issue.body!)['Silenced']).toEqual(['Unexpected `teh`, expected `the`.'])
    expect((await audit([dead, typo, other])).writes).toEqual([])
  })
})

describe('it is known again', () => {
  test('by its marker, where the label was taken away', async ({scene}) => {
    const {audit, issues} = await scene()
    await audit([dead])
    issues()[0]!.labels = []
    expect((await audit([dead])).writes).toEqual([])
    expect((await audit([dead, typo])).writes).toEqual(editing)
    expect(issues()).toHaveLength(1)
    expect(issues()[0]?.labels).toEqual([])
  })

  test('where a person gave it a title and wrote something below', async ({scene}) => {
    const {audit, issues} = await scene()
    await audit([dead])
    const issue = issues()[0]!
    issue.title = 'Help wanted'
    issue.body += '\r\n\r\nWho can help?'
    expect((await audit([dead])).writes).toEqual([])
    expect((await audit([dead, typo])).writes).toEqual(editing)
    expect(issue.title).toBe('Help wanted')
  })

  test('and its title follows the number of lists', async ({scene}) => {
    const {audit, issues} = await scene()
    await audit([dead])
    await audit([dead, {...typo, path: 'b.md'}])
    expect(issues()[0]?.title).toBe('What awesome-doctor found in these lists')
  })

  test('and nothing else is taken for it: issues of others, pull requests, quoted markers', async ({scene}) => {
    const {audit, issues, repository, github} = await scene()
    const us = account(github.world, 'github-actions[bot]')
    const stranger = account(github.world, 'stranger')
    const marked = 'All mine.\n\n<!-- awesome-doctor:audit -->'
    const foreign = makeIssue(github.world, repository.state, stranger, 'Mine', marked)
    foreign.labels = ['awesome-doctor']
    makeIssue(github.world, repository.state, us, 'Quoted', `> ${marked}\n\nSee above.`)
    const pull = await repository.openPull({head: 'x', files: {a: 'b'}, user: 'github-actions[bot]', body: marked})
    pull.issue.labels = ['awesome-doctor']
    expect((await audit([])).writes).toEqual([])
    expect((await audit([dead])).writes).toEqual(['POST issues'])
    expect(foreign).toMatchObject({state: 'open', body: marked})
    expect(pull.issue).toMatchObject({state: 'open', body: marked})
    expect((await audit([typo])).writes).toEqual(editing)
    expect(issues()).toHaveLength(3)
  })
})

describe('of several issues of ours', () => {
  test('the oldest open one is kept, and the others are closed in favour of it', async ({scene}) => {
    const {audit, issues, github, repository} = await scene()
    await audit([dead, typo])
    const first = issues()[0]!
    const second = makeIssue(github.world, repository.state, first.user, first.title, click(first.body!, 'teh'))
    second.labels = ['awesome-doctor']
    const kept = await audit([dead, typo])
    expect(kept).toMatchObject({issueUrl: expect.stringMatching(/\/1$/), notes: [], writes: [...editing, ...closing]})
    expect(second).toMatchObject({state: 'closed', stateReason: 'duplicate'})
    expect(second.comments.map(({body}) => body)).toEqual(['This is told in #1, which is kept up to date.'])
    expect(partsOf(first.body!)['Silenced']).toEqual(['Unexpected `teh`, expected `the`.'])
    expect((await audit([dead, typo])).writes).toEqual([])
  })

  test('the newest is reopened where all are closed', async ({scene}) => {
    const {audit, issues, github, repository} = await scene()
    await audit([dead])
    await audit([])
    const first = issues()[0]!
    const second = makeIssue(github.world, repository.state, first.user, first.title, first.body)
    Object.assign(second, {labels: ['awesome-doctor'], state: 'closed'})
    expect((await audit([typo])).writes).toEqual(editing)
    expect([first.state, second.state]).toEqual(['closed', 'open'])
  })

  test('a server that knows no duplicates closes them as not planned', async ({scene}) => {
    const {audit, issues, github, repository} = await scene()
    await audit([dead])
    const first = issues()[0]!
    const second = makeIssue(github.world, repository.state, first.user, first.title, first.body)
    second.labels = ['awesome-doctor']
    const when = ({body}: {body: unknown}) => (body as {state_reason?: string}).state_reason === 'duplicate'
    github.fault({method: 'PATCH', route: routes.issue, when, status: 422, body: {message: 'Invalid request.'}})
    await audit([dead])
    expect(second).toMatchObject({state: 'closed', stateReason: 'not_planned'})
  })
})

describe('an issue is not opened twice', () => {
  test.for([502, 'drop'] as const)('where GitHub saved it and failed to say so: %s', async (applyThenFail, {scene}) => {
    const {audit, issues, github} = await scene()
    github.fault({method: 'POST', route: routes.list, applyThenFail})
    expect(await audit([dead])).toEqual({
      issueUrl: `${github.webUrl}/octo-org/awesome/issues/1`,
      notes: [],
      writes: ['POST issues']
    })
    expect(issues()).toHaveLength(1)
  })

  test('but is sent again where it was not saved', async ({scene}) => {
    const {audit, issues, github} = await scene()
    github.fault({method: 'POST', route: routes.list, dropBefore: true})
    expect((await audit([dead])).writes).toEqual(['POST issues', 'POST issues'])
    expect(issues()).toHaveLength(1)
  })

  test('and a server that goes on failing is let alone', async ({scene}) => {
    const {audit, issues, github} = await scene()
    github.fault({method: 'POST', route: routes.list, status: 500, times: 9})
    const {notes, writes} = await audit([dead])
    expect(writes).toHaveLength(3)
    expect(notes).toEqual([
      'The issue could not be opened: GitHub failed (500 Server Error). Run the audit again later.'
    ])
    expect(issues()).toEqual([])
  })
})

describe('a refusal is told, with its remedy', () => {
  const permissions = 'The job needs `permissions: issues: write`.'
  const refused = 'GitHub refused (403 Resource not accessible by integration)'

  test('no permission to open or to edit', async ({scene}) => {
    const {audit, token, issues} = await scene()
    const reader = token({contents: 'read'})
    expect(await audit([dead], {token: reader})).toMatchObject({
      notes: [`The issue could not be opened: ${refused}. ${permissions}`]
    })
    await audit([dead])
    expect(await audit([typo], {token: reader})).toMatchObject({
      issueUrl: expect.any(String),
      notes: [`The issue could not be brought up to date: ${refused}. ${permissions}`]
    })
    expect(await audit([dead], {token: reader})).toMatchObject({notes: [], writes: []})
    expect(issues()).toHaveLength(1)
  })

  test('no permission to read, in a private repository', async ({scene}) => {
    const {audit, token} = await scene({private: true})
    const reader = token({contents: 'read'})
    const note = `The issue could not be looked for: ${refused}. ${permissions}`
    expect(await audit([dead], {token: reader})).toEqual({notes: [note], writes: []})
    expect(await audit([], {token: reader})).toEqual({notes: [note], writes: []})
  })

  test('issues that are switched off', async ({scene}) => {
    const {audit, github} = await scene({hasIssues: false})
    const note =
      'Issues are switched off in this repository, so there is none to tell of this audit: switch them on under Settings → General → Features → Issues, or set `issue: false`.'
    expect(await audit([dead])).toMatchObject({notes: [note]})
    expect(await audit([])).toEqual({notes: [], writes: []})
    const gone = {status: 410, body: {message: 'Issues are disabled for this repo'}}
    github.fault({method: 'GET', route: routes.list, ...gone})
    expect(await audit([dead])).toEqual({notes: [note], writes: []})
    github.fault({method: 'GET', route: routes.list, ...gone})
    expect(await audit([])).toEqual({notes: [], writes: []})
  })

  test('a repository that is archived', async ({scene}) => {
    const {audit, repository} = await scene()
    repository.state.archived = true
    expect((await audit([dead])).notes).toEqual([
      'The issue could not be opened: GitHub refused (403 Repository was archived so is read-only.). The repository is archived: set `issue: false`, or unarchive it.'
    ])
  })

  test.for([
    {status: 403, headers: {'retry-after': '1000'}, body: {message: 'You have exceeded a secondary rate limit.'}},
    {status: 503},
    {dropBefore: true}
  ])('what passes: %j', async (fault, {scene}) => {
    const {audit, github, issues} = await scene()
    github.fault({method: 'GET', route: routes.list, times: 9, ...fault})
    const {notes, writes} = await audit([dead])
    expect(notes).toEqual([
      expect.stringMatching(/^The issue could not be looked for: .*\. Run the audit again later\.$/)
    ])
    expect(writes).toEqual([])
    expect(issues()).toEqual([])
  })

  test('a token that nobody knows', async ({scene}) => {
    const {audit, github, token, issues} = await scene()
    const app = token({contents: 'read', issues: 'write'}, 'gardener[bot]')
    expect((await audit([dead], {token: app})).notes).toEqual([])
    expect(issues()[0]?.user.login).toBe('gardener[bot]')
    const hide = () => {
      github.fault({route: '/graphql', status: 401, body: {message: 'Bad credentials'}})
      github.fault({route: '/user', status: 403, body: {message: 'Resource not accessible by integration'}})
    }
    hide()
    expect(await audit([dead], {token: app})).toEqual({
      notes: [
        'GitHub does not tell whose token this is, so nobody knows which of the issues there is ours, and none was written. Run the audit again later.'
      ],
      writes: []
    })
    expect((await audit([dead], {token: app})).writes).toEqual([])
  })

  test('an issue that was deleted while the audit ran', async ({scene}) => {
    const {audit, github} = await scene()
    await audit([dead])
    github.fault({method: 'GET', route: routes.issue, status: 410, body: {message: 'This issue was deleted'}})
    expect((await audit([typo])).notes).toEqual([
      'The issue could not be brought up to date: GitHub refused (410 This issue was deleted). It was deleted meanwhile; the next audit opens another.'
    ])
  })
})

describe('what this audit could not judge stays', () => {
  const text = '# Kites\n\n- [A](https://a.example/gone)\n- [R](https://github.com/ann/a)\n'
  const archived: Finding = {rule: 'repository-archived', reason: 'Unexpected repository `Ann/a`, which is archived'}
  const links = [dead, archived]
  const told = (facts: Readonly<Record<string, LinkFact>>, repositories: readonly string[] = []): AskedLinks => ({
    facts: {
      links: new Map(Object.entries(facts).map(([url, fact]) => [addressOf(url)!, fact])),
      repositories: new Map(repositories.map(name => [name, {name}]))
    },
    links: Object.entries(facts).map(([url, fact]) => ({url, fact, places: []})),
    ...{hosts: [], notes: [], memory: new Map()}
  })
  const gone = 'https://a.example/gone'
  const unsure: LinkFact = {status: 'unsure', reason: 'no answer in time'}

  test.for<[string, readonly Finding[], AuditOptions]>([
    ['where no link was asked', [typo], {text}],
    ['where there was no clear answer', [typo], {text, asked: told({[gone]: unsure})}],
    ['where its list could not be read', [], {text, unread: ['readme.md'], reports: () => []}],
    [
      'where its list is too complex by now',
      [],
      {
        text,
        reports: ([one]) => [
          {...one!, diagnostics: reportsOf([{reason: 'Too complex', rule: 'document-bounds'}])[0]!.diagnostics}
        ]
      }
    ]
  ])('%s', async ([, found, options], {scene}) => {
    const {audit, issues} = await scene()
    await audit([...links, typo], {text})
    const before = issues()[0]!
      .body!.split('\n')
      .filter(line => /dead link|Ann/.test(line))
    expect(before).toHaveLength(2)
    await audit(found, options)
    expect(
      issues()[0]!
        .body!.split('\n')
        .filter(line => /dead link|Ann/.test(line))
    ).toEqual(before)
    expect(issues()[0]!.state).toBe('open')
    await audit([...links, typo], {text})
    expect(partsOf(issues()[0]!.body!)['New since the last audit']).toBeUndefined()
  })

  test('and costs no write while all else is the same', async ({scene}) => {
    const {audit} = await scene()
    await audit([...links, typo], {text})
    expect((await audit([typo], {text})).writes).toEqual([])
    expect((await audit([typo], {text, asked: told({[gone]: unsure})})).writes).toEqual([])
  })

  test('where a rule broke, what that rule said', async ({scene}) => {
    const {audit, issues} = await scene()
    await audit([typo, {...other, rule: 'entry-order'}])
    const crashes = [{rule: 'entry-order', stack: ''}]
    await audit([], {reports: all => all.map(report => ({...report, crashes}))})
    expect(partsOf(issues()[0]!.body!)).toEqual({Style: ['Unexpected `hte`, expected `the`.']})
  })

  test.for<[string, AuditOptions]>([
    ['the list has it no more', {text: '# Kites\n'}],
    ['it answers', {text, asked: told({[gone]: {status: 'alive', code: 200}}, ['ann/a'])}],
    ['it is never asked', {text, asked: told({[gone]: {status: 'skipped'}}, ['ann/a'])}],
    ['the list is gone', {text, reports: () => []}]
  ])('but not where %s', async ([, options], {scene}) => {
    const {audit, issues} = await scene()
    await audit(links, {text})
    await audit([], options)
    expect(issues()[0]!.state).toBe('closed')
    expect(partsOf(issues()[0]!.body!)).toEqual({})
  })
})

test('a dead page is told of with its copy, and the pull request with its fixes', async ({scene}) => {
  const {audit, issues} = await scene()
  const archived = 'https://web.archive.org/web/2024/https://a.example/gone'
  const fact: LinkFact = {status: 'dead', code: 404, archived}
  const asked: AskedLinks = {
    facts: {links: new Map([['https://a.example/gone', fact]])},
    ...{links: [], hosts: [], notes: [], memory: new Map()}
  }
  const fix = {safety: 'safe', title: 'Mend it', edits: []} as const
  await audit([dead, {...typo, fix}], {asked, pullRequestUrl: 'https://github.example/o/r/pull/3'})
  expect(issues()[0]?.body).toContain(` A [copy](${archived}) is in the Wayback Machine. (`)
  expect(issues()[0]?.body).toContain('[This pull request](https://github.example/o/r/pull/3) mends 1 of them.')
})
