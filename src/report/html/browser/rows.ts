/** The markup of a table, taken apart. */
export interface Rows {
  /** The table without its rows. */
  readonly shell: string
  /** The markup of each row. */
  readonly rows: readonly string[]
}

/**
 * Takes the table out of a `<noscript>`, which for a browser with scripts is nothing but text: thousands of rows cost
 * it no time until they are shown. The rows stand a line each between the tags of the body.
 */
export function takeRows(noscript: string): Rows {
  const start = noscript.indexOf('<tbody>') + '<tbody>'.length
  const end = noscript.indexOf('</tbody>', start)
  const body = noscript.slice(start, end).trim()
  return {shell: noscript.slice(0, start) + noscript.slice(end), rows: body === '' ? [] : body.split('\n')}
}

const entities: Readonly<Record<string, string>> = {'&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'"}

/** What a row says, in lower case, without the words that many rows have in common. */
export const textOf = (row: string): string =>
  row
    .replace(/<dt>.*?<\/dt>|<summary>.*?<\/summary>/g, ' ')
    .replace(/<\/(?:td|dd|p|code|li)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, entity => entities[entity] ?? entity)
    .toLowerCase()
