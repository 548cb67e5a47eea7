import type {Links} from './route.ts'
import {
  type Account,
  type CheckRun,
  fullName,
  type Issue,
  type IssueComment,
  type Label,
  nodeId,
  type Repository,
  roleOf,
  type Viewer
} from './world.ts'

/** An object of an answer. */
export type Json = Record<string, unknown>

/** An account as REST shows it. */
export function showAccount(links: Links, account: Account): Json {
  const {login, id, type} = account
  const url = `${links.api}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId(type === 'Bot' ? 'BOT' : 'U', id),
    avatar_url: `${links.web}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: type === 'Bot' ? `${links.web}/apps/${login.replace('[bot]', '')}` : `${links.web}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false
  }
}

const templates: Readonly<Record<string, string>> = {
  forks_url: '/forks',
  keys_url: '/keys{/key_id}',
  collaborators_url: '/collaborators{/collaborator}',
  teams_url: '/teams',
  hooks_url: '/hooks',
  issue_events_url: '/issues/events{/number}',
  events_url: '/events',
  assignees_url: '/assignees{/user}',
  branches_url: '/branches{/branch}',
  tags_url: '/tags',
  blobs_url: '/git/blobs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  git_refs_url: '/git/refs{/sha}',
  trees_url: '/git/trees{/sha}',
  statuses_url: '/statuses/{sha}',
  languages_url: '/languages',
  stargazers_url: '/stargazers',
  contributors_url: '/contributors',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  commits_url: '/commits{/sha}',
  git_commits_url: '/git/commits{/sha}',
  comments_url: '/comments{/number}',
  issue_comment_url: '/issues/comments{/number}',
  contents_url: '/contents/{+path}',
  compare_url: '/compare/{base}...{head}',
  merges_url: '/merges',
  archive_url: '/{archive_format}{/ref}',
  downloads_url: '/downloads',
  issues_url: '/issues{/number}',
  pulls_url: '/pulls{/number}',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  labels_url: '/labels{/name}',
  releases_url: '/releases{/id}',
  deployments_url: '/deployments'
}

/** Where a repository is in the API. */
export const repositoryUrl = (links: Links, repository: Repository): string =>
  `${links.api}/repos/${fullName(repository)}`

/** Where a repository is on the web. */
export const repositoryPage = (links: Links, repository: Repository): string => `${links.web}/${fullName(repository)}`

/** A repository as REST and webhooks show it, without what only its own page has. */
export function showRepository(links: Links, repository: Repository, viewer?: Viewer): Json {
  const url = repositoryUrl(links, repository)
  const web = repositoryPage(links, repository)
  const open = [...repository.issues.values()].filter(({state}) => state === 'open').length
  const role = viewer ? roleOf(repository, viewer.account) : undefined
  const atLeast = (...roles: string[]): boolean => role !== undefined && roles.includes(role)
  return {
    id: repository.id,
    node_id: repository.nodeId,
    name: repository.name,
    full_name: fullName(repository),
    private: repository.private,
    owner: showAccount(links, repository.owner),
    html_url: web,
    description: null,
    fork: repository.parent !== undefined,
    url,
    ...Object.fromEntries(Object.entries(templates).map(([key, template]) => [key, url + template])),
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    pushed_at: repository.pushedAt,
    git_url: `git:${web.replace(/^https?:/, '')}.git`,
    ssh_url: `git@${new URL(web).host}:${fullName(repository)}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    homepage: null,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: repository.hasIssues,
    has_projects: false,
    has_downloads: true,
    has_wiki: repository.hasWiki,
    has_pages: false,
    has_discussions: repository.hasDiscussions,
    forks_count: 0,
    mirror_url: null,
    archived: repository.archived,
    disabled: repository.disabled,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.private ? 'private' : 'public',
    forks: 0,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
    ...(viewer?.kind === 'user'
      ? {
          permissions: {
            admin: atLeast('admin'),
            maintain: atLeast('admin', 'maintain'),
            push: atLeast('admin', 'maintain', 'write'),
            triage: atLeast('admin', 'maintain', 'write', 'triage'),
            pull: role !== undefined
          }
        }
      : {})
  }
}

/** A repository's own page. */
export function showFullRepository(links: Links, repository: Repository, viewer?: Viewer): Json {
  const parent = repository.parent && showRepository(links, repository.parent)
  return {
    ...showRepository(links, repository, viewer),
    temp_clone_token: null,
    network_count: 0,
    subscribers_count: 0,
    ...(parent ? {parent, source: parent} : {})
  }
}

