import {distance} from '../document/words/similar.ts'

/** The name closest to a mistyped word, or nothing where none comes near. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const typed = word.slice(0, 100).toLowerCase()
  const limit = Math.max(1, Math.floor(typed.length / 3))
  let best: string | undefined
  let least = limit + 1
  for (const name of names) {
    const other = name.toLowerCase()
    // Who stopped half-way through a name meant that name.
    const steps = typed.length >= 3 && other.startsWith(typed) ? 1 : distance(typed, other)
    if (steps >= least) continue
    least = steps
    best = name
  }
  return best
}

/** The end of a complaint about an unknown name: the nearest one, or what there is. */
export function suggest(word: string, names: readonly string[]): string {
  const found = nearest(word, names)
  if (found) return `did you mean \`${found}\`?`
  if (names.length === 0) return 'there is none.'
  const shown = names.slice(0, 12).map(name => `\`${name}\``)
  return `known: ${shown.join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}.`
}
