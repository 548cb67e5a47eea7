import {commentIn} from '../job/comment-in.ts'
import {readCommand} from '../job/read-command.ts'
import type {Delivery} from './front.ts'
import type {Settings} from './settings.ts'
import {type Order, orderOf, type Site, type Task} from './work.ts'

/** A payload as GitHub documents it, as far as it is read here. Everything in it is checked before it is used. */
interface Payload {
  readonly action?: unknown
  readonly installation?: {readonly id?: unknown}
  readonly repository?: RepositoryPayload
  readonly pull_request?: {readonly number?: unknown; readonly head?: {readonly sha?: unknown}}
  readonly changes?: {readonly base?: unknown}
  readonly check_run?: {readonly external_id?: unknown; readonly head_sha?: unknown}
  readonly check_suite?: {readonly pull_requests?: unknown; readonly head_sha?: unknown}
  readonly ref?: unknown
  readonly deleted?: unknown
  readonly repositories?: unknown
  readonly repositories_added?: unknown
}

interface RepositoryPayload {
  readonly id?: unknown
  readonly full_name?: unknown
  readonly default_branch?: unknown
}

/** What the environment says of events. */
type Wish = Pick<Settings, 'audits' | 'firstAudit' | 'debounce'>

/** What is to be done for a delivery; nothing for most. */
export function ordersFor({id, event, payload}: Delivery, wish: Wish): readonly Order[] {
  const {repository, installation} = payload as Payload
  if (event === 'installation' || event === 'installation_repositories') return firstAudits(id, payload, wish)
  const site = siteOf(installation?.id, repository)
  if (!site) return []
  const delay = event === 'push' ? wish.debounce : 0
  return tasksFor(event, payload, wish).map((task, index) => orderOf(numbered(id, index), {...site, ...task}, delay))
}

const numbered = (id: string, index: number): string => (index === 0 ? id : `${id}-${index}`)

function tasksFor(event: string, payload: Payload, {audits}: Wish): readonly Task[] {
  switch (event) {
    case 'pull_request':
      return isReviewed(payload) ? reviewOf(payload.pull_request?.number, payload.pull_request?.head?.sha) : []
    case 'issue_comment':
      return commandOf(payload)
    case 'push': {
      const isDefault = payload.ref === `refs/heads/${payload.repository?.default_branch}`
      return audits !== 'none' && isDefault && payload.deleted !== true ? [{kind: 'audit'}] : []
    }
    case 'check_run':
    case 'check_suite':
      return payload.action === 'rerequested' ? rerunOf(payload) : []
    default:
      return []
  }
}

const reviewed = new Set<unknown>(['opened', 'synchronize', 'reopened', 'ready_for_review'])

const isReviewed = ({action, changes}: Payload): boolean =>
  reviewed.has(action) || (action === 'edited' && changes?.base !== undefined)

function reviewOf(number: unknown, head: unknown): readonly Task[] {
  if (!isId(number)) return []
  return [{kind: 'review', number, ...(isSha(head) && {head})}]
}

function commandOf(payload: Payload): readonly Task[] {
  const found = commentIn(payload as Parameters<typeof commentIn>[0])
  if (typeof found === 'string') return []
  const {number, comment} = found
  const isOne = isId(number) && isId(comment.id) && comment.author === 'person' && readCommand(comment.body)
  return isOne ? [{kind: 'command', number, comment}] : []
}

/** GitHub names no pull requests of forks there, but our check runs do. */
function rerunOf({check_run: run, check_suite: suite}: Payload): readonly Task[] {
  if (run) return reviewOf(pullOfCheck(String(run.external_id)), run.head_sha)
  const pulls = Array.isArray(suite?.pull_requests) ? suite.pull_requests : []
  const named = pulls.flatMap(pull => reviewOf(pull?.number, pull?.head?.sha))
  if (named.length > 0 || !isSha(suite?.head_sha)) return named
  return [{kind: 'rerun', head: suite.head_sha}]
}

/** The pull request that a check run of ours is about, by its external id. */
export function pullOfCheck(externalId: string): number | undefined {
  const [, number] = /^pull-request-(\d{1,15})\b/.exec(externalId) ?? []
  return number === undefined ? undefined : Number(number)
}

function firstAudits(id: string, payload: Payload, {firstAudit}: Wish): readonly Order[] {
  const {action, installation, repositories, repositories_added} = payload
  if (firstAudit === 'none' || (action !== 'created' && action !== 'added')) return []
  const added = [repositories, repositories_added].flatMap(list => (Array.isArray(list) ? list : []))
  const sites = added.flatMap(repository => siteOf(installation?.id, repository) ?? [])
  return sites.map((site, index) => orderOf(numbered(id, index), {...site, kind: 'audit'}))
}

function siteOf(installation: unknown, repository: RepositoryPayload | undefined): Site | undefined {
  const [, owner, repo] = /^([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(String(repository?.full_name)) ?? []
  const repositoryId = repository?.id
  if (!isId(installation) || !isId(repositoryId) || owner === undefined || repo === undefined) return undefined
  return {installation, repositoryId, owner, repo}
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0
const isSha = (value: unknown): value is string => typeof value === 'string' && /^[\da-f]{40}$/.test(value)
