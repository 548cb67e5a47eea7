/** How many letters to insert, remove, change or swap with their neighbour. */
export function distance(a: string, b: string): number {
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

/** Whether one typing slip makes the one name of the other: a letter too many, too few, wrong, or two exchanged. */
export function isSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  const [restA, restB] = [a.slice(from), b.slice(from)]
  if (a.length > b.length) return restA.slice(1) === restB
  if (a.length < b.length) return restA === restB.slice(1)
  return (
    restA.slice(1) === restB.slice(1) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  )
}

/** What is left of a text when only its letters, digits and the marks of `C++` and `C#` count: no emoji, no case. */
export const squeeze = (text: string): string =>
  text
    .replace(/:[\w+-]+:/g, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '')

/** Whether two texts differ by a slip or two, no more than one letter in five. */
export function isNear(a: string, b: string): boolean {
  const length = Math.max(a.length, b.length)
  if (length > 100 || Math.abs(a.length - b.length) > 3) return false
  return distance(a, b) <= Math.min(3, Math.floor(length / 5))
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? []

/** Whether two texts begin with the same word. */
export const sharesStart = (a: string, b: string): boolean =>
  wordsOf(a)[0] !== undefined && wordsOf(a)[0] === wordsOf(b)[0]

/** Whether two texts have a longer word in common, or begin with the same. */
export function shareWord(a: string, b: string): boolean {
  const others = new Set(wordsOf(b))
  return sharesStart(a, b) || wordsOf(a).some(word => word.length > 3 && others.has(word))
}
