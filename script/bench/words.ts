/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const nouns =
  'garden window river engine letter bridge market teacher forest kitchen station mirror basket ladder harbor planet'
const verbs = 'draws reads checks builds watches sorts renders measures compares collects mends prints'
const more = 'in the browser|for small teams|with one command|without a server|on every platform|in a few lines|at home'

/** What made-up lists and pages are about. */
export const [things, acts, tails] = [nouns.split(' '), verbs.split(' '), more.split('|')]

/** With a capital. */
export const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** Someone who picks words by dice. */
export const picker =
  (roll: () => number) =>
  (words: readonly string[]): string =>
    words[Math.floor(roll() * words.length)]!
