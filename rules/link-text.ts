import {insert, remove, replace} from '../src/document/edit.ts'
import type {LinkUse} from '../src/document/link/link.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {decodeMojibake} from '../src/document/words/mojibake.ts'
import {isCommonWord} from '../src/document/words/words.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'link-text',
  summary: 'Give links a text that reads well: no padding, no shouting, brackets closed.',
  why: 'The text of its link is the name of an entry: what is wrong in it is seen first and copied most.',
  severity: 'warning',
  fix: 'mixed',
  aliases: ['awesome-list-item'],
  examples: {
    good: [
      {text: '- [NASA and ESA data (2020)](https://a.example)\n'},
      {text: '- [ACM SIGGRAPH](https://a.example)\n'}
    ],
    bad: [
      {
        text: '- [Tools ](https://a.example)\n',
        says: ['1:9: Unexpected space at the end of the link text, remove it'],
        fixed: '- [Tools](https://a.example)\n'
      },
      {text: '- [](https://a.example)\n', says: ['1:3: Expected a text between the brackets of the link, add one']},
      {
        text: '- [SMALL TOOLS For the Garden](https://a.example)\n',
        says: ['1:4: Unexpected words in capitals, expected `Small Tools for the Garden`'],
        fixed: '- [Small Tools for the Garden](https://a.example)\n'
      },
      {
        text: '- [Tools (2020](https://a.example)\n',
        says: ['1:10: Unexpected `(` that is never closed, add `)`'],
        fixed: '- [Tools (2020)](https://a.example)\n'
      }
    ]
  },
  *check({list}) {
    for (const link of list.links) {
      if (link.role === 'image' || !link.textRange) continue
      yield* padding(list, link)
      yield* emptiness(list, link)
      if (link.role !== 'entry') continue
      yield* shouting(list, link)
      yield* openBracket(list, link)
    }
  }
})

function* padding({text}: AwesomeList, {textRange}: LinkUse): Iterable<Problem> {
  const [start, end] = textRange!
  const inside = text.slice(start, end)
  if (inside.trim() === '' || inside.includes('\n')) return
  const before = inside.length - inside.trimStart().length
  const after = inside.length - inside.trimEnd().length
  // The blank may be all that parts the link from the words around it: then it moves out.
  if (before > 0) {
    const glued = /[\p{L}\p{N}]/u.test(text[start - 2] ?? '')
    const edits = [remove(start, start + before), ...(glued ? [insert(start - 1, ' ')] : [])]
    yield {
      at: [start, start + before],
      reason: 'Unexpected space at the start of the link text, remove it',
      fix: safe('Remove the space', ...edits)
    }
  }
  if (after > 0) {
    const close = text.indexOf(')', end)
    const glued = text[end + 1] === '(' && close > 0 && /[\p{L}\p{N}]/u.test(text[close + 1] ?? '')
    if (glued) return
    yield {
      at: [end - after, end],
      reason: 'Unexpected space at the end of the link text, remove it',
      fix: safe('Remove the space', remove(end - after, end))
    }
  }
}

function* emptiness({text}: AwesomeList, {textRange, range, url}: LinkUse): Iterable<Problem> {
  const [start, end] = textRange!
  if (text.slice(start, end).trim() !== '' || !/^https?:/i.test(url)) return
  yield {at: range, severity: 'error', reason: 'Expected a text between the brackets of the link, add one'}
}

const small = /^(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|the|to|via|with)$/i

/** Two or more long English words in capitals, in a text that has other words too. */
function* shouting({text}: AwesomeList, {textRange}: LinkUse): Iterable<Problem> {
  const [start, end] = textRange!
  const inside = text.slice(start, end)
  const run = /(?<!\p{Lu})\p{Lu}{5,}(?:[ ]+(?:\p{Lu}{5,}))+/u.exec(inside)
  if (!run || !/\p{Lu}\p{Ll}+/u.test(inside)) return
  if (!run[0].split(/ +/).every(word => isCommonWord(word))) return
  const from = start + run.index
  const capital = (word: string): string => word[0] + word.slice(1).toLowerCase()
  const after = /^(?:\s+\p{Lu}\p{Ll}*)*/u.exec(inside.slice(run.index + run[0].length))?.[0] ?? ''
  const written =
    run[0].replace(/\p{Lu}+/gu, capital) +
    after.replace(/\p{L}+/gu, word => (small.test(word) ? word.toLowerCase() : word))
  const to = from + run[0].length + after.length
  yield {
    at: [from, to],
    reason: `Unexpected words in capitals, expected \`${inside.slice(0, run.index)}${written}${inside.slice(to - start)}\``,
    fix: unsafe('Write it in ordinary case', replace(from, to, written))
  }
}

/** One round bracket that opens and never closes. */
function* openBracket({text}: AwesomeList, {textRange}: LinkUse): Iterable<Problem> {
  const [start, end] = textRange!
  const inside = text.slice(start, end)
  const meant = decodeMojibake(inside).replaceAll('（', '(').replaceAll('）', ')')
  const opening = meant.lastIndexOf('(')
  if (
    opening < 0 ||
    meant.split('(').length !== meant.split(')').length + 1 ||
    meant.includes(')', opening) ||
    /[:;=8]-?\($/.test(meant.slice(0, opening + 1))
  )
    return
  if (!/[\p{L}\p{N}]/u.test(meant.slice(opening))) return
  const at = inside.lastIndexOf('(')
  const place = at >= 0 ? start + at : end
  yield {
    at: at >= 0 ? [place, place + 1] : [start, end],
    reason: 'Unexpected `(` that is never closed, add `)`',
    fix: unsafe('Close the bracket', insert(end - (inside.length - inside.trimEnd().length), ')'))
  }
}
