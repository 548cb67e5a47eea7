/** The ways in which servers say how long to wait: HTTP's own (RFC 9110, 10.2.3 and 5.6.7), and what else is seen. */
export type WaitForm =
  | 'seconds'
  | 'date'
  | 'RFC 850 date'
  | 'asctime date'
  | 'fraction'
  | 'duration'
  | 'x-ratelimit-reset'
  | 'ratelimit-reset'

const two = (number: number): string => String(number).padStart(2, '0')

/** The headers that ask to wait so many whole seconds from a moment, in milliseconds since 1970. */
export function waitHeaders(form: WaitForm, seconds: number, now: number): Record<string, string> {
  const until = new Date(now + seconds * 1000)
  const date = until.toUTCString()
  const [, weekday = '', day = '', month = '', year = '', time = ''] =
    /^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(date) ?? []
  switch (form) {
    case 'seconds':
      return {'retry-after': String(seconds)}
    case 'date':
      return {'retry-after': date}
    case 'RFC 850 date': {
      const long = until.toLocaleDateString('en', {weekday: 'long', timeZone: 'UTC'})
      return {'retry-after': `${long}, ${day}-${month}-${year.slice(2)} ${time} GMT`}
    }
    case 'asctime date':
      return {'retry-after': `${weekday} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`}
    case 'fraction':
      return {'retry-after': `${seconds}.0`}
    case 'duration':
      return {'retry-after': `${Math.floor(seconds / 60)}m${two(seconds % 60)}s`}
    case 'x-ratelimit-reset':
      return {'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(Math.ceil(until.getTime() / 1000))}
    case 'ratelimit-reset':
      return {'ratelimit-remaining': '0', 'ratelimit-reset': String(seconds)}
  }
}
