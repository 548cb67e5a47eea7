import {once} from 'node:events'
import {mkdir, rm} from 'node:fs/promises'
import {createConnection, createServer, type Server, type Socket} from 'node:net'
import path from 'node:path'
import {UserError} from '../document/error.ts'
import {explain} from '../job/text-file.ts'

/** A folder that belongs to one process. */
export interface FolderLock {
  readonly release: () => Promise<void>
}

const socketOf = (folder: string): string => path.join(folder, 'serve.sock')

/** What the path of a socket may have, in bytes, on every system. */
const longestPath = 100

/**
 * Takes a folder for this process alone. The lock is a socket that it listens to, so that it is gone with the process,
 * however that ends, and others can ask through it.
 * @param answer gets what another process asks, and tells the answer
 * @throws UserError for a folder that another process has.
 */
export async function lockFolder(folder: string, answer: (asked: string) => Promise<string>): Promise<FolderLock> {
  const socket = socketOf(folder)
  if (Buffer.byteLength(socket) > longestPath)
    throw new UserError(`\`STATE_DIR\` is \`${folder}\`, whose path is too long for a socket; name a shorter one.`)
  await mkdir(folder, {recursive: true, mode: 0o700}).catch((error: unknown) => {
    throw explain(error, folder, 'written')
  })
  const server = await listen(socket, answer)
  if (server) return {release: () => new Promise(resolve => void server.close(() => resolve()))}
  if ((await askFolder(folder, '')) !== undefined)
    throw new UserError(
      `Another process works with \`STATE_DIR\` \`${folder}\`; give each its own, or let them share the work by \`REDIS_URL\`.`
    )
  // Whoever left it did not end well.
  await rm(socket, {force: true})
  const second = await listen(socket, answer)
  if (!second) throw new UserError(`\`${socket}\` cannot be made anew; remove it.`)
  return {release: () => new Promise(resolve => void second.close(() => resolve()))}
}

/** Asks the process that has the folder; nothing where there is none. */
export async function askFolder(folder: string, question: string): Promise<string | undefined> {
  const connection = createConnection(socketOf(folder))
  try {
    await once(connection, 'connect')
  } catch {
    return undefined
  }
  connection.end(`${question}\n`)
  return read(connection)
}

async function listen(socket: string, answer: (asked: string) => Promise<string>): Promise<Server | undefined> {
  const server = createServer({allowHalfOpen: true}, connection => {
    connection.on('error', () => {})
    read(connection)
      .then(asked => (asked === '' ? '' : answer(asked)))
      .then(text => connection.end(text))
      .catch(() => connection.destroy())
  })
  try {
    server.listen(socket)
    await once(server, 'listening')
    return server
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined
    throw explain(error, socket, 'written')
  }
}

async function read(connection: Socket): Promise<string> {
  let text = ''
  for await (const piece of connection.setEncoding('utf8')) text += piece
  return text.trim()
}