/** What somebody is to a repository. */
export function association(repository: Repository, who: Account): string {
  if (repository.owner.id === who.id) return 'OWNER'
  if (repository.collaborators.has(who.login.toLowerCase())) return 'COLLABORATOR'
  const merged = [...repository.pulls.values()].some(pull => pull.mergedAt !== null && pull.issue.user.id === who.id)
  return merged ? 'CONTRIBUTOR' : 'NONE'
}

/** A label as REST shows it. */
export function showLabel(links: Links, repository: Repository, label: Label): Json {
  return {
    id: label.id,
    node_id: nodeId('LA', label.id),
    url: `${repositoryUrl(links, repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description,
    color: label.color,
    default: false
  }
}

/** The labels of an issue. */
export const labelsOf = (links: Links, issue: Issue): Json[] =>
  issue.labels.flatMap(name => {
    const label = issue.repository.labels.get(name.toLowerCase())
    return label ? [showLabel(links, issue.repository, label)] : []
  })

/** The counts of reactions to something. */
export function rollup(url: string, reactions: readonly {content: string}[]): Json {
  const counts = ['+1', '-1', 'laugh', 'hooray', 'confused', 'heart', 'rocket', 'eyes'].map(content => [
    content,
    reactions.filter(reaction => reaction.content === content).length
  ])
  return {url: `${url}/reactions`, total_count: reactions.length, ...Object.fromEntries(counts)}
}

const app = (links: Links, viewer: Viewer | undefined): Json | null => {
  if (!viewer || viewer.kind === 'user') return null
  const slug = viewer.account.login.replace('[bot]', '')
  return {
    id: viewer.account.id,
    slug,
    node_id: nodeId('A', viewer.account.id),
    owner: showAccount(links, {id: 9919, login: 'github', type: 'Organization'}),
    name: slug,
    description: '',
    external_url: links.web,
    html_url: `${links.web}/apps/${slug}`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2018-07-30T09:30:17Z',
    permissions: {metadata: 'read'},
    events: []
  }
}

/** An issue as REST shows it. */
export function showIssue(links: Links, issue: Issue): Json {
  const url = `${repositoryUrl(links, issue.repository)}/issues/${issue.number}`
  const web = `${repositoryPage(links, issue.repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`
  const pullUrl = `${repositoryUrl(links, issue.repository)}/pulls/${issue.number}`
  return {
    url,
    repository_url: repositoryUrl(links, issue.repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: web,
    id: issue.id,
    node_id: issue.nodeId,
    number: issue.number,
    title: issue.title,
    user: showAccount(links, issue.user),
    labels: labelsOf(links, issue),
    state: issue.state,
    locked: issue.locked,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: issue.comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: issue.closedAt,
    author_association: association(issue.repository, issue.user),
    active_lock_reason: null,
    ...(issue.pull
      ? {
          draft: issue.pull.draft,
          pull_request: {
            url: pullUrl,
            html_url: web,
            diff_url: `${web}.diff`,
            patch_url: `${web}.patch`,
            merged_at: issue.pull.mergedAt
          }
        }
      : {}),
    body: issue.body,
    closed_by: null,
    reactions: rollup(url, []),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: null,
    state_reason: issue.stateReason
  }
}

/** A comment on an issue as REST shows it. */
export function showIssueComment(links: Links, issue: Issue, comment: IssueComment): Json {
  const url = `${repositoryUrl(links, issue.repository)}/issues/comments/${comment.id}`
  const page = `${repositoryPage(links, issue.repository)}/${issue.pull ? 'pull' : 'issues'}/${issue.number}`
  return {
    url,
    html_url: `${page}#issuecomment-${comment.id}`,
    issue_url: `${repositoryUrl(links, issue.repository)}/issues/${issue.number}`,
    id: comment.id,
    node_id: comment.nodeId,
    user: showAccount(links, comment.user),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: association(issue.repository, comment.user),
    body: comment.body,
    reactions: rollup(url, comment.reactions),
    performed_via_github_app: app(links, comment.viewer)
  }
}

/** A check run as REST shows it. */
export function showCheckRun(links: Links, repository: Repository, run: CheckRun): Json {
  const url = `${repositoryUrl(links, repository)}/check-runs/${run.id}`
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CR', run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${repositoryPage(links, repository)}/runs/${run.id}`,
    details_url: run.detailsUrl ?? `${repositoryPage(links, repository)}/runs/${run.id}`,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`
    },
    check_suite: {id: run.viewer.account.id},
    app: app(links, run.viewer),
    pull_requests: []
  }
}
