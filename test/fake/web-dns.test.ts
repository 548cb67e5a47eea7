import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {startWeb, type Web} from './web.ts'
import {ask} from './web-client.ts'
import {page} from './web-handlers.ts'

let web: Web
beforeEach(async () => {
  web = await startWeb()
})
afterEach(() => web.close())

describe('names', () => {
  const codeOf = (host: string) =>
    web.network.lookup(host).then(
      addresses => addresses.join(),
      (error: NodeJS.ErrnoException) => error.code
    )

  test('that are not there', async () => {
    await web.site('no-data.example', {}, {dns: 'no data'})
    await web.site('doubt.example', {}, {dns: 'in doubt'})
    await web.site('again.example', {}, {dns: 'temporary failure'})
    await web.site('a.example', {}, {address: '23.1.1.1'})
    const hosts = ['none.example', 'no-data.example', 'doubt.example', 'again.example', 'A.Example', '10.0.0.1']
    expect(await Promise.all(hosts.map(codeOf))).toEqual([
      'ENOTFOUND',
      'ENOTFOUND',
      'ENOTFOUND',
      'EAI_AGAIN',
      '23.1.1.1',
      '10.0.0.1'
    ])
    const known = await Promise.all(hosts.slice(0, 5).map(web.network.exists))
    expect(known).toEqual([false, true, undefined, undefined, true])
  })

  test('whose answers change', async () => {
    const dns = ['no such host', 'found', {addresses: ['10.0.0.1']}] as const
    await web.site('a.example', {}, {dns, address: '23.1.1.1'})
    const seen = []
    for (let turn = 0; turn < 4; turn++) seen.push([await codeOf('a.example'), await web.network.exists('a.example')])
    expect(seen).toEqual([
      ['ENOTFOUND', false],
      ['23.1.1.1', true],
      ['10.0.0.1', true],
      ['10.0.0.1', true]
    ])
  })

  test('in a web that is cut off', async () => {
    await web.site('a.example', {'/': page('Here')}, {address: '23.1.1.1'})
    web.setOnline('offline')
    expect([await codeOf('a.example'), await codeOf('none.example')]).toEqual(['EAI_AGAIN', 'EAI_AGAIN'])
    expect(await web.network.exists('none.example')).toBeUndefined()
    await expect(ask(web.network, 'http://23.1.1.1/')).rejects.toMatchObject({code: 'ECONNREFUSED'})
    web.setOnline('online')
    expect((await ask(web.network, 'http://a.example/')).status).toBe(200)
  })
})
