import {
  type Answer,
  created,
  notFound,
  numberParam,
  ok,
  page,
  paged,
  type RepositoryCall,
  type Route,
  refusal,
  required,
  stringIn
} from './route.ts'
import {repositoryUrl, showCheckRun} from './show.ts'
import {type Annotation, type CheckRun, revision, timestamp} from './world.ts'

function runOf(call: RepositoryCall): CheckRun {
  const run = call.repository.checkRuns.get(numberParam(call, 'check_run_id'))
  if (!run) throw notFound()
  return run
}

function checkAnnotations(annotations: readonly Annotation[]): void {
  for (const annotation of annotations) {
    const [start, end] = [Number(annotation['start_line']), Number(annotation['end_line'])]
    const columns = annotation['start_column'] !== undefined || annotation['end_column'] !== undefined
    if (end < start) throw refusal(422, 'Invalid request.\n\nend_line must not be before start_line.')
    if (columns && start !== end) throw refusal(422, 'Invalid request.\n\nColumns are only for one line.')
  }
}

/** What a body says about the run, checked. */
function changed(call: RepositoryCall, run: CheckRun): void {
  const {body, world} = call
  const output = body['output'] as Record<string, unknown> | undefined
  const annotations = (output?.['annotations'] ?? []) as Annotation[]
  const conclusion = stringIn(body, 'conclusion')
  const status = conclusion === undefined ? (stringIn(body, 'status') ?? run.status) : 'completed'
  if (status === 'completed' && (conclusion ?? run.conclusion) === null) {
    throw refusal(422, 'Invalid request.\n\n"conclusion" wasn\'t supplied.')
  }
  if (output && (stringIn(output, 'summary') === undefined || (stringIn(output, 'title') ?? run.title) === null)) {
    throw refusal(422, 'Invalid request.\n\n"title", "summary" weren\'t supplied.')
  }
  checkAnnotations(annotations)
  run.status = status
  run.conclusion = conclusion ?? run.conclusion
  run.startedAt = stringIn(body, 'started_at') ?? run.startedAt
  run.completedAt = status === 'completed' ? (stringIn(body, 'completed_at') ?? timestamp(world)) : null
  run.name = stringIn(body, 'name') ?? run.name
  run.externalId = stringIn(body, 'external_id') ?? run.externalId
  run.detailsUrl = stringIn(body, 'details_url') ?? run.detailsUrl
  if (!output) return
  run.title = stringIn(output, 'title') ?? run.title
  run.summary = stringIn(output, 'summary') ?? run.summary
  run.text = stringIn(output, 'text') ?? run.text
  run.annotations.push(...annotations)
}

async function create(call: RepositoryCall): Promise<Answer> {
  const {repository, body, world} = call
  const viewer = required(call.viewer)
  if (viewer.kind === 'user') throw refusal(403, 'You must authenticate via a GitHub App.')
  const head = await repository.git.resolve(String(body['head_sha']))
  if (!head) throw refusal(422, `No commit found for SHA: ${body['head_sha']}`)
  const run: CheckRun = {
    id: world.nextId(),
    viewer,
    headSha: head,
    name: '',
    status: 'queued',
    conclusion: null,
    startedAt: timestamp(world),
    completedAt: null,
    externalId: '',
    detailsUrl: null,
    title: null,
    summary: null,
    text: null,
    annotations: []
  }
  changed(call, run)
  repository.checkRuns.set(run.id, run)
  return created(showCheckRun(call.links, repository, run) as {url: string})
}

function update(call: RepositoryCall): Answer {
  const run = runOf(call)
  if (required(call.viewer).account.id !== run.viewer.account.id) {
    throw refusal(
      403,
      `Invalid app_id \`${call.viewer?.account.id}\` - check run can only be modified by the GitHub App that created it.`
    )
  }
  changed(call, run)
  return ok(showCheckRun(call.links, call.repository, run))
}

async function listForRef(call: RepositoryCall): Promise<Answer> {
  const {repository, query} = call
  const sha = await revision(repository, call.params['ref'] ?? '')
  if (!sha) throw refusal(422, `No commit found for SHA: ${call.params['ref']}`)
  const name = query.get('check_name')
  const status = query.get('status')
  const found = [...repository.checkRuns.values()].filter(
    run => run.headSha === sha && (!name || run.name === name) && (!status || run.status === status)
  )
  const {items, headers} = page(call, found.reverse())
  const shown = items.map(run => showCheckRun(call.links, repository, run))
  return {status: 200, headers, json: {total_count: found.length, check_runs: shown}}
}

function listAnnotations(call: RepositoryCall): Promise<Answer> {
  const run = runOf(call)
  return paged(call, run.annotations, annotation => ({
    start_column: null,
    end_column: null,
    title: null,
    raw_details: null,
    blob_href: `${repositoryUrl(call.links, call.repository)}/git/blobs/${run.headSha}`,
    ...annotation
  }))
}

const read = ['checks=read'] as const
const write = ['checks=write'] as const

/** The operations on check runs. */
export const checkRoutes: readonly Route[] = [
  {operation: 'checks/create', needs: write, handle: create},
  {operation: 'checks/get', needs: read, handle: call => ok(showCheckRun(call.links, call.repository, runOf(call)))},
  {operation: 'checks/update', needs: write, handle: update},
  {operation: 'checks/list-for-ref', needs: read, handle: listForRef},
  {operation: 'checks/list-annotations', needs: read, handle: listAnnotations}
]
