import type {Page} from './page.ts'

/** Companies that park and sell domains. Their own sites may be linked; what leads to them from elsewhere is for sale. */
const sellers = new Set(
  `sedo.com sedoparking.com bodis.com parkingcrew.net parkingcrew.com above.com dan.com undeveloped.com afternic.com
  hugedomains.com buydomains.com domainmarket.com brandbucket.com squadhelp.com atom.com efty.com uniregistry.com
  parklogic.com skenzo.com cashparking.com smartname.com namedrive.com dsparking.com perfectdomain.com saw.com brandpa.com
  domainnamesales.com expired.namebright.com ztomy.com`.split(/\s+/)
)

/** Where the scripts and frames of their pages come from. */
const sources: readonly RegExp[] = [
  /^https?:\/\/(?:[\w-]+\.)*(?:sedoparking\.com|bodiscdn\.com|parkingcrew\.net|above\.com|parklogic\.com|dsparking\.com|skenzo\.com)\//,
  // GoDaddy, and the delivery networks of ParkingCrew and Uniregistry.
  /^https?:\/\/img\d*\.wsimg\.com\/(?:parking|lander)/,
  /^https?:\/\/(?:d38psrni17bvxu|d1lxhc4jvstzrp|d1hi41nc56pmug)\.cloudfront\.net\//,
  /\/(?:park|frmpark|parking)\.(?:js|php)(?:\?|$)/
]

/** Not just anything is for sale: `this domain`, `The domain name "a.example"`, `a.example`. */
const name = String.raw`(?:(?:(?:the|this|our|premium|your)\s+){0,3}(?:website|site|domain(?:\s+name)?)(?:\s+["'«“]?[\w.-]{1,80}["'»”]?)?|["'«“]?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}["'»”]?)`

/** What they say, in a title, a heading or on a page that says little else. */
const offers: readonly RegExp[] = [
  new RegExp(String.raw`^${name}\s+(?:is|may be|might be|could be)\s+(?:available\s+)?for\s+sale\b.{0,60}$`, 'i'),
  new RegExp(String.raw`^${name}\s+(?:is|has)\s+(?:been\s+)?(?:parked|expired)\b.{0,100}$`, 'i'),
  /^(?:buy|purchase|get)\s+(?:this|the)\s+domain\b/i,
  /^(?:premium\s+)?domain(?:\s+names?)?\s+(?:is\s+|are\s+)?(?:for\s+sale|parked|expired)\b/i,
  /^parked\s+(?:domain|page)\b/i,
  /^(?:diese|die)\s+(?:domain|website)\s+(?:[\w.-]{1,80}\s+)?(?:steht|ist)\s+zu[mr]?\s+verkauf/i,
  /^(?:le\s+)?(?:nom de\s+)?domaine\b.{0,80}\sà vendre\b/i,
  /^(?:el\s+)?dominio\b.{0,80}\s(?:en venta|à venda)\b/i,
  /^домен.{0,80}(?:продаётся|продается|припаркован)/i,
  /(?:域名|網域).{0,12}(?:出售|转让|轉讓|已过期)|(?:出售|转让)域名/
]

/** A longer page has something else to say. */
const little = 1500

const domains = (host: string): readonly string[] => host.split('.').map((_, at, labels) => labels.slice(at).join('.'))

/** Why a domain seems to be given up or for sale, in words; nothing where it does not. */
export function parked(asked: URL, final: URL, page: Page | undefined): string | undefined {
  const seller = domains(final.hostname).find(domain => sellers.has(domain))
  if (seller !== undefined && !domains(asked.hostname).includes(seller))
    return `leads to \`${seller}\`, where domains are for sale`
  const shop = /(?:^|\.)godaddy\.com\/(?:[\w-]+\/)?(?:forsale|domainsearch)\b/
  if (shop.test(final.hostname + final.pathname) && !domains(asked.hostname).includes('godaddy.com'))
    return 'leads to where the domain is for sale'
  // Bodis and ParkingCrew take visitors to `ww1.` and such names of the parked domain.
  if (/^ww\d{1,3}\./.test(final.hostname) && !/^ww\d{1,3}\./.test(asked.hostname))
    return `leads to \`${final.hostname}\`, as parked domains do`
  if (!page) return undefined
  const {title = '', heading = '', text} = page
  const said = [title, heading, ...(text.length < little ? text.split(/(?<=[.!?])\s/, 8) : [])]
  if (said.some(words => words.length < 300 && offers.some(offer => offer.test(words.trim()))))
    return 'says that the domain is for sale or has expired'
  const frame = text.length < little && page.sources.find(source => sources.some(form => form.test(source)))
  if (frame || (text === '' && /\blocation(?:\.href)?\s*=\s*["']\/lander\b/.test(page.script)))
    return 'shows what parked domains show'
  return undefined
}
