/**
 * Measures the whole lint as a user runs it (`dist/`, so build first) against a program that only parses and against
 * other linters: `npm run bench -- [FILE|FOLDER...] [--rounds N]`. Without files, it makes lists of its own.
 * Times on a busy machine say little, so all programs take turns and the ratios count.
 * `npm run bench -- --rules [FILE...]` tells how long each rule takes, once warm.
 */
import {globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import {makeList} from './make-list.ts'
import type {Usage} from './measure.ts'
import {measure, median} from './measure.ts'
import type {Program} from './programs.ts'
import {makeClone, others, own, parserOnly} from './programs.ts'
import {ruleTimes} from './rule-times.ts'

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {rounds: {type: 'string', default: '7'}, rules: {type: 'boolean', default: false}}
})
const rounds = Number(values.rounds)

interface Sample {
  readonly name: string
  readonly text: string
}

const made = [6_000, 80_000, 350_000].map((length): Sample => ({name: `made list`, text: makeList(length)}))

const given = positionals
  .flatMap(name => (statSync(name).isDirectory() ? globSync(`${name}/**/*.md`).sort() : [name]))
  .map((name): Sample => ({name, text: readFileSync(name, 'utf8')}))

const samples = given.length > 0 ? given : made

async function compare(programs: readonly Program[], folder: string): Promise<void> {
  for (const {name, text} of samples) {
    const usages = await takeTurns(programs, fileOf(folder, name, text))
    const rows = programs.map(program => [program.name, middle(usages.get(program)!)] as const)
    const ours = rows[0]![1]
    console.log(`\n${name}, ${kilobytes(text)}, medians of ${rounds} rounds; in brackets: ours is so many times that`)
    for (const [program, {cpu, wall, memory}] of rows) {
      const cell = (value: number, unit: string, own: number) =>
        `${value.toFixed(0).padStart(6)} ${unit} (${(own / value).toFixed(2)})`
      const cells = [cell(cpu, 'ms CPU', ours.cpu), cell(wall, 'ms', ours.wall), cell(memory, 'MB', ours.memory)]
      console.log(`${program.padEnd(26)}${cells.join('  ')}`)
    }
  }
}

/** How the price grows with the length: the same list again and again, as far as each copy has addresses of its own. */
async function grow(programs: readonly Program[], folder: string): Promise<void> {
  const middleOne = samples.toSorted((a, b) => a.text.length - b.text.length)[samples.length >> 1]!
  const copies = [1, 2, 4, 8]
  console.log(`\n${middleOne.name} so many times over: ms CPU`)
  const costs = new Map(programs.map(program => [program, [] as number[]]))
  for (const count of copies) {
    const text = Array.from({length: count}, (_, copy) => ofItsOwn(middleOne.text, copy)).join('\n\n')
    const usages = await takeTurns(programs, fileOf(folder, `${count}.md`, text))
    for (const [program, cost] of costs) cost.push(middle(usages.get(program)!).cpu)
  }
  for (const [program, cost] of costs) {
    const cells = cost.map((one, index) => `×${copies[index]} ${one.toFixed(0).padStart(5)}`)
    const last = cost.length - 1
    // From the second to the last, so that what a start costs does not count.
    const growth = (cost[last]! - cost[0]!) / (cost[1]! - cost[0]!) / (copies[last]! - 1)
    console.log(`${program.name.padEnd(26)}${cells.join('  ')}  each further copy ${growth.toFixed(2)} × the second`)
  }
}

function ofItsOwn(text: string, copy: number): string {
  return copy === 0 ? text : text.replace(/(https?:\/\/)([^/\s)]+)/g, `$1$2/copy-${copy}`).replace(/^# /gm, '## ')
}

/** Each program on the file, in turns whose order changes from round to round. */
async function takeTurns(programs: readonly Program[], file: string): Promise<ReadonlyMap<Program, readonly Usage[]>> {
  const usages = new Map(programs.map(program => [program, [] as Usage[]]))
  for (let round = 0; round < rounds; round++) {
    for (const program of round % 2 === 0 ? programs : programs.toReversed()) {
      const {command, options = []} = program
      usages.get(program)!.push(await measure([...command, path.basename(file), ...options], path.dirname(file)))
    }
  }
  return usages
}

function middle(usages: readonly Usage[]): Usage {
  const of = (key: keyof Usage) => median(usages.map(usage => usage[key]))
  return {cpu: of('cpu'), wall: of('wall'), memory: of('memory')}
}

function fileOf(folder: string, name: string, text: string): string {
  mkdirSync(folder, {recursive: true})
  const file = path.join(
    folder,
    path
      .basename(name)
      .replace(/[^\w.]+/g, '-')
      .replace(/(\.md)?$/, '.md')
  )
  writeFileSync(file, text)
  return file
}

function kilobytes(text: string): string {
  return `${Math.round(Buffer.byteLength(text) / 1000)} KB`
}

if (values.rules) {
  for (const {name, text} of samples) {
    console.log(`\n${name}, ${kilobytes(text)}: milliseconds, warm`)
    const rows = Object.entries(ruleTimes(text)).sort(([, a], [, b]) => b - a)
    for (const [rule, time] of rows) console.log(`${time.toFixed(2).padStart(9)}  ${rule}`)
  }
} else {
  const folder = makeClone()
  try {
    await compare([own, await parserOnly(), ...others()], folder)
    await grow([own, await parserOnly()], folder)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
