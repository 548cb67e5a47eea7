import {encodedPath, hundredMegabytes, raw, wrappedBase64} from './contents.ts'
import type {Commit, Signature, TreeEntry} from './git.ts'
import {moveBranch} from './move.ts'
import {
  type Answer,
  created,
  type Links,
  notFound,
  nothing,
  ok,
  type RepositoryCall,
  type Route,
  refusal,
  required,
  stringIn
} from './route.ts'
import {repositoryUrl} from './show.ts'
import {fullName, nodeId, type Repository, revision, storedRef, timestamp, type Viewer, type World} from './world.ts'

const modes = new Set(['100644', '100755', '040000', '160000', '120000'])

function showRef(links: Links, repository: Repository, ref: string, sha: string, type: string): {url: string} {
  const url = `${repositoryUrl(links, repository)}/git/${encodedPath(ref)}`
  const object = {sha, type, url: `${repositoryUrl(links, repository)}/git/${type}s/${sha}`}
  return {ref, node_id: nodeId('REF', repository.id), url, object} as {url: string}
}

async function refsOf(repository: Repository, prefix: string): Promise<{ref: string; sha: string; type: string}[]> {
  const stored = await repository.git.refs(storedRef(repository, prefix))
  return stored
    .map(entry => ({...entry, ref: `refs/${entry.ref.slice(repository.refPrefix.length)}`}))
    .filter(({ref}) => !ref.startsWith('refs/forks/') && ref !== 'refs/import')
}

async function getRef(call: RepositoryCall): Promise<Answer> {
  const name = `refs/${call.params['ref']}`
  const found = (await refsOf(call.repository, name)).find(({ref}) => ref === name)
  if (!found) throw notFound()
  return ok(showRef(call.links, call.repository, found.ref, found.sha, found.type))
}

async function matchingRefs(call: RepositoryCall): Promise<Answer> {
  const found = await refsOf(call.repository, `refs/${call.params['ref']}`)
  return ok(found.map(({ref, sha, type}) => showRef(call.links, call.repository, ref, sha, type)))
}

async function touchesWorkflows(repository: Repository, from: string | undefined, to: string): Promise<boolean> {
  const workflows = async (sha: string): Promise<string> =>
    (await repository.git.tree(sha, 'recursive'))
      .filter(({path}) => path.startsWith('.github/workflows/'))
      .map(({path, sha: blob}) => `${path} ${blob}`)
      .join('\n')
  const before = from ?? (await revision(repository, repository.defaultBranch))
  return (before ? await workflows(before) : '') !== (await workflows(to))
}

