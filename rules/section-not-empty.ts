import {defineRule} from '../src/lint/rule.ts'

export default defineRule({
  id: 'section-not-empty',
  summary: 'Put something into every section.',
  why: 'A heading with nothing below it promises entries that do not exist.',
  severity: 'warning',
  aliases: ['no-empty-sections'],
  examples: {
    good: [
      {text: '# List\n\n## Tools\n\n### Small\n\n- [A](https://a.example)\n'},
      {text: '## [A](https://a.example)\n\n## [B](https://b.example)\n'}
    ],
    bad: [
      {
        text: '## Tools\n\n## Books\n\n- [A](https://a.example)\n',
        says: ['1:1: Unexpected section without content, add an entry or remove the heading']
      }
    ]
  },
  *check({list}) {
    for (const [index, section] of list.sections.entries()) {
      const next = list.sections[index + 1]
      const end = section.heading.position?.end.offset
      if (end === undefined || list.text.slice(end, section.range[1]).trim() !== '') continue
      // A deeper heading is content; a heading that is a link is an entry by itself.
      if ((next && next.depth > section.depth) || section.heading.children.some(child => child.type === 'link'))
        continue
      yield {
        at: [section.range[0], end],
        reason: 'Unexpected section without content, add an entry or remove the heading'
      }
    }
  }
})
