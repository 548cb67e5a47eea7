import {descriptionOf} from '../src/document/entry/description.ts'
import {defineRule} from '../src/lint/rule.ts'

interface Options {
  readonly words: readonly string[]
}

/** Praise that says nothing of the thing itself. */
const praise: readonly string[] = [
  'amazing',
  'astonishing',
  'best',
  'best-in-class',
  'blazing fast',
  'blazing-fast',
  'blazingly fast',
  'breathtaking',
  'cutting-edge',
  'game changer',
  'game-changing',
  'groundbreaking',
  'incredible',
  'incredibly',
  'insanely',
  'lightning fast',
  'lightning-fast',
  'mind-blowing',
  'next-generation',
  'phenomenal',
  'revolutionary',
  'stunning',
  'superb',
  'ultimate',
  'unbelievable',
  'unparalleled',
  'world-class'
]

/** What holds such a word without praising. */
const plain =
  /\bbest[- ](?:practices?|effort|known|fit|of|match\w*|seller\w*|before|case|first|used|suited|viewed|when|for|with|if)\b|\b(?:at|do|try) (?:its|your|our|their|the) best\b/gi

export default defineRule<Options>({
  id: 'entry-description-promotion',
  summary: 'Describe, and leave the praise to the reader.',
  why: 'Being on the list is praise already. What everything is called says nothing of this one.',
  severity: 'warning',
  presets: [],
  options: {
    words: {
      meaning: `The words, in any case, instead of ${praise.map(word => `\`${word}\``).join(', ')}.`,
      example: ['best', 'amazing']
    }
  },
  examples: {
    good: [
      {text: '- [A](https://a.example) - Shows best practices for tables.\n'},
      {text: '- [The Best Tools](https://a.example) - Lists tools.\n'},
      {text: '- [A](https://a.example) - Runs `best` for you.\n'},
      {text: '- [A](https://a.example) - An amazing tool.\n', options: {words: ['superb']}}
    ],
    bad: [
      {
        text: '- [A](https://a.example) - The best and blazing fast tool.\n',
        says: [
          '1:32: Unexpected praise `best`, expected what the thing does',
          '1:41: Unexpected praise `blazing fast`, expected what the thing does'
        ]
      },
      {
        text: '- [A](https://a.example) - A magic tool.\n',
        options: {words: ['magic']},
        says: ['1:30: Unexpected praise `magic`, expected what the thing does']
      }
    ]
  },
  *check({list, options: {words = praise}}) {
    const known = words.filter(word => word.trim() !== '').map(word => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    if (known.length === 0) return
    const found = new RegExp(String.raw`(?<![\p{L}\p{N}-])(?:${known.join('|')})(?![\p{L}\p{N}-])`, 'giu')
    let next = 0
    for (const entry of list.entries) {
      const range = descriptionOf(list, entry)?.range
      if (!range) continue
      while (next < list.prose.length && list.prose[next]!.range[1] <= range[0]) next++
      for (let at = next; at < list.prose.length && list.prose[at]!.range[0] < range[1]; at++) {
        const piece = list.prose[at]!
        if (piece.link) continue
        const from = Math.max(range[0], piece.range[0])
        const text = list.text
          .slice(from, Math.min(range[1], piece.range[1]))
          .replace(plain, phrase => ' '.repeat(phrase.length))
        for (const {0: word, index} of text.matchAll(found))
          yield {
            at: [from + index, from + index + word.length],
            reason: `Unexpected praise \`${word}\`, expected what the thing does`
          }
      }
    }
  }
})
