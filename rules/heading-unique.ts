import {headingRange, wordsIn} from '../src/document/contents/anchor.ts'
import {groupBy} from '../src/document/group.ts'
import type {AwesomeList, Section} from '../src/document/list.ts'
import {defineRule} from '../src/lint/rule.ts'

export default defineRule({
  id: 'heading-unique',
  summary: 'Give sections side by side different names.',
  why: 'Of two sections with one name a visitor finds the first and misses the other, and entries go now here, now there.',
  severity: 'warning',
  aliases: ['no-duplicate-headings', 'no-duplicate-headings-in-section'],
  examples: {
    good: [
      {text: '# List\n\n## Python\n\n### Tools\n\n## Ruby\n\n### Tools\n'},
      {
        text: '# List\n\n## Online\n\n## Easy\n\n## Hard\n\n## Offline\n\n## Easy\n\n## Hard\n'
      },
      {text: '# List\n\n## C\n\n## C++\n\n## C#\n\n## ![](a.png)\n\n## ![](b.png)\n'}
    ],
    bad: [
      {
        text: '# List\n\n## Tools\n\n- [A](https://a.example)\n\n## Books\n\n- [B](https://b.example)\n\n## tools\n\n- [C](https://c.example)\n',
        says: ['11:1: Unexpected second `tools` beside the one on line 3, merge them or tell them apart']
      }
    ]
  },
  *check({list}) {
    const sections = list.sections.filter(
      section => wordsIn(section.heading).trim() !== '' && !holdsContents(list, section)
    )
    const doubles = [...groupBy(sections, keyOf).values()].filter(group => group.length > 1)
    const perParent = groupBy(doubles, ([first]) => placeOf(first!))
    for (const [first, ...others] of doubles) {
      // Several names twice in one place are the parts of two things whose own headings are not above them.
      if (!first || perParent.get(placeOf(first))!.length > 1) continue
      for (const section of others) {
        yield {
          at: headingRange(section),
          reason: `Unexpected second \`${wordsIn(section.heading).trim()}\` beside the one on line ${first.heading.position?.start.line}, merge them or tell them apart`,
          related: [{message: 'the first one', at: headingRange(first)}]
        }
      }
    }
  }
})

const placeOf = ({depth, parent}: Section): string => `${depth} ${parent?.range[0] ?? ''}`

const keyOf = (section: Section): string =>
  `${placeOf(section)} ${wordsIn(section.heading).trim().replace(/\s+/g, ' ').toLowerCase()}`

/** Contents in parts repeat the names of the parts. */
const holdsContents = ({contents}: AwesomeList, {range}: Section): boolean =>
  contents?.links.some(link => link.range[0] >= range[0] && link.range[0] < range[1]) ?? false
