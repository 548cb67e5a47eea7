import type {RootContent} from 'mdast'
import type {TextEdit} from '../document/edit.ts'
import {byPlace, touch} from '../document/edit.ts'
import {lineEnd, lineStart} from '../document/line.ts'
import type {LinkUse} from '../document/link/link.ts'
import type {AwesomeList} from '../document/list.ts'
import {Places} from '../document/places.ts'
import {compare, mapBack, movedBy} from './compare.ts'
import type {Safety} from './diagnostic.ts'
import type {Finding, Reading} from './lint.ts'
import {differences} from './rendering.ts'
import type {Range, RuleFix} from './rule.ts'

/** Reads the text again with edits made, under the same question as the first time. */
export type Reread = (edits: readonly TextEdit[]) => Reading

/** How often a text may be read again for the proofs of one file: a bound on the price, never reached by sound rules. */
const budget = 24

interface Candidate {
  /** Several findings may share one cure; then it must remove them all. */
  readonly findings: readonly Finding[]
  readonly fix: RuleFix
}

/**
 * Which of the proposed fixes hold: applied together, their findings are gone, no new one appears, and the rendered
 * list differs only where they say so. All are tried in one batch; a batch that fails is halved.
 */
export function prove(reading: Reading, fixable: readonly Finding[], reread: Reread): ReadonlySet<Finding> {
  const proven = new Set<Finding>()
  let left = budget
  const tryBatch = (batch: readonly Candidate[]): void => {
    if (batch.length === 0 || left-- <= 0) return
    const suspects = suspectsOf(batch, reading, reread)
    if (suspects.size === 0) {
      for (const candidate of batch) for (const finding of candidate.findings) proven.add(finding)
      return
    }
    if (batch.length === 1) return
    if (suspects.size < batch.length) {
      tryBatch(batch.filter(candidate => !suspects.has(candidate)))
      const doubtful = batch.filter(candidate => suspects.has(candidate))
      if (doubtful.length === 1) tryBatch(doubtful)
      else for (const half of halves(doubtful)) tryBatch(half)
      return
    }
    for (const half of halves(batch)) tryBatch(half)
  }
  let rest = candidates(fixable, 'unsafe')
  while (rest.length > 0 && left > 0) {
    const {chosen, postponed} = compatible(rest)
    tryBatch(chosen)
    rest = postponed
  }
  return proven
}

const halves = <T>(batch: readonly T[]): readonly (readonly T[])[] => {
  const middle = batch.length >> 1
  return [batch.slice(0, middle), batch.slice(middle)]
}

/** The fixes proposed, equal ones as one, safe before unsafe, otherwise in order of place. */
function candidates(findings: readonly Finding[], upTo: Safety): readonly Candidate[] {
  const byEdits = new Map<string, {findings: Finding[]; fix: RuleFix}>()
  for (const finding of findings) {
    const fix = finding.problem.fix
    if (!fix || fix.edits.length === 0 || (upTo === 'safe' && fix.safety === 'unsafe')) continue
    const key = JSON.stringify([fix.safety, ...fix.edits])
    const same = byEdits.get(key)
    if (same) same.findings.push(finding)
    else byEdits.set(key, {findings: [finding], fix})
  }
  const all = [...byEdits.values()]
  return [...all.filter(each => each.fix.safety === 'safe'), ...all.filter(each => each.fix.safety === 'unsafe')]
}

/** As many as can be applied together, first come first served; the others wait for the next batch. */
function compatible(all: readonly Candidate[]): {chosen: readonly Candidate[]; postponed: readonly Candidate[]} {
  const chosen: Candidate[] = []
  const postponed: Candidate[] = []
  const taken = new EditSet()
  for (const candidate of all) (taken.add(candidate.fix.edits) ? chosen : postponed).push(candidate)
  return {chosen, postponed}
}

/** Edits that don't touch each other, kept in order. */
class EditSet {
  readonly edits: TextEdit[] = []

  /** Adds all of them, or none where one touches an edit that is there. */
  add(edits: readonly TextEdit[]): boolean {
    if (edits.some(edit => this.touches(edit))) return false
    for (const edit of edits) this.edits.splice(this.position(edit), 0, edit)
    return true
  }

  touches(edit: TextEdit): boolean {
    const at = this.position(edit)
    return [this.edits[at - 1], this.edits[at]].some(other => other !== undefined && touch(edit, other))
  }

