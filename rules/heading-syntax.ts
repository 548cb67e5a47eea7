import {insert} from '../src/document/edit.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

/** One to six hashes glued to a word or a link, at the start of a line. */
const glued = /^ {0,3}(#{1,6})(?=[\p{L}\p{Extended_Pictographic}[`*])[^\n]*/gmu

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
      }
    ]
  },
  *check({list}) {
    for (const {node, range, quoted, item} of list.blocks) {
      if (node.type !== 'paragraph' || quoted || item) continue
      for (const match of list.text.slice(...range).matchAll(glued)) {
        const hashes = match[1]!
        const start = range[0] + match.index + match[0].indexOf('#')
        // A single hash, or several in a line, make hashtags.
        if (hashes.length === 1 && !isLonely(list.text.slice(...range), match[0])) continue
        yield {
          at: [start, start + hashes.length],
          reason: `Expected a space between \`${hashes}\` and the heading, add one`,
          fix: safe('Insert a space', insert(start + hashes.length, ' '))
        }
      }
    }
  }
})

const isLonely = (paragraph: string, line: string): boolean =>
  paragraph.trim() === line.trim() && /^ {0,3}#\p{Lu}/u.test(line) && line.trim().includes(' ') && !/\s#/.test(line)
