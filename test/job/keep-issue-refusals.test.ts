import {describe, expect} from 'vitest'
import {dead, routes, test, typo} from './issue-scene.ts'

describe('an issue is not opened twice', () => {
  test.for([502, 'drop'] as const)('where GitHub saved it and failed to say so: %s', async (applyThenFail, {scene}) => {
    const {audit, issues, github} = await scene()
    github.fault({method: 'POST', route: routes.list, applyThenFail})
    expect(await audit([dead])).toEqual({
      kind: 'told',
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
    expect(await audit([dead], {token: reader})).toEqual({kind: 'refused', notes: [note], writes: []})
    expect(await audit([], {token: reader})).toEqual({kind: 'refused', notes: [note], writes: []})
  })

  test('issues that are switched off', async ({scene}) => {
    const {audit, github} = await scene({hasIssues: false})
    const note =
      'Issues are switched off in this repository, so there is none to tell of this audit: switch them on under Settings → General → Features → Issues, or set `issue: false`.'
    expect(await audit([dead])).toMatchObject({notes: [note]})
    expect(await audit([])).toEqual({kind: 'told', notes: [], writes: []})
    const gone = {status: 410, body: {message: 'Issues are disabled for this repo'}}
    github.fault({method: 'GET', route: routes.list, ...gone})
    expect(await audit([dead])).toEqual({kind: 'refused', notes: [note], writes: []})
    github.fault({method: 'GET', route: routes.list, ...gone})
    expect(await audit([])).toEqual({kind: 'told', notes: [], writes: []})
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
      kind: 'refused',
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
