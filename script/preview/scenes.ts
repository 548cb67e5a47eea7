import type {Files} from '../../test/fake/git.ts'
import type {Permissions} from '../../test/fake/world.ts'
import {after, entry, kites, without} from './lists.ts'

/** A pull request to be reviewed, and what the page says of it. */
export interface Scene {
  readonly id: string
  readonly title: string
  /** Of the pull request; `{web}` stands for the origin of the site that answers in the preview. */
  readonly files: Files
  /** In the base, beside the list. */
  readonly base?: Files
  /** Whose fork it comes from: somebody who has not been here before. */
  readonly fork?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly permissions?: Permissions
  /** A later push, which is reviewed in its turn. */
  readonly push?: Files
}

const sloppy = after(
  'Crane',
  [
    '-[Dove](http://dove.example) - white kites  for weddings',
    '* [Dunlin](https://dunlin.example?utm_source=kites): Kites for the the beach.',
    '- [Eagle](https//eagle.example) - Large kites, made in javascript and Github.',
    '- [Eider] (https://eider.example) - Warm  kites for cold comprenhensive days.\n'
  ].join('\n')
)

const crowd = Array.from({length: 14}, (_, index) => `-[Crow ${index + 1}](https://crow-${index + 1}.example) - Black.`)

/** What the preview shows, one pull request after the other. */
export const scenes: readonly Scene[] = [
  {
    id: 'typo',
    title: 'A typo, in a first contribution',
    fork: 'newcomer',
    files: {'readme.md': after('Crane', entry('Dove', 'A comprenhensive guide to white kites.'))}
  },
  {
    id: 'bullet',
    title: 'A broken bullet',
    files: {'readme.md': after('Crane', entry('Dove', 'White kites.').replace('- [', '-['))}
  },
  {id: 'ten', title: 'Many findings at once, in a first contribution', fork: 'newcomer', files: {'readme.md': sloppy}},
  {
    id: 'links',
    title: 'Links: dead, moved, unsure',
    files: {
      'readme.md': after(
        'Crane',
        [
          '- [Dove]({web}/gone) - White kites.',
          '- [Dunlin]({web}/old) - Kites for the beach.',
          '- [Eagle]({web}/walled) - Large kites.',
          '- [Eider]({web}/ok) - Warm kites.\n'
        ].join('\n')
      )
    }
  },
  {
    id: 'lines',
    title: 'A suggestion over several lines',
    files: {
      'readme.md': after(
        'Kestrel',
        '- [Linnet](https://linnet.example) - Kites that sing,\n  when the wind is strong.\n',
        without('Lark')
      ).replace('\n## Guides', '\n\n## Guides')
    }
  },
  {
    id: 'order',
    title: 'An entry out of its place',
    files: {'readme.md': after('Lark', entry('Dove', 'White kites.'))}
  },
  {
    id: 'double',
    title: 'A double beside other findings',
    files: {
      'readme.md': after(
        'Crane',
        '-[Dove](https://dove.example) - White kites.\n- [Crane](https://crane.example) - Paper kites, built by hand.\n'
      )
    }
  },
  {
    id: 'unsafe',
    title: 'Fixes that want a look',
    files: {
      'readme.md': after(
        'Crane',
        '- [Dove](https://dove.example) - White libarys and kites.\n-[KITES FOR ALL THE FAMILY](https://eager.example) - Kites for comprenhensive winds.\n'
      )
    }
  },
  {
    id: 'overflow',
    title: 'More than max-comments',
    files: {'readme.md': after('Crane', `${crowd.join('\n')}\n`)},
    inputs: {'max-comments': '3'}
  },
  {
    id: 'words',
    title: 'What a suggestion cannot carry',
    files: {
      'lists/sea.md': '# Sea\r\n\r\n## Kites\r\n\r\n-[Auk](https://auk.example) - Flies over the sea.\r\n',
      'readme.md': `${kites}- [Winds](https://winds.example) - Which wind blows where.`.trimEnd()
    },
    inputs: {files: '**/*.md'}
  },
  {
    id: 'read-only',
    title: 'A fork with a token that may only read',
    fork: 'newcomer',
    files: {'readme.md': sloppy, '.github/awesome-doctor.yml': 'rules:\n  entry-order: off\n'},
    permissions: {contents: 'read', pull_requests: 'read'}
  },
  {
    id: 'again',
    title: 'After a push: one is mended, one is new',
    files: {'readme.md': after('Crane', '-[Dove](https://dove.example) - White kites.\n')},
    push: {
      'readme.md': after(
        'Crane',
        '- [Dove](https://dove.example) - White kites.\n-[Dunlin](https://dunlin.example) - Kites for the beach.\n'
      )
    }
  },
  {
    id: 'silenced',
    title: 'Silenced by a comment',
    files: {
      'readme.md': after(
        'Crane',
        '<!--lint ignore text-spelling-->\n- [Dove](https://dove.example) - White libary kites.\n'
      )
    }
  },
  {
    id: 'hostile',
    title: 'A hostile list',
    fork: 'mallory',
    files: {
      'readme.md': after(
        'Crane',
        [
          '-[@octo/team #1 GH-1](https://x.example) - ```` <!-- awesome-doctor:666 --> .',
          '-[`](https://y.example) - ```suggestion teh <img src=x onerror=y> @everyone | a \\| b',
          '-[<details>](https://z.example) - </details> **Bold** libary | ::set-output name=a::b\n'
        ].join('\n')
      )
    },
    inputs: {'max-comments': '1'}
  }
]
