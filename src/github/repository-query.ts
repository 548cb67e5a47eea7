import type {RepositoryFact} from '../document/facts.ts'
import type {Repository} from './octokit.ts'
import type {Question} from './place.ts'

/** What GraphQL is to be asked of one repository. */
export interface Ask extends Repository {
  /** What the repository is known by to whoever asks, whatever its name is by now. */
  readonly key: string
  readonly questions: readonly Question[]
}

/** A repository as it is now. */
export interface RepositoryState {
  readonly fact: RepositoryFact
  /** Nothing in one without commits, and where it was not asked for. */
  readonly defaultBranch?: string
}

/** What is in the place that a question names. */
export interface Reply {
  /** The GraphQL type of what is there; nothing where nothing is, and of a feature, where it is off. */
  readonly type?: string
  /** Of a folder, what lies in it. */
  readonly entries?: readonly {readonly name: string; readonly type: string}[]
}

/** What became of an ask. */
export type Answer =
  /** The replies in the order of the questions; nothing for those that got none. */
  | {readonly state: 'found'; readonly repository: RepositoryState; readonly replies: readonly (Reply | undefined)[]}
  | {readonly state: 'not found'}
  /** A refusal that is about this repository alone, such as that of an organisation's single sign-on. */
  | {readonly state: 'refused'}
  /** The query came to its limits before. */
  | {readonly state: 'unanswered'}

/** An error as GraphQL lists it: `type` is GitHub's word for its kind. */
export interface GraphqlError {
  readonly type?: unknown
  readonly message?: unknown
  readonly path?: unknown
}

/** A query with its variables. */
export interface RepositoryQuery {
  readonly query: string
  readonly variables: Readonly<Record<string, string | number>>
}

/** Fields as the public schema has them (docs.github.com/graphql/reference/objects#repository). */
const fields = 'fragment facts on Repository { nameWithOwner isArchived archivedAt isDisabled isEmpty pushedAt }'

/**
 * One query for many repositories. What comes from the list goes into variables, where it can break out of nothing. Each
 * repository has its alias, so that a refusal of one leaves the others alone.
 */
export function repositoryQuery(asks: readonly Ask[]): RepositoryQuery {
  const variables: Record<string, string | number> = {}
  const declared: string[] = []
  const variable = (type: 'String!' | 'Int!', value: string | number): string => {
    const name = `v${declared.length}`
    declared.push(`$${name}: ${type}`)
    variables[name] = value
    return `$${name}`
  }
  const field = (question: Question, index: number): string => {
    const alias = `q${index}`
    switch (question.kind) {
      case 'object':
        return `${alias}: object(expression: ${variable('String!', question.expression)}) { __typename }`
      case 'folder':
        return `${alias}: object(expression: ${variable('String!', question.expression)}) { __typename ... on Tree { entries { name type } } }`
      // A tag without a release has a page, too.
      case 'release':
        return (
          `${alias}: release(tagName: ${variable('String!', question.tag)}) { __typename } ` +
          `${alias}t: ref(qualifiedName: ${variable('String!', `refs/tags/${question.tag}`)}) { __typename }`
        )
      case 'issue':
        return `${alias}: issueOrPullRequest(number: ${variable('Int!', question.number)}) { __typename }`
      case 'discussion':
        return `${alias}: discussion(number: ${variable('Int!', question.number)}) { __typename }`
      case 'feature':
        return `${alias}: has${question.feature}Enabled`
    }
  }
  const repositories = asks.map(({owner, repo, questions}, index) => {
    const name = `owner: ${variable('String!', owner)}, name: ${variable('String!', repo)}, followRenames: true`
    const branch = questions.some(({kind}) => kind === 'object') ? ' defaultBranchRef { name }' : ''
    return `r${index}: repository(${name}) { ...facts${branch} ${questions.map(field).join(' ')} }`
  })
  return {query: `query (${declared.join(', ')}) { ${repositories.join(' ')} } ${fields}`, variables}
}

type Data = Readonly<Record<string, unknown>>

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null

/** Whether an error says that a query was too much. */
export const isLimit = ({type, message}: GraphqlError): boolean =>
  /^(?:RESOURCE_LIMITS_EXCEEDED|MAX_NODE_LIMIT_EXCEEDED)$/.test(String(type)) ||
  /resource limits|something went wrong|time(?:d\s)?out/i.test(String(message))

/** Reads what came back for a query, errors of single aliases included. */
export function readAnswers(asks: readonly Ask[], data: unknown, errors: readonly GraphqlError[]): readonly Answer[] {
  const found = isData(data) ? data : {}
  // An error that says not where may be about anything that is null.
  const isVague = errors.some(({path}) => !Array.isArray(path))
  return asks.map((ask, index) => {
    const alias = `r${index}`
    const own = errors.filter(({path}) => Array.isArray(path) && path[0] === alias)
    const repository = found[alias]
    if (own.some(isLimit)) return {state: 'unanswered'}
    if (!isData(repository)) {
      // Without a word of its own it was cut off together with others.
      if (own.length === 0) return {state: errors.some(isLimit) ? 'unanswered' : 'refused'}
      return {state: own.every(({type}) => type === 'NOT_FOUND') ? 'not found' : 'refused'}
    }
    const state = stateOf(repository)
    if (!state) return {state: 'refused'}
    const replies = ask.questions.map((question, at) => {
      const aliases = question.kind === 'release' ? [`q${at}`, `q${at}t`] : [`q${at}`]
      const values = aliases.map(name => repository[name])
      const value = values.find(isData)
      if (value) return replyOf(value)
      if (values.includes(true)) return {type: 'Boolean'}
      const refused = own.some(
        ({type, path}) => aliases.includes(String((path as unknown[])[1])) && type !== 'NOT_FOUND'
      )
      return refused || isVague || values.includes(undefined) ? undefined : {}
    })
    return {state: 'found', repository: state, replies}
  })
}

function replyOf(value: Data): Reply {
  const {__typename: type, entries} = value
  return {
    type: String(type),
    ...(Array.isArray(entries) && {
      entries: entries.filter(isData).map(({name, type}) => ({name: String(name), type: String(type)}))
    })
  }
}

/** The day of a time as GitHub writes it. */
const dayOf = (time: unknown): string | undefined => /^\d{4}-\d\d-\d\d/.exec(String(time))?.[0]

function stateOf(repository: Data): RepositoryState | undefined {
  const {nameWithOwner: name, isArchived, archivedAt, isDisabled, isEmpty, pushedAt} = repository
  if (typeof name !== 'string' || !/^[\w.-]+\/[\w.-]+$/.test(name)) return undefined
  const pushed = dayOf(pushedAt)
  const branch = isData(repository['defaultBranchRef']) ? repository['defaultBranchRef']['name'] : undefined
  return {
    fact: {
      name,
      ...(isArchived === true && {archived: dayOf(archivedAt) ?? true}),
      ...(isDisabled === true && {disabled: true}),
      ...(isEmpty === true && {empty: true}),
      ...(pushed && {pushed})
    },
    ...(typeof branch === 'string' && {defaultBranch: branch})
  }
}
