import {afterEach, beforeEach, expect, test} from 'vitest'
import {connect} from '../../src/github/octokit.ts'
import {type AskedLinks, askLinks, type LinkSurroundings, type LinkTask} from '../../src/job/ask-links.ts'
import {linkUses} from '../../src/job/link-uses.ts'
import {linksHere} from '../../src/job/lists-here.ts'
import {parsePatch} from '../../src/lint/changed-lines.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import {startGitHub} from '../fake/github.ts'
import {type HastyClock, hastyClock} from '../fake/hasty-clock.ts'
import {startWeb, type Web} from '../fake/web.ts'
import {html, page, redirect, status, when, withHeaders} from '../fake/web-handlers.ts'

let web: Web
let clock: HastyClock
beforeEach(async () => {
  web = await startWeb()
  clock = hastyClock()
  await web.site('github.com', {})
  await web.site('www.wikipedia.org', {})
  await web.site('alive.test', {'/': page('Alive'), '/b': page('B')})
  await web.site('dead.test', {'/': status(410)})
})
afterEach(() => web.close())

function ask(text: string, task: Partial<LinkTask> = {}, more: Partial<LinkSurroundings> = {}): Promise<AskedLinks> {
  const surroundings = {readLinks: async (texts: readonly string[]) => linksHere(texts), network: web.network, clock}
  return askLinks(
    {sources: [{path: 'readme.md', text}], which: 'all', config: defaultConfig, ...task},
    {...surroundings, ...more}
  )
}

const told = ({links}: AskedLinks) =>
  links.map(({url, fact, places}) => [url, fact.status, places.map(({line}) => line)])

test('each address is asked once, and told with all its places', async () => {
  const text = [
    '# List',
    '',
    '- [A](http://alive.test) - A, see [there](http://alive.test/#there) and <http://ALIVE.test/>.',
    '- [B][b] - ![image](http://alive.test/b)',
    '- [C](http://dead.test/) - <a href="http://alive.test/b">b</a> <!-- <a href="http://hidden.test/">no</a> -->',
    '- [D](mailto:a@alive.test), [E](#list), [F](docs/f.md), [G](https://a.example/), [H](ftp://alive.test/).',
    '',
    '[b]: http://alive.test/b',
    ''
  ].join('\n')
  const asked = await ask(text)
  expect(told(asked)).toEqual([
    ['http://alive.test', 'alive', [3, 3]],
    ['http://alive.test/#there', 'alive', [3]],
    ['http://alive.test/b', 'alive', [4, 5, 8]],
    ['http://dead.test/', 'dead', [5]],
    ['mailto:a@alive.test', 'skipped', [6]],
    ['https://a.example/', 'skipped', [6]],
    ['ftp://alive.test/', 'skipped', [6]]
  ])
  expect(web.requests.map(({host, path}) => host + path).sort()).toEqual(['alive.test/', 'alive.test/b', 'dead.test/'])
})

test('what the config excludes is not asked', async () => {
  const config = {...defaultConfig, links: {...defaultConfig.links, exclude: ['http://dead.test/**', '*//*.test/b']}}
  expect(told(await ask('[A](http://dead.test) [B](http://alive.test/b)\n', {config}))).toEqual([
    ['http://dead.test', 'skipped', [1]],
    ['http://alive.test/b', 'skipped', [1]]
  ])
  expect(web.requests).toEqual([])
})

test('however an address is written, it is excluded', async () => {
  const config = {...defaultConfig, links: {...defaultConfig.links, exclude: ['https://inside.test/**']}}
  const text = '[A](HTTPS://inside.test:443/x) [B](//inside.test/y)\n'
  expect(told(await ask(text, {config})).map(([, status]) => status)).toEqual(['skipped', 'skipped'])
  expect(web.lookups).not.toContain('inside.test')
})

test('a link that a diff changes on its last line is new', () => {
  const text = '- [A link with\n  words](http://new.test/) - [Old](http://old.test/).\n'
  const changes = {added: [2], removed: ['  words](http://before.test/) - [Old](http://old.test/).']}
  const uses = linkUses([{path: 'a.md', text, changes}], linksHere([text]), 'changed')
  expect(uses.map(({url, places}) => [url, places])).toEqual([['http://new.test/', [{path: 'a.md', line: 1}]]])
})

