import type {TextEdit} from '../edit.ts'
import {insert, remove, replace} from '../edit.ts'

/** What went wrong in a link that markdown does not see as one. */
export type Breakage =
  | 'space before the address'
  | 'full-width parentheses'
  | 'reversed brackets'
  | 'swapped text and address'
  | 'square brackets around the address'
  | 'wrong closing bracket'
  | 'wrong opening bracket'
  | 'missing opening parenthesis'
  | 'missing closing parenthesis'
  | 'missing closing bracket'
  | 'missing opening bracket'
  | 'stray closing parenthesis'
  | 'stray characters before the address'
  | 'blank inside the address'

/** A link as its author meant it, where markdown sees only text. Ranges are offsets into the source. */
export interface BrokenLink {
  readonly kind: Breakage
  readonly range: readonly [start: number, end: number]
  readonly text: string
  readonly textRange: readonly [start: number, end: number]
  readonly url: string
  readonly urlRange: readonly [start: number, end: number]
  /** What makes a link of it. */
  readonly edits: readonly TextEdit[]
}

/** Stands for what may be part of a link text (code, HTML) and for what may not (links, images). */
export const filler = {inside: '\u0001', outside: '\u0000'} as const

const url = String.raw`(?<url>(?:https?:\/\/|www\.)(?:[^\s()[\]<>\u0000（）]|\([^\s()[\]<>\u0000]*\))+)`
const label = String.raw`(?<text>(?:[^[\]\u0000\n]|\[[^[\]\u0000\n]*\])+)`

interface Pattern {
  readonly kind: Breakage
  readonly form: RegExp
  readonly mend: (
    at: (group: string) => readonly [number, number],
    match: readonly [number, number],
    groups: {readonly text: string; readonly url: string}
  ) => readonly TextEdit[]
}

const pattern = (kind: Breakage, form: string, mend: Pattern['mend']): Pattern => ({
  kind,
  form: new RegExp(form, 'dgu'),
  mend
})

