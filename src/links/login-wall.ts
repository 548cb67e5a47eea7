/** What a page may want before it shows what was linked. */
type Want = 'to log in' | 'for consent' | 'for a proof of being human'

/** Hosts whose first name says what they are for. */
const hostNames: ReadonlyMap<string, Want> = new Map([
  ...'login signin sign-in auth sso idp account accounts passport adfs shibboleth'
    .split(' ')
    .map(name => [name, 'to log in'] as const),
  ...'consent guce'.split(' ').map(name => [name, 'for consent'] as const),
  ['captcha', 'for a proof of being human']
])

/** Services that log people in for others, at a host for each of them. */
const services =
  /^(?!(?:www|developers?|docs|help|support|community|blog|status|marketplace)\.)(?:[\w-]+\.)+(?:okta|oktapreview|onelogin|auth0|microsoftonline|b2clogin|duosecurity|cloudflareaccess)\.com$/

/** Parts of paths that mean it wherever they stand, but in a manual. */
const strong: readonly (readonly [form: RegExp, want: Want])[] = [
  [
    /^(?:log-?_?[io]n|sign-?_?[io]n|sign-?_?up|registration|wp-login|auth-?wall|sso|saml2?|shibboleth|openid-connect)$/i,
    'to log in'
  ],
  [/^(?:cookie-?(?:consent|wall|check)|consent|collectconsent|age-?(?:check|gate|verification))$/i, 'for consent'],
  [
    /^(?:(?:re|validate)?captcha\d*|are-you-(?:a-)?(?:human|robot)|human-?verification|verify-human|(?:ro)?bot-?check)$/i,
    'for a proof of being human'
  ]
]

/** Parts that mean it where there is an address to return to. */
const weak: readonly (readonly [form: RegExp, want: Want])[] = [
  [/^(?:o?auth2?|authenticat(?:e|ion)|authori[sz]e|accounts?|sessions?|register|cas|idp|uas)$/i, 'to log in'],
  [/^(?:checkpoint|challenge|sorry)$/i, 'for a proof of being human']
]

/** What such words stand in without meaning it. */
const manual =
  /^(?:docs?|documentation|blog|guides?|help|apis?|reference|learn|manual|wiki|tutorials?|articles?|packages?|projects?|posts?|examples?|kb|support|tree|blob|questions|librar(?:y|ies)|features?|products?|solutions?|topics?|tags?|category|search|integrations?|plugins?|modules?)$/i

/** Parameters that nothing but a login has. */
const returning =
  /^(?:return_?(?:to|url|uri|path)|back_?(?:to|url)|redirect_?(?:to|uri|url)|relaystate|samlrequest|came_from|original_?(?:url|request)|requested_?(?:url|page))$/i

/** Parameters that have many meanings, unless they hold what was asked for. */
const carrying =
  /^(?:next|continue|service|dest|destination|goto|target|to|url|r|u|ref|referer|referrer|redirect|return|from|page|q)$/i

/**
 * What is wanted before the page that was linked is shown, in words without a final mark: a login, consent, a proof of
 * being human. Told by where the request ended; nothing where that is no such place, or was asked for.
 */
export function loginWall({
  asked: from,
  final: to
}: {
  readonly asked: string
  readonly final: string
}): string | undefined {
  const [asked, final] = [new URL(from), new URL(to)]
  if (asked.hostname === final.hostname && asked.pathname === final.pathname) return undefined
  const want =
    wantedByHost(asked, final) ?? wantedByPath(asked, final) ?? (returnsTo(asked, final) ? 'to log in' : undefined)
  return want && `asks ${want} at \`${final.hostname}\``
}

function wantedByHost(asked: URL, final: URL): Want | undefined {
  const known = [...strong, ...weak].some(([form]) => partsOf(asked).some(part => form.test(part)))
  if (known || asked.hostname === final.hostname) return undefined
  if (services.test(final.hostname) && !services.test(asked.hostname)) return 'to log in'
  const [first = '', ...others] = final.hostname.split('.')
  return others.length > 1 && !asked.hostname.startsWith(`${first}.`) ? hostNames.get(first) : undefined
}

const partsOf = ({pathname}: URL): readonly string[] =>
  pathname
    .split('/')
    .filter(Boolean)
    .map(part => part.replace(/\.\w{2,5}$|;.*$/, ''))

function wantedByPath(asked: URL, final: URL): Want | undefined {
  const before = new Set(partsOf(asked).map(part => part.toLowerCase()))
  const parts = partsOf(final)
  const returns = returnsTo(asked, final)
  if (parts.some(part => manual.test(part)) && !returns) return undefined
  const fresh = parts.filter(part => !before.has(part.toLowerCase()))
  return [...strong, ...(returns ? weak : [])].find(([form]) => fresh.some(part => form.test(part)))?.[1]
}

/** Whether an address says where to go back to, and did not from the first. */
function returnsTo(asked: URL, final: URL): boolean {
  const path = asked.pathname.replace(/\/$/, '')
  const carries = (value: string): boolean =>
    (path.length > 1 && value.includes(path)) || value.includes(`${asked.hostname}/`)
  return [...final.searchParams].some(
    ([name, value]) =>
      !asked.searchParams.has(name) && (returning.test(name) || (carrying.test(name) && carries(decoded(value))))
  )
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
