import {appendFile, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect, test as plainTest} from 'vitest'
import {openFileQueue, readDeadLetters} from '../../src/app/queue/file-queue.ts'
import {backOffAfter, type Job, type Queue, type Verdict} from '../../src/app/queue/queue.ts'
import {type Order, orderOf} from '../../src/app/work.ts'
import {hastyClock} from '../fake/hasty-clock.ts'

const test = plainTest.extend<{folder: string}>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture has to name what it takes
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'queue-'))
    await use(folder)
    for (const queue of opened.splice(0)) await queue.stop(0).catch(() => {})
    await rm(folder, {recursive: true})
  }
})

const opened: Queue[] = []

const review = (id: string, number: number, repositoryId = 1): Order =>
  orderOf(id, {installation: 9, repositoryId, owner: 'octo-org', repo: 'awesome', kind: 'review', number})

const audit = (id: string, delay: number): Order =>
  orderOf(id, {installation: 9, repositoryId: 1, owner: 'octo-org', repo: 'awesome', kind: 'audit'}, delay)

/** A worker whose jobs end when the test says so. */
function foreman() {
  const begun: {readonly job: Job; readonly end: (verdict: Verdict) => void}[] = []
  let listeners: (() => void)[] = []
  return {
    begun,
    ids: () => begun.map(({job}) => job.id),
    run: (job: Job) =>
      new Promise<Verdict>(end => {
        begun.push({job, end})
        for (const listener of listeners) listener()
        listeners = []
      }),
    /** Waits until so many jobs were begun. */
    async until(count: number): Promise<void> {
      while (begun.length < count) await new Promise<void>(resolve => listeners.push(resolve))
    }
  }
}

const done: Verdict = {kind: 'done'}
const again: Verdict = {kind: 'again', error: 'GitHub failed (502).'}

async function open(folder: string, more: Partial<Parameters<typeof openFileQueue>[0]> = {}): Promise<Queue> {
  const usual = {folder, clock: hastyClock(), log: () => {}, concurrency: 4, backOff: 10_000}
  const queue = await openFileQueue({...usual, ...more})
  opened.push(queue)
  return queue
}

test('lanes are worked on side by side, each in order', async ({folder}) => {
  const queue = await open(folder)
  for (const [id, lane] of [
    ['a1', 1],
    ['a2', 1],
    ['b1', 2],
    ['a3', 1]
  ] as const)
    await queue.add(review(id, id.charCodeAt(1), lane))
  const {run, begun, ids, until} = foreman()
  queue.start(run)
  await until(2)
  expect(ids()).toEqual(['a1', 'b1'])
  expect(await queue.depth()).toEqual({waiting: 2, running: 2, dead: 0})
  begun[1]!.end(done)
  begun[0]!.end(done)
  await until(3)
  begun[2]!.end(done)
  await until(4)
  begun[3]!.end(done)
  await queue.stop(1000)
  expect(ids()).toEqual(['a1', 'b1', 'a2', 'a3'])
})

test('no more lanes than were allowed', async ({folder}) => {
  const queue = await open(folder, {concurrency: 1})
  await queue.add(review('a', 1, 1))
  await queue.add(review('b', 1, 2))
  const {run, begun, ids, until} = foreman()
  queue.start(run)
  await until(1)
  expect(await queue.depth()).toMatchObject({running: 1, waiting: 1})
  begun[0]!.end(done)
  await until(2)
  begun[1]!.end(done)
  await queue.stop(1000)
  expect(ids()).toEqual(['a', 'b'])
})

test('a later push takes the place of one that waits, and of none that runs', async ({folder}) => {
  const queue = await open(folder)
  const {run, begun, ids, until} = foreman()
  queue.start(run)
  await queue.add(review('first', 7))
  await until(1)
  await queue.add(review('second', 7))
  await queue.add(review('other', 8))
  await queue.add(review('third', 7))
  begun[0]!.end(done)
  await until(2)
  begun[1]!.end(done)
  await until(3)
  begun[2]!.end(done)
  await queue.stop(1000)
  expect(ids()).toEqual(['first', 'other', 'third'])
  expect(await (await open(folder)).add(review('second', 7))).toBe('known')
})

test('what came before is known, also after a new start', async ({folder}) => {
  const queue = await open(folder)
  const {run, begun, until} = foreman()
  queue.start(run)
  expect(await queue.add(review('a', 1))).toBe('added')
  expect(await queue.add(review('a', 1))).toBe('known')
  await until(1)
  begun[0]!.end(done)
  await queue.stop(1000)
  const next = await open(folder)
  expect(await next.add(review('a', 1))).toBe('known')
  expect(await next.depth()).toEqual({waiting: 0, running: 0, dead: 0})
})

test('a failure is tried again, each time four times as late, before what stands behind it', async ({folder}) => {
  const clock = hastyClock()
  const queue = await open(folder, {clock})
  await queue.add(review('bad', 1))
  await queue.add(review('good', 2))
  const {run, begun, ids, until} = foreman()
  queue.start(run)
  const begunAt: number[] = []
  for (let count = 1; count <= 6; count++) {
    await until(count)
    begunAt.push(clock.now())
    expect(begun.at(-1)!.job).toMatchObject({id: 'bad', failures: count - 1, isLast: count === 6})
    begun.at(-1)!.end(again)
  }
  await until(7)
  begun.at(-1)!.end(done)
  await queue.stop(1000)
  expect(ids()).toEqual([...Array(6).fill('bad'), 'good'])
  expect(begunAt.slice(1).map((at, index) => at - begunAt[index]!)).toEqual([
    10_000, 40_000, 160_000, 640_000, 2_560_000
  ])
  expect([1, 5, 6].map(failures => backOffAfter(failures, {backOff: 10_000}))).toEqual([10_000, 2_560_000, undefined])
  expect(await readDeadLetters(folder)).toMatchObject([{id: 'bad', error: 'GitHub failed (502).'}])
})

