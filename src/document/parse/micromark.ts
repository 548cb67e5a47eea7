import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import type {Processor} from 'unified'
import {unified} from 'unified'

/** Markdown as GitHub reads it, with the front matter of site generators. */
const github = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])

/** Turns markdown into a tree. */
export type Parser = (text: string) => Root

const plain = github().freeze()

/** A parser of markdown as GitHub reads it, with the front matter of site generators. */
export const parser: Parser = text => plain.parse(text)

/**
 * The same for a part of a page: it takes for references what definitions elsewhere on the page make so.
 * @param names the labels of those definitions, normalized
 */
export function parserKnowing(names: readonly string[]): Parser {
  const knowing = github().use(remarkKnowing, names).freeze()
  return text => knowing.parse(text)
}

/** Adds the names to those that micromark gathers from the definitions it meets, at the first line that it sees. */
function remarkKnowing(this: Processor, names: readonly string[]): undefined {
  const data = this.data()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    {
      flow: {
        null: {
          tokenize(_effects, _ok, nok) {
            const {defined} = this.parser
            if (!defined.includes(names[0]!)) defined.push(...names)
            return nok
          }
        }
      }
    }
  ]
}
