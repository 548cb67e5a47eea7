import {insert, remove, replace} from '../src/document/edit.ts'
import {isMain} from '../src/document/facts.ts'
import type {LinkUse} from '../src/document/link/link.ts'
import type {AwesomeList} from '../src/document/list.ts'
import {headerOf} from '../src/document/page/header.ts'
import type {Problem} from '../src/lint/rule.ts'
import {defineRule, unsafe} from '../src/lint/rule.ts'

const badge = '[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)'

/** The badge as awesome.re has it, and as it was served before: rawgit, jsdelivr and GitHub itself. */
const image =
  /^https?:\/\/awesome\.re\/badge(?:-flat2?)?\.(?:svg|png)|sindresorhus\/awesome[@/].*\bbadge(?:-flat2?)?\.svg/i
const home = /^https?:\/\/(?:www\.)?(?:awesome\.re|github\.com\/sindresorhus\/awesome)\/?(?:[#?].*)?$/i

/** Badges that tell how the last build went. */
const builds =
  /\btravis-ci\.|\bcircleci\.com\b|\bappveyor\.com\/api\/projects\/status|\/(?:actions\/)?workflows\/[^)\s]*\/badge\.svg|img\.shields\.io\/(?:travis|circleci|appveyor|github\/(?:actions\/)?workflow)/i

export default defineRule({
  id: 'list-badge',
  summary: 'Show the Awesome badge beside the title, and none of a build.',
  why: 'The badge leads readers to the list of all awesome lists, of which this one wants to be a part; how a build went is no news for them.',
  severity: 'warning',
  fix: 'unsafe',
  presets: ['awesome', 'strict'],
  aliases: ['awesome-badge', 'awesome-no-ci-badge'],
  examples: {
    good: [
      {text: `# Awesome Tools ${badge}\n`},
      {
        text: `# Awesome Tools\n\n[![Awesome](https://awesome.re/badge-flat2.svg)][home]\n\n[home]: https://awesome.re\n`
      },
      {text: `<div align="center">\n<img src="logo.png">\n</div>\n\n# Awesome Tools\n`},
      {
        text: `# Awesome Tools ${badge}\n\n## CI\n\n- [A](https://a.example) ![Build Status](https://travis-ci.org/a/a.svg)\n`
      }
    ],
    bad: [
      {
        text: '# Awesome Tools\n\n## Small\n',
        says: [`1:16: Expected the Awesome badge beside the title, add \`${badge}\``],
        fixed: `# Awesome Tools ${badge}\n\n## Small\n`
      },
      {
        text: '# Awesome Tools ![Awesome](https://awesome.re/badge.svg)\n',
        says: ['1:17: Unexpected Awesome badge without a link, expected it to lead to `https://awesome.re`'],
        fixed: `# Awesome Tools ${badge}\n`
      },
      {
        text: '# Awesome Tools [![Awesome](https://a.example/my.svg)](https://awesome.re)\n',
        says: ['1:29: Unexpected picture for the Awesome badge, expected `https://awesome.re/badge.svg`'],
        fixed: `# Awesome Tools ${badge}\n`
      },
      {
        text: `# Awesome Tools ${badge} [![CI](https://github.com/a/a/actions/workflows/ci.yml/badge.svg)](https://github.com/a/a/actions)\n`,
        says: ['1:80: Unexpected badge of a build, remove it'],
        fixed: `# Awesome Tools ${badge}\n`
      }
    ]
  },
  *check({list, facts}) {
    const header = headerOf(list)
    const here = list.links.filter(({range}) => range[0] < header.range[1])
    const images = here.filter(link => link.role === 'image')
    if (!facts.files || isMain(facts.files)) yield* missing(list, images, here, header.designed)
    for (const link of images) {
      if (!builds.test(link.url) && !/^build status$/i.test(link.text.trim())) continue
      const [start, end] = around(link, here)?.range ?? link.range
      const lead = /[ \t]*$/.exec(list.text.slice(Math.max(0, start - 20), start))![0].length
      const html = link.node?.type === 'html'
      yield {
        at: [start, end],
        reason: 'Unexpected badge of a build, remove it',
        ...(!html && {fix: unsafe('Remove it', remove(start - lead, end))})
      }
    }
  }
})

/** The link that a picture is the text of. */
const around = (picture: LinkUse, links: readonly LinkUse[]): LinkUse | undefined =>
  links.find(
    ({role, range, node}) =>
      role !== 'image' && node?.type !== 'html' && range[0] < picture.range[0] && picture.range[1] < range[1]
  )

function* missing(
  {title, text}: AwesomeList,
  images: readonly LinkUse[],
  links: readonly LinkUse[],
  designed: boolean
): Iterable<Problem> {
  const known = images.find(({url}) => image.test(url))
  const link = known && around(known, links)
  if (known && (link || known.node?.type === 'html' || known.node?.type === 'imageReference')) return
  if (known) {
    yield {
      at: known.range,
      reason: 'Unexpected Awesome badge without a link, expected it to lead to `https://awesome.re`',
      fix: unsafe('Link it', insert(known.range[0], '['), insert(known.range[1], '](https://awesome.re)'))
    }
    return
  }
  const other = images.find(picture => home.test(around(picture, links)?.url ?? ''))
  if (other?.urlRange && title && other.range[1] <= (title.heading.position?.end.offset ?? 0)) {
    yield {
      at: other.urlRange,
      reason: 'Unexpected picture for the Awesome badge, expected `https://awesome.re/badge.svg`',
      fix: unsafe('Use the badge', replace(...other.urlRange, 'https://awesome.re/badge.svg'))
    }
    return
  }
  // In a head that was designed, the badge may be part of the picture or of the HTML; links to awesome.re say so, too.
  const end = title?.heading.children.at(-1)?.position?.end.offset
  if (!title || end === undefined || designed || links.some(({url}) => home.test(url))) return
  yield {
    at: [end, end],
    reason: `Expected the Awesome badge beside the title, add \`${badge}\``,
    fix: unsafe('Add it', insert(end, `${/\s$/.test(text.slice(0, end)) ? '' : ' '}${badge}`))
  }
}
