import type {Habits} from '../document/habits.ts'
import type {FoundList} from '../job/find-lists.ts'
import type {Stock} from '../job/take-stock.ts'
import {tally} from '../lint/tally.ts'
import {plural} from '../report/closing.ts'
import {printable} from '../report/printable.ts'

/** A repository with more lists than this is described in part. */
const mostLists = 10

/** What was found, in sentences: the lists and their style, what suits them, and what is to be said of them now. */
export function foundHere(stock: Stock): readonly string[] {
  const {lists} = stock.found
  if (lists.length === 0) return ['There is no list here yet: no readme, and no other file whose items are links.']
  const more = lists.length - mostLists
  return [
    ...lists.slice(0, mostLists).map(describe),
    ...(more > 0 ? [`… and ${plural(more, 'more list')}.`] : []),
    ...(stock.configFile === undefined ? chosen(stock) : []),
    present(stock)
  ]
}

function describe({path, entries, sections, habits}: FoundList): string {
  const size = `${counted(entries, 'entry', 'entries')} in ${plural(sections, 'section')}`
  const style = styleOf(habits)
  return `${printable(path)}: ${size}${style.length > 0 ? `; ${style.join(', ')}` : ''}.`
}

function styleOf({marker, separator, period}: Habits): readonly string[] {
  const times = ({count, total}: {readonly count: number; readonly total: number}) => `${count} of ${total}`
  const mark = separator?.value.trim() === '' ? 'nothing' : `\`${printable(separator?.value ?? '')}\``
  return [
    ...(marker ? [`\`${marker.value}\` begins an entry (${times(marker)})`] : []),
    ...(separator ? [`${mark} parts link and description (${times(separator)})`] : []),
    ...(period ? [`${period.value ? 'a' : 'no'} period ends a description (${times(period)})`] : [])
  ]
}

/** What was decided, and why. */
function chosen({found: {lists, oneList}, config, asAwesome}: Stock): readonly string[] {
  const together = oneList
    ? 'They are taken for parts of one list: hardly any link stands in two of them.'
    : 'Each is taken for a list of its own.'
  const more = asAwesome === undefined ? '' : counted(Math.max(0, asAwesome), 'finding', 'findings')
  return [
    ...(lists.length > 1 ? [together] : []),
    ...(config.preset === 'awesome'
      ? [`There is the Awesome badge, and the preset \`awesome\` has hardly more to say (${more}), so it is set.`]
      : asAwesome === undefined
        ? []
        : [`There is the Awesome badge, but the preset \`awesome\` would have ${more} more, so it is not set.`])
  ]
}

function present({reports}: Stock): string {
  const {errors, warnings, fixable} = tally(reports)
  if (errors + warnings === 0) return 'There is nothing to say about it now.'
  const fixed = fixable === 0 ? 'None has' : `${fixable} ${fixable === 1 ? 'has' : 'have'}`
  return `Found now: ${plural(errors, 'error')} and ${plural(warnings, 'warning')}. ${fixed} a safe fix.`
}

/** What to do next, in sentences. */
export function advice(
  {reports}: Stock,
  baseline: {readonly file: string /** Whether it was there before. */; readonly age: 'old' | 'new'} | undefined
): readonly string[] {
  const {errors, warnings, fixable} = tally(reports)
  const count = errors + warnings
  const known =
    baseline === undefined
      ? [
          '- Run `awesome-doctor` to see what there is to mend, and `awesome-doctor --fix` to mend what is safe to mend.'
        ]
      : [
          baseline.age === 'old'
            ? `- What ${baseline.file} names is not told. See all by \`awesome-doctor --no-baseline\`; for a new baseline, delete the file and run \`awesome-doctor init\`.`
            : `- What was found now is named in ${baseline.file} and not told again. See it by \`awesome-doctor --no-baseline\`.`,
          fixable > 0
            ? `- Make the baseline smaller: \`awesome-doctor --fix --prune-baseline\` mends ${fixable} of ${count}.`
            : '- Make the baseline smaller: mend what you like, then run `awesome-doctor --prune-baseline`.'
        ]
  return [
    'Next:',
    '- Look at the files and commit them to the default branch. From then on pull requests are reviewed.',
    ...(count > 0 ? known : [])
  ]
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
