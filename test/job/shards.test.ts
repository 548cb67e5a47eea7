import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {rules} from '../../rules/index.ts'
import {connect, type GitHub} from '../../src/github/octokit.ts'
import {type AskedLinks, askLinks, type LinkTask} from '../../src/job/ask-links.ts'
import {askShard, planShards} from '../../src/job/ask-shard.ts'
import {examineHere} from '../../src/job/examine-here.ts'
import {linksHere} from '../../src/job/lists-here.ts'
import {readShard} from '../../src/job/read-shard.ts'
import {type Answers, answersName, readAnswers} from '../../src/job/shard-answers.ts'
import {printState} from '../../src/job/state-text.ts'
import type {Memory} from '../../src/links/memory.ts'
import {captureQuery} from '../../src/links/wayback.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import {loadReporter} from '../../src/report/index.ts'
import {type GitHub as GitHubDouble, startGitHub} from '../fake/github.ts'
import {type HastyClock, hastyClock} from '../fake/hasty-clock.ts'
import {startWeb, type Web} from '../fake/web.ts'
import type {Handler, Routes} from '../fake/web-exchange.ts'
import {hang} from '../fake/web-faults.ts'
import {html, page, rateLimited, redirect, sequence, slow, status, when, withHeaders} from '../fake/web-handlers.ts'

const commit = 'a'.repeat(40)
const now = Date.UTC(2026, 0, 1)
const config = {
  ...defaultConfig,
  links: {...defaultConfig.links, timeout: 600, exclude: ['http://excluded.test/**']},
  rules: {...defaultConfig.rules, 'link-anchor': ['error', {remote: true}]}
} as const

/** Hosts that others' pages lead to: these may be asked by more than one shard. */
const destinations = ['new.test', 'moved.test', 'secret.test']

/** A web with a bit of everything, always the same. */
async function buildWeb(): Promise<Web> {
  const web = await startWeb()
  const tagged = when(
    ({headers}) => headers['if-none-match'] === '"1"',
    status(304),
    withHeaders({etag: '"1"', 'last-modified': 'Thu, 01 Jan 2026 00:00:00 GMT'}, page('Tagged'))
  )
  const sites: Record<string, Routes | Handler> = {
    'github.com': {'/octo/gone4': status(404), '/features': page('Features')},
    'www.wikipedia.org': {},
    'web.archive.org': status(200, {}, '20200102030405 http://gone.net/a\n'),
    'many.test': page('One of many'),
    'gone.net': {'/a': status(410), '/b': status(404), '/c': sequence(status(404), page('Back'))},
    'www.site.test': {'/': redirect(301, 'http://site.test/'), '/x': redirect(302, 'http://site.test/x')},
    'site.test': {'*': page('Site')},
    'old.test': {'/': redirect(301, 'http://new.test/'), '/b': redirect(308, 'http://new.test/gone')},
    'new.test': {'/': page('New'), '/gone': status(410)},
    'tagged.test': {'/': tagged},
    'slow.test': slow(30, page('Slow')),
    'limited.test': rateLimited({answered: 2, refused: 1, headers: {'retry-after': '1'}}, page('Limited')),
    'broken.test': status(500),
    'login.test': status(401),
    'silent.test': hang,
    'circle.test': {'/': redirect(301, '/b'), '/b': redirect(301, '/')},
    'places.test': {'/': html('<h2 id="here">Here</h2>'), '/old': redirect(301, 'http://moved.test/#here')},
    'moved.test': {'/': html('<h2 id="here">Here</h2>')},
    'secret.test': {'*': page('Secret')},
    'leads.test': {'/': redirect(301, 'http://secret.test/?token=abc')},
    'excluded.test': {}
  }
  for (const [host, routes] of Object.entries(sites)) await web.site(host, routes)
  await web.site('private.test', {}, {address: '10.0.0.1'})
  for (const name of ['ann', 'bob', 'cleo']) await web.site(`${name}.github.io`, page(name))
  return web
}

