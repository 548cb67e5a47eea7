import {execFile, spawn} from 'node:child_process'
import {devNull} from 'node:os'
import {changesOf, type FileChange, type LineShift, shiftsOf} from './git-diff.ts'

/** What a commit puts at a path: text, bytes, a symbolic link, a submodule at a commit, or nothing any more (`null`). */
type FileContent =
  | string
  | Buffer
  | {readonly symlink: string}
  | {readonly executable: string}
  | {readonly submodule: string}
  | null

/** Paths and what a commit puts there. */
export type Files = Readonly<Record<string, FileContent>>

/** One entry of a tree, with its path from the root that was listed. */
export interface TreeEntry {
  readonly path: string
  readonly mode: string
  readonly type: 'blob' | 'tree' | 'commit'
  readonly sha: string
  readonly size?: number
}

/** A person and a moment, as a commit names them. */
export interface Signature {
  readonly name: string
  readonly email: string
  readonly date: string
}

/** A commit as git keeps it. */
export interface Commit {
  readonly sha: string
  readonly tree: string
  readonly parents: readonly string[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

/** A real bare repository in a folder; what is read by SHA is remembered, because it can't change. */
export interface Git {
  run(args: readonly string[], input?: string | Buffer): Promise<Buffer>
  /** The SHA of a ref or revision, if there is one. */
  resolve(revision: string): Promise<string | undefined>
  typeOf(sha: string): Promise<string | undefined>
  commit(parent: string | undefined, files: Files, message: string, author: Signature): Promise<string>
  commitTree(
    tree: string,
    parents: readonly string[],
    message: string,
    author: Signature,
    committer: Signature
  ): Promise<string>
  updateRef(ref: string, sha: string): Promise<void>
  deleteRef(ref: string): Promise<void>
  refs(prefix: string): Promise<{ref: string; sha: string; type: string}[]>
  readCommit(sha: string): Promise<Commit>
  /** Everything under a commit or tree, folders included. */
  tree(sha: string, depth: 'recursive' | 'flat'): Promise<readonly TreeEntry[]>
  blob(sha: string): Promise<Buffer>
  writeBlob(bytes: Buffer): Promise<string>
  mergeBase(a: string, b: string): Promise<string | undefined>
  isAncestor(ancestor: string, descendant: string): Promise<boolean>
  /** The commits reachable from `head` but not from `base`, oldest first. */
  between(base: string, head: string): Promise<string[]>
  diff(base: string, head: string): Promise<readonly FileChange[]>
  rawDiff(base: string, head: string): Promise<string>
  shifts(base: string, head: string): Promise<readonly LineShift[]>
}

const environment = {
  PATH: process.env['PATH'] ?? '',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
  GIT_AUTHOR_NAME: 'git',
  GIT_AUTHOR_EMAIL: 'git@example.com',
  GIT_COMMITTER_NAME: 'git',
  GIT_COMMITTER_EMAIL: 'git@example.com'
}

const diffOptions = ['--no-color', '--no-ext-diff', '-M', '--diff-algorithm=myers', '--no-indent-heuristic']

const quoted = (path: string): string =>
  `"${path.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`

const stamp = ({name, email, date}: Signature): string =>
  `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`

function remembered<T>(make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>()
  return key => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

/** The bare repository in `folder`, made if `git init` has not run there yet. */
export async function openGit(folder: string): Promise<Git> {
  const run = (args: readonly string[], input?: string | Buffer): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      const options = {cwd: folder, env: environment, maxBuffer: 2 ** 30, encoding: 'buffer' as const}
      const child = execFile('git', [...args], options, (error, stdout, stderr) => {
        if (error) reject(new Error(`git ${args.join(' ')}: ${stderr.toString() || error.message}`))
        else resolve(stdout)
      })
      child.stdin?.on('error', () => {})
      child.stdin?.end(input ?? '')
    })
  const text = async (args: readonly string[], input?: string | Buffer): Promise<string> =>
    (await run(args, input)).toString().replace(/\n$/, '')
  const attempt = (args: readonly string[]): Promise<string | undefined> => text(args).catch(() => undefined)

  await run(['init', '--quiet', '--bare', '--template=', '.'])

  const readBlob = remembered(sha => run(['cat-file', 'blob', sha]))
  const readTree = remembered(async key => {
    const [sha, depth] = key.split(' ') as [string, string]
    const listing = await run(['ls-tree', '-z', '-l', ...(depth === 'recursive' ? ['-r', '-t'] : []), sha])
    return listing
      .toString()
      .split('\0')
      .filter(Boolean)
      .map((line): TreeEntry => {
        const [, mode, type, entrySha, size, path] = /^(\d+) (\w+) (\w+) +(\S+)\t(.*)$/s.exec(line)!
        return {
          path: path!,
          mode: mode!,
          type: type as TreeEntry['type'],
          sha: entrySha!,
          ...(size === '-' ? {} : {size: Number(size)})
        }
      })
  })
  const readCommit = remembered(async (sha): Promise<Commit> => {
    const raw = (await run(['cat-file', 'commit', sha])).toString()
    const end = raw.indexOf('\n\n')
    const headers = raw.slice(0, end).split('\n')
    const values = (name: string): string[] =>
      headers.filter(line => line.startsWith(`${name} `)).map(line => line.slice(name.length + 1))
    const signature = (name: string): Signature => {
      const [, who, email, seconds] = /^(.*) <(.*)> (\d+) /.exec(values(name)[0] ?? '')!
      return {name: who!, email: email!, date: isoSeconds(new Date(Number(seconds) * 1000))}
    }
    return {
      sha,
      tree: values('tree')[0]!,
      parents: values('parent'),
      author: signature('author'),
      committer: signature('committer'),
      message: raw.slice(end + 2).replace(/\n$/, '')
    }
  })
  const mergeBase = remembered(key => attempt(['merge-base', ...key.split(' ')]))
  const rawDiff = remembered(key => text(['diff', ...diffOptions, '--unified=3', ...key.split(' ')]))
  const diff = remembered(async key => {
    const [names, patches] = await Promise.all([
      text(['diff', ...diffOptions, '--raw', '-z', '--no-abbrev', ...key.split(' ')]),
      rawDiff(key)
    ])
    return changesOf(names, patches)
  })
  const shifts = remembered(async key =>
    shiftsOf(
      await text(['diff', ...diffOptions, '--raw', '-z', ...key.split(' ')]),
      await text(['diff', ...diffOptions, '--unified=0', ...key.split(' ')])
    )
  )

  return {
    run,
    resolve: revision => attempt(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]),
    typeOf: sha => attempt(['cat-file', '-t', sha]),
    async commit(parent, files, message, author) {
      const parts: (string | Buffer)[] = []
      const data = (bytes: Buffer): void => {
        parts.push(`data ${bytes.length}\n`, bytes, '\n')
      }
      // A ref that nobody sees holds the new commit, because fast-import wants one.
      parts.push('reset refs/import\n', parent ? `from ${parent}\n\n` : '\n')
      parts.push(`commit refs/import\nmark :1\nauthor ${stamp(author)}\ncommitter ${stamp(author)}\n`)
      data(Buffer.from(message))
      if (parent) parts.push(`from ${parent}\n`)
      for (const [path, content] of Object.entries(files)) {
        if (content === null) {
          parts.push(`D ${quoted(path)}\n`)
          continue
        }
        if (typeof content === 'object' && 'submodule' in content) {
          parts.push(`M 160000 ${content.submodule} ${quoted(path)}\n`)
          continue
        }
        const plain = typeof content === 'string' || Buffer.isBuffer(content)
        const mode = plain ? '100644' : 'symlink' in content ? '120000' : '100755'
        const bytes = plain ? content : 'symlink' in content ? content.symlink : content.executable
        parts.push(`M ${mode} inline ${quoted(path)}\n`)
        data(Buffer.from(bytes as string))
      }
      parts.push('\nget-mark :1\ndone\n')
      const input = Buffer.concat(parts.map(part => Buffer.from(part as string)))
      return fastImport(folder, input)
    },
    async commitTree(tree, parents, message, author, committer) {
      const lines = [`tree ${tree}`, ...parents.map(parent => `parent ${parent}`)]
      lines.push(`author ${stamp(author)}`, `committer ${stamp(committer)}`, '', message)
      return text(['hash-object', '-t', 'commit', '-w', '--stdin'], lines.join('\n'))
    },
    async updateRef(ref, sha) {
      await run(['update-ref', ref, sha])
    },
    async deleteRef(ref) {
      await run(['update-ref', '-d', ref])
    },
    async refs(prefix) {
      const listing = await text(['for-each-ref', '--format=%(objectname) %(objecttype) %(refname)'])
      return listing
        .split('\n')
        .filter(Boolean)
        .map(line => {
          const [sha, type, ref] = line.split(' ') as [string, string, string]
          return {ref, sha, type}
        })
        .filter(({ref}) => ref.startsWith(prefix))
    },
    readCommit,
    tree: (sha, depth) => readTree(`${sha} ${depth}`),
    blob: readBlob,
    writeBlob: bytes => text(['hash-object', '-w', '--stdin'], bytes),
    mergeBase: (a, b) => mergeBase(`${a} ${b}`),
    isAncestor: async (ancestor, descendant) => (await mergeBase(`${ancestor} ${descendant}`)) === ancestor,
    async between(base, head) {
      const listing = await text(['rev-list', '--reverse', '--topo-order', `${base}..${head}`])
      return listing.split('\n').filter(Boolean)
    },
    diff: (base, head) => diff(`${base} ${head}`),
    rawDiff: (base, head) => rawDiff(`${base} ${head}`),
    shifts: (base, head) => shifts(`${base} ${head}`)
  }
}

/** A moment the way GitHub writes it: without milliseconds. */
export const isoSeconds = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

function fastImport(folder: string, input: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const args = ['fast-import', '--quiet', '--force', '--done']
    const child = spawn('git', args, {cwd: folder, env: environment, stdio: ['pipe', 'pipe', 'pipe']})
    let out = ''
    let errors = ''
    child.stdout.on('data', chunk => {
      out += chunk
    })
    child.stderr.on('data', chunk => {
      errors += chunk
    })
    child.on('error', reject)
    child.on('close', code => (code === 0 ? resolve(out.trim()) : reject(new Error(`git fast-import: ${errors}`))))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
