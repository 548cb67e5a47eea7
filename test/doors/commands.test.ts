import {describe, expect} from 'vitest'
import {commentOn} from '../fake/events.ts'
import {commandPermissions, commentsOf, onlyAnnotates, sick, test} from './scene.ts'

const bot = 'github-actions[bot]'

describe.concurrent('/doctor check', () => {
  test('looks again where nothing was pushed, and fails nothing', async ({scene}) => {
    const {github, repository, pull, run, command} = await scene({'readme.md': sick})
    const event = await github.event(pull, 'pull_request_target', 'opened')
    await run({eventName: 'pull_request_target', event})
    const unchanged = await command('/doctor check')
    expect(unchanged).toMatchObject({reactions: ['eyes', '+1'], said: []})
    expect(unchanged.result).toMatchObject({exitCode: 0, outputs: {outcome: 'findings', errors: '2'}})
    expect(pull.reviews).toHaveLength(1)
    // The config of the base is another one now.
    await repository.commit('main', {'.github/awesome-doctor.yml': 'rules: {entry-marker-space: off}\n'})
    expect(commentsOf(pull)).toHaveLength(2)
    expect((await command('/doctor check')).reactions).toEqual(['eyes', '+1'])
    expect(commentsOf(pull)).toEqual([])
  })

  test('is refused on a closed pull request', async ({scene}) => {
    const {github, repository, pull, command} = await scene({'readme.md': sick})
    await repository.closePull(pull)
    expect((await command('/doctor check')).reactions).toEqual(['eyes', 'confused'])
    expect(github.requests('/repos/{owner}/{repo}/pulls/{pull_number}/reviews', 'POST')).toEqual([])
  })

  test('says so where GitHub refuses the review', async ({scene}) => {
    const {github, command} = await scene({'readme.md': sick})
    github.fault({method: 'POST', route: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews', status: 422})
    const {result, reactions, said} = await command('/doctor check')
    expect(reactions).toEqual(['eyes', 'confused'])
    expect(said.join()).toContain('GitHub refused the review')
    expect(result.summary).toContain('entry-marker-space')
  })
})

describe.concurrent('/doctor ignore and help', () => {
  test('tells the lines to add, and commits nothing', async ({scene}) => {
    const {github, command} = await scene({'readme.md': sick}, {base: {'.awesome-doctor.yml': '# ours\n'}})
    const rule = await command('/doctor ignore entry-marker-space')
    expect(rule.reactions).toEqual(['eyes', '+1'])
    expect(rule.said.join()).toContain('```yaml\nrules:\n  entry-marker-space: off\n```')
    expect(rule.said.join()).toContain(`(${github.webUrl}/octo-org/awesome/edit/main/.awesome-doctor.yml)`)
    expect(rule.said.join()).toContain('`<!--lint ignore entry-marker-space-->`')
    const link = await command('/doctor ignore <https://a.example/b?c=d>')
    expect(link.said.join()).toContain('links:\n  exclude: ["https://a.example/b?c=d"]')
    const wrong = await command('/doctor ignore entry-marker-spce')
    expect(wrong.reactions).toEqual(['eyes', 'confused'])
    expect(wrong.said.join()).toContain('did you mean `entry-marker-space`?')
    expect(github.requests('/graphql')).toEqual([])
  })

  test('lists the commands', async ({scene}) => {
    const {command} = await scene({'readme.md': sick})
    const {reactions, said} = await command('/doctor help')
    expect(reactions).toEqual(['eyes', '+1'])
    expect(said.join()).toContain('`/doctor check`')
    expect(await command('/doctor heal')).toMatchObject({
      reactions: ['eyes', 'confused'],
      said: [
        `${bot}: There is no command \`heal\`; what there is: \`/doctor fix\`, \`/doctor check\`, \`/doctor ignore RULE\` and \`/doctor help\`.`
      ]
    })
  })
})

describe.concurrent('what is no command gets no answer', () => {
  test.for(['LGTM', '> /doctor fix', 'Try /doctor fix', ' /doctor fix', '/doctors', '/doctor-fix', ''])(
    '%j',
    async (body, {scene}) => {
      const {github, command} = await scene({'readme.md': sick})
      const {result, reactions, said} = await command(body)
      expect(result).toMatchObject({exitCode: 0, outputs: {}})
      expect([reactions, said, github.journal]).toEqual([[], [], []])
    }
  )

  test('an edited comment, and one on an issue', async ({scene}) => {
    const {github, repository, pull, run, token} = await scene({'readme.md': sick})
    const edited = commentOn(github, repository, pull.issue, 'maintainer', '/doctor fix', {action: 'edited'})
    const issue = {...pull.issue, number: 77}
    delete issue.pull
    const elsewhere = commentOn(github, repository, issue, 'maintainer', '/doctor fix')
    for (const {event} of [edited, elsewhere]) {
      const result = await run({eventName: 'issue_comment', event, token: token(commandPermissions)})
      expect(result).toMatchObject({exitCode: 0, outputs: {}})
    }
    expect(github.journal).toEqual([])
  })
})

test.concurrent('nothing of a comment comes alive in the log, the summary or an answer', async ({scene}) => {
  const {command} = await scene({'readme.md': sick})
  const evil = [
    '/doctor ::error::x @octo/team #1 <!-- awesome-doctor:review -->',
    '/doctor ##[error]`@octo`\u202e\u001b[31m',
    '/doctor ignore ##[set-output]@octo<img/src=x>`#1',
    '/doctor ignore https://a.example/@octo/```\\n#1"]'
  ]
  for (const body of evil) {
    const {result, said} = await command(`${body}\n::set-output name=a::b`)
    onlyAnnotates(result)
    expect(result.outputs).toEqual({})
    for (const text of [result.stdout, result.stderr]) expect(text).not.toMatch(/##\[|\u001b|\u202e/)
    expect(result.summary).not.toMatch(/\u001b|\u202e/)
    expect(said).toHaveLength(1)
    const words = said[0]!.replace(/^(`{3,})yaml\n[\s\S]*?\n\1$/gm, '').replace(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    expect(words.replace(/\]\([^)]*\)/g, '')).not.toMatch(/@\w|#\d|<img|<!--|##\[|\u202e/)
  }
})

test.concurrent('an answer that GitHub does not take is in the summary', async ({scene}) => {
  const {command, token} = await scene({'readme.md': sick})
  const {result, reactions} = await command('/doctor heal', 'maintainer', {
    token: token({contents: 'write', pull_requests: 'read'})
  })
  expect(reactions).toEqual([])
  expect(result.exitCode).toBe(0)
  expect(result.summary).toContain('There is no command `heal`')
  expect(result.summary).toContain('`permissions: pull-requests: write`')
})
