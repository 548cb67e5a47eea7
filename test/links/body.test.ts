import {spawnSync} from 'node:child_process'
import {fileURLToPath} from 'node:url'
import * as zlib from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {decodeBody, isHtml} from '../../src/links/body.ts'

const html = 'text/html'
const bytes = (text: string) => Buffer.from(text)
const latin = (text: string) => Buffer.from(text, 'latin1')

describe('the charset of a body', () => {
  it.each([
    ['utf-8 where nobody says', bytes('é'), html, 'é'],
    ['what the server says', latin('é'), 'text/html; charset=ISO-8859-1', 'é'],
    ['in quotes', latin('é'), 'text/html; charset="iso-8859-1"', 'é'],
    ['in capitals, among others', latin('é'), 'Text/HTML; version=1; CharSet=Windows-1252', 'é'],
    ['what the page says', latin('<meta charset=latin1>é'), html, '<meta charset=latin1>é'],
    [
      'the same in the old form',
      latin('<META http-equiv="Content-Type" content="text/html; charset=iso-8859-1">é'),
      html,
      '<META http-equiv="Content-Type" content="text/html; charset=iso-8859-1">é'
    ],
    [
      'the same in XML',
      latin('<?xml version="1.0" encoding="iso-8859-1"?>é'),
      'application/xhtml+xml',
      '<?xml version="1.0" encoding="iso-8859-1"?>é'
    ],
    [
      'the server before the page',
      bytes('<meta charset=latin1>é'),
      'text/html;charset=utf-8',
      '<meta charset=latin1>é'
    ],
    ['a mark before both', bytes('\u{FEFF}é'), 'text/html;charset=latin1', 'é'],
    ['a mark of sixteen bits', Buffer.from('\u{FEFF}é', 'utf16le'), html, 'é'],
    ['the other way round', Buffer.from('\u{FEFF}é', 'utf16le').swap16(), html, 'é'],
    ['sixteen bits that cannot be', bytes('<meta charset=utf-16>é'), html, '<meta charset=utf-16>é'],
    ['utf-8 for what nobody knows', bytes('é'), 'text/html; charset=klingon', 'é'],
    [
      'nothing from beyond the first 1024 bytes',
      bytes(`${' '.repeat(1024)}<meta charset=latin1>é`),
      html,
      `${' '.repeat(1024)}<meta charset=latin1>é`
    ],
    ['other alphabets', Buffer.from([0xcf, 0xf0, 0xe8]), 'text/html; charset=windows-1251', 'При'],
    ['Japanese', Buffer.from([0x82, 0xa0]), 'text/html; charset=Shift_JIS', 'あ'],
    ['a letter cut in two', bytes('aé').subarray(0, 2), html, 'a'],
    ['bytes that are no letters', Buffer.from([0x61, 0xff, 0x62]), html, 'a\u{FFFD}b']
  ])('%s', (_, body, type, text) => {
    expect(decodeBody(body, {'content-type': type})).toBe(text)
  })
})

describe('what is text', () => {
  it.each([
    'text/plain',
    'text/markdown; charset=utf-8',
    'application/json',
    'application/ld+json',
    'application/xml',
    'image/svg+xml',
    'application/javascript',
    ''
  ])('%j', type => {
    expect(decodeBody(bytes('a'), {'content-type': type})).toBe('a')
  })

  it.each(['application/pdf', 'image/png', 'application/octet-stream', 'application/zip', 'video/mp4', 'font/woff2'])(
    'not %s',
    type => {
      expect(decodeBody(bytes('a'), {'content-type': type})).toBeUndefined()
    }
  )

  it('by its bytes, where nobody says', () => {
    expect(decodeBody(bytes('<p>a'), {})).toBe('<p>a')
    expect(decodeBody(Buffer.from([0x89, 0x50, 0, 0]), {})).toBeUndefined()
    expect(decodeBody(Buffer.from('\u{FEFF}a', 'utf16le'), {})).toBe('a')
  })

  it('and what is HTML', () => {
    expect(isHtml({'content-type': 'text/html; charset=utf-8'})).toBe(true)
    expect(isHtml({'content-type': 'Application/XHTML+XML'})).toBe(true)
    expect(isHtml({'content-type': 'text/htmlish'})).toBe(false)
    expect(isHtml({'content-type': 'application/json'})).toBe(false)
    expect(isHtml({})).toBe(false)
  })
})

