import GithubSlugger, {slug as slugOf} from 'github-slugger'
import type {Heading, Html, Link, LinkReference} from 'mdast'
import {toString as textOf} from 'mdast-util-to-string'
import type {Section} from '../entry/entry.ts'

/** The places of a page that a link can lead to. */
export interface Anchors {
  /** Where each name stands: of headings as GitHub makes them, of HTML as written. */
  readonly names: ReadonlyMap<string, number>
  /** The name of each heading of markdown. */
  readonly slugs: ReadonlyMap<Heading, string>
}

/** The name that GitHub gives to a heading of these words, where no other has them. */
export {slugOf}

/** The words of a heading as its anchor has them, or of a link: pictures and tags have no part in them. */
export const wordsIn = (node: Heading | Link | LinkReference): string =>
  textOf(node, {includeImageAlt: false, includeHtml: false})

/** Where the heading of a section stands. */
export const headingRange = ({range, heading}: Section): readonly [start: number, end: number] => [
  range[0],
  heading.position?.end.offset ?? range[0]
]

/**
 * Names all places of a page that a link can lead to.
 * @param nodes headings and HTML in order of place: GitHub counts equal names
 */
export function readAnchors(nodes: readonly (Heading | Html)[]): Anchors {
  const slugger = new GithubSlugger()
  const names = new Map<string, number>()
  const slugs = new Map<Heading, string>()
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0
    const give = (name: string, at = start): void => {
      if (!names.has(name)) names.set(name, at)
    }
    if (node.type === 'html') {
      for (const {name, at} of htmlNames(node.value)) give(name, start + at)
      for (const words of htmlHeadings(node.value)) give(slugger.slug(words))
      continue
    }
    const words = wordsIn(node)
    const slug = slugger.slug(words)
    slugs.set(node, slug)
    give(slug)
    // For other sites than GitHub a heading can say its name itself.
    const own = /\{#([^\s{}]{1,100})\}\s*$/.exec(words.slice(-120))?.[1]
    if (own) give(own)
  }
  return {names, slugs}
}

/** A tag that opens or closes, with its attributes. */
const tag = /<(\/?)([a-z][a-z0-9]*)\b([^<>]*)>/gi

function* htmlNames(html: string): Iterable<{readonly name: string; readonly at: number}> {
  for (const {index: at, 3: attributes} of html.matchAll(tag)) {
    for (const match of attributes!.matchAll(/\s(?:id|name)\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"']+))/gi)) {
      yield {name: (match[1] ?? match[2] ?? match[3] ?? '').trim(), at}
    }
  }
}

function* htmlHeadings(html: string): Iterable<string> {
  let open: {readonly name: string; readonly end: number} | undefined
  for (const match of html.matchAll(tag)) {
    const name = match[2]!.toLowerCase()
    if (!/^h[1-6]$/.test(name)) continue
    if (!match[1]) open = {name, end: match.index + match[0].length}
    else if (open?.name === name) {
      yield html
        .slice(open.end, match.index)
        .replace(/<[^<>]*>/g, '')
        .replace(/\s+/g, ' ')
        .trim()
      open = undefined
    }
  }
}
