import type {Commit, Signature} from './git.ts'
import {showCommit} from './git-data.ts'
import {type Answer, notFound, page, type RepositoryCall, type Route} from './route.ts'
import {repositoryUrl, showAccount} from './show.ts'
import {account, fullName, revision} from './world.ts'

/** Whose an address is: one of GitHub's own, that of its web pages, or nobody's that it knows. */
function showOwner({world, links}: RepositoryCall, {email}: Signature): Record<string, unknown> | null {
  if (email === 'noreply@github.com') return showAccount(links, account(world, 'web-flow'))
  const [, login = ''] = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/.exec(email) ?? []
  const known = world.accounts.get(login.toLowerCase())
  return known ? showAccount(links, known) : null
}

function showFullCommit(call: RepositoryCall, commit: Commit): Record<string, unknown> {
  const shown = showCommit(call.links, call.repository, commit, false) as Record<string, unknown> & {url: string}
  const url = shown.url.replace('/git/', '/')
  return {
    sha: commit.sha,
    node_id: shown['node_id'],
    commit: {
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      tree: shown['tree'],
      url: shown.url,
      comment_count: 0,
      verification: shown['verification']
    },
    url,
    html_url: shown['html_url'],
    comments_url: `${url}/comments`,
    author: showOwner(call, commit.author),
    committer: showOwner(call, commit.committer),
    parents: shown['parents']
  }
}

/** A changed file as REST shows it. */
export function showFile(
  call: RepositoryCall,
  head: string,
  change: {
    readonly status: string
    readonly path: string
    readonly previousPath?: string
    readonly sha: string
    readonly patch?: string
    readonly additions: number
    readonly deletions: number
  }
): Record<string, unknown> {
  const web = `${call.links.web}/${fullName(call.repository)}`
  return {
    sha: change.sha,
    filename: change.path,
    status: change.status,
    additions: change.additions,
    deletions: change.deletions,
    changes: change.additions + change.deletions,
    blob_url: `${web}/blob/${head}/${encodeURIComponent(change.path)}`,
    raw_url: `${web}/raw/${head}/${encodeURIComponent(change.path)}`,
    contents_url: `${repositoryUrl(call.links, call.repository)}/contents/${encodeURIComponent(change.path)}?ref=${head}`,
    ...(change.patch === undefined ? {} : {patch: change.patch}),
    ...(change.previousPath === undefined ? {} : {previous_filename: change.previousPath})
  }
}

async function compare(call: RepositoryCall): Promise<Answer> {
  const {repository, links} = call
  const [baseName = '', headName = ''] = (call.params['basehead'] ?? '').split('...')
  const end = async (name: string): Promise<string> => {
    const [, owner, ref] = /^(?:([^:]+):)?(.+)$/.exec(name) ?? []
    const holder = owner
      ? [...call.world.repositories.values()].find(
          other => other.git === repository.git && other.owner.login.toLowerCase() === owner.toLowerCase()
        )
      : repository
    const sha = holder && ref ? await revision(holder, ref) : undefined
    if (!sha) throw notFound()
    return sha
  }
  const [base, head] = [await end(baseName), await end(headName)]
  const mergeBase = await repository.git.mergeBase(base, head)
  if (!mergeBase) throw notFound(`No common ancestor between ${baseName} and ${headName}.`)
  if (/\bdiff\b/.test(call.accept)) {
    const text = await repository.git.rawDiff(mergeBase, head)
    return {
      status: 200,
      text: {type: 'application/vnd.github.diff; charset=utf-8', content: text === '' ? '' : `${text}\n`}
    }
  }
  const ahead = await repository.git.between(base, head)
  const behind = await repository.git.between(head, base)
  const changes = await repository.git.diff(mergeBase, head)
  const shown = await Promise.all([base, mergeBase, ...ahead].map(sha => repository.git.readCommit(sha)))
  const [baseCommit, mergeBaseCommit, ...commits] = shown.map(commit => showFullCommit(call, commit))
  const {items, headers} = page({...call, query: withSize(call.query, 250)}, commits)
  const web = `${links.web}/${fullName(repository)}/compare/${baseName}...${headName}`
  return {
    status: 200,
    headers,
    json: {
      url: `${repositoryUrl(links, repository)}/compare/${baseName}...${headName}`,
      html_url: web,
      permalink_url: web,
      diff_url: `${web}.diff`,
      patch_url: `${web}.patch`,
      base_commit: baseCommit,
      merge_base_commit: mergeBaseCommit,
      status:
        ahead.length > 0 ? (behind.length > 0 ? 'diverged' : 'ahead') : behind.length > 0 ? 'behind' : 'identical',
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: items,
      files: changes.slice(0, 300).map(change => showFile(call, head, change))
    }
  }
}

function withSize(query: URLSearchParams, size: number): URLSearchParams {
  const changed = new URLSearchParams(query)
  if (!changed.has('per_page')) changed.set('per_page', String(Math.min(size, 100)))
  return changed
}

/** The operation that compares two commits. */
export const compareRoutes: readonly Route[] = [
  {operation: 'repos/compare-commits-with-basehead', needs: ['contents=read'], handle: compare}
]
