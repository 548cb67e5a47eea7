import {mkdir} from 'node:fs/promises'
import path from 'node:path'
import {explain} from '../../job/text-file.ts'
import type {Clock} from '../../links/clock.ts'
import {type Journal, openJournal, readLines} from './journal.ts'
import {type Happening, makeOrders, type Orders} from './orders.ts'
import {type Added, backOffAfter, type DeadLetter, type Job, type Pace, type Queue, type Verdict} from './queue.ts'

/** The file of the orders in the folder of the state. */
const fileName = 'queue.jsonl'

/** A file that has so many lines, and four times as many as it needs, is written anew. */
const longFile = 5000

/** What a queue in a file needs. */
interface FileQueueWish extends Pace {
  /** The folder, which is made if need be. Nobody else may have it open. */
  readonly folder: string
  readonly clock: Clock
  /** Hears of what went wrong on the disk. */
  readonly log: (text: string) => void
}

/** The orders that were given up, as the file tells, without opening it. */
export async function readDeadLetters(folder: string): Promise<readonly DeadLetter[]> {
  return (await readOrders(path.join(folder, fileName))).orders.deadLetters()
}

async function readOrders(file: string): Promise<{readonly orders: Orders; readonly damaged: number}> {
  const {lines, damaged} = await readLines(file)
  const orders = makeOrders()
  for (const line of lines) orders.apply(line as Happening)
  return {orders, damaged}
}

/**
 * Opens the queue of one process. What was running when the last process ended waits again.
 * @throws UserError for a folder that cannot be written.
 */
export async function openFileQueue(wish: FileQueueWish): Promise<Queue> {
  const {folder, clock, log} = wish
  const file = path.join(folder, fileName)
  try {
    await mkdir(folder, {recursive: true, mode: 0o700})
    const {orders, damaged} = await readOrders(file)
    // The last line is cut off where a process was ended while it wrote.
    if (damaged > 1) log(`${damaged} lines of \`${file}\` could not be read; what they told is lost.`)
    for (const id of orders.running()) orders.apply(orders.interrupt(id, clock.now()))
    const journal = await openJournal(file)
    await journal.replace(() => orders.snapshot(clock.now()))
    return work(orders, journal, wish)
  } catch (error) {
    throw explain(error, file, 'written')
  }
}

function work(orders: Orders, journal: Journal, {concurrency, backOff, clock, log}: FileQueueWish): Queue {
  const running = new Map<string, Promise<void>>()
  let trouble: string | undefined
  let perform: ((job: Job) => Promise<Verdict>) | undefined
  let alarm: AbortController | undefined

  async function write(happening: Happening): Promise<void> {
    try {
      await journal.append(happening)
      trouble = undefined
    } catch (error) {
      trouble = `The queue cannot be written: ${(error as Error).message}.`
      log(trouble)
      throw error
    }
  }

  /** Only when what was written last has been applied, or the new file would lack it. */
  async function shorten(): Promise<void> {
    const {waiting, running, dead} = orders.depth()
    if (journal.length() <= longFile || journal.length() <= 4 * (waiting + running + dead)) return
    try {
      await journal.replace(() => orders.snapshot(clock.now()))
    } catch (error) {
      log(`The file of the queue cannot be written anew: ${(error as Error).message}.`)
    }
  }

  /** What this process knows counts at once; a disk that fails is told of, and after the next start it is done again. */
  async function happen(happening: Happening): Promise<void> {
    orders.apply(happening)
    await write(happening).catch(() => {})
    await shorten()
  }

  function pump(): void {
    alarm?.abort()
    alarm = undefined
    if (!perform) return
    const now = clock.now()
    while (running.size < concurrency) {
      const entry = orders.next(now)
      if (!entry) break
      const {order, failures, interruptions} = entry
      const {id, work} = order
      orders.apply({op: 'take', id})
      const job: Job = {
        ...{id, work, failures},
        begunBefore: failures + interruptions > 0 ? 'perhaps' : 'no',
        isLast: backOffAfter(failures + 1, {backOff}) === undefined
      }
      running.set(id, runOne(job, perform))
    }
    const ready = orders.nextReady(now)
    if (ready === undefined) return
    alarm = new AbortController()
    clock.sleep(ready - now, alarm.signal).then(pump, () => {})
  }

  async function runOne(job: Job, perform: (job: Job) => Promise<Verdict>): Promise<void> {
    // On the disk before anything is done, so that an order that ends the process does not do so for ever.
    await write({op: 'take', id: job.id}).catch(() => {})
    const verdict = await perform(job)
    // A queue that was stopped has given it back meanwhile.
    if (running.has(job.id)) await happen(happeningOf(job, verdict))
    running.delete(job.id)
    pump()
  }

  function happeningOf({id, failures}: Job, verdict: Verdict): Happening {
    const now = clock.now()
    if (verdict.kind === 'done') return {op: 'done', id, at: now}
    const {error} = verdict
    const wait = verdict.kind === 'again' ? backOffAfter(failures + 1, {backOff}) : undefined
    return wait === undefined ? {op: 'dead', id, at: now, error} : {op: 'again', id, ready: now + wait, error}
  }

  async function retry(id: string): Promise<boolean> {
    if (orders.get(id)?.state !== 'dead') return false
    await happen({op: 'retry', id, at: clock.now()})
    pump()
    return true
  }

  return {
    async add(order): Promise<Added> {
      if (orders.get(order.id)?.state === 'dead') return (await retry(order.id)) ? 'again' : 'known'
      if (orders.get(order.id) || orders.isDone(order.id)) return 'known'
      const happening = {op: 'add' as const, at: clock.now(), order}
      await write(happening)
      orders.apply(happening)
      pump()
      await shorten()
      return 'added'
    },
    start(run) {
      perform = run
      pump()
    },
    async stop(grace) {
      perform = undefined
      pump()
      const late = new AbortController()
      await Promise.race([Promise.all(running.values()), clock.sleep(grace, late.signal).catch(() => {})])
      late.abort()
      const left = [...running.keys()]
      running.clear()
      for (const id of left) await happen({op: 'back', id})
      await journal.close()
      return {returned: left.length}
    },
    depth: async () => orders.depth(),
    deadLetters: async () => orders.deadLetters(),
    retry,
    trouble: () => trouble
  }
}
