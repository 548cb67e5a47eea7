/**
 * Measures the link checker as a user runs it (`dist/`, so build first) on a farm of hosts whose truth is known, against
 * a bare loop and other checkers: `npm run bench -- links [COUNT] [--rounds N]`. Without a count, 2,000 links; with one,
 * ours and the bare loop only, and how ours grows from 2,000 on.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {type Farm, startFarm} from './farm.ts'
import type {FarmCounts, FarmLink} from './link-farm.ts'
import {writeLists} from './link-lists.ts'
import {bareLoops, type Checker, otherCheckers, ownChecker, ownCommand, type Verdict} from './link-programs.ts'
import {measure, median, run, type Usage} from './measure.ts'

const standard = 2000
const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {rounds: {type: 'string', default: '3'}}
})
const given = positionals[1]
const count = Number(given ?? standard)
const rounds = Number(values.rounds)
const folder = mkdtempSync(path.join(tmpdir(), 'awesome-doctor-links-'))

writeFileSync(path.join(folder, 'config.yml'), 'links:\n  allow-private: ["127.0.0.0/8"]\n')

interface Trial {
  readonly usage: Usage
  readonly counts: FarmCounts
  /** Of each kind of link, so many wrong verdicts. */
  readonly wrong: Readonly<Record<string, number>>
  /** The first of the wrong verdicts, in words. */
  readonly examples: readonly string[]
}

function isRight({kind, to}: FarmLink, verdict: Verdict | undefined, {tellsMoves}: Checker): boolean {
  if (kind === 'moved' && tellsMoves) return verdict?.status === 'moved' && verdict.to === to
  return verdict?.status === (kind === 'gone' ? 'dead' : 'alive')
}

/** One run on a farm of its own. @throws an error that says what the checker said instead of a report. */
async function tryOnce(checker: Checker, farm: Farm): Promise<Trial> {
  const {usage, output, errors} = await run(checker.command(writeLists(farm.links, folder)), folder)
  let verdicts: ReadonlyMap<string, Verdict>
  try {
    verdicts = checker.read(output)
  } catch {
    const said = (errors || output).trim().split('\n', 1)[0]
    throw new Error(`${checker.name} gave no report on the links. It said: ${said}`)
  }
  const wrong = farm.links.filter(link => !isRight(link, verdicts.get(link.url), checker))
  const kinds: Record<string, number> = {}
  for (const {kind} of wrong) kinds[kind] = (kinds[kind] ?? 0) + 1
  const examples = wrong
    .slice(0, 3)
    .map(({url, kind}) => `${url} (${kind}): ${JSON.stringify(verdicts.get(url) ?? 'no verdict')}`)
  return {
    usage,
    counts: await farm.counts(),
    wrong: kinds,
    examples
  }
}

/** Each checker in turns whose order changes from round to round; one that gives no report says so and is left out. */
async function takeTurns(checkers: readonly Checker[], links: number, times: number) {
  const trials = new Map(checkers.map(checker => [checker, [] as Trial[]]))
  for (let round = 0; round < times; round++) {
    for (const checker of round % 2 === 0 ? checkers : checkers.toReversed()) {
      const farm = await startFarm(links)
      try {
        trials.get(checker)?.push(await tryOnce(checker, farm))
      } catch (error) {
        console.error((error as Error).message)
        trials.delete(checker)
      } finally {
        await farm.close()
      }
    }
  }
  return trials
}

/** The middle of some trials; of wrong verdicts, the worst. */
function middle(trials: readonly Trial[]): Trial {
  const of = (number: (trial: Trial) => number) => median(trials.map(number))
  const worst = trials.toSorted((a, b) => mistakes(b) - mistakes(a))[0]!
  return {
    ...worst,
    usage: {
      wall: of(({usage}) => usage.wall),
      cpu: of(({usage}) => usage.cpu),
      memory: of(({usage}) => usage.memory)
    },
    counts: {
      requests: of(({counts}) => counts.requests),
      connections: of(({counts}) => counts.connections),
      atAHost: of(({counts}) => counts.atAHost)
    }
  }
}

