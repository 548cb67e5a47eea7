/**
 * What could steer a terminal or deceive the eye: control characters, ESC and C1 among them, characters without
 * width, and those that turn the direction of writing. Joiners stay: emoji and several scripts need them.
 */
const unsafe =
  /[\0-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}\ud800-\udfff]/u

/** How a dangerous character is shown, such as `<U+202E>`; nothing for a harmless one. */
const escaped = (character: string): string | undefined =>
  unsafe.test(character) ? `<U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>` : undefined

const everyUnsafe = new RegExp(unsafe, 'gu')

/** Text of a stranger as one line that is safe to print to a terminal. */
export const printable = (text: string): string =>
  text.replace(/\s*[\r\n]+\s*|\t/g, ' ').replace(everyUnsafe, character => escaped(character) ?? character)

/** A piece of a line that is shown as a unit. */
export interface Cell {
  /** Offsets into the line: start included, end excluded. */
  readonly start: number
  readonly end: number
  readonly shown: string
  /** Columns it takes on a terminal. */
  readonly width: number
}

/** A line as cells: what belongs together stays together, what is invisible is made visible. */
export function cellsOf(line: string): readonly Cell[] {
  const tail = line.trimEnd().length
  return pieces(line).map(({segment, index}) => {
    const end = index + segment.length
    if (segment === '\t') return {start: index, end, shown: '→', width: 1}
    if (segment === ' ' && index >= tail) return {start: index, end, shown: '·', width: 1}
    const shown = Array.from(segment, character => escaped(character) ?? character).join('')
    return {start: index, end, shown, width: shown === segment ? widthOfPiece(segment) : widthOf(shown)}
  })
}

/** Columns that a text takes on a terminal. */
export const widthOf = (text: string): number => pieces(text).reduce((sum, {segment}) => sum + widthOfPiece(segment), 0)

const wide =
  /[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{17000}-\u{18cff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\ufe0f|\p{Emoji_Presentation}/u
const widthless = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

function widthOfPiece(piece: string): number {
  if (wide.test(piece)) return 2
  return widthless.test(piece) ? 0 : 1
}

const ascii = /^[\x20-\x7e\t]*$/
let segmenter: Intl.Segmenter | undefined

function pieces(text: string): readonly {readonly segment: string; readonly index: number}[] {
  if (ascii.test(text)) return Array.from(text, (segment, index) => ({segment, index}))
  segmenter ??= new Intl.Segmenter('en', {granularity: 'grapheme'})
  return Array.from(segmenter.segment(text), ({segment, index}) => ({segment, index}))
}
