import type {TextEdit} from '../edit.ts'
import {insert, replace} from '../edit.ts'
import type {AwesomeList, Section} from '../list.ts'

/** A heading without entries of its own above deeper ones heads a group of them; one with entries is like them. */
export function isGroup({sections}: AwesomeList, section: Section): boolean {
  const next = sections[sections.indexOf(section) + 1]
  return next !== undefined && next.depth > 1 && section.entries.length === 0
}

/** The sections from one to the next of level 1. */
export function sectionsBelow(sections: readonly Section[], group: Section): readonly Section[] {
  const rest = sections.slice(sections.indexOf(group) + 1)
  const end = rest.findIndex(section => section.depth === 1)
  return rest.slice(0, end < 0 ? rest.length : end)
}

/** Makes a heading deeper by one level; an underlined one can only go from `===` to `---`. */
export function demote(text: string, {range, heading, depth, setext}: Section): TextEdit | undefined {
  if (!setext) return depth < 6 ? insert(range[0], '#') : undefined
  const end = heading.position?.end.offset ?? range[0]
  const underline = /=+[ \t]*$/.exec(text.slice(range[0], end))
  const start = range[0] + (underline?.index ?? 0)
  return underline ? replace(start, end, underline[0].replace(/=/g, '-')) : undefined
}
