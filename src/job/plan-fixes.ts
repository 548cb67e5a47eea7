import {rules} from '../../rules/index.ts'
import type {Diagnostic, FileReport, Safety} from '../lint/diagnostic.ts'
import type {Rule} from '../lint/rule.ts'
import type {MendedRule} from '../report/fix-request.ts'
import type {AuditedList} from './audited.ts'
import type {examine as examineReally} from './examine.ts'

/** The fixes of one rule: a commit to be. */
export interface PlannedCommit extends Omit<MendedRule, 'files'> {
  /** The files that it changes, with their whole new text. */
  readonly files: readonly {readonly path: string; readonly text: string}[]
}

interface Step {
  readonly rule: Rule
  readonly safety: Safety
}

/** Proven, and still for a person to look at: they repair what no safe fix can. */
const worthALook = ['heading-increment', 'link-moved']

/** Safe fixes in the order of the rules, then those to be looked at, so that they can be left out. */
const steps: readonly Step[] = [
  ...rules.map(rule => ({rule, safety: 'safe'}) as const),
  ...rules.filter(({id}) => worthALook.includes(id)).map(rule => ({rule, safety: 'unsafe'}) as const)
]

/** Whether there is anything to mend that belongs into a pull request. */
export const isMendable = ({report}: Pick<AuditedList, 'report'>): boolean =>
  steps.some(step => report.diagnostics.some(isMeant(step)))

const isMeant =
  ({rule, safety}: Step) =>
  ({rule: id, fix, suppressed}: Diagnostic): boolean =>
    id === rule.id && fix?.safety === safety && !suppressed

/**
 * Mends lists rule by rule, each on the text that the ones before left. What only the others made possible is mended in a
 * second round, by the rules that had nothing to do in the first: a rule never has two commits for one kind of fix.
 */
export async function planFixes(
  lists: readonly AuditedList[],
  examine: typeof examineReally
): Promise<readonly PlannedCommit[]> {
  let states = lists
  const commits: PlannedCommit[] = []
  let rest = steps
  for (const round of ['first', 'second']) {
    const left: Step[] = []
    for (const step of rest) {
      const mended: Mended[] = []
      for (const state of states) mended.push(await mend(state, step, examine))
      const changed = mended.filter(({before, after}) => before.task.text !== after.task.text)
      states = mended.map(({after}) => after)
      if (changed.length > 0) commits.push(commitOf(step, changed))
      else if (round === 'first') left.push(step)
    }
    rest = left
  }
  return commits
}

interface Mended {
  readonly before: AuditedList
  readonly after: AuditedList
}

/** A list with the fixes of one step made: its task has the text that is left, and asks for the same silence. */
async function mend(before: AuditedList, step: Step, examine: typeof examineReally): Promise<Mended> {
  const {task, report} = before
  if (!report.diagnostics.some(isMeant(step))) return {before, after: before}
  const mended = await examine({...task, fix: step.safety, fixOnly: [step.rule.id]})
  // Fingerprints change with the text around.
  const silenced = mended.diagnostics.flatMap(({suppressed, fingerprint}) => (suppressed ? [fingerprint] : []))
  const next = {...task, text: mended.text, ...(task.silenced && {silenced})}
  return {before, after: {task: next, report: mended}}
}

function commitOf(step: Step, changed: readonly Mended[]): PlannedCommit {
  const {rule, safety} = step
  return {
    rule: rule.id,
    summary: rule.summary,
    safety,
    count: changed.reduce((sum, {after}) => sum + (after.report.fixed ?? 0), 0),
    fingerprints: changed.flatMap(({before, after}) => gone(step, before.report, after.report)),
    files: changed.map(({after: {task}}) => ({path: task.path, text: task.text}))
  }
}

/** The findings that were there to be mended, and are not any more. */
function gone(step: Step, before: FileReport, after: FileReport): readonly string[] {
  const left = new Set(after.diagnostics.map(({fingerprint}) => fingerprint))
  return before.diagnostics
    .filter(isMeant(step))
    .map(({fingerprint}) => fingerprint)
    .filter(fingerprint => !left.has(fingerprint))
}
