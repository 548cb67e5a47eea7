import {readdir, realpath, stat} from 'node:fs/promises'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import {suggest} from '../lint/nearest.ts'

/** A file to look at: the path as the user knows it (forward slashes), and where it really is. */
export interface Found {
  readonly path: string
  readonly real: string
}

/**
 * The files that the user means, in the order given, each once.
 * @param paths files, folders or globs; none means the config's `files`, else the readme here.
 * @throws UserError for what is not there, or leaves the working folder through a symlink.
 */
export async function findFiles(
  cwd: string,
  paths: readonly string[],
  globs: readonly string[]
): Promise<readonly Found[]> {
  const names = paths.length > 0 ? await expandAll(cwd, paths, globs) : await usual(cwd, '.', globs)
  const found = new Map<string, Found>()
  for (const name of names) {
    const real = await locate(cwd, name)
    if (!found.has(real)) found.set(real, {path: slashes(name), real})
  }
  return [...found.values()]
}

async function expandAll(cwd: string, paths: readonly string[], globs: readonly string[]): Promise<readonly string[]> {
  const names: string[] = []
  for (const given of paths) names.push(...(await expand(cwd, given, globs)))
  return names
}

async function expand(cwd: string, given: string, globs: readonly string[]): Promise<readonly string[]> {
  const there = await stat(path.resolve(cwd, given)).catch(() => undefined)
  if (there?.isDirectory()) return usual(cwd, given, globs)
  if (there) return [given]
  const pattern = slashes(given)
  const {isDynamicPattern} = await globbing()
  if (!isDynamicPattern(pattern)) throw await missing(cwd, given)
  const names = await match(cwd, [pattern])
  if (names.length === 0) throw new UserError(`No file matches \`${given}\`; check the glob, or name a file.`)
  return names
}

/** Loaded for those who search only, and most name a file. */
const globbing = () => import('tinyglobby')

/** What a folder holds for us: the config's files that lie in it, else its readme. */
async function usual(cwd: string, folder: string, globs: readonly string[]): Promise<readonly string[]> {
  const top = path.resolve(cwd, folder)
  if (globs.length > 0) {
    const names = await match(cwd, globs)
    const inside = names.filter(name => isInside(top, path.resolve(cwd, name)))
    if (inside.length > 0) return inside
    if (isInside(top, path.resolve(cwd))) {
      const list = globs.map(one => `\`${one}\``).join(', ')
      throw new UserError(`No file matches the config's \`files\` (${list}); correct it, or name a file.`)
    }
  }
  const entries = await readdir(top, {withFileTypes: true})
  const readmes = entries.filter(one => !one.isDirectory() && readmeRank(one.name) >= 0).map(one => one.name)
  const [readme] = readmes.sort((a, b) => readmeRank(a) - readmeRank(b) || (a < b ? -1 : 1))
  if (readme) return [folder === '.' ? readme : path.join(folder, readme)]
  const where = folder === '.' ? 'here' : `in \`${folder}\``
  throw new UserError(`There is no readme ${where}; name the file to look at, such as \`awesome-doctor list.md\`.`)
}

/** In the order of the patterns; those with `!` take away. A readme is found however it is written. */
async function match(cwd: string, globs: readonly string[]): Promise<readonly string[]> {
  const taken = globs.filter(one => one.startsWith('!')).map(one => one.slice(1))
  const ignore = ['**/node_modules/**', '**/.git/**', ...taken]
  const {isDynamicPattern} = await globbing()
  const names: string[] = []
  for (const glob of globs.filter(one => !one.startsWith('!'))) {
    const pattern = slashes(glob).replace(/^\.\//, '')
    names.push(...(isDynamicPattern(pattern) ? await crawl(cwd, pattern, ignore) : await named(cwd, pattern)))
  }
  return names
}

/** Symlinks are not followed, lest the search leaves the working folder; to look at one, name it. */
async function crawl(cwd: string, pattern: string, ignore: readonly string[]): Promise<readonly string[]> {
  const caseSensitiveMatch = !isReadme(pattern)
  const options = {cwd, ignore, caseSensitiveMatch, expandDirectories: false, followSymbolicLinks: false}
  const {glob} = await globbing()
  return (await glob(pattern, options)).sort()
}

async function named(cwd: string, name: string): Promise<readonly string[]> {
  const folder = path.posix.dirname(name)
  const wanted = path.posix.basename(name)
  const siblings = await readdir(path.resolve(cwd, folder)).catch((): string[] => [])
  const alike = (one: string) => one.toLowerCase() === wanted.toLowerCase()
  const found = siblings.includes(wanted) ? wanted : isReadme(name) ? siblings.sort().find(alike) : undefined
  return found === undefined ? [] : [path.posix.join(folder, found)]
}

const isReadme = (pattern: string): boolean => /(^|\/)readme(\.\w+)?$/i.test(pattern)

/** Where a file really is; a symlink may lead anywhere inside the working folder, but not out of it. */
async function locate(cwd: string, name: string): Promise<string> {
  const spelled = path.resolve(cwd, name)
  const real = await realpath(spelled).catch(() => undefined)
  if (real === undefined) throw await missing(cwd, name)
  if (isInside(path.resolve(cwd), spelled) && !isInside(await realpath(cwd), real))
    throw new UserError(`\`${name}\` is a symlink that leaves the working folder; name the file it points to instead.`)
  return real
}

async function missing(cwd: string, name: string): Promise<UserError> {
  const folder = path.dirname(path.resolve(cwd, name))
  const siblings = await readdir(folder).catch((): string[] => [])
  const lists = siblings.filter(
    one => /\.(md|markdown)$/i.test(one) || one.toLowerCase() === path.basename(name).toLowerCase()
  )
  if (lists.length === 0) return new UserError(`\`${name}\` does not exist; name a markdown file that does.`)
  return new UserError(`\`${name}\` does not exist; ${suggest(path.basename(name), lists)}`)
}

function isInside(folder: string, file: string): boolean {
  const way = path.relative(folder, file)
  return !path.isAbsolute(way) && way !== '..' && !way.startsWith(`..${path.sep}`)
}

/** Which of several readmes is the list: smaller is better, -1 is none. */
export const readmeRank = (name: string): number =>
  ['readme.md', 'readme.markdown', 'readme.mdown', 'readme.mkd', 'readme'].indexOf(name.toLowerCase())

/** The name of a file for globs and for other files: from the working folder, with forward slashes. */
export const nameFrom = (cwd: string, file: string): string => slashes(path.relative(cwd, path.resolve(cwd, file)))

const slashes = (name: string): string => (path.sep === '\\' ? name.replaceAll('\\', '/') : name)
