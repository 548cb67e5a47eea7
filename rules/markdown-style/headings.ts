import type {Heading} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import {insert, remove} from '../../src/document/edit.ts'
import {lineStart} from '../../src/document/line.ts'
import {nodesOf} from '../../src/document/page/nodes.ts'
import type {Problem} from '../../src/lint/rule.ts'
import {invisible, unsafe} from '../../src/lint/rule.ts'
import type {Check} from './check.ts'
import {count} from './check.ts'

const endOf = (node: Heading): number => node.children.at(-1)?.position?.end.offset ?? 0

const style: Check = {
  id: 'heading-style',
  why: 'Headings led by hashes show their level at a glance, and tools find them line by line.',
  good: [{text: '# Awesome C\n\n## C# #csharp\n'}],
  bad: [
    {
      text: 'Tools\n=====\n\nSmall\n---\n',
      says: [
        '1:1: Unexpected underlined heading, expected `# Tools`',
        '4:1: Unexpected underlined heading, expected `## Small`'
      ],
      fixed: '# Tools\n\n## Small\n'
    },
    {
      text: '## Tools ##\n',
      says: ['1:9: Unexpected hashes behind the heading, expected `## Tools`'],
      fixed: '## Tools\n'
    }
  ],
  *check({root, text}) {
    for (const {node, range} of nodesOf(root, 'heading')) {
      const end = endOf(node)
      const hashes = '#'.repeat(node.depth)
      if (node.children.length === 0) continue
      const written = text.slice(...range)
      const [start] = range
      const words = text.slice(node.children[0]!.position?.start.offset, end)
      if (text[start] !== '#') {
        const oneLine = !words.includes('\n') && !/[^\s=-]/.test(text.slice(end, range[1]))
        yield {
          at: range,
          reason: `Unexpected underlined heading, expected ${oneLine ? `\`${hashes} ${words}\`` : `one led by \`${hashes}\``}`,
          ...(oneLine && {fix: invisible('Lead it with hashes', insert(start, `${hashes} `), remove(end, range[1]))})
        }
      } else if (/^[ \t]+#+[ \t]*$/.test(text.slice(end, range[1])) && written.trimEnd().endsWith('#'))
        yield {
          at: [end, range[1]],
          reason: `Unexpected hashes behind the heading, expected \`${hashes} ${words}\``,
          fix: invisible('Remove them', remove(end, range[1]))
        }
    }
  }
}

const contentIndent: Check = {
  id: 'no-heading-content-indent',
  why: 'One blank is enough, and searches for `## Tools` find the heading.',
  bad: [
    {
      text: '##  Tools\n',
      says: ['1:3: Unexpected 2 spaces between hashes and heading, expected 1'],
      fixed: '## Tools\n'
    }
  ],
  *check({root, text}) {
    for (const {node, range} of nodesOf(root, 'heading')) {
      const blanks = /^#{1,6}( {2,})(?=\S)/.exec(text.slice(...range))?.[1]
      if (!blanks) continue
      const from = range[0] + node.depth
      yield {
        at: [from, from + blanks.length],
        reason: `Unexpected ${count(blanks.length, 'space')} between hashes and heading, expected 1`,
        fix: invisible('Keep one', remove(from + 1, from + blanks.length))
      }
    }
  }
}

const indent: Check = {
  id: 'no-heading-indent',
  why: 'A heading is found by the eye and by tools at the start of a line; with one blank more it would be code.',
  bad: [
    {text: '  ## Tools\n', says: ['1:1: Unexpected 2 spaces before the heading, expected none'], fixed: '## Tools\n'}
  ],
  *check({root, text}) {
    for (const {range, ancestors} of nodesOf(root, 'heading')) {
      const line = lineStart(text, range[0])
      const blanks = text.slice(line, range[0])
      if (ancestors.length > 1 || !/^ +$/.test(blanks)) continue
      yield {
        at: [line, range[0]],
        reason: `Unexpected ${count(blanks.length, 'space')} before the heading, expected none`,
        fix: invisible('Remove them', remove(line, range[0]))
      }
    }
  }
}