const mistakes = ({wrong}: Trial): number => Object.values(wrong).reduce((sum, one) => sum + one, 0)
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2)

function cellsOf({wall, cpu, memory}: Usage): readonly string[] {
  return [`${seconds(wall).padStart(7)} s`, `${seconds(cpu).padStart(6)} s CPU`, `${memory.toFixed(0).padStart(4)} MB`]
}

function show(name: string, trial: Trial): void {
  const {usage, counts, wrong} = trial
  const cells = [
    ...cellsOf(usage),
    `${String(counts.requests).padStart(6)} requests`,
    `${String(counts.connections).padStart(6)} connections`,
    `${String(counts.atAHost).padStart(3)} at a host`,
    `${mistakes(trial)} wrong`
  ]
  const kinds = Object.entries(wrong).map(([kind, number]) => `${kind} ${number}`)
  console.log(`${name.padEnd(27)}${cells.join('  ')}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''}`)
}

/** What of our own it takes to lint the lists alone, for comparison. */
async function showLint(): Promise<void> {
  const farm = await startFarm(count)
  await farm.close()
  const files = writeLists(farm.links, folder)
  const usages: Usage[] = []
  for (let round = 0; round < rounds; round++) usages.push(await measure(ownCommand(files, 'none'), folder))
  const of = (key: keyof Usage) => median(usages.map(usage => usage[key]))
  const cells = cellsOf({wall: of('wall'), cpu: of('cpu'), memory: of('memory')})
  console.log(`${'awesome-doctor --links=none'.padEnd(27)}${cells.join('  ')}`)
}

/** Says whether something holds; what does not hold makes the whole program fail. */
function demand(holds: boolean, what: string): void {
  console.log(`${holds ? 'pass' : 'FAIL'}  ${what}`)
  if (!holds) process.exitCode = 1
}

async function compare(): Promise<void> {
  const loops = await bareLoops(folder)
  const trials = await takeTurns([ownChecker, ...loops], count, rounds)
  if (given === undefined)
    for (const [checker, one] of await takeTurns(otherCheckers(folder), count, 1)) trials.set(checker, one)
  console.log(`\n${count} links, 40 to a host; medians of ${rounds} rounds, of other checkers one`)
  const rows = new Map([...trials].map(([checker, all]) => [checker, middle(all)]))
  await showLint()
  for (const [checker, row] of rows) show(checker.name, row)

  console.log()
  const own = rows.get(ownChecker)
  if (!own) return demand(false, `${ownChecker.name} gives a report on the links`)
  const floor = Math.min(...loops.flatMap(loop => rows.get(loop)?.usage.wall ?? []))
  const {wall, memory} = own.usage
  const ratio = wall / floor
  demand(ratio <= 1.15, `${seconds(wall)} s is ${ratio.toFixed(2)} of the faster bare loop; at most 1.15`)
  if (count <= standard) demand(memory <= 150, `${memory.toFixed(0)} MB; at most 150`)
  demand(mistakes(own) === 0, `${mistakes(own)} wrong verdicts; none`)
  for (const example of own.examples) console.log(`      ${example}`)
  if (count > standard) await grow(own)
}

/** How ours grows from the standard number of links to that of the trial. */
async function grow({usage}: Trial): Promise<void> {
  const small = middle((await takeTurns([ownChecker], standard, rounds)).get(ownChecker)!).usage
  const times = count / standard
  const cpu = usage.cpu / small.cpu
  const memory = usage.memory / small.memory
  demand(cpu <= times * 1.1, `${cpu.toFixed(1)} times the CPU for ${times} times the links; at most ${times * 1.1}`)
  demand(memory <= 2, `${memory.toFixed(2)} times the memory; at most 2`)
}

try {
  await compare()
} finally {
  rmSync(folder, {recursive: true, force: true})
}
