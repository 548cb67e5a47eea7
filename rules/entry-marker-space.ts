import {insert} from '../src/document/edit.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'entry-marker-space',
  summary: 'Put a space between the list marker and the entry.',
  why: 'Without the space markdown sees no list item: the entry turns into loose text, or is swallowed by the entry above it.',
  severity: 'error',
  fix: 'safe',
  aliases: ['awesome-list-item'],
  examples: {
    good: [
      {text: '- [A](https://a.example) - First.\n'},
      {text: '\\-[A](https://a.example) is escaped, so it is meant as text.\n'},
      {text: '*[A](https://a.example)* is emphasis.\n'}
    ],
    bad: [
      {
        text: '- [A](https://a.example) - First.\n-[B](https://b.example) - Second.\n',
        says: [
          '2:2: Expected a space between `-` and the link, add one: without it the entry is part of the line above'
        ],
        fixed: '- [A](https://a.example) - First.\n- [B](https://b.example) - Second.\n'
      },
      {
        text: '## Tools\n\n*[A](https://a.example) - First.\n',
        says: ['3:2: Expected a space between `*` and the link, add one: without it this is no list item'],
        fixed: '## Tools\n\n* [A](https://a.example) - First.\n'
      }
    ]
  },
  *check({list}) {
    for (const {marker} of list.entries) {
      if (!marker || marker.spaced) continue
      const [start, end] = marker.range
      const swallowed =
        /\S[^\n]*\n[ \t]*$/.test(list.text.slice(0, start)) &&
        !/(?:^|\n)[ \t]{0,3}(?:#[^\n]*|<[^\n]*>)\n[ \t]*$/.test(list.text.slice(0, start))
      yield {
        at: [end, end],
        reason: `Expected a space between \`${marker.text}\` and the link, add one: without it ${swallowed ? 'the entry is part of the line above' : 'this is no list item'}`,
        fix: safe('Insert a space', insert(end, ' '))
      }
    }
  }
})
