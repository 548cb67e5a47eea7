import type {Files} from '../../test/fake/git.ts'

/** An entry as the list of the preview writes it. */
export const entry = (name: string, words: string): string =>
  `- [${name}](https://${name.toLowerCase().replaceAll(' ', '-')}.example) - ${words}\n`

const makers: readonly (readonly [string, string])[] = [
  ['Albatross', 'Sails for steady sea winds.'],
  ['Bittern', 'Small kites that fold into a pocket.'],
  ['Crane', 'Paper kites, built by hand.'],
  ['Egret', 'Kites for children, with soft edges.'],
  ['Finch', 'Plans to print and cut out.'],
  ['Heron', 'Tall kites for light wind.'],
  ['Ibis', 'Stunt kites with two lines.'],
  ['Jay', 'Reels, lines and other parts.'],
  ['Kestrel', 'Kites that hover over one spot.'],
  ['Lark', 'Fighting kites from five countries.']
]

const guides: readonly (readonly [string, string])[] = [
  ['First Flight', 'What to do on the first windy day.'],
  ['Knots', 'Ten knots that hold, with drawings.'],
  ['Wind Tables', 'How strong the wind may be for which kite.']
]

const section = (entries: readonly (readonly [string, string])[]): string => entries.map(one => entry(...one)).join('')

/** The list before any pull request: in order, and of one style. */
export const kites = `# Awesome Kites

> What flies on a line, and how to make it fly.

## Contents

- [Makers](#makers)
- [Guides](#guides)

## Makers

${section(makers)}
## Guides

${section(guides)}`

/** What the repository has beside the list. */
export const around: Files = {
  LICENSE: 'Free for everyone.\n',
  'contributing.md': '# How to add a kite\n\nOne entry, one pull request.\n'
}

/** The list with some text after an entry. */
export const after = (name: string, added: string, list: string = kites): string =>
  list.replace(new RegExp(`^- \\[${name}\\].*\n`, 'm'), line => `${line}${added}`)

/** The list without an entry. */
export const without = (name: string): string => kites.replace(new RegExp(`^- \\[${name}\\].*\n`, 'm'), '')
