import {fixBranch} from '../github/fix-branch.ts'
import type {Refusal} from '../github/octokit.ts'

/** Why the fixes could not be proposed, as sentences that name what would help; backticks around literals. */
type Note = (refusal: Refusal) => string

const isLater = ({status, message}: Refusal): boolean =>
  status === 0 || status >= 500 || status === 429 || /rate limit/i.test(message)

function said({status, message}: Refusal): string {
  const words = message.replace(/\s+/g, ' ').trim()
  if (status === 0) return `GitHub could not be reached: ${words}`
  return `GitHub ${status >= 500 ? 'failed' : 'refused'}: ${status} ${words}`
}

/** What holds for whatever was asked. */
function usual(what: string, permission: string, refusal: Refusal): string {
  const {status, message} = refusal
  const reason = `${what} (${said(refusal)})`
  if (isLater(refusal)) return `${reason}; the next audit tries again.`
  if (/\barchived\b/i.test(message))
    return `${reason}; an archived repository takes no fixes: set \`fix: none\`, or unarchive it under Settings → General.`
  if (status === 401) return `${reason}; check \`github-token\`.`
  if (/repository rule|protected branch|not authorized to push|cannot force-push|cannot delete/i.test(message))
    return `${reason}; leave \`${fixBranch}\` out of the rules for branches under Settings → Rules → Rulesets and Settings → Branches, or let whoever the token belongs to bypass them.`
  if (status === 403 || status === 404) return `${reason}; the job needs \`permissions: ${permission}\`.`
  return `${reason}; the findings are in the report all the same.`
}

/** Where it could not even be looked what there is. */
export const readingNote: Note = refusal =>
  usual('No fixes were proposed, since what was proposed before could not be read', 'contents: write', refusal)

/** Where the branch could not be written. */
export const branchNote: Note = refusal =>
  usual(`No fixes were proposed, since \`${fixBranch}\` could not be written`, 'contents: write', refusal)

/** Where the branch could be written, and the pull request could not be opened. */
export function openingNote(refusal: Refusal, compareUrl: string): string {
  const byHand = `The fixes stand on \`${fixBranch}\`: open the pull request by hand at \`${compareUrl}\`.`
  if (/not permitted to create/i.test(refusal.message))
    return `GitHub Actions may not open pull requests here: switch on “Allow GitHub Actions to create and approve pull requests” under Settings → Actions → General → Workflow permissions, in an organisation first in the settings of the organisation. ${byHand}`
  return `${usual('The pull request could not be opened', 'pull-requests: write', refusal)} ${byHand}`
}

/** Where the pull request could not be edited or closed. */
export const editingNote: Note = refusal =>
  usual('The pull request with the fixes could not be brought up to date', 'pull-requests: write', refusal)
