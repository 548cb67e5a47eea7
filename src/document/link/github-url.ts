/**
 * First parts of paths on github.com that are no account, because GitHub has or had pages there: those that
 * Mottie/github-reserved-names found, and newer ones. A name too many costs a request to the web; one that is missing
 * makes a page look like a repository that is gone.
 */
const reserved = new Set(
  (
    'about access account account_recovery admin advisories api apps assets auth billing blob blog bounty ' +
    'business businesses case-studies categories changelog cloud codespaces collections community contact ' +
    'contributing copilot customer customer-stories customers dashboard dashboards developer discussions docs ' +
    'downloads edu education enterprise enterprises events explore featured features gist gists ' +
    'github-copilot guide guides help home hooks hovercards images inbox integrations issues jobs join labs ' +
    'languages launch learn legal lists login logos logout marketplace mcp mobile models network new news ' +
    'newsroom nonprofit nonprofits notifications oauth open-source organisations organizations orgs pages ' +
    'partners payments personal plans plugins popular premium-support press pricing professional projects ' +
    'pulls raw readme releases render repos repositories resources saved search security services session ' +
    'sessions settings shop showcases signin signup site solutions spark sponsors stafftools stars status ' +
    'store stories styleguide subscriptions suggestions support suspended team teams terms timeline topic ' +
    'topics tos tour training trending trust-center updates user-attachments users watching why-github wiki ' +
    'works-with'
  ).split(' ')
)

/** A link into a repository on github.com. */
export interface GitHubUrl {
  readonly owner: string
  /** As written, without `.git`. */
  readonly repo: string
  /** What follows in the path, without slashes at the ends: `tree/main/docs`; empty for the repository itself. */
  readonly path: string
}

/** Reads a link to a repository on github.com, or to something in it; nothing for any other link. */
export function readGitHubUrl(url: string): GitHubUrl | undefined {
  let parsed: URL
  try {
    parsed = new URL(url.startsWith('//') ? `https:${url}` : url)
  } catch {
    return undefined
  }
  const {protocol, hostname, port, username, password} = parsed
  if (!/^https?:$/.test(protocol) || !/^(?:www\.)?github\.com$/.test(hostname)) return undefined
  if (port || username || password) return undefined
  const [owner = '', name = '', ...rest] = parsed.pathname.split('/').filter(Boolean)
  const repo = name.replace(/\.git$/i, '')
  if (reserved.has(owner.toLowerCase()) || !/^[a-z\d](?:[a-z\d_-]{0,38})$/i.test(owner)) return undefined
  if (!/^[\w.-]{1,100}$/.test(repo) || /^\.\.?$/.test(repo)) return undefined
  return {owner, repo, path: rest.join('/')}
}

/** The name that facts about repositories are kept under: owner and repository in lower case. */
export function repositoryOf(url: string): string | undefined {
  const found = readGitHubUrl(url)
  return found && `${found.owner}/${found.repo}`.toLowerCase()
}