async function checkPush(call: RepositoryCall, ref: string, from: string | undefined, to: string): Promise<void> {
  const {repository} = call
  const viewer = required(call.viewer)
  if (repository.protectedBranches.has(ref.replace('refs/heads/', ''))) {
    throw refusal(422, 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n')
  }
  if (viewer.kind === 'user' || viewer.permissions?.['workflows'] === 'write') return
  if (await touchesWorkflows(repository, from, to)) {
    throw refusal(403, 'Resource not accessible by integration')
  }
}

async function createRef(call: RepositoryCall): Promise<Answer> {
  const {repository, body} = call
  const ref = String(body['ref'])
  const sha = String(body['sha'])
  if (!/^refs\/[^/]+\/.+/.test(ref)) {
    throw refusal(422, "Reference name must start with 'refs/' and contain at least three path components.")
  }
  if (/[\s~^:?*[\\]|\.\.|\/\/|\/$|\.lock$|^\.|@\{/.test(ref)) throw refusal(422, `${ref} is not a valid ref name.`)
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw refusal(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
  if (await repository.git.resolve(storedRef(repository, ref))) throw refusal(422, 'Reference already exists')
  const type = await repository.git.typeOf(sha)
  if (!type) throw refusal(422, 'Object does not exist')
  if (ref.startsWith('refs/heads/') && type !== 'commit') throw refusal(422, 'Object is not a commit')
  await checkPush(call, ref, undefined, sha)
  await moveBranch(call.world, repository, ref, sha)
  return created(showRef(call.links, repository, ref, sha, type))
}

async function updateRef(call: RepositoryCall): Promise<Answer> {
  const {repository, body} = call
  const ref = `refs/${call.params['ref']}`
  const sha = String(body['sha'])
  const from = await repository.git.resolve(storedRef(repository, ref))
  if (!from) throw refusal(422, 'Reference does not exist')
  if ((await repository.git.typeOf(sha)) !== 'commit') throw refusal(422, 'Object does not exist')
  if (body['force'] !== true && !(await repository.git.isAncestor(from, sha))) {
    throw refusal(422, 'Update is not a fast forward')
  }
  await checkPush(call, ref, from, sha)
  await moveBranch(call.world, repository, ref, sha)
  return ok(showRef(call.links, repository, ref, sha, 'commit'))
}

async function deleteRef(call: RepositoryCall): Promise<Answer> {
  const ref = `refs/${call.params['ref']}`
  if (!(await call.repository.git.resolve(storedRef(call.repository, ref)))) {
    throw refusal(422, 'Reference does not exist')
  }
  if (call.repository.protectedBranches.has(ref.replace('refs/heads/', ''))) {
    throw refusal(422, 'Repository rule violations found\n\nCannot delete this branch\n\n')
  }
  await moveBranch(call.world, call.repository, ref, null)
  return nothing
}

async function getBlob(call: RepositoryCall): Promise<Answer> {
  const {repository, links} = call
  const sha = call.params['file_sha'] ?? ''
  if (!/^[0-9a-f]{40}$/.test(sha))
    throw refusal(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].')
  if ((await repository.git.typeOf(sha)) !== 'blob') throw notFound()
  const bytes = await repository.git.blob(sha)
  if (bytes.length > hundredMegabytes) {
    throw refusal(403, 'This API returns blobs up to 100 MB in size.', [
      {resource: 'Blob', field: 'data', code: 'too_large'}
    ])
  }
  if (/\braw\b/.test(call.accept)) return raw(bytes)
  return ok({
    sha,
    node_id: nodeId('B', repository.id),
    size: bytes.length,
    url: `${repositoryUrl(links, repository)}/git/blobs/${sha}`,
    content: wrappedBase64(bytes),
    encoding: 'base64'
  })
}

async function createBlob(call: RepositoryCall): Promise<Answer> {
  const {repository, links, body} = call
  const content = String(body['content'])
  const base64 = body['encoding'] === 'base64'
  const bytes = Buffer.from(content, base64 ? 'base64' : 'utf8')
  if (base64 && bytes.toString('base64').replace(/=+$/, '') !== content.replace(/\s|=+$/g, '')) {
    throw refusal(422, 'content is not valid Base64')
  }
  if (body['encoding'] !== undefined && !['base64', 'utf-8'].includes(String(body['encoding']))) {
    throw refusal(422, 'encoding must be utf-8 or base64')
  }
  const sha = await repository.git.writeBlob(bytes)
  return created({sha, url: `${repositoryUrl(links, repository)}/git/blobs/${sha}`} as {url: string})
}

const showEntry = (links: Links, repository: Repository, entry: TreeEntry): Record<string, unknown> => ({
  path: entry.path,
  mode: entry.mode,
  type: entry.type,
  sha: entry.sha,
  ...(entry.size === undefined ? {} : {size: entry.size}),
  ...(entry.type === 'commit' ? {} : {url: `${repositoryUrl(links, repository)}/git/${entry.type}s/${entry.sha}`})
})

async function treeSha(repository: Repository, name: string): Promise<string | undefined> {
  if (/^[0-9a-f]{40}$/.test(name) && (await repository.git.typeOf(name)) === 'tree') return name
  const sha = await revision(repository, name)
  return sha ? (await repository.git.readCommit(sha)).tree : undefined
}

async function getTree(call: RepositoryCall): Promise<Answer> {
  const {repository, links} = call
  const {maxTreeEntries} = call.world
  if (!(await revision(repository, repository.defaultBranch))) throw refusal(409, 'Git Repository is empty.')
  const sha = await treeSha(repository, call.params['tree_sha'] ?? '')
  if (!sha) throw notFound()
  const entries = await repository.git.tree(sha, call.query.has('recursive') ? 'recursive' : 'flat')
  return ok({
    sha,
    url: `${repositoryUrl(links, repository)}/git/trees/${sha}`,
    tree: entries.slice(0, maxTreeEntries).map(entry => showEntry(links, repository, entry)),
    truncated: entries.length > maxTreeEntries
  })
}

async function createTree(call: RepositoryCall): Promise<Answer> {
  const {repository, links, body} = call
  const base = stringIn(body, 'base_tree')
  const start = base === undefined ? undefined : await treeSha(repository, base)
  if (base !== undefined && !start) throw refusal(422, 'base_tree is not a valid tree oid')
  const files = new Map<string, {mode: string; sha: string}>()
  if (start) {
    for (const entry of await repository.git.tree(start, 'recursive')) {
      if (entry.type !== 'tree') files.set(entry.path, {mode: entry.mode, sha: entry.sha})
    }
  }
  for (const entry of body['tree'] as Record<string, unknown>[]) {
    const path = stringIn(entry, 'path')
    const mode = stringIn(entry, 'mode')
    if (path === undefined || path.split('/').some(part => ['', '.', '..', '.git'].includes(part))) {
      throw refusal(422, 'tree.path contains a malformed path component')
    }
    if ('sha' in entry && 'content' in entry) throw refusal(422, 'Must supply either tree.sha or tree.content')
    if (!('sha' in entry) && !('content' in entry)) throw refusal(422, 'Must supply either tree.sha or tree.content')
    if (entry['sha'] === null) {
      const gone = [...files.keys()].filter(name => name === path || name.startsWith(`${path}/`))
      if (gone.length === 0) throw refusal(422, 'GitRPC::BadObjectState')
      for (const name of gone) files.delete(name)
      continue
    }
    if (mode === undefined || !modes.has(mode)) throw refusal(422, `tree.mode ${mode ?? ''} is not a valid mode`)
    const content = stringIn(entry, 'content')
    const sha = content === undefined ? String(entry['sha']) : await repository.git.writeBlob(Buffer.from(content))
    if (mode === '040000') {
      if ((await repository.git.typeOf(sha)) !== 'tree') throw refusal(422, `tree.sha ${sha} is not a valid tree`)
      for (const inner of await repository.git.tree(sha, 'recursive')) {
        if (inner.type !== 'tree') files.set(`${path}/${inner.path}`, {mode: inner.mode, sha: inner.sha})
      }
      continue
    }
    if (mode !== '160000' && (await repository.git.typeOf(sha)) !== 'blob') {
      throw refusal(422, `tree.sha ${sha} is not a valid blob`)
    }
    files.set(path, {mode, sha})
  }
  const sha = await writeTree(repository, files)
  const entries = await repository.git.tree(sha, 'flat')
  return created({
    sha,
    url: `${repositoryUrl(links, repository)}/git/trees/${sha}`,
    tree: entries.map(entry => showEntry(links, repository, entry)),
    truncated: false
  } as {url: string})
}

async function writeTree(
  repository: Repository,
  files: ReadonlyMap<string, {mode: string; sha: string}>
): Promise<string> {
  const folders = new Map<string, Map<string, {mode: string; sha: string}>>()
  const here: string[] = []
  for (const [path, entry] of files) {
    const slash = path.indexOf('/')
    if (slash < 0) {
      here.push(`${entry.mode} ${entry.mode === '160000' ? 'commit' : 'blob'} ${entry.sha}\t${path}`)
      continue
    }
    const folder = folders.get(path.slice(0, slash)) ?? new Map()
    folder.set(path.slice(slash + 1), entry)
    folders.set(path.slice(0, slash), folder)
  }
  for (const [name, inner] of folders) here.push(`040000 tree ${await writeTree(repository, inner)}\t${name}`)
  const made = await repository.git.run(['mktree', '-z', '--missing'], here.map(line => `${line}\0`).join(''))
  return made.toString().trim()
}

/** A commit as the git database shows it. */
export function showCommit(links: Links, repository: Repository, commit: Commit, verified: boolean): {url: string} {
  const url = `${repositoryUrl(links, repository)}/git/commits/${commit.sha}`
  const web = `${links.web}/${fullName(repository)}/commit/`
  const shown = {
    sha: commit.sha,
    node_id: nodeId('C', repository.id),
    url,
    html_url: web + commit.sha,
    author: commit.author,
    committer: commit.committer,
    tree: {sha: commit.tree, url: `${repositoryUrl(links, repository)}/git/trees/${commit.tree}`},
    message: commit.message,
    parents: commit.parents.map(sha => ({
      sha,
      url: `${repositoryUrl(links, repository)}/git/commits/${sha}`,
      html_url: web + sha
    })),
    verification: {
      verified,
      reason: verified ? 'valid' : 'unsigned',
      signature: null,
      payload: null,
      verified_at: null
    }
  }
  return shown
}

/** How somebody signs a commit that the API makes for them. */
export function signatureOf(world: World, viewer: Viewer): Signature {
  const {id, login} = viewer.account
  return {name: login, email: `${id}+${login}@users.noreply.github.com`, date: timestamp(world)}
}

async function createCommit(call: RepositoryCall): Promise<Answer> {
  const {repository, body, world} = call
  const viewer = required(call.viewer)
  const tree = String(body['tree'])
  if ((await repository.git.typeOf(tree)) !== 'tree') throw refusal(422, 'Tree SHA does not exist')
  const parents = (body['parents'] ?? []) as string[]
  for (const parent of parents) {
    if ((await repository.git.typeOf(parent)) !== 'commit')
      throw refusal(422, 'Parent SHA does not exist or is not a commit object')
  }
  const own = signatureOf(world, viewer)
  const signed = (key: string): Signature | undefined => {
    const given = body[key] as Partial<Signature> | undefined
    return given && {name: given.name ?? own.name, email: given.email ?? own.email, date: given.date ?? own.date}
  }
  const author = signed('author') ?? own
  // What a bot commits in its own name is signed by GitHub, as its committer.
  const web = {name: 'GitHub', email: 'noreply@github.com', date: own.date}
  const committer = signed('committer') ?? (viewer.kind === 'user' || body['author'] ? author : web)
  const sha = await repository.git.commitTree(tree, parents, String(body['message']), author, committer)
  const verified = viewer.kind !== 'user' && !body['author'] && !body['committer']
  return created(showCommit(call.links, repository, await repository.git.readCommit(sha), verified))
}

async function getCommit(call: RepositoryCall): Promise<Answer> {
  const sha = call.params['commit_sha'] ?? ''
  if (!/^[0-9a-f]{40}$/.test(sha) || (await call.repository.git.typeOf(sha)) !== 'commit') throw notFound()
  return ok(showCommit(call.links, call.repository, await call.repository.git.readCommit(sha), false))
}

const read = ['contents=read'] as const
const write = ['contents=write'] as const

/** The operations on refs, blobs, trees and commits. */
export const gitRoutes: readonly Route[] = [
  {operation: 'git/get-ref', needs: read, handle: getRef},
  {operation: 'git/list-matching-refs', needs: read, handle: matchingRefs},
  {operation: 'git/create-ref', needs: write, handle: createRef},
  {operation: 'git/update-ref', needs: write, handle: updateRef},
  {operation: 'git/delete-ref', needs: write, handle: deleteRef},
  {operation: 'git/get-blob', needs: read, handle: getBlob},
  {operation: 'git/create-blob', needs: write, handle: createBlob},
  {operation: 'git/get-tree', needs: read, handle: getTree},
  {operation: 'git/create-tree', needs: write, handle: createTree},
  {operation: 'git/get-commit', needs: read, handle: getCommit},
  {operation: 'git/create-commit', needs: write, handle: createCommit}
]
