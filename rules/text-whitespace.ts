import {insert, remove, replace} from '../src/document/edit.ts'
import {readBrokenLines} from '../src/document/entry-lines.ts'
import type {Gap} from '../src/document/gap.ts'
import {readGaps} from '../src/document/gap.ts'
import {groupBy} from '../src/document/group.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {readSpacing} from '../src/document/spacing.ts'
import {commonest, habit} from '../src/document/style.ts'
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
        text: 'One  \n\nTwo\n',
        says: ['1:4: Unexpected blanks at the end of the line, remove them'],
        fixed: 'One\n\nTwo\n'
      },
      {text: 'One  two.\n', says: ['1:4: Unexpected doubled space, remove one'], fixed: 'One two.\n'},
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
  const gaps = readGaps(list)
  for (const same of groupBy(gaps, gap => gap.kind).values()) {
    const usual = commonest(same.map(gap => gap.blanks))
    // Two and more are a habit only where most places have them; elsewhere the surplus counts as one.
    const most = usual && usual.value > 1 && usual.count > 1 ? usual.value : 1
    const found = habit(same.map(gap => Math.min(gap.blanks, most)))
    // Habits are about headings and lists; HTML and the like end where they end.
    const clear = same[0]!.measured ? found : undefined
    const like = clear && `${clear.count} of ${clear.total}`
    for (const gap of same) {
      const expected = clear ? clear.value : gap.blanks > most ? most : needsOne(list, gap) ? 1 : gap.blanks
      if (gap.blanks > expected) yield tooMany(gap, expected, like, list.text)
      else if (gap.blanks < expected) yield tooFew(gap, expected, like, list)
    }
  }
}

/** The title stands apart from the words below it; badges, images and HTML may follow it closely. */
const needsOne = (list: AwesomeList, {before, after, blanks}: Gap): boolean =>
  blanks === 0 &&
  before === list.title?.heading &&
  after.type === 'paragraph' &&
  after.children[0]?.type === 'text' &&
  !list.title.setext

const ordinal = ['first', 'second', 'third', 'fourth', 'fifth']
const number = ['none', 'one', 'two', 'three', 'four']

const placeWords = ({next}: Gap): string =>
  next === 'heading' ? 'before the heading' : next === 'list' ? 'before the list' : 'here'

function tooMany(gap: Gap, expected: number, counts: string | undefined, text: string): Problem {
  // The blank lines that stay are the first ones: who reads downward sees the surplus last.
  let start = gap.range[0]
  for (let kept = 0; kept < expected; kept++) start = text.indexOf('\n', start) + 1
  const surplus = gap.blanks - expected
  const what =
    surplus > 1
      ? `${surplus} more blank lines`
      : expected === 0
        ? 'blank line'
        : `${ordinal[expected] ?? `${expected + 1}th`} blank line`
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
  // A broken entry is mended as a whole.
  const broken = new Set(readBrokenLines(list).breaks.map(({range}) => range[0]))
  const found = [...list.text.matchAll(/(?<=\S|^)[ \t]+(?=\r?\n|$)/gm)].filter(
    match => !broken.has(match.index) && !inVerbatim(list, match.index) && !isBreak(list, match.index)
  )
  const lines = list.text.split('\n').length
  // Where blanks end every tenth line, nobody minds them there, and one more or less is no news.
  if (found.length > 20 && found.length > lines / 10) return
  for (const match of found) {
    const at = [match.index, match.index + match[0].length] as const
    const isEmpty = list.text[match.index - 1] === '\n' || match.index === 0
    yield {
      at,
      reason: `Unexpected blanks ${isEmpty ? 'on an empty line' : 'at the end of the line'}, remove them`,
      fix: invisible('Remove them', remove(...at))
    }
  }
}

const inVerbatim = ({verbatim}: AwesomeList, offset: number): boolean =>
  verbatim.some(([start, end]) => start <= offset && offset < end)

/** Two blanks and more before a line break inside a paragraph are a break that the author may have meant. */
function isBreak({blocks, text}: AwesomeList, offset: number): boolean {
  if (!text.startsWith('  ', offset)) return false
  return blocks.some(({range}) => range[0] <= offset && text.slice(offset, range[1]).trim() !== '')
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
  if (text.trim() === '') return
  if (!text.endsWith('\n')) {
    const newline = text.includes('\r\n') ? '\r\n' : '\n'
    yield {
      at: [text.length, text.length],
      reason: 'Expected a line break at the end of the file, add one',
      fix: invisible('Add one', insert(text.length, newline))
    }
    return
  }
  const blank = /(?<=\n)(?:[ \t]*\r?\n)+$/.exec(text)
  if (!blank) return
  yield {
    at: [blank.index, text.length],
    reason: 'Unexpected blank lines at the end of the file, remove them',
    fix: invisible('Remove them', remove(blank.index, text.length))
  }
}
