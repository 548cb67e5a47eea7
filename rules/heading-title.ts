import type {TextEdit} from '../src/document/edit.ts'
import {insert, remove, replace} from '../src/document/edit.ts'
import type {AwesomeList, Section} from '../src/document/list.ts'
import {minimum} from '../src/document/style.ts'
import type {Problem, RuleFix} from '../src/lint/rule.ts'
import {defineRule, unsafe} from '../src/lint/rule.ts'

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
        text: '# List\n\n## Tools\n\n- [A](https://a.example)\n\n# Books\n\n- [B](https://b.example)\n\n## Films\n\n- [C](https://c.example)\n',
        says: ['7:1: Unexpected second level-1 heading, expected the title of the list to be the only one'],
        fixed:
          '# List\n\n## Tools\n\n- [A](https://a.example)\n\n## Books\n\n- [B](https://b.example)\n\n## Films\n\n- [C](https://c.example)\n'
      },
      {
        text: '## Awesome Tools\n\n## Small\n\n- [A](https://a.example)\n',
        says: ['1:1: Unexpected level 2 of the title, expected level 1 above the sections'],
        fixed: '# Awesome Tools\n\n## Small\n\n- [A](https://a.example)\n'
      },
      {
        text: '# Awesome-Small-Tools\n',
        says: ['1:3: Unexpected hyphens between the words of the title, expected spaces'],
        fixed: '# Awesome Small Tools\n'
      }
    ]
  },
  *check({list}) {
    if (!list.title) return yield* lowTitle(list)
    yield* slug(list, list.title)
    const others = list.sections.filter(section => section.depth === 1)
    // A list that heads all its sections like this has a style of its own; a title with entries is none.
    if (others.length >= minimum || list.title.entries.length > 0) return
    const groups = others.filter(section => isGroup(list, section))
    const moved = groups.flatMap(group => [group, ...below(list.sections, group)])
    for (const section of others) {
      const group = groups.includes(section)
      yield {
        at: [section.range[0], section.heading.position?.end.offset ?? section.range[0]],
        reason: 'Unexpected second level-1 heading, expected the title of the list to be the only one',
        ...demotion(
          list,
          group ? moved : [section],
          group ? 'Demote the sections and all below them' : 'Demote the section'
        )
      }
    }
  }
})

/** The name of the list as a section beside those that it is the title of. */
function* lowTitle({text, sections}: AwesomeList): Iterable<Problem> {
  const [first, ...others] = sections
  if (first?.depth !== 2 || first.setext || first.entries.length > 0 || !/^awesome\b/i.test(first.title)) return
  if (others.some(({depth}) => depth === 1) || !others.some(({depth}) => depth === 2) || /<h1\b/i.test(text)) return
  const [start] = first.range
  yield {
    at: [start, first.heading.position?.end.offset ?? start],
    reason: 'Unexpected level 2 of the title, expected level 1 above the sections',
    fix: unsafe('Make it level 1', remove(start, start + 1))
  }
}

/** A heading without entries of its own above deeper ones heads a group of them; one with entries is like them. */
function isGroup({sections}: AwesomeList, section: Section): boolean {
  const next = sections[sections.indexOf(section) + 1]
  return next !== undefined && next.depth > 1 && section.entries.length === 0
}

/** The sections from one to the next of level 1. */
function below(sections: readonly Section[], group: Section): readonly Section[] {
  const rest = sections.slice(sections.indexOf(group) + 1)
  const end = rest.findIndex(section => section.depth === 1)
  return rest.slice(0, end < 0 ? rest.length : end)
}

/** Every section one level deeper: all or none, or their order would be another. */
function demotion({text}: AwesomeList, sections: readonly Section[], title: string): {fix?: RuleFix} {
  const edits = sections.flatMap(section => demote(text, section) ?? [])
  return edits.length === sections.length ? {fix: unsafe(title, ...edits)} : {}
}

/** Makes a heading deeper by one level; an underlined one can only go from `===` to `---`. */
function demote(text: string, {range, heading, depth, setext}: Section): TextEdit | undefined {
  if (!setext) return depth < 6 ? insert(range[0], '#') : undefined
  const end = heading.position?.end.offset ?? range[0]
  const underline = /=+[ \t]*$/.exec(text.slice(range[0], end))
  const start = range[0] + (underline?.index ?? 0)
  return underline ? replace(start, end, underline[0].replace(/=/g, '-')) : undefined
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
