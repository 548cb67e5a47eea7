/** What is more than any real list has, and what markdown parsers take minutes or gigabytes for. */
const limits = {length: 8_000_000, line: 200_000, quotes: 64, indent: 400, run: 2_000, marks: 4_000}

/**
 * Why a text is too complex to parse in bounded time, or nothing for an ordinary one.
 * A cheap look ahead, not a proof: the worker's time and heap limit stands behind it.
 */
export function excess(text: string): string | undefined {
  if (text.length > limits.length) return `it has ${text.length} characters, more than ${limits.length}`
  let marks = 0
  let number = 0
  for (const line of text.split(/\r\n?|\n/)) {
    number++
    if (line.length > limits.line) return `line ${number} has ${line.length} characters, more than ${limits.line}`
    if (line.length > limits.quotes) {
      const quotes = /^(?:[ \t]*>)+/.exec(line)?.[0].split('>').length ?? 0
      if (quotes > limits.quotes) return `line ${number} nests more than ${limits.quotes} quotations`
      const lists = /^(?:[ \t]*(?:[-*+]|\d{1,9}[.)])(?=[ \t]))+/.exec(line)?.[0].length ?? 0
      if (lists > limits.quotes * 2) return `line ${number} opens more than ${limits.quotes} lists`
      const indent = /^[ \t]+(?=\S)/.exec(line)?.[0].length ?? 0
      if (indent > limits.indent) return `line ${number} is indented by more than ${limits.indent} characters`
    }
    // Emphasis marks and brackets of one paragraph are matched against each other: the work grows with their square.
    if (/^\s*(?:$|#|\||(?:[-*+]|\d{1,9}[.)])\s)/.test(line)) marks = 0
    if (line.length > limits.run && /([*_~[\]`<!&\\])\1{1999}/.test(line))
      return `line ${number} repeats one mark more than ${limits.run} times`
    for (let at = 0; at < line.length; at++) {
      const code = line.charCodeAt(at)
      if (code === 42 || code === 95 || code === 91 || code === 126) marks++
    }
    if (marks > limits.marks)
      return `the paragraph around line ${number} has more than ${limits.marks} brackets and emphasis marks`
  }
  return undefined
}