const page = `<title>A</title>${Array.from({length: 20_000}, (_, at) => `<p id="p${(at * 7919) % 20_011}">`).join('')}`
const packers = {
  gzip: zlib.gzipSync,
  'x-gzip': zlib.gzipSync,
  deflate: zlib.deflateSync,
  br: zlib.brotliCompressSync,
  ...(zlib.zstdCompressSync && {zstd: zlib.zstdCompressSync})
}

describe.each(Object.entries(packers))('%s', (coding, pack) => {
  const headers = {'content-type': html, 'content-encoding': coding}
  const packed = pack(bytes(page))

  it('is unpacked', () => {
    expect(decodeBody(packed, headers)).toBe(page)
    expect(decodeBody(packed, {...headers, 'content-encoding': ` ${coding.toUpperCase()} , identity`})).toBe(page)
  })

  it('is unpacked as far as it came', () => {
    const text = decodeBody(packed.subarray(0, packed.length * 0.9), headers)!
    expect(page.startsWith(text)).toBe(true)
    expect(text.length).toBeGreaterThan(page.length / 4)
  })

  it('is no text where it is broken', () => {
    expect(decodeBody(bytes('<title>Not packed at all, whatever the server says</title>'), headers)).toBeUndefined()
  })

  it('is nothing where nothing came', () => {
    expect(decodeBody(new Uint8Array(), headers)).toBe('')
  })

  it('is unpacked no further than the limit', () => {
    const bomb = pack(Buffer.alloc(20_000_000, 'a'))
    const text = decodeBody(bomb, headers, 100_000)!
    expect(text.length).toBeLessThanOrEqual(100_000)
    expect(text).toMatch(/^a*$/)
  })
})

describe('compression', () => {
  it('is undone in the order in which it was done', () => {
    const packed = zlib.brotliCompressSync(zlib.gzipSync(bytes('<p>a')))
    expect(decodeBody(packed, {'content-type': html, 'content-encoding': 'gzip, br'})).toBe('<p>a')
    expect(decodeBody(packed, {'content-type': html, 'content-encoding': 'br, gzip'})).toBeUndefined()
  })

  it('may come without its frame', () => {
    const packed = zlib.deflateRawSync(bytes(page))
    expect(decodeBody(packed, {'content-type': html, 'content-encoding': 'deflate'})).toBe(page)
  })

  it.each(['compress', 'aes128gcm', 'constructor', '__proto__', 'gzip,gzip,gzip,gzip'])('%s is left alone', coding => {
    expect(decodeBody(bytes('a'), {'content-type': html, 'content-encoding': coding})).toBeUndefined()
  })

  it('gives the beginning of what is not compressed, too', () => {
    expect(decodeBody(bytes('abcdef'), {'content-type': html}, 3)).toBe('abc')
  })

  it('gives the beginning of what grows a thousandfold', () => {
    const bomb = zlib.gzipSync(Buffer.concat([bytes('<title>Bomb</title>'), Buffer.alloc(20_000_000, ' ')]))
    const text = decodeBody(bomb, {'content-type': html, 'content-encoding': 'gzip'}, 1_000_000)!
    expect(text.slice(0, 19)).toBe('<title>Bomb</title>')
    expect(text.length).toBeGreaterThan(250_000)
  })

  it('takes no memory beyond the limit', () => {
    const body = fileURLToPath(new URL('../../src/links/body.ts', import.meta.url))
    // Members of gzip may stand behind each other: 2 GB in 2 MB.
    const script = `
      import {gzipSync, brotliCompressSync} from 'node:zlib'
      import {decodeBody} from ${JSON.stringify(body)}
      const bomb = Buffer.concat(Array(400).fill(gzipSync(Buffer.alloc(5_000_000))))
      const once = gzipSync(Buffer.alloc(5_000_000))
      const before = process.resourceUsage().maxRSS
      const texts = [
        decodeBody(bomb, {'content-encoding': 'gzip', 'content-type': 'text/html'}),
        decodeBody(gzipSync(once), {'content-encoding': 'gzip, gzip', 'content-type': 'text/html'})
      ]
      console.log(JSON.stringify([process.resourceUsage().maxRSS - before, ...texts.map(text => text.length)]))`
    const run = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script], {encoding: 'utf8'})
    expect(run.stderr).toBe('')
    const [grown, ...lengths] = JSON.parse(run.stdout) as number[]
    expect(grown).toBeLessThan(64_000)
    for (const length of lengths) expect(length).toBeLessThanOrEqual(1_000_000)
  })
})