  position(edit: TextEdit): number {
    let low = 0
    let high = this.edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (byPlace(this.edits[middle]!, edit) <= 0) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Tries a batch and names the fixes that something speaks against; none where all hold. */
function suspectsOf(batch: readonly Candidate[], before: Reading, reread: Reread): ReadonlySet<Candidate> {
  const edits = batch.flatMap(candidate => candidate.fix.edits).sort(byPlace)
  const after = reread(edits)
  const back = mapBack(edits)
  const fixed = new Map<Finding, Candidate>()
  for (const candidate of batch) for (const finding of candidate.findings) fixed.set(finding, candidate)
  const fixes = batch.map(candidate => candidate.fix)
  const moves = movedBy(before.list.text, fixes)
  const {unmatched, stillThere} = compare(before.findings, after.findings, {back, fixed, moves})
  const troubles: readonly Trouble[] = [
    ...unmatched.map(found => ({place: back(found.problem.at), found})),
    ...differences(before.list, after.list, fixes, back).map(place => ({place})),
    ...lostLinks(before.list, after.list, edits).map(place => ({place}))
  ]
  const suspects = new Set(stillThere.map(finding => fixed.get(finding)!))
  // Most batches hold: who is near to what is worked out for the others only.
  if (troubles.length > 0) for (const candidate of blamed(batch, before.list, troubles)) suspects.add(candidate)
  return suspects
}

/** What is not as it was, though no fix said so: a place before the edits, and the finding that came up there. */
interface Trouble {
  readonly place: Range
  readonly found?: Finding
}

/** The fixes that may have made the trouble. */
function* blamed(batch: readonly Candidate[], list: AwesomeList, troubles: readonly Trouble[]): Iterable<Candidate> {
  const lines = new Places(
    batch.flatMap(candidate => candidate.fix.edits.map(edit => ({candidate, range: lineOf(list, edit.range)}))),
    ({range}) => range
  )
  const blocks = new Places(list.root.children.map(rangeOf), range => range)
  // Far from all edits a rule may find something new because the habit that it measures has shifted, or because its
  // neighbours have: then its own fixes did that, first of all those that speak of the same, or those in the same list.
  // Other trouble that lies near none of the edits speaks against all of them.
  const farFrom = ({place, found}: Trouble): readonly Candidate[] => {
    const own = batch.filter(({findings}) => findings.some(({rule}) => rule === found?.rule))
    const around = blocks.at(place).flatMap(block => lines.at(block).map(({candidate}) => candidate))
    const words = found ? literalsOf(found) : new Set()
    const akin = own.filter(({findings}) => findings.some(one => [...literalsOf(one)].some(word => words.has(word))))
    return [akin, around, own].find(some => some.length > 0) ?? batch
  }
  for (const trouble of troubles) {
    const near = lines.at(trouble.place).map(({candidate}) => candidate)
    yield* near.length > 0 ? near : farFrom(trouble)
  }
}

/** What a finding quotes. */
const literalsOf = ({problem}: Finding): ReadonlySet<string> => new Set(problem.reason.match(/`[^`]+`/g))

const rangeOf = (node: RootContent): Range => [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]

/** What a link is known by after edits: its address, or the name of the definition that has it, which may be mended. */
const leadOf = ({node, url}: LinkUse): string =>
  node?.type === 'linkReference' || node?.type === 'imageReference' ? `[${node.identifier}]` : url

/** Links whose address no edit lies in and that are not there any more. */
function lostLinks(before: AwesomeList, after: AwesomeList, edits: readonly TextEdit[]): readonly Range[] {
  const left = new Map<string, number>()
  for (const lead of after.links.map(leadOf)) left.set(lead, (left.get(lead) ?? 0) + 1)
  const lost: Range[] = []
  const edited = new Places(edits, edit => edit.range)
  for (const link of before.links) {
    if (edited.hasAt(link.urlRange ?? link.range)) continue
    const lead = leadOf(link)
    const count = left.get(lead) ?? 0
    if (count === 0) lost.push(link.range)
    else left.set(lead, count - 1)
  }
  return lost
}

/** The range widened to whole lines. */
const lineOf = ({text}: AwesomeList, [start, end]: Range): Range => [lineStart(text, start), lineEnd(text, end)]

/** The safe edits, or all, of proven findings that can be made together. */
export function editsOf(
  findings: readonly Finding[],
  proven: ReadonlySet<Finding>,
  upTo: Safety
): {edits: readonly TextEdit[]; findings: readonly Finding[]} {
  const {chosen} = compatible(
    candidates(
      findings.filter(finding => proven.has(finding)),
      upTo
    )
  )
  return {
    edits: chosen.flatMap(candidate => candidate.fix.edits),
    findings: chosen.flatMap(candidate => candidate.findings)
  }
}
