import {reasonMarkdown, shorten} from './markdown.ts'
import {printable} from './printable.ts'

/** A message in both ways that SARIF has. */
interface Words {
  readonly text: string
  readonly markdown: string
}

/** No sentence of ours is as long, but it may quote a line of the list that is. */
const longest = 4000

/** Sentences of a finding or a rule, with backticks around literals, as a message that has no link in it. */
export function messageOf(...sentences: readonly string[]): Words {
  const whole = sentences.map(ended).join(' ')
  return {text: plainText(whole), markdown: markdownText(whole)}
}

/** The same with links to related locations at its end, by their ids: that is how GitHub shows them. */
export function withLinks(
  sentences: readonly string[],
  links: readonly {readonly message: string; readonly id: number}[]
): Words {
  const {text, markdown} = messageOf(...sentences)
  if (links.length === 0) return {text, markdown}
  const list = links.map(({message, id}) => `[${message.replace(/[^\w ,-]/g, '')}](${id})`).join(', ')
  return {text: `${text} (${list})`, markdown: `${markdown} (${list})`}
}

/**
 * Text of strangers as a plain message: nothing is hidden or turned around, and what SARIF would take for a
 * placeholder (§3.11.5) or a link (§3.11.6) is none.
 */
export const plainText = (text: string): string => braced(printable(text)).replaceAll('](', ']\u200b(')

/** The same as markdown, whose only markup is code. */
export const markdownText = (text: string): string => braced(reasonMarkdown(text))

const braced = (text: string): string => text.replace(/[{}]/g, '$&$&')

function ended(sentence: string): string {
  const short = shorten(sentence.trim(), longest)
  return /[.!?…]$/.test(short) ? short : `${short}.`
}
