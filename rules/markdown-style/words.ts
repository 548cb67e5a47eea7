import {remove, replace} from '../../src/document/edit.ts'
import {groupBy} from '../../src/document/group.ts'
import {languageOf} from '../../src/document/words/language.ts'
import type {Problem} from '../../src/lint/rule.ts'
import {unsafe} from '../../src/lint/rule.ts'
import type {Check} from './check.ts'

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '（': '）',
  '《': '》',
  '【': '】'
}
const openerOf = new Map(Object.entries(pairs).map(([open, close]) => [close, open]))
const marks = /[“”‘’「」『』（）《》【】]/gu

interface Mark {
  readonly char: string
  readonly at: number
  /** It closes what is open, or is an apostrophe. */
  readonly doubtful: boolean
}

/** Apostrophes within words and before what they leave out. */
const isApostrophe = (char: string, before: string, after: string): boolean =>
  char === '’'
    ? (/^\p{L}/u.test(after) && /[\p{L}\p{N}]$/u.test(before)) || /^(?:\d|(?:n|em|tis|til|cause)\b)/i.test(after)
    : char === '‘' && (/^(?:\d\ds?|n|em|tis|til)\b/i.test(after) || /\p{Script=Latin}$/u.test(before))

/** Marks that close what is open, or else are something of their own: `the artists’`, `1）`. */
const isDoubtful = (char: string, before: string): boolean =>
  char === '’' ? /[\p{L}\p{N}.]$/u.test(before) : char === '）' && /(?:^|[\s，。；、])[\p{L}\p{N}]{1,2}$/u.test(before)

/** The first that has no partner. */
function unpaired(found: readonly Mark[]): {mark: Mark; partner: string} | undefined {
  const open: Mark[] = []
  const counts = new Map<string, number>()
  for (const mark of found) {
    const opener = openerOf.get(mark.char)
    if (!opener) {
      open.push(mark)
      counts.set(mark.char, (counts.get(mark.char) ?? 0) + 1)
    } else if (counts.get(opener)) {
      counts.set(opener, counts.get(opener)! - 1)
      open.splice(
        open.findLastIndex(({char}) => char === opener),
        1
      )
    } else if (!mark.doubtful) return {mark, partner: opener}
  }
  const [left] = open
  return left && {mark: left, partner: pairs[left.char]!}
}

const balanced: Check = {
  id: 'balanced-punctuation',
  why: 'A quotation or a parenthesis that never ends leaves the reader to guess where it does.',
  good: [
    {text: 'Don’t miss the artists’ “best ‘small’ tools” of the ’90s.\n'},
    {text: 'Tools, „wie man sagt“.\n'},
    {text: '1）One\n'}
  ],
  bad: [
    {text: 'It is “fast and small.\n', says: ['1:7: Unexpected `“` without `”`, add it or remove this one']},
    {text: 'It is fast” and small.\n', says: ['1:11: Unexpected `”` without `“`, add it or remove this one']},
    {
      text: '工具（Java)\n',
      says: ['1:8: Unexpected `)`, expected `）`, which closes `（`'],
      fixed: '工具（Java）\n'
    },
    {text: '「道具の一覧\n', says: ['1:1: Unexpected `「` without `」`, add it or remove this one']}
  ],
  *check({prose, text}) {
    if (!text.match(marks)) return
    const english = [undefined, 'en', 'other'].includes(languageOf(text))
    for (const [block, pieces] of groupBy(prose, piece => piece.block)) {
      const found: Mark[] = pieces.flatMap(({range}) =>
        [...text.slice(...range).matchAll(marks)].map(({0: char, index}) => {
          const at = range[0] + index
          return {char, at, doubtful: isDoubtful(char, text.slice(Math.max(range[0], at - 4), at))}
        })
      )
      if (found.length === 0) continue
      const whole = text.slice(...block.range)
      // Other languages turn the quotes around: „so“ and ”så”.
      const quotes = english && !/[„«»‚]/.test(whole) && (whole.includes('“') || whole.split('”').length !== 3)
      const slip = unpaired(
        found.filter(
          ({char, at}) =>
            (quotes || !/[“”‘’]/.test(char)) &&
            !isApostrophe(char, text.slice(Math.max(0, at - 12), at), text.slice(at + 1, at + 12))
        )
      )
      if (slip) yield say(slip.mark, slip.partner, text)
    }
  }
}

function say({char, at}: Mark, partner: string, text: string): Problem {
  const half = char === '（' ? /^[^()（）\n]+\)/.exec(text.slice(at + 1, at + 200))?.[0] : undefined
  if (!half)
    return {at: [at, at + 1], reason: `Unexpected \`${char}\` without \`${partner}\`, add it or remove this one`}
  const end = at + 1 + half.length
  return {
    at: [end - 1, end],
    reason: 'Unexpected `)`, expected `）`, which closes `（`',
    fix: unsafe('Close it with its partner', replace(end - 1, end, '）'))
  }
}

const repeated: Check = {
  id: 'no-repeat-punctuation',
  why: 'A list informs; it does not need to shout.',
  good: [{text: 'Wait ... what?! Really, `a !! b`.\n'}],
  bad: [
    {
      text: 'A tool for all!!! Or not??\n',
      says: ['1:15: Unexpected `!!!`, expected one', '1:25: Unexpected `??`, expected one'],
      fixed: 'A tool for all! Or not?\n'
    }
  ],
  *check({prose, text}) {
    for (const {range, link} of prose) {
      // A name is written as its owner writes it.
      if (link) continue
      for (const {0: run, index} of text.slice(...range).matchAll(/([！!~～,，·?？])\1+/g)) {
        const start = range[0] + index
        yield {
          at: [start, start + run.length],
          reason: `Unexpected \`${run}\`, expected one`,
          fix: unsafe('Keep one', remove(start + 1, start + run.length))
        }
      }
    }
  }
}

/** Checks of punctuation. */
export const words: readonly Check[] = [balanced, repeated]
