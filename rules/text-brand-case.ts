import {slugOf} from '../src/document/contents/anchor.ts'
import {replace} from '../src/document/edit.ts'
import {groupBy} from '../src/document/group.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {habit, minimum} from '../src/document/style.ts'
import {isInitials, isPlainName, isVariant} from '../src/document/words/brands.ts'
import type {Naming} from '../src/document/words/odd-words.ts'
import {oddWordsOf} from '../src/document/words/odd-words.ts'
import type {RuleFix} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'text-brand-case',
  summary: 'Write names of software and companies as their owners do.',
  why: 'A name in its own spelling is found by a search, and shows that somebody looked after the list.',
  severity: 'warning',
  fix: 'mixed',
  aliases: ['awesome-spell-check'],
  examples: {
    good: [
      {
        text: '# GitHub\n\n- [A](https://a.example) - Client for GitHub in JavaScript, see www.Github.example or Github/tools.\n'
      },
      {
        text: '- [javascript-kit](https://a.example/javascript-kit) - Kit, by [@github](https://b.example), `Javascript` only.\n- [Github Stars](https://c.example/Github-Stars) - Stars, in github.md.\n'
      },
      {
        text: `# Names in a habit of this list\n\n${Array.from({length: 9}, (_, at) => `- [Part ${at}](https://a.example/${at}) - Part ${at} of Matlab.\n`).join('')}`
      },
      {
        text: '- [A](https://a.example) - Runs on MacOS X and IOS, with python or docker, if JavaScript is not "javascript".\n'
      }
    ],
    bad: [
      {
        text: '- [A](https://a.example) - Client for Github in Javascript.\n',
        says: [
          '1:39: Unexpected name `Github`, expected `GitHub`',
          '1:49: Unexpected name `Javascript`, expected `JavaScript`'
        ],
        fixed: '- [A](https://a.example) - Client for GitHub in JavaScript.\n'
      },
      {
        text: "# NodeJS\n\n- [Ask StackOverflow](https://a.example) - Answers about .Net, MacOS and Github's API, JavaScript or javascript, of [Youtube](https://b.example).\n",
        says: [
          '1:3: Unexpected name `NodeJS`, expected `Node.js`',
          '3:58: Unexpected name `.Net`, expected `.NET`',
          '3:64: Unexpected name `MacOS`, expected `macOS`',
          '3:74: Unexpected name `Github`, expected `GitHub`',
          '3:102: Unexpected name `javascript`, expected `JavaScript`',
          '3:118: Unexpected name `Youtube`, expected `YouTube`'
        ],
        fixed:
          "# Node.js\n\n- [Ask StackOverflow](https://a.example) - Answers about .NET, macOS and GitHub's API, JavaScript or JavaScript, of [YouTube](https://b.example).\n"
      },
      {
        text: `${Array.from({length: 9}, (_, at) => `- [Part ${at}](https://a.example/${at}) - Part ${at} of Docker.\n`).join('')}- [Part x](https://a.example/x) - Part for docker hosts, not for docker run.\n`,
        says: ['10:44: Unexpected name `docker`, expected `Docker`'],
        fixed: `${Array.from({length: 9}, (_, at) => `- [Part ${at}](https://a.example/${at}) - Part ${at} of Docker.\n`).join('')}- [Part x](https://a.example/x) - Part for Docker hosts, not for docker run.\n`
      },
      {
        text: '## Mongo DB\n\n- [A](https://a.example) - Is moved.\n',
        says: ['1:4: Unexpected name `Mongo DB`, expected `MongoDB`']
      }
    ]
  },
  *check({list}) {
    for (const [name, uses] of groupBy(oddWordsOf(list).names, use => use.name)) {
      const house = habit(uses.map(use => use.text))?.value
      for (const use of uses) {
        if (use.text === name || use.text === house || isOtherThing(list, use)) continue
        if (isLower(use) ? !isWrongInLowerCase(name, uses) : isInitials(name) && isTitle(use)) continue
        yield {
          at: use.range,
          reason: `Unexpected name \`${use.text}\`, expected \`${name}\``,
          ...fixOf(name, use)
        }
      }
    }
  }
})

function fixOf(name: string, use: Naming): {fix?: RuleFix} {
  const {link, block} = use.prose
  // Links may lead to the anchor of a heading.
  if ((block.node.type === 'heading' || link?.url.startsWith('#')) && slugOf(use.text) !== slugOf(name)) return {}
  const edit = replace(...use.range, name)
  const fix = isTitle(use) || (isLower(use) && !isPlainName(name)) ? unsafe : safe
  return {fix: fix('Correct the name', edit)}
}

/** What follows the name of a command that is meant as such. */
const command = /^ (?:run|compose|build|exec|plan|apply|(?:\w+ )?(?:cli|commands?))\b/i

const isLower = ({text}: Naming): boolean => text === text.toLowerCase()

/** Whether the name is part of what the text of a link calls a thing elsewhere. */
const isTitle = ({prose: {link}}: Naming): boolean => link !== undefined && !link.url.startsWith('#')

/** Whether the word is, or is part of, the name of something else: a repository, a page, an older system. */
function isOtherThing({text}: AwesomeList, use: Naming): boolean {
  const after = text.slice(use.range[1], use.range[1] + 30)
  if (use.name === 'macOS' && /^ (?:X|\d)/.test(after)) return true
  if (isLower(use) && (command.test(after) || (/["'“]/.test(text[use.range[0] - 1] ?? '') && /^["'”]/.test(after))))
    return true
  const {link} = use.prose
  if (!link || !isTitle(use)) return false
  const path = link.url.replace(/^\w+:\/\/[^/]*/, '')
  if (path.includes(use.text)) return true
  // A name with a letter more or less in a longer title is somebody else's.
  return isVariant(use.text) && (link.text !== use.text || path.toLowerCase().includes(use.text.toLowerCase()))
}

/** In lower case only what is no command is wrong anywhere; the others where the list itself writes them big. */
function isWrongInLowerCase(name: string, uses: readonly Naming[]): boolean {
  if (isInitials(name)) return false
  // Written big in any way counts: so that mending one spelling never brings up another.
  const right = uses.filter(use => !isLower(use)).length
  const lower = uses.filter(isLower).length
  return isPlainName(name) ? right >= lower : right >= minimum && right >= (right + lower) * 0.8
}
