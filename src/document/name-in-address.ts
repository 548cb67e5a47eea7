import {isSlip} from './domain.ts'
import type {LinkUse} from './link.ts'
import {retyped} from './retype.ts'
import {hostOf} from './url.ts'
import {isKnownWord} from './words.ts'

/** Where the path of a project ends in its name. */
const homes =
  /^(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|npmjs\.com|crates\.io|pypi\.org|rubygems\.org|packagist\.org)$/

/** The name that the address of a link gives to what it leads to: that of a project, or of a site whose front page it is. */
function addressed({url}: LinkUse): string | undefined {
  const host = hostOf(url)
  if (host === undefined) return undefined
  const [path = ''] = url.replace(/^\w+:\/\/[^/?#]*/, '').split(/[?#]/, 1)
  const parts = path.split('/').filter(Boolean)
  if (parts.length === 0) return host.split('.')[0]
  // With one part only it is somebody's page.
  return homes.test(host) && parts.length === 2 ? parts[1]!.replace(/\.git$/, '') : undefined
}

/**
 * The name as the address spells it, where the text of the link is that name but for one typing slip within a word.
 * Plurals, numbers of versions and endings of files make other names.
 */
export function nameInAddress(link: LinkUse): string | undefined {
  const text = link.text.trim()
  if (text.length < 6 || !/^[A-Za-z]+(?:[-.][A-Za-z]+)*$/.test(text)) return undefined
  const name = addressed(link)
  if (name === undefined) return undefined
  const [was, is] = [text.toLowerCase(), name.toLowerCase()]
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
