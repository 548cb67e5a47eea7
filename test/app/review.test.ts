import {describe, expect} from 'vitest'
import {commentsOf, line, sick, well} from '../doors/scene.ts'
import {appPermissions} from '../fake/app-server.ts'
import {commentOn} from '../fake/events.ts'
import type {TestRepository} from '../fake/github.ts'
import {showCheckRun, showRepository} from '../fake/show.ts'
import type {CheckRun} from '../fake/world.ts'
import {test} from './app-scene.ts'

const checksOf = ({state}: TestRepository): readonly CheckRun[] => [...state.checkRuns.values()]

/** A list with so many errors. */
const verySick = (count: number): string =>
  `# Kites\n\n## Makers\n\n${Array.from({length: count}, (_, index) => line(`Kite${1000 + index}`, '-')).join('')}`

describe.concurrent('a pull request', () => {
  test('gets one review, and a check run with what is wrong beside the lines', async ({scene}) => {
    const {github, repository, serve, openPull} = await scene()
    const server = await serve()
    const pull = await openPull('list', sick)
    const sent = await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'opened'))
    expect(sent).toMatchObject({status: 202, text: 'Queued.\n'})
    const [job] = await server.ended(1)
    expect(job).toMatchObject({level: 'info', work: 'review octo-org/awesome#1', outcome: 'findings'})
    expect(pull.reviews.map(({user, state}) => [user.login, state])).toEqual([['list-doctor[bot]', 'COMMENTED']])
    expect(commentsOf(pull)).toHaveLength(2)
    expect(checksOf(repository)).toMatchObject([
      {name: 'awesome-doctor', headSha: pull.headSha, status: 'completed', conclusion: 'failure', title: '2 errors'}
    ])
    const [check] = checksOf(repository)
    expect(check!.summary).toContain('entry-marker-space')
    expect(check!.annotations).toMatchObject([
      {path: 'readme.md', start_line: 7, end_line: 7, annotation_level: 'failure', title: 'entry-marker-space'},
      {path: 'readme.md', start_line: 12}
    ])
    expect(await server.stop()).toEqual({code: 0, stderr: ''})
  })

  test('that is clean gets no comment, and that has only warnings fails nothing', async ({scene}) => {
    const {github, repository, serve, openPull} = await scene()
    await repository.commit('main', {'.github/awesome-doctor.yml': 'rules: {entry-marker-space: warn}\n'})
    const server = await serve()
    const clean = await openPull('clean', well + line('Kestrel'))
    await server.hook.send('pull_request', await github.event(clean, 'pull_request', 'opened'))
    await server.ended(1)
    const warned = await openPull('warned', sick)
    await server.hook.send('pull_request', await github.event(warned, 'pull_request', 'reopened'))
    await server.ended(2)
    expect(checksOf(repository)).toMatchObject([
      {conclusion: 'success', title: 'All is well', annotations: []},
      {conclusion: 'neutral', title: '2 warnings'}
    ])
    expect(clean.reviews).toEqual([])
    expect(warned.reviews).toHaveLength(1)
  })

  test('has its annotations in requests of fifty, each once, whatever is lost on the way', async ({scene}) => {
    const {github, repository, serve, openPull} = await scene()
    const server = await serve()
    const route = '/repos/{owner}/{repo}/check-runs/{check_run_id}'
    // The first fifty are saved, but nobody hears of it.
    github.fault({method: 'PATCH', route, applyThenFail: 502})
    github.fault({method: 'PATCH', route, nth: 2, dropBefore: true})
    const pull = await openPull('list', verySick(120))
    await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'opened'))
    await server.logged(({outcome}) => outcome === 'findings')
    expect(github.pendingFaults).toEqual([])
    const [check, ...others] = checksOf(repository)
    expect(others).toEqual([])
    expect(check).toMatchObject({status: 'completed', conclusion: 'failure', title: '120 errors'})
    expect(new Set(check!.annotations.map(one => one['start_line'])).size).toBe(120)
    expect(check!.annotations).toHaveLength(120)
    expect(pull.reviews).toHaveLength(1)
    expect(server.log.filter(({outcome}) => outcome === 'again')).toHaveLength(2)
  })

  test('is looked at again when somebody asks for it on the check run, and nothing is posted twice', async ({
    scene
  }) => {
    const {github, repository, serve, openPull} = await scene()
    const server = await serve()
    const pull = await openPull('list', sick)
    await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'opened'))
    await server.ended(1)
    await repository.commit('main', {'.github/awesome-doctor.yml': 'rules: {entry-marker-space: warn}\n'})
    const links = {api: github.url, web: github.webUrl}
    const check_run = showCheckRun(links, repository.state, checksOf(repository)[0]!)
    await server.hook.send('check_run', repository.event({action: 'rerequested', check_run}))
    await server.ended(2)
    expect(checksOf(repository).map(({conclusion}) => conclusion)).toEqual(['failure', 'neutral'])
    // A suite names no pull requests of forks; the check runs do.
    const check_suite = {id: 1, head_sha: pull.headSha, pull_requests: []}
    await server.hook.send('check_suite', repository.event({action: 'rerequested', check_suite}))
    await server.ended(3)
    expect(checksOf(repository).map(({conclusion}) => conclusion)).toEqual(['failure', 'neutral', 'neutral'])
    expect(pull.reviews).toHaveLength(1)
  })

  test('of a fork is reviewed like any other', async ({scene}) => {
    const {github, repository, serve} = await scene()
    const server = await serve()
    const pull = await repository.openPull({head: 'list', files: {'readme.md': sick}, fork: {owner: 'fork-owner'}})
    await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'opened'))
    await server.ended(1)
    expect(pull.reviews).toHaveLength(1)
    expect(checksOf(repository)).toMatchObject([{conclusion: 'failure'}])
  })

  test('that has moved on is left to the delivery of its new head', async ({scene}) => {
    const {github, repository, serve, openPull} = await scene()
    const server = await serve()
    const pull = await openPull('list', sick)
    const event = await github.event(pull, 'pull_request', 'opened')
    await repository.push(pull, {'readme.md': sick + line('Kestrel')})
    await server.hook.send('pull_request', event)
    expect((await server.ended(1))[0]).toMatchObject({outcome: 'superseded'})
    expect(pull.reviews).toEqual([])
    expect(checksOf(repository)).toMatchObject([{conclusion: 'neutral', title: 'Superseded'}])
  })

  test('with a wrong config on its base is told so by the check run, once', async ({scene}) => {
    const {github, repository, serve, openPull} = await scene()
    await repository.commit('main', {'.github/awesome-doctor.yml': 'rules: {entry-marker-spce: off}\n'})
    const server = await serve()
    const pull = await openPull('list', sick)
    await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'opened'))
    const [job] = await server.ended(1)
    expect(job).toMatchObject({outcome: 'refused'})
    expect(job!['notes']).toContain('did you mean `entry-marker-space`?')
    expect(checksOf(repository)).toMatchObject([{conclusion: 'failure', title: 'Not judged'}])
    expect(checksOf(repository)[0]!.summary).toContain('entry-marker-space')
  })
})

