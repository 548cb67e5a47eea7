import {describe, expect} from 'vitest'
import {commentOn} from '../fake/events.ts'
import {commandPermissions, commentsOf, onlyAnnotates, sick, test, well} from './scene.ts'

const bot = 'github-actions[bot]'

describe.concurrent('/doctor fix', () => {
  test('commits the safe fixes of the changed lines, once, and looks again', async ({scene}) => {
    const base = well.replace('- [Albatross', '-[Albatross')
    const {github, repository, pull, command, run} = await scene(
      {'readme.md': sick.replace('- [Albatross', '-[Albatross')},
      {base: {'readme.md': base}}
    )
    await run({eventName: 'pull_request_target', event: await github.event(pull, 'pull_request_target', 'opened')})
    expect(commentsOf(pull)).toHaveLength(2)
    const before = pull.headSha
    const {result, reactions, said} = await command('/doctor fix\n\nThank you, and have a nice day!')
    expect(reactions).toEqual(['eyes', 'rocket'])
    expect(said).toEqual([])
    expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'clean', errors: '0'}})
    expect(await repository.readFile('list', 'readme.md')).toBe(base)
    expect(pull.previousSha).toBe(before)
    const {message, author, parents} = await repository.state.git.readCommit(pull.headSha)
    expect(message.trim()).toBe(
      'Mend 2 things that awesome-doctor found\n\n- entry-marker-space (2 times)\n\nAsked for by maintainer.'
    )
    expect(author.name).toBe(bot)
    expect(parents).toEqual([before])
    expect(commentsOf(pull)).toEqual([])
    onlyAnnotates(result)
  })

  test('leaves what wants a person, and says what is left', async ({scene}) => {
    const text = `${sick}- [Kea](https://kea.example) - Flies over teh sea.\n`
    const {repository, command} = await scene({'readme.md': text, 'other.md': sick})
    const {result, reactions} = await command('/doctor fix')
    expect(reactions).toEqual(['eyes', 'rocket'])
    expect(result.exitCode).toBe(0)
    const after = await repository.readFile('list', 'readme.md')
    expect(after).toContain('\n- [Heron]')
    expect(await repository.readFile('list', 'other.md')).toBe(sick)
  })

  test('on a fork whose author lets maintainers edit', async ({scene}) => {
    const {repository, pull, command} = await scene({'readme.md': sick}, {fork: 'mallory'})
    expect(await command('/doctor fix')).toMatchObject({reactions: ['eyes', 'rocket'], said: []})
    expect(await repository.readFile('mallory:list', 'readme.md')).toBe(well)
    expect(await repository.readFile('main', 'readme.md')).toBeUndefined()
    expect(pull.headSha).toBe(await repository.sha('mallory:list'))
  })

  test('a message has nothing of the paths in it', async ({scene}) => {
    const name = 'lists/[skip ci] @octo fixes #1.md'
    const {repository, pull, command} = await scene(
      {[name]: sick},
      {
        base: {'.github/awesome-doctor.yml': 'files: ["lists/**"]\n'}
      }
    )
    expect(await command('/doctor fix')).toMatchObject({reactions: ['eyes', 'rocket']})
    expect(await repository.readFile('list', name)).toBe(well)
    expect((await repository.state.git.readCommit(pull.headSha)).message).not.toMatch(/skip|@|#/)
  })

  test('CRLF and a byte-order mark stay', async ({scene}) => {
    const windows = (text: string) => `\ufeff${text.replaceAll('\n', '\r\n')}`
    const {repository, command} = await scene({'readme.md': windows(sick)})
    expect(await command('/doctor fix')).toMatchObject({reactions: ['eyes', 'rocket']})
    expect(await repository.readFile('list', 'readme.md')).toBe(windows(well))
  })

  test.for([502, 'drop'] as const)(
    '%s after the commit was made: it is found, and not made again',
    async (applyThenFail, {scene}) => {
      const {github, pull, command} = await scene({'readme.md': sick})
      const before = pull.headSha
      github.fault({route: '/graphql', when: ({mutations}) => mutations.length > 0, applyThenFail})
      expect(await command('/doctor fix')).toMatchObject({reactions: ['eyes', 'rocket'], said: []})
      expect(pull.previousSha).toBe(before)
      expect(github.pendingFaults).toEqual([])
    }
  )

  test('two at once: one commit', async ({scene}) => {
    const {pull, command} = await scene({'readme.md': sick})
    const before = pull.headSha
    const answers = await Promise.all([command('/doctor fix'), command('/doctor fix', 'octo-org')])
    expect(answers.map(({reactions}) => reactions.at(-1)).sort()).toEqual(['confused', 'rocket'])
    expect(pull.previousSha).toBe(before)
    const said = pull.issue.comments.filter(({user}) => user.login === bot)
    expect(said).toHaveLength(1)
    expect(said[0]!.body).toMatch(/^(?:The branch has moved on|Nothing on the lines)/)
  })
})

