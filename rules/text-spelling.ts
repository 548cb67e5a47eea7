import {articleBefore} from '../src/document/article.ts'
import {insert, remove, replace} from '../src/document/edit.ts'
import {gluedParts} from '../src/document/glued-words.ts'
import {isForeign, languageOf} from '../src/document/language.ts'
import type {LinkUse} from '../src/document/link.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {meaningInHeading, meaningOf} from '../src/document/meant-word.ts'
import {nameInAddress} from '../src/document/name-in-address.ts'
import type {Article, Word} from '../src/document/odd-words.ts'
import {oddWordsOf} from '../src/document/odd-words.ts'
import {isCommonWord} from '../src/document/words.ts'
import type {Problem, Range} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'text-spelling',
  summary: 'Spell words right, and say them once.',
  why: 'A slip in a heading or a description breaks searches, and readers take it for carelessness with the rest.',
  severity: 'warning',
  fix: 'mixed',
  examples: {good: [{text: '# A\n'}], bad: []},
  *check({list}) {
    const odd = oddWordsOf(list)
    for (const word of odd.doubled) yield* doubled(list, word)
    if (languageOf(list.text) !== 'en') return
    const renamed = new Set<LinkUse>()
    for (const link of list.links) {
      const name = link.role === 'image' ? undefined : nameInAddress(link)
      if (name === undefined) continue
      renamed.add(link)
      yield* misnamed(link, name)
    }
    for (const word of odd.unknown) {
      if (word.prose.link && renamed.has(word.prose.link)) continue
      const parts = gluedParts(word.text)
      if (parts) yield glued(word, parts)
      else yield* misspelt(list, word)
    }
    for (const article of odd.articles) yield* wrongArticle(list, article)
  }
})

const unexpected = (text: string, [start, end]: Range, right: string, why = ''): Problem => ({
  at: [start, end],
  reason: `Unexpected word \`${text}\`, expected \`${right}\`${why}`,
  fix: unsafe('Correct the spelling', replace(start, end, right))
})

function* misnamed({text, textRange}: LinkUse, name: string): Iterable<Problem> {
  const word = text.trim()
  if (textRange && textRange[1] - textRange[0] === word.length)
    yield unexpected(word, textRange, name, ' as in its address')
}

function glued({text, range: [start, end]}: Word, [first, second]: readonly [string, string]): Problem {
  return {
    at: [start, end],
    reason: `Expected a space in \`${text}\`, between \`${first}\` and \`${second}\``,
    fix: unsafe('Insert a space', insert(start + first.length, ' '))
  }
}

function* misspelt(list: AwesomeList, word: Word): Iterable<Problem> {
  const heading = word.prose.block.node.type === 'heading' && !word.prose.link
  const meaning = meaningOf(list, word)
  const right = meaning?.right ?? (heading ? meaningInHeading(list, word) : undefined)
  if (right === undefined) return
  const problem = unexpected(word.text, word.range, right)
  // Links may lead to the anchor of a heading.
  yield meaning?.sure && !heading ? {...problem, fix: {...problem.fix!, safety: 'safe'}} : problem
}

/** After `that that` these tell that the second one is too many. */
const afterThat = /^ (?:lets|allows|helps|provides|enables|makes|supports|runs|uses|gives|adds|converts)\b/

function* doubled(list: AwesomeList, {text, range: [start, end]}: Word): Iterable<Problem> {
  if (text.toLowerCase() === 'that' && !afterThat.test(list.text.slice(end, end + 12))) return
  const before = list.text.slice(0, start).trimEnd().length
  const named = list.text[end] === ':'
  const edit = named ? remove(start, end + 2) : remove(before, end)
  const sure = !named && !list.text.slice(before, start).includes('\n')
  yield {
    at: [start, end],
    reason: `Unexpected second \`${text}\`, remove it`,
    fix: sure ? safe('Remove the second one', edit) : unsafe('Remove the second one', edit)
  }
}

/** Where `an` may be a slip of `and`, what stands before tells: after these it can only be an article. */
const beforeArticle =
  /(?:^|[^\p{L}\p{N}\s]\s*|(?<!\p{L})(?:is|as|of|with|to|in|on|by|from|like|into|via|using|be|not|at|has|have|provides|was|are|add|create)\s)$/iu

function* wrongArticle(list: AwesomeList, {text, range: [start, end], prose, before}: Article): Iterable<Problem> {
  const expected = articleBefore(before)
  if (!expected || expected === text.toLowerCase() || !isCommonWord(before)) return
  const lead = list.text.slice(Math.max(prose.range[0], start - 20), start)
  if (!beforeArticle.test(lead) && (expected === 'a' || text === 'A')) return
  if (isForeign(list.text.slice(...prose.range))) return
  const right = text[0] === 'A' ? expected[0]!.toUpperCase() + expected.slice(1) : expected
  yield {
    at: [start, end],
    reason: `Unexpected \`${text}\` before \`${before}\`, expected \`${right}\``,
    fix: safe('Correct the article', replace(start, end, right))
  }
}
