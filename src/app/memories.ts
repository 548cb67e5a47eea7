import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import {openLinkMemory} from '../job/link-memory.ts'
import type {Memory} from '../links/memory.ts'

/** What is known of the links of repositories. */
export interface Memories {
  readonly open: (repositoryId: number) => Promise<RepositoryMemory>
}

/** What is known of the links of one repository. */
export interface RepositoryMemory {
  readonly memory: Memory
  /** Keeps what the next run should know. */
  readonly keep: (memory: Memory) => Promise<void>
}

/** Keeps it in files, one a repository. */
export function folderMemories(folder: string): Memories {
  return {
    async open(repositoryId) {
      const links = path.join(folder, 'links')
      await mkdir(links, {recursive: true, mode: 0o700})
      const file = path.join(links, `${repositoryId}.jsonl`)
      const {memory, keep} = await openLinkMemory(file, file)
      return {memory, keep: async after => keep(after)}
    }
  }
}
