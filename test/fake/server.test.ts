import {Octokit} from '@octokit/rest'
import {describe, expect, test} from 'vitest'
import {type GitHub, startGitHub} from './github.ts'
import type {TestRepository} from './repository.ts'

const log = {debug() {}, info() {}, warn() {}, error() {}}

async function started(options?: Parameters<typeof startGitHub>[0]): Promise<
  AsyncDisposable & {
    github: GitHub
    repo: TestRepository
    octokit: Octokit
    at: {owner: string; repo: string}
    auth: string
  }
> {
  const github = await startGitHub(options)
  const repo = await github.createRepository({owner: 'octo', name: 'awesome', files: {'readme.md': 'a\n'}})
  const auth = github.token({kind: 'actions', permissions: {issues: 'write', pull_requests: 'write', contents: 'read'}})
  const octokit = new Octokit({baseUrl: github.url, auth, log})
  const at = {owner: 'octo', repo: 'awesome'}
  return {github, repo, octokit, at, auth, [Symbol.asyncDispose]: () => github[Symbol.asyncDispose]()}
}

describe('the server', () => {
  test('checks what comes before the operation', async () => {
    await using s = await started()
    const ask = async (path: string, headers: Record<string, string>): Promise<[number, string]> => {
      const response = await fetch(s.github.url + path, {headers})
      return [response.status, await response.text()]
    }
    const repo = '/repos/octo/awesome'
    expect((await ask(repo, {'user-agent': ''}))[0]).toBe(403)
    expect((await ask(repo, {'user-agent': 'x', 'x-github-api-version': '1999-01-01'}))[0]).toBe(400)
    expect((await ask(repo, {'user-agent': 'x', authorization: 'token nope'}))[1]).toContain('Bad credentials')
    expect((await ask(`${repo}/`, {'user-agent': 'x'}))[0]).toBe(404)
    expect((await ask(repo, {'user-agent': 'x'}))[0]).toBe(200)
    const post = (body: string) =>
      fetch(`${s.github.url}${repo}/issues`, {method: 'POST', body, headers: {authorization: `token ${s.auth}`}})
    expect((await post('{')).status).toBe(400)
    expect((await post('[1')).status).toBe(400)
    expect(await (await post('{"title":"x","colour":"red"}')).json()).toMatchObject({
      message: 'Invalid request.\n\n"colour" is not a permitted key.'
    })
    expect(s.github.badRequests).toHaveLength(3)
  })

  test('serves both roots, with URLs of the root that was asked', async () => {
    await using s = await started()
    for (const [baseUrl, graphql] of [
      [s.github.url, s.github.graphqlUrl],
      [s.github.enterpriseUrl, s.github.enterpriseGraphqlUrl]
    ] as const) {
      const octokit = new Octokit({baseUrl, auth: s.auth, log})
      expect((await octokit.rest.repos.get(s.at)).data.url).toBe(`${baseUrl}/repos/octo/awesome`)
      const viewer = await octokit.graphql('{viewer{login}}')
      expect(viewer).toEqual({viewer: {login: 'github-actions[bot]'}})
      const direct = await fetch(graphql, {
        method: 'POST',
        headers: {authorization: `bearer ${s.auth}`},
        body: '{"query":"{viewer{login}}"}'
      })
      expect(direct.status).toBe(200)
    }
  })

  test('gives pages with links to the others', async () => {
    await using s = await started()
    for (let index = 0; index < 5; index++) await s.octokit.rest.issues.create({...s.at, title: `${index}`})
    const middle = await s.octokit.rest.issues.listForRepo({...s.at, per_page: 2, page: 2, state: 'all'})
    const link = (page: number, rel: string): string =>
      `<${s.github.url}/repos/octo/awesome/issues?per_page=2&page=${page}&state=all>; rel="${rel}"`
    expect(middle.headers.link).toBe([link(1, 'prev'), link(3, 'next'), link(3, 'last'), link(1, 'first')].join(', '))
    expect(middle.data.map(({title}) => title)).toEqual(['2', '1'])
    const whole = await s.octokit.rest.issues.listForRepo(s.at)
    expect(whole.headers.link).toBeUndefined()
    expect(await s.octokit.paginate(s.octokit.rest.issues.listForRepo, {...s.at, per_page: 2})).toHaveLength(5)
  })

  test('says 304 for free', async () => {
    await using s = await started()
    const first = await s.octokit.rest.repos.get(s.at)
    const again = s.octokit.rest.repos.get({...s.at, headers: {'if-none-match': first.headers.etag!}})
    await expect(again).rejects.toMatchObject({
      status: 304,
      response: {headers: {'x-ratelimit-used': first.headers['x-ratelimit-used']}}
    })
  })

  test('counts requests, and refuses those beyond the limit', async () => {
    await using s = await started({limits: {core: 2}})
    await s.octokit.rest.repos.get(s.at)
    await s.octokit.rest.repos.get(s.at)
    await expect(s.octokit.rest.repos.get(s.at)).rejects.toMatchObject({
      status: 403,
      response: {headers: {'x-ratelimit-remaining': '0'}}
    })
    s.github.limit({core: 100, contentPerMinute: 1, retryAfter: 7})
    await s.octokit.rest.issues.create({...s.at, title: 'one'})
    await expect(s.octokit.rest.issues.create({...s.at, title: 'two'})).rejects.toMatchObject({
      status: 403,
      response: {headers: {'retry-after': '7'}}
    })
  })

  test('hides what is private, and keeps what is archived', async () => {
    await using s = await started()
    await s.github.createRepository({owner: 'octo', name: 'secret', private: true, files: {'a.md': ''}})
    await s.github.createRepository({owner: 'octo', name: 'old', archived: true, files: {'a.md': ''}})
    const stranger = new Octokit({baseUrl: s.github.url, auth: s.github.token({kind: 'user', login: 'eve'}), log})
    await expect(stranger.rest.repos.get({owner: 'octo', repo: 'secret'})).rejects.toMatchObject({status: 404})
    await expect(s.octokit.rest.repos.getContent({owner: 'octo', repo: 'secret', path: 'a.md'})).resolves.toBeDefined()
    await expect(s.octokit.rest.issues.create({owner: 'octo', repo: 'old', title: 'x'})).rejects.toMatchObject({
      status: 403,
      response: {data: {message: 'Repository was archived so is read-only.'}}
    })
  })
})

