import {fork} from 'node:child_process'
import {once} from 'node:events'
import type {FarmCounts, FarmLink} from './link-farm.ts'

/** Hosts with links on them, in a process of their own, in which nothing has happened yet. */
export interface Farm {
  readonly links: readonly FarmLink[]
  readonly counts: () => Promise<FarmCounts>
  readonly close: () => Promise<void>
}

/** Starts a farm with so many links; of the same number, farms differ in their ports only. */
export async function startFarm(count: number): Promise<Farm> {
  const child = fork(new URL('link-farm.ts', import.meta.url), [String(count)], {execArgv: []})
  const [links] = (await once(child, 'message')) as [readonly FarmLink[]]
  return {
    links,
    async counts() {
      const told = once(child, 'message')
      child.send('counts')
      const [counts] = (await told) as [FarmCounts]
      return counts
    },
    async close() {
      const gone = once(child, 'exit')
      child.disconnect()
      await gone
    }
  }
}
