import {domainOf} from './domain.ts'

/** Forms in which `http://` and `https://` are mistyped, and the schemes that are doubled. */
const mistyped = /^(?:h+t+ps?|ht+ps?|t+ps?|h+tt?p?s?):?\/{1,3}(?:\/*(?:https?):?\/\/)?(?=[^/])/i
const doubled = /^https?:?\/{0,2}(https?):\/\//i

/** The beginning of an address as it is mistyped, and as it should be; nothing where it is sound. */
export function readScheme(url: string): {readonly found: string; readonly expected: string} | undefined {
  const twice = doubled.exec(url)
  const found = twice?.[0] ?? mistyped.exec(url)?.[0]
  if (!found || /^https?:\/\/$/i.test(found)) return undefined
  const expected = twice ? `${twice[1]!.toLowerCase()}://` : /s:?\/+$/i.test(found) ? 'https://' : 'http://'
  return {found, expected}
}

/** Top-level domains that are also endings of files in a repository. */
const fileEnding =
  /\.(?:md|mdx|markdown|rst|txt|html?|pdf|py|rs|sh|pl|ps|cc|so|zip|mov|app|java|js|ts|go|rb|c|h|png|jpe?g|gif|svg|json|ya?ml|toml|csv|ipynb|bib|tex|doc|docx)$/i

/** The host of an address without a scheme, as written; nothing where it may be the path of a file. */
export function readBareHost(url: string): string | undefined {
  const match = /^([a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+)(?::\d+)?(\/[^\s]*)?$/i.exec(url)
  const name = match?.[1]?.toLowerCase() ?? ''
  const {exists, registrable} = domainOf(name)
  if (!exists || !registrable) return undefined
  // A file has no slash behind its name, and hardly two parts before such an ending.
  const isFile = fileEnding.test(name) && !(match?.[2] === '/' && name.split('.').length > 2)
  return name.startsWith('www.') || !isFile ? match?.[1] : undefined
}
