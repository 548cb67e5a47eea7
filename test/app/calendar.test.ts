import {expect, test} from 'vitest'
import {dueAudits, keepCalendar, minuteOf} from '../../src/app/calendar.ts'
import type {Order, Site} from '../../src/app/work.ts'
import {hastyClock} from '../fake/hasty-clock.ts'
import {test as sceneTest} from './app-scene.ts'

const site = (repositoryId: number): Site => ({
  installation: 9,
  repositoryId,
  owner: 'octo-org',
  repo: `r${repositoryId}`
})
const day = 24 * 3_600_000

test('audits are spread over the day, the same every day', () => {
  const minutes = Array.from({length: 2400}, (_, index) => minuteOf(1000 + index))
  expect(Math.min(...minutes)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...minutes)).toBeLessThan(1440)
  const perHour = Array.from({length: 24}, (_, hour) => minutes.filter(one => Math.floor(one / 60) === hour).length)
  expect(Math.min(...perHour)).toBeGreaterThan(60)
  expect(Math.max(...perHour)).toBeLessThan(150)
  expect(minuteOf(1000)).toBe(minutes[0])
})

test('each is due once a day, wherever the day is cut', () => {
  const sites = [1, 2, 3, 4, 5].map(site)
  const start = Date.UTC(2026, 0, 1)
  const due: Order[] = []
  const steps = [60_000, 7_200_000, 1, 3_600_000, 59_999]
  let now = start
  for (let step = 0; now < start + 7 * day; step++) {
    const next = Math.min(now + steps[step % steps.length]!, start + 7 * day)
    due.push(...dueAudits(sites, now, next))
    now = next
  }
  const counts = sites.map(({repositoryId}) => due.filter(({work}) => work.repositoryId === repositoryId).length)
  expect(counts).toEqual([7, 7, 7, 7, 7])
  expect(new Set(due.map(({id}) => id)).size).toBe(35)
  expect(due[0]).toMatchObject({
    id: expect.stringMatching(/^audit-\d-2026-01-01$/),
    key: 'audit',
    work: {kind: 'audit'}
  })
})

test('the calendar goes on when GitHub fails, and makes up for what was due just before', async () => {
  const clock = hastyClock()
  const stopping = new AbortController()
  const ordered: Order[] = []
  const errors: unknown[] = []
  let lists = 0
  await keepCalendar({
    clock,
    signal: stopping.signal,
    async list() {
      lists++
      if (lists === 2) throw new Error('GitHub failed')
      return Array.from({length: 48}, (_, index) => site(index + 1))
    },
    async order(order) {
      ordered.push(order)
      if (clock.now() > Date.UTC(2026, 0, 3)) stopping.abort()
    },
    onError: error => errors.push(error)
  })
  expect(errors).toMatchObject([{message: 'GitHub failed'}])
  // The clock begins at midnight: what was due in the last hour of the old year is made up for.
  const before = ordered.filter(({id}) => id.endsWith('2025-12-31'))
  expect(before.length).toBe(
    Array.from({length: 48}, (_, index) => minuteOf(index + 1)).filter(minute => minute >= 1380).length
  )
  for (const date of ['2026-01-01', '2026-01-02']) expect(ordered.filter(({id}) => id.endsWith(date))).toHaveLength(48)
  expect(lists).toBeGreaterThan(24)
})

sceneTest('a server lists where it is installed, and audits what is due', async ({scene}) => {
  const {app, github, repository, serve} = await scene()
  // As many as it takes for some to have been due within the last hour, whenever that is.
  const [installation] = [...app.installations.values()]
  const more = await Promise.all(
    Array.from({length: 3}, (_, index) =>
      github.createRepository({name: `list-${index}`, files: {'readme.md': '# Kites\n'}})
    )
  )
  installation!.repositories.push(...more.map(({fullName}) => fullName))
  const suspended = {...installation!, id: 5, suspendedAt: '2026-01-01T00:00:00Z'}
  app.installations.set(5, suspended)
  const minute = (new Date().getUTCHours() * 60 + new Date().getUTCMinutes() + 1440 - 30) % 1440
  const due = Array.from({length: 100_000}, (_, index) => 500_000 + index).find(id => minuteOf(id) === minute)!
  Object.assign(repository.state, {id: due})
  const server = await serve({AWESOME_DOCTOR_AUDIT: 'daily'})
  await server.logged(({message, work}) => message === 'Job ended.' && work === 'audit octo-org/awesome')
  expect(server.log.filter(({level}) => level !== 'info')).toEqual([])
  expect(github.requests('/app/installations', 'GET')).toHaveLength(1)
  expect(github.requests('/installation/repositories', 'GET')).toHaveLength(1)
})
