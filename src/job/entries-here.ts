import {type ListedEntry, listedIn} from '../document/entry/listed.ts'
import {excess} from '../document/parse/bounds.ts'
import {parse} from '../document/parse/parse.ts'
import {readList} from '../document/read-list.ts'

/** The entries of each text, read in this thread; a text that is too complex to parse has none. */
export const entriesHere = (texts: readonly string[]): readonly (readonly ListedEntry[])[] => texts.map(entriesOf)

function entriesOf(text: string): readonly ListedEntry[] {
  if (excess(text)) return []
  try {
    return listedIn(readList(parse(text), text))
  } catch (error) {
    // The parser works by recursion: nesting beyond all sense ends here.
    if (error instanceof RangeError && /call stack/i.test(error.message)) return []
    throw error
  }
}
