import {createAppAuth} from '@octokit/auth-app'
import {PassingError, UserError} from '../document/error.ts'
import {connect, type GitHub, refusalOf} from '../github/octokit.ts'
import {version} from '../version.ts'
import type {Settings} from './settings.ts'
import type {Site} from './work.ts'

/** Permissions as GitHub's API names them. */
export type Permissions = Readonly<Record<string, 'read' | 'write'>>

/** Makes clients for the App and for where it is installed. */
export interface Installations {
  /** Speaks for the App itself. */
  readonly app: GitHub
  /** Asks for an installation which repositories it has, and may do nothing else. */
  readonly everywhere: (installation: number) => GitHub
  /**
   * A client that may do no more than this, and in this repository only. It has its token when this is done.
   * @throws UserError where a permission was not granted; PassingError where GitHub fails.
   */
  readonly enter: (site: Site, permissions: Permissions, token: 'new' | 'kept') => Promise<GitHub | 'gone'>
}

/** What the clients need of the world. */
interface InstallationWish extends Pick<Settings, 'appId' | 'privateKey' | 'places' | 'pace'> {
  readonly log: (text: string) => void
  readonly onQuota: (installation: number, resource: string, remaining: number) => void
}

/** Nothing is sent before the first client is used. */
export function makeInstallations(wish: InstallationWish): Installations {
  const {appId, privateKey, places, pace, log, onQuota} = wish
  const usual = {...places, version, pace, log}
  const auth = createAppAuth({appId, privateKey, request: connect(usual).request})
  const speakFor = (installation: number, token: () => Promise<string>): GitHub =>
    connect({
      ...usual,
      token,
      owner: `installation-${installation}`,
      onQuota: (remaining, resource) => onQuota(installation, resource, remaining)
    })
  return {
    app: connect({...usual, token: async () => (await auth({type: 'app'})).token}),
    everywhere: installationId =>
      speakFor(
        installationId,
        async () => (await auth({type: 'installation', installationId, permissions: {metadata: 'read'}})).token
      ),
    async enter({installation, repositoryId, owner}, permissions, kept) {
      const wanted = {
        type: 'installation' as const,
        installationId: installation,
        repositoryIds: [repositoryId],
        permissions: {...permissions}
      }
      try {
        await auth({...wanted, refresh: kept === 'new'})
      } catch (error) {
        return explain(error, owner, permissions)
      }
      return speakFor(installation, async () => {
        try {
          return (await auth(wanted)).token
        } catch (error) {
          // Nobody should take this answer for one to what the token was wanted for.
          throw new PassingError(
            `GitHub gave no further token (${(error as Error).message}); this is tried again later.`
          )
        }
      })
    }
  }
}

/** Why there is no token. An installation that was removed or suspended is nobody's mistake. */
function explain(error: unknown, owner: string, permissions: Permissions): 'gone' {
  const refusal = refusalOf(error)
  if (!refusal) throw error
  const {status, message} = refusal
  if (status === 404 || (status === 403 && /suspended/i.test(message))) return 'gone'
  if (status === 422) {
    const list = Object.entries(permissions).map(([name, level]) => `\`${name}: ${level}\``)
    throw new UserError(
      `The installation of the App at \`${owner}\` lacks a permission, or the repository (${message}); grant it ${list.join(', ')}.`
    )
  }
  // Whoever runs the App can mend it, and then the job is still there.
  if (status === 401)
    throw new PassingError(
      `GitHub does not know the App by its key (${message}); check \`APP_ID\`, \`PRIVATE_KEY\` and the clock of this machine.`
    )
  throw new PassingError(`GitHub gave no token for \`${owner}\` (${status} ${message}); this is tried again later.`)
}
