import {spawn, spawnSync} from 'node:child_process'
import {once} from 'node:events'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {expect} from 'vitest'
import {parse} from 'yaml'
import {environmentFile} from '../../src/app/environment.ts'
import {readSettings, readStore} from '../../src/app/settings.ts'
import {test} from './app-scene.ts'
import {freePort} from './free-port.ts'

const root = path.resolve(import.meta.dirname, '../..')
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')

/** The instructions of the Dockerfile, each on one line. */
const instructions = read('Dockerfile')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))

const argumentsOf = (name: string): readonly string[] =>
  instructions.filter(line => line.startsWith(`${name} `)).map(line => line.slice(name.length + 1))

test('what the container copies is all that it needs, and its health is seen', async ({scene}) => {
  const {env} = await scene()
  const folder = mkdtempSync(path.join(tmpdir(), 'container-'))
  for (const copied of argumentsOf('COPY')) {
    const names = copied.split(' ')
    const to = names.pop()!
    for (const name of names)
      cpSync(path.join(root, name), path.join(folder, to.startsWith('./') ? name : to), {recursive: true})
  }
  expect(readdirSync(folder).toSorted()).toEqual(['LICENSE', 'dist', 'package.json'])
  const variables = Object.fromEntries(argumentsOf('ENV').flatMap(line => line.split(' ').map(pair => pair.split('='))))
  expect(variables).toEqual({NODE_ENV: 'production', HOST: '0.0.0.0', PORT: '3000', STATE_DIR: '/state'})
  const here = {...env, ...variables, HOST: '127.0.0.1', PORT: String(await freePort()), STATE_DIR: env['STATE_DIR']!}
  const [command] = argumentsOf('CMD').map(line => JSON.parse(line) as string[])
  const [, health = '[]'] = /CMD (\[.*\])$/.exec(argumentsOf('HEALTHCHECK')[0] ?? '') ?? []
  const isWell = () => spawnSync(process.execPath, JSON.parse(health).slice(1), {env: here}).status === 0
  expect([command![0], JSON.parse(health)[0]]).toEqual(['node', 'node'])
  expect(isWell()).toBe(false)
  const child = spawn(process.execPath, command!.slice(1), {
    cwd: folder,
    env: here,
    stdio: ['ignore', 'pipe', 'inherit']
  })
  await once(child.stdout, 'data')
  expect(isWell()).toBe(true)
  child.kill()
  expect(await once(child, 'exit')).toEqual([0, null])
  rmSync(folder, {recursive: true})
})

test('a mistake in the environment ends the container with 2 and a sentence', () => {
  const {status, stderr} = spawnSync(process.execPath, ['dist/app.js'], {cwd: root, env: {}, encoding: 'utf8'})
  expect(status).toBe(2)
  expect(stderr).toMatch(/^awesome-doctor: `APP_ID` is missing;[^\n]*\n$/)
})

test('it runs as nobody in particular', () => {
  expect(argumentsOf('FROM')).toEqual(['node:24-slim'])
  expect(argumentsOf('USER')).toEqual(['node'])
  const ignored = read('.dockerignore').trim().split('\n')
  expect(ignored).toEqual(['*', '!package.json', '!LICENSE', '!dist'])
})

test('compose.yaml gives the server what it wants', async ({scene}) => {
  const {env} = await scene()
  const {app, redis} = parse(read('compose.yaml')).services
  expect(app.env_file).toBe(environmentFile)
  expect(readStore(app.environment, root)).toMatchObject({kind: 'redis', url: 'redis://redis:6379'})
  const {GRACE_SECONDS: _, ...rest} = env
  const {grace} = readSettings(rest, root)
  expect(Number.parseInt(app.stop_grace_period, 10) * 1000).toBeGreaterThan(grace)
  expect(redis.command).toEqual(['redis-server', '--appendonly', 'yes', '--maxmemory-policy', 'noeviction'])
})

test('docs/app.md tells of every variable, of every metric, and of no other', () => {
  const code = readdirSync(path.join(root, 'src/app'))
    .filter(name => name.endsWith('.ts'))
    .map(name => read(`src/app/${name}`))
    .concat(read('src/github/server-places.ts'))
    .join('\n')
  const page = read('docs/app.md')
  const inTable = (heading: string): readonly string[] =>
    [
      ...page
        .slice(page.indexOf(heading))
        .split('\n\n')[2]!
        .matchAll(/^\| `([A-Za-z_]+)`/gm)
    ].map(([, name = '']) => name)
  const inCode = [...code.matchAll(/\benv(?:\[|, )'([A-Z_]+)'|\{PRIVATE_KEY: given, (PRIVATE_KEY_PATH): file\}/g)]
  const names = [...inCode.map(([, name, other]) => name ?? other ?? ''), 'PRIVATE_KEY']
  expect(inTable('## Environment').toSorted()).toEqual([...new Set(names)].toSorted())
  const metrics = [...read('src/app/gauges.ts').matchAll(/name\('(\w+)'\)/g)].map(
    ([, name]) => `awesome_doctor_${name}`
  )
  expect(page.match(/`awesome_doctor_\w+`/g)!.toSorted()).toEqual(metrics.map(name => `\`${name}\``).toSorted())
})
