import fc from 'fast-check'
import {expect, test} from 'vitest'
import {createJsonLog} from '../../src/app/json-log.ts'
import {makeMetrics} from '../../src/app/metrics.ts'

function logOf(secrets: readonly string[] = []) {
  const lines: string[] = []
  return {lines, log: createJsonLog(line => lines.push(line), {now: () => 0, secrets})}
}

test('an event is a line of JSON', () => {
  const {lines, log} = logOf()
  log('info', 'Job ended.', {job: 'a', seconds: 1.5, error: undefined})
  expect(lines).toEqual([
    '{"time":"1970-01-01T00:00:00.000Z","level":"info","message":"Job ended.","job":"a","seconds":1.5}\n'
  ])
})

test.for([
  ['ghs_16C7e42F292c6912E7710c838347Ae178B4a', 'a token of an installation'],
  ['github_pat_11ABCDEFG0123456789_abc', 'a token of a person'],
  ['eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOjd9.c2lnbmF0dXJl', 'a JSON Web Token'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----', 'a key'],
  ['sesame-of-the-webhook', 'a secret that is known']
] as const)('%s is not told: %s', ([secret]) => {
  const {lines, log} = logOf(['sesame-of-the-webhook'])
  log('warn', `before ${secret} after`, {error: `Error: ${secret}`})
  expect(lines.join()).not.toContain(secret.slice(0, 12))
  expect(lines.join()).toContain('before *** after')
})

test('text of anybody stays on its line, and steers no terminal', () => {
  fc.assert(
    fc.property(fc.string({unit: 'binary'}), text => {
      const {lines, log} = logOf()
      log('warn', text, {error: `\x1b[2J\u202e\r\n##[error]${text}`})
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(/^[^\n\r\x1b\u202e\u2028\x9b]*\n$/)
      expect(JSON.parse(lines[0]!).level).toBe('warn')
    })
  )
})

test('metrics are what Prometheus reads', () => {
  const metrics = makeMetrics()
  const jobs = metrics.counter('jobs_total', 'Jobs.')
  jobs.add({kind: 'review', outcome: 'clean'})
  jobs.add({kind: 'review', outcome: 'clean'}, 2)
  jobs.add({kind: 'a"b\\c\nd', outcome: ''})
  metrics.gauge('depth', 'Depth.').set({state: 'dead'}, 3)
  const durations = metrics.histogram('seconds', 'Durations.', [1, 5])
  for (const seconds of [0.5, 1, 7]) durations.observe({kind: 'audit'}, seconds)
  expect(metrics.text()).toBe(`# HELP jobs_total Jobs.
# TYPE jobs_total counter
jobs_total{kind="review",outcome="clean"} 3
jobs_total{kind="a\\"b\\\\c\\nd",outcome=""} 1
# HELP depth Depth.
# TYPE depth gauge
depth{state="dead"} 3
# HELP seconds Durations.
# TYPE seconds histogram
seconds_bucket{kind="audit",le="1"} 2
seconds_bucket{kind="audit",le="5"} 2
seconds_bucket{kind="audit",le="+Inf"} 3
seconds_sum{kind="audit"} 8.5
seconds_count{kind="audit"} 3
`)
})
