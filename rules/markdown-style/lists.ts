import type {List, ListItem} from 'mdast'
import type {TextEdit} from '../../src/document/edit.ts'
import {remove, replace} from '../../src/document/edit.ts'
import {lineStart} from '../../src/document/line.ts'
import {nodesOf} from '../../src/document/page/nodes.ts'
import type {Problem, Range} from '../../src/lint/rule.ts'
import {invisible, safe} from '../../src/lint/rule.ts'
import type {Check} from './check.ts'
import {count, prevailing} from './check.ts'

const startOf = (item: ListItem): number | undefined => item.position?.start.offset

interface Slip {
  readonly at: Range
  readonly found: number
  readonly edit: TextEdit
}

/** One finding for a list that does it all through, otherwise one for each item. */
function* perList(list: List, slips: readonly Slip[], say: (found: number) => string): Iterable<Problem> {
  const [first] = slips
  if (!first) return
  const alike =
    slips.length > 1 && slips.length === list.children.length && slips.every(one => one.found === first.found)
  if (!alike) for (const {at, found, edit} of slips) yield {at, reason: say(found), fix: invisible('Mend it', edit)}
  else
    yield {
      at: first.at,
      reason: `${say(first.found)}, all through this list of ${slips.length}`,
      fix: invisible('Mend all of the list', ...slips.map(({edit}) => edit))
    }
}

const bulletIndent: Check = {
  id: 'list-item-bullet-indent',
  why: 'Lists on top start at the margin: indented items turn into parts of each other, or into code.',
  good: [{text: '- [A](https://a.example)\n  - [B](https://b.example)\n'}],
  bad: [
    {
      text: '- [A](https://a.example)\n - [B](https://b.example)\n',
      says: ['2:1: Unexpected 1 space before the item, expected none'],
      fixed: '- [A](https://a.example)\n- [B](https://b.example)\n'
    }
  ],
  *check({root, text}) {
    for (const {node, ancestors} of nodesOf(root, 'list')) {
      if (ancestors.length > 1) continue
      const slips = node.children.flatMap((item): readonly Slip[] => {
        const start = startOf(item)
        if (start === undefined) return []
        const line = lineStart(text, start)
        if (line === start || !/^ +$/.test(text.slice(line, start))) return []
        return [{at: [line, start], found: start - line, edit: remove(line, start)}]
      })
      yield* perList(node, slips, found => `Unexpected ${count(found, 'space')} before the item, expected none`)
    }
  }
}

const itemIndent: Check = {
  id: 'list-item-indent',
  why: 'One blank after the marker is what most lists have, and what scripts look for.',
  bad: [
    {
      text: '-  [A](https://a.example)\n- [B](https://b.example)\n',
      says: ['1:2: Unexpected 2 spaces after the marker, expected 1'],
      fixed: '- [A](https://a.example)\n- [B](https://b.example)\n'
    }
  ],
  *check({root, text}) {
    for (const {node} of nodesOf(root, 'list')) {
      const slips = node.children.flatMap((item): readonly Slip[] => {
        const start = startOf(item)
        if (start === undefined || item.children[0]?.type !== 'paragraph') return []
        const [, marker, blanks] = /^([-*+]|\d+[.)])( {2,})(?=\S)/.exec(text.slice(start, start + 40)) ?? []
        if (!marker || !blanks) return []
        const from = start + marker.length
        return [{at: [from, from + blanks.length], found: blanks.length, edit: remove(from + 1, from + blanks.length)}]
      })
      yield* perList(node, slips, found => `Unexpected ${count(found, 'space')} after the marker, expected 1`)
    }
  }
}

const checkboxCharacter: Check = {
  id: 'checkbox-character-style',
  why: 'One sign for what is done is enough.',
  bad: [
    {
      text: '- [x] One\n- [X] Two\n- [x] Three\n',
      says: ['2:4: Unexpected `X` in the checkbox, expected `x` like 2 of 3 here'],
      fixed: '- [x] One\n- [x] Two\n- [x] Three\n'
    }
  ],
  *check({root, text}) {
    const boxes = nodesOf(root, 'listItem').flatMap(({node, range}) => {
      const box = node.checked ? /\[([xX])\]/.exec(text.slice(range[0], range[0] + 20)) : undefined
      return box ? [{at: range[0] + box.index + 1, mark: box[1]!}] : []
    })
    const usual = prevailing(boxes.map(({mark}) => mark))
    for (const {at, mark} of usual ? boxes : [])
      if (mark !== usual!.value)
        yield {
          at: [at, at + 1],
          reason: `Unexpected \`${mark}\` in the checkbox, expected \`${usual!.value}\` ${usual!.like}`,
          fix: invisible('Use the usual one', replace(at, at + 1, usual!.value))
        }
  }
}

