/** Languages that lists are translated into, and the countries that stand for some of them in names of files. */
const codes = new Set(
  (
    'ar az be bg bn bs ca cs da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id it ja ka kk km kn ko ku ky ' +
    'lo lt lv mk ml mn mr ms my nb ne nl nn no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh ' +
    'br cn cz dk gr hk jp kr se tw ua'
  ).split(' ')
)

/** Codes that by themselves are more often something else, such as machine learning. */
const ambiguous = new Set('ar br cs id is it ml ms my no ps se si te vi'.split(' '))

/** A code, with the script or country where one is named: `fr`, `zh-CN`, `zh_Hans`, `es-419`. */
const tag = /^([a-z]{2})(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3})){0,2}$/i

/** One by itself or behind other words; what could be a word is only taken for a script or country as these are written. */
const plain = /(?:^|[._-])([A-Za-z]{2}(?:[-_](?:[A-Z]{2}|[A-Z][a-z]{3}|\d{3}|br|pt|cn|tw|hk|us|gb|hans|hant))?)$/

/**
 * The language that a path names, in lower case: `zh-cn` for `README.zh-CN.md`, `ja` for `docs/ja/readme.md`, `de` for
 * `lists/de.md`; nothing where it names none.
 */
export function languageTag(path: string): string | undefined {
  const folders = path.split('/')
  const stem = (folders.pop() ?? '').replace(/\.[^.]*$/, '')
  const [, ending] = /^(?:readme|index)[._-](.+)$/i.exec(stem) ?? []
  const own = ending === undefined ? unambiguous(stem) : normal(ending)
  return (
    own ??
    folders
      .filter(folder => tag.test(folder))
      .map(unambiguous)
      .find(found => found !== undefined)
  )
}

function unambiguous(name: string): string | undefined {
  const [, found = ''] = plain.exec(name) ?? []
  return ambiguous.has(found.toLowerCase()) ? undefined : normal(found)
}

const normal = (found: string): string | undefined =>
  codes.has(tag.exec(found)?.[1]?.toLowerCase() ?? '') ? found.toLowerCase().replaceAll('_', '-') : undefined
