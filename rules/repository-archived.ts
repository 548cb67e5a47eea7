import {faultyRepositories} from '../src/document/entry/listed-repository.ts'
import type {RepositoryFact} from '../src/document/facts.ts'
import {defineRule} from '../src/lint/rule.ts'

export default defineRule({
  id: 'repository-archived',
  summary: 'Say of an archived repository that it is archived, or do not list it.',
  why: 'Nobody mends its faults or answers its readers. Some are worth listing all the same: then a word in the entry, in its heading or in the sentence above it says so, and this rule is silent.',
  severity: 'warning',
  examples: {
    good: [
      {
        text: '- [A](https://github.com/ann/a) - Saws wood (archived).\n- [B](https://b.example) - Like [A](https://github.com/ann/a).\n\n## Graveyard\n\n- [A](https://github.com/ann/a)\n',
        facts: {repositories: new Map([['ann/a', {name: 'ann/a', archived: '2021-03-04'}]])}
      },
      {
        text: '⚠️ means that nobody maintains it: it is deprecated.\n\n## Tools\n\n- [A](https://github.com/ann/a) ⚠️\n',
        facts: {repositories: new Map([['ann/a', {name: 'ann/a', archived: true}]])}
      }
    ],
    bad: [
      {
        text: '- [A](https://github.com/ann/a) - Saws wood.\n- [B](https://github.com/bob/b) - Bends it.\n- [C](https://github.com/cat/c)\n',
        facts: {
          repositories: new Map<string, RepositoryFact>([
            ['ann/a', {name: 'ann/a', archived: '2021-03-04'}],
            ['bob/b', {name: 'tools/b', archived: true}],
            ['cat/c', {name: 'cat/c', disabled: true}]
          ])
        },
        says: [
          '1:3: Unexpected repository `ann/a`, which was archived on 2021-03-04, say so in the entry or remove it',
          '2:3: Unexpected repository `tools/b`, which is archived, say so in the entry or remove it',
          '3:3: Unexpected repository `cat/c`, which GitHub has turned off, say so in the entry or remove it'
        ]
      }
    ]
  },
  *check({list, facts}) {
    for (const {entry, fact} of faultyRepositories(list, facts, one => (one.archived ?? one.disabled) !== undefined))
      yield {
        at: entry.link.range,
        reason: `Unexpected repository \`${fact.name}\`, ${stateOf(fact)}, say so in the entry or remove it`
      }
  }
})

function stateOf({archived, disabled}: RepositoryFact): string {
  if (disabled) return 'which GitHub has turned off'
  return typeof archived === 'string' ? `which was archived on ${archived.slice(0, 10)}` : 'which is archived'
}