const checkboxIndent: Check = {
  id: 'checkbox-content-indent',
  why: 'One blank after a checkbox is enough.',
  bad: [
    {text: '- [ ]  One\n', says: ['1:6: Unexpected 2 spaces after the checkbox, expected 1'], fixed: '- [ ] One\n'}
  ],
  *check({root, text}) {
    for (const {node, range} of nodesOf(root, 'listItem')) {
      if (typeof node.checked !== 'boolean') continue
      const box = /\[[ \txX]\]([ \t]{2,})(?=\S)/.exec(text.slice(range[0], range[0] + 60))
      if (!box) continue
      const from = range[0] + box.index + 3
      yield {
        at: [from, from + box[1]!.length],
        reason: `Unexpected ${count(box[1]!.length, 'space')} after the checkbox, expected 1`,
        fix: safe('Keep one', remove(from + 1, from + box[1]!.length))
      }
    }
  }
}

interface Numbered {
  readonly at: number
  readonly digits: string
  readonly mark: string
}

const numbersOf = (node: List, text: string): readonly Numbered[] =>
  node.children.flatMap(item => {
    const at = startOf(item)
    const [, digits, mark] = at === undefined ? [] : (/^(\d+)([.)])/.exec(text.slice(at, at + 12)) ?? [])
    return at !== undefined && digits && mark ? [{at, digits, mark}] : []
  })

const markerStyle: Check = {
  id: 'ordered-list-marker-style',
  why: 'Another mark behind the number starts another list.',
  bad: [
    {
      text: '1. One\n2. Two\n\nMore:\n\n1) Three\n',
      says: ['6:2: Unexpected `)` after the number, expected `.` like 2 of 3 here'],
      fixed: '1. One\n2. Two\n\nMore:\n\n1. Three\n'
    }
  ],
  *check({root, text}) {
    const lists = nodesOf(root, 'list').map(({node}) => (node.ordered ? numbersOf(node, text) : []))
    const usual = prevailing(lists.flat().map(({mark}) => mark))
    for (const items of usual ? lists : []) {
      const [first] = items
      if (!first || first.mark === usual!.value) continue
      const from = first.at + first.digits.length
      const edits = items.map(({at, digits}) => replace(at + digits.length, at + digits.length + 1, usual!.value))
      yield {
        at: [from, from + 1],
        reason: `Unexpected \`${first.mark}\` after the number, expected \`${usual!.value}\` ${usual!.like}`,
        fix: invisible('Use the usual one', ...edits)
      }
    }
  }
}

const markerValue: Check = {
  id: 'ordered-list-marker-value',
  why: 'Readers of the source see the numbers as written, and the page shows others.',
  good: [{text: '1. One\n2. Two\n3. Three\n'}, {text: '01. One\n02. Two\n'}, {text: '4. Four\n5. Five\n'}],
  bad: [
    {
      text: '1. One\n1. Two\n1. Three\n',
      says: ['2:1: Unexpected number `1`, expected `2`'],
      fixed: '1. One\n2. Two\n3. Three\n'
    }
  ],
  *check({root, text}) {
    for (const {node} of nodesOf(root, 'list')) {
      const items = node.ordered ? numbersOf(node, text) : []
      const start = Number(items[0]?.digits)
      const wrong = items.flatMap(({at, digits}, index) =>
        Number(digits) === start + index ? [] : [{at, digits, expected: String(start + index)}]
      )
      const [first] = wrong
      if (!first || items.length !== node.children.length) continue
      yield {
        at: [first.at, first.at + first.digits.length],
        reason: `Unexpected number \`${first.digits}\`, expected \`${first.expected}\``,
        fix: invisible(
          'Number the items in order',
          ...wrong.map(({at, digits, expected}) => replace(at, at + digits.length, expected))
        )
      }
    }
  }
}

/** Checks of list items and their markers. */
export const lists: readonly Check[] = [
  bulletIndent,
  itemIndent,
  checkboxCharacter,
  checkboxIndent,
  markerStyle,
  markerValue
]
