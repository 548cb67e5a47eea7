import {faultyRepositories} from '../src/document/entry/listed-repository.ts'
import type {RepositoryFact} from '../src/document/facts.ts'
import {defineRule} from '../src/lint/rule.ts'

const fresh = {name: 'ann/a', pushed: '2024-02-01'}
const old = {name: 'bob/b', pushed: '2021-12-31'}

export default defineRule<{months: number}>({
  id: 'repository-stale',
  summary: 'List repositories that somebody works on.',
  why: 'Where nothing was pushed for years, questions stay without answer. Some things are done, though, and need no more pushes: that is why this rule is silent unless a list asks for it.',
  severity: 'warning',
  presets: [],
  options: {
    months: {meaning: 'How long ago the last push may be, in months; without it, 24.', example: 24}
  },
  examples: {
    good: [
      {
        text: '- [A](https://github.com/ann/a)\n\n## Legacy\n\n- [B](https://github.com/bob/b)\n',
        facts: {
          today: '2026-01-31',
          repositories: new Map([
            ['ann/a', fresh],
            ['bob/b', old]
          ])
        }
      },
      {
        text: '- [B](https://github.com/bob/b)\n',
        options: {months: 60},
        facts: {today: '2026-01-31', repositories: new Map([['bob/b', old]])}
      }
    ],
    bad: [
      {
        text: '- [A](https://github.com/ann/a)\n- [B](https://github.com/bob/b)\n- [C](https://github.com/cat/c)\n',
        facts: {
          today: '2026-01-31',
          repositories: new Map<string, RepositoryFact>([
            ['ann/a', fresh],
            ['bob/b', old],
            ['cat/c', {name: 'cat/c', empty: true}]
          ])
        },
        says: [
          '2:3: Unexpected repository `bob/b`, last pushed to on 2021-12-31, expected a push in the last 24 months',
          '3:3: Unexpected repository `cat/c`, which is empty'
        ]
      }
    ]
  },
  *check({list, facts, options: {months = 24}}) {
    const oldest = facts.today === undefined ? '' : monthsBefore(facts.today, months)
    const found = faultyRepositories(list, facts, ({archived, disabled, empty, pushed}) => {
      if ((archived ?? disabled) !== undefined) return false
      return empty === true || (pushed !== undefined && pushed.slice(0, 10) < oldest)
    })
    for (const {entry, fact} of found) {
      const fault = fact.empty
        ? 'which is empty'
        : `last pushed to on ${fact.pushed?.slice(0, 10)}, expected a push in the last ${months} months`
      yield {at: entry.link.range, reason: `Unexpected repository \`${fact.name}\`, ${fault}`}
    }
  }
})

/** An ISO date some months before another one; of a month that is too short, its last day or the first ones of the next. */
function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - months, day)).toISOString().slice(0, 10)
}
