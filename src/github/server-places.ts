import {UserError} from '../document/error.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Where GitHub is. */
export interface GitHubPlaces {
  readonly apiUrl: string
  readonly graphqlUrl?: string
  /** Root of the web pages, without a slash at its end. */
  readonly webUrl: string
}

/** Reads where GitHub is; the variables have the names that Actions gives them. @throws UserError for what is no address. */
export function readPlaces(env: Environment): GitHubPlaces {
  const apiUrl = readAddress(env, 'GITHUB_API_URL') ?? 'https://api.github.com'
  const graphqlUrl = readAddress(env, 'GITHUB_GRAPHQL_URL')
  const webUrl = readAddress(env, 'GITHUB_SERVER_URL') ?? webUrlOf(apiUrl)
  return {apiUrl, ...(graphqlUrl && {graphqlUrl}), webUrl}
}

function readAddress(env: Environment, name: string): string | undefined {
  const given = env[name]
  if (!given) return undefined
  const url = URL.canParse(given) ? new URL(given) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new UserError(`\`${name}\` is no address of GitHub; write it as \`https://github.example/api/v3\`.`)
  return given.replace(/\/+$/, '')
}

/** `https://api.HOST` on github.com and in its clouds of enterprises, `https://HOST/api/v3` on their own servers. */
function webUrlOf(apiUrl: string): string {
  const {protocol, host} = new URL(apiUrl)
  return `${protocol}//${host.replace(/^api\./, '')}`
}
