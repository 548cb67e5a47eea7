import type {Link} from 'mdast'
import {replace} from '../../src/document/edit.ts'
import type {LinkUse} from '../../src/document/link/link.ts'
import type {AwesomeList} from '../../src/document/list.ts'
import {nodesOf} from '../../src/document/page/nodes.ts'
import type {Problem} from '../../src/lint/rule.ts'
import {invisible} from '../../src/lint/rule.ts'
import type {Check} from './check.ts'
import {prevailing} from './check.ts'

const word = /[\p{L}\p{N}]/u

/** Marks of emphasis of one kind that are not the usual ones. */
function* markers({root, text}: AwesomeList, type: 'emphasis' | 'strong', size: number): Iterable<Problem> {
  const found = nodesOf(root, type).map(({range}) => ({range, mark: text.slice(range[0], range[0] + size)}))
  const usual = prevailing(found.map(({mark}) => mark))
  if (!usual) return
  for (const {range, mark} of found) {
    const [start, end] = range
    if (mark === usual.value || text.slice(end - size, end) !== mark) continue
    // Underscores make no emphasis inside of a word.
    if (mark[0] === '*' && (word.test(text[start - 1] ?? '') || word.test(text[end] ?? ''))) continue
    yield {
      at: range,
      reason: `Unexpected \`${mark}\` around the words, expected \`${usual.value}\` ${usual.like}`,
      fix: invisible(
        'Use the usual mark',
        replace(start, start + size, usual.value),
        replace(end - size, end, usual.value)
      )
    }
  }
}

const emphasis: Check = {
  id: 'emphasis-marker',
  why: 'One mark for one meaning.',
  good: [{text: '_One_ and _two_ and un*believ*able.\n'}],
  bad: [
    {
      text: '*One*, *two* and _three_.\n',
      says: ['1:18: Unexpected `_` around the words, expected `*` like 2 of 3 here'],
      fixed: '*One*, *two* and *three*.\n'
    }
  ],
  check: list => markers(list, 'emphasis', 1)
}

const strong: Check = {
  id: 'strong-marker',
  why: 'One mark for one meaning.',
  bad: [
    {
      text: '**One**, **two** and __three__.\n',
      says: ['1:22: Unexpected `__` around the words, expected `**` like 2 of 3 here'],
      fixed: '**One**, **two** and **three**.\n'
    }
  ],
  check: list => markers(list, 'strong', 2)
}

/** Where the quotes of a title stand: at both ends of what follows the address. */
function titleOf({node, url, urlRange, resourceRange}: LinkUse, text: string): readonly [number, number] | undefined {
  // A title after no address is how people write comments.
  if (!urlRange || !node || /^#?$/.test(url) || !('title' in node) || !(node as Link).title) return undefined
  const end = resourceRange?.[1] ?? node.position?.end.offset
  if (end === undefined) return undefined
  const rest = text.slice(urlRange[1], end)
  const lead = /^>?\s+/.exec(rest)?.[0].length
  return lead === undefined ? undefined : [urlRange[1] + lead, urlRange[1] + rest.trimEnd().length]
}

const linkTitle: Check = {
  id: 'link-title-style',
  why: 'Titles of links stand in single quotes in awesome lists.',
  good: [{text: "[A](https://a.example 'Tools') and [B](https://b.example \"Ann's tools\")\n"}],
  bad: [
    {
      text: '[A](https://a.example "Tools")\n',
      says: ['1:1: Unexpected `"` around the title of the link, expected `\'`'],
      fixed: "[A](https://a.example 'Tools')\n"
    }
  ],
  *check({links, text}) {
    for (const link of links) {
      const range = titleOf(link, text)
      if (!range) continue
      const title = text.slice(...range)
      const quote = title[0]!
      if (quote === "'" || !['""', '()'].includes(`${quote}${title.at(-1)}`) || /['\\]/.test(title)) continue
      yield {
        at: link.range,
        reason: `Unexpected \`${quote}\` around the title of the link, expected \`'\``,
        fix: invisible('Use single quotes', replace(range[0], range[0] + 1, "'"), replace(range[1] - 1, range[1], "'"))
      }
    }
  }
}

/** Checks of marks within words. */
export const inline: readonly Check[] = [emphasis, strong, linkTitle]
