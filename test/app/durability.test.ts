import {describe, expect} from 'vitest'
import {commentsOf, sick} from '../doors/scene.ts'
import {runCommand, type Server} from '../fake/app-server.ts'
import {commentOn} from '../fake/events.ts'
import type {GitHub} from '../fake/github.ts'
import {type AppScene, test} from './app-scene.ts'

const reviews = '/repos/{owner}/{repo}/pulls/{pull_number}/reviews'
const checks = '/repos/{owner}/{repo}/check-runs'

/** Ends the server like a power failure, when it sends a request that fits; what it sent is still worked on. */
function killAt(github: GitHub, server: Server, fault: Parameters<GitHub['fault']>[0]): Promise<unknown> {
  return new Promise(resolve => {
    github.fault({
      ...fault,
      before: async () => {
        resolve(await server.stop('SIGKILL'))
      }
    })
  })
}

/** Makes a request wait until it is let go. */
function holdAt(github: GitHub, fault: Parameters<GitHub['fault']>[0]) {
  let letGo = (): void => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  const reached = new Promise<void>(resolve => {
    github.fault({
      ...fault,
      before: () => {
        resolve()
        return held
      }
    })
  })
  return {reached, letGo}
}

async function opened({github, openPull}: AppScene, name = 'list') {
  const pull = await openPull(name, sick)
  return {pull, event: await github.event(pull, 'pull_request', 'opened')}
}

