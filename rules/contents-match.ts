import {headingRange, wordsIn} from '../src/document/contents/anchor.ts'
import {missingSections, sectionsWithoutContents} from '../src/document/contents/contents-habit.ts'
import {listSections} from '../src/document/contents/contents-line.ts'
import {wrongLinks} from '../src/document/contents/contents-link.ts'
import {isSorted, misplaced, oncePerSection, reordering} from '../src/document/contents/contents-order.ts'
import type {ContentsPairs} from '../src/document/contents/contents-pairs.ts'
import {pairContents} from '../src/document/contents/contents-pairs.ts'
import {isSlipOf, retellings} from '../src/document/contents/contents-text.ts'
import {replace} from '../src/document/edit.ts'
import type {AwesomeList, Section} from '../src/document/list.ts'
import type {Problem, Range} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule<{sections: number}>({
  id: 'contents-match',
  summary: 'Let the table of contents say what the headings say.',
  why: 'The contents are how visitors find their way: a line that leads nowhere, or a section that has no line, is lost to them.',
  severity: 'warning',
  fix: 'mixed',
  aliases: ['awesome-toc', 'check-toc'],
  options: {
    sections: {meaning: 'From how many sections with entries on a list has to have contents.', example: 5}
  },
  presetOptions: {awesome: {sections: 5}},
  examples: {
    good: [
      {
        text: '# List\n\n## Contents\n\n- [Red](#red)\n- [Blue](#blue)\n\n## Red\n\n### Warm\n\n- [A](https://a.example)\n\n## Blue\n\n- [B](https://b.example)\n\n## License\n'
      },
      {
        text: '# List\n\n- [C++](#c)\n- [C#](#c-1)\n- [Many boxes](#-boxes)\n- [Here](#here)\n\n## C++\n\n## C#\n\n## 📦 Boxes\n\n<a name="here"></a>\n'
      }
    ],
    bad: [
      {
        text: '# List\n\n- [Pink](#pink)\n- [Red](#rad)\n- [Blue](#Blue)\n- [Light Green](#light-green)\n\n## Red\n\n## Blue\n\n## Green\n\n- [A](https://a.example)\n',
        says: [
          '3:10: Unexpected link to `#pink`, no heading has that name',
          '4:9: Unexpected link to `#rad`, which leads nowhere, expected `#red`',
          '5:10: Unexpected capitals in `#Blue`, expected `#blue`',
          '6:17: Unexpected link to `#light-green`, which leads nowhere, expected `#green`'
        ],
        fixed:
          '# List\n\n- [Red](#red)\n- [Blue](#blue)\n- [Green](#green)\n\n## Red\n\n## Blue\n\n## Green\n\n- [A](https://a.example)\n'
      },
      {
        text: '# List\n\n* [Red](#red)\n* [Blue](#blue)\n* [Grey](#grey)\n\n## Red\n\n- [A](https://a.example)\n\n## Blue\n\n- [B](https://b.example)\n\n## Dark & Deep\n\n- [C](https://c.example)\n\n## Grey\n\n- [D](https://d.example)\n',
        says: ['15:1: Expected `Dark & Deep` in the contents, which list 3 of 3 others like it'],
        fixed:
          '# List\n\n* [Red](#red)\n* [Blue](#blue)\n* [Dark & Deep](#dark--deep)\n* [Grey](#grey)\n\n## Red\n\n- [A](https://a.example)\n\n## Blue\n\n- [B](https://b.example)\n\n## Dark & Deep\n\n- [C](https://c.example)\n\n## Grey\n\n- [D](https://d.example)\n'
      },
      {
        text: '# List\n\n- [Red](#red)\n- [Grey](#grey)\n- [Green](#green)\n  - [Moss](#moss)\n- [Blue](#blue)\n- [Pink](#pink)\n\n## Red\n\n## Green\n\n### Moss\n\n## Blue\n\n## Pink\n\n## Grey\n',
        says: ['4:3: Unexpected place of `Grey`, expected it after `Pink`, in the order of the headings'],
        fixed:
          '# List\n\n- [Red](#red)\n- [Green](#green)\n  - [Moss](#moss)\n- [Blue](#blue)\n- [Pink](#pink)\n- [Grey](#grey)\n\n## Red\n\n## Green\n\n### Moss\n\n## Blue\n\n## Pink\n\n## Grey\n'
      },
      {
        text: '# List\n\n- [Red](#red)\n- [Blue](#blue)\n- [Green](#green)\n- [Pink](#pink)\n- [Grey](#grey)\n- [Black](#black)\n- [White](#white)\n- [Brown](#brown)\n- [Patholgy](#pathology)\n\n## Red\n\n## Blue\n\n## Green\n\n## Pink\n\n## Grey\n\n## Black\n\n## White\n\n## Brown\n\n## Pathology\n',
        says: ['11:4: Unexpected `Patholgy`, expected `Pathology` as in the heading'],
        fixed:
          '# List\n\n- [Red](#red)\n- [Blue](#blue)\n- [Green](#green)\n- [Pink](#pink)\n- [Grey](#grey)\n- [Black](#black)\n- [White](#white)\n- [Brown](#brown)\n- [Pathology](#pathology)\n\n## Red\n\n## Blue\n\n## Green\n\n## Pink\n\n## Grey\n\n## Black\n\n## White\n\n## Brown\n\n## Pathology\n'
      },
      {
        text: '# List\n\n## Red\n\n- [A](https://a.example)\n\n## Blue\n\n- [B](https://b.example)\n',
        options: {sections: 2},
        says: ['1:1: Expected contents, as 2 sections have entries, add a list of links to them']
      }
    ]
  },
  *check({list, options, isChanged}) {
    yield* absent(list, options.sections ?? Infinity)
    if (!list.contents) return
    const paired = pairContents(list, list.contents)
    // Who changed a heading alone is told at the heading.
    const where = (at: Range, section?: Section): Range =>
      section && !isChanged(at) && isChanged(headingRange(section)) ? headingRange(section) : at
    yield* links(list, paired, where)
    yield* unlisted(list, paired)
    yield* order(list, paired, where)
    yield* texts(list, paired, where)
  }
})