const text = [
  '# List',
  '',
  ...Array.from({length: 12}, (_, at) => `- [Many ${at}](http://many.test/${at}) - One.`),
  '- [A](http://gone.net/a) - Gone. [B](http://gone.net/b) [C](http://gone.net/c)',
  '- [Site](http://www.site.test/) - [X](http://www.site.test/x), [Y](http://site.test/y), [tagged](http://tagged.test/).',
  '- [Old](http://old.test/) - Moved, [B](http://old.test/b), [new](http://new.test/), [circle](http://circle.test/).',
  '- [Slow](http://slow.test/a) - [B](http://slow.test/b), [C](http://slow.test/c), [silent](http://silent.test/).',
  ...Array.from({length: 5}, (_, at) => `- [Limited ${at}](http://limited.test/${at}) - Rests.`),
  '- [Broken](http://broken.test/) - [Login](http://login.test/), [nobody](http://nobody.test/a), [B](http://nobody.test/b).',
  '- [Here](http://places.test/#here) - [There](http://places.test/#there), [old](http://places.test/old).',
  '- [Secret](http://secret.test/a?token=abc) - [Open](http://secret.test/b), [leads](http://leads.test/).',
  '- [Private](http://private.test/) - [Excluded](http://excluded.test/a), [mail](mailto:a@many.test).',
  '- [Ann](http://ann.github.io/) - [Bob](http://bob.github.io/), [Cleo](http://cleo.github.io/).',
  '- [Here](https://github.com/octo/here) - [Gone](https://github.com/octo/gone1).',
  '- [Gone 2](https://github.com/octo/gone2) - [Gone 3](https://github.com/octo/gone3).',
  '- [Gone 4](https://github.com/octo/gone4) - [Features](https://github.com/features).',
  ''
].join('\n')
const task: LinkTask = {sources: [{path: 'readme.md', text}], which: 'all', config}
const readLinks = async (texts: readonly string[]) => linksHere(texts)

let github: GitHubDouble
let client: GitHub
let folder = ''
beforeAll(async () => {
  github = await startGitHub()
  await github.createRepository({owner: 'octo', name: 'here', files: {'readme.md': '# A\n'}})
  const token = github.token({kind: 'actions'})
  client = connect({token, apiUrl: github.url, version: '0.0.0', log: () => {}, pace: 'hasty'})
})
afterAll(() => github[Symbol.asyncDispose]())
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'shards-'))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

/** Runs that many tests look at are made once. */
function once<Key, Result>(make: (key: Key) => Promise<Result>): (key: Key) => Promise<Result> {
  const made = new Map<Key, Promise<Result>>()
  return key => {
    const found = made.get(key) ?? make(key)
    made.set(key, found)
    return found
  }
}

/** What a maintainer gets to see. */
async function report({facts, links, notes}: AskedLinks): Promise<string> {
  const file = examineHere({path: 'readme.md', text, config, facts})
  const json = (await loadReporter('json'))([file], {version: '0', color: false, columns: 100, rules}, links)
  return `${json}${notes.join('\n')}`
}

/** A clock on which all that is remembered lies in the past. */
async function clockAfter(memory: Memory): Promise<HastyClock> {
  const clock = hastyClock()
  if (memory.size > 0) await clock.sleep(3_600_000)
  return clock
}

const nothing: Memory = new Map()
const single = once(async (memory: Memory): Promise<AskedLinks> => {
  await using web = await buildWeb()
  // Awaited here, while the web is there.
  return await askLinks(task, {...(await surroundingsOf(web, memory)), github: client})
})

interface Sharded {
  readonly asked: AskedLinks
  /** What each shard asked for, as host and path. */
  readonly requests: readonly (readonly string[])[]
  /** What the merge asked for. */
  readonly merging: readonly string[]
  readonly files: readonly string[]
}

const surroundingsOf = async (web: Web, memory: Memory, clockOf = memory) => ({
  readLinks,
  memory,
  network: web.network,
  clock: await clockAfter(clockOf)
})

async function runSharded(count: number, memory: Memory, mergeMemory: Memory): Promise<Sharded> {
  await using web = await buildWeb()
  const requests: string[][] = []
  const files: string[] = []
  let known = 0
  const heard = (): string[] => {
    const fresh = web.requests.slice(known)
    known = web.requests.length
    return fresh.map(({host, path: asked}) => host + asked)
  }
  for (let index = 1; index <= count; index++) {
    const {text} = await askShard(task, await surroundingsOf(web, memory), {shard: {index, count}, commit})
    requests.push(heard())
    files.push(text)
    mkdirSync(path.join(folder, `run-${count}`, `part-${index}`), {recursive: true})
    writeFileSync(path.join(folder, `run-${count}`, `part-${index}`, answersName({index, count})), text)
  }
  const answers = await readAnswers(path.join(folder, `run-${count}`), 'answers', {commit, now: now + 7_200_000})
  const asked = await askLinks(task, {...(await surroundingsOf(web, mergeMemory, memory)), github: client, answers})
  return {asked, requests, merging: heard(), files}
}

const sharded = once((count: number) => runSharded(count, nothing, nothing))

const hostOf = (request: string): string => request.slice(0, request.indexOf('/'))