/** Dots of abbreviations, and short codes of emoji. */
const ownMark = /(?:\b(?:etc|Misc|Inc|Ltd|Co|Corp|Jr|Sr|vs|al)\.|\.\.\.|\b\p{Lu}\.|:[\w+-]{1,40}:)$/u
const questionWord = /^\P{L}*(?:who|what|when|where|which|why|how)\b/iu

const isQuestion = (words: string): boolean =>
  words.endsWith('?') && (questionWord.test(words) || words.split(/\s+/).length > 2)

const punctuation: Check = {
  id: 'no-heading-punctuation',
  why: 'A heading is a name, not a sentence; the mark only gets in the way in contents and links.',
  good: [{text: '## What is this list?\n\n## Books, films, etc.\n\n## Books :books:\n'}],
  bad: [
    {text: '## Tools:\n', says: ['1:9: Unexpected `:` at the end of the heading, remove it'], fixed: '## Tools\n'},
    {text: '## Hello!\n', says: ['1:9: Unexpected `!` at the end of the heading, remove it'], fixed: '## Hello\n'}
  ],
  *check({root, text}) {
    for (const {node} of nodesOf(root, 'heading')) {
      const words = textOf(node)
      const mark = /[!,.:;?]$/.exec(words)?.[0]
      const end = endOf(node)
      if (!mark || ownMark.test(words.slice(-50)) || isQuestion(words)) continue
      const found: Problem = {
        at: [end - 1, end],
        reason: `Unexpected \`${mark}\` at the end of the heading, remove it`
      }
      const plain = node.children.at(-1)?.type === 'text' && text[end - 1] === mark && words.length > 1
      yield plain ? {...found, fix: unsafe('Remove it', remove(end - 1, end))} : found
    }
  }
}

const emphasis: Check = {
  id: 'no-emphasis-as-heading',
  why: 'What only looks like a heading is in no outline, in no contents, and has no address to link to.',
  good: [
    {text: '**A list of things, with care.**\n\nMore words.\n'},
    {text: '## Tools\n\n*To work with wood*\n\nMore words.\n'},
    {text: '> **Note**\n>\n> Mind the gap.\n'},
    {text: '*Tools*\n\n- [A](https://a.example)\n'}
  ],
  bad: [
    {
      text: '**Small Tools**\n\nThey fit into a pocket.\n',
      says: ['1:1: Unexpected emphasis that stands as a heading, expected a heading such as `## Small Tools`']
    }
  ],
  *check({root}) {
    for (const {node, range, ancestors} of nodesOf(root, 'paragraph')) {
      const [only, ...others] = node.children
      if (others.length > 0 || (only?.type !== 'strong' && only?.type !== 'emphasis')) continue
      const siblings: readonly unknown[] = ancestors.at(-1)!.children
      const at = siblings.indexOf(node)
      const [before, , next] = [siblings[at - 1], node, siblings[at + 1]] as readonly ({type: string} | undefined)[]
      const words = textOf(only)
      // A subtitle, or the name of a note.
      if ((before?.type === 'heading' && only.type === 'emphasis') || ancestors.length > 1) continue
      if (next?.type !== 'paragraph' || only.children.some(child => child.type !== 'text')) continue
      // A sentence is said with emphasis, a few words are a heading.
      if (/[.!?…,;。！？]\W*$/.test(words) || words.split(/\s+/).length > 6 || words.length > 50) continue
      yield {
        at: range,
        reason: `Unexpected emphasis that stands as a heading, expected a heading such as \`## ${words}\``
      }
    }
  }
}

/** Checks of headings. */
export const headings: readonly Check[] = [style, contentIndent, indent, punctuation, emphasis]
