import type {Order} from '../work.ts'
import {type DeadLetter, type Depth, idMemory, mostInterruptions} from './queue.ts'

/** An order with what happened to it. */
interface Entry {
  readonly order: Order
  readonly state: 'waiting' | 'running' | 'dead'
  /** Its place in the lane: when it was to begin at first, in milliseconds since 1970; then as they came. */
  readonly place: number
  /** When it may begin. */
  readonly ready: number
  readonly failures: number
  /** How often a process ended in the middle of it. */
  readonly interruptions: number
  readonly error?: string
  /** When it was given up. */
  readonly diedAt?: number
}

/** Something that happened to an order: a line of the file. */
export type Happening =
  | {readonly op: 'add'; readonly at: number; readonly order: Order}
  | {readonly op: 'keep'; readonly entry: Entry}
  | {readonly op: 'take' | 'back'; readonly id: string}
  | {readonly op: 'done'; readonly id: string; readonly at: number}
  | {readonly op: 'again'; readonly id: string; readonly ready: number; readonly error: string}
  | {readonly op: 'dead'; readonly id: string; readonly at: number; readonly error: string}
  | {readonly op: 'retry'; readonly id: string; readonly at: number}

/** All orders that are not done, and the ids of those that are. */
export interface Orders {
  /** Lets something happen. What makes no sense, as a half lost file may tell it, changes nothing. */
  readonly apply: (happening: Happening) => void
  readonly get: (id: string) => Entry | undefined
  readonly isDone: (id: string) => boolean
  /** The order whose turn it is. */
  readonly next: (now: number) => Entry | undefined
  /** When the next order is ready of those that only wait for their time. */
  readonly nextReady: (now: number) => number | undefined
  readonly depth: () => Depth
  readonly deadLetters: () => readonly DeadLetter[]
  /** The ids of what was running when the process ended. */
  readonly running: () => readonly string[]
  /** Counts an interruption of what was running: it waits again, or is given up when it happened too often. */
  readonly interrupt: (id: string, now: number) => Happening
  /** What leads to the same state, in as few steps as possible; ids that are old enough are forgotten. */
  readonly snapshot: (now: number) => readonly Happening[]
}

/** Starts with nothing. */
export function makeOrders(): Orders {
  const entries = new Map<string, Entry>()
  const lanes = new Map<string, Entry[]>()
  const done = new Map<string, number>()

  function put(entry: Entry): void {
    remove(entry.order.id)
    entries.set(entry.order.id, entry)
    if (entry.state === 'dead') return
    const lane = lanes.get(entry.order.lane) ?? []
    const behind = lane.findIndex(one => one.place > entry.place)
    lane.splice(behind < 0 ? lane.length : behind, 0, entry)
    lanes.set(entry.order.lane, lane)
  }

  function remove(id: string): void {
    const entry = entries.get(id)
    if (!entry) return
    entries.delete(id)
    const lane = lanes.get(entry.order.lane)
    const index = lane?.indexOf(entry) ?? -1
    if (!lane || index < 0) return
    lane.splice(index, 1)
    if (lane.length === 0) lanes.delete(entry.order.lane)
  }

  function change(id: string, states: readonly Entry['state'][], more: Partial<Entry>): void {
    const entry = entries.get(id)
    if (!entry || !states.includes(entry.state)) return
    const changed = {...entry, ...more}
    // The place in the lane stays: an order that is tried again was there first.
    const lane = lanes.get(entry.order.lane)
    const index = lane?.indexOf(entry) ?? -1
    if (!lane || index < 0 || changed.state === 'dead') put(changed)
    else {
      entries.set(id, changed)
      lane[index] = changed
    }
  }

  function add(order: Order, at: number): void {
    if (entries.has(order.id) || done.has(order.id)) return
    const replaced = lanes
      .get(order.lane)
      ?.filter(one => one.state === 'waiting' && order.key !== undefined && one.order.key === order.key)
    for (const {order: old} of replaced ?? []) {
      remove(old.id)
      done.set(old.id, at)
    }
    const ready = at + (order.delay ?? 0)
    put({order, state: 'waiting', place: ready, ready, failures: 0, interruptions: 0})
  }

  /** The first of a lane whose time has come once; what waits for another try keeps those behind it waiting, too. */
  const headOf = (lane: readonly Entry[], now: number): Entry | undefined => lane.find(one => one.place <= now)

  return {
    apply(happening) {
      switch (happening.op) {
        case 'add':
          return add(happening.order, happening.at)
        case 'keep':
          return put(happening.entry)
        case 'take':
          return change(happening.id, ['waiting'], {state: 'running'})
        case 'back':
          return change(happening.id, ['running'], {state: 'waiting'})
        case 'done':
          remove(happening.id)
          done.set(happening.id, happening.at)
          return
        case 'again': {
          const {id, ready, error} = happening
          return change(id, ['running'], {
            state: 'waiting',
            failures: (entries.get(id)?.failures ?? 0) + 1,
            ready,
            error
          })
        }
        case 'dead':
          return change(happening.id, ['running', 'waiting'], {
            state: 'dead',
            error: happening.error,
            diedAt: happening.at
          })
        case 'retry': {
          const {id, at} = happening
          return change(id, ['dead'], {state: 'waiting', failures: 0, interruptions: 0, place: at, ready: at})
        }
      }
    },
    get: id => entries.get(id),
    isDone: id => done.has(id),
    next(now) {
      let first: Entry | undefined
      for (const lane of lanes.values()) {
        if (lane.some(one => one.state === 'running')) continue
        const head = headOf(lane, now)
        if (head && head.ready <= now && (!first || head.place < first.place)) first = head
      }
      return first
    },
    nextReady(now) {
      const times = [...lanes.values()].flatMap(lane => lane.map(({ready}) => ready).filter(ready => ready > now))
      return times.length > 0 ? Math.min(...times) : undefined
    },
    depth() {
      const depth = {waiting: 0, running: 0, dead: 0}
      for (const {state} of entries.values()) depth[state]++
      return depth
    },
    deadLetters: () =>
      [...entries.values()]
        .filter(({state}) => state === 'dead')
        .map(({order: {id, work}, error = '', diedAt = 0}) => ({id, work, error, at: diedAt})),
    running: () => [...entries.values()].filter(({state}) => state === 'running').map(({order}) => order.id),
    interrupt(id, now) {
      const entry = entries.get(id)!
      const interruptions = entry.interruptions + 1
      if (interruptions >= mostInterruptions)
        return {op: 'dead', id, at: now, error: `The process ended ${interruptions} times in the middle of it.`}
      return {op: 'keep', entry: {...entry, state: 'waiting', interruptions}}
    },
    snapshot(now) {
      for (const [id, at] of done) if (at <= now - idMemory) done.delete(id)
      return [
        ...[...done].map(([id, at]): Happening => ({op: 'done', id, at})),
        ...[...entries.values()].map((entry): Happening => ({op: 'keep', entry}))
      ]
    }
  }
}