describe('plan, shards and merge', () => {
  test.each([1, 2, 3, 7])('of %i shards are the single run', async count => {
    const alone = await single(nothing)
    const {asked, requests, merging, files} = await sharded(count)
    expect(await report(asked)).toBe(await report(alone))
    expect(printState({memory: asked.memory, audits: []}).replace(/"20\d\d-[^"]+Z"/g, '')).toBe(
      printState({memory: alone.memory, audits: []}).replace(/"20\d\d-[^"]+Z"/g, '')
    )

    const hosts = requests.flatMap(all => [...new Set(all.map(hostOf))])
    const twice = hosts.filter((host, at) => hosts.indexOf(host) !== at)
    expect(destinations).toEqual(expect.arrayContaining(twice))
    const addresses = files.flatMap(file => [...file.matchAll(/^\{"address":"([^"]+)"/gm)].map(([, one]) => one))
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses).toHaveLength(45)

    // What GitHub does not know, what holds a secret, and copies of the dead.
    expect(new Set(merging)).toEqual(
      new Set([
        'github.com/octo/gone3',
        'github.com/octo/gone4',
        'secret.test/a?token=abc',
        ...['http://gone.net/a', 'http://gone.net/b', 'https://github.com/octo/gone3', 'https://github.com/octo/gone4']
          .map(captureQuery)
          .map(query => query.replace('https://', ''))
      ])
    )
    expect(files.join('')).not.toContain('token')
    expect(requests.flat().join('\n')).not.toMatch(/archive|octo|excluded/)
  })

  test('ask nothing that is fresh, and asks cheaply for the rest', async () => {
    const {memory} = await single(nothing)
    const alone = await single(memory)
    const {asked, requests} = await runSharded(3, memory, memory)
    expect(await report(asked)).toBe(await report(alone))
    expect(requests.flat().map(hostOf)).not.toContain('many.test')
    expect(requests.flat().map(hostOf)).toContain('broken.test')
  })

  test('what was fresh to the shards only is asked by the merge', async () => {
    const {memory} = await single(nothing)
    const {asked, merging} = await runSharded(3, memory, nothing)
    expect(await report(asked)).toBe(await report(await single(nothing)))
    expect(merging.map(hostOf)).toContain('many.test')
  })

  test('without a network nothing is called dead, as in the single run', async () => {
    await using web = await buildWeb()
    web.setOnline('offline')
    const few = {...task, sources: [{path: 'readme.md', text: '[A](http://gone.net/a) [B](http://many.test/)\n'}]}
    const surroundings = await surroundingsOf(web, nothing)
    for (const index of [1, 2]) {
      const {text} = await askShard(few, surroundings, {shard: {index, count: 2}, commit})
      writeFileSync(path.join(folder, `${index}.jsonl`), text)
    }
    const answers = await readAnswers(folder, 'answers', {commit, now})
    const merged = await askLinks(few, {...surroundings, answers})
    const alone = await askLinks(few, surroundings)
    expect([merged.links, merged.notes]).toEqual([alone.links, alone.notes])
    expect(merged.notes).toEqual(['There seems to be no network, so that links could not be judged.'])
  })
})

describe('the plan', () => {
  test('is one job for what one can do', async () => {
    expect(await planShards(task, {readLinks, clock: hastyClock()})).toEqual({
      count: 1,
      matrix: {shard: ['1/1']},
      due: 45,
      time: 3_000
    })
  })

  test('counts what is due only', async () => {
    const {memory} = await single(nothing)
    const {due} = await planShards(task, {readLinks, memory, clock: await clockAfter(memory)})
    expect(due).toBeLessThan(20)
    expect((await planShards(task, {readLinks, clock: hastyClock()})).due).toBe(45)
  })
})

describe('answers are not believed blindly', () => {
  const put = (name: string, content: string) => writeFileSync(path.join(folder, 'answers', name), content)
  const read = () => readAnswers(path.join(folder, 'answers'), 'answers', {commit, now})
  beforeEach(() => mkdirSync(path.join(folder, 'answers')))
  const ask = async (answers: Answers, memory: Memory = nothing) => {
    await using web = await buildWeb()
    const {links} = await askLinks(task, {...(await surroundingsOf(web, memory)), answers, github: client})
    return {fact: (url: string) => links.find(link => link.url === url)?.fact, requests: web.requests}
  }

  test('a shard that left nothing leaves its links unsure, and a note', async () => {
    const {files} = await sharded(3)
    const at = files.findIndex(file => file.includes('http://many.test/'))
    for (const [index, file] of files.entries()) if (index !== at) put(`${index}.jsonl`, file)
    put('readme.txt', 'no answers')
    const answers = await read()
    expect(answers.notes).toEqual([
      `Shard ${at + 1} of 3 left no answers, so its links were not asked; run its job again.`
    ])
    const {fact, requests} = await ask(answers)
    expect(fact('http://many.test/0')).toEqual({
      status: 'unsure',
      reason: `shard ${at + 1} of 3, which was to ask, left no answer`
    })
    expect(fact('http://gone.net/a')).toMatchObject({status: 'dead', code: 410})
    expect(requests.map(({host}) => host)).not.toContain('many.test')
  })

  test('what memory knows well is used where a shard is missing, and else it is left as it was', async () => {
    const {memory} = await single(nothing)
    const {files} = await sharded(2)
    put('1.jsonl', files[0]!)
    const {fact} = await ask(await read(), memory)
    expect(fact('http://many.test/0')).toEqual({status: 'alive', code: 200})
  })

  test('a file that was cut off is used as far as it goes', async () => {
    const {files} = await sharded(1)
    const lines = files[0]!.split('\n')
    put('1.jsonl', `${lines.slice(0, 20).join('\n')}\n${lines[20]!.slice(0, 30)}`)
    const answers = await read()
    expect(answers.notes).toEqual([
      '`answers/1.jsonl` is damaged: 26 of its answers cannot be read, and what it leaves out was not asked.'
    ])
    const {fact, requests} = await ask(answers)
    expect(fact('http://ann.github.io/')).toMatchObject({status: 'alive'})
    expect(fact('http://tagged.test/')).toMatchObject({status: 'unsure'})
    expect(requests.map(({host}) => host)).not.toContain('tagged.test')
  })

  test('a shard is heard on its own part only, and a line only if it is sound', async () => {
    const {files} = await sharded(2)
    const many = files.findIndex(file => file.includes('http://many.test/'))
    const other = 1 - many
    const forged = [
      `{"address":"http://many.test/0","status":"dead","seen":"2026-01-01T00:00:00Z"}`,
      `{"address":"http://many.test/1","status":"moved","to":"javascript:alert(1)","seen":"2026-01-01T00:00:00Z"}`
    ]
    const withMore = (file: string, more: readonly string[]) => {
      const [header = '', ...lines] = file.trimEnd().split('\n')
      const all = [...lines.filter(line => !line.includes('"http://many.test/1"')), ...more]
      return `${[header.replace(/"lines":\d+/, `"lines":${all.length}`), ...all].join('\n')}\n`
    }
    put('a.jsonl', withMore(files[other]!, forged.slice(0, 1)))
    put('b.jsonl', withMore(files[many]!, forged.slice(1)))
    const answers = await read()
    expect(answers.notes).toEqual([expect.stringMatching(/^`answers\/b\.jsonl` is damaged: 1 of its answers/)])
    const {fact} = await ask(answers)
    expect(fact('http://many.test/0')).toEqual({status: 'alive', code: 200})
    expect(fact('http://many.test/1')).toMatchObject({status: 'unsure'})
  })

  test('what does not belong together is refused with one sentence', async () => {
    const [two, three] = [await sharded(2), await sharded(3)]
    await expect(read()).rejects.toThrow(/^`answers` has no answers of shards; /)
    put('1.jsonl', two.files[0]!)
    put('2.jsonl', three.files[1]!)
    await expect(read()).rejects.toThrow(
      '`answers/2.jsonl` is shard 2 of 3, which does not go with the other files; each of 2 shards leaves one file.'
    )
    put('2.jsonl', two.files[0]!)
    await expect(read()).rejects.toThrow('`answers/2.jsonl` is shard 1 of 2, which does not go with the other files')
    const place = path.join(folder, 'answers', '1.jsonl')
    await expect(readAnswers(place, 'a.jsonl', {commit: 'b'.repeat(40), now})).rejects.toThrow(
      '`a.jsonl` has the answers for the commit `aaaaaaaaaaaa`, but the commit `bbbbbbbbbbbb` is audited; plan, shards and merge must run on the same commit.'
    )
    await expect(readAnswers(path.join(folder, 'no'), 'no', {commit, now})).rejects.toThrow(
      '`no` cannot be read: it does not exist.'
    )
  })

  test('a file that is something else is told of', async () => {
    const {files} = await sharded(1)
    put('1.jsonl', files[0]!)
    put('2.jsonl', '{"version":1,"tool":"awesome-doctor"}\n')
    expect((await read()).notes).toEqual([
      '`answers/2.jsonl` has no answers of a shard, or those of another version, and was left out.'
    ])
    expect((await readAnswers(path.join(folder, 'answers', '1.jsonl'), '1.jsonl', {commit, now})).notes).toEqual([])
  })
})

test.each(['0/4', '5/4', '1', 'a/b', '1/257', '01/4 ', '-1/2'])('`%s` is no shard', given => {
  expect(() => readShard(given)).toThrow(`The shard is \`${given}\`, but must be like \`2/4\``)
})

test('`2/4` is a shard', () => {
  expect(readShard('2/4')).toEqual({index: 2, count: 4})
})
