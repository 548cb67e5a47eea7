import type {TextEdit} from '../edit.ts'
import {insert, replace} from '../edit.ts'
import {lineEnd, lineStart} from '../line.ts'
import type {AwesomeList} from '../list.ts'
import {minimum} from '../style.ts'

/** What markdown does not see as an item, though one was meant. */
export interface LostItem {
  /** `glued`: no blank behind the bullet; `deep`: too far to the right; `code`: a list so far to the right that it is code. */
  readonly kind: 'glued' | 'deep' | 'code'
  readonly bullet: string
  readonly range: readonly [start: number, end: number]
  /** What makes an item of it. */
  readonly edits: readonly TextEdit[]
}

/** A bullet glued to a word with a capital letter; the words that follow are not parted by a bullet again. */
const glued = /^([ \t]*)([-*+])(?=\p{Lu}\p{Ll}+ [^-*+\n]+$)/u

/** A bullet four and more blanks to the right. */
const deep = /^(\t[ \t]*| {4}[ \t]*)([-*+])[ \t]+\S/

/** Finds the items that markdown reads as words of the item above, or as code. */
export function* readLostItems(list: AwesomeList): Iterable<LostItem> {
  yield* lostInWords(list)
  yield* lostInCode(list)
}

function* lostInWords({blocks, lists, text, entries}: AwesomeList): Iterable<LostItem> {
  const bullets = new Map<string, number>()
  for (const {children, ordered} of lists) {
    const bullet = text[children[0]?.position?.start.offset ?? text.length] ?? ''
    if (!ordered) bullets.set(bullet, (bullets.get(bullet) ?? 0) + children.length)
  }
  const seen = new Set(entries.flatMap(({marker}) => (marker?.spaced === false ? [marker.range[0]] : [])))
  for (const {node, range, item} of blocks) {
    if (!item || item.children[0] !== node) continue
    const column = (item.position?.start.column ?? 1) - 1
    for (let at = text.indexOf('\n', range[0]) + 1; at > 0 && at < range[1]; at = text.indexOf('\n', at) + 1) {
      const line = text.slice(at, lineEnd(text, at)).trimEnd()
      const found = glued.exec(line) ?? deep.exec(line)
      if (!found) continue
      const [, indent = '', bullet = ''] = found
      const start = at + indent.length
      const own = text[item.position?.start.offset ?? 0]
      if (seen.has(start) || bullet !== own || (bullets.get(bullet) ?? 0) < minimum) continue
      const isGlued = glued.test(line)
      yield {
        kind: isGlued ? 'glued' : 'deep',
        bullet,
        range: [start, start + 1],
        edits: [isGlued ? insert(start + 1, ' ') : replace(at, start, ' '.repeat(column + 2))]
      }
    }
  }
}

const item = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\S/

/** Indented code that is nothing but items with links. */
function* lostInCode({root, text}: AwesomeList): Iterable<LostItem> {
  for (const node of root.children) {
    if (node.type !== 'code' || !node.position) continue
    const offset = node.position.start.offset ?? 0
    const start = lineStart(text, offset)
    const end = node.position.end.offset ?? offset
    const indent = /^(?:\t| {4})/.exec(text.slice(start, start + 4))?.[0]
    const lines = text.slice(start, end).split('\n')
    const filled = lines.filter(line => line.trim() !== '')
    const linked = filled.filter(line => /\]\(https?:\/\//.test(line))
    if (
      !indent ||
      !filled.every(line => item.test(line) && line.startsWith(indent)) ||
      linked.length * 2 < filled.length
    )
      continue
    const edits: TextEdit[] = []
    let at = start
    for (const line of lines) {
      const inner = /^[ \t]*/.exec(line.slice(indent.length))![0]
      // Deeper items come along; a tab counts less in a list than in code.
      if (line.startsWith(indent))
        edits.push(replace(at, at + indent.length + inner.length, inner.replaceAll('\t', '  ')))
      at += line.length + 1
    }
    const first = start + (/[^ \t]/.exec(filled[0]!)?.index ?? 0)
    yield {kind: 'code', bullet: text[first]!, range: [first, end], edits}
  }
}
