import type {GitHub, Repository} from '../github/octokit.ts'
import type {Audited} from './audited.ts'
export async function proposeFixes(
  _task: {audited: Audited; repository: Repository; base: string; webUrl: string; issueUrl?: string},
  _world: {github: GitHub; sleep: (time: number) => Promise<unknown>}
): Promise<{pullRequestUrl?: string; notes: readonly string[]}> {
  return {notes: []}
}