test('what a diff takes to another file is not new', () => {
  const texts = ['# A\n', '# B\n\n- [Old](http://old.test/)\n- [New](http://new.test/)\n'] as const
  const sources = [
    {path: 'a.md', text: texts[0], changes: {added: [], removed: ['- [Old](http://old.test)']}},
    {path: 'b.md', text: texts[1], changes: {added: [1, 2, 3, 4], removed: []}}
  ]
  expect(linkUses(sources, linksHere(texts), 'changed').map(({url}) => url)).toEqual(['http://new.test/'])
})

test('of a diff, only the links count that it brings', () => {
  const text =
    '- [Old](http://old.test/)\n- [New](http://new.test/a) - New.\n- [Moved](https://www.moved.test) - More.\n'
  const patch = '@@ -1,2 +1,3 @@\n [Old]\n+- [New]\n+- [Moved]\n-- [Moved](http://moved.test/).\n'
  const source = {path: 'readme.md', text, changes: parsePatch(patch)}
  const urls = (which: 'changed' | 'all') => linkUses([source], linksHere([text]), which).map(({url}) => url)
  expect(urls('changed')).toEqual(['http://new.test/a'])
  expect(urls('all')).toHaveLength(3)
})

test('what is remembered is not asked again while it is fresh, and cheaply after that', async () => {
  const day = 86_400_000
  const unchanged = when(
    ({headers}) => headers['if-none-match'] === '"1"',
    status(304),
    withHeaders({etag: '"1"'}, page('Tagged'))
  )
  await web.site('tagged.test', {'/': unchanged})
  const text = '[A](http://tagged.test/) [B](http://dead.test/)\n'
  const first = await ask(text)
  expect(first.memory.get('http://tagged.test/')).toMatchObject({status: 'alive', etag: '"1"'})
  const second = await ask(text, {}, {memory: first.memory})
  expect(told(second)).toEqual(told(first))
  expect(web.requests).toHaveLength(2)

  await clock.sleep(60 * day)
  const third = await ask(text, {}, {memory: second.memory})
  expect(told(third)).toEqual(told(first))
  expect(web.requests.slice(2).map(({host, headers}) => [host, headers['if-none-match']])).toEqual(
    expect.arrayContaining([
      ['tagged.test', '"1"'],
      ['dead.test', undefined]
    ])
  )
  expect(third.memory.get('http://tagged.test/')).toMatchObject({status: 'alive', etag: '"1"'})
  expect(third.memory.get('http://dead.test/')).toMatchObject({status: 'dead', failing: {runs: 2}})
})

test('what was dead is not dead because it is as before', async () => {
  const first = await ask('[A](http://dead.test/)\n')
  await clock.sleep(86_400_000)
  web.reroute('dead.test', {'/': status(304)})
  const second = await ask('[A](http://dead.test/)\n', {}, {memory: first.memory})
  expect([first, second].map(({links}) => links[0]?.fact)).toEqual([
    {status: 'dead', code: 410, reason: 'the server answers `410`, gone for good'},
    {status: 'alive', code: 304}
  ])
})

test('the archive hears nothing of hosts that are asked by permission', async () => {
  const dead = {'*': status(410)}
  await web.site('web.archive.org', {})
  await web.site('wiki.house.com', dead, {address: '10.1.0.1'})
  await web.site('files.house.com', dead, {address: '10.1.0.2'})
  await web.site('news.house.com', dead)
  const text = '[A](http://wiki.house.com/a) [B](http://files.house.com/b) [C](http://news.house.com/c)\n'
  const allowPrivate = ['wiki.house.com:80', '10.1.0.2/32']
  const asked = await ask(text, {config: {...defaultConfig, links: {...defaultConfig.links, allowPrivate}}})
  expect(asked.links.map(({fact}) => fact.status)).toEqual(['dead', 'dead', 'dead'])
  const told = web.requests.filter(({host}) => host === 'web.archive.org').map(({path}) => path)
  expect(told).toEqual([expect.stringContaining('news.house.com')])
})

test('of a dead page, the archive is asked for a copy', async () => {
  await web.site('web.archive.org', {
    '/cdx/search/cdx': ({response}) => response.end('20200102030405 http://dead.net/\n')
  })
  await web.site('dead.net', {'/': status(410)})
  const {facts} = await ask('[A](http://dead.net/) [B](http://alive.test/)\n')
  expect(facts.links?.get('http://dead.net/')).toEqual({
    status: 'dead',
    code: 410,
    reason: 'the server answers `410`, gone for good',
    archived: 'https://web.archive.org/web/20200102030405/http://dead.net/'
  })
  expect(web.requests.filter(({host}) => host === 'web.archive.org')).toHaveLength(1)
})

