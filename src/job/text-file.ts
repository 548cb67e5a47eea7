import {randomBytes} from 'node:crypto'
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync
} from 'node:fs'
import {readFile} from 'node:fs/promises'
import path from 'node:path'
import {UserError} from '../document/error.ts'

/**
 * The text of a file, its byte-order mark included.
 * @throws UserError when it cannot be read or is not UTF-8.
 */
export async function readText(file: string, name: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw explain(error, name, 'read')
  })
  return decode(bytes, name)
}

/**
 * Bytes as text, the byte-order mark included.
 * @throws UserError when they are not UTF-8.
 */
export function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes)
  } catch {
    throw new UserError(`\`${name}\` is not UTF-8 text; save it as UTF-8 and run again.`)
  }
}

/**
 * Puts `text` in the place of `before` in a file: whole, or not at all. Mode and owner stay.
 * @throws UserError when it is not allowed, or the file is no longer as it was read.
 */
export function replaceText(file: string, name: string, before: string, text: string): void {
  attempt(name, () => {
    if (!statSync(file).isFile()) throw new UserError(`\`${name}\` is not a regular file; its fixes cannot be written.`)
    if (readFileSync(file, 'utf8') !== before)
      throw new UserError(`\`${name}\` was changed while it was looked at; nothing was written. Run again.`)
    swap(file, text, statSync(file))
  })
}

/**
 * Writes a report, whole or not at all, and makes the folder for it.
 * @throws UserError when it is not allowed.
 */
export function writeReport(file: string, name: string, text: string): void {
  attempt(name, () => {
    mkdirSync(path.dirname(file), {recursive: true})
    const there = statSync(file, {throwIfNoEntry: false})
    // A pipe or a device such as /dev/stderr is written to; putting a file in its place would be a prank.
    if (there && !there.isFile()) writeFileSync(file, text)
    else swap(file, text, there)
  })
}

/**
 * Writes a file into a folder that is there, whole or not at all. Mode, owner and symlinks to it stay.
 * @throws UserError when it is not allowed.
 */
export function writeText(file: string, name: string, text: string): void {
  attempt(name, () => {
    const there = statSync(file, {throwIfNoEntry: false})
    swap(there ? realpathSync(file) : file, text, there)
  })
}

/** Without any pause in it, so that Ctrl-C comes before or after, and no half of a file is ever left. */
function swap(file: string, text: string, like: Stats | undefined): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`)
  const handle = openSync(draft, 'wx', like ? like.mode : 0o666)
  try {
    try {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
      if (like) keepOwner(handle, like)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, {force: true})
    throw error
  }
}

function keepOwner(handle: number, {uid, gid, mode}: Stats): void {
  try {
    fchownSync(handle, uid, gid)
  } catch {
    // Only root may give a file away; for others it is theirs already, or becomes theirs.
  }
  fchmodSync(handle, mode & 0o7777)
}

function attempt(name: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw explain(error, name, 'written')
  }
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied; change its permissions or those of its folder.',
  EPERM: 'permission is denied; change its permissions or those of its folder.',
  EROFS: 'the file system is read-only.',
  ENOSPC: 'the disk is full; make room and run again.',
  EISDIR: 'it is a folder; name a file.',
  ENOENT: 'it does not exist.',
  ENOTDIR: 'a part of its path is a file, not a folder.',
  EEXIST: 'a part of its path is a file, not a folder.'
}

/** The mishaps that a user can mend, in words; anything else stays what it is. */
export function explain(error: unknown, name: string, what: 'read' | 'written'): unknown {
  const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
  return reason ? new UserError(`\`${name}\` cannot be ${what}: ${reason}`) : error
}