describe('faults', () => {
  const route = '/repos/{owner}/{repo}/issues'

  test('strike the request they are for, once', async () => {
    await using s = await started()
    s.github.fault({method: 'POST', route, nth: 2, status: 503, headers: {'retry-after': '1'}, body: {message: 'down'}})
    await s.octokit.rest.issues.create({...s.at, title: 'one'})
    await expect(s.octokit.rest.issues.create({...s.at, title: 'two'})).rejects.toMatchObject({status: 503})
    await s.octokit.rest.issues.create({...s.at, title: 'three'})
    expect([...s.repo.state.issues.values()].map(({title}) => title)).toEqual(['one', 'three'])
    expect(s.github.writes().map(({status, login}) => [status, login])).toEqual([
      [201, 'github-actions[bot]'],
      [503, undefined],
      [201, 'github-actions[bot]']
    ])
    expect(s.github.requests(route, 'POST').map(({body}) => body)).toEqual([
      {title: 'one'},
      {title: 'two'},
      {title: 'three'}
    ])
  })

  test('can come after the deed', async () => {
    await using s = await started()
    s.github.fault({method: 'POST', route, applyThenFail: 502})
    await expect(s.octokit.rest.issues.create({...s.at, title: 'one'})).rejects.toMatchObject({status: 502})
    s.github.fault({method: 'POST', route, applyThenFail: 'drop'})
    await expect(s.octokit.rest.issues.create({...s.at, title: 'two'})).rejects.toThrow()
    s.github.fault({method: 'POST', route, dropBefore: true})
    await expect(s.octokit.rest.issues.create({...s.at, title: 'three'})).rejects.toThrow()
    expect(s.repo.state.issues.size).toBe(2)
    expect(s.github.pendingFaults).toEqual([])
  })

  test('can let something happen first, or cut the answer', async () => {
    await using s = await started()
    const pull = await s.repo.openPull({head: 'add', files: {'readme.md': 'b\n'}})
    const at = {...s.at, pull_number: pull.number}
    s.github.fault({
      route: '/repos/{owner}/{repo}/pulls/{pull_number}',
      before: () => s.repo.push(pull, {'readme.md': 'c\n'})
    })
    const old = pull.headSha
    expect((await s.octokit.rest.pulls.get(at)).data.head.sha).not.toBe(old)
    s.github.fault({truncate: 20})
    const response = await fetch(`${s.github.url}/repos/octo/awesome`, {headers: {'user-agent': 'x'}})
    expect(await response.text()).toHaveLength(20)
  })
})