test('of many dead pages some are looked for in the archive, and it is said what is left', async () => {
  await web.site('web.archive.org', status(200, {}, ''))
  await web.site('dead.net', status(410))
  const heard: string[] = []
  const onCopies = (done: number, total: number) => heard.push(`${done} of ${total}`)
  const text = Array.from({length: 12}, (_, at) => `- [${at}](http://dead.net/${at})\n`).join('')
  const {notes} = await ask(text, {}, {onCopies})
  expect(web.requests.filter(({host}) => host === 'web.archive.org')).toHaveLength(10)
  expect([heard[0], heard.at(-1)]).toEqual(['0 of 10', '9 of 10'])
  expect(notes).toEqual([
    'The Wayback Machine was asked for copies of 10 of 12 dead pages, for it takes four seconds each; a run that remembers this one, with `--state`, goes on with the others.'
  ])
})

test('who asks about many repositories without a token is told how it goes faster', async () => {
  web.reroute('github.com', page('A'))
  const text = Array.from({length: 20}, (_, at) => `- [${at}](https://github.com/octo/r${at})\n`).join('')
  expect((await ask(text)).notes).toEqual([
    'The pages of 20 repositories on github.com were asked one after the other; with a token in `GITHUB_TOKEN` GitHub tells of a hundred at once, and which are archived.'
  ])
})

test('places on other pages are looked for where a rule wants it', async () => {
  await web.site('places.test', {'/': html('<h2 id="here">Here</h2>'), '/old': redirect(301, '/')})
  const text = '[A](http://places.test/#here) [B](http://places.test/#gone)\n'
  expect((await ask(text)).facts.links?.get('http://places.test/')).toEqual({status: 'alive', code: 200})
  const config = {...defaultConfig, rules: {'link-anchor': ['error', {remote: true}]}} as const
  expect((await ask(text, {config})).facts.links?.get('http://places.test/')).toEqual({
    status: 'alive',
    code: 200,
    fragments: {here: true, gone: false}
  })
})

test('of repositories that GitHub does not find, the web has the last word where it has one', async () => {
  await using github = await startGitHub()
  await github.createRepository({owner: 'octo', name: 'here', files: {'readme.md': '# A\n'}})
  const token = github.token({kind: 'actions'})
  const client = connect({token, apiUrl: github.url, version: '0.0.0', log: () => {}, pace: 'hasty'})
  const text = ['here', 'gone1', 'gone2', 'gone3', 'gone4'].map(
    name => `- [${name}](https://github.com/octo/${name})\n`
  )
  web.reroute('github.com', {'/octo/gone3': redirect(301, '/new/gone3'), '/new/gone3': page('Moved')})
  const {links} = await ask(text.join(''), {}, {github: client})
  expect(links.map(({fact}) => fact.status)).toEqual(['alive', 'dead', 'dead', 'moved', 'dead'])
  expect(links[4]?.fact).toMatchObject({
    code: 404,
    reason: 'there is no repository `octo/gone4`, or it is private'
  })
  expect(new Set(web.requests.map(request => request.path))).toEqual(
    new Set(['/octo/gone3', '/new/gone3', '/octo/gone4'])
  )
  web.setOnline('offline')
  const offline = await ask(text.join(''), {}, {github: client})
  expect(offline.links.map(({fact}) => fact.status)).toEqual(['alive', 'dead', 'dead', 'dead', 'dead'])
})

test('where only some hosts are found, those are judged, and the user is told of the others', async () => {
  const lookup = async (host: string): Promise<readonly string[]> => {
    if (host !== 'alive.test') throw Object.assign(new Error('No such host'), {code: 'ENOTFOUND'})
    return web.network.lookup(host)
  }
  const network = {...web.network, lookup}
  const {links, notes} = await ask('[A](http://missing.test/) [B](http://alive.test/)\n', {}, {network})
  expect(links.map(({fact}) => fact.status)).toEqual(['unsure', 'alive'])
  expect(notes).toEqual([
    'The best-known hosts cannot be found from this network, so no link is called dead for want of its host.'
  ])
})

test('without a network nothing is called dead, and the user is told', async () => {
  web.setOnline('offline')
  const {links, notes} = await ask('[A](http://dead.test/) [B](http://alive.test/)\n')
  expect(links.map(({fact}) => fact)).toEqual([
    {status: 'unsure', reason: 'there seems to be no network'},
    {status: 'unsure', reason: 'there seems to be no network'}
  ])
  expect(notes).toEqual(['There seems to be no network, so that links could not be judged.'])
})
