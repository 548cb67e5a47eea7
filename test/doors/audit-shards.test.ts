import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect} from 'vitest'
import {page, redirect, status} from '../fake/web-handlers.ts'
import {type AuditScene, test} from './audit-scene.ts'
import {well} from './scene.ts'

const names = ['Kite', 'Lark', 'Magpie', 'Noddy', 'Osprey', 'Petrel']

/** A list that links to six hosts, each with a page that is there, one that is gone, and one that has moved. */
async function linked({web, repository}: AuditScene): Promise<string> {
  const entries: string[] = []
  for (const name of names) {
    const host = `${name.toLowerCase()}.example`
    await web.site(host, {'/ok': page(name), '/gone': status(410), '/old': redirect(301, '/ok')})
    const paths = ['ok', 'gone', 'old']
    entries.push(...paths.map((at, index) => `- [${name} ${index}](${web.origin(host)}/${at}) - Flies over the sea.\n`))
  }
  return repository.commit('main', {'readme.md': well + entries.join('')})
}

test('plan, shards and merge find what a single audit finds, each address asked once', async ({scene}) => {
  const set = await scene({})
  const sha = await linked(set)
  const workspace = await mkdtemp(path.join(tmpdir(), 'shards-'))
  const run = (inputs: Readonly<Record<string, string>>) => set.audit({'state-file': '', ...inputs}, {sha, workspace})
  const json = async (inputs: Readonly<Record<string, string>>): Promise<string> => {
    const {exitCode} = await run({...inputs, issue: 'false', 'json-file': 'report.json'})
    expect(exitCode).toBe(0)
    return readFile(path.join(workspace, 'report.json'), 'utf8')
  }
  const plan = await run({mode: 'plan', shards: '8'})
  expect(plan.outputs).toMatchObject({shards: '1', matrix: '{"shard":["1/1"]}'})
  expect(set.web.requests).toHaveLength(0)

  for (const shard of ['1/2', '2/2']) expect((await run({mode: 'audit', shard})).exitCode).toBe(0)
  const asked = set.web.requests.length
  const merged = await json({mode: 'merge'})
  expect(set.web.requests.filter(({host}) => /\.example/.test(host ?? '')).length).toBe(asked)
  expect(JSON.parse(merged).summary.links).toMatchObject({alive: 6, dead: 6, moved: 6})
  expect(merged).toBe(await json({}))
  await rm(workspace, {recursive: true, force: true})
})

test('a merge without answers is a mistake, and of other commits, too', async ({scene}) => {
  const set = await scene({'readme.md': well})
  const workspace = await mkdtemp(path.join(tmpdir(), 'shards-'))
  const run = async (inputs: Readonly<Record<string, string>>) =>
    set.audit(inputs, {workspace, sha: (await set.repository.sha('main'))!})
  const nothing = await run({mode: 'merge'})
  expect(nothing.exitCode).toBe(1)
  expect(nothing.annotations[0]!.message).toContain('`awesome-doctor-answers`')
  await run({mode: 'audit', shard: '1/1'})
  await set.repository.commit('main', {'notes.txt': 'Later.\n'})
  const other = await run({mode: 'merge'})
  expect(other.annotations[0]!.message).toContain('plan, shards and merge must run on the same commit')
  expect(set.issues()).toEqual([])
  await rm(workspace, {recursive: true, force: true})
})

test('a shard that is none is a mistake', async ({scene}) => {
  const {audit} = await scene({'readme.md': well})
  const {exitCode, annotations} = await audit({shard: '3/2'})
  expect(exitCode).toBe(1)
  expect(annotations[0]!.message).toContain('The shard is `3/2`')
})
