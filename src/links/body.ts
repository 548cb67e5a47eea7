import * as zlib from 'node:zlib'

type Headers = Readonly<Record<string, string>>

/** What is no more than this decompressed is read whole: enough for the head and the anchors of a page. */
const enough = 1_000_000

/** Nobody compresses more often than that. */
const mostCodings = 3

/**
 * The text of a body, or of the beginning of one, as it came over the wire; nothing where it is no text, or compressed
 * in a way that is unknown or broken. What unpacks to more than `most` bytes is cut, and never unpacked further.
 */
export function decodeBody(bytes: Uint8Array, headers: Headers, most = enough): string | undefined {
  const type = headers['content-type'] ?? ''
  if (type !== '' && !textual.test(type)) return undefined
  const plain = decompress(bytes, headers['content-encoding'] ?? '', most)
  if (!plain || (type === '' && plain.subarray(0, 1024).includes(0) && !markOf(plain))) return undefined
  return decode(plain.subarray(0, most), charsetOf(plain, type))
}

/** Whether an answer says that it is an HTML page. */
export const isHtml = (headers: Headers): boolean =>
  /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(headers['content-type'] ?? '')

const textual = /^\s*(?:text\/|[\w.-]+\/(?:[\w.-]+\+)?(?:xml|json)\b|application\/(?:x-)?(?:java|ecma)script\b)/i

/** The beginning of what compressed bytes, which may break off, unpack to. */
function decompress(bytes: Uint8Array, encoding: string, most: number): Uint8Array | undefined {
  const codings = encoding
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim())
    .filter(coding => coding !== '' && coding !== 'identity')
  if (codings.length > mostCodings) return undefined
  return codings.reduceRight<Uint8Array | undefined>((packed, coding) => packed && unpack(packed, coding, most), bytes)
}

/**
 * Node refuses the whole of what grows beyond a limit, where its beginning is wanted: then half as much is tried, which
 * costs no more than the limit each time.
 */
function unpack(packed: Uint8Array, coding: string, most: number): Uint8Array | undefined {
  const unpacked = unpackers.get(coding)
  if (!unpacked) return undefined
  for (let length = packed.length; length > 0; length = Math.floor(length / 2)) {
    try {
      return unpacked(packed.subarray(0, length), most)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_BUFFER_TOO_LARGE') return undefined
    }
  }
  return packed
}

const {Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH} = zlib.constants

type Unpack = (packed: Uint8Array, maxOutputLength: number) => Uint8Array

const gunzip: Unpack = (packed, maxOutputLength) =>
  zlib.gunzipSync(packed, {finishFlush: Z_SYNC_FLUSH, maxOutputLength})

/** Some servers send `deflate` without the frame that RFC 9110 (8.4.1.2) wants around it. */
const inflate: Unpack = (packed, maxOutputLength) => {
  const framed = ((packed[0] ?? 0) & 0x0f) === 8 && (((packed[0] ?? 0) << 8) | (packed[1] ?? 0)) % 31 === 0
  return (framed ? zlib.inflateSync : zlib.inflateRawSync)(packed, {finishFlush: Z_SYNC_FLUSH, maxOutputLength})
}

/** A window of 8 MB is what browsers take (RFC 9659); a frame may ask for 128. */
const unzstd: Unpack = (packed, maxOutputLength) =>
  zlib.zstdDecompressSync(packed, {
    finishFlush: zlib.constants.ZSTD_e_flush,
    maxOutputLength,
    params: {[zlib.constants.ZSTD_d_windowLogMax]: 23}
  })

/** By the names of RFC 9110 (8.4.1), RFC 7932 and RFC 8878; Node has the last one since 22.15. */
const unpackers: ReadonlyMap<string, Unpack> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  [
    'br',
    (packed, maxOutputLength) =>
      zlib.brotliDecompressSync(packed, {finishFlush: BROTLI_OPERATION_FLUSH, maxOutputLength})
  ],
  ...('zstdDecompressSync' in zlib ? ([['zstd', unzstd]] as const) : [])
])

/** The encoding that a byte-order mark tells. */
function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : undefined
}

const declared = /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i

/** In the order of the HTML standard (13.2.3.2): a mark, what the server says, what the page says in its first 1024 bytes. */
function charsetOf(bytes: Uint8Array, type: string): string {
  const label = markOf(bytes) ?? /;\s*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(type)?.[1]
  if (label !== undefined) return label
  const [, meta, xml] = declared.exec(Buffer.from(bytes.subarray(0, 1024)).toString('latin1')) ?? []
  const found = meta ?? xml ?? 'utf-8'
  // What could be read up to here was not written in sixteen bits.
  return /^utf-?16/i.test(found) ? 'utf-8' : found
}

function decode(bytes: Uint8Array, label: string): string {
  // A letter that was cut in two at the end is left out.
  const options = {stream: true}
  try {
    return new TextDecoder(label).decode(bytes, options)
  } catch {
    return new TextDecoder().decode(bytes, options)
  }
}
