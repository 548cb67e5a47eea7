import {remove} from '../src/document/edit.ts'
import type {Section} from '../src/document/list.ts'
import {defineRule, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'heading-increment',
  summary: 'Go down one heading level at a time.',
  why: 'A skipped level leaves a hole in the outline: screen readers and tables of contents show a section as part of one that does not exist.',
  severity: 'warning',
  fix: 'unsafe',
  examples: {
    good: [{text: '# List\n\n## Tools\n\n### Small\n\n## Books\n'}, {text: '# List\n\n### Tools\n\n### Books\n'}],
    bad: [
      {
        text: '# List\n\n## Tools\n\n#### Small\n\n- [A](https://a.example)\n\n### Large\n\n- [B](https://b.example)\n',
        says: ['5:1: Unexpected level-4 heading below a level-2 heading, expected level 3'],
        fixed: '# List\n\n## Tools\n\n### Small\n\n- [A](https://a.example)\n\n### Large\n\n- [B](https://b.example)\n'
      }
    ]
  },
  *check({list}) {
    const headings = list.title ? [list.title, ...list.sections] : list.sections
    const used = new Set(headings.map(section => section.depth))
    for (const [index, section] of headings.entries()) {
      const before = headings[index - 1]
      if (!before || section.depth <= before.depth + 1) continue
      const expected = before.depth + 1
      // A list that never uses the level has left it out on purpose.
      if (!used.has(expected)) continue
      const start = section.range[0]
      const below = belonging(headings.slice(index))
      yield {
        at: [start, section.heading.position?.end.offset ?? start],
        reason: `Unexpected level-${section.depth} heading below a level-${before.depth} heading, expected level ${expected}`,
        ...(below.some(other => other.setext)
          ? {}
          : {
              fix: unsafe(
                `Make it level ${expected}`,
                ...below.map(({range}) => remove(range[0], range[0] + section.depth - expected))
              )
            })
      }
    }
  }
})

/** The first section and all that follow it at its level or below: they hang in the same hole. */
function belonging([first, ...rest]: readonly Section[]): readonly Section[] {
  const end = rest.findIndex(section => section.depth < first!.depth)
  return [first!, ...rest.slice(0, end < 0 ? rest.length : end)]
}
