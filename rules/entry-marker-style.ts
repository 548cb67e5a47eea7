import type {List} from 'mdast'
import type {TextEdit} from '../src/document/edit.ts'
import {replace} from '../src/document/edit.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {habit} from '../src/document/style.ts'
import {defineRule, safe} from '../src/lint/rule.ts'

export default defineRule({
  id: 'entry-marker-style',
  summary: 'Use the bullet that the list uses.',
  why: 'Another bullet starts another list: markdown renders a gap between the two, and editors stop to indent and sort them together.',
  severity: 'warning',
  fix: 'safe',
  aliases: ['unordered-list-marker-style'],
  examples: {
    good: [{text: '- [A](https://a.example)\n\n## Few entries\n\n* [B](https://b.example)\n'}],
    bad: [
      {
        text: `${'- [A](https://a.example)\n'.repeat(8)}* [B](https://b.example)\n`,
        says: ['9:1: Unexpected bullet `*`, expected `-` like 8 of 9 items here'],
        fixed: `${'- [A](https://a.example)\n'.repeat(8)}- [B](https://b.example)\n`
      }
    ]
  },
  *check({list}) {
    const bullets = readBullets(list)
    const depths = new Set(bullets.map(bullet => bullet.depth))
    for (const depth of depths) {
      const here = bullets.filter(bullet => bullet.depth === depth)
      const usual = habit(here.flatMap(bullet => bullet.edits.map(() => bullet.char)))
      if (!usual) continue
      for (const {char, start, edits} of here) {
        if (char === usual.value) continue
        yield {
          at: [start, start + 1],
          reason: `Unexpected bullet \`${char}\`, expected \`${usual.value}\` like ${usual.count} of ${usual.total} items here`,
          fix: safe('Use the usual bullet', ...edits.map(([from, to]) => replace(from, to, usual.value)))
        }
      }
    }
  }
})

interface Bullet {
  readonly char: string
  readonly depth: number
  readonly start: number
  readonly edits: readonly TextEdit['range'][]
}

function readBullets(list: AwesomeList): readonly Bullet[] {
  const found: Bullet[] = []
  const depths = new Map<List, number>()
  const {start: begin, end: finish} = list.contents?.list.position ?? {}
  const contents = [begin?.offset ?? 0, finish?.offset ?? 0] as const
  for (const node of list.lists) {
    const depth = depths.get(node) ?? 0
    for (const item of node.children)
      for (const child of item.children) if (child.type === 'list') depths.set(child, depth + 1)
    const starts = node.children.map(item => item.position?.start.offset)
    const start = starts[0]
    // A table of contents is a list of its own, often made by a tool.
    const [from, to] = contents
    if (node.ordered || start === undefined || (start >= from && start < to)) continue
    found.push({
      char: list.text[start]!,
      depth,
      start,
      edits: starts.flatMap(at => (at === undefined ? [] : [[at, at + 1] as const]))
    })
  }
  return found
}
