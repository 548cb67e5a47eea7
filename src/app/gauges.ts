import {makeMetrics} from './metrics.ts'
import type {Depth} from './queue/queue.ts'

/** Seconds; a review of a small list takes a few, an audit with all its links minutes. */
const bounds = [0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900, 3600]

/** All that the App counts. */
export function makeGauges() {
  const metrics = makeMetrics()
  const name = (rest: string): string => `awesome_doctor_${rest}`
  const depth = metrics.gauge(name('queue_depth'), 'Orders in the queue by state.')
  return {
    deliveries: metrics.counter(
      name('deliveries_total'),
      'Deliveries of webhooks by event, status and what they were taken for.'
    ),
    jobs: metrics.counter(name('jobs_total'), 'Tries at jobs by kind and outcome.'),
    durations: metrics.histogram(name('job_duration_seconds'), 'How long tries at jobs took, by kind.', bounds),
    quota: metrics.gauge(
      name('github_quota_remaining'),
      'Requests that GitHub will still answer within the hour, by installation and resource.'
    ),
    setDepth: (now: Depth): void => {
      for (const [state, count] of Object.entries(now)) depth.set({state}, count)
    },
    text: metrics.text
  }
}
