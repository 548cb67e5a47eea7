/** What the App asks for, and why: `docs/app.md` tells it to those who install it. */
const permissions = {
  /** Check runs with annotations. */
  checks: 'write',
  /** Lists and their config are read; the fixes that somebody asks for are committed. */
  contents: 'write',
  /** The issue of the audits. */
  issues: 'write',
  metadata: 'read',
  /** Reviews, and answers to commands. */
  pull_requests: 'write'
} as const

/** What GitHub is to tell the App of; of installations it tells every App. */
const events = ['check_run', 'check_suite', 'issue_comment', 'pull_request', 'push'] as const

/** How somebody wants to have the App. */
export interface AppWish {
  readonly name: string
  /** Where GitHub will reach the server, without a slash at its end. */
  readonly url: string
  /** The organisation that is to own it; nothing for the person. */
  readonly organisation?: string
}

/** The manifest of the App (https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest). */
export const manifestOf = ({name, url}: AppWish, redirectUrl: string): object => ({
  name,
  url: 'https://github.com/awesome-doctor/awesome-doctor',
  description: 'Keeps awesome lists healthy: reviews pull requests, audits lists.',
  hook_attributes: {url: `${url}/webhook`, active: true},
  redirect_url: redirectUrl,
  public: false,
  default_permissions: permissions,
  default_events: events
})

/** Where GitHub takes the manifest of an App. */
export const registrationUrl = (webUrl: string, {organisation}: AppWish, state: string): string =>
  `${webUrl}${organisation ? `/organizations/${organisation}` : ''}/settings/apps/new?state=${state}`

/** Reads what somebody wrote into the form, or says what is wrong with it. */
export function readWish(query: URLSearchParams): AppWish | string {
  const name = (query.get('name') ?? '').trim()
  const url = (query.get('url') ?? '').trim().replace(/\/+$/, '')
  const organisation = (query.get('organisation') ?? '').trim()
  if (!/^[^\p{Cc}]{1,34}$/u.test(name)) return 'GitHub wants a name of at most 34 characters.'
  if (!URL.canParse(url) || !/^https?:\/\/[^/?#@]+(?:\/[^?#]*)?$/.test(url))
    return 'The address must be one such as https://doctor.example, where GitHub will reach the server.'
  if (organisation !== '' && !/^[a-z\d](?:[a-z\d-]{0,38})$/i.test(organisation))
    return 'The organisation must be the name that stands in its address on GitHub.'
  return {name, url, ...(organisation !== '' && {organisation})}
}
