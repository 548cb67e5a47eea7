import {type ExecFileException, execFile} from 'node:child_process'

/** What git said, or why it said nothing. */
export type GitAnswer = {readonly ok: true; readonly output: string} | {readonly ok: false; readonly reason: string}

/** How long git may take and how much it may say, and what differs in its environment. */
export interface GitBounds {
  readonly milliseconds?: number
  readonly bytes?: number
  readonly env?: Readonly<Record<string, undefined>>
}

/** Runs git in a folder; whatever goes wrong is an answer, too. It takes no locks and starts no program but itself. */
export function git(cwd: string, args: readonly string[], bounds: GitBounds = {}): Promise<GitAnswer> {
  const {milliseconds = 0, bytes = 1 << 28} = bounds
  const env = {...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: undefined, ...bounds.env}
  const options = {cwd, env, timeout: milliseconds, maxBuffer: bytes, windowsHide: true}
  return new Promise(resolve => {
    execFile(
      'git',
      ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args],
      options,
      (error: ExecFileException | null, output, complaint) => {
        if (!error) return resolve({ok: true, output})
        const [first = ''] = complaint.trim().split('\n')
        const reason = error.code === 'ENOENT' ? 'git is not installed' : first.replace(/^fatal: |\.$/g, '')
        resolve({ok: false, reason: reason || error.message.split('\n')[0]!})
      }
    )
  })
}
