import {mkdir, readFile, stat, writeFile} from 'node:fs/promises'
import path from 'node:path'
import {type OpenState, openStateFile} from '../job/state-file.ts'
import {parseState, printState, type State} from '../job/state-text.ts'
import {type CacheOutcome, type CachePlace, fetchFile, inFolder, putFile, type Step} from './actions-cache.ts'

/** Another version of the format would have another prefix, so that neither finds the other's. */
const prefix = 'awesome-doctor-state-v1-'
const name = 'awesome-doctor-state.jsonl'

const mostBytes = 100_000_000

/**
 * Opens what goes from audit to audit: in the file that the workflow names, or else in the Actions cache.
 * @param stateFile as the workflow calls it
 * @throws UserError when a file cannot be read, or not be written; never for the cache.
 */
export async function openState(stateFile: string | undefined, step: Step): Promise<OpenState> {
  const {env} = step
  if (stateFile !== undefined) {
    const file = path.resolve(env['GITHUB_WORKSPACE'] ?? '.', stateFile)
    // The first audit of all finds no folder of earlier ones. Who cannot make it hears of that when the file is opened.
    await mkdir(path.dirname(file), {recursive: true}).catch(() => undefined)
    return openStateFile(file, stateFile)
  }
  const place = {prefix, name, key: `${prefix}${env['GITHUB_RUN_ID']}-${env['GITHUB_RUN_ATTEMPT']}`}
  const {outcome, state, note} = await inFolder(step, folder => fetchState(folder, place, step))
  return {
    ...state,
    ...(note !== undefined && {note}),
    async keep(memory, audit) {
      // What could not be read now may be there again for the next audit; a fresh start would be newer.
      if (outcome.kind === 'absent' || outcome.kind === 'failed') return undefined
      const text = printState({memory, audits: audit ? [...state.audits, audit] : state.audits})
      if (outcome.kind === 'done' && text === printState(state)) return undefined
      const kept = await inFolder(step, async folder => {
        await writeFile(path.join(folder, name), text)
        return putFile(folder, place, step)
      })
      return 'reason' in kept
        ? `What this audit found could not be kept in the Actions cache (${kept.reason}), so the next one does not know of it.`
        : undefined
    }
  }
}

/** What the cache had, and what the user should know of it. */
interface Fetched {
  readonly outcome: CacheOutcome
  readonly state: State
  readonly note?: string
}

async function fetchState(folder: string, place: CachePlace, step: Step): Promise<Fetched> {
  const fresh: State = {memory: new Map(), audits: []}
  const outcome = await fetchFile(folder, place, step)
  if (outcome.kind === 'absent') return {outcome, state: fresh, note: absentNote}
  if (outcome.kind === 'failed') return {outcome, state: fresh, note: failedNote(outcome.reason)}
  if (outcome.kind === 'broken') return {outcome, state: fresh, note: damagedNote}
  const file = path.join(folder, name)
  const there = await stat(file).catch(() => undefined)
  if (!there) return {outcome, state: fresh}
  const isSound = there.isFile() && there.size <= mostBytes
  const read = isSound ? parseState(new TextDecoder().decode(await readFile(file)), Date.now()) : undefined
  if (!read) return {outcome: {kind: 'broken', reason: 'it is no state'}, state: fresh, note: damagedNote}
  const {damaged, ...state} = read
  return {outcome, state, ...(damaged > 0 && {note: linesNote(damaged)})}
}

const absentNote =
  'This runner has no Actions cache, so nothing is known of earlier audits, and no `404` is called dead; name a file in `state-file` to keep their state in.'

const failedNote = (reason: string): string =>
  `What earlier audits found could not be read from the Actions cache (${reason}), so every link is asked anew, and nothing of this audit is kept.`

const damagedNote = 'What earlier audits kept in the Actions cache is damaged, so every link is asked anew.'

const linesNote = (count: number): string =>
  `${count === 1 ? 'One line' : `${count} lines`} of what earlier audits kept in the Actions cache could not be read; the links there are asked anew.`
