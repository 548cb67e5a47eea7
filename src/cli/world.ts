import type {Readable, Writable} from 'node:stream'

/** A stream that may be a terminal. */
export type Output = Writable & {readonly isTTY?: boolean | undefined; readonly columns?: number | undefined}

/** Everything outside that a command touches. */
export interface World {
  readonly stdin: Readable
  readonly stdout: Output
  readonly stderr: Output
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Settled when the process is asked to stop, which from then on does not end it any more. */
  readonly asked?: () => Promise<unknown>
}

/** Writes text and waits until it is out, or until nobody reads any more. */
export const write = (stream: Writable, text: string): Promise<void> =>
  new Promise(resolve => {
    if (text === '' || stream.destroyed || stream.errored) return resolve()
    stream.write(text, () => resolve())
  })

/** Whether colours are welcome: what the user says counts first, then whether someone looks. */
export function allowsColor(env: World['env'], stream: Output): boolean {
  if (env['NO_COLOR']) return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return stream.isTTY === true && env['TERM'] !== 'dumb'
}

/** The token for GitHub's API, where there is one. */
export const tokenOf = ({env}: World): string | undefined => env['GITHUB_TOKEN'] || env['GH_TOKEN'] || undefined
