import type {Facts} from '../../src/document/facts.ts'
import {connect} from '../../src/github/octokit.ts'
import {examine} from '../../src/job/examine.ts'
import {proposeFixes} from '../../src/job/propose-fixes.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import type {GitHub} from '../../test/fake/github.ts'
import type {PlayedIssue} from './issues.ts'
import {after, around, kites} from './lists.ts'

const sick = after(
  'Crane',
  [
    '-[Dove](https://dove.example/old) - Kites of all colours.',
    '- [Dunlin](https://dunlin.example?utm_source=kites) - Kites for the  beach.  ',
    '- [Eagle](http://eagle.example/) - Large kites.',
    '-[Eider](https://eider.example/) - Warm kites.\n'
  ].join('\n')
)

const facts: Facts = {
  links: new Map([
    ['https://dove.example/old', {status: 'moved', code: 301, to: 'https://pigeon.example/'}],
    ['http://eagle.example/', {status: 'alive', code: 200, https: 'https://eagle.example/'}]
  ])
}

/** Proposes the fixes of a list, and closes what it proposed once all is mended, as the scheduled job does. */
export async function playFixes(github: GitHub): Promise<readonly PlayedIssue[]> {
  const token = github.token({kind: 'actions', permissions: {contents: 'write', pull_requests: 'write'}})
  const client = connect({token, apiUrl: github.url, version: '0', log: () => {}, pace: 'hasty'})
  const play = async (id: string, title: string, texts: readonly string[]): Promise<PlayedIssue> => {
    const repository = await github.createRepository({owner: 'kite-club', name: `awesome-${id}`, files: around})
    const where = {owner: repository.owner, repo: repository.name}
    for (const text of texts) {
      const commit = await repository.commit('main', {'readme.md': text})
      const task = {path: 'readme.md', text, config: defaultConfig, facts}
      const lists = [{task, report: await examine(task)}]
      const asked = {facts, links: [], hosts: [], notes: [], memory: new Map()}
      const audited = {repository: where, commit, config: defaultConfig, lists, asked, notes: []}
      const proposal = {audited, repository: where, base: 'main', webUrl: github.webUrl}
      const {notes} = await proposeFixes(proposal, {github: client, sleep: async () => {}})
      if (notes.length > 0) throw new Error(`The fixes of ${id} failed: ${notes.join(' ')}`)
    }
    const [pull] = repository.state.pulls.values()
    return {id, title, issue: pull!.issue}
  }
  return [
    await play('fixes', 'The pull request with the fixes of an audit', [sick]),
    await play('fixes-done', 'The same when nothing is left to mend', [sick, kites])
  ]
}
