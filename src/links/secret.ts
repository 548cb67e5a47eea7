/** Names of parameters whose values open something: tokens, keys, signatures of storage services. */
const secretName =
  /token|secret|passw|pwd|signature|credential|session|auth(?!or|user)|jwt|hmac|key(?:[-_]?(?:pair)?[-_]?id)?$|^(?:sig|sign|sid|pass|ticket)$|^x-(?:amz|goog|ms)-/i

/** Every percent escape as the character it stands for; what is no good UTF-8 does no harm here. */
const decode = (text: string): string =>
  text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

/**
 * Whether an address has something in it that must not be written down or passed on: a user name or password, or
 * a parameter that looks like a key. What cannot be read counts as secret.
 */
export function holdsSecret(url: string): boolean {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return true
  }
  if (parsed.username !== '' || parsed.password !== '') return true
  // Decoded once as a whole, so that an address inside a parameter is seen through, too.
  const names = decode(parsed.href).matchAll(/[?&;#]([^=&;?#/]*)=/g)
  return [...names].some(([, name = '']) => secretName.test(name)) || /:\/\/[^/?#\s]*@/.test(decode(parsed.search))
}

/** Whether a text names an address with something secret in it. */
export const tellsSecret = (text: string): boolean =>
  [...text.matchAll(/\b[a-z][a-z\d+.-]*:\/\/[^\s`'"<>]+/gi)].some(([url]) => holdsSecret(url))
