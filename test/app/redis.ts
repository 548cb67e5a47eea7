import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {createInterface} from 'node:readline'
import {freePort} from './free-port.ts'

/** A Redis of our own. */
export interface TestRedis {
  readonly url: string
  readonly stop: () => Promise<void>
}

/** Starts `redis-server` from the path on a free port, with a password, and nothing kept. */
export async function startRedis(): Promise<TestRedis> {
  const folder = await mkdtemp(path.join(tmpdir(), 'redis-'))
  const port = await freePort()
  const password = 'open sesame'
  const config = ['port', String(port), 'bind', '127.0.0.1', 'dir', folder, 'save', '', 'requirepass', password]
  const args = config.map((word, index) => (index % 2 === 0 ? `--${word}` : word))
  const child = spawn('redis-server', args, {stdio: ['ignore', 'pipe', 'inherit']})
  const exited = once(child, 'exit')
  for await (const line of createInterface({input: child.stdout})) if (line.includes('Ready to accept')) break
  child.stdout.resume()
  return {
    url: `redis://:${encodeURIComponent(password)}@127.0.0.1:${port}`,
    async stop() {
      child.kill()
      await exited
      await rm(folder, {recursive: true, force: true})
    }
  }
}
