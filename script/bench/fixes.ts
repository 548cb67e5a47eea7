/**
 * Measures the rules on real mistakes with the fix their maintainers made: `npm run bench:fixes -- FOLDER [CATEGORY...]`.
 * The folder holds `pairs.jsonl` and packed files. Per category: how many of the mistakes that can be known without
 * the network are found, no longer found once mended, and mended with the maintainers' own text (or one that the pair
 * names as good). With categories, each pair that falls short is printed.
 */
import {existsSync, readFileSync} from 'node:fs'
import {brotliDecompressSync} from 'node:zlib'

import {rules} from '../../rules/index.ts'
import type {TextEdit} from '../../src/document/edit.ts'
import {applyEdits} from '../../src/document/edit.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import {editsOf, prove} from '../../src/lint/fix.ts'
import {suppressed} from '../../src/lint/ignore-comments.ts'
import type {Finding} from '../../src/lint/lint.ts'
import {read, readAgain} from '../../src/lint/lint.ts'

interface Pair {
  readonly id: string
  readonly repo: string
  readonly category: string
  readonly knowable: string
  readonly files: {readonly pack: string; readonly before: string; readonly after: string}
  readonly hunks: readonly {
    readonly before_start: number
    readonly before: readonly string[]
    readonly after_start: number
    readonly after: readonly string[]
  }[]
  readonly expect: {
    readonly edits?: readonly {readonly after?: string; readonly accept?: readonly string[]}[]
    readonly twins?: readonly (readonly number[])[]
  }
}

const [folder, ...categories] = process.argv.slice(2)
if (!folder || !existsSync(`${folder}/pairs.jsonl`)) {
  console.error('Name the folder that holds pairs.jsonl: npm run bench:fixes -- FOLDER [CATEGORY...]')
  process.exit(2)
}
const pairs = readFileSync(`${folder}/pairs.jsonl`, 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Pair)
const packs = new Map<string, Record<string, string>>()
const table: Record<string, {pairs: number; flagged: number; 'flagged and silent after': number; 'same text': number}> =
  {}

function textOf({files: {pack}}: Pair, key: string): string | undefined {
  let opened = packs.get(pack)
  if (!opened) {
    opened = JSON.parse(brotliDecompressSync(readFileSync(`${folder}/${pack}`)).toString()) as Record<string, string>
    packs.set(pack, opened)
  }
  return typeof opened[key] === 'string' ? opened[key] : undefined
}

/** Findings whose place, or an edit of whose fix, lies on the lines. */
function on(findings: readonly Finding[], text: string, lines: ReadonlySet<number>): readonly Finding[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const reaches = ([start, end]: readonly [number, number]): boolean => {
    for (const line of lines) {
      const first = starts[line - 1]
      if (first !== undefined && start < (starts[line] ?? text.length + 1) && first <= Math.max(start, end - 1))
        return true
    }
    return false
  }
  return findings.filter(
    ({problem}) => reaches(problem.at) || problem.fix?.edits.some(({range}) => reaches(range)) === true
  )
}

/** What a finding says, without the numbers that another line or one entry more may change. */
const saying = ({rule, problem}: Finding): string => `${rule.id} ${problem.reason.replace(/\d+/g, '#')}`

function countOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const finding of findings) counts.set(saying(finding), (counts.get(saying(finding)) ?? 0) + 1)
  return counts
}

function findingsOf(text: string) {
  const reading = read({text, rules, config: defaultConfig})
  const silenced = suppressed(reading.list, reading.findings)
  return {reading, findings: reading.findings.filter(finding => !silenced.has(finding))}
}

/** The text with the proven fixes made, as far as they fit together. */
function mend(before: string, {reading}: ReturnType<typeof findingsOf>, gone: readonly Finding[]): string {
  const fixable = gone.filter(({problem}) => problem.fix)
  const reread = (edits: readonly TextEdit[]) => readAgain(reading.list, edits, {rules, config: defaultConfig})
  const proven = prove(reading, fixable, reread)
  return applyEdits(before, editsOf(fixable, proven, 'unsafe').edits)
}

const bare = (line: string): string => line.trimEnd().replace(/\u00a0/g, ' ')
const linesOf = (text: string): readonly string[] => text.trimEnd().split('\n').map(bare)

