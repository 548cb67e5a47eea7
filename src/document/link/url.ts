import {isTracking} from './tracking.ts'

/** Hosts whose paths are read without regard to case. */
const caselessHosts = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'twitter.com', 'x.com'])

/**
 * Answers one question in one place: do two URLs name the same resource? They do when their keys are equal.
 * The case of the host and of GitHub paths, the scheme, `www.`, the default port, a trailing slash, `index.html`,
 * tracking parameters and `.git` don't matter; query and fragment do.
 * @returns nothing for a link inside the page, and for what is no web address
 */
export function urlKey(url: string): string | undefined {
  if (!/^(?:https?:)?\/\//i.test(url)) return undefined
  let parsed: URL
  try {
    parsed = new URL(url.startsWith('//') ? `https:${url}` : url)
  } catch {
    return undefined
  }
  const host = parsed.hostname.replace(/^www\./, '').replace(/\.$/, '')
  const port = parsed.port && !/^(?:80|443)$/.test(parsed.port) ? `:${parsed.port}` : ''
  let path = parsed.pathname.replace(/\/index\.html?$/i, '/').replace(/\/+$/, '')
  if (caselessHosts.has(host)) path = path.replace(/\.git$/i, '').toLowerCase()
  const kept = parsed.search
    .slice(1)
    .split('&')
    .filter(pair => {
      const [name = '', value = ''] = pair.split('=', 2)
      return pair !== '' && !isTracking(name, value, host)
    })
  return host + port + path + (kept.length > 0 ? `?${kept.join('&')}` : '') + (parsed.hash === '#' ? '' : parsed.hash)
}

/** The host of an absolute web address, in lower case and without `www.`. */
export function hostOf(url: string): string | undefined {
  const match = /^https?:\/\/(?:[^/?#@\s]*@)?([^/?#:\s]+)/i.exec(url)
  return match?.[1]?.toLowerCase().replace(/^www\./, '')
}

/**
 * The address that a link is asked at: absolute, as a browser would write it, without its fragment.
 * @returns nothing for what is no address of the web (`http:`, `https:` or `//`)
 */
export function addressOf(url: string): string | undefined {
  if (!/^(?:https?:)?\/\//i.test(url)) return undefined
  try {
    const parsed = new URL(url.startsWith('//') ? `https:${url}` : url)
    parsed.hash = ''
    return parsed.href
  } catch {
    return undefined
  }
}
