import type {Refusal} from '../github/octokit.ts'
import {reasonOf} from './publish-review.ts'

/** What was to be done with the issue, as a participle. */
export type Deed = 'looked for' | 'opened' | 'brought up to date' | 'closed as a duplicate'

/** Whether a repository has no issues at all. */
export const areDisabled = ({status, message}: Refusal): boolean =>
  /issues (?:are|has been|have been) disabled/i.test(message) || (status === 410 && !/deleted/i.test(message))

/** A sentence about what GitHub refused, and one that says what would help. */
export function refusedNote(deed: Deed, refusal: Refusal): string {
  if (areDisabled(refusal))
    return 'Issues are switched off in this repository, so there is none to tell of this audit: switch them on under Settings → General → Features → Issues, or set `issue: false`.'
  const what = deed === 'closed as a duplicate' ? 'A second issue' : 'The issue'
  return `${what} could not be ${deed}: ${reasonOf(refusal)}. ${remedyFor(refusal)}`
}

function remedyFor({status, message}: Refusal): string {
  if (status === 0 || status >= 500 || status === 429 || /rate limit/i.test(message))
    return 'Run the audit again later.'
  if (/archived|read-only/i.test(message)) return 'The repository is archived: set `issue: false`, or unarchive it.'
  if (status === 422) return 'Run the audit again, and report it if that does not help.'
  if (status === 410) return 'It was deleted meanwhile; the next audit opens another.'
  if (status === 401) return 'Check `github-token`.'
  if (/personal access token/i.test(message)) return 'The token needs the permission to write issues.'
  return 'The job needs `permissions: issues: write`.'
}

/** Where nobody can tell whose token this is. */
export const unknownTokenNote =
  'GitHub does not tell whose token this is, so nobody knows which of the issues there is ours, and none was written. Run the audit again later.'
