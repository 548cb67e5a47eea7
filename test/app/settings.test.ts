import {generateKeyPairSync} from 'node:crypto'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {readEnvironment} from '../../src/app/environment.ts'
import {readSettings} from '../../src/app/settings.ts'
import {runCommand} from '../fake/app-server.ts'

const {privateKey} = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: {type: 'spki', format: 'pem'},
  privateKeyEncoding: {type: 'pkcs1', format: 'pem'}
})
const folder = mkdtempSync(path.join(tmpdir(), 'settings-'))
afterAll(() => rmSync(folder, {recursive: true}))

const usual = {APP_ID: '7', PRIVATE_KEY: privateKey, WEBHOOK_SECRET: 'sesame'}

test('little has to be said', () => {
  expect(readSettings(usual, folder)).toEqual({
    appId: 7,
    privateKey,
    webhookSecret: 'sesame',
    host: '127.0.0.1',
    port: 3000,
    places: {apiUrl: 'https://api.github.com', webUrl: 'https://github.com'},
    store: {kind: 'folder', folder: path.join(folder, 'awesome-doctor-state')},
    concurrency: 4,
    grace: 25_000,
    backOff: 10_000,
    debounce: 60_000,
    pace: 'polite',
    links: 'changed',
    audits: 'daily',
    firstAudit: 'none',
    fixes: 'none'
  })
})

test('a key may stand on one line, or in a file', () => {
  const onOneLine = privateKey.replaceAll('\n', '\\n')
  expect(readSettings({...usual, PRIVATE_KEY: onOneLine}, folder).privateKey).toBe(privateKey)
  writeFileSync(path.join(folder, 'key.pem'), privateKey)
  const {PRIVATE_KEY: _, ...rest} = usual
  expect(readSettings({...rest, PRIVATE_KEY_PATH: 'key.pem'}, folder).privateKey).toBe(privateKey)
})

test.for([
  ['https://api.github.com', 'https://github.com'],
  ['https://github.example/api/v3', 'https://github.example'],
  ['https://github.example/api/v3/', 'https://github.example'],
  ['https://api.octo-corp.ghe.com', 'https://octo-corp.ghe.com']
] as const)('the web pages of %s are at %s', ([apiUrl, webUrl]) => {
  const {places} = readSettings({...usual, GITHUB_API_URL: apiUrl}, folder)
  expect(places).toEqual({apiUrl: apiUrl.replace(/\/$/, ''), webUrl})
  expect(
    readSettings({...usual, GITHUB_API_URL: apiUrl, GITHUB_SERVER_URL: 'https://web.example'}, folder).places.webUrl
  ).toBe('https://web.example')
})

test('Redis takes the place of the folder', () => {
  expect(readSettings({...usual, REDIS_URL: 'redis://redis:6379', STATE_DIR: 'x'}, folder).store).toEqual({
    kind: 'redis',
    url: 'redis://redis:6379',
    lock: 30_000
  })
})

test('what the environment leaves open stands in the file', () => {
  writeFileSync(
    path.join(folder, 'awesome-doctor.env'),
    `APP_ID=8\nPORT=1\nPRIVATE_KEY=${privateKey.replaceAll('\n', '\\n')}\n`
  )
  const settings = readSettings(readEnvironment({WEBHOOK_SECRET: 'x', PORT: '2'}, folder), folder)
  expect(settings).toMatchObject({appId: 8, port: 2, webhookSecret: 'x', privateKey})
  expect(readEnvironment({A: 'b'}, '/nowhere')).toEqual({A: 'b'})
})

