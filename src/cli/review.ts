import {UserError} from '../document/error.ts'
import type {PullReference} from '../github/pull-request.ts'
import {rehearse, type Write} from '../github/rehearse.ts'
import {type ReviewOutcome, reviewPullRequest} from '../job/review-pull-request.ts'
import {closing} from '../report/closing.ts'
import {createLog} from '../report/log.ts'
import {printable} from '../report/printable.ts'
import {rehearsal} from '../report/rehearsal.ts'
import {gitHubWithOrWithout, heardBy, linksOf} from './links.ts'
import {settingsOf} from './lint.ts'
import type {CommandLine} from './options.ts'
import {outputOf} from './output.ts'
import {progressOn} from './progress.ts'
import {tokenOf, type World, write} from './world.ts'

/** How many comments a review has at most, as in the Action. */
const maxComments = 30

/** Reviews a pull request as the Action does, or tells what it would post; returns the exit code. */
export async function review(line: CommandLine, world: World): Promise<number> {
  const {stdout, stderr} = world
  const {owner, repo, number} = readReference(line.operands)
  const isDry = line.has('dry-run')
  const which = linksOf(line, 'changed', ['none', 'changed', 'all'])
  if (!isDry && tokenOf(world) === undefined)
    throw new UserError('To post a review, give a token in `GITHUB_TOKEN`; `--dry-run` prints it without one.')
  const github = await gitHubWithOrWithout(world)
  const writes: Write[] = []
  const {file: configFile, ...overrides} = settingsOf(line)
  const progress = progressOn(stderr)
  const outcome = await reviewPullRequest(
    {
      repository: {owner, repo},
      change: {kind: 'pull request', number},
      overrides,
      ...(configFile !== undefined && {configFile}),
      maxComments,
      links: {which, ...heardBy(progress)},
      show: 'review',
      instead: 'the findings are printed here instead'
    },
    {
      github: isDry ? rehearse(github, one => writes.push(one)) : github,
      log: createLog(text => stderr.write(text))
    }
  ).finally(progress.end)
  await write(stdout, inLines(isDry ? rehearsal(writes) : outcome.reviewUrl ? `${outcome.reviewUrl}\n` : ''))
  await tellRest(outcome, line, world)
  if (outcome.files.some(file => file.crashes?.length)) return 3
  return outcome.fails ? 1 : 0
}

/** Tells in short what was found; in full, where it could not be told on the pull request. */
async function tellRest({files, asked, notes, show}: ReviewOutcome, line: CommandLine, world: World): Promise<void> {
  const links = asked?.links ?? []
  if (show === 'annotations') {
    const output = await outputOf(line, world)
    return output.show({files, asked: {links, notes, hosts: []}, advice: 'another command'})
  }
  const said = [...notes.map(printable), closing(files, links, 'another command')]
  return write(world.stderr, said.map(one => `${one}\n`).join(''))
}

/** The pull request as `OWNER/REPO#N`, or its address. */
function readReference([given, ...more]: readonly string[]): PullReference {
  const found =
    /^([a-z\d-]{1,39})\/([\w.-]{1,100})#(\d{1,10})$/i.exec(given ?? '') ??
    /^https:\/\/[^/]+\/([a-z\d-]{1,39})\/([\w.-]{1,100})\/pull\/(\d{1,10})(?:[/?#].*)?$/i.exec(given ?? '')
  const [, owner, repo, number] = found ?? []
  if (owner === undefined || repo === undefined || more.length > 0)
    throw new UserError(
      '`review` takes one pull request; write `OWNER/REPO#N`, such as `awesome-doctor review ann/list#7`.'
    )
  return {owner, repo, number: Number(number)}
}

/** Lines of strangers are safe to print one by one. */
const inLines = (text: string): string => text.split('\n').map(printable).join('\n')