describe.concurrent('tokens', () => {
  test('are for one repository, and may do what the job needs', async ({scene}) => {
    const {github, repository, serve, openPull} = await scene()
    const server = await serve()
    const pull = await openPull('list', sick)
    await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'opened'))
    await server.ended(1)
    const help = commentOn(github, repository, pull.issue, 'maintainer', '/doctor help')
    await server.hook.send('issue_comment', help.event)
    await server.ended(2)
    const fix = commentOn(github, repository, pull.issue, 'maintainer', '/doctor fix')
    await server.hook.send('issue_comment', fix.event)
    await server.ended(3)
    const asked = github.requests('/app/installations/{installation_id}/access_tokens', 'POST')
    const repository_ids = [repository.state.id]
    expect(asked.map(({body}) => body)).toEqual([
      {repository_ids, permissions: {metadata: 'read', contents: 'read', pull_requests: 'write', checks: 'write'}},
      {repository_ids, permissions: {metadata: 'read', contents: 'read', pull_requests: 'write'}},
      {repository_ids, permissions: {metadata: 'read', contents: 'write', pull_requests: 'write'}}
    ])
    // They are used as long as they are good.
    const next = await openPull('next', sick)
    await server.hook.send('pull_request', await github.event(next, 'pull_request', 'opened'))
    await server.ended(4)
    expect(github.requests('/app/installations/{installation_id}/access_tokens', 'POST')).toHaveLength(3)
  })

  test('that are refused for a permission are a sentence in the log, and no retry', async ({scene}) => {
    const {github, serve, openPull} = await scene({permissions: {...appPermissions, checks: 'read'}})
    const server = await serve()
    const pull = await openPull('list', sick)
    await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'opened'))
    const [job] = await server.ended(1)
    expect(job).toMatchObject({outcome: 'refused'})
    expect(job!['notes']).toContain('`checks: write`')
  })

  test('that may not commit are told to whoever asks for fixes', async ({scene}) => {
    const {github, repository, serve, openPull} = await scene({permissions: {...appPermissions, contents: 'read'}})
    const server = await serve()
    const pull = await openPull('list', sick)
    const {event, comment} = commentOn(github, repository, pull.issue, 'maintainer', '/doctor fix')
    await server.hook.send('issue_comment', event)
    expect(await server.ended(1)).toMatchObject([{outcome: 'refused'}])
    expect(comment.reactions.map(({content}) => content)).toEqual(['eyes', 'confused'])
    expect(pull.issue.comments.at(-1)!.body).toContain('GitHub refused the commit')
  })

  test('of an installation that was suspended or removed are nobody’s mistake', async ({scene}) => {
    const {app, github, serve, openPull} = await scene()
    const server = await serve()
    const pull = await openPull('list', sick)
    const event = await github.event(pull, 'pull_request', 'opened')
    const [installation] = [...app.installations.values()]
    installation!.suspendedAt = '2026-01-01T00:00:00Z'
    await server.hook.send('pull_request', event)
    expect(await server.ended(1)).toMatchObject([{outcome: 'gone', level: 'info'}])
  })

  test('are got from GitHub Enterprise Servers, too', async ({scene}) => {
    const {github, serve, openPull} = await scene()
    const server = await serve({
      GITHUB_API_URL: github.enterpriseUrl,
      GITHUB_GRAPHQL_URL: github.enterpriseGraphqlUrl,
      GITHUB_SERVER_URL: ''
    })
    const pull = await openPull('list', sick)
    await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'opened'))
    await server.ended(1)
    expect(pull.reviews).toHaveLength(1)
    expect(github.journal.map(({path}) => path).filter(path => !path.startsWith('/api/'))).toEqual([])
  })
})

