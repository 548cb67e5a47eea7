import {UserError} from '../document/error.ts'
import {isRecord} from './config-item.ts'
import type {Diagnostic} from './diagnostic.ts'

/** Findings that were there before anybody looked. They are not told again, until their file no longer names them. */
export interface Baseline {
  /** The path of the file, from where the configuration counts. */
  readonly file: string
  readonly fingerprints: readonly string[]
}

/** What a baseline file names: for each list and rule the fingerprints, each with a sentence for people. */
export type KnownFindings = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>

/** How much of a sentence is kept: enough to know a finding by. */
const longest = 160

/** Reads a baseline file. @throws UserError for one that is none. */
export function parseBaseline(text: string, file: string): KnownFindings {
  const wrong = (problem: string): UserError =>
    new UserError(`\`${file}\` is no baseline: ${problem}; delete it and run \`awesome-doctor init\` for a new one.`)
  let parsed: unknown
  try {
    parsed = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw wrong(`it is not valid JSON (${error instanceof Error ? error.message : error})`)
  }
  if (!isRecord(parsed) || parsed['version'] !== 1) throw wrong('its `version` is not 1')
  const {findings} = parsed
  const isKnown = (one: unknown): boolean =>
    isRecord(one) && Object.values(one).every(rule => isRecord(rule) && Object.values(rule).every(isText))
  if (!isRecord(findings) || !Object.values(findings).every(isKnown))
    throw wrong('its `findings` must name fingerprints by file and rule')
  return findings as KnownFindings
}

const isText = (value: unknown): boolean => typeof value === 'string'

/** The fingerprints of known findings. */
export const fingerprintsIn = (known: KnownFindings): readonly string[] =>
  Object.values(known).flatMap(rules => Object.values(rules).flatMap(Object.keys))

/**
 * Findings as a baseline names them.
 * @param files what is silenced otherwise is not named
 */
export const knownFrom = (
  files: readonly {readonly path: string; readonly diagnostics: readonly Diagnostic[]}[]
): KnownFindings =>
  Object.fromEntries(
    files.flatMap(({path, diagnostics}) => {
      const found = diagnostics.filter(({suppressed}) => !suppressed)
      const ids = [...new Set(found.map(({rule}) => rule))].sort()
      const ofRule = (id: string) =>
        Object.fromEntries(
          found.filter(({rule}) => rule === id).map(({fingerprint, reason}) => [fingerprint, reason.slice(0, longest)])
        )
      return found.length > 0 ? [[path, Object.fromEntries(ids.map(id => [id, ofRule(id)]))]] : []
    })
  )

/** Known findings without those that are gone. */
export const stillKnown = (
  known: KnownFindings,
  isStill: (path: string, fingerprint: string) => boolean
): KnownFindings => {
  const kept = <T>(record: Readonly<Record<string, T>>, keep: (key: string, value: T) => T | undefined) =>
    Object.fromEntries(
      Object.entries(record).flatMap(([key, value]) => {
        const next = keep(key, value)
        return next === undefined ? [] : [[key, next]]
      })
    )
  const unlessEmpty = <T extends object>(record: T): T | undefined =>
    Object.keys(record).length > 0 ? record : undefined
  return kept(known, (path, rules) =>
    unlessEmpty(
      kept(rules, (_, reasons) =>
        unlessEmpty(kept(reasons, (fingerprint, reason) => (isStill(path, fingerprint) ? reason : undefined)))
      )
    )
  )
}

/** The text of a baseline file. */
export const baselineText = (known: KnownFindings): string =>
  `${JSON.stringify({version: 1, findings: known}, undefined, 2)}\n`
