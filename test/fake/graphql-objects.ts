import {field, type ObjectType, plain, typed} from './graphql-field.ts'
import {type Repository, revision} from './world.ts'

/** An object of git, of the repository that was asked for it. */
interface GitObject {
  readonly repository: Repository
  readonly oid: string
}

const names: Readonly<Record<string, string>> = {commit: 'Commit', tree: 'Tree', blob: 'Blob', tag: 'Tag'}

async function objectAt(repository: Repository, oid: string): Promise<GitObject | null> {
  // What a submodule points to lies in another repository.
  const type = names[(await repository.git.typeOf(oid)) ?? '']
  return type ? typed(type, {repository, oid}) : null
}

/** What git finds for `REV` or `REV:PATH`; nothing where there is nothing, as on GitHub. */
export async function objectNamed(repository: Repository, expression: string): Promise<GitObject | null> {
  const colon = expression.indexOf(':')
  const name = colon < 0 ? expression : expression.slice(0, colon)
  // Git's operators, such as `main~2`, work as well; forks keep their branches elsewhere.
  const commit =
    (await revision(repository, name)) ?? (repository.parent ? undefined : await repository.git.resolve(name))
  if (!commit) return null
  if (colon < 0) return objectAt(repository, commit)
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', commit + expression.slice(colon)]
  const oid = await repository.git.run(args).catch(() => undefined)
  return oid ? objectAt(repository, oid.toString().trim()) : null
}

const gitObject: ObjectType = {oid: plain<GitObject>(({oid}) => oid)}

interface Entry {
  readonly repository: Repository
  readonly folder: string
  readonly path: string
  readonly mode: string
  readonly type: string
  readonly sha: string
}

/** The types of git's objects. */
export const objectTypes: Readonly<Record<string, ObjectType>> = {
  GitObject: gitObject,
  Blob: gitObject,
  Tag: gitObject,
  Tree: {
    ...gitObject,
    entries: field<GitObject>('TreeEntry', async ({repository, oid}) =>
      (await repository.git.tree(oid, 'flat')).map(entry => ({...entry, repository}))
    )
  },
  TreeEntry: {
    name: plain<Entry>(({path}) => path),
    mode: plain<Entry>(({mode}) => Number.parseInt(mode, 8)),
    type: plain<Entry>(({type}) => type),
    oid: plain<Entry>(({sha}) => sha),
    object: field<Entry>('GitObject', ({repository, sha}) => objectAt(repository, sha))
  }
}
