import {rules as allRules} from '../../rules/index.ts'
import type {GitHub, Repository} from '../github/octokit.ts'
import {readFile} from '../github/pull-request.ts'
import {suggest} from '../lint/nearest.ts'
import {urlTest} from '../lint/path-test.ts'
import type {KnownRule} from '../lint/rule-setting.ts'
import {type ConfigPlace, ignoreLinkComment, ignoreRuleComment, linkLines, ruleLines} from '../report/command.ts'
import {configFiles} from './read-config.ts'

/** What is to be ignored, and where. */
export interface IgnoreTask {
  readonly repository: Repository
  /** The branch whose config counts. */
  readonly baseRef: string
  /** Root of the web pages, such as `https://github.com`. */
  readonly webUrl: string
  /** A config file of the base, instead of the usual ones. */
  readonly configFile?: string
  /** A rule or an address, as a person wrote it. */
  readonly what: string
}

/** The body of a comment that helps, or why there is none. */
export type Advice = {readonly comment: string} | {readonly refused: string}

/** Longer addresses are no links that a person reads. */
const longestAddress = 1000

/**
 * Says what to write where so that a rule or a link is left alone. It is not written here: what a review ignores is for
 * the base branch to say, where people look at changes before they count.
 */
export async function adviseIgnoring(
  github: GitHub,
  task: IgnoreTask,
  rules: readonly KnownRule[] = allRules
): Promise<Advice> {
  const {what} = task
  if (what === '') return {refused: 'Say what to ignore: `/doctor ignore RULE` or `/doctor ignore https://…`.'}
  const rule = rules.find(({id}) => id === what.toLowerCase())
  if (rule) {
    const place = await configPlace(github, task, ruleLines(rule.id))
    return {comment: ignoreRuleComment(rule.id, place)}
  }
  if (/^https?:\/\//i.test(what)) {
    const glob = what.length <= longestAddress && URL.canParse(what) ? globOf(what) : undefined
    if (glob === undefined)
      return {refused: 'That address cannot be written as an exception; add one to `links: exclude` in the config.'}
    return {comment: ignoreLinkComment(glob, await configPlace(github, task, linkLines(glob)))}
  }
  const ids = rules.map(({id}) => id)
  return {refused: `There is no rule \`${quotable(what)}\`; ${suggest(what, ids)}`}
}

/** A glob that an address fits as it is: most need no escapes. */
function globOf(url: string): string | undefined {
  const escaped = url.replace(/[\\*?()[\]{}!+@|]/g, '\\$&')
  return [url, escaped].find(glob => isExact(glob, url))
}

function isExact(glob: string, url: string): boolean {
  try {
    return urlTest([glob])(url)
  } catch {
    return false
  }
}

async function configPlace(
  github: GitHub,
  {repository, baseRef, webUrl, configFile}: IgnoreTask,
  lines: readonly string[]
): Promise<ConfigPlace> {
  const {owner, repo} = repository
  const at = (kind: string, path = ''): string =>
    [
      webUrl,
      owner,
      repo,
      kind,
      ...`${baseRef}/${path}`
        .split('/')
        .filter(part => part !== '')
        .map(encodeURIComponent)
    ].join('/')
  for (const path of configFile === undefined ? configFiles : [configFile])
    if (await readFile(github, repository, {path, ref: baseRef}))
      return {path, branch: baseRef, url: at('edit', path), state: 'there'}
  const path = configFile ?? configFiles[0]
  const query = new URLSearchParams({filename: path, value: `${lines.join('\n')}\n`})
  return {path, branch: baseRef, url: `${at('new')}?${query}`, state: 'missing'}
}

/** What a stranger wrote, short and without backticks. */
const quotable = (text: string): string => text.replaceAll('`', '').slice(0, 60)
