import type {Definition, FootnoteDefinition} from 'mdast'
import {remove, replace} from '../../src/document/edit.ts'
import {nextLine} from '../../src/document/line.ts'
import type {AwesomeList} from '../../src/document/list.ts'
import type {Placed} from '../../src/document/page/nodes.ts'
import {nodesOf} from '../../src/document/page/nodes.ts'
import type {Range} from '../../src/lint/rule.ts'
import {invisible, unsafe} from '../../src/lint/rule.ts'
import type {Check} from './check.ts'

interface Label {
  readonly range: Range
  readonly text: string
}

const definitionsOf = ({root}: AwesomeList): readonly Placed<Definition | FootnoteDefinition>[] => [
  ...nodesOf(root, 'definition'),
  ...nodesOf(root, 'footnoteDefinition')
]

/** What stands between the brackets of a definition, without the `^` of a footnote. */
function labelOf(range: Range, source: string): Label | undefined {
  const [, open, label] = /^(\[\^?)((?:\\.|[^\]\\])+)\]:/.exec(source.slice(...range)) ?? []
  if (!open || !label) return undefined
  const start = range[0] + open.length
  return {range: [start, start + label.length], text: label}
}

const definitionCase: Check = {
  id: 'definition-case',
  why: 'Case does not count in names of definitions; in lower case nobody wonders.',
  bad: [
    {
      text: '[A][tools]\n\n[Tools]: https://a.example\n',
      says: ['3:2: Unexpected capitals in the name `Tools` of a definition, expected `tools`'],
      fixed: '[A][tools]\n\n[tools]: https://a.example\n'
    }
  ],
  *check(list) {
    for (const {range} of definitionsOf(list)) {
      const label = labelOf(range, list.text)
      const expected = label?.text.toLowerCase()
      if (!label || expected === undefined || label.text === expected) continue
      yield {
        at: label.range,
        reason: `Unexpected capitals in the name \`${label.text}\` of a definition, expected \`${expected}\``,
        fix: invisible('Write it in lower case', replace(...label.range, expected))
      }
    }
  }
}

const definitionSpacing: Check = {
  id: 'definition-spacing',
  why: 'Blanks count as one in names of definitions; with one nobody wonders.',
  bad: [
    {
      text: '[A][big tools]\n\n[big  tools]: https://a.example\n',
      says: ['3:2: Unexpected blanks in the name of a definition, expected single ones'],
      fixed: '[A][big tools]\n\n[big tools]: https://a.example\n'
    }
  ],
  *check(list) {
    for (const {range} of nodesOf(list.root, 'definition')) {
      const label = labelOf(range, list.text)
      if (!label || !/\s{2}|[\t\r\n]/.test(label.text)) continue
      yield {
        at: label.range,
        reason: 'Unexpected blanks in the name of a definition, expected single ones',
        fix: invisible('Keep single ones', replace(...label.range, label.text.replace(/\s+/g, ' ')))
      }
    }
  }
}

const fold = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase()

/** Full references whose name says the text again. */
const unneeded = (type: 'linkReference' | 'imageReference', noun: string): Check['check'] =>
  function* ({root, text}) {
    for (const {node, range} of nodesOf(root, type)) {
      if (node.referenceType !== 'full') continue
      const source = text.slice(...range)
      const middle = source.lastIndexOf('][')
      const words = source.slice(source.indexOf('[') + 1, middle)
      if (middle < 0 || fold(words) !== fold(source.slice(middle + 2, -1))) continue
      yield {
        at: [range[0] + middle + 1, range[1]],
        reason: `Unexpected name that is the text of the ${noun} again, expected \`[]\``,
        fix: invisible('Leave it out', remove(range[0] + middle + 2, range[1] - 1))
      }
    }
  }

const fullLink: Check = {
  id: 'no-unneeded-full-reference-link',
  why: 'Markdown takes the text for the name where none is given.',
  bad: [
    {
      text: '[tools][Tools]\n\n[tools]: https://a.example\n',
      says: ['1:8: Unexpected name that is the text of the link again, expected `[]`'],
      fixed: '[tools][]\n\n[tools]: https://a.example\n'
    }
  ],
  check: unneeded('linkReference', 'link')
}

