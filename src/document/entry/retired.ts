import type {AwesomeList} from '../list.ts'
import {Places} from '../places.ts'
import type {Entry} from './entry.ts'

/** Words for what nobody works on any more; a word too many here costs a finding, one too few makes a false one. */
const words = new RegExp(
  [
    String.raw`(?<!\p{L})(?:archived|archiv(?:é|iert|iado|ado|ato|owan)\p{L}*|deprecat\p{L}*|deprec(?:iad|ad)\p{L}*|discontinu\p{L}*|abandon(?:ed|ware|n?é|ad|nat)\p{L}*)`,
    String.raw`(?<!\p{L})(?:unsupported|inactive|dormant|defunct|obsol\p{L}*|retired|legacy|sunset(?:ted)?|superseded|graveyard|cemetery|outdated|read[- ]only|veraltet\p{L}*|eingestellt\p{L}*|eol)(?!\p{L})`,
    String.raw`(?<!\p{L})dead(?!\s?-?(?:simple|easy|lock|line|letter|code))(?!\p{L})`,
    String.raw`(?<!\p{L})(?:no(?:t| longer| more)|isn.t|un)\s?(?:(?:being|actively|currently|longer|under|any ?more)\s)*(?:maintain|develop|support|activ|updat|continu)`,
    String.raw`(?<!\p{L})(?:end[- ]of[- ](?:life|support)|(?:replaced|succeeded) by|last (?:update|commit|release)|in memoriam)`,
    'устаре|заброш|архив|не поддерж|归档|歸檔|弃用|棄用|废弃|廢棄|不再维护|停止维护|停更|已过时|アーカイブ|非推奨|廃止|보관|더 이상',
    String.raw`[\u{1FAA6}\u26B0\u{1F480}\u2620]|:(?:skull|headstone|coffin)\w*:`
  ].join('|'),
  'iu'
)

/** Over entries, this is where the old ones are; within one it may be what the thing does. */
const heading = /^\P{L}*(?:archives?|old(?:er)?|former|past|unfinished)(?!\p{L})/iu

/** Emoji and short codes, which a list may explain: `⚠️`, `:warning:`. */
const signs = /\p{Extended_Pictographic}|:[a-z\d_+-]{2,40}:/gu

/**
 * Whether an entry, or what it stands under, says already that nobody works on it any more: in words, by a sign that
 * the list explains, or by a line through its name.
 */
export function isRetired(list: AwesomeList, entry: Entry): boolean {
  const own: string[] = []
  for (let one: Entry | undefined = entry; one; one = one.parent) own.push(list.text.slice(...one.head))
  const titles: string[] = []
  for (let one = entry.section; one; one = one.parent) titles.push(one.title)
  const said = [...own, ...titles, leadOf(list, entry)].join('\n').replace(/https?:\/\/[^\s)\]>"']+/gi, ' ')
  if (words.test(said) || said.includes('~~') || titles.some(title => heading.test(title))) return true
  return [...new Set(said.match(signs))].some(sign => means(list, sign))
}

/** What stands right before the list or table of an entry: perhaps a sentence about all in it. */
function leadOf({root, text}: AwesomeList, entry: Entry): string {
  const own = root.children.findIndex(({position}) => (position?.end.offset ?? 0) > entry.range[0])
  const before = root.children[own - 1]
  const [start, end] = [before?.position?.start.offset, before?.position?.end.offset]
  if (start === undefined || end === undefined || (before!.type !== 'paragraph' && before!.type !== 'html')) return ''
  return text.slice(Math.max(start, end - 500), end)
}

/** Whether a list says, outside of its entries, that a sign stands for such an end. */
function means({text, entries}: AwesomeList, sign: string): boolean {
  const places = new Places(entries, ({head}) => head)
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + sign.length)) {
    const [meaning = ''] = text.slice(at + sign.length, at + sign.length + 100).split('\n')
    if (words.test(meaning.split(signs)[0]!) && !places.hasAt([at, at])) return true
  }
  return false
}
