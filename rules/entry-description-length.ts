import {descriptionOf} from '../src/document/entry/description.ts'
import {defineRule} from '../src/lint/rule.ts'

interface Options {
  readonly min: number
  readonly max: number
}

export default defineRule<Options>({
  id: 'entry-description-length',
  summary: 'Keep descriptions short.',
  why: 'A reader compares twenty entries in a minute; whoever wants to know more follows the link.',
  severity: 'warning',
  presets: [],
  options: {
    max: {meaning: 'The most characters of a description; without it, 250.', example: 200},
    min: {meaning: 'The fewest characters of a description that is there; without it, there is no bound.', example: 10}
  },
  examples: {
    good: [
      {text: '- [A](https://a.example) - Paints walls in all colors.\n', options: {max: 30}},
      {text: '- [A](https://a.example) - Paints [walls](https://a.example/a/very/long/way).\n', options: {max: 15}},
      {text: '- [A](https://a.example)\n', options: {min: 10}}
    ],
    bad: [
      {
        text: '- [A](https://a.example) - Paints walls in all colors.\n',
        options: {max: 20},
        says: ['1:28: Unexpected description of 27 characters, expected at most 20']
      },
      {
        text: '- [A](https://a.example) - Walls.\n',
        options: {min: 10},
        says: ['1:28: Unexpected description of 6 characters, expected at least 10']
      }
    ]
  },
  *check({list, options: {min = 0, max = 250}}) {
    for (const entry of list.entries) {
      const description = descriptionOf(list, entry)
      if (!description) continue
      const length = Array.from(description.words).length
      if (length >= min && length <= max) continue
      yield {
        at: description.range,
        reason: `Unexpected description of ${length} characters, expected at ${length > max ? `most ${max}` : `least ${min}`}`
      }
    }
  }
})
