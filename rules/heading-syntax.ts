import {insert, remove} from '../src/document/edit.ts'
import {lineStart} from '../src/document/line.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {readGaps} from '../src/document/page/gap.ts'
import {readGluedHeadings} from '../src/document/page/glued-heading.ts'
import {commonest} from '../src/document/style.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, safe, unsafe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'heading-syntax',
  summary: 'Begin a heading at the start of its line, with hashes and a space.',
  why: 'Otherwise markdown sees no heading: the line turns into loose text, and the section is lost.',
  severity: 'error',
  fix: 'mixed',
  aliases: ['no-heading-content-indent'],
  examples: {
    good: [{text: '## Tools\n'}, {text: '#hashtag and #another are words.\n'}, {text: '\\##Tools is escaped.\n'}],
    bad: [
      {
        text: '# List\n\n##Tools\n\n- [A](https://a.example)\n',
        says: ['3:1: Expected a space between `##` and the heading, add one'],
        fixed: '# List\n\n## Tools\n\n- [A](https://a.example)\n'
      },
      {
        text: '## A\n\n## B\n\n## C\n\n- [A](https://a.example)\n\n  ## D\n\n- [B](https://b.example)\n',
        says: ['9:1: Unexpected indentation of a heading, remove it: it makes the heading part of the list item above'],
        fixed: '## A\n\n## B\n\n## C\n\n- [A](https://a.example)\n\n## D\n\n- [B](https://b.example)\n'
      },
      {
        text: '### A\n\n- [A](https://a.example) - Words.### B\n\n- [B](https://b.example)\n',
        says: ['3:34: Expected a blank line before `### B`, add one: markdown sees no heading here'],
        fixed: '### A\n\n- [A](https://a.example) - Words.\n\n### B\n\n- [B](https://b.example)\n'
      },
      {
        text: '**# List\n\nThings.\n',
        says: ['1:1: Unexpected `**` before `#`, remove it: markdown sees no heading here'],
        fixed: '# List\n\nThings.\n'
      }
    ]
  },
  *check({list}) {
    yield* glued(list)
    yield* indented(list)
    yield* trailing(list)
  }
})

function* glued(list: AwesomeList): Iterable<Problem> {
  for (const {hashes, range, line} of readGluedHeadings(list)) {
    const before = list.text.slice(line, range[0])
    if (/[*_]/.test(before))
      yield {
        at: [line, range[0]],
        reason: `Unexpected \`${before.trim()}\` before \`${hashes}\`, remove it: markdown sees no heading here`,
        fix: safe('Remove it', remove(line, range[0]))
      }
    else
      yield {
        at: range,
        reason: `Expected a space between \`${hashes}\` and the heading, add one`,
        fix: safe('Insert a space', insert(range[1], ' '))
      }
  }
}

/** Headings that their indentation makes part of the item above, where the others stand by themselves. */
function* indented(list: AwesomeList): Iterable<Problem> {
  const depths = new Map<number, number>()
  for (const {depth} of list.sections) depths.set(depth, (depths.get(depth) ?? 0) + 1)
  for (const {node, range, item} of list.blocks) {
    if (node.type !== 'heading' || !item || (depths.get(node.depth) ?? 0) < 2) continue
    const line = lineStart(list.text, range[0])
    const indent = list.text.slice(line, range[0])
    if (indent === '' || /[^ \t]/.test(indent) || item.children.at(-1) !== node) continue
    yield {
      at: [line, range[1]],
      severity: 'warning',
      reason: 'Unexpected indentation of a heading, remove it: it makes the heading part of the list item above',
      fix: unsafe('Remove the indentation', remove(line, range[0]))
    }
  }
}

/** A heading at the end of an item, where a line break was lost. */
function* trailing(list: AwesomeList): Iterable<Problem> {
  const newline = list.text.includes('\r\n') ? '\r\n' : '\n'
  const gaps = readGaps(list)
  for (const {range, block, link} of list.prose) {
    if (!block.item || link || range[1] !== block.range[1]) continue
    const found = /(?<=[\p{L}\p{N}.)!?])(#{3,6}) \p{L}[^#\n]{0,60}$/u.exec(list.text.slice(...range))
    const hashes = found?.[1] ?? ''
    if (!found || !list.sections.some(({depth}) => depth === hashes.length)) continue
    const start = range[0] + found.index
    const like = gaps.filter(({kind}) => kind === `before heading ${hashes.length}`).map(({blanks}) => blanks)
    const blanks = Math.max(1, commonest(like)?.value ?? 1)
    yield {
      at: [start, range[1]],
      reason: `Expected a blank line before \`${found[0].trim()}\`, add one: markdown sees no heading here`,
      fix: safe('Break the line', insert(start, newline.repeat(1 + blanks)))
    }
  }
}
