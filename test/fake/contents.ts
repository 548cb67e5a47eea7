import {posix} from 'node:path'
import type {TreeEntry} from './git.ts'
import {type Answer, notFound, ok, type RepositoryCall, type Route, refusal} from './route.ts'
import {repositoryUrl, showAccount, showFullRepository} from './show.ts'
import {account, fullName, revision, roleOf} from './world.ts'

const oneMegabyte = 2 ** 20

/** What is larger is out of reach. */
export const hundredMegabytes = 100 * oneMegabyte

const directoryLimit = 1000

const read = ['contents=read'] as const

/** A path as a URL has it. */
export const encodedPath = (path: string): string => path.split('/').map(encodeURIComponent).join('/')

/** Base64 the way GitHub wraps it: 60 columns, each line ended. */
export const wrappedBase64 = (bytes: Buffer): string => bytes.toString('base64').replace(/.{1,60}/g, '$&\n')

function common(call: RepositoryCall, entry: TreeEntry, path: string, ref: string): Record<string, unknown> {
  const {links, repository} = call
  const type = entry.type === 'tree' ? 'dir' : entry.type === 'blob' ? 'file' : 'submodule'
  const url = `${repositoryUrl(links, repository)}/contents/${encodedPath(path)}?ref=${encodeURIComponent(ref)}`
  const kind = type === 'dir' ? 'tree' : 'blob'
  const html = `${links.web}/${fullName(repository)}/${kind}/${ref}/${encodedPath(path)}`
  const git = `${repositoryUrl(links, repository)}/git/${kind}s/${entry.sha}`
  const download = type === 'file' ? `${links.web}/raw/${fullName(repository)}/${ref}/${encodedPath(path)}` : null
  return {
    name: posix.basename(path),
    path,
    sha: entry.sha,
    size: entry.type === 'blob' ? (entry.size ?? 0) : 0,
    url,
    html_url: html,
    git_url: git,
    download_url: download,
    type,
    _links: {self: url, git, html}
  }
}

async function listing(call: RepositoryCall, sha: string, folder: string, ref: string): Promise<unknown[]> {
  const entries = await call.repository.git.tree(sha, 'recursive')
  const prefix = folder === '' ? '' : `${folder}/`
  return entries
    .filter(({path}) => path.startsWith(prefix) && !path.slice(prefix.length).includes('/'))
    .slice(0, directoryLimit)
    .map(entry => {
      const item = common(call, entry, entry.path, ref)
      if (entry.mode === '120000') return {...item, type: 'symlink'}
      return entry.type === 'commit' && call.apiVersion < '2026' ? {...item, type: 'file'} : item
    })
}

async function getContents(call: RepositoryCall): Promise<Answer> {
  const {repository, accept} = call
  const {git} = repository
  const path = (call.params['path'] ?? '').replace(/^\/|\/$/g, '')
  const ref = call.query.get('ref') || repository.defaultBranch
  const sha = await revision(repository, ref)
  if (!sha) throw notFound(call.query.has('ref') ? `No commit found for the ref ${ref}` : 'This repository is empty.')
  const entries = await git.tree(sha, 'recursive')
  const find = (at: string): TreeEntry | undefined => entries.find(entry => entry.path === at)
  const found = find(path)
  if (path === '' || found?.type === 'tree') {
    const items = await listing(call, sha, path, ref)
    if (!/\bobject\b/.test(accept)) return ok(items)
    const root: TreeEntry = found ?? {path, mode: '040000', type: 'tree', sha: (await git.readCommit(sha)).tree}
    return ok({...common(call, root, path, ref), entries: items})
  }
  if (!found) throw notFound()
  if (found.type === 'commit') {
    return ok({
      ...common(call, found, path, ref),
      type: 'submodule',
      submodule_git_url: 'https://example.com/module.git'
    })
  }
  let file = found
  if (found.mode === '120000') {
    const target = (await git.blob(found.sha)).toString()
    // A link within the repository is followed, so that only the tree tells that it is one.
    const reached = target.startsWith('/') ? undefined : find(posix.join(posix.dirname(path), target))
    if (reached?.type !== 'blob' || reached.mode === '120000') {
      if (/\braw\b/.test(accept)) return raw(await git.blob(found.sha))
      return ok({...common(call, found, path, ref), type: 'symlink', target})
    }
    file = reached
  }
  const size = file.size ?? 0
  if (size > hundredMegabytes) {
    const message = 'The requested blob is too large to fetch via the API, but you can always clone the repository.'
    throw refusal(403, message, [{resource: 'Blob', field: 'data', code: 'too_large'}])
  }
  const bytes = await git.blob(file.sha)
  if (/\braw\b/.test(accept)) return raw(bytes)
  const content =
    size > oneMegabyte ? {content: '', encoding: 'none'} : {content: wrappedBase64(bytes), encoding: 'base64'}
  return ok({...common(call, file, path, ref), type: 'file', ...content})
}

/** The bytes themselves. */
export const raw = (content: Buffer): Answer => ({
  status: 200,
  text: {type: 'application/vnd.github.raw; charset=utf-8', content}
})

function permission(call: RepositoryCall): Answer {
  const login = call.params['username'] ?? ''
  const known = call.world.accounts.get(login.toLowerCase())
  if (!known) throw notFound(`${login} is not a user`)
  const role = roleOf(call.repository, account(call.world, known.login))
  const names = {admin: 'admin', maintain: 'write', write: 'write', triage: 'read', read: 'read'}
  const atLeast = (...roles: string[]): boolean => role !== undefined && roles.includes(role)
  return ok({
    permission: role ? names[role] : 'none',
    role_name: role ?? 'none',
    user: {
      ...showAccount(call.links, known),
      role_name: role ?? 'none',
      permissions: {
        admin: atLeast('admin'),
        maintain: atLeast('admin', 'maintain'),
        push: atLeast('admin', 'maintain', 'write'),
        triage: atLeast('admin', 'maintain', 'write', 'triage'),
        pull: role !== undefined
      }
    }
  })
}

/** The operations on a repository and its files. */
export const contentRoutes: readonly Route[] = [
  {operation: 'repos/get', handle: call => ok(showFullRepository(call.links, call.repository, call.viewer))},
  {operation: 'repos/get-content', needs: read, handle: getContents},
  {operation: 'repos/get-collaborator-permission-level', needs: ['metadata=read'], handle: permission}
]
