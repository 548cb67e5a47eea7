import type {Facts, LinkFact} from '../../src/document/facts.ts'
import {connect} from '../../src/github/octokit.ts'
import type {AskedLinks} from '../../src/job/ask-links.ts'
import {examine} from '../../src/job/examine.ts'
import {findIssue, keepIssue} from '../../src/job/keep-issue.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import type {GitHub} from '../../test/fake/github.ts'
import type {Issue} from '../../test/fake/world.ts'
import {after, around, entry, kites} from './lists.ts'

/** An issue as it stands after some audits. */
export interface PlayedIssue {
  readonly id: string
  readonly title: string
  readonly issue: Issue
}

/** The list of one audit, and the words of the items that a person ticks before it. */
interface Audit {
  readonly text: string
  readonly ticked?: readonly string[]
}

const link = (name: string, url: string): string => `- [${name}](${url}) - Kites of all colours.\n`

const sick = after(
  'Crane',
  [
    link('Dove', 'https://dove.example/gone'),
    link('Dunlin', 'https://dunlin.example/old'),
    link('Eagle', 'http://eagle.example/'),
    link('Eider', 'https://github.com/kites/eider'),
    '-[Emu](https://emu.example) - Kites that stay  on the the ground.\n',
    entry('Falcon', 'A comprenhensive guide to fast kites.')
  ].join('')
)

const worse = after(
  'Falcon',
  link('Gull', 'https://gull.example/gone') + entry('Goose', 'Kites made in javascript.'),
  sick
)

const crowd = after(
  'Crane',
  Array.from({length: 400}, (_, index) => link(`Crow ${index}`, `https://crow-${index}.example/gone`)).join('') +
    Array.from({length: 40}, (_, index) => `-[Daw ${index}](https://daw-${index}.example) - Black.\n`).join('')
)

const scenes: readonly {readonly id: string; readonly title: string; readonly audits: readonly Audit[]}[] = [
  {id: 'issue-first', title: 'The issue of a first audit', audits: [{text: sick}]},
  {
    id: 'issue-later',
    title: 'The issue of a later audit: something is new, something is silenced',
    audits: [{text: sick}, {text: worse, ticked: ['eider', 'eagle.example']}]
  },
  {id: 'issue-clean', title: 'The issue when all is mended', audits: [{text: sick}, {text: kites}]},
  {
    id: 'issue-crowd',
    title: 'The issue of a list with hundreds of findings',
    audits: [{text: crowd}, {text: crowd.replace('- [Crow 0]', '- [Raven]'), ticked: ['crow-1.example']}]
  }
]

/** What the web would say. */
const told: Readonly<Record<string, LinkFact>> = {
  'https://dove.example/gone': {
    status: 'dead',
    code: 404,
    reason: 'the server answered `404` twice',
    archived: 'https://web.archive.org/web/2024/https://dove.example/gone'
  },
  'https://gull.example/gone': {status: 'dead', reason: 'there is no host `gull.example`'},
  'https://dunlin.example/old': {status: 'moved', code: 301, to: 'https://dunlin.example/new', sure: true},
  'http://eagle.example/': {status: 'alive', code: 200, https: 'https://eagle.example/'},
  ...Object.fromEntries(
    Array.from(
      {length: 400},
      (_, index) => [`https://crow-${index}.example/gone`, {status: 'dead', code: 410}] as const
    )
  )
}

const facts: Facts & AskedLinks['facts'] = {
  links: new Map(Object.entries(told)),
  repositories: new Map([['kites/eider', {name: 'kites/eider', archived: '2024-05-06'}]])
}

/** Audits lists of several kinds and keeps their issues, as the scheduled job does. */
export async function playIssues(github: GitHub): Promise<readonly PlayedIssue[]> {
  const token = github.token({kind: 'actions', permissions: {contents: 'read', issues: 'write'}})
  const client = connect({token, apiUrl: github.url, version: '0', log: () => {}, pace: 'hasty'})
  const played: PlayedIssue[] = []
  for (const {id, title, audits} of scenes) {
    const repository = await github.createRepository({owner: 'kite-club', name: `awesome-${id}`, files: around})
    const where = {owner: repository.owner, repo: repository.name}
    for (const {text, ticked = []} of audits) {
      const commit = await repository.commit('main', {'readme.md': text})
      for (const issue of repository.state.issues.values()) issue.body = tick(issue.body ?? '', ticked)
      const found = await findIssue(client, where)
      const task = {path: 'readme.md', text, config: defaultConfig, facts, silenced: found.silenced}
      const lists = [{task, report: await examine(task)}]
      const asked: AskedLinks = {facts, links: [], hosts: [], notes: [], memory: new Map()}
      const audited = {repository: where, commit, config: defaultConfig, lists, asked, notes: []}
      const {notes} = await keepIssue(found, audited, {webUrl: github.webUrl}, {github: client, sleep: async () => {}})
      if (notes.length > 0) throw new Error(`The issue of ${id} failed: ${notes.join(' ')}`)
    }
    for (const issue of repository.state.issues.values()) played.push({id, title, issue})
  }
  return played
}

const tick = (body: string, words: readonly string[]): string =>
  body
    .split('\n')
    .map(line => (words.some(one => line.includes(one)) ? line.replace(/^- \[ \]/, '- [x]') : line))
    .join('\n')
