import {isInitials, isPlainName, isVariant} from '../src/document/brands.ts'
import {replace} from '../src/document/edit.ts'
import {groupBy} from '../src/document/group.ts'
import type {AwesomeList} from '../src/document/list.ts'
import type {Naming} from '../src/document/odd-words.ts'
import {oddWordsOf} from '../src/document/odd-words.ts'
import {habit, minimum} from '../src/document/style.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'text-brand-case',
  summary: 'Write names of software and companies as their owners do.',
  why: 'A name in its own spelling is found by a search, and shows that somebody looked after the list.',
  severity: 'warning',
  fix: 'mixed',
  aliases: ['awesome-spell-check'],
  examples: {
    good: [{text: '- [A](https://a.example) - Client for GitHub in JavaScript.\n'}],
    bad: [
      {
        text: '- [A](https://a.example) - Client for Github in Javascript.\n',
        says: [
          '1:41: Unexpected name `Github`, expected `GitHub`',
          '1:51: Unexpected name `Javascript`, expected `JavaScript`'
        ],
        fixed: '- [A](https://a.example) - Client for GitHub in JavaScript.\n'
      }
    ]
  },
  *check({list}) {
    for (const [name, uses] of groupBy(oddWordsOf(list).names, use => use.name)) {
      const house = habit(uses.map(use => use.text))?.value
      for (const use of uses) {
        if (use.text === name || use.text === house || isOtherThing(list, use)) continue
        if (isLower(use) ? !isWrongInLowerCase(name, uses) : isInitials(name) && isTitle(use)) continue
        const [start, end] = use.range
        const heading = use.prose.block.node.type === 'heading'
        const edit = replace(start, end, name)
        yield {
          at: use.range,
          reason: `Unexpected name \`${use.text}\`, expected \`${name}\``,
          // A blank more in a heading is another anchor, which links may lead to.
          ...(!(heading && / /.test(name)) && {
            fix:
              isTitle(use) || (isLower(use) && !isPlainName(name))
                ? unsafe('Correct the name', edit)
                : safe('Correct the name', edit)
          })
        }
      }
    }
  }
})

/** What follows the name of a command that is meant as such. */
const command = /^ (?:run|compose|build|exec|plan|apply|(?:\w+ )?(?:cli|commands?))\b/i

const isLower = ({text}: Naming): boolean => text === text.toLowerCase()

/** Whether the name is part of what the text of a link calls a thing elsewhere. */
const isTitle = ({prose: {link}}: Naming): boolean => link !== undefined && !link.url.startsWith('#')

/** Whether the word is, or is part of, the name of something else: a repository, a page, an older system. */
function isOtherThing({text}: AwesomeList, use: Naming): boolean {
  const after = text.slice(use.range[1], use.range[1] + 30)
  if (use.name === 'macOS' && /^ (?:X|\d)/.test(after)) return true
  if (isLower(use) && command.test(after)) return true
  const {link} = use.prose
  if (!link || !isTitle(use)) return false
  const path = link.url.replace(/^\w+:\/\/[^/]*/, '')
  return path.includes(use.text) || (isVariant(use.text) && path.toLowerCase().includes(use.text.toLowerCase()))
}

/** In lower case only what is no command is wrong anywhere; the others where the list itself writes them big. */
function isWrongInLowerCase(name: string, uses: readonly Naming[]): boolean {
  if (isInitials(name)) return false
  const right = uses.filter(use => use.text === name).length
  const lower = uses.filter(isLower).length
  return isPlainName(name) ? right >= lower : right >= minimum && right >= (right + lower) * 0.8
}
