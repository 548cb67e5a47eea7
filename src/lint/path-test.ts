import picomatch from 'picomatch'

const clean = (glob: string): string => glob.replace(/^\.\//, '')

/**
 * A test for paths from the root: whether one of the globs matches, and none of those with `!`. Case does not matter.
 * @param hidden whether a star matches names that begin with a dot, too
 */
export const pathTest = (
  globs: readonly string[],
  hidden: 'with hidden' | 'without hidden'
): ((path: string) => boolean) =>
  picomatch(globs.filter(glob => !glob.startsWith('!')).map(clean), {
    nocase: true,
    dot: hidden === 'with hidden',
    ignore: globs.filter(glob => glob.startsWith('!')).map(glob => clean(glob.slice(1)))
  })

/** A test for addresses of the web: whether one of the globs matches, in which a star matches slashes, too. */
export function urlTest(globs: readonly string[]): (url: string) => boolean {
  if (globs.length === 0) return () => false
  const matches = picomatch([...globs], {nocase: true, dot: true, bash: true})
  // Browsers write the address of a host with a slash, people without.
  return url => matches(url) || matches(url.replace(/\/$/, ''))
}
