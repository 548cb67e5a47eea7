import type {TextEdit} from '../src/document/edit.ts'
import {replace} from '../src/document/edit.ts'
import type {AwesomeList, Section} from '../src/document/list.ts'
import {minimum} from '../src/document/style.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, unsafe} from '../src/lint/rule.ts'
import {demote} from './heading-increment.ts'

export default defineRule({
  id: 'heading-title',
  summary: 'Give the list one title, in words.',
  why: 'The first level-1 heading names the list; a second one starts another document for outlines, search engines and screen readers.',
  severity: 'warning',
  fix: 'unsafe',
  aliases: ['awesome-heading', 'no-multiple-toplevel-headings'],
  examples: {
    good: [{text: '# Awesome Tools\n\n## Small\n\n- [A](https://a.example)\n'}, {text: '# awesome-tools\n'}],
    bad: [
      {
        text: '# Tools\n\n# Small\n\n## Red\n\n- [A](https://a.example)\n',
        says: ['3:1: Unexpected second level-1 heading, expected the title of the list to be the only one'],
        fixed: '# Tools\n\n## Small\n\n### Red\n\n- [A](https://a.example)\n'
      },
      {
        text: '# Awesome-Small-Tools\n',
        says: ['1:3: Unexpected hyphens between the words of the title, expected spaces'],
        fixed: '# Awesome Small Tools\n'
      }
    ]
  },
  *check({list}) {
    if (!list.title) return
    yield* slug(list, list.title)
    const others = list.sections.filter(section => section.depth === 1)
    // A list that heads all its sections like this has a style of its own; a title with entries is none.
    if (others.length >= minimum || list.title.entries.length > 0) return
    const edits = demotion(list.sections)
    for (const section of others) {
      yield {
        at: [section.range[0], section.heading.position?.end.offset ?? section.range[0]],
        reason: 'Unexpected second level-1 heading, expected the title of the list to be the only one',
        ...(edits && {fix: unsafe('Demote the sections and all below them', ...edits)})
      }
    }
  }
})

/** Every section from the first level-1 one on, one level deeper: all or none, or their order would be another. */
function demotion(sections: readonly Section[]): readonly TextEdit[] | undefined {
  const first = sections.findIndex(section => section.depth === 1)
  const moved = sections.slice(first)
  if (moved.some(section => section.depth === 6 || section.setext)) return undefined
  return moved.map(demote)
}

function* slug(list: AwesomeList, title: Section): Iterable<Problem> {
  const [child] = title.heading.children
  const start = child?.position?.start.offset
  if (child?.type !== 'text' || start === undefined) return
  const name = /^[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+){2,}(?=\s*$)/u.exec(
    list.text.slice(start, child.position?.end.offset)
  )?.[0]
  if (!name || name === name.toLowerCase()) return
  yield {
    at: [start, start + name.length],
    reason: 'Unexpected hyphens between the words of the title, expected spaces',
    fix: unsafe('Write it in words', replace(start, start + name.length, name.replace(/[-_]/g, ' ')))
  }
}
