import {movesOf} from '../src/document/entry/moves.ts'
import {collations} from '../src/document/entry/order.ts'
import type {ListOrder, OrderedSection} from '../src/document/entry/section-order.ts'
import {readOrder} from '../src/document/entry/section-order.ts'
import {siblingsOf} from '../src/document/entry/siblings.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

const list = (...names: readonly string[]): string =>
  names.map(name => `- [${name}](https://${name.toLowerCase()}.example)\n`).join('')

export default defineRule({
  id: 'entry-order',
  summary: 'Keep sections in alphabetical order where the list is.',
  why: 'In a list that is in order, an entry out of its place is not found where it is looked for, and is added twice.',
  severity: 'warning',
  fix: 'safe',
  aliases: ['alphabetize-lists'],
  examples: {
    good: [
      {text: list('Ash', 'beech', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak')},
      {text: list('Oak', 'Elm', 'Hazel', 'Beech', 'Larch', 'Fir', 'Maple', 'Ash')},
      {text: list('Ash', 'Node2', 'Node10', 'Oak', 'Pine', 'Rowan', 'Spruce', 'Yew')}
    ],
    bad: [
      {
        text: list('Ash', 'Beech', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak', 'Cedar'),
        says: [
          '9:3: Unexpected place of `Cedar` in a section in alphabetical order, expected it between `Beech` and `Elm`'
        ],
        fixed: list('Ash', 'Beech', 'Cedar', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak')
      },
      {
        text: list('Oak', 'Ash', 'Beech', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple').replace('\n', '\n  - More of it.\n'),
        says: ['1:3: Unexpected place of `Oak` in a section in alphabetical order, expected it after `Maple`'],
        fixed: `${list('Ash', 'Beech', 'Elm', 'Fir', 'Hazel', 'Larch', 'Maple', 'Oak')}  - More of it.\n`
      }
    ]
  },
  *check({list, isChanged}) {
    const groups = siblingsOf(list).filter(
      ({ordered, entries}) =>
        !ordered &&
        entries.length <= most &&
        entries.every(entry => entry.linkFirst && !unsortable.test(entry.link.text))
    )
    const {compare, sections} = readOrder(groups, (group, at) => isChanged(group.entries[at]!.head))
    for (const section of sections) yield* misplaced(list.text, section, compare)
  }
})

/** Names whose order is not that of their letters: a dictionary goes by strokes or by sound. */
const unsortable = /^[\p{P}\p{S}\s]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** A list longer than this is data, and comparing each name with each takes its time. */
const most = 2000

function* misplaced(
  text: string,
  {group, names, kept}: OrderedSection,
  compare: ListOrder['compare']
): Iterable<Problem> {
  const stays = new Set(kept)
  const moved = names.flatMap((_, at) => (!stays.has(at) && isOut(names, at, kept) ? [at] : []))
  if (moved.length === 0) return
  const moves = movesOf(text, group, {kept, moved}, (a, b) => compare(names[a]!, names[b]!) < 0)
  for (const at of moved) {
    const edits = moves.get(at)
    const before = kept.filter(other => compare(names[other]!, names[at]!) <= 0).at(-1)
    const after = kept.find(other => compare(names[other]!, names[at]!) > 0)
    const place =
      before === undefined
        ? `before \`${names[after!]}\``
        : after === undefined
          ? `after \`${names[before]}\``
          : `between \`${names[before]}\` and \`${names[after]}\``
    yield {
      at: group.entries[at]!.link.range,
      reason: `Unexpected place of \`${names[at]}\` in a section in alphabetical order, expected it ${place}`,
      ...(edits && {
        fix: safe(edits.length > 2 ? 'Move the entries to their places' : 'Move the entry to its place', ...edits)
      })
    }
  }
}

/** Whether a name is out of its place however names are compared: where opinions differ, none is wrong. */
function isOut(names: readonly string[], at: number, kept: readonly number[]): boolean {
  const before = kept.findLast(other => other < at)
  const after = kept.find(other => other > at)
  return Object.values(collations).every(
    compare =>
      (before !== undefined && compare(names[before]!, names[at]!) > 0) ||
      (after !== undefined && compare(names[at]!, names[after]!) > 0)
  )
}
