import {expect, it} from 'vitest'
import {readGitHubUrl, repositoryOf} from '../../src/document/link/github-url.ts'

it.each([
  ['https://github.com/Octo/Awesome', {owner: 'Octo', repo: 'Awesome', path: ''}],
  ['http://www.github.com/octo/awesome/', {owner: 'octo', repo: 'awesome', path: ''}],
  ['//github.com/octo/awesome.git', {owner: 'octo', repo: 'awesome', path: ''}],
  ['https://GitHub.com/octo/awesome?tab=readme-ov-file#a', {owner: 'octo', repo: 'awesome', path: ''}],
  ['https://github.com/octo/.github', {owner: 'octo', repo: '.github', path: ''}],
  ['https://github.com/octo_corp/a.b-c', {owner: 'octo_corp', repo: 'a.b-c', path: ''}],
  ['https://github.com/octo/awesome/tree/main/d%20e/', {owner: 'octo', repo: 'awesome', path: 'tree/main/d%20e'}],
  ['https://github.com/octo/awesome/blob/main/../x', {owner: 'octo', repo: 'awesome', path: 'blob/x'}]
])('%s leads into a repository', (url, expected) => {
  expect(readGitHubUrl(url)).toEqual(expected)
})

it.each([
  'https://github.com',
  'https://github.com/octo',
  'https://github.com/octo/..',
  'https://github.com/octo/.git',
  'https://github.com/topics/awesome',
  'https://github.com/Sponsors/octo',
  'https://github.com/user-attachments/assets/1',
  'https://github.com/advisories/GHSA-1',
  'https://github.com/-octo/awesome',
  'https://github.com/oc"to/awesome',
  'https://github.com/octo/awe%22some',
  'https://github.com/octo/áwesome',
  'https://github.com:8443/octo/awesome',
  'https://user:secret@github.com/octo/awesome',
  'https://github.com@a.example/octo/awesome',
  'https://gist.github.com/octo/1',
  'https://github.com.a.example/octo/awesome',
  'ftp://github.com/octo/awesome',
  'octo/awesome',
  'https://['
])('%s does not', url => {
  expect(readGitHubUrl(url)).toBeUndefined()
})

it('keeps facts by small letters', () => {
  expect(repositoryOf('https://github.com/Octo/Awesome.git/')).toBe('octo/awesome')
  expect(repositoryOf('https://a.example/octo/awesome')).toBeUndefined()
})
