/** Languages that lists are translated into, and the countries that stand for some of them in names of files. */
const codes = new Set(
  (
    'ar az be bg bn bs ca cs da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id it ja ka kk km kn ko ku ky ' +
    'lo lt lv mk ml mn mr ms my nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh ' +
    'br cn cz dk gr hk jp kr se tw ua'
  ).split(' ')
)

/** Codes that as a name by themselves are more often something else, such as machine learning. */
const ambiguous = new Set('ar br cs id is it ml ms my no ps se si te vi'.split(' '))

/** A code, with the script or country where one is named: `fr`, `zh-CN`, `zh_Hans`, `es-419`. */
const whole = /^([a-z]{2})(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3})){0,2}$/i

/** The same at the end of other words: what could be a word, too, must be written as scripts and countries are. */
const last = /[._-]([A-Za-z]{2}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}|\d{3}|br|pt|cn|tw|hk|us|gb))?)$/

/**
 * The language that a path names, in lower case: `zh-cn` for `README.zh-CN.md`, `ja` for `docs/ja/readme.md`, `de` for
 * `lists/de.md`; nothing where it names none.
 */
export function languageTag(path: string): string | undefined {
  const folders = path.split('/')
  const stem = (folders.pop() ?? '').replace(/\.[^.]*$/, '')
  const [, ending] = /^(?:readme|index)[._-](.+)$/i.exec(stem) ?? []
  const own = ending === undefined ? tagIn(last.exec(stem)?.[1] ?? stem, ambiguous) : tagIn(ending, new Set())
  return own ?? folders.map(folder => tagIn(folder, ambiguous)).find(found => found !== undefined)
}

function tagIn(part: string, except: ReadonlySet<string>): string | undefined {
  const code = whole.exec(part)?.[1]?.toLowerCase()
  if (code === undefined || !codes.has(code)) return undefined
  // With a country behind it, no code is ambiguous.
  if (except.has(code) && part.length === code.length) return undefined
  return part.toLowerCase().replaceAll('_', '-')
}
