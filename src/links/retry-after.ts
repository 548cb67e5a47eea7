type Headers = Readonly<Record<string, string>>

/**
 * How long a server wants to be left alone, in milliseconds from `now` (since 1970), never negative. It says so in
 * `Retry-After` (RFC 9110, 10.2.3) and its relatives, or by when a limit on requests is set back; nothing where it
 * does not say, or nothing that makes sense.
 */
export function retryAfter(headers: Headers, now: number): number | undefined {
  // A date is meant by the clock of the server, which goes wrong as clocks do.
  const clock = dateOf(headers['date'] ?? '') ?? now
  for (const name of ['retry-after', 'x-retry-after']) {
    const wait = waitOf(headers[name], clock)
    if (wait !== undefined) return wait
  }
  // As Azure and OpenAI say it.
  return numberOf(headers['retry-after-ms']) ?? untilReset(headers, clock)
}

/** Digits with or without a fraction; nothing for what no clock can count. */
function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,15}(?:\.\d*)?\s*$/.test(text) ? Number(text) : undefined
}

function waitOf(value: string | undefined, clock: number): number | undefined {
  if (value === undefined) return undefined
  const date = dateOf(value.trim())
  if (date !== undefined) return Math.max(0, date - clock)
  // Sent twice, the longer one is on the safe side.
  const waits = value.split(',').map(durationOf)
  const sound = waits.filter(wait => wait !== undefined)
  return sound.length === 0 || sound.length < waits.length ? undefined : Math.max(...sound)
}

/** Seconds as a number, or what Go prints: `1m30s`. */
function durationOf(text: string): number | undefined {
  const seconds = numberOf(text)
  if (seconds !== undefined) return seconds * 1000
  const parts = /^\s*(?=\d)(?:(\d{1,9})h)?(?:(\d{1,9})m(?!s))?(?:(\d{1,9}(?:\.\d{1,9})?)s)?(?:(\d{1,9})ms)?\s*$/i.exec(
    text
  )
  if (!parts) return undefined
  const [hours, minutes, rest, thousandths] = parts.slice(1).map(part => Number(part ?? 0)) as [
    number,
    number,
    number,
    number
  ]
  return ((hours * 60 + minutes) * 60 + rest) * 1000 + thousandths
}

/** More than this is a moment, less is a time to wait: the year 2001 in seconds. */
const firstEpoch = 1e9

/** When a limit that is used up is set back: what GitHub and others send, and the drafts of `RateLimit`. */
function untilReset(headers: Headers, clock: number): number | undefined {
  const waits = [
    ...fieldLimits(headers['ratelimit'] ?? ''),
    ...['ratelimit', 'x-ratelimit', 'x-rate-limit'].map(name => {
      const left = numberOf(headers[`${name}-remaining`])
      if (left !== undefined && left >= 1) return undefined
      const reset = numberOf(headers[`${name}-reset`])
      if (reset === undefined) return waitOf(headers[`${name}-reset`], clock)
      if (reset < firstEpoch) return reset * 1000
      return Math.max(0, (reset < firstEpoch * 1000 ? reset * 1000 : reset) - clock)
    })
  ].filter(wait => wait !== undefined)
  return waits.length === 0 ? undefined : Math.max(...waits)
}

/**
 * The waits in a `RateLimit` field: `limit=100, remaining=0, reset=50` (draft-ietf-httpapi-ratelimit-headers-03 to 07)
 * or `"burst";r=0;t=50` (since 08), seconds both.
 */
function* fieldLimits(field: string): Generator<number> {
  const policies =
    field.includes('limit=') || field.includes('remaining=') ? [field.replaceAll(',', ';')] : field.split(',')
  for (const policy of policies) {
    const left = /(?:^|;)\s*(?:r|remaining)\s*=\s*(\d{1,15})\s*(?:;|$)/.exec(policy)?.[1]
    const reset = /(?:^|;)\s*(?:t|reset)\s*=\s*(\d{1,15})\s*(?:;|$)/.exec(policy)?.[1]
    if (left !== undefined && Number(left) === 0 && reset !== undefined) yield Number(reset) * 1000
  }
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** The three forms of RFC 9110, 5.6.7, and the one of ISO 8601, which some send. */
const dates: readonly RegExp[] = [
  /^[A-Z][a-z]{2}, +(?<day>\d\d?) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d\d:\d\d:\d\d) (?:GMT|UTC)$/,
  /^[A-Z][a-z]{5,8}, (?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d\d) (?<time>\d\d:\d\d:\d\d) GMT$/,
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d\d:\d\d:\d\d) (?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)T(?<time>\d\d:\d\d:\d\d)(?:\.\d{1,9})?Z$/
]

function dateOf(text: string): number | undefined {
  const found = dates.map(form => form.exec(text)?.groups).find(groups => groups !== undefined)
  if (!found) return undefined
  const {day, month, year, time} = found as Record<'day' | 'month' | 'year' | 'time', string>
  const at = /^\d/.test(month) ? Number(month) - 1 : months.indexOf(month)
  const [hour, minute, second] = time.split(':').map(Number) as [number, number, number]
  if (at < 0 || at > 11 || Number(day) > 31 || hour > 23 || minute > 59 || second > 60) return undefined
  // Two digits mean the century at hand: nobody waits for fifty years.
  const full = year.length === 2 ? 2000 + Number(year) - (Number(year) > 70 ? 100 : 0) : Number(year)
  return Date.UTC(full, at, Number(day), hour, minute, second)
}