describe.concurrent('a process that is killed in the middle of a job', () => {
  test.for([
    ['before its first write', {method: 'POST', route: checks, dropBefore: true}],
    ['when the check run is begun', {method: 'POST', route: checks}],
    ['when the review is posted', {method: 'POST', route: reviews}],
    ['when the check run is ended', {method: 'PATCH', route: `${checks}/{check_run_id}`}]
  ] as const)('%s has lost nothing, and the next one posts nothing twice', async ([, fault], {scene}) => {
    const set = await scene()
    const {github, repository, serve} = set
    const first = await serve()
    const {pull, event} = await opened(set)
    const killed = killAt(github, first, fault)
    const sent = await first.hook.send('pull_request', event)
    await killed
    // Nothing was done by half: what was ordered meanwhile waits behind it.
    const second = await serve()
    const [job] = await second.ended(1)
    expect(job).toMatchObject({job: sent.delivery.id, outcome: 'findings'})
    expect(pull.reviews).toHaveLength(1)
    expect(commentsOf(pull)).toHaveLength(2)
    expect([...repository.state.checkRuns.values()]).toMatchObject([{status: 'completed', conclusion: 'failure'}])
    expect([...repository.state.checkRuns.values()][0]!.annotations).toHaveLength(2)
    expect(await second.hook.redeliver(sent.delivery)).toMatchObject({text: 'This delivery came before.\n'})
  })

  test.for([
    ['when the answer is written', {method: 'POST', route: '/repos/{owner}/{repo}/issues/{issue_number}/comments'}],
    [
      'when it has reacted',
      {method: 'POST', route: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', nth: 2}
    ],
    ['at its first reaction', {method: 'POST', route: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions'}]
  ] as const)('%s has answered once', async ([, fault], {scene}) => {
    const set = await scene()
    const {github, repository, serve} = set
    const first = await serve()
    const {pull} = await opened(set)
    const {event, comment} = commentOn(github, repository, pull.issue, 'maintainer', '/doctor help')
    const killed = killAt(github, first, fault)
    await first.hook.send('issue_comment', event)
    await killed
    const second = await serve()
    expect((await second.ended(1))[0]!['outcome']).toMatch(/^(?:answered|done)$/)
    expect(pull.issue.comments.filter(({user}) => user.login === 'list-doctor[bot]')).toHaveLength(1)
    expect(comment.reactions.map(({content}) => content)).toContain('eyes')
  })
})

test('an audit that is killed when it opens its issue has opened one', async ({scene}) => {
  const {github, repository, serve} = await scene()
  await repository.commit('main', {'readme.md': sick})
  const first = await serve({AWESOME_DOCTOR_AUDIT: 'push'})
  const killed = killAt(github, first, {method: 'POST', route: '/repos/{owner}/{repo}/issues'})
  await first.hook.send('push', repository.event({ref: 'refs/heads/main', deleted: false}))
  await killed
  const second = await serve({AWESOME_DOCTOR_AUDIT: 'push'})
  expect(await second.ended(1)).toMatchObject([{outcome: 'findings'}])
  expect(repository.state.issues.size).toBe(1)
})

describe.concurrent('deliveries', () => {
  test('that are not signed, or too large, are refused and leave nothing', async ({scene}) => {
    const set = await scene()
    const {serve} = set
    const server = await serve()
    const {pull, event} = await opened(set)
    const {hook, url} = server
    expect(await hook.send('pull_request', event, {signature: null})).toMatchObject({status: 401})
    const wrong = `sha256=${'0'.repeat(64)}`
    const {delivery, ...unsigned} = await hook.send('pull_request', event, {signature: wrong})
    expect(unsigned).toMatchObject({status: 401})
    const large = Buffer.alloc(25 * 1024 * 1024 + 1, ' ')
    expect((await hook.sendBytes('push', large)).status).toBe(413)
    expect((await hook.sendBytes('push', large, {chunked: true})).status).toBe(413)
    expect(await hook.send('ping', {zen: 'Design for failure.'})).toMatchObject({status: 202})
    // An id that came with a wrong signature is not taken by it.
    expect(await hook.redeliver(delivery)).toMatchObject({status: 202, text: 'Queued.\n'})
    await server.ended(1)
    expect(pull.reviews).toHaveLength(1)
    const page = await (await fetch(`${url}/metrics`)).text()
    expect(page).toContain('awesome_doctor_deliveries_total{event="",status="401",reception="unsigned"} 2\n')
    expect(page).toContain('awesome_doctor_deliveries_total{event="",status="413",reception="too large"} 2\n')
    expect(page).toContain('awesome_doctor_deliveries_total{event="pull_request",status="202",reception="queued"} 1\n')
    expect(page).toContain('awesome_doctor_jobs_total{kind="review",outcome="findings"} 1\n')
    expect(page).toContain('awesome_doctor_job_duration_seconds_count{kind="review"} 1\n')
    expect(page).toMatch(/^awesome_doctor_github_quota_remaining\{installation="\d+",resource="core"\} \d+$/m)
  })

  test('that come twice at once are worked on once', async ({scene}) => {
    const set = await scene()
    const {serve} = set
    const server = await serve()
    const {pull, event} = await opened(set)
    const id = '72d3162e-cc78-11e3-81ab-4c9367dc0958'
    const answers = await Promise.all([1, 2, 3].map(() => server.hook.send('pull_request', event, {id})))
    expect(answers.map(({status}) => status)).toEqual([202, 202, 202])
    await server.ended(1)
    await server.stop()
    expect(server.log.filter(({message}) => message === 'Job begun.')).toHaveLength(1)
    expect(pull.reviews).toHaveLength(1)
  })

  test('whose job was given up are let through again, and can be retried by hand', async ({scene}) => {
    const set = await scene()
    const {github, serve, env} = set
    const server = await serve()
    const {pull, event} = await opened(set)
    const broken = {method: 'GET', route: '/repos/{owner}/{repo}/pulls/{pull_number}', status: 429, times: 1000}
    github.fault(broken)
    const {delivery} = await server.hook.send('pull_request', event)
    const jobs = await server.ended(6)
    expect(jobs.map(({outcome}) => outcome)).toEqual([...Array(5).fill('again'), 'dead'])
    const listed = await runCommand(['serve', '--dead'], env)
    expect(listed).toMatchObject({code: 0, stderr: ''})
    expect(listed.stdout).toMatch(
      new RegExp(`^${delivery.id}  \\d{4}-\\S+Z  review octo-org/awesome#1  GitHub's rate limit[^\\n]*\\n$`)
    )

    github.heal()
    expect(await server.hook.redeliver(delivery)).toMatchObject({text: 'Queued.\n'})
    await server.ended(7)
    expect(pull.reviews).toHaveLength(1)
    expect(await runCommand(['serve', '--dead'], env)).toEqual({
      code: 0,
      stdout: '',
      stderr: 'There are no dead letters.\n'
    })

    github.fault(broken)
    const next = await opened(set, 'next')
    const second = await server.hook.send('pull_request', next.event)
    await server.ended(13)
    github.heal()
    // By the process that has the queue, and without one.
    expect(await runCommand(['serve', '--retry', second.delivery.id], env)).toMatchObject({code: 0})
    await server.ended(14)
    expect(next.pull.reviews).toHaveLength(1)
    const unknown = await runCommand(['serve', '--retry', 'unknown'], env)
    expect(unknown).toMatchObject({code: 2, stderr: expect.stringContaining('no dead letter `unknown`')})
    await server.stop()
    expect(await runCommand(['serve', '--retry', 'all'], env)).toMatchObject({
      code: 0,
      stderr: '0 orders are tried again.\n'
    })
  })

  test('for one repository follow each other, and of pushes to a pull request the last counts', async ({scene}) => {
    const set = await scene()
    const {github, repository, serve} = set
    const server = await serve()
    const {pull, event} = await opened(set)
    const other = await opened(set, 'other')
    const hold = holdAt(github, {method: 'GET', route: '/repos/{owner}/{repo}/pulls/{pull_number}'})
    await server.hook.send('pull_request', event)
    await hold.reached
    for (const name of ['Kestrel', 'Lapwing']) {
      await repository.push(pull, {'readme.md': `${sick}-[${name}](https://${name.toLowerCase()}.example) - Flies.\n`})
      await server.hook.send('pull_request', await github.event(pull, 'pull_request', 'synchronize'))
    }
    await server.hook.send('pull_request', other.event)
    const page = await (await fetch(`${server.url}/metrics`)).text()
    expect(page).toContain('awesome_doctor_queue_depth{state="waiting"} 2\n')
    expect(page).toContain('awesome_doctor_queue_depth{state="running"} 1\n')
    hold.letGo()
    await server.ended(3)
    expect(
      server.log
        .filter(({message}) => message.startsWith('Job '))
        .map(({message, work, outcome}) => [message, work, outcome])
    ).toEqual([
      ['Job begun.', 'review octo-org/awesome#1', undefined],
      ['Job ended.', 'review octo-org/awesome#1', 'superseded'],
      ['Job begun.', 'review octo-org/awesome#1', undefined],
      ['Job ended.', 'review octo-org/awesome#1', 'findings'],
      ['Job begun.', 'review octo-org/awesome#2', undefined],
      ['Job ended.', 'review octo-org/awesome#2', 'findings']
    ])
    expect(pull.reviews).toHaveLength(1)
    expect(pull.reviews[0]!.commitId).toBe(pull.headSha)
  })
})

describe.concurrent('a stop', () => {
  test.for(['SIGTERM', 'SIGINT'] as const)(
    'by %s waits for what runs, and takes nothing more',
    async (signal, {scene}) => {
      const set = await scene()
      const {github, serve} = set
      const server = await serve()
      const {pull, event} = await opened(set)
      const next = await opened(set, 'next')
      const hold = holdAt(github, {method: 'POST', route: reviews})
      await server.hook.send('pull_request', event)
      await hold.reached
      const stopped = server.stop(signal)
      await server.logged(({message}) => message.startsWith('Stopping'))
      expect(await server.hook.send('pull_request', next.event)).toMatchObject({status: 503})
      expect((await fetch(`${server.url}/healthz`)).status).toBe(503)
      hold.letGo()
      expect(await stopped).toEqual({code: 0, stderr: ''})
      expect(pull.reviews).toHaveLength(1)
      expect(server.log.at(-1)).toMatchObject({message: 'Stopped.'})
    }
  )

  test('that has waited long enough gives the job back', async ({scene}) => {
    const set = await scene()
    const {github, serve} = set
    const server = await serve({GRACE_SECONDS: '0'})
    const {pull, event} = await opened(set)
    const hold = holdAt(github, {method: 'GET', route: '/repos/{owner}/{repo}/pulls/{pull_number}'})
    await server.hook.send('pull_request', event)
    await hold.reached
    expect(await server.stop()).toEqual({code: 0, stderr: ''})
    expect(server.log.find(({jobs}) => jobs === 1)).toMatchObject({level: 'warn'})
    hold.letGo()
    const next = await serve()
    await next.ended(1)
    expect(pull.reviews).toHaveLength(1)
  })
})

describe.concurrent('a folder', () => {
  test('belongs to one process, and is free after it however that ended', async ({scene}) => {
    const {serve, env, folder} = await scene()
    const first = await serve()
    const second = await runCommand(['serve'], env)
    expect(second).toMatchObject({code: 2, stdout: ''})
    expect(second.stderr).toContain(`Another process works with \`STATE_DIR\` \`${folder}\``)
    await first.stop('SIGKILL')
    await serve()
  })
})
