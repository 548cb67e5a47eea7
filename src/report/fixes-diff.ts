import {byPlace, type TextEdit, touch} from '../document/edit.ts'
import type {FileReport} from '../lint/diagnostic.ts'
import {isShown} from '../lint/tally.ts'
import {harmless} from './log.ts'
import {hunksOf, linesOf, reach} from './patch.ts'

/** Lines of a diff at most, and characters of a line in it: who wants more runs the fixes. */
const mostLines = 200
const longestLine = 500

/**
 * The safe fixes of a file that go together, as lines of a diff without context. What is too much to show, or has characters
 * that could deceive the eye, is left out.
 */
export function fixesDiff({text, diagnostics}: FileReport): readonly string[] {
  const edits: TextEdit[] = []
  const fixes = diagnostics.flatMap(one => (isShown(one) && one.fix?.safety === 'safe' ? one.fix : []))
  // Small ones go first, so that a move does not swallow the fixes of the lines it passes.
  for (const fix of fixes.sort((a, b) => reach(text, a.edits) - reach(text, b.edits))) {
    const fresh = fix.edits.filter(edit => !edits.some(known => isSame(known, edit)))
    if (!fresh.some(edit => edits.some(known => touch(known, edit)))) edits.push(...fresh)
  }
  const diff: string[] = []
  for (const {line, removed, added} of hunksOf(text, linesOf(text), edits)) {
    const rows = [...removed.map(row => `-${row}`), ...added.map(row => `+${row}`)]
    if (rows.some(row => row.length > longestLine || harmless(row) !== row)) continue
    if (diff.length + rows.length >= mostLines) break
    diff.push(`@@ line ${line} @@`, ...rows)
  }
  return diff
}

const isSame = (a: TextEdit, b: TextEdit): boolean => byPlace(a, b) === 0 && a.newText === b.newText