const fullImage: Check = {
  id: 'no-unneeded-full-reference-image',
  why: 'Markdown takes the text for the name where none is given.',
  bad: [
    {
      text: '![logo][logo]\n\n[logo]: https://a.example/logo.png\n',
      says: ['1:8: Unexpected name that is the text of the image again, expected `[]`'],
      fixed: '![logo][]\n\n[logo]: https://a.example/logo.png\n'
    }
  ],
  check: unneeded('imageReference', 'image')
}

const unused: Check = {
  id: 'no-unused-definitions',
  why: 'Nobody sees a definition that nothing refers to; often the reference to it is misspelt.',
  good: [{text: '[//]: # (A note to editors)\n\nOne[^1].\n\n[^1]: More.\n'}],
  bad: [
    {
      text: 'One.\n\n[tools]: https://a.example\n',
      says: ['3:1: Unexpected definition `tools` that nothing refers to, refer to it or remove it'],
      fixed: 'One.\n'
    }
  ],
  *check(list) {
    const {root, text} = list
    const names = (type: 'linkReference' | 'imageReference' | 'footnoteReference') =>
      nodesOf(root, type).map(({node}) => node.identifier)
    const links = new Set([...names('linkReference'), ...names('imageReference')])
    const notes = new Set(names('footnoteReference'))
    const words = text.trimEnd().length
    for (const {node, range} of definitionsOf(list)) {
      if ((node.type === 'definition' ? links : notes).has(node.identifier)) continue
      // A definition of nothing is how people write comments.
      if (node.type === 'definition' && (/^(?:\/\/|comment)/i.test(node.identifier) || /^#?$/.test(node.url))) continue
      // With the last one goes the blank line before it.
      const blank =
        range[1] >= words ? /\n(\r?\n)$/.exec(text.slice(Math.max(0, range[0] - 3), range[0]))?.[1] : undefined
      const to = nextLine(text, range[1])
      yield {
        at: range,
        reason: `Unexpected definition \`${node.label ?? node.identifier}\` that nothing refers to, refer to it or remove it`,
        ...(node.type === 'definition' && {fix: unsafe('Remove it', remove(range[0] - (blank?.length ?? 0), to))})
      }
    }
  }
}

const undefinedName: Check = {
  id: 'no-undefined-references',
  why: 'Without a definition there is no link: readers see the brackets.',
  good: [
    {text: '- A [Free][Proprietary], B [$][students].\n'},
    {text: '> [!NOTE]\n> Read [this] and [x].\n'},
    {text: 'In rows[0][1] and [A](https://a.example)[B](https://b.example).\n'}
  ],
  bad: [
    {
      text: '- [A][a-site] - First.\n',
      says: ['1:3: Unexpected reference to `a-site`, which is not defined, add `[a-site]: https://…`']
    },
    {text: 'One[^1].\n', says: ['1:4: Unexpected reference to `^1`, which is not defined, add `[^1]: …`']}
  ],
  *check({prose, text}) {
    for (const {range} of prose) {
      const source = text.slice(...range)
      if (!source.includes(']')) continue
      for (const {0: found, index, groups} of source.matchAll(
        /(?<![\\\p{L}\p{N}\]])(?:\[(?!\^)(?<text>[^[\]\n]+)\]\[(?<name>[^[\]\n]*)\])(?![[(\p{L}\p{N}])|(?<!\\)\[(?<note>\^(?:\d+|[a-z]\w+))\](?![(:])/giu
      )) {
        const name = groups?.['note'] ?? (groups?.['name'] || groups?.['text'])!
        // Two brackets in a row may be tags, such as `[$][Free for students]`.
        if (!/^(?:\^|[\p{Ll}\p{Lo}\p{N}])[\w.-]*$/u.test(name) || /^[ xX$]$/.test(groups?.['text'] ?? '')) continue
        yield {
          at: [range[0] + index, range[0] + index + found.length],
          reason: `Unexpected reference to \`${name}\`, which is not defined, add \`[${name}]: ${name.startsWith('^') ? '…' : 'https://…'}\``
        }
      }
    }
  }
}

/** Checks of references and their definitions. */
export const references: readonly Check[] = [
  definitionCase,
  definitionSpacing,
  fullLink,
  fullImage,
  unused,
  undefinedName
]
