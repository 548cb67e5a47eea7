import {UserError} from '../document/error.ts'
import {parseShard} from '../links/answers-text.ts'
import type {Shard} from '../links/shards.ts'

/** Reads a shard as the user gives it. @throws UserError for what is none. */
export function readShard(text: string): Shard {
  const shard = parseShard(text)
  if (shard) return shard
  throw new UserError(`The shard is \`${text}\`, but must be like \`2/4\`: a number, and of how many, 256 at most.`)
}
