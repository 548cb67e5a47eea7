import {expect, it} from 'vitest'
import {hostOf, urlKey} from '../../src/document/link/url.ts'

it.each([
  ['http://a.example', 'https://a.example/'],
  ['https://WWW.A.example/b', 'http://a.example/b/'],
  ['https://github.com/A/B', 'https://github.com/a/b.git'],
  ['https://a.example:443/', 'https://a.example'],
  ['https://a.example/b/index.html', 'https://a.example/b'],
  ['https://a.example/?utm_source=x&b=1', 'https://a.example/?b=1'],
  ['//a.example/b', 'https://a.example/b']
])('%s and %s name one thing', (a, b) => {
  expect(urlKey(a)).toBe(urlKey(b))
  expect(urlKey(a)).toBeDefined()
})

it.each([
  ['https://a.example/b', 'https://a.example/B'],
  ['https://a.example/?b=1', 'https://a.example/?b=2'],
  ['https://a.example/#b', 'https://a.example/#c'],
  ['https://a.example:8080/', 'https://a.example/'],
  ['https://a.example/b', 'https://b.example/b']
])('%s and %s name two', (a, b) => {
  expect(urlKey(a)).not.toBe(urlKey(b))
})

it.each(['#a', 'docs/a.md', 'mailto:a@a.example', 'https://', 'https://[', ''])('%s is no web address', url => {
  expect(urlKey(url)).toBeUndefined()
})

it('reads the host of an address', () => {
  expect(hostOf('https://user@WWW.A.example:80/b')).toBe('a.example')
  expect(hostOf('docs/a.md')).toBeUndefined()
})
