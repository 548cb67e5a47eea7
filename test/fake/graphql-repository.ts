import {isVisible, sealOf} from './access.ts'
import {FieldError, field, type ObjectType, plain, typed} from './graphql-field.ts'
import {objectNamed, objectTypes} from './graphql-objects.ts'
import {
  branchSha,
  fullName,
  nodeId,
  type Release,
  type Repository,
  repositoryNamed,
  repositoryOnceNamed,
  revision
} from './world.ts'

const noIssue = (kind: string, number: unknown): FieldError =>
  new FieldError('NOT_FOUND', `Could not resolve to ${kind} with the number of ${number}.`)

/** The field of the query that leads to a repository. */
export const repositoryField = field<object>(
  'Repository',
  (_, args, call) => {
    const [owner, name] = [String(args['owner']), String(args['name'])]
    const former = args['followRenames'] === false ? undefined : repositoryOnceNamed(call.world, owner, name)
    const followed = former?.followed === 'everywhere' ? former.repository : undefined
    const found = repositoryNamed(call.world, owner, name) ?? followed
    if (!found || !isVisible(call.viewer, found)) {
      throw new FieldError('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`)
    }
    const seal = sealOf(call, found)
    if (seal) throw new FieldError('FORBIDDEN', seal.message, seal.kind === 'SAML' ? {saml_failure: true} : undefined)
    return found
  },
  {owner: 'String!', name: 'String!', followRenames: 'Boolean'}
)

/** A repository and what can be asked of it by name. */
export const repositoryTypes: Readonly<Record<string, ObjectType>> = {
  ...objectTypes,
  Repository: {
    id: plain<Repository>(repository => repository.nodeId),
    databaseId: plain<Repository>(({id}) => id),
    name: plain<Repository>(({name}) => name),
    nameWithOwner: plain<Repository>(fullName),
    url: plain<Repository>((repository, _, call) => `${call.links.web}/${fullName(repository)}`),
    owner: field<Repository>('RepositoryOwner', ({owner}) => owner),
    description: plain(() => null),
    homepageUrl: plain(() => null),
    isArchived: plain<Repository>(({archived}) => archived),
    archivedAt: plain<Repository>(({archived, archivedAt, pushedAt}) => (archived ? (archivedAt ?? pushedAt) : null)),
    isDisabled: plain<Repository>(({disabled}) => disabled),
    isEmpty: plain<Repository>(async repository => !(await branchSha(repository, repository.defaultBranch))),
    isFork: plain<Repository>(({parent}) => parent !== undefined),
    isLocked: plain(() => false),
    isMirror: plain(() => false),
    isPrivate: plain<Repository>(repository => repository.private),
    isTemplate: plain(() => false),
    visibility: plain<Repository>(repository => (repository.private ? 'PRIVATE' : 'PUBLIC')),
    createdAt: plain<Repository>(({createdAt}) => createdAt),
    pushedAt: plain<Repository>(({pushedAt}) => pushedAt),
    updatedAt: plain<Repository>(({pushedAt}) => pushedAt),
    stargazerCount: plain(() => 0),
    forkCount: plain(() => 0),
    hasIssuesEnabled: plain<Repository>(({hasIssues}) => hasIssues),
    hasWikiEnabled: plain<Repository>(({hasWiki}) => hasWiki),
    hasDiscussionsEnabled: plain<Repository>(({hasDiscussions}) => hasDiscussions),
    licenseInfo: field('License', () => null),
    primaryLanguage: field('Language', () => null),
    parent: field<Repository>('Repository', ({parent}) => parent ?? null),
    defaultBranchRef: field<Repository>('Ref', async repository => {
      const oid = await branchSha(repository, repository.defaultBranch)
      return oid ? {name: repository.defaultBranch, oid} : null
    }),
    ref: field<Repository>(
      'Ref',
      async (repository, args) => {
        const name = String(args['qualifiedName'])
        const oid = await revision(repository, name)
        return oid ? {name: name.replace(/^refs\/(?:heads|tags)\//, ''), oid} : null
      },
      {qualifiedName: 'String!'}
    ),
    object: field<Repository>(
      'GitObject',
      (repository, args) => objectNamed(repository, String(args['expression'] ?? args['oid'])),
      {expression: 'String', oid: 'GitObjectID'}
    ),
    release: field<Repository>('Release', ({releases}, args) => releases.get(String(args['tagName'])) ?? null, {
      tagName: 'String!'
    }),
    discussion: field<Repository>(
      'Discussion',
      ({discussions}, args) => {
        const number = Number(args['number'])
        if (discussions.has(number)) return {number}
        throw noIssue('a Discussion', number)
      },
      {number: 'Int!'}
    ),
    issueOrPullRequest: field<Repository>(
      'IssueOrPullRequest',
      ({issues}, args) => {
        const issue = issues.get(Number(args['number']))
        if (!issue) throw noIssue('an issue or pull request', args['number'])
        return issue.pull ? typed('PullRequest', issue.pull) : typed('Issue', issue)
      },
      {number: 'Int!'}
    ),
    pullRequest: field<Repository>(
      'PullRequest',
      (repository, args) => {
        const pull = repository.pulls.get(Number(args['number']))
        if (pull) return pull
        throw noIssue('a PullRequest', args['number'])
      },
      {number: 'Int!'}
    ),
    issue: field<Repository>(
      'Issue',
      (repository, args) => {
        const issue = repository.issues.get(Number(args['number']))
        if (issue && !issue.pull) return issue
        throw noIssue('an Issue', args['number'])
      },
      {number: 'Int!'}
    )
  },
  IssueOrPullRequest: {},
  Discussion: {number: plain<{number: number}>(({number}) => number)},
  Release: {
    id: plain<Release>(({id}) => nodeId('RE', id)),
    tagName: plain<Release>(({tag}) => tag),
    name: plain<Release>(({tag}) => tag)
  },
  Ref: {
    name: plain<{name: string}>(({name}) => name),
    target: field<{oid: string}>('GitObject', ({oid}) => ({oid}))
  },
  License: {key: plain(() => null), name: plain(() => null), spdxId: plain(() => null)},
  Language: {name: plain(() => null)}
}
