import {describe, expect} from 'vitest'
import {workflowRunEvent} from '../fake/events.ts'
import {commentsOf, line, onlyAnnotates, sick, test, well} from './scene.ts'

const reads = {contents: 'read', pull_requests: 'read'} as const
const writes = {contents: 'read', pull_requests: 'write'} as const

describe.concurrent('pull_request, with a token that may only read', () => {
  test('nothing is lost: what has no annotation is in the summary', async ({scene}) => {
    const names = ['Kea', 'Lark', 'Magpie', 'Nightjar', 'Osprey', 'Pipit', 'Quail', 'Raven', 'Snipe', 'Teal', 'Veery']
    const many = `${well}${names.map(name => line(name, '-')).join('')}`
    const {github, pull, run, token} = await scene({'readme.md': many}, {fork: 'mallory'})
    const event = await github.event(pull, 'pull_request', 'opened')
    const result = await run({eventName: 'pull_request', event, token: token(reads)})
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '11', fixable: '11'}})
    const errors = result.annotations.filter(({level, file}) => level === 'error' && file === 'readme.md')
    expect(errors).toHaveLength(9)
    names.forEach((_, index) => void expect(result.summary).toContain(`| ${15 + index} | error |`))
    expect(result.summary).toContain('`permissions: pull-requests: write`')
    expect([pull.reviews, pull.issue.comments]).toEqual([[], []])
    onlyAnnotates(result)
  })

  test('a clean list from a fork needs no right to write', async ({scene}) => {
    const {github, pull, run, token} = await scene({'readme.md': well}, {fork: 'mallory'})
    const event = await github.event(pull, 'pull_request', 'opened')
    const result = await run({eventName: 'pull_request', event, token: token(reads)})
    expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'clean'}, annotations: []})
    expect(github.writes()).toEqual([])
  })

  test('Dependabot’s runs are as quiet or as loud', async ({scene}) => {
    const user = 'dependabot[bot]'
    for (const [files, exitCode] of [
      [{'package.json': '{}\n'}, 0],
      [{'readme.md': sick}, 1]
    ] as const) {
      const {github, pull, run, token} = await scene(files, {user})
      const event = await github.event(pull, 'pull_request', 'opened', user)
      const result = await run({eventName: 'pull_request', event, token: token(reads)})
      expect(result.exitCode).toBe(exitCode)
      expect(result.annotations.filter(({level}) => level === 'error').map(each => each.file ?? '')).toEqual(
        exitCode === 0 ? [] : ['readme.md', 'readme.md', '']
      )
      expect(pull.reviews).toEqual([])
    }
  })

  test('a draft is reviewed like any other, and not again when it is ready', async ({scene}) => {
    const {github, pull, run} = await scene({'readme.md': sick}, {draft: true})
    const first = await run({
      eventName: 'pull_request',
      event: await github.event(pull, 'pull_request', 'opened')
    })
    expect(first.outputs).toMatchObject({outcome: 'findings'})
    expect(pull.reviews).toHaveLength(1)
    pull.draft = false
    const before = github.writes().length
    await run({eventName: 'pull_request', event: await github.event(pull, 'pull_request', 'ready_for_review')})
    expect(github.writes()).toHaveLength(before)
  })
})

