import {insert, remove, replace} from '../src/document/edit.ts'
import type {AwesomeList} from '../src/document/list.ts'
import type {Gap} from '../src/document/page/gap.ts'
import {readUnevenGaps} from '../src/document/page/gap.ts'
import {readLineEnds} from '../src/document/page/line-ends.ts'
import {readSpacing} from '../src/document/words/spacing.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, invisible, safe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'text-whitespace',
  summary: 'Keep blanks and blank lines even.',
  why: 'Stray blanks and uneven blank lines make noise in every diff, and some of them change what markdown sees.',
  severity: 'warning',
  fix: 'safe',
  aliases: ['final-newline', 'no-consecutive-blank-lines', 'no-missing-blank-lines', 'hard-break-spaces'],
  examples: {
    good: [
      {text: '# List\n\nText with a  \nhard break.\n\n- [A](https://a.example) - First ... and .NET\n'},
      {text: '```\ncode  with   blanks  \n\n\n\n```\n'},
      {text: '# Liste\n\nUne idée : des outils pour les gens, avec une carte dans la poche !\n'}
    ],
    bad: [
      {text: '# List', says: ['1:7: Expected a line break at the end of the file, add one'], fixed: '# List\n'},
      {
        text: '# List\nA list of things.\n',
        says: ['2:1: Expected a blank line after the title, add one'],
        fixed: '# List\n\nA list of things.\n'
      },
      {
        text: '# List\n\n\n## Tools\n',
        says: ['3:1: Unexpected second blank line, expected one before the heading'],
        fixed: '# List\n\n## Tools\n'
      },
      {
        text: '- [A](https://a.example) - Reads the files,maps them and writes what is left(with all of its parts) for you.\n',
        says: ['1:44: Expected a space behind `,`, add one', '1:77: Expected a space before `(`, add one'],
        fixed:
          '- [A](https://a.example) - Reads the files, maps them and writes what is left (with all of its parts) for you.\n'
      },
      {
        text: 'One  two.  \n\nThree\n',
        says: [
          '1:4: Unexpected doubled space, remove one',
          '1:10: Unexpected blanks at the end of the line, remove them'
        ],
        fixed: 'One two.\n\nThree\n'
      },
      {
        text: '- [The tools : a list of the best](https://a.example)\n- [The shops: a list of the best](https://b.example)\n',
        says: ['1:13: Unexpected space before `:`, remove it'],
        fixed:
          '- [The tools: a list of the best](https://a.example)\n- [The shops: a list of the best](https://b.example)\n'
      }
    ]
  },
  *check({list}) {
    // Without positions nobody can tell code from words.
    if (!list.root.position) return
    yield* blankLines(list)
    yield* lineEnds(list)
    yield* words(list)
    yield* fileEnd(list)
  }
})

function* blankLines(list: AwesomeList): Iterable<Problem> {
  for (const {gap, expected, like} of readUnevenGaps(list)) {
    const counts = like && `${like.count} of ${like.total}`
    yield gap.blanks > expected ? tooMany(gap, expected, counts, list.text) : tooFew(gap, expected, counts, list)
  }
}

const ordinal = ['first', 'second', 'third', 'fourth', 'fifth']
const number = ['none', 'one', 'two', 'three', 'four']

const placeWords = ({next}: Gap): string =>
  next === 'heading' ? 'before the heading' : next === 'list' ? 'before the list' : 'here'

function tooMany(gap: Gap, expected: number, counts: string | undefined, text: string): Problem {
  // The blank lines that stay are the first ones: who reads downward sees the surplus last.
  let start = gap.range[0]
  for (let kept = 0; kept < expected; kept++) start = text.indexOf('\n', start) + 1
  const surplus = gap.blanks - expected
  const which = expected === 0 ? '' : `${ordinal[expected] ?? `${expected + 1}th`} `
  const what = surplus > 1 ? `${surplus} more blank lines` : `${which}blank line`
  const like = counts ? ` like in ${counts} places of this kind` : ''
  return {
    at: [start, gap.range[1]],
    reason: `Unexpected ${what}, expected ${number[expected] ?? expected} ${placeWords(gap)}${like}`,
    fix: invisible('Remove it', remove(start, gap.range[1]))
  }
}

function tooFew(gap: Gap, expected: number, counts: string | undefined, list: AwesomeList): Problem {
  const at = gap.range[1]
  const newline = list.text.includes('\r\n') ? '\r\n' : '\n'
  const where = gap.before === list.title?.heading && !counts ? 'after the title' : placeWords(gap)
  const missing = expected - gap.blanks
  return {
    at: [at, at],
    reason: `Expected ${missing === 1 ? 'a blank line' : `${missing} more blank lines`} ${where}${counts ? ` like in ${counts} places of this kind` : ''}, add ${missing === 1 ? 'one' : 'them'}`,
    fix: invisible('Insert a blank line', insert(at, newline.repeat(missing)))
  }
}

/** Blanks at the end of lines, where they make no hard break. */
function* lineEnds(list: AwesomeList): Iterable<Problem> {
  for (const {range, isEmpty} of readLineEnds(list))
    yield {
      at: range,
      reason: `Unexpected blanks ${isEmpty ? 'on an empty line' : 'at the end of the line'}, remove them`,
      fix: invisible('Remove them', remove(...range))
    }
}

function* words(list: AwesomeList): Iterable<Problem> {
  for (const {kind, range, mark, newText} of readSpacing(list)) {
    const edit = replace(...range, newText)
    if (kind === 'doubled')
      yield {
        at: [range[0], range[1] + 1],
        reason: 'Unexpected doubled space, remove one',
        fix: invisible('Remove one', edit)
      }
    else if (kind === 'before')
      yield {at: range, reason: `Unexpected space before \`${mark}\`, remove it`, fix: safe('Remove it', edit)}
    else
      yield {
        at: range,
        reason: `Expected a space ${'[('.includes(mark) ? 'before' : 'behind'} \`${mark}\`, add one`,
        fix: safe('Add one', edit)
      }
  }
}

function* fileEnd({text}: AwesomeList): Iterable<Problem> {
  const words = text.trimEnd().length
  if (words === 0) return
  const last = text.indexOf('\n', words) + 1
  if (last === 0)
    yield {
      at: [text.length, text.length],
      reason: 'Expected a line break at the end of the file, add one',
      fix: invisible('Add one', insert(text.length, text.includes('\r\n') ? '\r\n' : '\n'))
    }
  else if (last < text.length)
    yield {
      at: [last, text.length],
      reason: 'Unexpected blank lines at the end of the file, remove them',
      fix: invisible('Remove them', remove(last, text.length))
    }
}
