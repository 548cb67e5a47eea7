import {describe, expect, it} from 'vitest'
import {isRetired} from '../../src/document/entry/retired.ts'
import {parse} from '../../src/document/parse/parse.ts'
import {readList} from '../../src/document/read-list.ts'

/** Whether the last entry of a text counts as one that nobody works on. */
function lastIsRetired(text: string): boolean {
  const list = readList(parse(text), text)
  return isRetired(list, list.entries.at(-1)!)
}

const entry = '- [A](https://github.com/ann/a) - Saws wood.\n'

describe('that nobody works on it any more', () => {
  it.each([
    entry.replace('.\n', ' (archived).\n'),
    entry.replace('Saws', '**Deprecated** in favour of B. Saws'),
    entry.replace('wood.', 'wood. _No longer maintained._'),
    entry.replace('wood.', 'wood, not being actively maintained.'),
    entry.replace('wood.', 'wood. ![Unmaintained](https://a.example/b.svg)'),
    entry.replace('Saws', '🪦 Saws'),
    entry.replace('Saws', ':skull: Saws'),
    entry.replace('Saws wood', '已归档'),
    entry.replace('Saws wood', 'Больше не поддерживается'),
    '- ~~[A](https://github.com/ann/a)~~ - Saws wood.\n',
    `## Archive\n\n${entry}`,
    `## Old tools\n\n### Saws\n\n${entry}`,
    `## Saws\n\nThese are no longer developed:\n\n${entry}`,
    `<details><summary>Abandoned</summary>\n\n${entry}`,
    `- Legacy [B](https://b.example)\n  ${entry}`,
    `⭐ recommended, ⚠️ unmaintained\n\n## Saws\n\n${entry.replace('Saws', '⚠️ Saws')}`
  ])('is said by %j', text => {
    expect(lastIsRetired(text)).toBe(true)
  })

  it.each([
    entry,
    entry.replace('ann/a', 'ann/legacy'),
    entry.replace('Saws wood', 'Archives wood, dead simple to use'),
    entry.replace('Saws', '⚠️ Saws'),
    `## Saws\n\n- [B](https://b.example) - Archived.\n${entry}`,
    `## Retired\n\n- [B](https://b.example)\n\n## Saws\n\n${entry}`,
    `⭐ recommended, ⚠️ unmaintained\n\n## Saws\n\n${entry.replace('Saws', '⭐ Saws')}`
  ])('is not said by %j', text => {
    expect(lastIsRetired(text)).toBe(false)
  })
})
