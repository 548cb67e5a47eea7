import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {rules} from '../rules/index.ts'

const page = readFileSync(new URL('../docs/migration.md', import.meta.url), 'utf8')
const [, section = ''] = /^## From awesome-lint\n(.*?)^## /ms.exec(page) ?? []

/** The rows of the table: an id of awesome-lint, and the ids of the rules here. */
const rows = [...section.matchAll(/^\| `([\w-]+)` \| ([^|]+) \|/gm)].map(
  ([, theirs = '', ours = '']) => [theirs, [...ours.matchAll(/`([\w-]+)`/g)].map(([, id = '']) => id)] as const
)

it.each(rows)('what the page says of %s is what comments do', (theirs, ours) => {
  const silenced = rules.filter(({id, aliases = []}) => id === theirs || aliases.includes(theirs)).map(({id}) => id)
  const there = ours.filter(id => rules.some(rule => rule.id === id))
  expect(silenced.toSorted()).toEqual(there.toSorted())
})

it('the page tells of every check that awesome-lint makes and a rule here names', () => {
  const named = rules.flatMap(({aliases = []}) => aliases).filter(alias => /^(?:awesome-|double-link$)/.test(alias))
  expect(rows.length).toBeGreaterThan(5)
  expect(rows.map(([theirs]) => theirs)).toEqual(expect.arrayContaining(named))
})
