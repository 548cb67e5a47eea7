import {rules} from '../../rules/index.ts'
import type {TextEdit} from '../document/edit.ts'
import {applyEdits, byPlace, meet} from '../document/edit.ts'
import {excess} from '../document/parse/bounds.ts'
import {mapBack} from '../lint/compare.ts'
import type {Diagnostic, FileReport} from '../lint/diagnostic.ts'
import {editsOf, prove} from '../lint/fix.ts'
import {suppressed} from '../lint/ignore-comments.ts'
import type {Finding, Reading} from '../lint/lint.ts'
import {changedTest, fingerprints, placer, read, readAgain} from '../lint/lint.ts'
import type {Range} from '../lint/rule.ts'
import {ruleUrl} from '../lint/rule-url.ts'
import type {Task} from './task.ts'
import {tooComplex} from './too-complex.ts'

/** How often fixes are made anew, each time on the text that the last ones left. Sound rules need two or three. */
const passes = 10

/** Lints one file in this thread, with every fix proven; a text that is too complex to parse is one finding. */
export function examineHere(task: Task): FileReport {
  const tooMuch = excess(task.text)
  if (tooMuch) return tooComplex(task, tooMuch)
  try {
    return examineText(task)
  } catch (error) {
    // The parser works by recursion: nesting beyond all sense ends here.
    if (error instanceof RangeError && /call stack/i.test(error.message))
      return tooComplex(task, 'its nesting is deeper than the parser can follow')
    throw error
  }
}

interface Round {
  readonly text: string
  readonly changedLines?: readonly number[]
  /** After the first round: which findings were silenced in the one before. */
  readonly wasSilenced?: (finding: Finding) => boolean
}

function examineText(task: Task): FileReport {
  let round: Round = {text: task.text, ...(task.changedLines && {changedLines: task.changedLines})}
  const fixed: string[] = []
  const isWanted = ({rule}: Finding): boolean => task.fixOnly?.includes(rule.id) ?? true
  for (let pass = 0; ; pass++) {
    const answer = examineRound(task, round)
    const {edits, findings} =
      task.fix && pass < passes
        ? editsOf(answer.fixable.filter(isWanted), answer.proven, task.fix)
        : {edits: [], findings: []}
    if (edits.length === 0) return report(task, answer, fixed)
    fixed.push(...findings.map(({rule}) => rule.id))
    round = {...next(round, edits), wasSilenced: remember(answer, edits)}
  }
}

/** Fingerprints count what is equal, so that they tell nothing once some of it is mended: places do. */
function remember({silenced}: Answer, edits: readonly TextEdit[]): (finding: Finding) => boolean {
  const back = mapBack(edits.toSorted(byPlace))
  return ({rule, problem}) => {
    const before = back(problem.at)
    return [...silenced].some(other => other.rule === rule && meet(other.problem.at, before))
  }
}

interface Answer {
  readonly reading: Reading
  readonly silenced: ReadonlySet<Finding>
  /** What the baseline names, with its fingerprint there. */
  readonly known: ReadonlyMap<Finding, string>
  readonly changed: (at: Range) => boolean
  /** Neither silenced nor outside of the diff; what the baseline names only where fixes are wanted. */
  readonly fixable: readonly Finding[]
  readonly proven: ReadonlySet<Finding>
}

function examineRound(task: Task, round: Round): Answer {
  const {text, changedLines} = round
  const question = {
    rules,
    config: task.config,
    text,
    ...(task.facts && {facts: task.facts}),
    ...(changedLines && {changedLines})
  }
  const reading = read(question)
  const silenced = silencedIn(task, round, reading)
  const known = knownIn(task, reading)
  const changed = changedTest(round.text, round.changedLines)
  // What is known is not told, but whoever mends is glad to mend it, too.
  const isFixable = (finding: Finding): boolean =>
    !silenced.has(finding) && (task.fix !== undefined || !known.has(finding)) && changed(finding.problem.at)
  const fixable = reading.findings.filter(isFixable)
  // The lines that count move with the edits: a rule that asks for them must get those of the text it reads.
  const proven = prove(reading, fixable, edits => readAgain(reading.list, edits, {...question, ...next(round, edits)}))
  return {reading, silenced, known, changed, fixable, proven}
}

/** What comments silence, and what a person has silenced elsewhere. */
function silencedIn({path, silenced = []}: Task, round: Round, {list, findings}: Reading): ReadonlySet<Finding> {
  const byComment = suppressed(list, findings)
  if (silenced.length === 0) return byComment
  const {wasSilenced} = round
  if (wasSilenced) return new Set(findings.filter(finding => byComment.has(finding) || wasSilenced(finding)))
  const known = new Set(silenced)
  const names = fingerprints(path, list.text, findings)
  return new Set(findings.filter((finding, index) => byComment.has(finding) || known.has(names[index]!)))
}

function knownIn({path, name = path, config}: Task, {list, findings}: Reading): ReadonlyMap<Finding, string> {
  if (!config.baseline?.fingerprints.length) return new Map()
  const known = new Set(config.baseline.fingerprints)
  const names = fingerprints(name, list.text, findings)
  return new Map(findings.flatMap((finding, index) => (known.has(names[index]!) ? [[finding, names[index]!]] : [])))
}

/** The text with the edits made, and where its changed lines are now. */
function next({text, changedLines}: Round, edits: readonly TextEdit[]): Round {
  const fixedText = applyEdits(text, edits)
  if (!changedLines) return {text: fixedText}
  const place = placer(text)
  const count = (part: string): number => part.split('\n').length - 1
  const moved = edits.toSorted(byPlace).map(({range, newText}) => ({
    line: place(range).start.line,
    lines: count(newText),
    shift: count(newText) - count(text.slice(...range))
  }))
  const lines = new Set<number>()
  for (const line of changedLines)
    lines.add(line + moved.filter(edit => edit.line < line).reduce((sum, edit) => sum + edit.shift, 0))
  let shift = 0
  for (const edit of moved) {
    for (let line = edit.line + shift; line <= edit.line + shift + edit.lines; line++) lines.add(line)
    shift += edit.shift
  }
  return {text: fixedText, changedLines: [...lines].sort((a, b) => a - b)}
}

function report(
  task: Task,
  {reading, silenced, known, changed, proven}: Answer,
  fixedRules: readonly string[]
): FileReport {
  const {list, findings, crashes} = reading
  const place = placer(list.text)
  const names = fingerprints(task.path, list.text, findings)
  const diagnostics = findings.map((finding, index): Diagnostic => {
    const {rule, severity, problem} = finding
    const {related, fix} = problem
    const baseline = silenced.has(finding) ? undefined : known.get(finding)
    return {
      rule: rule.id,
      severity,
      reason: problem.reason,
      note: problem.note ?? rule.why,
      url: ruleUrl(rule.id),
      path: task.path,
      place: place(problem.at),
      ...(related && {related: related.map(({message, at}) => ({message, place: place(at)}))}),
      ...(fix && proven.has(finding) && {fix: {safety: fix.safety, title: fix.title, edits: fix.edits}}),
      ...(task.changedLines && {changed: changed(problem.at)}),
      ...((silenced.has(finding) || baseline !== undefined) && {suppressed: true}),
      ...(baseline !== undefined && {baseline}),
      fingerprint: names[index]!
    }
  })
  return {
    path: task.path,
    text: list.text,
    diagnostics,
    ...(task.fix && {fixed: fixedRules.length, fixedRules}),
    ...(crashes.length > 0 && {crashes})
  }
}