describe.concurrent('pull_request_target, without a checkout', () => {
  test('the fork is reviewed, and nothing of it decides', async ({scene}) => {
    const {github, repository, pull, run, token} = await scene(
      {
        'readme.md': sick,
        '.github/awesome-doctor.yml': 'rules: {entry-marker-space: off}\n',
        'package.json': '{"scripts": {"preinstall": "exit 9"}}\n',
        'action.yml': 'runs: {using: composite}\n'
      },
      {fork: 'mallory'}
    )
    const event = await github.event(pull, 'pull_request_target', 'opened')
    const result = await run({eventName: 'pull_request_target', event, token: token(writes)})
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '2'}})
    expect(pull.reviews).toHaveLength(1)
    expect(commentsOf(pull).flatMap(({body}) => body.match(/```suggestion/g) ?? [])).toHaveLength(2)
    expect(result.summary).toContain('it counts once it is merged')
    // The fork is never asked for anything: the base knows its commits.
    const asked = github.journal.filter(({path}) => path.startsWith('/repos/'))
    expect(asked.filter(({path}) => !path.startsWith(`/repos/${repository.fullName}/`))).toEqual([])
  })
})

describe.concurrent('workflow_run, after a run for pull_request', () => {
  test('a fork is reviewed, although the event names no pull request', async ({scene}) => {
    const {github, repository, pull, run, token} = await scene({'readme.md': sick}, {fork: 'mallory'})
    await repository.openPull({head: 'list', files: {'readme.md': sick}, fork: {owner: 'trudy'}})
    const event = workflowRunEvent(github, repository, pull)
    expect(event).toMatchObject({workflow_run: {pull_requests: []}})
    const result = await run({eventName: 'workflow_run', event, token: token(writes), inputs: {'fail-on': 'never'}})
    expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'findings', errors: '2'}})
    expect(pull.reviews).toHaveLength(1)
    expect(github.requests('/repos/{owner}/{repo}/pulls').map(({query}) => query['head'])).toEqual(['mallory:list'])
    const again = await run({eventName: 'workflow_run', event, token: token(writes)})
    expect(again.exitCode).toBe(1)
    expect(pull.reviews).toHaveLength(1)
  })

  test('a branch of the repository itself, too', async ({scene}) => {
    const {github, repository, pull, run} = await scene({'readme.md': sick})
    await run({eventName: 'workflow_run', event: workflowRunEvent(github, repository, pull)})
    expect(pull.reviews).toHaveLength(1)
  })

  test('what the run before says of pull requests is not believed', async ({scene}) => {
    const {github, repository, pull, run} = await scene({'readme.md': sick}, {fork: 'mallory'})
    const victim = await repository.openPull({head: 'other', files: {'readme.md': sick}})
    const event = workflowRunEvent(github, repository, pull, {
      pull_requests: [{number: victim.number, head: {sha: victim.headSha}}],
      display_title: `#${victim.number}`
    })
    await run({eventName: 'workflow_run', event})
    expect([pull.reviews.length, victim.reviews.length]).toEqual([1, 0])
  })

  test('of two pull requests with one head the newer one is reviewed, and that is said', async ({scene}) => {
    const {github, repository, pull, run} = await scene({'readme.md': sick})
    await repository.branch('next')
    const second = await repository.openPull({head: 'list', base: 'next'})
    const result = await run({eventName: 'workflow_run', event: workflowRunEvent(github, repository, pull)})
    expect([pull.reviews.length, second.reviews.length]).toEqual([0, 1])
    expect(result.summary).toContain('has the same head')
  })

  test('nothing is posted where the head has moved on, the pull request is closed, or the fork is gone', async ({
    scene
  }) => {
    const {github, repository, pull, run} = await scene({'readme.md': sick}, {fork: 'mallory'})
    const old = workflowRunEvent(github, repository, pull)
    await repository.push(pull, {'readme.md': `${sick}More.\n`})
    const now = workflowRunEvent(github, repository, pull)
    const ofPush = workflowRunEvent(github, repository, pull, {event: 'push'})
    const gone = workflowRunEvent(github, repository, pull, {head_repository: null})
    for (const event of [old, ofPush, gone]) {
      const result = await run({eventName: 'workflow_run', event})
      expect(result).toMatchObject({exitCode: 0, outputs: {}})
      expect(result.annotations).toHaveLength(1)
    }
    await repository.closePull(pull)
    expect(await run({eventName: 'workflow_run', event: now})).toMatchObject({exitCode: 0, outputs: {}})
    expect(github.writes()).toEqual([])
  })

  test('the head that moves while the run before is looked up is superseded', async ({scene}) => {
    const {github, repository, pull, run} = await scene({'readme.md': sick}, {fork: 'mallory'})
    const event = workflowRunEvent(github, repository, pull)
    github.fault({
      route: '/repos/{owner}/{repo}/pulls/{pull_number}',
      before: () => repository.push(pull, {'readme.md': well})
    })
    expect(await run({eventName: 'workflow_run', event})).toMatchObject({
      exitCode: 0,
      outputs: {outcome: 'superseded'}
    })
    expect(github.writes()).toEqual([])
  })
})

test('merge_group judges as a review does, and posts nothing', async ({scene}) => {
  const {github, repository, pull, run, token} = await scene({'readme.md': sick})
  const merge_group = {
    base_ref: 'refs/heads/main',
    base_sha: await repository.sha('main'),
    head_ref: 'refs/heads/gh-readonly-queue/main/pr-1',
    head_sha: pull.headSha
  }
  const event = repository.event({action: 'checks_requested', merge_group})
  for (const permissions of [reads, writes]) {
    const result = await run({eventName: 'merge_group', event, token: token(permissions)})
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'findings', errors: '2'}})
    expect(result.annotations.filter(({file}) => file === 'readme.md')).toHaveLength(2)
  }
  expect(github.writes()).toEqual([])
})
