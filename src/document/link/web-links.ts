import {location} from 'vfile-location'
import type {AwesomeList} from '../list.ts'
import {addressOf} from './url.ts'

/** A link to somewhere outside, as plain data. */
export interface WebLink {
  /** As markdown reads it. */
  readonly url: string
  /** Where it is asked; none for what the web cannot be asked about. */
  readonly address?: string
  /** From 1. */
  readonly line: number
  /** Where it ends, if that is another line. */
  readonly lastLine?: number
}

/** The links of a list that name a scheme or a host, in order; what is not yet a link of markdown is none. */
export function webLinksIn(list: AwesomeList): readonly WebLink[] {
  const places = location(list.text)
  return list.links.flatMap(({url, range, broken, node}) => {
    const isByName = node?.type === 'linkReference' || node?.type === 'imageReference'
    if (broken || isByName || !/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(url)) return []
    const address = addressOf(url)
    const [line = 1, lastLine = line] = range.map(offset => places.toPoint(offset)?.line)
    return [{url, ...(address !== undefined && {address}), line, ...(lastLine > line && {lastLine})}]
  })
}
