import {insert, remove, replace} from '../src/document/edit.ts'
import type {LinkUse} from '../src/document/link/link.ts'
import {nameInAddress} from '../src/document/link/name-in-address.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {rightArticle} from '../src/document/words/article.ts'
import {gluedParts} from '../src/document/words/glued-words.ts'
import {languageOf} from '../src/document/words/language.ts'
import {meaningInHeading, meaningOf} from '../src/document/words/meant-word.ts'
import type {Article, Word} from '../src/document/words/odd-words.ts'
import {oddWordsOf} from '../src/document/words/odd-words.ts'
import type {Problem, Range} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'text-spelling',
  summary: 'Spell words right, and say them once.',
  why: 'A misspelled word is missed by searches, and readers stumble over it.',
  severity: 'warning',
  fix: 'mixed',
  examples: {
    good: [
      {text: '# List\n\n## Kubernetes\n\nAll about the tools of Kubernetes, with the names that are used for it.\n'},
      {
        text: '# Liste\n\n## Outils pour les developeurs\n\nUne liste des outils pour les gens avec une idée dans la tête.\n'
      },
      {
        text: '# List\n\n- [Machin](https://a.example/machin) - The tool of Jon Proces, with machin and `proces` for the new linters.\n'
      },
      {
        text: '# List\n\n- [Tool](https://a.example) - For an hour or a union, a one-time fee and a European user that that is for.\n'
      }
    ],
    bad: [
      {
        text: 'All that is needed for the carving of wood, for you and for the others with a knife.\n\n- [wodcarvning](https://github.com/knives/woodcarving) - Carves.\n',
        says: ['3:4: Unexpected word `wodcarvning`, expected `woodcarving` as in its address'],
        fixed:
          'All that is needed for the carving of wood, for you and for the others with a knife.\n\n- [woodcarving](https://github.com/knives/woodcarving) - Carves.\n'
      },
      {
        text: '# List\n\nA list of the tools for you and your friends.\n\n## Chalenges\n\n- [The first of the challenges](https://a.example)\n',
        says: ['5:4: Unexpected word `Chalenges`, expected `Challenges`'],
        fixed:
          '# List\n\nA list of the tools for you and your friends.\n\n## Challenges\n\n- [The first of the challenges](https://a.example)\n'
      },
      {
        text: '# List\n\n- [A Shedule for the Year](https://a.example/schedule) - A libary for the comprenhensive planning of the year.\n',
        says: [
          '3:6: Unexpected word `Shedule`, expected `Schedule`',
          '3:60: Unexpected word `libary`, expected `library`',
          '3:75: Unexpected word `comprenhensive`, expected `comprehensive`'
        ],
        fixed:
          '# List\n\n- [A Schedule for the Year](https://a.example/schedule) - A library for the comprehensive planning of the year.\n'
      },
      {
        text: '- [Tomatoseds](https://tomatoseeds.example) - Seeds for the gardens of the city and and your own.\n',
        says: [
          '1:4: Unexpected word `Tomatoseds`, expected `Tomatoseeds` as in its address',
          '1:85: Unexpected second `and`, remove it'
        ],
        fixed: '- [Tomatoseeds](https://tomatoseeds.example) - Seeds for the gardens of the city and your own.\n'
      },
      {
        text: '- [Tool](https://a.example) - A open tool for the garden, with an simple plan that that lets you grow.\n',
        says: [
          '1:31: Unexpected `A` before `open`, expected `An`',
          '1:64: Unexpected `an` before `simple`, expected `a`',
          '1:84: Unexpected second `that`, remove it'
        ],
        fixed: '- [Tool](https://a.example) - An open tool for the garden, with a simple plan that lets you grow.\n'
      },
      {
        text: '- [The Art of ScaLEfrom the Top for you](https://a.example)\n',
        says: ['1:15: Expected a space in `ScaLEfrom`, between `ScaLE` and `from`'],
        fixed: '- [The Art of ScaLE from the Top for you](https://a.example)\n'
      }
    ]
  },
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

function* wrongArticle(list: AwesomeList, article: Article): Iterable<Problem> {
  const right = rightArticle(list, article)
  if (right === undefined) return
  yield {
    at: article.range,
    reason: `Unexpected \`${article.text}\` before \`${article.before}\`, expected \`${right}\``,
    fix: safe('Correct the article', replace(...article.range, right))
  }
}
