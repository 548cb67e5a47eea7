import type {PastAudit} from '../../src/report/past-audit.ts'

const day = 86_400_000

/** Audits, one each week, as a list has them whose errors are mended while its links die. */
export function weeklyAudits(count: number): readonly PastAudit[] {
  const last = Date.parse('2026-11-23T04:17:00Z')
  return Array.from({length: count}, (_, index) => ({
    audit: new Date(last - (count - 1 - index) * 7 * day).toISOString().replace('.000', ''),
    commit: (index + 1).toString(16).padStart(40, 'a1b2c3d'),
    files: 3,
    errors: Math.max(0, 14 - index - (index % 3)),
    warnings: 1200 + ((index * 37) % 90),
    links: {alive: 980 - index, moved: 4, dead: Math.floor(index / 3), unsure: 12, skipped: 1}
  }))
}
