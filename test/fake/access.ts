import {type Call, type Need, type RepositoryCall, refusal} from './route.ts'
import {type Repository, roleOf, type Seal, type Viewer} from './world.ts'

const rank = {read: 1, write: 2}

/** Whether the token has the permission; what is public may be read by all. */
function grants(viewer: Viewer | undefined, repository: Repository, need: Need): boolean {
  const [scope = '', level = 'write'] = need.split('=') as [string, 'read' | 'write']
  if (level === 'read' && !repository.private) return true
  if (!viewer) return false
  const whole = `${repository.owner.login}/${repository.name}`.toLowerCase()
  if (viewer.repositories && !viewer.repositories.some(name => name.toLowerCase() === whole)) return false
  if (viewer.kind === 'user' && level === 'write' && (scope === 'contents' || scope === 'checks')) {
    if (!['admin', 'maintain', 'write'].includes(roleOf(repository, viewer.account) ?? '')) return false
  }
  if (scope === 'metadata' || !viewer.permissions) return true
  const has = viewer.permissions[scope]
  return has !== undefined && rank[has] >= rank[level]
}

/** Whether the repository exists for whoever asks. */
export function isVisible(viewer: Viewer | undefined, repository: Repository): boolean {
  if (!repository.private) return true
  if (!viewer) return false
  if (viewer.kind === 'user') return roleOf(repository, viewer.account) !== undefined
  const whole = `${repository.owner.login}/${repository.name}`.toLowerCase()
  return !viewer.repositories || viewer.repositories.some(name => name.toLowerCase() === whole)
}

/** Refuses, unless one of the permissions is there. */
export function checkPermission(call: RepositoryCall, needs: readonly Need[]): void {
  const {viewer, repository} = call
  if (needs.some(need => grants(viewer, repository, need))) return
  if (!viewer) throw refusal(401, 'Requires authentication')
  const message =
    viewer.kind === 'user'
      ? 'Resource not accessible by personal access token'
      : 'Resource not accessible by integration'
  throw refusal(403, message, undefined, {'x-accepted-github-permissions': needs.join('; ')})
}

/**
 * What keeps the token from a repository that it may see, in GitHub's words: cli/cli#7881 for SAML, aquaproj/user-list#2101
 * for the list of addresses.
 */
export function sealOf({world, viewer}: Call, repository: Repository): {kind: Seal; message: string} | undefined {
  const {login} = repository.owner
  const kind = viewer && world.seals.get(login.toLowerCase())
  if (!kind) return undefined
  const message =
    kind === 'SAML'
      ? 'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.'
      : `Although you appear to have the correct authorization credentials, the \`${login}\` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.`
  return {kind, message}
}
