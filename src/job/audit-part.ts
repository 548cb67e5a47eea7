import type {Shard} from '../links/shards.ts'
import {askShard, planShards, type ShardOutcome, type ShardPlan} from './ask-shard.ts'
import {type AuditSurroundings, type AuditTask, linksOf, readGround} from './audit-repository.ts'

/** An audit that is done by several jobs. */
type SpreadAudit = Pick<AuditTask, 'ground' | 'overrides' | 'configFile'> & {
  readonly links: Omit<AuditTask['links'], 'dead' | 'answers'>
}

type Surroundings = Pick<AuditSurroundings, 'github' | 'rules'>

/** Plans over how many jobs, `most` at most, the links of an audit are spread. @throws UserError as `auditRepository` */
export async function planAudit(task: SpreadAudit, surroundings: Surroundings, most: number): Promise<ShardPlan> {
  const {lists: sources, config} = await readGround(task, surroundings)
  const {which, ...web} = task.links
  if (which === 'none') return {count: 1, matrix: {shard: ['1/1']}, due: 0, time: 0}
  return planShards({sources, which, config}, {...web, readLinks: linksOf(task.ground)}, most)
}

/** Asks about the part of an audit's links that is a shard's. @throws UserError as `auditRepository` */
export async function askPart(task: SpreadAudit, surroundings: Surroundings, shard: Shard): Promise<ShardOutcome> {
  const {lists: sources, config, commit} = await readGround(task, surroundings)
  const {which, ...web} = task.links
  const asked = {sources: which === 'none' ? [] : sources, which: 'all' as const, config}
  return askShard(asked, {...web, readLinks: linksOf(task.ground)}, {shard, commit})
}