/** In the order in which they are tried; the first that fits a place has it. */
const patterns: readonly Pattern[] = [
  pattern(
    'swapped text and address',
    String.raw`\[(?<url>https?:\/\/[^\s()[\]<>\u0000]+)\]\((?<text>[^()[\]\u0000\n]*[^()[\]\u0000\n\s][ \t]+[^()[\]\u0000\n]+)\)`,
    (at, _, {url, text}) => [replace(...at('url'), text), replace(...at('text'), url)]
  ),
  pattern('space before the address', String.raw`\[${label}\](?<gap>[ \t]+|[ \t]*\r?\n[ \t]*)\(${url}[ \t]*\)`, at => [
    remove(...at('gap'))
  ]),
  pattern('full-width parentheses', String.raw`\[${label}\](?<open>（)${url}(?<close>）)`, at => [
    replace(...at('open'), '('),
    replace(...at('close'), ')')
  ]),
  pattern('full-width parentheses', String.raw`\[${label}\](?<open>\()${url}(?<close>）)`, at => [
    replace(...at('close'), ')')
  ]),
  pattern('full-width parentheses', String.raw`\[${label}\](?<open>（)${url}(?<close>\))`, at => [
    replace(...at('open'), '(')
  ]),
  pattern(
    'square brackets around the address',
    String.raw`\[!\[${label}\](?<open>\[)${url.replace('<url>', '<image>')}(?<close>\]\])(?<open2>\[)${url}(?<close2>\])(?!\()`,
    at => [
      replace(...at('open'), '('),
      replace(...at('close'), ')]'),
      replace(...at('open2'), '('),
      replace(...at('close2'), ')')
    ]
  ),
  pattern(
    'square brackets around the address',
    String.raw`\[${label}\](?<open>[ \t]?\[)${url}(?<close>\]\)?)(?!\()`,
    at => [replace(...at('open'), '('), replace(...at('close'), ')')]
  ),
  pattern(
    'reversed brackets',
    String.raw`(?<open>\()(?<text>(?:[^()[\]\u0000\n]|\([^()[\]\u0000\n]*\))+)(?<middle>\)[ \t]?\[)${url}(?<close>\])`,
    at => [replace(...at('open'), '['), replace(...at('middle'), ']('), replace(...at('close'), ')')]
  ),
  pattern('wrong closing bracket', String.raw`\[(?<text>[^[\]()\u0000\n]+)(?<close>\))\(${url}\)`, at => [
    replace(...at('close'), ']')
  ]),
  pattern('wrong opening bracket', String.raw`(?<open>\()(?<text>[^[\]()\u0000\n]+)\]\(${url}\)`, at => [
    replace(...at('open'), '[')
  ]),
  // Where a parenthesis is open before the link, it is only in the wrong place.
  pattern(
    'stray closing parenthesis',
    String.raw`(?<=\([^()\u0000\n]{0,200})\[${label}\](?<stray>\))\(${url}\)`,
    (at, match) => [remove(...at('stray')), insert(match[1], ')')]
  ),
  pattern('stray closing parenthesis', String.raw`\[${label}\](?<stray>\))\(${url}\)`, at => [remove(...at('stray'))]),
  pattern('missing opening parenthesis', String.raw`\[${label}\](?<gap>)${url}\)`, at => [insert(at('gap')[0], '(')]),
  pattern(
    'stray characters before the address',
    String.raw`\[${label}\]\((?<stray>[-–—:|<]?[ \t]+|[-–—:|])${url}\)`,
    at => [remove(...at('stray'))]
  ),
  pattern(
    'blank inside the address',
    String.raw`\[${label}\]\((?<url>https?:\/\/[^\s()[\]<>"'\u0000]+(?<gap>[ \t]+)(?:(?<=[/.=-][ \t]+)[\w%-]|[./])[^\s()[\]<>"'\u0000]*)\)`,
    at => [remove(...at('gap'))]
  ),
  pattern('wrong closing bracket', String.raw`\[${label}\]\(${url}(?<close>\])(?!\()`, at => [
    replace(...at('close'), ')')
  ]),
  pattern('missing closing parenthesis', String.raw`\[${label}\]\(${url}(?=[ \t]*$|[ \t]+(?!["'(])\S)`, (_, match) => [
    insert(match[1], ')')
  ]),
  pattern('missing closing bracket', String.raw`\[(?<text>[^[\]\u0000\n]*[^[\]\u0000\s])(?<gap>)\(${url}\)`, at => [
    insert(at('gap')[0], ']')
  ]),
  pattern('missing opening bracket', String.raw`(?<![\s\S])(?<gap>)(?<text>[^[\]()\u0000\n]{1,80})\]\(${url}\)`, at => [
    insert(at('gap')[0], '[')
  ])
].map(each => ({...each, form: new RegExp(each.form.source, 'dgum')}))

/**
 * Links that their author meant and markdown does not see, in the source of one paragraph, heading or table cell.
 * @param visible the source with what is sound already filled out (see {@link filler}), so that offsets stay
 * @param offset where `visible` begins in the file
 */
export function findBrokenLinks(visible: string, offset: number): readonly BrokenLink[] {
  if (!/https?:|www\./.test(visible) || !/[[\]]/.test(visible)) return []
  const found: BrokenLink[] = []
  for (const {kind, form, mend} of patterns) {
    for (const match of visible.matchAll(form)) {
      const groups = match.indices!.groups!
      const at = (group: string): readonly [number, number] => [groups[group]![0] + offset, groups[group]![1] + offset]
      const range = [match.index + offset, match.index + match[0].length + offset] as const
      // An escaped bracket is meant as text; a bare `[x]` is a check box.
      if (visible[match.index - 1] === '\\' || /^[ x]$/i.test(match.groups!['text']!)) continue
      if (found.some(other => other.range[0] < range[1] && range[0] < other.range[1])) continue
      found.push({
        kind,
        range,
        text: match.groups!['text']!,
        textRange: at('text'),
        url: match.groups!['url']!.replace(/[ \t]/g, ''),
        urlRange: at('url'),
        edits: mend(at, range, {text: match.groups!['text']!, url: match.groups!['url']!})
      })
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0])
}
