import type {Location, Result, Fix as SarifFix} from 'sarif'
import {byPlace} from '../document/edit.ts'
import type {Diagnostic, FileReport, Fix, Place, Related} from '../lint/diagnostic.ts'
import type {Range} from '../lint/rule.ts'
import {lineHashes} from './line-hash.ts'
import {type Sites, sitesIn} from './sarif-place.ts'
import {messageOf, withLinks} from './sarif-text.ts'

/** GitHub takes 1,000 places of a result and shows 100; nobody follows more than a few. */
const mostRelated = 10

/** A finding, with what its file knows of places. */
export interface Located {
  readonly finding: Diagnostic
  readonly sites: Sites
  readonly hashOf: (line: number) => string | undefined
}

/** The findings of a file that are not outside of the diff asked about. */
export function locate({path, text, diagnostics}: FileReport): readonly Located[] {
  const asked = diagnostics.filter(({changed}) => changed !== false)
  if (asked.length === 0) return []
  const sites = sitesIn(path, text)
  const hashOf = lineHashes(text)
  return asked.map(finding => ({finding, sites, hashOf}))
}

/**
 * A finding as a SARIF result, its fix aside.
 * @param note what it says beyond its rule
 */
export function resultOf({finding, sites, hashOf}: Located, ruleIndex: number, note: string | undefined): Result {
  const {rule: ruleId, severity: level, reason, fingerprint, suppressed, baseline} = finding
  const related = (finding.related ?? []).slice(0, mostRelated).map((one, index) => ({...one, id: index + 1}))
  const physicalLocation = {artifactLocation: sites.artifact, region: sites.region(rangeOf(finding.place))}
  const hash = hashOf(physicalLocation.region.startLine!)
  return {
    ruleId,
    ruleIndex,
    level,
    message: withLinks(note === undefined ? [reason] : [reason, note], related),
    locations: [{physicalLocation}],
    ...(related.length > 0 && {relatedLocations: related.map(one => relatedLocation(one, sites))}),
    partialFingerprints: {'awesomeDoctor/v1': fingerprint, ...(hash && {primaryLocationLineHash: hash})},
    // Where one result has this, each has to (§3.27.23): an empty one says that nothing silences it.
    suppressions: suppressed ? [{kind: baseline === undefined ? 'inSource' : 'external'}] : []
  }
}

function relatedLocation({id, message, place}: Related & {readonly id: number}, {artifact, region}: Sites): Location {
  return {
    id,
    message: messageOf(message),
    physicalLocation: {artifactLocation: artifact, region: region(rangeOf(place))}
  }
}

/** A fix as SARIF has it; nothing where it changes the byte-order mark, of which a text region cannot speak. */
export function fixOf({safety, title, edits}: Fix, {artifact, region, covers}: Sites): SarifFix | undefined {
  if (!edits.every(({range}) => covers(range))) return undefined
  const replacements = edits.toSorted(byPlace).map(({range, newText}) => ({
    deletedRegion: region(range),
    ...(newText !== '' && {insertedContent: {text: newText}})
  }))
  return {
    description: messageOf(title),
    artifactChanges: [{artifactLocation: artifact, replacements}],
    properties: {safety}
  }
}

const rangeOf = ({start, end}: Place): Range => [start.offset, end.offset]
