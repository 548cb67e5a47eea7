import {type ListedEntry, listedIn} from '../document/entry/listed.ts'
import {type WebLink, webLinksIn} from '../document/link/web-links.ts'
import type {AwesomeList} from '../document/list.ts'
import {excess} from '../document/parse/bounds.ts'
import {readText, readTextTwice} from '../document/read-text.ts'

/** The entries of each text, read in this thread; a text that is too complex to parse has none. */
export const entriesHere = (texts: readonly string[]): readonly (readonly ListedEntry[])[] =>
  texts.map(text => readOf(text, readText, listedIn))

/** The links to the web of each text, likewise; the texts are examined later. */
export const linksHere = (texts: readonly string[]): readonly (readonly WebLink[])[] =>
  texts.map(text => readOf(text, readTextTwice, webLinksIn))

function readOf<One>(
  text: string,
  read: (text: string) => AwesomeList,
  pick: (list: AwesomeList) => readonly One[]
): readonly One[] {
  if (excess(text)) return []
  try {
    return pick(read(text))
  } catch (error) {
    // The parser works by recursion: nesting beyond all sense ends here.
    if (error instanceof RangeError && /call stack/i.test(error.message)) return []
    throw error
  }
}
