/** The characters that Windows-1252 has in the place of the C1 controls, by their byte. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const trail = `[\\u0080-\\u00bf${windows1252}]`

/** One character that took two to four bytes in UTF-8, read as Windows-1252: a lead byte and its trail bytes. */
const sequence = new RegExp(`[\\u00c2-\\u00df]${trail}|[\\u00e0-\\u00ef]${trail}{2}|[\\u00f0-\\u00f4]${trail}{3}`, 'gu')
const run = new RegExp(`(?:${sequence.source})+`, 'gu')

let decoder: InstanceType<typeof TextDecoder> | undefined

/** Text that was written as UTF-8 and read as Windows-1252, and what it was. */
export interface Mojibake {
  readonly start: number
  readonly end: number
  readonly decoded: string
}

const byteOf = (char: string): number => {
  const place = windows1252.indexOf(char)
  return place < 0 ? char.charCodeAt(0) : 0x80 + place
}

/**
 * Lead bytes whose sequences nobody writes on purpose: Latin letters with marks (Ã©), punctuation (â€™), full-width
 * forms (ï¼ˆ), emoji (ðŸ˜€). After the others, which are letters of their own (é, è, æ …), one sequence may be chance.
 */
const telling = /^[\u00c2-\u00c5\u00e2\u00ef\u00f0]/

/** What every such passage begins with: the lead bytes of UTF-8, read one by one. */
const lead = /[\u00c2-\u00f4]/

/** Finds the passages of a text that were decoded wrongly. Offsets count from its start. */
export function findMojibake(text: string): readonly Mojibake[] {
  const found: Mojibake[] = []
  if (!lead.test(text)) return found
  for (const match of text.matchAll(run)) {
    try {
      decoder ??= new TextDecoder('utf-8', {fatal: true})
      const decoded = decoder.decode(Uint8Array.from(match[0], byteOf))
      if ([...decoded].length < 2 && (!telling.test(match[0]) || /^.[‘’“”]$/.test(match[0]))) continue
      // Two capital letters with marks may be a word; what they decode to would be a control or a lone mark.
      if (/[\u0080-\u009f]/.test(decoded)) continue
      found.push({start: match.index, end: match.index + match[0].length, decoded})
    } catch {
      // Not UTF-8 after all.
    }
  }
  return found
}

/** The text with what was decoded wrongly put right. */
export function decodeMojibake(text: string): string {
  return findMojibake(text).reduceRight(
    (result, {start, end, decoded}) => result.slice(0, start) + decoded + result.slice(end),
    text
  )
}
