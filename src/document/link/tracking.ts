import {readScheme} from './scheme.ts'

/** Query parameters that tell where a click came from and never what it leads to. */
const anywhere =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|igsh|yclid|_hsenc|_hsmi|hsctatracking|mkt_tok|oly_(?:anon|enc)_id|vero_id|wickedid|twclid|ttclid|li_fat_id|s_cid|ck_subscriber_id|ref_src|ref_url|_gl|_ga)$/i

/** Parameters that only track the reader on the pages of one host. */
const onHost: readonly {readonly host: RegExp; readonly name: RegExp; readonly value?: RegExp}[] = [
  {host: /(?:^|\.)(?:youtube\.com|youtu\.be)$/, name: /^(?:si|ab_channel)$/},
  {host: /(?:^|\.)(?:youtube\.com|youtu\.be)$/, name: /^feature$/, value: /^(?:share|shared|youtu\.be|emb_\w+)$/},
  {host: /^open\.spotify\.com$/, name: /^si$/},
  {host: /^(?:docs|drive|colab\.research)\.google\.com$/, name: /^usp$/},
  {host: /(?:^|\.)linkedin\.com$/, name: /^(?:trk|trackingId|lipi)$/},
  {host: /(?:^|\.)bilibili\.com$/, name: /^(?:spm_id_from|vd_source|share_source)$/}
]

/** A reference back to where the link stands: `ref=awesome-things`. */
const referrer = /^(?:ref|referrer|referer|via)$/i
const toList = /^awesome(?:[-_.]?[a-z\d]+)*$/i

/** Whether a query parameter, on the pages of this host, only tracks the reader. */
export function isTracking(name: string, value: string, host: string): boolean {
  return (
    anywhere.test(name) ||
    (referrer.test(name) && toList.test(value)) ||
    onHost.some(other => other.host.test(host) && other.name.test(name) && (!other.value || other.value.test(value)))
  )
}

/** The query of an address without what only tracks the reader. */
export interface Untracked {
  /** From the question mark to the end of the query, as offsets into the address. */
  readonly range: readonly [start: number, end: number]
  /** What is left of it, question mark included; empty where nothing is. */
  readonly query: string
  /** The parameters left out. */
  readonly names: readonly string[]
}

/** Leaves out of an address what only tracks the reader; nothing where there is none. */
export function withoutTracking(url: string): Untracked | undefined {
  if (!url.includes('?')) return undefined
  // A mistyped scheme is another matter: what follows it is an address all the same.
  const start = readScheme(url)?.found.length ?? /^https?:\/\//i.exec(url)?.[0].length ?? -1
  const match = start < 0 ? null : /^([^/?#\s:]+)[^?#\r\n]*(\?[^#\s]*)/.exec(url.slice(start))
  if (!match) return undefined
  const query = match[2]!
  const end = start + match[0].length
  // Clicks that someone pays the list for are counted by agreement.
  if (/sponsor|affiliate/i.test(query)) return undefined
  const host = match[1]!.toLowerCase().replace(/^www\./, '')
  const names: string[] = []
  const kept: string[] = []
  // In HTML the ampersand may be written as an entity.
  for (const part of query.slice(1).matchAll(/(^|&amp;|&)([^&]*)/g)) {
    const [name = '', value = ''] = part[2]!.split('=', 2)
    if (isTracking(name, value, host)) names.push(name)
    else if (part[0] !== '') kept.push(kept.length === 0 ? part[2]! : part[0])
  }
  if (names.length === 0) return undefined
  const left = kept.join('')
  return {range: [end - query.length, end], query: left && `?${left}`, names}
}
