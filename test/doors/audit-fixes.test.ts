import {expect} from 'vitest'
import type {ActionResult} from '../fake/runner.ts'
import {type AuditScene, test} from './audit-scene.ts'
import {sick, well} from './scene.ts'

const branch = 'awesome-doctor/fixes'
const wanted = {fix: 'pull-request', links: 'none'}

/** With two blanks at the end of a line, which another rule is about. */
const sicker = sick.replace('# Kites\n', '# Kites  \n')

const pulls = ({repository}: AuditScene) => [...repository.state.issues.values()].filter(issue => issue.pull)

const messagesOf = ({annotations}: ActionResult): string => annotations.map(({message}) => message).join('\n')

test('what is safe to mend is proposed in one pull request, a commit for each rule, and told in the issue', async ({
  scene
}) => {
  const set = await scene({'readme.md': sicker})
  const {outputs} = await set.audit(wanted)
  const [pull] = pulls(set)
  expect(outputs['pull-request-url']).toMatch(new RegExp(`/pull/${pull!.number}$`))
  expect(set.issues()[0]!.body).toContain(outputs['pull-request-url'])
  expect(await set.repository.readFile(branch, 'readme.md')).toBe(well)
  const {git} = set.repository.state
  const shas = await git.between((await set.repository.sha('main'))!, (await set.repository.sha(branch))!)
  expect(shas).toHaveLength(2)
  expect(await set.quiet(wanted)).toBe(0)
})

test('it goes when nothing is left to mend', async ({scene}) => {
  const set = await scene({'readme.md': sicker})
  await set.audit(wanted)
  await set.repository.commit('main', {'readme.md': well})
  const {outputs} = await set.audit(wanted)
  expect(outputs['pull-request-url']).toBeUndefined()
  expect(pulls(set)[0]).toMatchObject({state: 'closed'})
  expect(await set.repository.sha(branch)).toBeUndefined()
})

test('a commit of somebody else on its branch stays what it is', async ({scene}) => {
  const set = await scene({'readme.md': sicker})
  await set.audit(wanted)
  const theirs = await set.repository.commit(
    branch,
    {'notes.txt': 'Mine.\n'},
    {author: 'maintainer', message: 'A note'}
  )
  await set.repository.commit('main', {'readme.md': sicker.replace('- [Jay', '-[Jay')})
  const result = await set.audit(wanted)
  expect(result.exitCode).toBe(0)
  expect(await set.repository.sha(branch)).toBe(theirs)
  expect(messagesOf(result)).toContain('`awesome-doctor/fixes` has 1 commit by others, so it was left alone')
})

test('where workflows may not open pull requests, the setting is named, and the audit goes on', async ({scene}) => {
  const set = await scene({'readme.md': sicker})
  set.repository.state.allowActionsPullRequests = false
  const result = await set.audit(wanted)
  expect(result).toMatchObject({exitCode: 0, outputs: {outcome: 'findings'}})
  expect(messagesOf(result)).toContain('“Allow GitHub Actions to create and approve pull requests”')
  expect(result.annotations.filter(({level}) => level === 'error')).toHaveLength(2)
  expect(pulls(set)).toEqual([])
  expect(set.issues()).toHaveLength(1)
})
