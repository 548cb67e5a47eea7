import {meet, type TextEdit} from './edit.ts'

type Range = TextEdit['range']

/** Things by their place in a text: finds those at a place without looking at all of them. */
export class Places<T> {
  readonly #things: readonly {readonly range: Range; readonly thing: T}[]
  /** How far the things up to each one reach. */
  readonly #reach: readonly number[]

  constructor(things: readonly T[], rangeOf: (thing: T) => Range) {
    this.#things = things
      .map(thing => ({thing, range: rangeOf(thing)}))
      .sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1])
    let reach = 0
    this.#reach = this.#things.map(({range}) => {
      reach = Math.max(reach, range[1])
      return reach
    })
  }

  /** The things that share a character with a range or meet it at an end, in order of place. */
  at(place: Range): readonly T[] {
    const found: T[] = []
    for (let index = this.#until(place[1]) - 1; index >= 0 && this.#reach[index]! >= place[0]; index--) {
      const {range, thing} = this.#things[index]!
      if (meet(range, place)) found.push(thing)
    }
    return found.reverse()
  }

  /** Whether there is any such thing. */
  hasAt(place: Range): boolean {
    return this.at(place).length > 0
  }

  /** How many things begin up to an offset. */
  #until(offset: number): number {
    let low = 0
    let high = this.#things.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#things[middle]!.range[0] <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
