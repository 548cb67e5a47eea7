import {expect, test} from 'vitest'
import {holdsSecret, tellsSecret} from '../../src/links/secret.ts'

test.each([
  'https://user@a.example/',
  'https://user:pass@a.example/',
  'https://a.example/?token=1',
  'https://a.example/?b=1&access_token=1',
  'https://a.example/?b=1;apiKey=1',
  'https://a.example/?X-Amz-Signature=1',
  'https://a.example/?x-goog-expires=1',
  'https://a.example/?AWSAccessKeyId=1',
  'https://a.example/?sig=1',
  'https://a.example/?%74oken=1',
  'https://a.example/b;jsessionid=1',
  'https://a.example/#id_token=1',
  'https://a.example/?next=https%3A%2F%2Fb.example%2F%3Fpassword%3D1',
  'https://a.example/?next=https%3A%2F%2Fme%3Apass%40b.example%2F',
  'no address'
])('%s holds a secret', url => {
  expect(holdsSecret(url)).toBe(true)
})

test.each([
  'https://a.example/',
  'https://a.example/token',
  'https://a.example/?author=1&keyword=2&page=3',
  'https://a.example/?q=token',
  'https://a.example/?q=a%40b.example',
  'https://a.example/@user?tab=1',
  'https://a.example/?%zz=%ff'
])('%s holds none', url => {
  expect(holdsSecret(url)).toBe(false)
})

test('a text tells a secret where an address in it holds one', () => {
  expect(tellsSecret('leads to `https://a.example/?key=1`, twice')).toBe(true)
  expect(tellsSecret('leads to `https://a.example/` with key=1')).toBe(false)
})