/** Of a double, the twin may as well be the one that goes. */
function isTwinGone({expect}: Pair, ours: string, before: string): boolean {
  const mine = linesOf(ours).filter(Boolean).join('\n')
  const old = before.trimEnd().split('\n')
  return (expect.twins ?? []).flat().some(
    line =>
      old
        .filter((text, index) => index !== line - 1 && text.trim() !== '')
        .map(bare)
        .join('\n') === mine
  )
}

/** Whether our text is the maintainers', or differs only where the pair names another text as good. */
function isSame(pair: Pair, ours: string, theirs: string): boolean {
  const [mine, wanted] = [linesOf(ours), linesOf(theirs)]
  if (mine.length !== wanted.length) return mine.filter(Boolean).join('\n') === wanted.filter(Boolean).join('\n')
  return mine.every(
    (line, index) =>
      line === wanted[index] ||
      pair.expect.edits?.some(
        ({after, accept}) =>
          after !== undefined && bare(after) === wanted[index] && accept?.some(other => bare(other) === line)
      )
  )
}

for (const pair of pairs) {
  if (!['offline', 'wordlist', 'dictionary'].includes(pair.knowable)) continue
  if (categories.length > 0 && !categories.includes(pair.category)) continue
  const before = textOf(pair, pair.files.before)
  const after = textOf(pair, pair.files.after)
  if (before === undefined || after === undefined) continue
  table[pair.category] ??= {pairs: 0, flagged: 0, 'flagged and silent after': 0, 'same text': 0}
  const row = table[pair.category]!
  row.pairs++
  const lines = new Set([
    ...pair.hunks.flatMap(hunk =>
      hunk.before.length > 0
        ? hunk.before.map((_, index) => hunk.before_start + index)
        : [hunk.before_start - 1, hunk.before_start]
    ),
    // Of a double, the twin may as well be the one that goes.
    ...(pair.expect.twins?.flat() ?? [])
  ])
  const first = findingsOf(before)
  const found = on(first.findings, before, lines)
  const say = (what: string): void => {
    if (categories.length === 0) return
    console.log(`${pair.id} ${pair.repo} ${what}`)
    for (const hunk of pair.hunks)
      console.log(
        [...hunk.before.slice(0, 8).map(line => `  - ${line}`), ...hunk.after.slice(0, 8).map(line => `  + ${line}`)]
          .map(line => line.slice(0, 240))
          .join('\n')
      )
    for (const {rule, problem} of found) console.log(`  > ${rule.id}: ${problem.reason}`)
  }
  if (found.length === 0) {
    say('not flagged')
    continue
  }
  row.flagged++
  const afterLines = new Set([...pair.hunks.flatMap(hunk => hunk.after.map((_, index) => hunk.after_start + index))])
  const still = countOf(on(findingsOf(after).findings, after, afterLines))
  const counts = countOf(found)
  // A finding that stays as it was is about something else on these lines.
  const gone = found.filter(finding => counts.get(saying(finding))! > (still.get(saying(finding)) ?? 0))
  const rulesGone = new Set(gone.map(({rule}) => rule.id))
  const fresh = [...still.keys()].filter(one => !counts.has(one) && rulesGone.has(one.split(' ', 1)[0]!))
  if (gone.length > 0 && fresh.length === 0) row['flagged and silent after']++
  else {
    say(gone.length === 0 ? 'found, but not this' : `still: ${fresh.join('; ')}`)
    if (gone.length === 0) continue
  }
  // The maintainers may have mended one thing and left another: any of our cures alone counts as well.
  const mended = mend(before, first, gone)
  const choices = [...[...rulesGone].map(id => gone.filter(({rule}) => rule.id === id)), ...gone.map(one => [one])]
  const isRight = (text: string): boolean => isSame(pair, text, after) || isTwinGone(pair, text, before)
  if (isRight(mended) || choices.some(some => isRight(mend(before, first, some)))) row['same text']++
  else {
    say('another text')
    if (categories.length === 0) continue
    const wanted = linesOf(after)
    for (const [index, line] of linesOf(mended).entries())
      if (lines.has(index + 1) && line !== wanted[index]) console.log(`  = ${line.slice(0, 240)}`)
  }
}
console.table(Object.fromEntries(Object.entries(table).sort(([a], [b]) => a.localeCompare(b))))
