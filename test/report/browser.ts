import {existsSync} from 'node:fs'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import path from 'node:path'
import {type Browser, chromium} from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** On a Mac, programs are not on the path. */
const macPaths = ['Chromium', 'Google Chrome'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)

/** Starts the Chromium of this machine. @throws Error where there is none: nothing is tested then, and that must be seen. */
export async function startChromium(): Promise<Browser> {
  const {CHROMIUM_PATH: named, PATH = ''} = process.env
  const paths = PATH.split(path.delimiter).flatMap(folder => names.map(name => path.join(folder, name)))
  const executablePath = (named ? [named] : [...paths, ...macPaths]).find(file => existsSync(file))
  if (!executablePath)
    throw new Error(
      `There is no Chromium at ${named ?? 'the usual places'}; install it (\`apt-get install chromium\` on Debian), or say in CHROMIUM_PATH where it is.`
    )
  // The sandbox of Chromium does not start for root, which is who runs tests in a container.
  return chromium.launch({executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : []})
}

/** A server on the loopback that has one page. */
export interface OnePage extends AsyncDisposable {
  readonly url: string
}

/** Serves a page, and tells whatever else it is asked for. */
export async function serve(html: string, onOther: (path: string) => void): Promise<OnePage> {
  const server = createServer((request, response) => {
    if (request.url !== '/') onOther(request.url ?? '')
    response.setHeader('content-type', 'text/html').end(html)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    }
  }
}
