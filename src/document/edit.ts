/** Replace the characters from `start` up to but not including `end` (UTF-16 offsets into the source) by `newText`. */
export interface TextEdit {
  readonly range: readonly [start: number, end: number]
  readonly newText: string
}

/** An edit that inserts `newText` at `offset`. */
export const insert = (offset: number, newText: string): TextEdit => ({range: [offset, offset], newText})

/** An edit that puts `newText` in the place of `[start, end)`. */
export const replace = (start: number, end: number, newText: string): TextEdit => ({range: [start, end], newText})

/** An edit that removes `[start, end)`. */
export const remove = (start: number, end: number): TextEdit => ({range: [start, end], newText: ''})

/** Order of place: by start, then by end. */
export const byPlace = (a: TextEdit, b: TextEdit): number => a.range[0] - b.range[0] || a.range[1] - b.range[1]

/** Whether two edits change a common character, or both insert at one place, so that their order would matter. */
export function touch(a: TextEdit, b: TextEdit): boolean {
  const [first, second] = byPlace(a, b) <= 0 ? [a, b] : [b, a]
  return first.range[1] > second.range[0] || first.range[0] === second.range[0]
}

/** Whether two ranges share a character or meet at their ends. */
export const meet = (a: TextEdit['range'], b: TextEdit['range']): boolean => a[0] <= b[1] && b[0] <= a[1]

/**
 * The text with all edits made at once. Everything outside the edits stays as it is, to the byte.
 * @throws RangeError when two edits touch: who calls must have settled conflicts before.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort(byPlace)
  let result = ''
  let at = 0
  sorted.forEach((edit, index) => {
    const previous = sorted[index - 1]
    if (previous && touch(previous, edit)) throw new RangeError(`Edits touch at offset ${edit.range[0]}`)
    result += text.slice(at, edit.range[0]) + edit.newText
    at = edit.range[1]
  })
  return result + text.slice(at)
}
