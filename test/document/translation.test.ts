import {expect, it} from 'vitest'
import {languageTag} from '../../src/document/words/translation.ts'

it.each([
  ['README.md', undefined],
  ['README', undefined],
  ['README.zh-CN.md', 'zh-cn'],
  ['README_fr.md', 'fr'],
  ['README-zh_Hans.md', 'zh-hans'],
  ['readme.zh-Hant-TW.md', 'zh-hant-tw'],
  ['README_CN.md', 'cn'],
  ['README.ml.md', 'ml'],
  ['docs/ja/README.md', 'ja'],
  ['docs/README-ja.md', 'ja'],
  ['i18n/pt-BR/tools.md', 'pt-br'],
  ['lists/de.md', 'de'],
  ['lists/es-419.md', 'es-419'],
  ['lists/tools.fr.md', 'fr'],
  ['lists/tools-pt_BR.md', 'pt-br'],
  ['lists/tools-pt-br.md', 'pt-br']
])('%s is in %s', (path, tag) => {
  expect(languageTag(path)).toBe(tag)
})

it.each([
  'lists/ml.md',
  'lists/go.md',
  'lists/machine-learning.md',
  'lists/awesome-it.md',
  'ml/README.md',
  'lists/to-do.md',
  'lists/my-list.md',
  'a.min.md'
])('%s is a topic', path => {
  expect(languageTag(path)).toBeUndefined()
})
