import {insert, remove} from '../src/document/edit.ts'
import {readGluedHeadings} from '../src/document/glued-heading.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'heading-syntax',
  summary: 'Put a space between the hashes and the words of a heading.',
  why: 'Without the space markdown sees no heading: the line turns into loose text, and the section is lost.',
  severity: 'error',
  fix: 'safe',
  aliases: ['no-heading-content-indent'],
  examples: {
    good: [{text: '## Tools\n'}, {text: '#hashtag and #another are words.\n'}, {text: '\\##Tools is escaped.\n'}],
    bad: [
      {
        text: '# List\n\n##Tools\n\n- [A](https://a.example)\n',
        says: ['3:1: Expected a space between `##` and the heading, add one'],
        fixed: '# List\n\n## Tools\n\n- [A](https://a.example)\n'
      },
      {
        text: '**# List\n\nThings.\n',
        says: ['1:1: Unexpected `**` before `#`, remove it: markdown sees no heading here'],
        fixed: '# List\n\nThings.\n'
      }
    ]
  },
  *check({list}) {
    for (const {hashes, range, line} of readGluedHeadings(list)) {
      const before = list.text.slice(line, range[0])
      if (/[*_]/.test(before))
        yield {
          at: [line, range[0]],
          reason: `Unexpected \`${before.trim()}\` before \`${hashes}\`, remove it: markdown sees no heading here`,
          fix: safe('Remove it', remove(line, range[0]))
        }
      else
        yield {
          at: range,
          reason: `Expected a space between \`${hashes}\` and the heading, add one`,
          fix: safe('Insert a space', insert(range[1], ' '))
        }
    }
  }
})