test('a dead letter is tried again when it is wanted, or delivered again', async ({folder}) => {
  const queue = await open(folder)
  const {run, begun, until} = foreman()
  queue.start(run)
  await queue.add(review('bad', 1))
  await until(1)
  begun[0]!.end({kind: 'dead', error: 'TypeError'})
  // Another order is begun only when the first has its verdict.
  await queue.add(review('next', 2))
  await until(2)
  begun[1]!.end(done)
  expect(await queue.deadLetters()).toMatchObject([{id: 'bad', error: 'TypeError'}])
  expect(await queue.retry('next')).toBe(false)
  expect(await queue.retry('bad')).toBe(true)
  await until(3)
  expect(begun[2]!.job).toMatchObject({id: 'bad', failures: 0})
  begun[2]!.end({kind: 'dead', error: 'TypeError'})
  await queue.stop(1000)

  const later = await open(folder)
  expect(await later.add(review('bad', 1))).toBe('again')
  expect(await later.depth()).toEqual({waiting: 1, running: 0, dead: 0})
})

test('an audit waits for further pushes, and lets others go first', async ({folder}) => {
  const clock = hastyClock()
  const queue = await open(folder, {clock})
  await queue.add(audit('push1', 60_000))
  await queue.add(audit('push2', 60_000))
  await queue.add(review('a', 1))
  const {run, begun, ids, until} = foreman()
  const start = clock.now()
  queue.start(run)
  await until(1)
  begun[0]!.end(done)
  await until(2)
  begun[1]!.end(done)
  await queue.stop(1000)
  expect(ids()).toEqual(['a', 'push2'])
  expect(clock.now() - start).toBeGreaterThanOrEqual(60_000)
})

test('what a stop does not wait for is given back, and not counted as a failure', async ({folder}) => {
  const queue = await open(folder)
  const {run, until} = foreman()
  queue.start(run)
  await queue.add(review('slow', 1))
  await until(1)
  expect(await queue.stop(1000)).toEqual({returned: 1})
  const next = await open(folder)
  const second = foreman()
  next.start(second.run)
  await second.until(1)
  expect(second.begun[0]!.job).toMatchObject({id: 'slow', failures: 0, begunBefore: 'no'})
})

/** Waits until the file has that text. */
async function journalOf(folder: string, text: string): Promise<void> {
  while (!(await readFile(path.join(folder, 'queue.jsonl'), 'utf8')).includes(text))
    await new Promise(resolve => setImmediate(resolve))
}

test('an order in whose middle the process ends three times is given up', async ({folder}) => {
  const first = await open(folder)
  await first.add(review('poison', 1))
  for (const begunBefore of ['no', 'perhaps', 'perhaps']) {
    // No stop: as if the process was killed.
    const queue = await open(folder)
    const {run, begun, until} = foreman()
    queue.start(run)
    await until(1)
    expect(begun[0]!.job).toMatchObject({id: 'poison', begunBefore})
    await journalOf(folder, '"op":"take"')
  }
  const last = await open(folder)
  expect(await last.deadLetters()).toMatchObject([
    {id: 'poison', error: 'The process ended 3 times in the middle of it.'}
  ])
})

test('a line that was cut off costs nothing but itself', async ({folder}) => {
  const file = path.join(folder, 'queue.jsonl')
  const told: string[] = []
  const queue = await open(folder)
  await queue.add(review('a', 1))
  await queue.stop(0)
  await appendFile(file, '{"op":"add","at":1,"order":{"id":"b","la')
  const next = await open(folder, {log: text => told.push(text)})
  expect(await next.depth()).toMatchObject({waiting: 1})
  await next.add(review('c', 2))
  await next.stop(0)
  expect(await (await open(folder)).depth()).toMatchObject({waiting: 2})
  expect(told).toEqual([])
})

test('the file holds no more than what is needed', async ({folder}) => {
  const queue = await open(folder, {concurrency: 64})
  queue.start(async () => done)
  await Promise.all(Array.from({length: 3000}, (_, index) => queue.add(review(`r${index}`, index, index % 64))))
  while ((await queue.depth()).waiting + (await queue.depth()).running > 0)
    await new Promise(resolve => setImmediate(resolve))
  await queue.stop(1000)
  await open(folder)
  const lines = (await readFile(path.join(folder, 'queue.jsonl'), 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(3000)
  expect(lines.every(line => line.startsWith('{"op":"done"'))).toBe(true)
})

test('an order that comes when the file is written anew is in it', async ({folder}) => {
  const queue = await open(folder)
  await Promise.all(Array.from({length: 5000}, (_, index) => queue.add(review(`push-${index}`, 1))))
  await queue.add(review('last', 2, 2))
  const left = await open(folder)
  expect(await left.depth()).toEqual({waiting: 2, running: 0, dead: 0})
  expect(await left.add(review('last', 2, 2))).toBe('known')
})
