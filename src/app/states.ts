import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import {PassingError, UserError} from '../document/error.ts'
import {type OpenState, openStateFile} from '../job/state-file.ts'

/** What goes from run to run, for each repository: what is known of its links, and its past audits. */
export interface States {
  /** @throws PassingError where it cannot be read; to keep it throws that, too. */
  readonly open: (repositoryId: number) => Promise<OpenState>
}

/** Keeps it in files, one a repository. */
export function folderStates(folder: string): States {
  return {
    open: repositoryId =>
      passing(async () => {
        const states = path.join(folder, 'repositories')
        await mkdir(states, {recursive: true, mode: 0o700})
        const file = path.join(states, `${repositoryId}.jsonl`)
        const state = await openStateFile(file, file)
        return {...state, keep: (memory, audit) => passing(() => state.keep(memory, audit))}
      })
  }
}

/** What is wrong with our disk is no mistake of a repository's people: their work waits until somebody mends it. */
async function passing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof UserError ? new PassingError(error.message) : error
  }
}
