import type {FileReport} from '../lint/diagnostic.ts'
import {healthOf} from './health.ts'
import {jsonText} from './json-text.ts'

/** The health of the lists for https://shields.io/badges/endpoint-badge, which draws the badge. */
export default function shields(files: readonly FileReport[]): string {
  const {label, message, color} = healthOf(files)
  return jsonText({schemaVersion: 1, label, message, color})
}
