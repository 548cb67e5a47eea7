import {retyped} from '../words/retype.ts'
import {distance, isSlip} from '../words/similar.ts'
import {isKnownWord} from '../words/words.ts'
import type {LinkUse} from './link.ts'

/** Where the path of a project ends in its name. */
const homes =
  /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|npmjs\.com|crates\.io|pypi\.org|rubygems\.org)$/i

/** The name that the address of a link gives to what it leads to: that of a project, or of a site whose front page it is. */
function addressed({url}: LinkUse): string | undefined {
  const [, host, path = ''] = /^https?:\/\/(?:www\.)?([^/?#:@\s]+)([^?#]*)/i.exec(url) ?? []
  if (host === undefined) return undefined
  if (path === '' || path === '/') return host.slice(0, host.indexOf('.'))
  // With one part only it is somebody's page.
  return homes.test(host) ? /^\/[^/]+\/([^/]+?)(?:\.git)?\/?$/.exec(path)?.[1] : undefined
}

/**
 * The name as the address spells it, where the text of the link is that name but for one typing slip within a word.
 * Plurals, numbers of versions and endings of files make other names.
 */
export function nameInAddress(link: LinkUse): string | undefined {
  const text = link.text.trim()
  if (text.length < 6 || !/^[A-Za-z]+(?:[-.][A-Za-z]+)*$/.test(text)) return undefined
  const name = addressed(link)
  if (name === undefined || Math.abs(name.length - text.length) > 2) return undefined
  const [was, is] = [text.toLowerCase(), name.toLowerCase()]
  if (hasTwoSlips(was, is)) return retyped(text, name)
  if (!isSlip(was, is) || !/^[a-z]+(?:[-.][a-z]+)*$/.test(is)) return undefined
  if (was.replace(/[a-z]/g, '') !== is.replace(/[a-z]/g, '')) return undefined
  const longer = was.length > is.length ? was : is
  const from = [...longer].findIndex((letter, at) => letter !== (longer === was ? is : was)[at])
  const swapped = was.length === is.length && was[from + 1] === is[from]
  if (from === was.length) return /[ghklnpt]$/.test(is) && !isKnownWord(text) ? retyped(text, name) : undefined
  // Other endings, and one letter more in front, are other names.
  if (!/[a-z]{2}$/.test(longer.slice(0, from)) && !(swapped && from > 0)) return undefined
  if (!swapped && !/^[a-z]/.test(longer.slice(from + 1))) return undefined
  if (isKnownWord(text) && !isKnownWord(name)) return undefined
  return retyped(text, name)
}

/** Whether two slips, in one long word that begins and ends alike and is no word, part two names. */
function hasTwoSlips(was: string, is: string): boolean {
  const [parts, others] = [was.split(/[-.]/), is.split(/[-.]/)]
  if (parts.length !== others.length || was.replace(/[a-z]/g, '') !== is.replace(/[a-z]/g, '')) return false
  const at = parts.findIndex((part, index) => part !== others[index])
  const [wrong, right] = [parts[at] ?? '', others[at] ?? '']
  if (parts.some((part, index) => index !== at && part !== others[index])) return false
  return (
    Math.min(wrong.length, right.length) >= 8 &&
    wrong.slice(0, 2) === right.slice(0, 2) &&
    wrong.slice(-2) === right.slice(-2) &&
    distance(wrong, right) === 2 &&
    !isKnownWord(wrong)
  )
}
