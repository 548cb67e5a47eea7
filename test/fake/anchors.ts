/** A side of a diff: `LEFT` is what was, `RIGHT` is what is. */
export type Side = 'LEFT' | 'RIGHT'

/** A line of a diff that a review comment can stand on. */
interface Anchor {
  readonly hunk: number
  /** Counted from the first `@@`, which is 0; later `@@` lines count too. */
  readonly position: number
  /** The hunk from its `@@` down to this line. */
  readonly diffHunk: string
}

/** Every line of one file's patch that a comment can stand on. */
export interface Anchors {
  at(side: Side, line: number): Anchor | undefined
  /** What stands at a position: deleted lines are `LEFT`, all others `RIGHT`. */
  atPosition(position: number): {side: Side; line: number} | undefined
}

/** The anchors of a patch as the API gives it, from the first `@@` on. */
export function anchorsOf(patch: string): Anchors {
  const lines = patch === '' ? [] : patch.split('\n')
  const anchors = new Map<string, {hunk: number; position: number; start: number}>()
  const positions = new Map<number, {side: Side; line: number}>()
  let hunk = -1
  let start = 0
  let left = 0
  let right = 0
  let leftRest = 0
  let rightRest = 0
  lines.forEach((text, position) => {
    // Only outside a hunk is `@@` a header: inside, every line starts with its mark.
    const header = leftRest + rightRest > 0 ? null : /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(text)
    if (header) {
      hunk++
      start = position
      left = Number(header[1])
      right = Number(header[3])
      leftRest = Number(header[2] ?? 1)
      rightRest = Number(header[4] ?? 1)
      return
    }
    const mark = text[0]
    if (mark === '\\' || mark === undefined) return
    if (mark !== '+') {
      anchors.set(`LEFT ${left}`, {hunk, position, start})
      if (mark === '-') positions.set(position, {side: 'LEFT', line: left})
      left++
      leftRest--
    }
    if (mark !== '-') {
      anchors.set(`RIGHT ${right}`, {hunk, position, start})
      positions.set(position, {side: 'RIGHT', line: right})
      right++
      rightRest--
    }
  })
  return {
    at(side, line) {
      const anchor = anchors.get(`${side} ${line}`)
      if (!anchor) return undefined
      return {
        hunk: anchor.hunk,
        position: anchor.position,
        diffHunk: lines.slice(anchor.start, anchor.position + 1).join('\n')
      }
    },
    atPosition: position => positions.get(position)
  }
}

/** How many lines a patch adds and deletes. */
export function countLines(patch: string): {additions: number; deletions: number} {
  let additions = 0
  let deletions = 0
  for (const line of patch.split('\n')) {
    if (line.startsWith('+')) additions++
    else if (line.startsWith('-')) deletions++
  }
  return {additions, deletions}
}
