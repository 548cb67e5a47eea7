import {findBranch} from './head-commit.ts'
import {type GitHub, type Repository, refusalOf} from './octokit.ts'
import {type Author, type Identity, isBy} from './review.ts'

/** The branch that fixes are proposed on. */
export const fixBranch = 'awesome-doctor/fixes'

/** A commit on the branch that the base does not have. */
export interface BranchCommit {
  readonly author: Author
  readonly committer: Author
  /** The name that the commit itself gives its committer. */
  readonly committerName: string
  readonly message: string
}

/** The branch as it stands. */
export interface FixBranch {
  readonly sha: string
  /** Whether it begins at the head of the base. */
  readonly start: 'current' | 'behind'
  /** Oldest first, a hundred at most. */
  readonly commits: readonly BranchCommit[]
  /** How many there are. */
  readonly total: number
}

/** What a commit of ours has done, as its last line says it. */
export interface Deed {
  readonly rule: string
  /** Of the files and their texts: 32 hexadecimal digits. */
  readonly digest: string
}

const trailer = 'Awesome-Doctor-Fixes'
const trailerLine = new RegExp(`^${trailer}: ([\\w-]+) ([\\da-f]{32})$`)

/** A message with the line by which the commit is known again. */
export const signed = (message: string, {rule, digest}: Deed): string => `${message}\n\n${trailer}: ${rule} ${digest}`

/** What a commit did, if it is ours: by our identity, with our line. Who has amended it is its committer. */
export function deedOf(identity: Identity, commit: BranchCommit): Deed | undefined {
  const [, rule, digest] = trailerLine.exec(commit.message.trimEnd().split('\n').at(-1) ?? '') ?? []
  if (rule === undefined || digest === undefined || !isBy(identity, commit)) return undefined
  const {committer, committerName} = commit
  const isGitHub = committer ? committer.login === 'web-flow' : /^GitHub(?: Enterprise)?$/.test(committerName)
  return isGitHub || isBy(identity, {author: committer}) ? {rule, digest} : undefined
}

/** The branch with what it has over a commit of the base, if it is there. @throws what the client throws. */
export async function readFixBranch(
  github: GitHub,
  repository: Repository,
  base: string
): Promise<FixBranch | undefined> {
  const sha = await findBranch(github, repository, fixBranch)
  if (sha === undefined) return undefined
  const asked = {...repository, basehead: `${base}...${sha}`, per_page: 100}
  const {data} = await github.rest.repos.compareCommitsWithBasehead(asked)
  return {
    sha,
    start: data.behind_by === 0 ? 'current' : 'behind',
    commits: data.commits.map(({author, committer, commit}) => ({
      author: accountOf(author),
      committer: accountOf(committer),
      committerName: commit.committer?.name ?? '',
      message: commit.message
    })),
    total: data.total_commits
  }
}

/** Somebody without an account is an empty object to GitHub, or nothing at all. */
const accountOf = (given: object | null): Author =>
  given && 'login' in given && typeof given.login === 'string'
    ? {login: given.login, type: 'type' in given ? String(given.type) : ''}
    : null

/** A file with its mode and its whole new text. */
interface FixFile {
  readonly path: string
  readonly mode: string
  readonly text: string
}

/** A commit to make. */
export interface FixCommit {
  readonly message: string
  readonly files: readonly FixFile[]
}

/** Where the branch is to begin, and what is known of it. */
export interface Onto {
  readonly base: string
  /** Where the branch was when it was looked at; nothing where there was none. */
  readonly before: string | undefined
  /** Milliseconds. */
  readonly sleep: (time: number) => Promise<unknown>
}

/**
 * Puts commits onto a commit of the base, one behind the other, and the branch onto the last. `moved`: somebody else has
 * moved the branch since it was looked at, and it was left as it is.
 * @throws what the client throws.
 */
export async function pushFixes(
  github: GitHub,
  repository: Repository,
  commits: readonly FixCommit[],
  {base, before, sleep}: Onto
): Promise<'pushed' | 'moved'> {
  const {data: start} = await github.rest.git.getCommit({...repository, commit_sha: base})
  let tree = start.tree.sha
  let parent = base
  for (const {message, files} of commits) {
    tree = await makeTree(github, repository, tree, files)
    // Without author and committer they are the token's own, and GitHub signs what a bot commits.
    const {data} = await github.rest.git.createCommit({...repository, message, tree, parents: [parent]})
    parent = data.sha
  }
  return point(github, repository, parent, {before, sleep})
}

/** Characters of text in one request: GitHub ends those that take longer than ten seconds. */
const mostAtOnce = 1_000_000

async function makeTree(
  github: GitHub,
  repository: Repository,
  base: string,
  files: readonly FixFile[]
): Promise<string> {
  let tree = base
  for (const some of portions(files)) {
    const entries = []
    for (const {path, mode, text} of some)
      entries.push({
        path,
        mode: mode as '100644',
        type: 'blob' as const,
        ...(await contentOf(github, repository, text))
      })
    const {data} = await github.rest.git.createTree({...repository, base_tree: tree, tree: entries})
    tree = data.sha
  }
  return tree
}

function portions(files: readonly FixFile[]): readonly (readonly FixFile[])[] {
  const all: FixFile[][] = []
  let room = 0
  for (const file of files) {
    room -= file.text.length
    if (room < 0) {
      all.push([])
      room = mostAtOnce - file.text.length
    }
    all.at(-1)!.push(file)
  }
  return all
}

/** Bytes that a field of text may not carry as they are go as a blob of their own. */
async function contentOf(
  github: GitHub,
  repository: Repository,
  text: string
): Promise<{readonly content: string} | {readonly sha: string}> {
  if (!/[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]/.test(text)) return {content: text}
  const content = Buffer.from(text).toString('base64')
  const {data} = await github.rest.git.createBlob({...repository, content, encoding: 'base64'})
  return {sha: data.sha}
}

const mostAttempts = 3

/** Points the branch at a commit, only while it is where it was. An answer that was lost is looked for first. */
async function point(
  github: GitHub,
  repository: Repository,
  sha: string,
  {before, sleep}: Omit<Onto, 'base'>
): Promise<'pushed' | 'moved'> {
  for (let attempt = 1; ; attempt++) {
    const now = await findBranch(github, repository, fixBranch)
    if (now === sha) return 'pushed'
    if (now !== before) return 'moved'
    try {
      const once = {...repository, sha, request: {retries: 0}}
      if (before === undefined) await github.rest.git.createRef({...once, ref: `refs/heads/${fixBranch}`})
      else await github.rest.git.updateRef({...once, ref: `heads/${fixBranch}`, force: true})
      return 'pushed'
    } catch (error) {
      const {status, message} = refusalOf(error) ?? {status: 400, message: ''}
      const isUnclear = status === 0 || status >= 500 || /^Reference (?:already exists|does not exist)/.test(message)
      if (!isUnclear || attempt === mostAttempts) throw error
      await sleep(2000)
    }
  }
}

/** Deletes the branch, only while it is where it was. @throws what the client throws. */
export async function deleteFixBranch(github: GitHub, repository: Repository, before: string): Promise<void> {
  if ((await findBranch(github, repository, fixBranch)) !== before) return
  try {
    await github.rest.git.deleteRef({...repository, ref: `heads/${fixBranch}`})
  } catch (error) {
    const {status, message} = refusalOf(error) ?? {status: 0, message: ''}
    if (status !== 422 || !/does not exist/.test(message)) throw error
  }
}
