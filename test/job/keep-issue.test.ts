import {describe, expect} from 'vitest'
import type {LinkFact} from '../../src/document/facts.ts'
import {addressOf} from '../../src/document/link/url.ts'
import type {AskedLinks} from '../../src/job/ask-links.ts'
import {makeIssue} from '../fake/pulls.ts'
import {account} from '../fake/world.ts'
import {click, commit, type Finding, partsOf, reportsOf} from '../report/issue-findings.ts'
import {type AuditOptions, closing, dead, editing, other, routes, test, typo} from './issue-scene.ts'

describe('the issue is', () => {
  test('opened when there is something to say, with our label', async ({scene}) => {
    const {audit, issues, repository, github} = await scene()
    const kept = await audit([dead, typo])
    const [issue] = issues()
    expect(kept).toEqual({
      kind: 'told',
      issueUrl: `${github.webUrl}/octo-org/awesome/issues/1`,
      notes: [],
      writes: ['POST issues']
    })
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
    expect(await audit([])).toEqual({kind: 'told', notes: [], writes: []})
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
    expect(kept).toEqual({kind: 'told', issueUrl: expect.any(String), notes: [], writes: []})
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
