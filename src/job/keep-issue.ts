import type {GitHub, Repository} from '../github/octokit.ts'
import type {Audited} from './audited.ts'
export async function findIssue(
  _github: GitHub,
  _repository: Repository
): Promise<{silenced: readonly string[]; url?: string}> {
  return {silenced: []}
}
export async function keepIssue(
  _found: {silenced: readonly string[]; url?: string},
  _audited: Audited,
  _more: {webUrl: string; pullRequestUrl?: string},
  _world: {github: GitHub; sleep: (time: number) => Promise<unknown>}
): Promise<{kind: 'told' | 'refused'; issueUrl?: string; notes: readonly string[]}> {
  return {kind: 'told', notes: []}
}
