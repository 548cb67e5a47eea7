import {expect, test} from 'vitest'
import {isPrivateAddress, isPrivateName, readAllowed, refusalOf} from '../../src/links/private.ts'

test.each([
  '0.0.0.0',
  '10.255.255.255',
  '100.64.0.1',
  '127.255.255.254',
  '168.63.129.16',
  '169.254.169.254',
  '172.16.0.1',
  '192.0.0.170',
  '192.0.2.1',
  '192.168.255.1',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a9fe:a9fe',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:a00:1::',
  '3fff::1',
  'fc00::1',
  'fe80::1',
  'fec0::1',
  'ff02::1',
  'no address'
])('%s is private', address => {
  expect(isPrivateAddress(address)).toBe(true)
})

test.each([
  '1.1.1.1',
  '8.8.8.8',
  '100.128.0.1',
  '168.63.129.15',
  '172.32.0.1',
  '192.0.1.1',
  '223.255.255.255',
  '2001:4860:4860::8888',
  '2606:4700::1111',
  '2a00:1450::1'
])('%s is public', address => {
  expect(isPrivateAddress(address)).toBe(false)
})

test('some names are private by agreement', () => {
  const names = ['localhost', 'a.localhost', 'printer.local', 'wiki', 'x.internal', 'router.home.arpa', 'x.onion']
  expect(names.filter(isPrivateName)).toEqual(names)
  expect(['a.example', 'local.example', 'internal.example', '[2606:4700::1111]'].filter(isPrivateName)).toEqual([])
})

test('what is allowed is a network, an address, or a host with or without a port', () => {
  const allowed = readAllowed(['10.1.0.0/16', '10.2.0.1', 'fd00::/8', 'wiki.corp:8443', '[::1]:8080'])
  const refusal = (url: string) => refusalOf(new URL(url), allowed)
  expect(refusal('http://10.1.255.255:3000/')).toBeUndefined()
  expect(refusal('http://10.2.0.1/')).toBeUndefined()
  expect(refusal('http://[fd00::5]/')).toBeUndefined()
  expect(refusal('https://wiki.corp:8443/x')).toBeUndefined()
  expect(refusal('http://[::1]:8080/')).toBeUndefined()
  expect(refusal('http://10.2.0.2/')).toBe('a private address is not asked')
  expect(refusal('https://wiki.corp/')).toBe('a private address is not asked')
  expect(refusal('http://[::1]/')).toBe('a private address is not asked')
  expect(refusal('https://a.example:8443/')).toBe('port 8443 is not asked')
  expect(refusal('https://a.example:80/')).toBeUndefined()
})
