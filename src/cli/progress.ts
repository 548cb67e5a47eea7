import type {Progress} from '../links/check.ts'
import type {HostTime} from '../links/host-desk.ts'
import {printable} from '../report/printable.ts'
import type {World} from './world.ts'

/** A line at a terminal for someone who waits; nothing in a pipe. */
export interface ProgressLine {
  readonly file: (path: string, index: number, count: number) => void
  readonly links: (progress: Progress) => void
  readonly repositories: (done: number, total: number) => void
  readonly copies: (done: number, total: number) => void
  /** Of several: which one the rest is about. */
  readonly repository: (name: string, index: number, count: number) => void
  readonly end: () => void
}

const clear = '\r\x1b[2K'

/** Milliseconds between two looks at something that changes faster than anyone reads. */
const pause = 80

/** Opens the line. A single file is too quick to be worth a word. */
export function progressOn(stderr: World['stderr']): ProgressLine {
  const isShown = stderr.isTTY === true
  let isOpen = false
  let last = 0
  let subject = ''
  const show = (text: string): void => {
    isOpen = true
    stderr.write(`${clear}${subject}${text}`)
  }
  return {
    file(_, index, count) {
      if (isShown && count > 1) show(`Looking at file ${index + 1} of ${count}`)
    },
    links(progress) {
      const now = performance.now()
      const isDone = progress.done === progress.total
      if (!isShown || (now - last < pause && !isDone)) return
      last = now
      show(inWords(progress))
    },
    repositories(done, total) {
      if (isShown) show(`Asked GitHub about ${done} of ${total} repositories`)
    },
    copies(done, total) {
      if (isShown) show(`Looked for copies of ${done} of ${total} dead pages in the Wayback Machine`)
    },
    repository(name, index, count) {
      subject = count > 1 ? `[${index + 1}/${count}] ${printable(name.replace(/\/$/, '') || '.')}: ` : ''
    },
    end() {
      if (isOpen) stderr.write(clear)
      isOpen = false
    }
  }
}

function inWords({done, total, counts, resting}: Progress): string {
  const parts = (['alive', 'moved', 'dead', 'unsure', 'skipped'] as const).flatMap(status =>
    counts[status] > 0 ? `${counts[status]} ${status}` : []
  )
  const hosts = resting > 0 ? `; ${resting} ${resting === 1 ? 'host wants' : 'hosts want'} to rest` : ''
  return `${bar(done, total)} Asked ${done} of ${total} links${parts.length > 0 ? `: ${parts.join(', ')}` : ''}${hosts}`
}

const width = 20

/** How much is done, as a picture. */
function bar(done: number, total: number): string {
  const full = total === 0 ? width : Math.floor((width * done) / total)
  return `[${'='.repeat(full)}${' '.repeat(width - full)}]`
}

/** Milliseconds that nobody wonders about. */
const unnoticed = 1_000

/** The hosts that took longest, for someone at a terminal who wonders what the wait was for. */
export function slowest(hosts: readonly HostTime[]): string {
  const mean = ({answering, requests}: HostTime): number => answering / requests
  const sorted = hosts.filter(host => cost(host) > unnoticed).toSorted((a, b) => cost(b) - cost(a))
  if (sorted.length === 0) return ''
  const lines = sorted.slice(0, 10).map(host => {
    const rest = host.paused >= 100 ? `, wanted to rest for ${seconds(host.paused)}` : ''
    return `  ${printable(host.host)}: ${host.requests} × ${seconds(mean(host))}${rest}`
  })
  return `Slowest hosts\n${lines.join('\n')}\n`
}

const cost = ({answering, paused}: HostTime): number => answering + paused

const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(1)} s`
