import {expect, test} from 'vitest'
import {throttle} from '../../src/links/throttle.ts'
import {hastyClock} from '../fake/hasty-clock.ts'

/** Tasks that end when the test says so. */
function desk() {
  const running = new Map<string, () => void>()
  const started: string[] = []
  const task = (name: string) => () => {
    started.push(name)
    return new Promise<void>(resolve => running.set(name, resolve))
  }
  const settle = () => new Promise(resolve => setImmediate(resolve))
  const end = async (name: string) => {
    running.get(name)!()
    running.delete(name)
    await settle()
  }
  return {started, task, end, settle}
}

const free = {atOnce: 100, gap: 0}

test('hosts take turns, and share the places that there are', () => {
  const {started, task} = desk()
  const turns = throttle({clock: hastyClock(), atOnce: 3, paceOf: () => free})
  for (const name of ['a1', 'a2', 'a3', 'b1', 'c1']) void turns.run(name[0]!, task(name))
  expect(started).toEqual(['a1', 'a2', 'a3'])
})

test('a host with much to do holds up nobody who comes later', async () => {
  const {started, task, end} = desk()
  const turns = throttle({clock: hastyClock(), atOnce: 2, paceOf: () => free})
  for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'b2']) void turns.run(name[0]!, task(name))
  await end('a1')
  await end('a2')
  await end(started[2]!)
  await end(started[3]!)
  expect(started.slice(0, 6).toSorted()).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'b2'])
  expect(started.indexOf('b1')).toBeLessThan(started.indexOf('a4'))
})

test('a host begins with eight at a time, gets more for good answers, and half for a wish to rest', async () => {
  const {started, task, end, settle} = desk()
  const turns = throttle({clock: hastyClock(), atOnce: 100, paceOf: () => ({atOnce: 10, gap: 0})})
  for (let at = 0; at < 20; at++) void turns.run('a', task(`${at}`))
  expect(started).toHaveLength(8)
  for (let at = 0; at < 30; at++) turns.praise('a')
  await end('0')
  expect(started).toHaveLength(11)
  turns.pause('a', 5_000)
  expect(turns.paused('a')).toBe(5_000)
  for (const name of ['1', '2', '3', '4', '5']) await end(name)
  await settle()
  expect(started).toHaveLength(11)
  await end('6')
  await settle()
  expect(started).toHaveLength(12)
})

test('what is put off starts in its time, after what is waiting', async () => {
  const {started, task, end, settle} = desk()
  const clock = hastyClock()
  const turns = throttle({clock, atOnce: 100, paceOf: () => ({atOnce: 1, gap: 0})})
  void turns.run('a', task('later'), 1_000)
  void turns.run('a', task('first'))
  void turns.run('a', task('second'))
  expect(started).toEqual(['first'])
  await settle()
  await end('first')
  expect(started).toEqual(['first', 'second'])
  await end('second')
  await settle()
  expect(started).toEqual(['first', 'second', 'later'])
  expect(clock.waits).toContain(1_000)
})

test('a pace leaves a gap between two starts', async () => {
  const {started, task, settle} = desk()
  const clock = hastyClock()
  const turns = throttle({clock, atOnce: 100, paceOf: () => ({atOnce: 2, gap: 250})})
  void turns.run('a', task('1'))
  void turns.run('a', task('2'))
  expect(started).toEqual(['1'])
  await settle()
  await settle()
  expect(started).toEqual(['1', '2'])
  expect(clock.waits).toEqual([250])
})

test('what goes wrong is told to whoever asked, and makes room', async () => {
  const turns = throttle({clock: hastyClock(), atOnce: 1, paceOf: () => free})
  const bad = turns.run('a', async () => {
    throw new Error('Bad')
  })
  const good = turns.run('a', async () => 'good')
  await expect(bad).rejects.toThrow('Bad')
  expect(await good).toBe('good')
})

test('however many wait for their time, few alarms are set', async () => {
  let now = 0
  const alarms: {readonly time: number; readonly ring: () => void}[] = []
  const sleep = (milliseconds: number) =>
    new Promise<void>(ring => {
      alarms.push({time: now + milliseconds, ring})
      alarms.sort((one, two) => one.time - two.time)
    })
  const turns = throttle({
    clock: {now: () => now, sleep},
    atOnce: 100,
    paceOf: host => ({atOnce: 1, gap: host === 'often' ? 100 : 0})
  })
  const started: string[] = []
  const task = (name: string) => async () => void started.push(`${name} ${now}`)
  for (let at = 9; at > 0; at--) turns.pause(`rare${at}`, at * 10_000)
  for (let at = 9; at > 0; at--) void turns.run(`rare${at}`, task('rare'))
  for (let at = 0; at < 300; at++) void turns.run('often', task('often'))
  let most = 0
  while (started.length < 309) {
    const next = alarms.shift()!
    now = next.time
    next.ring()
    await new Promise(resolve => setImmediate(resolve))
    most = Math.max(most, alarms.length)
  }
  expect(most).toBeLessThan(20)
  expect(started).toContain('often 29900')
  expect(started.filter(one => one.startsWith('rare'))).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map(at => `rare ${at * 10_000}`)
  )
})
