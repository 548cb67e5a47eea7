/**
 * Measures the rules on real mistakes with the fix their maintainers made: `npm run bench:fixes -- FOLDER [CATEGORY...]`.
 * The folder holds `pairs.jsonl` and packed files. Per category: how many of the mistakes that can be known without
 * the network are found, no longer found once mended, and mended with the maintainers' own text.
 */
import {existsSync, readFileSync} from 'node:fs'
import {brotliDecompressSync} from 'node:zlib'
import {applyEdits} from '../../src/document/edit.ts'
import {examineHere} from '../../src/job/examine-here.ts'
import {defaultConfig} from '../../src/lint/config.ts'
import type {Diagnostic} from '../../src/lint/diagnostic.ts'

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
function on(diagnostics: readonly Diagnostic[], text: string, lines: ReadonlySet<number>): readonly Diagnostic[] {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  return diagnostics.filter(({place, fix, suppressed}) => {
    if (suppressed) return false
    for (let line = place.start.line; line <= place.end.line; line++) if (lines.has(line)) return true
    return fix?.edits.some(({range}) => lines.has(lineAt(range[0]))) ?? false
  })
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
  const lines = new Set(
    pair.hunks.flatMap(hunk =>
      hunk.before.length > 0
        ? hunk.before.map((_, index) => hunk.before_start + index)
        : [hunk.before_start - 1, hunk.before_start]
    )
  )
  const found = on(examineHere({path: 'x.md', text: before, config: defaultConfig}).diagnostics, before, lines)
  const say = (what: string): void => {
    if (categories.length === 0) return
    console.log(`${pair.id} ${pair.repo} ${what}`)
    for (const hunk of pair.hunks)
      console.log(
        [...hunk.before.map(line => `  - ${line}`), ...hunk.after.map(line => `  + ${line}`)]
          .map(line => line.slice(0, 200))
          .join('\n')
      )
    for (const {rule, reason} of found) console.log(`  > ${rule}: ${reason}`)
  }
  if (found.length === 0) {
    say('not flagged')
    continue
  }
  row.flagged++
  const afterLines = new Set(pair.hunks.flatMap(hunk => hunk.after.map((_, index) => hunk.after_start + index)))
  const rules = new Set(found.map(({rule}) => rule))
  const still = on(
    examineHere({path: 'x.md', text: after, config: defaultConfig}).diagnostics,
    after,
    afterLines
  ).filter(({rule}) => rules.has(rule))
  if (still.length === 0) row['flagged and silent after']++
  else say(`still: ${still.map(({rule, reason}) => `${rule}: ${reason}`).join('; ')}`)
  const edits = new Map(found.flatMap(({fix}) => fix?.edits ?? []).map(edit => [JSON.stringify(edit), edit]))
  let mended: string | undefined
  try {
    mended = applyEdits(before, [...edits.values()])
  } catch {
    // Two cures for one place: neither is the text.
  }
  const plain = (text: string): string => text.replace(/\s+$/, '').replace(/[ \t]+$/gm, '')
  if (mended !== undefined && plain(mended) === plain(after)) row['same text']++
  else say('another text')
}
console.table(Object.fromEntries(Object.entries(table).sort(([a], [b]) => a.localeCompare(b))))
