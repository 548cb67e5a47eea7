import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import {type OpenState, openStateFile} from '../job/state-file.ts'

/** What goes from run to run, for each repository: what is known of its links, and its past audits. */
export interface States {
  readonly open: (repositoryId: number) => Promise<OpenState>
}

/** Keeps it in files, one a repository. */
export function folderStates(folder: string): States {
  return {
    async open(repositoryId) {
      const states = path.join(folder, 'repositories')
      await mkdir(states, {recursive: true, mode: 0o700})
      const file = path.join(states, `${repositoryId}.jsonl`)
      return openStateFile(file, file)
    }
  }
}