describe.concurrent('/doctor fix is refused', () => {
  const refused = {exitCode: 0, outputs: {}}

  test('to those who may not write, whatever the event says of them', async ({scene}) => {
    const {github, repository, pull, run, token} = await scene(
      {'readme.md': sick},
      {fork: 'mallory', collaborators: {reader: 'read', sorter: 'triage'}}
    )
    for (const login of ['mallory', 'reader', 'sorter', 'stranger']) {
      const {comment, event} = commentOn(github, repository, pull.issue, login, '/doctor fix')
      Object.assign(event['comment'] as object, {author_association: 'OWNER'})
      const result = await run({eventName: 'issue_comment', event, token: token(commandPermissions)})
      expect(result).toMatchObject(refused)
      expect(comment.reactions.map(({content}) => content)).toEqual(['confused'])
      expect(pull.issue.comments.at(-1)!.body).toBe('Commands are for those who may write to this repository.')
    }
    expect(github.writes().filter(({route}) => route === '/graphql')).toEqual([])
  })

  test('where GitHub does not tell who may write', async ({scene}) => {
    const {github, pull, command} = await scene({'readme.md': sick})
    const before = pull.headSha
    github.fault({route: '/repos/{owner}/{repo}/collaborators/{username}/permission', status: 403})
    const {reactions, said} = await command('/doctor fix')
    expect(reactions).toEqual(['confused'])
    expect(said.join()).toContain('GitHub did not tell who may write')
    expect(pull.headSha).toBe(before)
  })

  test('to bots, without a word', async ({scene}) => {
    const {github, command} = await scene({'readme.md': sick}, {collaborators: {'helper[bot]': 'admin'}})
    for (const login of ['helper[bot]', bot]) {
      const {result, reactions, said} = await command('/doctor fix', login)
      expect(result).toMatchObject(refused)
      expect([reactions, said]).toEqual([[], []])
    }
    expect(github.journal).toEqual([])
  })

  test('on a closed pull request', async ({scene}) => {
    const {repository, pull, command} = await scene({'readme.md': sick})
    await repository.closePull(pull)
    const {reactions, said} = await command('/doctor fix')
    expect(reactions).toEqual(['eyes', 'confused'])
    expect(said).toEqual([`${bot}: This pull request is closed, so nothing was done.`])
  })

  test('when the head moves in between', async ({scene}) => {
    const {github, repository, pull, command} = await scene({'readme.md': sick})
    github.fault({
      route: '/graphql',
      when: ({mutations}) => mutations.includes('createCommitOnBranch'),
      before: () => repository.push(pull, {'readme.md': `${sick}More.\n`})
    })
    const {reactions, said} = await command('/doctor fix')
    expect(reactions).toEqual(['eyes', 'confused'])
    expect(said.join()).toContain('The branch has moved on while the fixes were made')
    expect(await repository.readFile('list', 'readme.md')).toBe(`${sick}More.\n`)
  })

  test('when something was pushed to the fork after it was asked for', async ({scene}) => {
    const {github, repository, pull, run, token} = await scene({'readme.md': sick}, {fork: 'mallory'})
    const before = pull.headSha
    const writtenAt = '2020-01-01T00:00:00Z'
    const {event} = commentOn(github, repository, pull.issue, 'maintainer', '/doctor fix', {writtenAt})
    await run({eventName: 'issue_comment', event, token: token(commandPermissions)})
    expect(pull.issue.comments.at(-1)!.body).toMatch(/^Something was pushed to the fork after the command was written/)
    expect(pull.headSha).toBe(before)
  })

  test('on a fork whose author does not let maintainers edit, or that is gone', async ({scene}) => {
    const {repository, pull, command} = await scene({'readme.md': sick}, {fork: 'mallory', maintainerCanModify: false})
    const first = await command('/doctor fix')
    expect(first.reactions).toEqual(['eyes', 'confused'])
    expect(first.said.join()).toContain('does not allow edits by maintainers')
    repository.deleteFork('mallory')
    expect((await command('/doctor fix')).said.join()).toContain('is gone')
    expect(pull.previousSha).toBeUndefined()
  })

  test('where GitHub does not let the token write', async ({scene}) => {
    const {repository, pull, command, token} = await scene({'readme.md': sick}, {protectedBranches: ['list']})
    const weak = await command('/doctor fix', 'maintainer', {token: token({contents: 'read', pull_requests: 'write'})})
    expect(weak.reactions).toEqual(['eyes', 'confused'])
    expect(weak.said.join()).toMatch(/Resource not accessible by integration.*`permissions: contents: write`/)
    expect((await command('/doctor fix')).said.join()).toContain('Repository rule violations found')
    expect(pull.previousSha).toBeUndefined()
    expect(await repository.readFile('list', 'readme.md')).toBe(sick)
  })

  test('where GitHub fails or has had enough, for now', async ({scene}) => {
    const {github, pull, command} = await scene({'readme.md': sick})
    const route = '/graphql'
    const when = ({mutations}: {readonly mutations: readonly string[]}): boolean => mutations.length > 0
    const errors = [{type: 'SERVICE_UNAVAILABLE', message: 'API rate limit exceeded for installation ID 1.'}]
    github.fault({route, when, status: 502})
    expect((await command('/doctor fix')).said.join()).toMatch(/GitHub failed to commit the fixes .*ask again later\.$/)
    github.fault({route, when, status: 200, body: {data: null, errors}})
    expect((await command('/doctor fix')).said.join()).toMatch(/rate limit exceeded.*ask again later\.$/)
    expect(pull.previousSha).toBeUndefined()
    expect((await command('/doctor fix')).reactions).toEqual(['eyes', 'rocket'])
  })

  test('where the fork is out of the token’s reach', async ({scene}) => {
    const {github, pull, command} = await scene({'readme.md': sick}, {fork: 'mallory'})
    const errors = [{type: 'FORBIDDEN', message: 'Resource not accessible by integration'}]
    github.fault({
      route: '/graphql',
      when: ({mutations}) => mutations.length > 0,
      status: 200,
      body: {data: {createCommitOnBranch: null}, errors}
    })
    const {reactions, said} = await command('/doctor fix')
    expect(reactions).toEqual(['eyes', 'confused'])
    expect(said.join()).toContain('the token must be one that may write to the fork')
    expect(pull.previousSha).toBeUndefined()
  })

  test('where there is nothing to fix, or too much to read', async ({scene}) => {
    const clean = await scene({'readme.md': well})
    expect((await clean.command('/doctor fix')).said.join()).toContain('has a fix that is proven to be safe')
    const bomb = await scene({'readme.md': `${sick}\n${'_'.repeat(20_000)}a${'_'.repeat(20_000)}\n`})
    const {reactions, said} = await bomb.command('/doctor fix')
    expect(reactions).toEqual(['eyes', 'confused'])
    expect(said).toEqual([`${bot}: \`readme.md\` is too complex to be read, so nothing was committed.`])
    expect(bomb.pull.previousSha).toBeUndefined()
  })

  test('with a wrong config, which fails the run as well', async ({scene}) => {
    const {command} = await scene({'readme.md': sick}, {base: {'.github/awesome-doctor.yml': 'preset: awesom\n'}})
    const {result, reactions, said} = await command('/doctor fix')
    expect(result).toMatchObject({exitCode: 1, outputs: {outcome: 'failed'}})
    expect(reactions).toEqual(['eyes', 'confused'])
    expect(said.join()).toMatch(/did you mean `awesome`/)
  })
})
