/**
 * The floor for link checkers: a loop that asks for each address of some lists, 128 at a time, tries again after 5xx and
 * 429, follows redirects, and knows no other rule: `node bare-loop.ts GET|HEAD FILE...`. Says what `--format json` says.
 */
import {readFileSync} from 'node:fs'
import {setTimeout as sleep} from 'node:timers/promises'
import {Agent, type Dispatcher, request} from 'undici'

const [method, ...files] = process.argv.slice(2)
const atATime = 128
const tries = 5
const dispatcher = new Agent()

async function answerOf(url: string): Promise<Pick<Dispatcher.ResponseData, 'statusCode' | 'headers'>> {
  for (let left = tries; ; left--) {
    // Without `reset: false` undici ends the connection after each HEAD.
    const options = {dispatcher, method: method as Dispatcher.HttpMethod, reset: false, headersTimeout: 20_000}
    const {statusCode, headers, body} = await request(url, options)
    await body.dump()
    if (left === 1 || (statusCode !== 429 && statusCode < 500)) return {statusCode, headers}
    const wait = Number(headers['retry-after']) * 1000
    await sleep(wait > 0 ? wait : 200 * 2 ** (tries - left))
  }
}

async function check(url: string) {
  let at = url
  for (let hops = 0; hops < 10; hops++) {
    const {statusCode: code, headers} = await answerOf(at)
    if (code < 300) return at === url ? {url, status: 'alive', code} : {url, status: 'moved', code, to: at}
    if (code >= 400 || !headers.location) return {url, status: code === 404 ? 'dead' : 'unsure', code}
    at = new URL(String(headers.location), at).href
  }
  return {url, status: 'unsure'}
}

const text = files.map(file => readFileSync(file, 'utf8')).join('\n')
const urls = [...text.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, url = '']) => url)
const links: unknown[] = []
let next = 0
async function work(): Promise<void> {
  while (next < urls.length) links.push(await check(urls[next++]!))
}
Promise.all(Array.from({length: atATime}, work)).then(() => console.log(JSON.stringify({links})))