describe('GraphQL', () => {
  test('refuses what the schema does not know', async () => {
    await using s = await started()
    for (const [query, message] of [
      ['{viewer{logn}}', "Field 'logn' doesn't exist on type 'User'"],
      ['{viewer}', /must have selections/],
      ['{repository(owner:"octo"){name}}', "Field 'repository' is missing required arguments: name"],
      ['{repository(owner:"octo",name:"awesome",x:1){name}}', "Field 'repository' doesn't accept argument 'x'"],
      ['query{viewer{login}', /Expected NAME/],
      [
        'mutation{minimizeComment(input:{subjectId:"x",classifier:OLD}){clientMutationId}}',
        /Expected "OLD" to be one of/
      ]
    ] as const) {
      await expect(s.octokit.graphql(query)).rejects.toMatchObject({
        errors: [{message: expect.stringMatching(message)}]
      })
    }
    expect(s.github.badRequests).toHaveLength(6)
  })

  test('answers aliases, variables and fragments, each with its own errors', async () => {
    await using s = await started()
    const query = `query($name: String!) {
      a: repository(owner: "octo", name: $name) { ...facts }
      b: repository(owner: "octo", name: "gone") { ...facts }
      rateLimit { remaining }
    }
    fragment facts on Repository { nameWithOwner isArchived isEmpty defaultBranchRef { target { oid ... on Commit { oid } } } }`
    const answer = await fetch(s.github.graphqlUrl, {
      method: 'POST',
      headers: {authorization: `bearer ${s.auth}`},
      body: JSON.stringify({query, variables: {name: 'awesome'}})
    })
    const {data, errors} = (await answer.json()) as {data: Record<string, unknown>; errors: unknown[]}
    const oid = await s.repo.sha('main')
    expect(data['a']).toEqual({
      nameWithOwner: 'octo/awesome',
      isArchived: false,
      isEmpty: false,
      defaultBranchRef: {target: {oid}}
    })
    expect(data['b']).toBeNull()
    expect(errors).toMatchObject([{type: 'NOT_FOUND', path: ['b']}])
  })

  test('shows threads, folds comments, and resolves only with contents: write', async () => {
    await using s = await started()
    const pull = await s.repo.openPull({head: 'add', files: {'readme.md': 'b\n'}})
    const comments = [{path: 'readme.md', line: 1, body: 'x'}]
    await s.octokit.rest.pulls.createReview({...s.at, pull_number: pull.number, event: 'COMMENT', comments})
    const query = `query($owner:String!,$repo:String!,$number:Int!){repository(owner:$owner,name:$repo){pullRequest(number:$number){
      reviewThreads(first:50){nodes{id isResolved isOutdated path line viewerCanResolve comments(first:10){totalCount nodes{id databaseId isMinimized author{login __typename}}}} pageInfo{hasNextPage endCursor}}}}}`
    interface Threads {
      repository: {
        pullRequest: {
          reviewThreads: {
            nodes: {id: string; comments: {nodes: {id: string; isMinimized: boolean; author: unknown}[]}}[]
          }
        }
      }
    }
    const read = async () =>
      (await s.octokit.graphql<Threads>(query, {...s.at, number: pull.number})).repository.pullRequest.reviewThreads
    const threads = await read()
    expect(threads).toMatchObject({
      nodes: [{line: 1, isResolved: false, viewerCanResolve: false}],
      pageInfo: {hasNextPage: false}
    })
    const [thread] = threads.nodes
    const [comment] = thread!.comments.nodes
    expect(comment?.author).toEqual({login: 'github-actions', __typename: 'Bot'})

    const minimize = `mutation($id:ID!){minimizeComment(input:{subjectId:$id,classifier:OUTDATED}){minimizedComment{isMinimized minimizedReason}}}`
    expect(await s.octokit.graphql(minimize, {id: comment!.id})).toEqual({
      minimizeComment: {minimizedComment: {isMinimized: true, minimizedReason: 'outdated'}}
    })
    expect((await read()).nodes[0]?.comments.nodes[0]?.isMinimized).toBe(true)

    const resolve = `mutation($id:ID!){resolveReviewThread(input:{threadId:$id}){thread{isResolved}}}`
    await expect(s.octokit.graphql(resolve, {id: thread!.id})).rejects.toMatchObject({
      errors: [{type: 'FORBIDDEN', message: 'Resource not accessible by integration'}]
    })
    const strong = new Octokit({
      baseUrl: s.github.url,
      auth: s.github.token({kind: 'actions', permissions: {contents: 'write', pull_requests: 'write'}}),
      log
    })
    expect(await strong.graphql(resolve, {id: thread!.id})).toEqual({resolveReviewThread: {thread: {isResolved: true}}})
    expect(s.github.writes().map(({mutations}) => mutations)).toEqual([
      [],
      ['minimizeComment'],
      ['resolveReviewThread'],
      ['resolveReviewThread']
    ])
  })

  test('commits onto a branch that is where it was', async () => {
    await using s = await started()
    const octokit = new Octokit({baseUrl: s.github.url, auth: s.github.token({kind: 'app'}), log})
    const commit = `mutation($input:CreateCommitOnBranchInput!){createCommitOnBranch(input:$input){commit{oid}}}`
    const head = await s.repo.sha('main')
    const input = {
      branch: {repositoryNameWithOwner: 'octo/awesome', branchName: 'main'},
      message: {headline: 'Fix'},
      expectedHeadOid: head,
      fileChanges: {additions: [{path: 'x.md', contents: Buffer.from('x\n').toString('base64')}]}
    }
    const made = await octokit.graphql(commit, {input})
    expect(made).toEqual({createCommitOnBranch: {commit: {oid: await s.repo.sha('main')}}})
    expect(await s.repo.readFile('main', 'x.md')).toBe('x\n')
    await expect(octokit.graphql(commit, {input})).rejects.toMatchObject({errors: [{type: 'STALE_DATA'}]})
  })
})

