import {shareWord, squeeze} from '../document/words/similar.ts'
import {collapsed, isDeep, isHome} from './home.ts'
import {isServerPage, saysNotFound} from './not-found.ts'
import type {Page} from './page.ts'
import {parked} from './parked.ts'
import {quirkOf} from './quirks.ts'

/** What came of asking for a page, where the answer was a good one (2xx). */
export interface Landed {
  readonly asked: string
  /** The address that answered. */
  readonly final: string
  readonly page?: Page
}

/** A page that sends its reader on later is there to be read. */
const soon = 10
/** A longer page is no excuse for one that is not there. */
const little = 2000

/** Addresses that error pages have. */
const errorPath =
  /\/(?:404|410|not-?_?found|page-?_?not-?_?found|404-?error|error-?404|error(?:page)?)(?:\.\w{2,5})?\/?$/i

/** What addresses of pages about such pages have. */
const aboutErrors = /404|410|not-?_?found|status|errors?\b/i

/**
 * Why a page that answers is probably no longer the one that was linked, in words without a final mark; nothing where it
 * seems to be. Never a proof: what it says is a matter for people to look at.
 */
export function softDeath({asked: from, final: to, page}: Landed): string | undefined {
  const [asked, final] = [new URL(from), new URL(to)]
  const permalink = quirkOf(asked)?.permalink === true
  return (
    parked(asked, final, page) ??
    (isErrorPage(final) && !aboutErrors.test(asked.pathname) ? `leads to \`${literal(final.pathname)}\`` : undefined) ??
    (!permalink && collapsed(asked, final) ? `leads to the front page of \`${final.hostname}\`` : undefined) ??
    (page && (saidBy(page, asked, final) ?? claimedBy(page, asked, final)))
  )
}

const isErrorPage = ({pathname, searchParams}: URL): boolean =>
  errorPath.test(pathname) || searchParams.has('aspxerrorpath')

/** What a page says in words. */
function saidBy(page: Page, asked: URL, final: URL): string | undefined {
  const {title = '', heading = '', text} = page
  if (isServerPage(title)) return `shows \`${literal(title)}\`, as a web server without a site does`
  if (aboutErrors.test(asked.pathname)) return undefined
  const said = [
    ...(saysNotFound(title, final.hostname) ? [title] : []),
    // Part of a page may be missing, and the page be what was asked for.
    ...(saysNotFound(heading, final.hostname) && text.length < little && !isAbout(title, asked) ? [heading] : [])
  ][0]
  return said === undefined || squeeze(asked.href).includes(squeeze(said)) ? undefined : `says \`${literal(said)}\``
}

/** What a page says to browsers and search engines. */
function claimedBy(
  {refresh, canonical, title = '', heading = '', scripted}: Page,
  asked: URL,
  final: URL
): string | undefined {
  const leadsHome = (written: string): boolean => {
    const to = URL.canParse(written, final.href) ? new URL(written, final) : undefined
    return to !== undefined && /^https?:$/.test(to.protocol) && to.href !== final.href && collapsed(asked, to)
  }
  if (refresh && refresh.seconds <= soon && leadsHome(refresh.to)) return 'sends its reader to a front page'
  // The one page of an application says the same at all its addresses.
  const says = canonical !== undefined && !scripted && isDeep(final) && !isHome(final) && leadsHome(canonical)
  return says && !isAbout(`${title} ${heading}`, asked) ? 'says that its address is that of a front page' : undefined
}

/** Whether words have one in common with the last part of an address. */
function isAbout(words: string, {pathname}: URL): boolean {
  const last = pathname.split('/').findLast(part => part !== '') ?? ''
  return shareWord(words, last.replace(/[-_.+]|%20/g, ' '))
}

/** Fit for backticks. */
const literal = (text: string): string =>
  text
    .replace(/[`\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 80)
