/** The lines of a text, without its byte-order mark. */
export function* linesOf(text: string): Generator<string> {
  let start = text.startsWith('\ufeff') ? 1 : 0
  while (start < text.length) {
    const end = text.indexOf('\n', start)
    yield text.slice(start, end < 0 ? text.length : end)
    if (end < 0) return
    start = end + 1
  }
}

/** A longer line is none of ours. */
const longestLine = 100_000

/** What a line says; nothing where it is no JSON, or far too long. */
export function readJson(line: string): unknown {
  if (line.length > longestLine) return undefined
  try {
    return JSON.parse(line) as unknown
  } catch {
    return undefined
  }
}
