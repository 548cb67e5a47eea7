/** How names are compared. */
export type Collation = 'plain' | 'natural' | 'words' | 'articles'

/** Made at the first question: a collator takes milliseconds, and many lists are in no order. */
function lazyCollator(options: Intl.CollatorOptions): (a: string, b: string) => number {
  let collator: Intl.Collator | undefined
  return (a, b) => {
    collator ??= new Intl.Collator('en', {numeric: true, sensitivity: 'base', ...options})
    return collator.compare(a, b)
  }
}

const natural = lazyCollator({})
const words = lazyCollator({ignorePunctuation: true})

const bare = (name: string): string =>
  name
    .replace(/^(?:[\s\p{P}\p{S}\p{Extended_Pictographic}]|\uFE0F|\u200D)+/u, '')
    .trim()
    .toLowerCase()

const withoutArticle = (name: string): string => bare(name).replace(/^(?:the|an?) /, '')

/** Every way to compare two names that lists are kept in order by. */
export const collations: Readonly<Record<Collation, (a: string, b: string) => number>> = {
  natural,
  words: (a, b) => words(bare(a), bare(b)),
  articles: (a, b) => words(withoutArticle(a), withoutArticle(b)),
  plain: (a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : a.toLowerCase() > b.toLowerCase() ? 1 : 0)
}

/**
 * Which names stay where they are when the fewest are moved to bring all into order: one longest run of names that is
 * in order already, as indexes. Where two choices are as good, the names of `mayMove` are moved first.
 */
export function inOrder(
  names: readonly string[],
  compare: (a: string, b: string) => number,
  mayMove: (index: number) => boolean
): readonly number[] {
  // Patience sorting with weights would do it in n log n; sections are short, so the plain way is fast enough.
  const best: {length: number; previous: number}[] = []
  for (let at = 0; at < names.length; at++) {
    let length = 0
    let previous = -1
    for (let other = at - 1; other >= 0; other--) {
      if (best[other]!.length > length && compare(names[other]!, names[at]!) <= 0) {
        length = best[other]!.length
        previous = other
      }
    }
    // A name that is not to move weighs a little more.
    best.push({length: length + (mayMove(at) ? 1 : 1.001), previous})
  }
  let last = -1
  for (let at = 0; at < best.length; at++) if (last < 0 || best[at]!.length > best[last]!.length) last = at
  const kept: number[] = []
  for (let at = last; at >= 0; at = best[at]!.previous) kept.unshift(at)
  return kept
}
