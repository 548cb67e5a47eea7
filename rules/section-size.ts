import {defineRule} from '../src/lint/rule.ts'

interface Options {
  readonly min: number
  readonly max: number
}

const entries = (count: number): string =>
  Array.from({length: count}, (_, index) => `- [A${index}](https://a.example/${index})\n`).join('')

const say = (count: number): string => `${count} ${count === 1 ? 'entry' : 'entries'}`

export default defineRule<Options>({
  id: 'section-size',
  summary: 'Keep sections neither too small nor too large.',
  why: 'A section for one entry makes the contents longer than the list; in one with hundreds nobody finds anything.',
  severity: 'warning',
  presets: [],
  options: {
    min: {meaning: 'The fewest entries of a section that has any; without it, 3.', example: 3},
    max: {meaning: 'The most entries of a section; without it, there is no bound.', example: 50}
  },
  examples: {
    good: [
      {text: `## Tools\n\n${entries(3)}`},
      {text: `## Tools\n\n### Small\n\n${entries(3)}`},
      {text: '## Contributing\n\nRead the guidelines.\n'},
      {text: '## Contents\n\n- [Tools](#tools)\n- [Books](#books)\n'}
    ],
    bad: [
      {
        text: `## Tools\n\n${entries(2)}`,
        says: [
          '1:1: Unexpected 2 entries in this section, expected at least 3, add more or move these to another section'
        ]
      },
      {
        text: `## Tools\n\n${entries(3)}`,
        options: {max: 2},
        says: ['1:1: Unexpected 3 entries in this section, expected at most 2, part it']
      }
    ]
  },
  *check({list, options: {min = 3, max = Infinity}}) {
    for (const [index, section] of list.sections.entries()) {
      const end = section.heading.position?.end.offset
      // Only what stands on top counts: nested entries belong to theirs.
      const count = section.entries.filter(entry => !entry.parent).length
      const deeper = (list.sections[index + 1]?.depth ?? 0) > section.depth
      if (end === undefined || count === 0 || (count >= min && count <= max)) continue
      // The few above deeper sections are an introduction to them.
      if (count < min && deeper) continue
      yield {
        at: [section.range[0], end],
        reason:
          count < min
            ? `Unexpected ${say(count)} in this section, expected at least ${min}, add more or move ${count === 1 ? 'it' : 'these'} to another section`
            : `Unexpected ${say(count)} in this section, expected at most ${max}, part it`
      }
    }
  }
})
