import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type Happening, makeOrders, type Orders} from '../../src/app/queue/orders.ts'
import {orderOf} from '../../src/app/work.ts'

const step = fc.record({
  op: fc.constantFrom('add', 'take', 'back', 'done', 'again', 'dead', 'retry' as const),
  id: fc.integer({min: 0, max: 8}).map(number => `o${number}`),
  lane: fc.integer({min: 1, max: 3}),
  number: fc.integer({min: 1, max: 2}),
  delay: fc.constantFrom(0, 0, 5),
  pause: fc.integer({min: 0, max: 3})
})

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function happeningOf({op, id, lane, number, delay}: Step, at: number, orders: Orders): Happening {
  const work = {
    installation: 9,
    repositoryId: lane,
    owner: 'octo-org',
    repo: 'awesome',
    kind: 'review',
    number
  } as const
  switch (op) {
    case 'add':
      return {op, at, order: orderOf(id, work, delay)}
    case 'take':
      // As a worker does: whose turn it is.
      return {op, id: orders.next(at)?.order.id ?? 'nobody'}
    case 'back':
      return {op, id}
    case 'again':
      return {op, id, ready: at + 4, error: 'GitHub failed.'}
    case 'dead':
      return {op, id, at, error: 'TypeError'}
    default:
      return {op, id, at}
  }
}

/** All that can be asked of orders, at a time and until everything is ready. */
function viewOf(orders: Orders, now: number) {
  const ids = Array.from({length: 9}, (_, index) => `o${index}`)
  return {
    depth: orders.depth(),
    dead: orders.deadLetters().toSorted((a, b) => a.id.localeCompare(b.id)),
    running: orders.running().toSorted(),
    entries: ids.map(id => orders.get(id)),
    done: ids.map(id => orders.isDone(id)),
    next: [now, now + 4, now + 100].map(at => orders.next(at)?.place)
  }
}

test('a file that is read again, or written anew, tells the same; and no lane has two running', () => {
  fc.assert(
    fc.property(fc.array(step, {maxLength: 60}), steps => {
      const orders = makeOrders()
      const lines: string[] = []
      let now = 1000
      for (const one of steps) {
        now += one.pause
        const happening = happeningOf(one, now, orders)
        orders.apply(happening)
        lines.push(JSON.stringify(happening))
        const lanes = orders.running().map(id => orders.get(id)!.order.lane)
        expect(new Set(lanes).size).toBe(lanes.length)
      }
      const read = makeOrders()
      for (const line of lines) read.apply(JSON.parse(line))
      expect(viewOf(read, now)).toEqual(viewOf(orders, now))
      const compact = makeOrders()
      for (const happening of orders.snapshot(now)) compact.apply(JSON.parse(JSON.stringify(happening)))
      expect(viewOf(compact, now)).toEqual(viewOf(orders, now))
    })
  )
})

test('what is lost of a file takes nothing else along', () => {
  fc.assert(
    fc.property(fc.array(step, {maxLength: 40}), fc.array(fc.nat(39), {maxLength: 5}), (steps, lost) => {
      const orders = makeOrders()
      const read = makeOrders()
      let now = 1000
      for (const [index, one] of steps.entries()) {
        now += one.pause
        const happening = happeningOf(one, now, orders)
        orders.apply(happening)
        if (!lost.includes(index)) read.apply(happening)
      }
      const {waiting, running, dead} = read.depth()
      expect(waiting + running + dead).toBe(viewOf(read, now).entries.filter(Boolean).length)
      for (const id of read.running()) read.apply(read.interrupt(id, now))
      expect(read.running()).toEqual([])
    })
  )
})
