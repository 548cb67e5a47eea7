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

/** How many letters to insert, remove, change or swap with their neighbour. */
function distance(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let steps = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) steps = Math.min(steps, before[j - 2]! + 1)
      next.push(steps)
    }
    before = row
    row = next
  }
  return row[b.length]!
}
