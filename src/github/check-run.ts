import {type GitHub, type Refusal, type Repository, refusalOf} from './octokit.ts'

/** A place in a file of the commit, with something to say about it. */
interface CheckAnnotation {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  /** Only within a line. */
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: 'failure' | 'warning'
  readonly title: string
  readonly message: string
}

/** How a check run ends. */
export interface CheckResult {
  readonly conclusion: 'success' | 'failure' | 'neutral'
  readonly title: string
  readonly summary: string
  readonly annotations: readonly CheckAnnotation[]
}

/** A check run that is to be ended. */
export interface CheckRun extends Repository {
  readonly id: number
  /** How many annotations it has: it was ended half, by a process that is gone. */
  readonly annotated: number
}

/** What a check run is known by. */
export interface CheckWish {
  readonly name: string
  readonly head: string
  /** Ours for it: the same run of the same work is found again by it. */
  readonly externalId: string
}

/** GitHub takes so many annotations in a request, and adds them to those that are there. */
const mostAtOnce = 50

/**
 * Begins a check run, or goes on with the one that was begun for the same work; tells who refused it.
 * @throws what the client throws but for refusals
 */
export async function beginCheck(
  github: GitHub,
  {owner, repo}: Repository,
  {name, head, externalId}: CheckWish
): Promise<CheckRun | Refusal> {
  try {
    const {data} = await github.rest.checks.listForRef({owner, repo, ref: head, check_name: name, per_page: 100})
    const begun = data.check_runs.find(run => run.external_id === externalId)
    if (begun) return {owner, repo, id: begun.id, annotated: begun.output.annotations_count}
    const made = await github.rest.checks.create({
      owner,
      repo,
      name,
      head_sha: head,
      external_id: externalId,
      status: 'in_progress',
      // Sent again after a failure, it could stand there twice.
      request: {retries: 0}
    })
    return {owner, repo, id: made.data.id, annotated: 0}
  } catch (error) {
    return refusedBy(error)
  }
}

/** Ends a check run with all that there is to say; tells who refused it. */
export async function endCheck(
  github: GitHub,
  {owner, repo, id, annotated}: CheckRun,
  {conclusion, title, summary, annotations}: CheckResult
): Promise<Refusal | undefined> {
  try {
    let rest = annotations.slice(annotated)
    while (rest.length > mostAtOnce) {
      const output = {title, summary, annotations: rest.slice(0, mostAtOnce)}
      await github.rest.checks.update({owner, repo, check_run_id: id, output, request: {retries: 0}})
      rest = rest.slice(mostAtOnce)
    }
    const output = {title, summary, annotations: rest}
    await github.rest.checks.update({owner, repo, check_run_id: id, conclusion, output, request: {retries: 0}})
    return undefined
  } catch (error) {
    return refusedBy(error)
  }
}

/** The external ids of all check runs of that name on a commit. @throws what the client throws */
export async function externalIdsOn(
  github: GitHub,
  {owner, repo}: Repository,
  {name, head}: Pick<CheckWish, 'name' | 'head'>
): Promise<readonly string[]> {
  const asked = {owner, repo, ref: head, check_name: name, filter: 'all' as const, per_page: 100}
  const runs = await github.paginate(github.rest.checks.listForRef, asked)
  return runs.flatMap(({external_id}) => external_id ?? [])
}

function refusedBy(error: unknown): Refusal {
  const refusal = refusalOf(error)
  if (!refusal) throw error
  return refusal
}