describe.concurrent('other events', () => {
  test('a command is answered once, and an ordinary comment is none', async ({scene}) => {
    const {github, repository, serve, openPull} = await scene()
    const server = await serve()
    const pull = await openPull('list', sick)
    const talk = commentOn(github, repository, pull.issue, 'maintainer', 'Thank you!')
    expect(await server.hook.send('issue_comment', talk.event)).toMatchObject({
      status: 202,
      text: 'Nothing is to be done for this event.\n'
    })
    const {event, comment} = commentOn(github, repository, pull.issue, 'maintainer', '/doctor fix')
    const {delivery} = await server.hook.send('issue_comment', event)
    expect(await server.ended(1)).toMatchObject([{work: 'command octo-org/awesome#1', outcome: 'done'}])
    expect(comment.reactions.map(({content}) => content)).toEqual(['eyes', 'rocket'])
    expect(await server.hook.redeliver(delivery)).toMatchObject({status: 202, text: 'This delivery came before.\n'})
    expect(await repository.readFile('list', 'readme.md')).toBe(well)
  })

  test('a push to the default branch is followed by an audit, one to another is not', async ({scene}) => {
    const {repository, serve} = await scene()
    const server = await serve({AWESOME_DOCTOR_AUDIT: 'push'})
    const push = (ref: string) => repository.event({ref, deleted: false})
    expect(await server.hook.send('push', push('refs/heads/other'))).toMatchObject({
      text: 'Nothing is to be done for this event.\n'
    })
    expect(await server.hook.send('push', push('refs/heads/main'))).toMatchObject({text: 'Queued.\n'})
    expect(await server.ended(1)).toMatchObject([{work: 'audit octo-org/awesome', outcome: 'clean'}])
  })

  test('an audit keeps the issue, and proposes fixes only where the App is told to', async ({scene}) => {
    const {github, repository, serve} = await scene()
    await repository.commit('main', {'readme.md': sick})
    const push = repository.event({ref: 'refs/heads/main', deleted: false})
    const usual = await serve({AWESOME_DOCTOR_AUDIT: 'push'})
    await usual.hook.send('push', push)
    expect(await usual.ended(1)).toMatchObject([{outcome: 'findings'}])
    await usual.stop()
    expect([...repository.state.issues.values()].map(({user, pull}) => [user.login, pull])).toEqual([
      ['list-doctor[bot]', undefined]
    ])
    const asked = () => github.requests('/app/installations/{installation_id}/access_tokens', 'POST').at(-1)!.body
    expect(asked()).toMatchObject({permissions: {metadata: 'read', contents: 'read', issues: 'write'}})

    const fixing = await serve({AWESOME_DOCTOR_AUDIT: 'push', AWESOME_DOCTOR_FIX: 'pull-request'})
    await fixing.hook.send('push', push)
    await fixing.ended(1)
    expect([...repository.state.pulls.values()].map(({headRef, issue}) => [headRef, issue.user.login])).toEqual([
      ['awesome-doctor/fixes', 'list-doctor[bot]']
    ])
    expect(asked()).toMatchObject({permissions: {contents: 'write', issues: 'write', pull_requests: 'write'}})
    expect([...repository.state.issues.values()].filter(({pull}) => !pull)).toHaveLength(1)
  })

  test('an installation is followed by a first audit where that is wanted', async ({scene}) => {
    const {app, github, repository, serve} = await scene()
    const [installation] = [...app.installations.values()]
    const shown = showRepository({api: github.url, web: github.webUrl}, repository.state)
    const event = {action: 'created', installation: {id: installation!.id}, repositories: [shown]}
    const silent = await serve()
    expect(await silent.hook.send('installation', event)).toMatchObject({
      text: 'Nothing is to be done for this event.\n'
    })
    await silent.stop()
    const server = await serve({AWESOME_DOCTOR_FIRST_AUDIT: 'installation'})
    expect(await server.hook.send('installation', event)).toMatchObject({text: 'Queued.\n'})
    expect(await server.ended(1)).toMatchObject([{work: 'audit octo-org/awesome', outcome: 'clean'}])
  })
})
