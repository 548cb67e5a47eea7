/** Values of the labels of one series. */
type Labels = Readonly<Record<string, string | number>>

/** Numbers that only grow. */
interface Counter {
  readonly add: (labels: Labels, amount?: number) => void
}

/** How often durations came out how long. */
interface Histogram {
  readonly observe: (labels: Labels, seconds: number) => void
}

/** Numbers that go up and down. */
interface Gauge {
  readonly set: (labels: Labels, value: number) => void
}

/** What a running process counts, as Prometheus reads it (https://prometheus.io/docs/instrumenting/exposition_formats). */
export interface Metrics {
  readonly counter: (name: string, help: string) => Counter
  readonly gauge: (name: string, help: string) => Gauge
  readonly histogram: (name: string, help: string, bounds: readonly number[]) => Histogram
  readonly text: () => string
}

interface Family {
  readonly head: string
  readonly lines: () => readonly string[]
}

/** Nothing counted yet. */
export function makeMetrics(): Metrics {
  const families: Family[] = []
  const family = (name: string, help: string, type: string, lines: Family['lines']): void => {
    families.push({head: `# HELP ${name} ${help}\n# TYPE ${name} ${type}`, lines})
  }
  const series = (name: string, help: string, type: string) => {
    const values = new Map<string, number>()
    family(name, help, type, () => [...values].map(([labels, value]) => `${name}${labels} ${value}`))
    return values
  }
  return {
    counter(name, help) {
      const values = series(name, help, 'counter')
      return {
        add: (labels, amount = 1) => {
          const key = labelText(labels)
          values.set(key, (values.get(key) ?? 0) + amount)
        }
      }
    },
    gauge(name, help) {
      const values = series(name, help, 'gauge')
      return {
        set: (labels, value) => {
          values.set(labelText(labels), value)
        }
      }
    },
    histogram(name, help, bounds) {
      const all = new Map<string, {readonly labels: Labels; readonly counts: number[]; sum: number; count: number}>()
      family(name, help, 'histogram', () =>
        [...all.values()].flatMap(({labels, counts, sum, count}) => [
          ...bounds.map((le, index) => `${name}_bucket${labelText({...labels, le})} ${counts[index]}`),
          `${name}_bucket${labelText({...labels, le: '+Inf'})} ${count}`,
          `${name}_sum${labelText(labels)} ${sum}`,
          `${name}_count${labelText(labels)} ${count}`
        ])
      )
      return {
        observe(labels, seconds) {
          const key = labelText(labels)
          const one = all.get(key) ?? {labels, counts: bounds.map(() => 0), sum: 0, count: 0}
          for (const [index, bound] of bounds.entries()) if (seconds <= bound) one.counts[index]!++
          one.sum += seconds
          one.count++
          all.set(key, one)
        }
      }
    },
    text: () => `${families.flatMap(({head, lines}) => [head, ...lines()]).join('\n')}\n`
  }
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(String(value))}"`)
  return pairs.length > 0 ? `{${pairs.join(',')}}` : ''
}

const escaped = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
