import {insert, replace} from '../src/document/edit.ts'
import {languageOf} from '../src/document/language.ts'
import type {AwesomeList, Section} from '../src/document/list.ts'
import {isCommonWord, isKnownWord, slips} from '../src/document/words.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'text-spelling',
  summary: 'Spell the words of headings right.',
  why: 'A misspelt heading breaks searches and the links to it, and it is what a visitor sees first.',
  severity: 'warning',
  fix: 'unsafe',
  examples: {
    good: [
      {text: '# List\n\n## Kubernetes\n\nAll about the tools of Kubernetes, with the names that are used for it.\n'},
      {
        text: '# Liste\n\n## Outils pour les developeurs\n\nUne liste des outils pour les gens avec une idée dans la tête.\n'
      }
    ],
    bad: [
      {
        text: '# List\n\nA list of the tools for you and your friends.\n\n## Chalenges\n\n- [The first of the challenges](https://a.example)\n',
        says: ['5:4: Unexpected word `Chalenges`, expected `Challenges`'],
        fixed:
          '# List\n\nA list of the tools for you and your friends.\n\n## Challenges\n\n- [The first of the challenges](https://a.example)\n'
      },
      {
        text: '- [The Art of ScaLEfrom the Top for you](https://a.example)\n',
        says: ['1:15: Expected a space in `ScaLEfrom`, between `ScaLE` and `from`'],
        fixed: '- [The Art of ScaLE from the Top for you](https://a.example)\n'
      }
    ]
  },
  *check({list}) {
    if (languageOf(list.text) !== 'en') return
    const headings = list.title ? [list.title, ...list.sections] : list.sections
    for (const section of headings) yield* misspelt(list, section, headings)
    yield* glued(list)
  }
})

function* misspelt(list: AwesomeList, section: Section, headings: readonly Section[]): Iterable<Problem> {
  for (const {block, range, link} of list.prose) {
    if (block.node !== section.heading || link) continue
    for (const match of list.text
      .slice(...range)
      .matchAll(/(?<![\p{L}\p{N}_./@#'’-])\p{Lu}?[a-z]{6,}(?![\p{L}\p{N}_/@'’-]|\.\p{L})/gu)) {
      const [word] = match
      if (isKnownWord(word)) continue
      const expected = meant(list, word.toLowerCase(), headings)
      if (!expected) continue
      const right = word[0] === word[0]!.toLowerCase() ? expected : expected[0]!.toUpperCase() + expected.slice(1)
      const start = range[0] + match.index
      yield {
        at: [start, start + word.length],
        reason: `Unexpected word \`${word}\`, expected \`${right}\``,
        fix: unsafe('Correct the spelling', replace(start, start + word.length, right))
      }
    }
  }
}

/** The one word that is a slip away and that the list uses itself; a word the list uses elsewhere is a name or its own. */
function meant(list: AwesomeList, word: string, headings: readonly Section[]): string | undefined {
  const used = (text: string): number =>
    list.text.match(new RegExp(`(?<![\\p{L}\\p{N}])${text}(?![\\p{L}\\p{N}])`, 'giu'))?.length ?? 0
  const inHeadings = headings.filter(({title}) => title.toLowerCase().includes(word)).length
  if (used(word) > inHeadings * 2) return undefined
  const candidates = [...new Set(slips(word))].filter(
    near => near.length > 4 && near[0] === word[0] && `${near}s` !== word && `${word}s` !== near && isCommonWord(near)
  )
  const known = candidates.map(near => ({near, count: used(near)})).filter(({count}) => count > 0)
  known.sort((a, b) => b.count - a.count)
  if (known[0] && known[0].count > (known[1]?.count ?? 0)) return known[0].near
  return undefined
}

/** A word glued to the next one, where the case tells: `ScaLEfrom`. */
function* glued(list: AwesomeList): Iterable<Problem> {
  for (const {range} of list.prose) {
    for (const match of list.text
      .slice(...range)
      .matchAll(/(?<![\p{L}\p{N}_./@#-])([A-Za-z]{3,}[A-Z])(from|with|into|using|for|and)(?![\p{L}\p{N}_./@-])/gu)) {
      const [word, first, second] = match as unknown as [string, string, string]
      if (!/[a-z]/.test(first) || isKnownWord(word) || !isCommonWord(first)) continue
      const start = range[0] + match.index
      yield {
        at: [start, start + word.length],
        reason: `Expected a space in \`${word}\`, between \`${first}\` and \`${second}\``,
        fix: unsafe('Insert a space', insert(start + first.length, ' '))
      }
    }
  }
}