type Where = (at: Range, section?: Section) => Range

function* links(list: AwesomeList, {pairs}: ContentsPairs, where: Where): Iterable<Problem> {
  for (const {link, section, at, found, meant, edits, sure} of wrongLinks(list, pairs)) {
    const what = `Unexpected ${found === 'other case' ? 'capitals in' : 'link to'} \`${link.url}\``
    const why = {nowhere: ', which leads nowhere', another: ', which leads elsewhere', 'other case': ''}[found]
    yield {
      at: where(at, section),
      reason: meant === undefined ? `${what}, no heading has that name` : `${what}${why}, expected \`${meant}\``,
      ...(edits.length > 0 && {
        fix: (sure ? safe : unsafe)(meant === undefined ? 'Remove the line' : 'Correct the link', ...edits)
      })
    }
  }
}

function* unlisted(list: AwesomeList, paired: ContentsPairs): Iterable<Problem> {
  const missing = missingSections(list, paired)
  const edits = listSections(list, paired.pairs, missing)
  for (const {section, listed, all} of missing) {
    const edit = edits.get(section)
    yield {
      at: headingRange(section),
      reason: `Expected \`${wordsIn(section.heading).trim()}\` in the contents, which list ${listed} of ${all} others like it`,
      ...(edit && {fix: safe('List the section', edit)})
    }
  }
}

function* order(list: AwesomeList, paired: ContentsPairs, where: Where): Iterable<Problem> {
  const sequence = oncePerSection(paired.pairs)
  // Counted with what is missing, so that a section once listed changes nothing here.
  const all = sequence.length + missingSections(list, paired).length
  const moved = misplaced(sequence)
  if (sequence.length < 5 || moved.length > Math.max(1, all * 0.1)) return
  for (const pair of moved) {
    const move = isSorted(sequence, pair) ? undefined : reordering(list, sequence, pair)
    const reason = `Unexpected place of \`${pair.link.text}\`, expected it ${move?.where}, in the order of the headings`
    if (move) yield {at: where(pair.link.range, pair.section), reason, fix: unsafe('Move the line', move.edit)}
  }
}

function* texts(list: AwesomeList, {pairs}: ContentsPairs, where: Where): Iterable<Problem> {
  const headings = list.sections.map(({heading}) => wordsIn(heading))
  for (const retelling of retellings(pairs)) {
    const {pair, said, heading} = retelling
    const at = pair.link.textRange
    if (!at || !isSlipOf(retelling, headings)) continue
    const plain = list.text.slice(...at) === said && !/[\\`*_[\]<]/.test(heading)
    yield {
      at: where(at, pair.section),
      reason: `Unexpected \`${said}\`, expected \`${heading}\` as in the heading`,
      ...(plain && {fix: unsafe('Take the words of the heading', replace(...at, heading))})
    }
  }
}

function* absent(list: AwesomeList, least: number): Iterable<Problem> {
  const count = sectionsWithoutContents(list)
  const first = list.title ?? list.sections[0]
  const reason = `Expected contents, as ${count} sections have entries, add a list of links to them`
  if (first && count >= least) yield {at: headingRange(first), reason}
}
