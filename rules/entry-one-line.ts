import {replace} from '../src/document/edit.ts'
import type {Entry} from '../src/document/entry/entry.ts'
import {readBrokenLines} from '../src/document/entry/entry-lines.ts'
import {groupBy} from '../src/document/group.ts'
import {lineStart} from '../src/document/line.ts'
import type {LinkUse} from '../src/document/link/link.ts'
import type {AwesomeList} from '../src/document/list.ts'
import type {Problem, Range} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

const eight = Array.from({length: 8}, (_, at) => `- [A${at}](https://a.example/${at}) - Words.\n`).join('')

export default defineRule({
  id: 'entry-one-line',
  summary: 'Write each entry on a line of its own.',
  why: 'Searches, diffs and tools go line by line: half an entry, or two in one line, are lost to them.',
  severity: 'warning',
  fix: 'mixed',
  examples: {
    good: [
      {text: '- [A](https://a.example) - First,\n  which goes on.\n- [B](https://b.example) - Second.\n'},
      {text: `${eight}- [B](https://b.example) - Words,  \n  and a break that is meant.\n`},
      {text: `${eight}- [B](https://b.example) - Words - [C](https://c.example)\n`},
      {text: `${eight}- [B](https://b.example) - Words by * [C](https://c.example) * [D](https://d.example)\n`}
    ],
    bad: [
      {
        text: `${eight}- [B](https://b.example) - Words that\n  go on.\n`,
        says: ['9:38: Unexpected line break in an entry, join the lines: 8 of 9 entries here are on one line'],
        fixed: `${eight}- [B](https://b.example) - Words that go on.\n`
      },
      {
        text: `${eight}- [B\n  ](https://b.example) - Words (\n  see there).\n`,
        says: [
          '9:5: Unexpected line break in an entry, join the lines: 8 of 9 entries here are on one line',
          '10:33: Unexpected line break in an entry, join the lines: 8 of 9 entries here are on one line'
        ],
        fixed: `${eight}- [B](https://b.example) - Words (see there).\n`
      },
      {
        text: '* [A](https://a.example) - First.* [B](https://b.example) - Second.\n',
        says: ['1:34: Unexpected second entry on the line, expected a line break before `* [B]`'],
        fixed: '* [A](https://a.example) - First.\n* [B](https://b.example) - Second.\n'
      },
      {
        text: `${eight}- [B](https://b.example) - Words - [C](https://c.example) - Words.\n`,
        says: ['9:33: Unexpected second entry on the line, expected a line break before `- [C]`'],
        fixed: `${eight}- [B](https://b.example) - Words\n- [C](https://c.example) - Words.\n`
      }
    ]
  },
  *check({list}) {
    yield* broken(list)
    yield* doubled(list)
  }
})

function* broken(list: AwesomeList): Iterable<Problem> {
  const {breaks, whole, total} = readBrokenLines(list)
  for (const {range, glue} of breaks)
    yield {
      at: range,
      reason: `Unexpected line break in an entry, join the lines: ${whole} of ${total} entries here are on one line`,
      fix: safe('Join the lines', replace(...range, glue))
    }
}

/** Blanks and the mark behind a link, as far as they part it from what is said of it. */
const jointOf = (list: AwesomeList, end: number): string =>
  /^[ \t]*[-–—:][ \t]+/.exec(list.text.slice(end, end + 8))?.[0] ?? ''

/** A link in an entry that looks like the beginning of the next one. */
interface Second {
  readonly entry: Entry
  readonly bullet: string
  /** From the blanks before its bullet to the link. */
  readonly gap: Range
  readonly link: LinkUse
  /** Whether no blank stands before the bullet, so that it is nothing else. */
  readonly glued: boolean
}

function* doubled(list: AwesomeList): Iterable<Problem> {
  const seconds = readSeconds(list)
  const doubtful = seconds.filter(({glued}) => !glued)
  const byEntry = groupBy(seconds, ({entry}) => entry)
  for (const second of seconds) {
    // Where some do it, a dash or a star between blanks parts the words of one entry.
    const clear = second.glued || doubtful.length <= Math.max(1, list.entries.length / 100)
    if (clear && byEntry.get(second.entry)?.length === 1) yield twoInOne(list, second)
  }
}

function readSeconds(list: AwesomeList): readonly Second[] {
  const links = list.links.filter(({role}) => role === 'description')
  const found: Second[] = []
  let next = 0
  for (const entry of list.entries) {
    const {marker, linkFirst, head} = entry
    while ((links[next]?.range[0] ?? Infinity) < head[0]) next++
    for (let at = next; (links[at]?.range[0] ?? Infinity) < head[1]; at++)
      if (marker?.spaced && linkFirst && /^[-*+]$/.test(marker.text)) found.push(...second(list, entry, links[at]!))
  }
  return found
}

function second(list: AwesomeList, entry: Entry, link: LinkUse): readonly Second[] {
  const [start, end] = link.range
  const bullet = entry.marker!.text
  const before = list.text.slice(Math.max(entry.link.range[1], start - 40), start)
  const [gap, blank, mark] = /([ \t]*)([-*+])[ \t]+$/.exec(before) ?? []
  if (!gap || mark !== bullet || list.text[start] !== '[' || before.length - gap.length < 4) return []
  const glued = blank === ''
  if (!/[\p{L}\p{N}\p{Pe}\p{Pf}.!?…"'`;]\s*$/u.test(before.slice(0, -gap.length))) return []
  // A star that markdown takes for a mark of emphasis is none of ours.
  const at = start - gap.length + blank!.length
  if (!list.prose.some(({range}) => range[0] <= at && at < range[1])) return []
  const joint = jointOf(list, end)
  const alike = joint !== '' && joint === jointOf(list, entry.link.range[1])
  if (bullet === '-' && (glued || !alike)) return []
  return [{entry, bullet, gap: [start - gap.length, start], link, glued}]
}

function twoInOne(list: AwesomeList, {entry, bullet, gap: [start, end], link, glued}: Second): Problem {
  const line = lineStart(list.text, entry.head[0])
  const lead = list.text.slice(line, entry.head[0]) + list.text.slice(start, end).trimStart()
  const newline = list.text.includes('\r\n') ? '\r\n' : '\n'
  const edit = replace(start, end, newline + lead)
  return {
    at: [start, link.range[1]],
    reason: `Unexpected second entry on the line, expected a line break before \`${bullet} [${link.text}]\``,
    fix: glued ? safe('Break the line', edit) : unsafe('Break the line', edit)
  }
}
