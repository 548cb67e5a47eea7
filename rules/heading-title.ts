import {remove, replace} from '../src/document/edit.ts'
import {isMain} from '../src/document/facts.ts'
import type {AwesomeList, Section} from '../src/document/list.ts'
import {demote, isGroup, sectionsBelow} from '../src/document/page/demotion.ts'
import {headerOf} from '../src/document/page/header.ts'
import {minimum} from '../src/document/style.ts'
import {titleCase} from '../src/document/words/title-case.ts'
import type {Problem, RuleFix} from '../src/lint/rule.ts'
import {defineRule, unsafe} from '../src/lint/rule.ts'

interface Options {
  readonly required: boolean
  readonly case: string
}

export default defineRule<Options>({
  id: 'heading-title',
  summary: 'Give the list one title, in words.',
  why: 'The first level-1 heading names the list; a second one starts another document for outlines, search engines and screen readers.',
  severity: 'warning',
  fix: 'unsafe',
  aliases: ['awesome-heading', 'no-multiple-toplevel-headings'],
  options: {
    required: {meaning: 'Whether a list without a title is told so; without it, none is.', example: true},
    case: {
      meaning: 'Whether the words of the title begin with capitals; without it, any way will do.',
      example: 'title',
      values: ['any', 'title']
    }
  },
  presetOptions: {awesome: {required: true, case: 'title'}},
  examples: {
    good: [
      {text: '# Awesome Tools\n\n## Small\n\n- [A](https://a.example)\n'},
      {text: '# awesome-tools\n'},
      {text: '# Awesome npm Scripts for iOS and macOS\n', options: {case: 'title'}},
      {text: '![Tools](logo.png)\n\n## Small\n', options: {required: true}}
    ],
    bad: [
      {
        text: '## Small\n\n- [A](https://a.example)\n',
        options: {required: true},
        says: ['1:1: Expected a title such as `# Awesome Name` at the top, add one']
      },
      {
        text: '# awesome tools for wood\n',
        options: {case: 'title'},
        says: ['1:3: Unexpected small letters in the title, expected `Awesome Tools for Wood`'],
        fixed: '# Awesome Tools for Wood\n'
      },
      {
        text: '# awesome-fast-play.js\n',
        options: {case: 'title'},
        says: ['1:3: Unexpected small letters in the title, expected `Awesome Fast Play.js`'],
        fixed: '# Awesome Fast Play.js\n'
      },
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
  *check({list, options, facts}) {
    if (!list.root.position) return
    const wanted = options.required && (!facts.files || isMain(facts.files))
    if (!list.title) return yield* untitled(list, wanted === true)
    const small = options.case === 'title' ? smallLetters(list, list.title) : undefined
    if (small) yield small
    else yield* slug(list, list.title)
    const others = list.sections.filter(section => section.depth === 1)
    // A list that heads all its sections like this has a style of its own; a title with entries is none.
    if (others.length >= minimum || list.title.entries.length > 0) return
    const groups = others.filter(section => isGroup(list, section))
    const moved = groups.flatMap(group => [group, ...sectionsBelow(list.sections, group)])
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

/** A list without a title: one that stands too low, or, where one is asked for, none. */
function* untitled(list: AwesomeList, wanted: boolean): Iterable<Problem> {
  const low = lowTitle(list)
  if (low) yield low
  else if (wanted) yield* missing(list)
}

/** The name of the list as a section beside those that it is the title of. */
function lowTitle({text, sections}: AwesomeList): Problem | undefined {
  const [first, ...others] = sections
  if (first?.depth !== 2 || first.setext || first.entries.length > 0 || !/^awesome\b/i.test(first.title))
    return undefined
  if (others.some(({depth}) => depth === 1) || !others.some(({depth}) => depth === 2) || /<h1\b/i.test(text))
    return undefined
  const [start] = first.range
  return {
    at: [start, first.heading.position?.end.offset ?? start],
    reason: 'Unexpected level 2 of the title, expected level 1 above the sections',
    fix: unsafe('Make it level 1', remove(start, start + 1))
  }
}

/** No title at all; a picture or a heading in HTML is one. */
function* missing(list: AwesomeList): Iterable<Problem> {
  if (list.text.trim() === '' || headerOf(list).designed) return
  const [first] = list.sections
  // Level 1 below the first entries is judged as what it is.
  if (first?.depth === 1) return
  const end = first?.heading.position?.end.offset
  yield {
    at: end === undefined ? [0, 0] : [first!.range[0], end],
    reason: 'Expected a title such as `# Awesome Name` at the top, add one'
  }
}

/** The words of the title in small letters that begin with a capital in title case. */
function smallLetters(list: AwesomeList, {heading}: Section): Problem | undefined {
  const child = heading.children.find(({type}) => type === 'text')
  const start = child?.position?.start.offset
  if (start === undefined || heading.children.some(({type}) => type === 'html')) return undefined
  const source = list.text.slice(start, child?.position?.end.offset).trimEnd()
  const expected = titleCase(source)
  if (expected === source) return undefined
  return {
    at: [start, start + source.length],
    reason: `Unexpected small letters in the title, expected \`${expected}\``,
    fix: unsafe('Write it in title case', replace(start, start + source.length, expected))
  }
}

/** Every section one level deeper: all or none, or their order would be another. */
function demotion({text}: AwesomeList, sections: readonly Section[], title: string): {fix?: RuleFix} {
  const edits = sections.flatMap(section => demote(text, section) ?? [])
  return edits.length === sections.length ? {fix: unsafe(title, ...edits)} : {}
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
