import type {Installations} from './installations.ts'
import type {Site} from './work.ts'

/** All repositories that the App is installed in, but for archived ones, whose issues nobody can write. */
export async function listSites({
  app,
  everywhere
}: Pick<Installations, 'app' | 'everywhere'>): Promise<readonly Site[]> {
  const installations = await app.paginate(app.rest.apps.listInstallations, {per_page: 100})
  const sites: Site[] = []
  for (const {id, suspended_at} of installations) {
    if (suspended_at) continue
    const github = everywhere(id)
    const repositories = await github.paginate(github.rest.apps.listReposAccessibleToInstallation, {per_page: 100})
    for (const {id: repositoryId, name: repo, owner, archived, disabled} of repositories)
      if (!archived && !disabled) sites.push({installation: id, repositoryId, owner: owner.login, repo})
  }
  return sites
}
