import {describe, expect, it} from 'vitest'
import {hasFragment} from '../../src/links/fragment.ts'
import {readPage} from '../../src/links/page.ts'

const words = '<p>Enough words to be a page, and not the shell of an application that is still to be loaded.</p>'
const page = readPage(`<title>T</title><ul><li><a href="#linked">L</a></ul>
  <h2 id="install">Install</h2><h2 id="user-content-usage">Usage</h2><a name="old"></a><h2 id="größe">Größe</h2>
  <h2 id="100%">100%</h2><h2 id="C++(x)">C++</h2><h2>Without a name</h2><i data-tab="tabbed"></i>
  <script>data = {"readme": "<h2 id=\\"user-content-escaped\\">"}</script>${words}`)
const whole = {whole: true}

describe('a fragment is there', () => {
  it.each([
    'install',
    'usage',
    'user-content-usage',
    'old',
    'größe',
    'gr%C3%B6%C3%9Fe',
    '100%',
    '100%25',
    'C++(x)',
    '',
    'top',
    'TOP'
  ])('%j', fragment => {
    expect(hasFragment(page, fragment, whole)).toBe(true)
    expect(hasFragment(page, fragment, {})).toBe(true)
  })

  it('before the text that it marks', () => {
    expect(hasFragment(page, 'install:~:text=words', whole)).toBe(true)
    expect(hasFragment(page, 'missing:~:text=words', whole)).toBe(false)
  })
})

describe('a fragment is not there', () => {
  it.each(['missing', 'missing-name', 'module.name', 'a%20b', '%zz', 'installation', 'x'.repeat(1000)])(
    '%j',
    fragment => {
      expect(hasFragment(page, fragment, whole)).toBe(false)
    }
  )
})

describe('a fragment cannot be told', () => {
  it.each([
    ':~:text=words',
    '!/route',
    '/route',
    '/',
    'route/two',
    'tab=a',
    'page=3',
    '?a',
    'operation(String)',
    'L10',
    'L10-L20',
    'L10C5-L20',
    'lines-10',
    'line-3',
    '12345',
    'issuecomment-123',
    'discussion_r123',
    'comment-5',
    'p12',
    'diff-abc',
    'readme',
    'readme-ov-file',
    'MIT-1-ov-file',
    'Install',
    'USAGE',
    'without-a-name',
    'linked',
    'tabbed',
    'escaped'
  ])('%j', fragment => {
    expect(hasFragment(page, fragment, whole)).toBeUndefined()
  })

  it('on a page that is cut off, rendered by script, or without any name', () => {
    expect(hasFragment(page, 'missing', {whole: false})).toBeUndefined()
    expect(hasFragment(page, 'missing', {})).toBeUndefined()
    const shell = readPage('<div id="root"></div><script src="a.js"></script>')
    expect(hasFragment(shell, 'missing', whole)).toBeUndefined()
    expect(hasFragment(shell, 'root', whole)).toBe(true)
    expect(hasFragment(readPage(words), 'missing', whole)).toBeUndefined()
  })
})
