import type {TextEdit} from '../edit.ts'
import {insert, remove} from '../edit.ts'
import type {AwesomeList, Block} from '../list.ts'
import {minimum} from '../style.ts'

/** A mark of emphasis that markdown does not see as one. */
export interface BrokenMark {
  readonly kind: 'blank inside' | 'too many' | 'never closed' | 'read as a bullet' | 'stray'
  readonly mark: string
  readonly range: readonly [start: number, end: number]
  readonly edits: readonly TextEdit[]
}

/** Marks with a blank on the inner side: `** words**`, `**words **`, `__ words __`. */
const padded =
  /(?<![\p{L}\p{N}*_\\])(\*\*|__)(?: +([^\s*_](?:[^*_\n]*[^\s*_])?) *|([^\s*_](?:[^*_\n]*[^\s*_])?) +)\1(?![\p{L}\p{N}*_])/gu

/** A paragraph that begins with one mark and ends with two, or the other way round. */
const uneven = /^(?:([*_])(?!\1)[^*_`\n]+(\1\1)|([*_])(\3)(?!\3)[^*_`\n]+(?<!\3)\3)$/

/** Finds broken marks of emphasis, where it is plain what was meant. */
export function* readBrokenMarks(list: AwesomeList): Iterable<BrokenMark> {
  for (const {range} of list.prose) {
    const text = list.text.slice(...range)
    if (!text.includes('**') && !text.includes('__')) continue
    for (const match of text.matchAll(padded)) {
      const start = range[0] + match.index
      const end = start + match[0].length
      const mark = match[1]!
      const inner = match[0].slice(2, -2)
      if (!/\p{L}/u.test(inner)) continue
      // Stars between blanks on both sides may stand for themselves: `2 ** n ** 3`.
      const apart = /^ .* $/.test(inner) && match.index > 0 && match.index + match[0].length < text.length
      if (apart) continue
      const [left, right] = [inner.length - inner.trimStart().length, inner.length - inner.trimEnd().length]
      yield {
        kind: 'blank inside',
        mark,
        range: [start, end],
        edits: [remove(start + 2, start + 2 + left), remove(end - 2 - right, end - 2)].filter(
          ({range: [from, to]}) => from < to
        )
      }
    }
  }
  for (const block of list.blocks) if (block.node.type === 'paragraph') yield* inParagraph(list, block)
  yield* unclosedTexts(list)
  yield* unlikeOthers(list)
}

function* inParagraph({text}: AwesomeList, {node, range: [start, end], item}: Block): Iterable<BrokenMark> {
  const words = text.slice(start, end)
  const found = uneven.exec(words)
  if (found) {
    const mark = (found[1] ?? found[3])!
    const surplus = found[1] ? end - 1 : start
    yield {kind: 'too many', mark, range: [surplus, surplus + 1], edits: [remove(surplus, surplus + 1)]}
  }
  // `* words *` alone is an emphasis that became an item.
  const from = item?.position?.start.offset ?? start
  const before = text.slice(0, from)
  if (item?.children[0] !== node || item.children.length > 1 || text[from] !== '*' || !/^[^*\n]+ \*$/.test(words))
    return
  if (
    text.slice(from + 1, start) !== ' ' ||
    !/(?:^|\n)\s*\n$/.test(before) ||
    !/^(?:\r?\n\s*\n|\s*$)/.test(text.slice(end))
  )
    return
  yield {
    kind: 'read as a bullet',
    mark: '*',
    range: [from, end],
    edits: [remove(from + 1, start), remove(end - 2, end - 1)]
  }
}

/** Texts of links that open a mark and never close it, or the other way round. */
function* unclosedTexts({links, text}: AwesomeList): Iterable<BrokenMark> {
  for (const {textRange, node} of links) {
    if (!textRange || node?.type !== 'link') continue
    const [start, end] = textRange
    const label = text.slice(start, end)
    const mark = /^(?:\*\*|__)(?=[^\s*_])/.exec(label)?.[0] ?? /(?<=[^\s*_])(?:\*\*|__)$/.exec(label)?.[0]
    if (!mark || label.split(mark).length !== 2 || label.includes('`')) continue
    // The other half may stand outside of the brackets.
    if (
      text.slice(start - 3, start).includes(mark) ||
      /^\)?(?:\*\*|__)/.test(text.slice(end + 1).replace(/^\([^)\s]*\)/, ''))
    )
      continue
    const opens = label.startsWith(mark)
    yield {
      kind: 'never closed',
      mark,
      range: opens ? [start, start + 2] : [end - 2, end],
      edits: [insert(opens ? end : start, mark)]
    }
  }
}

/** Marks that the other places of a kind have on both sides, or not at all. */
function* unlikeOthers({blocks, text}: AwesomeList): Iterable<BrokenMark> {
  const marked = blocks.flatMap(({node}) =>
    node.type === 'paragraph' ? node.children.filter(child => child.type === 'emphasis') : []
  )
  const starts = marked.map(({position}) => text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0))
  const inBrackets = starts.filter(source => /^\*\(.*\)\*$/s.test(source)).length
  const alone = blocks.filter(({node}) => node.children.length === 1 && node.children[0]?.type === 'emphasis').length
  const trailing = blocks.filter(({node}) => {
    const last = node.type === 'paragraph' ? node.children.at(-1) : undefined
    return last?.type === 'text' && last.value.endsWith('*')
  })
  for (const {node, range, item} of blocks) {
    if (node.type !== 'paragraph') continue
    const words = node.children.filter(child => child.type === 'text')
    const source = text.slice(...range)
    const stars = words.flatMap(child => [...child.value.matchAll(/\*/g)]).length
    if (stars !== 1 || source.includes('\\*')) continue
    if (!item && alone >= minimum && node.children.length === 1 && /^\*[\p{L}\p{N}][^*\n]*$/u.test(source))
      yield {kind: 'never closed', mark: '*', range: [range[0], range[0] + 1], edits: [insert(range[1], '*')]}
    const bracket = /(?<= )\*\([^*()\n]*\)(?=\r?\n|$)/.exec(source)
    if (bracket && inBrackets >= minimum) {
      const start = range[0] + bracket.index
      yield {
        kind: 'never closed',
        mark: '*',
        range: [start, start + 1],
        edits: [insert(start + bracket[0].length, '*')]
      }
    }
    // One star at the end of one entry of many is no footnote.
    if (item && trailing.length === 1 && trailing[0]!.node === node && /[\])]\*$/.test(source) && blocks.length > 50)
      yield {kind: 'stray', mark: '*', range: [range[1] - 1, range[1]], edits: [remove(range[1] - 1, range[1])]}
  }
}