test.for([
  [{APP_ID: ''}, '`APP_ID` is missing'],
  [{APP_ID: 'doctor'}, '`APP_ID` is `doctor`, but must be the number'],
  [{PRIVATE_KEY: ''}, '`PRIVATE_KEY` and `PRIVATE_KEY_PATH` are missing'],
  [{PRIVATE_KEY: 'secret-word'}, '`PRIVATE_KEY` holds no private key'],
  [{PRIVATE_KEY: '', PRIVATE_KEY_PATH: 'none.pem'}, '`PRIVATE_KEY_PATH` is `none.pem`, which cannot be read (ENOENT)'],
  [{PRIVATE_KEY: '', PRIVATE_KEY_PATH: 'package.json'}, '`PRIVATE_KEY_PATH` holds no private key'],
  [{WEBHOOK_SECRET: ''}, '`WEBHOOK_SECRET` is missing'],
  [{PORT: '70000'}, '`PORT` is `70000`, but must be a whole number from 0 to 65535'],
  [{PORT: '3000.5'}, '`PORT` is `3000.5`, but must be a whole number from 0 to 65535'],
  [{HOST: '192.0.2.1'}, '`HOST` is `192.0.2.1`, which is no address of this machine'],
  [{GITHUB_API_URL: 'github.example'}, '`GITHUB_API_URL` is no address of GitHub'],
  [{GITHUB_API_URL: 'https://user:pass@github.example'}, '`GITHUB_API_URL` is no address of GitHub'],
  [{REDIS_URL: 'localhost:6379'}, '`REDIS_URL` is no address of a Redis'],
  [{REDIS_URL: 'redis://:100%secret-word@localhost:6379'}, '`REDIS_URL` is no address of a Redis'],
  [{STATE_DIR: `${import.meta.filename}/x`}, `\`${import.meta.filename}/x\` cannot be written`],
  [{STATE_DIR: `/tmp/${'x'.repeat(100)}`}, `\`STATE_DIR\` is \`/tmp/${'x'.repeat(100)}\`, whose path is too long`],
  [{CONCURRENCY: '0'}, '`CONCURRENCY` is `0`, but must be a whole number from 1 to 64'],
  [{CONCURRENCY: '1.5'}, '`CONCURRENCY` is `1.5`, but must be a whole number from 1 to 64'],
  [{RETRY_SECONDS: '-1'}, '`RETRY_SECONDS` is `-1`'],
  [{AWESOME_DOCTOR_AUDIT: 'dayly'}, '`AWESOME_DOCTOR_AUDIT` is `dayly`; did you mean `daily`?'],
  [{AWESOME_DOCTOR_FIX: 'pull_request'}, '`AWESOME_DOCTOR_FIX` is `pull_request`; did you mean `pull-request`?']
] as const)('%j is one sentence', async ([more, said]) => {
  const {code, stdout, stderr} = await runCommand(['serve'], {
    PATH: process.env['PATH'] ?? '',
    PORT: '0',
    STATE_DIR: path.join(folder, 's'),
    ...usual,
    ...more
  })
  expect(stderr).toContain(`awesome-doctor: ${said}`)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  expect({code, stdout}).toEqual({code: 2, stdout: ''})
  expect(stderr).not.toContain('secret-word')
})

test('a port that is taken', async () => {
  const {createServer} = await import('node:net')
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const {port} = server.address() as {port: number}
  const env = {PATH: process.env['PATH'] ?? '', STATE_DIR: path.join(folder, 's2'), ...usual, PORT: String(port)}
  expect(await runCommand(['serve'], env)).toEqual({
    code: 2,
    stdout: '',
    stderr: `awesome-doctor: \`PORT\` ${port} is taken; give another one.\n`
  })
  server.close()
})

test.for([
  [['serve', 'here'], '`serve` takes no path'],
  [['serve', '--dead', '--retry', 'all'], '`--dead` and `--retry` do not go together'],
  [['serve', '--retry'], '`--retry` needs a value']
] as const)('%j is a mistake', async ([args, said]) => {
  const {code, stderr} = await runCommand(args, {PATH: process.env['PATH'] ?? ''})
  expect(stderr).toContain(said)
  expect(code).toBe(2)
})
