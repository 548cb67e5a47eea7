import {isCollection, isPair, isScalar, LineCounter, parseDocument} from 'yaml'
import {UserError} from '../document/error.ts'
import type {Item} from './config-item.ts'

/**
 * The whole of a YAML file as one item, whose complaints name the file, the line and the key.
 * @throws UserError where the text is not YAML.
 */
export function parseItem(text: string, file: string): Item {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {lineCounter: lines, prettyErrors: false})
  const at = (offset: number) => {
    const {line, col} = lines.linePos(offset)
    return `${file}:${line}:${col}`
  }
  const [broken] = document.errors
  if (broken) throw new UserError(`${at(broken.pos[0])}: this is not valid YAML: ${broken.message}`)

  const complain: Item['complain'] = ({path}, problem) => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const own = isCollection(parent)
      ? parent.items.find(one => isPair(one) && keyOf(one.key) === path.at(-1))
      : undefined
    const node = isPair(own) ? own.key : document.getIn(path, true)
    const range = (node as {range?: readonly number[] | null} | undefined)?.range
    const key = path.length > 0 ? ` \`${path.join('.')}\`` : ' the file'
    return new UserError(`${range ? at(range[0]!) : file}:${key} ${problem}`)
  }
  return {path: [], value: plain(document, file), complain}
}

function plain(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    // The parser's defence against aliases that grow without measure.
    throw new UserError(`${file}: this YAML cannot be read: ${error instanceof Error ? error.message : error}`)
  }
}

const keyOf = (key: unknown): unknown => (isScalar(key) ? String(key.value) : key)
