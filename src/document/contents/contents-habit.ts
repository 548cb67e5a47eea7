import type {Section} from '../entry/entry.ts'
import type {AwesomeList} from '../list.ts'
import {squeeze} from '../words/similar.ts'
import {isContentsName} from './contents.ts'
import type {ContentsPairs} from './contents-pairs.ts'

/** Sections about the list instead of its matter, which contents rarely name. */
const about = new RegExp(
  `^(?:${[
    'about|abouts?this.*|preface|foreword|introduction|intro|overview|background|motivation|legend|glossary|notes?|footnotes?|disclaimer|news|updates?|changelog|todo',
    'contribut.*|howtocontribute|contributors?|authors?|maintainers?|team|credits?|acknowledge?ments?|thanks.*|specialthanks.*|backers|sponsor.*|support.*|donat.*',
    'licen[cs]e|licen[cs]ing|copyright|legal|codeofconduct|citation|citing.*|cite.*|references?|bibliography|starhistory|stargazers.*|stars?|statistics|activity',
    'related.*|similar.*|seealso|other.*(?:lists?|resources|awesome.*)|moreawesome.*|awesomelists?|anotherlists?.*|furtherreading|translations?|languages|community|contact|faq|usage|howtouse.*',
    'beitragen|lizenz|danksagung|contribuir|contribuciones|contribuição|contribuições|contribuindo|licencia|licença|licence|licenza|contribuer|contribution|remerciements',
    '贡献.*|如何贡献|许可.*|协议|授权.*|致谢|鸣谢|参考.*|引用|关于.*|コントリビュート|ライセンス|лицензия|вклад|благодарности|기여.*|라이선스'
  ].join('|')})$`,
  'u'
)

/** Whether a section is about the list itself, or stands below one that is. */
function isAboutList(section: Section): boolean {
  if (isContentsName(section.title)) return true
  for (let at: Section | undefined = section; at && at.depth > 1; at = at.parent)
    if (about.test(squeeze(at.title))) return true
  return about.test(squeeze(section.title))
}

/** How many of a group of sections the contents lists. */
interface Share {
  readonly listed: number
  readonly all: number
}

/** A section that the contents lacks, and how many of the other sections like it are listed. */
export interface MissingSection extends Share {
  readonly section: Section
}

const isMost = ({listed, all}: Share, least: number, share = 0.8): boolean => listed >= least && listed >= all * share

/**
 * The sections that are missing in contents which otherwise list all of their like: their siblings, or every section
 * of their level.
 */
export function missingSections(list: AwesomeList, {pairs, unlisted}: ContentsPairs): readonly MissingSection[] {
  const listed = new Set(pairs.map(({section}) => section))
  const filled = withEntries(list)
  const entriesBelow = (depth: number): boolean => {
    const like = [...listed].filter(section => section?.depth === depth)
    return like.filter(section => filled.has(section!)).length >= like.length * 0.5
  }
  const depths = new Set(unlisted.filter(({depth}) => !entriesBelow(depth)).map(({depth}) => depth))
  const top = Math.min(...[...listed].map(section => section?.depth ?? 6).filter(depth => depth > 1))
  const counts = new Map<string | Section, Share>()
  const start = pairs[0]?.link.range[0] ?? 0
  const last = Math.max(0, ...pairs.map(({section}) => section?.range[0] ?? 0))
  const count = (key: string | Section, one: Section): void => {
    const {listed: before, all} = counts.get(key) ?? {listed: 0, all: 0}
    counts.set(key, {listed: before + (listed.has(one) ? 1 : 0), all: all + 1})
  }
  const candidates = new Set(unlisted.filter(one => (filled.has(one) || depths.has(one.depth)) && !isAboutList(one)))
  for (const one of list.sections) {
    if (one.range[0] < start || (!listed.has(one) && !candidates.has(one))) continue
    count(`depth ${one.depth}`, one)
    count(siblingKey(one), one)
  }
  return [...candidates].flatMap(section => {
    const level = counts.get(`depth ${section.depth}`)!
    const siblings = counts.get(siblingKey(section))!
    const others = {listed: level.listed, all: level.all - siblings.all}
    // What comes behind everything that is listed may be an appendix.
    if (section.range[0] > last && !isMost(siblings, 5)) return []
    if (siblings.listed === 0) return isListedElsewhere(section, siblings, others) ? [{section, ...others}] : []
    if (siblings.listed >= Math.max(3, Math.min(siblings.all - 1, siblings.all * 0.8)))
      return [{section, ...siblings, all: siblings.all - 1}]
    return isMost(level, 5) || (section.depth === top && isMost(level, 10, 0.7))
      ? [{section, ...level, all: level.all - 1}]
      : []
  })
}

/** Whether sections of the level are listed everywhere but below this one parent, which has few; years name themselves. */
const isListedElsewhere = ({title}: Section, siblings: Share, others: Share): boolean =>
  isMost(others, 8, 0.9) && siblings.all <= others.listed * 0.5 && !/^\d{4}/.test(title)

const siblingKey = ({parent, depth}: Section): string => `${depth} below ${parent?.range[0] ?? 'all'}`

/** Sections with an entry, their own or one of a section below. */
function withEntries({sections}: AwesomeList): ReadonlySet<Section> {
  const found = new Set<Section>()
  for (const section of sections) {
    if (section.entries.length === 0) continue
    for (let at: Section | undefined = section; at && !found.has(at); at = at.parent) found.add(at)
  }
  return found
}

/** How many sections have entries, where nothing on the page leads to its sections. */
export function sectionsWithoutContents({contents, sections, links}: AwesomeList): number {
  // Links of HTML or in a sentence may be contents, too.
  const led = contents || links.filter(({url}) => url.startsWith('#')).length > 2
  if (led || sections.some(({title}) => isContentsName(title))) return 0
  return sections.filter(({entries}) => entries.length > 0).length
}
