import {insert, remove, replace} from '../../src/document/edit.ts'
import {nodesOf} from '../../src/document/page/nodes.ts'
import {invisible, unsafe} from '../../src/lint/rule.ts'
import type {Check} from './check.ts'
import {count} from './check.ts'

const codeStyle: Check = {
  id: 'code-block-style',
  why: 'Fences show where code begins and ends, and name its language; indented text turns into code by accident.',
  good: [{text: '```js\nplay()\n```\n'}],
  bad: [
    {
      text: 'Like this:\n\n    npm start\n',
      says: ['3:1: Unexpected indented code, expected it between fences or, if it is meant as text, not indented']
    }
  ],
  *check({root, text}) {
    for (const {range, node} of nodesOf(root, 'code')) {
      if (node.lang || /^\s{0,3}[`~]{3}/.test(text.slice(...range))) continue
      yield {
        at: range,
        reason: 'Unexpected indented code, expected it between fences or, if it is meant as text, not indented'
      }
    }
  }
}

const fenceMarker: Check = {
  id: 'fenced-code-marker',
  why: 'One kind of fence is enough.',
  good: [{text: '~~~md\n```js\n```\n~~~\n'}],
  bad: [
    {
      text: '~~~js\nplay()\n~~~\n',
      says: ['1:1: Unexpected fence `~~~`, expected `` ``` ``'],
      fixed: '```js\nplay()\n```\n'
    }
  ],
  *check({root, text}) {
    for (const {range, node} of nodesOf(root, 'code')) {
      const code = text.slice(...range)
      const open = /^~{3,}/.exec(code)?.[0]
      // Tildes are there for code that has fences itself.
      if (!open || /`/.test(`${node.value}${node.lang ?? ''}${node.meta ?? ''}`)) continue
      const close = /\n[ \t>]*(~{3,})[ \t]*$/.exec(code)?.[1]
      const end = range[0] + code.trimEnd().length
      const ticks = '`'.repeat(open.length)
      yield {
        at: [range[0], range[0] + open.length],
        reason: `Unexpected fence \`${open}\`, expected \`\` ${ticks} \`\``,
        fix: invisible(
          'Use backticks',
          replace(range[0], range[0] + open.length, ticks),
          ...(close ? [replace(end - close.length, end, '`'.repeat(close.length))] : [])
        )
      }
    }
  }
}

const shells = new Set(['bash', 'console', 'ksh', 'sh', 'shell', 'shell-script', 'tcsh', 'csh', 'tmux', 'zsh'])

const shellDollars: Check = {
  id: 'no-shell-dollars',
  why: 'Who copies the lines copies the `$` too, and gets an error for it.',
  good: [{text: '```sh\n$ echo a\na\n```\n'}, {text: '```console\n$ echo a\n```\n'}],
  bad: [
    {
      text: '```sh\n$ npm install\n$ npm start\n```\n',
      says: ['1:1: Unexpected `$` before every command, expected the commands alone']
    }
  ],
  *check({root}) {
    for (const {node, range} of nodesOf(root, 'code')) {
      if (!node.lang || node.lang === 'console' || !shells.has(node.lang)) continue
      const lines = node.value.split('\n').filter(line => line.trim() !== '')
      if (lines.length === 0 || lines.some(line => !line.trim().startsWith('$'))) continue
      yield {at: range, reason: 'Unexpected `$` before every command, expected the commands alone'}
    }
  }
}

const quoteIndent: Check = {
  id: 'blockquote-indentation',
  why: 'One blank parts the mark from the words.',
  good: [{text: '> [!NOTE]\n> Read this.\n'}, {text: '>\n> Words.\n'}],
  bad: [
    {
      text: '>One\n>two.\n',
      says: ['1:2: Unexpected 0 spaces after `>`, expected 1'],
      fixed: '> One\n> two.\n'
    },
    {text: '>   One.\n', says: ['1:2: Unexpected 3 spaces after `>`, expected 1'], fixed: '> One.\n'}
  ],
  *check({root, text}) {
    for (const {node, range} of nodesOf(root, 'blockquote')) {
      const [first] = node.children
      const to = first?.position?.start.offset
      const blanks = to === undefined ? '' : text.slice(range[0] + 1, to)
      if (to === undefined || /[^ ]/.test(blanks) || blanks.length === 1) continue
      if (first?.type === 'code' || first?.type === 'html') continue
      const edits = [...text.slice(...range).matchAll(/(?<=^|\n)>( *)(?=\S)/g)].flatMap(({index, 1: found = ''}) => {
        const from = range[0] + index + 1
        if (found.length !== blanks.length) return []
        return [found.length === 0 ? insert(from, ' ') : remove(from + 1, from + found.length)]
      })
      yield {
        at: [range[0] + 1, to],
        reason: `Unexpected ${count(blanks.length, 'space')} after \`>\`, expected 1`,
        fix: invisible('Keep one', ...edits)
      }
    }
  }
}

const lazyQuote: Check = {
  id: 'no-blockquote-without-marker',
  why: 'A line right after a quotation is part of it, also without the mark: readers of the source think it is not.',
  good: [{text: '> One\n> two.\n\nThree.\n'}, {text: '> - One\n>   two.\n'}],
  bad: [
    {
      text: '> One\ntwo.\n',
      says: ['2:1: Unexpected line of a quotation without `>`, add it, or put a blank line before it'],
      fixed: '> One\n> two.\n'
    }
  ],
  *check({root, text}) {
    for (const {range, ancestors} of nodesOf(root, 'paragraph')) {
      const depth = ancestors.filter(({type}) => type === 'blockquote').length
      if (depth === 0 || !text.slice(...range).includes('\n')) continue
      const bare = [...text.slice(...range).matchAll(/(?<=\n)[ \t>]*/g)].filter(
        ([lead]) => lead.split('>').length <= depth
      )
      const [first] = bare
      if (!first) continue
      const start = range[0] + first.index
      const fixable = ancestors.length === 2 && bare.every(([lead]) => lead === '')
      yield {
        at: [start, start + Math.max(1, first[0].length)],
        reason: 'Unexpected line of a quotation without `>`, add it, or put a blank line before it',
        ...(fixable && {fix: unsafe('Add it', ...bare.map(({index}) => insert(range[0] + index, '> ')))})
      }
    }
  }
}

const rule: Check = {
  id: 'rule-style',
  why: 'One kind of line is enough.',
  bad: [
    {
      text: 'One.\n\n***\n\nTwo.\n',
      says: ['3:1: Unexpected line `***`, expected `---`'],
      fixed: 'One.\n\n---\n\nTwo.\n'
    }
  ],
  *check({root, text}) {
    for (const {range, ancestors} of nodesOf(root, 'thematicBreak')) {
      const line = text.slice(...range)
      if (line === '---') continue
      const close = /[^\n]\r?\n[ \t]*$/.test(text.slice(Math.max(0, range[0] - 8), range[0]))
      // Right below words, three dashes would make a heading of them.
      const dashes = close ? `${text.includes('\r\n') ? '\r\n' : '\n'}---` : '---'
      yield {
        at: range,
        reason: `Unexpected line \`${line}\`, expected \`---\``,
        ...(ancestors.length === 1 && {fix: invisible('Use dashes', replace(...range, dashes))})
      }
    }
  }
}

const hardBreak: Check = {
  id: 'hard-break-spaces',
  why: 'Two blanks at the end of a line break it; more do no more.',
  good: [{text: 'One  \ntwo.\n'}],
  bad: [
    {
      text: 'One    \ntwo.\n',
      says: ['1:4: Unexpected 4 spaces for a line break, expected 2'],
      fixed: 'One  \ntwo.\n'
    }
  ],
  *check({root, text}) {
    for (const {range} of nodesOf(root, 'break')) {
      const blanks = /^ {3,}/.exec(text.slice(...range))?.[0].length
      if (!blanks) continue
      yield {
        at: [range[0], range[0] + blanks],
        reason: `Unexpected ${blanks} spaces for a line break, expected 2`,
        fix: invisible('Keep two', remove(range[0] + 2, range[0] + blanks))
      }
    }
  }
}

/** Checks of code, quotations, lines and line breaks. */
export const blocks: readonly Check[] = [codeStyle, fenceMarker, shellDollars, quoteIndent, lazyQuote, rule, hardBreak]
