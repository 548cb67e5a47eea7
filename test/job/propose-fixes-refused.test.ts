import {describe, expect, it} from 'vitest'
import {fixBranch} from '../../src/github/fix-branch.ts'
import {routes, scene, sick, well} from './fix-scene.ts'
import {clientOf} from './review-scene.ts'

describe('what GitHub refuses is said with its remedy', () => {
  it('the setting that forbids workflows to open pull requests: the branch stands, and a link opens it by hand', async () => {
    const {run, repository, pulls, github, writes} = await scene({'readme.md': sick}, {allowActionsPullRequests: false})
    const {notes, pullRequestUrl, fixed} = await run()
    expect([pullRequestUrl, fixed]).toEqual([undefined, []])
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain(
      'switch on “Allow GitHub Actions to create and approve pull requests” under Settings → Actions → General → Workflow permissions, in an organisation first in the settings of the organisation.'
    )
    expect(notes[0]).toContain(
      `open the pull request by hand at \`${github.webUrl}/octo-org/awesome/compare/main...${fixBranch}?expand=1\`.`
    )
    expect(await repository.readFile(fixBranch, 'readme.md')).toBe(well)
    expect(pulls()).toEqual([])
    writes()
    await run()
    expect(writes()).toBe(1)
    repository.state.allowActionsPullRequests = true
    expect(await run()).toMatchObject({pullRequestUrl: expect.stringMatching(/\/pull\/1$/), notes: []})
    expect(writes()).toBe(1)
  })

  it('no permission to write contents', async () => {
    const {run, github, repository} = await scene({'readme.md': sick})
    const token = github.token({kind: 'actions', permissions: {contents: 'read', pull_requests: 'write'}})
    expect((await run({token})).notes).toEqual([
      'No fixes were proposed, since `awesome-doctor/fixes` could not be written (GitHub refused: 403 Resource not accessible by integration); the job needs `permissions: contents: write`.'
    ])
    expect(await repository.sha(fixBranch)).toBeUndefined()
  })

  it('no permission to write pull requests', async () => {
    const {run, github, pulls} = await scene({'readme.md': sick})
    const token = github.token({kind: 'actions', permissions: {contents: 'write', pull_requests: 'read'}})
    const {notes} = await run({token})
    expect(notes).toHaveLength(1)
    expect(notes[0]).toMatch(
      /^The pull request could not be opened .*; the job needs `permissions: pull-requests: write`\. The fixes stand on/
    )
    expect(pulls()).toEqual([])
  })

  it('no permission to see a private repository', async () => {
    const {run, github} = await scene({'readme.md': sick}, {private: true})
    const token = github.token({kind: 'actions', permissions: {issues: 'write'}})
    expect((await run({token})).notes).toEqual([expect.stringMatching(/could not be read \(.*; the job needs/)])
  })

  it('no permission to edit or close the pull request any more', async () => {
    const {run, github, repository, pulls} = await scene({'readme.md': sick})
    await run()
    const token = github.token({kind: 'actions', permissions: {contents: 'write', pull_requests: 'read'}})
    await repository.commit('main', {'more.md': sick})
    const note = expect.stringMatching(
      /^The pull request with the fixes could not be brought up to date .*pull-requests: write/
    )
    expect(await run({token})).toMatchObject({pullRequestUrl: expect.stringMatching(/\/pull\/1$/), notes: [note]})
    await repository.commit('main', {'readme.md': well, 'more.md': well})
    expect(await run({token})).toMatchObject({pullRequestUrl: expect.stringMatching(/\/pull\/1$/), notes: [note]})
    expect(await repository.sha(fixBranch)).toBeDefined()
    expect(pulls()[0]!.issue.state).toBe('open')
  })

  it('rules that protect the branch', async () => {
    const {run, pulls} = await scene({'readme.md': sick}, {protectedBranches: [fixBranch]})
    const {notes} = await run()
    expect(notes).toEqual([
      expect.stringMatching(
        /could not be written \(GitHub refused: 422 Repository rule violations found Changes must be made through a pull request\.\); leave `awesome-doctor\/fixes` out of the rules for branches/
      )
    ])
    expect(pulls()).toEqual([])
  })

  it('an archived repository', async () => {
    const {run, repository} = await scene({'readme.md': sick})
    repository.state.archived = true
    expect((await run()).notes).toEqual([
      expect.stringMatching(/an archived repository takes no fixes: set `fix: none`/)
    ])
  })

  it('a base that is not there', async () => {
    const {run, writes} = await scene({'readme.md': sick})
    expect((await run({base: 'nowhere'})).notes).toEqual([
      'There is no branch `nowhere`, so no fixes were proposed for it.'
    ])
    expect(writes()).toBe(0)
  })

  it.each([
    ['a rate limit', {status: 403, body: {message: 'API rate limit exceeded for installation.'}}],
    ['a failure', {status: 503, times: 9}]
  ])('%s: later', async (_, fault) => {
    const {run, github, repository} = await scene({'readme.md': sick})
    github.fault({method: 'POST', route: routes.commits, ...fault})
    expect((await run()).notes).toEqual([expect.stringMatching(/; the next audit tries again\.$/)])
    github.heal()
    expect(await repository.sha(fixBranch)).toBeUndefined()
    expect((await run()).notes).toEqual([])
  })
})

describe('the base has moved since it was looked at', () => {
  it('nothing is written where a list that is to be mended is another now', async () => {
    const {run, audit, repository, writes} = await scene({'readme.md': sick})
    const audited = await audit()
    await repository.commit('main', {'readme.md': `${sick}\nMore.\n`})
    expect(await run({audited})).toEqual({
      fixed: [],
      notes: ['`main` has moved on since it was looked at, so no fixes were proposed; the next audit does it.']
    })
    expect(writes()).toBe(0)
  })

  it('the fixes are proposed where the lists are the same', async () => {
    const {run, audit, repository, commits} = await scene({'readme.md': sick})
    const audited = await audit()
    const head = await repository.commit('main', {LICENSE: 'Free.\n'})
    const {commit: _, ...unknown} = audited
    for (const one of [audited, unknown]) {
      expect((await run({audited: one})).notes).toEqual([])
      expect((await commits())[0]!.parents).toEqual([head])
    }
  })

  it('nothing is written where it moves at the last moment', async () => {
    const {run, github, repository, writes} = await scene({'readme.md': sick})
    const isBase = {route: routes.ref, when: ({path}: {path: string}) => path.endsWith('/main')}
    github.fault({...isBase, nth: 2, before: () => repository.commit('main', {'readme.md': well})})
    expect((await run()).notes).toEqual([expect.stringMatching(/^`main` has moved on/)])
    expect(writes()).toBe(0)
  })
})

describe('the branch moves while the fixes are made', () => {
  it('is left alone where somebody else has made it', async () => {
    const {run, github, repository, pulls} = await scene({'readme.md': sick})
    let theirs = ''
    github.fault({
      method: 'POST',
      route: routes.commits,
      before: async () => {
        theirs = await repository.commit(fixBranch, {'notes.txt': 'Mine.\n'}, {author: 'maintainer'})
      }
    })
    expect((await run()).notes).toEqual([
      expect.stringMatching(/was changed by somebody else meanwhile, so it was left alone/)
    ])
    expect(await repository.sha(fixBranch)).toBe(theirs)
    expect(pulls()).toEqual([])
  })

  it('is left alone where somebody has made it between the last look and the write', async () => {
    const {run, github, repository} = await scene({'readme.md': sick})
    let theirs = ''
    github.fault({
      method: 'POST',
      route: routes.refs,
      before: async () => {
        theirs = await repository.commit(fixBranch, {'notes.txt': 'Mine.\n'}, {author: 'maintainer'})
      }
    })
    expect((await run()).notes).toEqual([expect.stringMatching(/was changed by somebody else meanwhile/)])
    expect(await repository.sha(fixBranch)).toBe(theirs)
  })

  it('is left alone where somebody has pushed to it', async () => {
    const {run, github, repository, pulls} = await scene({'readme.md': sick})
    await run()
    await repository.commit('main', {'more.md': sick})
    let theirs = ''
    github.fault({
      method: 'POST',
      route: routes.trees,
      before: async () => {
        theirs = await repository.push(pulls()[0]!, {'notes.txt': 'Mine.\n'}, {author: 'maintainer'})
      }
    })
    expect((await run()).notes).toEqual([expect.stringMatching(/was changed by somebody else meanwhile/)])
    expect(await repository.sha(fixBranch)).toBe(theirs)
  })

  it('is not deleted where somebody pushes to it while the pull request is closed', async () => {
    const {run, github, repository, pulls} = await scene({'readme.md': sick})
    await run()
    await repository.commit('main', {'readme.md': well})
    const [pull] = pulls()
    github.fault({
      method: 'PATCH',
      route: routes.pull,
      before: () => repository.push(pull!, {'notes.txt': 'Mine.\n'}, {author: 'maintainer'})
    })
    await run()
    expect(await repository.readFile(fixBranch, 'notes.txt')).toBe('Mine.\n')
  })
})

describe('an answer that is lost', () => {
  const lost = [502, 'drop'] as const

  it.each(lost)('of the branch being made (%s) is looked for', async applyThenFail => {
    const {run, github, commits, pulls} = await scene({'readme.md': sick})
    github.fault({method: 'POST', route: routes.refs, applyThenFail})
    expect((await run()).notes).toEqual([])
    expect(github.requests(routes.refs, 'POST')).toHaveLength(1)
    expect(await commits()).toHaveLength(2)
    expect(pulls()).toHaveLength(1)
  })

  it.each(lost)('of the branch being moved (%s) is looked for', async applyThenFail => {
    const {run, github, repository, commits} = await scene({'readme.md': sick})
    await run()
    await repository.commit('main', {'more.md': sick})
    github.fault({method: 'PATCH', route: routes.oneRef, applyThenFail})
    expect((await run()).notes).toEqual([])
    expect(github.requests(routes.oneRef, 'PATCH')).toHaveLength(1)
    expect(await commits()).toHaveLength(2)
  })

  it('of the branch being made is asked for again where nothing was done', async () => {
    const {run, github, pulls} = await scene({'readme.md': sick})
    github.fault({method: 'POST', route: routes.refs, status: 502})
    github.fault({method: 'POST', route: routes.pulls, status: 502})
    expect((await run()).notes).toEqual([])
    expect(pulls()).toHaveLength(1)
  })

  it.each(lost)('of the pull request being opened (%s) does not open another', async applyThenFail => {
    const {run, github, pulls} = await scene({'readme.md': sick})
    github.fault({method: 'POST', route: routes.pulls, applyThenFail})
    expect(await run()).toMatchObject({pullRequestUrl: expect.stringMatching(/\/pull\/1$/), notes: []})
    expect(github.requests(routes.pulls, 'POST')).toHaveLength(1)
    expect(pulls()).toHaveLength(1)
  })

  it('of the pull request being opened is not asked for again where nobody can tell', async () => {
    const {run, github, pulls} = await scene({'readme.md': sick})
    github.fault({method: 'POST', route: routes.pulls, applyThenFail: 502})
    github.fault({method: 'GET', route: routes.pulls, nth: 2, times: 3, status: 502})
    const {notes} = await run()
    expect(notes).toEqual([
      expect.stringMatching(/could not be opened .*; the next audit tries again\. The fixes stand on/)
    ])
    expect(pulls()).toHaveLength(1)
    expect((await run()).pullRequestUrl).toMatch(/\/pull\/1$/)
    expect(github.requests(routes.pulls, 'POST')).toHaveLength(1)
  })

  it('of the comment that closes it is let go', async () => {
    const {run, github, repository, pulls} = await scene({'readme.md': sick})
    await run()
    await repository.commit('main', {'readme.md': well})
    const route = '/repos/{owner}/{repo}/issues/{issue_number}/comments'
    github.fault({method: 'POST', route, applyThenFail: 502})
    expect((await run()).notes).toEqual([])
    expect(pulls()[0]!.issue.comments).toHaveLength(1)
    expect(await repository.sha(fixBranch)).toBeUndefined()
  })

  it('of the branch being deleted is none to care for', async () => {
    const {run, github, repository} = await scene({'readme.md': sick})
    await run()
    await repository.commit('main', {'readme.md': well})
    github.fault({method: 'DELETE', route: routes.oneRef, applyThenFail: 'drop'})
    expect(await run()).toEqual({fixed: [], notes: []})
    expect(await repository.sha(fixBranch)).toBeUndefined()
  })
})

describe('whose it is', () => {
  it('a token whose owner nobody tells is taken for that of a workflow', async () => {
    const {run, github, writes} = await scene({'readme.md': sick})
    await run()
    writes()
    github.fault({route: '/graphql', status: 502, times: 9})
    expect((await run()).notes).toEqual([])
    expect(writes()).toBe(0)
  })

  it('what another app has made is left alone, and so it is where nobody can tell', async () => {
    const {run, github, repository, writes} = await scene({'readme.md': sick})
    const doctor = github.token({kind: 'app', login: 'list-doctor[bot]'})
    await run({token: doctor})
    await repository.commit('main', {'more.md': sick})
    writes()
    expect((await run()).notes).toEqual([expect.stringMatching(/has 2 commits by others/)])
    github.fault({route: '/graphql', status: 502, times: 3})
    expect((await run()).notes).toEqual([expect.stringMatching(/^GitHub does not tell whose token this is/)])
    github.heal()
    expect(writes()).toBe(0)
    expect((await run({token: doctor})).notes).toEqual([])
  })

  it('the token of a person works, too, and has workflows run', async () => {
    const {run, github, repository, pulls, commits, writes} = await scene({'readme.md': sick})
    const token = github.token({kind: 'user', login: 'maintainer'})
    expect((await run({token})).notes).toEqual([])
    expect((await commits()).map(({author, committer}) => [author.name, committer.name])).toEqual([
      ['maintainer', 'maintainer'],
      ['maintainer', 'maintainer']
    ])
    expect(pulls()[0]!.issue.body).not.toContain('Workflows do not run')
    writes()
    await run({token})
    expect(writes()).toBe(0)
    await repository.push(pulls()[0]!, {'notes.txt': 'Mine.\n'}, {author: 'maintainer'})
    expect((await run({token})).notes).toEqual([expect.stringMatching(/has 1 commit by others/)])
  })

  it('a body with our marker by somebody else is none of ours', async () => {
    const {run, github, repository, pulls} = await scene({'readme.md': sick})
    await run()
    const body = pulls()[0]!.issue.body!
    await repository.closePull(pulls()[0]!)
    const maintainer = clientOf(github, 'maintainer').rest
    await maintainer.pulls.create({
      owner: repository.owner,
      repo: repository.name,
      base: 'main',
      head: fixBranch,
      title: 'Mend',
      body
    })
    await repository.commit('main', {'readme.md': well})
    await run()
    expect(pulls()[1]!.issue.state).toBe('open')
    expect(await repository.sha(fixBranch)).toBeDefined()
  })
})
