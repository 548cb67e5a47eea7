import {domainOf} from '../document/link/domain.ts'
import {isTracking} from '../document/link/tracking.ts'
import {squeeze} from '../document/words/similar.ts'

/** Languages and countries that stand in the paths of sites. */
const places = new Set(
  `ar au be bg bn br ca ch cn cs da de dk el en es et fa fi fr gb gr he hi hk hr hu id ie il in intl it ja jp ko kr lt lv ms mx nb nl
  no nz pl pt ro row ru se sg sk sl sr sv th tr tw ua uk us vi zh global eng`.split(/\s+/)
)

const isPlace = (part: string): boolean =>
  part
    .toLowerCase()
    .split(/[-_]/, 1)
    .some(first => places.has(first)) && /^[a-z]{2,6}(?:[-_](?:[a-z]{2}|[a-z]{4}|419))?$/i.test(part)

/** Files and folders that stand for the whole. */
const whole =
  /^(?:index|default|home|home-?page|main|welcome|start|landing|frontpage|accueil|inicio|startseite)?(?:\.(?:x?html?|php\d?|aspx?|jsp|jsf|do|cgi|shtml|cfm))?$/i

/** Parts of an address that a site may well have dropped without losing a page. */
const dropped =
  /^(?:www|web|site|app|portal|blog|docs?|wiki|latest|stable|current|master|trunk|v?\d{1,3}(?:\.[\dx]+)*)$/i

const partsOf = ({pathname}: URL): readonly string[] =>
  pathname.split('/').filter(part => !whole.test(part) && !isPlace(part))

/** Parameters that name a page: of WordPress, of wikis, of what people write themselves. */
const naming = /^(?:p|page|page_id|pageid|id|article|story|post|product|item|title|topic|t|q|v|name|file|doc|view)$/i

const namesPage = ({searchParams, hostname}: URL): boolean =>
  [...searchParams].some(([name, value]) => value !== '' && naming.test(name) && !isTracking(name, value, hostname))

/** Whether an address is that of the front page of a site, in whatever language. */
export const isHome = (url: URL): boolean => partsOf(url).length === 0 && !namesPage(url) && url.hash.length < 2

/** Whether an address is that of something within a site. */
export const isDeep = (url: URL): boolean => partsOf(url).some(part => !dropped.test(part)) || namesPage(url)

/** Hosts and paths of what does nothing but lead elsewhere. */
const redirector = /^(?:go|get|link|links|click|l|r|t|url|to|out|track|tracking|redirect|ref|aff|refer|short)\./i
const redirecting = /\/(?:go|out|redirect|redir|r|link|links|click|track|ref|aff|recommends|refer|url|l|s)(?:[/.?]|$)/i

/** Whether what was asked became a front page that is not its own: a project may well have moved to a domain of its name. */
export function collapsed(asked: URL, final: URL): boolean {
  if (!isDeep(asked) || !isHome(final)) return false
  if (isSameSite(asked, final)) return !isNamedAfter(final.hostname, asked)
  if (redirector.test(asked.hostname) || redirecting.test(asked.pathname)) return false
  return !isNamedAfter(final.hostname, asked)
}

const isSameSite = (a: URL, b: URL): boolean => {
  const [one, other] = [a, b].map(url => domainOf(url.hostname).site ?? url.hostname)
  return one === other
}

/** Whether a host has the name of the last part of a path that means something, or this has the name of the host. */
function isNamedAfter(host: string, {pathname}: URL): boolean {
  const parts = pathname.split('/').filter(part => !whole.test(part) && !isPlace(part) && !dropped.test(part))
  const last = squeeze((parts.at(-1) ?? '').replace(/\.\w{2,5}$/, ''))
  const labels = host
    .replace(/^www\./, '')
    .split('.')
    .slice(0, -1)
    .filter(label => !dropped.test(label))
    .map(squeeze)
  return (
    last.length > 2 && (squeeze(host).includes(last) || labels.some(label => label.length > 3 && last.includes(label)))
  )
}