test('issues, labels, reactions and check runs', async () => {
  await using s = await started()
  const issue = await s.octokit.rest.issues.create({...s.at, title: 'x', body: 'y', labels: ['awesome-doctor']})
  const number = {...s.at, issue_number: issue.data.number}
  expect((await s.octokit.rest.issues.listForRepo({...s.at, labels: 'awesome-doctor'})).data).toHaveLength(1)
  await s.octokit.rest.issues.update({...number, state: 'closed', state_reason: 'completed'})
  expect((await s.octokit.rest.issues.listForRepo({...s.at, creator: 'github-actions[bot]'})).data).toEqual([])
  const comment = await s.octokit.rest.issues.createComment({...number, body: 'hello'})
  const reaction = {...s.at, comment_id: comment.data.id, content: 'rocket'} as const
  expect((await s.octokit.rest.reactions.createForIssueComment(reaction)).status).toBe(201)
  expect((await s.octokit.rest.reactions.createForIssueComment(reaction)).status).toBe(200)
  const long = s.octokit.rest.issues.update({...number, body: 'x'.repeat(65_537)})
  await expect(long).rejects.toMatchObject({status: 422, response: {data: {errors: [{field: 'body'}]}}})
  await expect(s.octokit.rest.users.getAuthenticated()).rejects.toMatchObject({status: 403})

  const app = new Octokit({baseUrl: s.github.url, auth: s.github.token({kind: 'app'}), log})
  const annotation = {path: 'a', start_line: 1, end_line: 1, annotation_level: 'notice', message: 'm'} as const
  const run = {...s.at, name: 'lint', head_sha: (await s.repo.sha('main'))!, conclusion: 'neutral'} as const
  const output = (count: number) => ({title: 't', summary: 's', annotations: Array(count).fill(annotation)})
  await expect(app.rest.checks.create({...run, output: output(51)})).rejects.toMatchObject({
    response: {data: {message: 'Invalid request.\n\nNo more than 50 items are allowed; 51 were supplied.'}}
  })
  const made = await app.rest.checks.create({...run, output: output(50)})
  const more = await app.rest.checks.update({...s.at, check_run_id: made.data.id, output: output(2)})
  expect(more.data.output.annotations_count).toBe(52)
})

test('an event tells the truth', async () => {
  await using s = await started()
  const pull = await s.repo.openPull({head: 'add', fork: {owner: 'alice'}, files: {'readme.md': 'b\n'}})
  const event = await s.github.event(pull, 'pull_request', 'opened')
  expect(event).toMatchObject({
    action: 'opened',
    number: 1,
    pull_request: {
      head: {sha: pull.headSha, ref: 'add', label: 'alice:add', repo: {full_name: 'alice/awesome', fork: true}},
      base: {ref: 'main', repo: {full_name: 'octo/awesome'}},
      user: {login: 'alice'}
    },
    repository: {full_name: 'octo/awesome'},
    sender: {login: 'alice'}
  })
  s.repo.deleteFork('alice')
  expect(await s.github.event(pull, 'pull_request', 'edited')).toMatchObject({pull_request: {head: {repo: null}}})
})
