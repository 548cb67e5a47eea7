import {once} from 'node:events'
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type ServerOptions,
  type ServerResponse
} from 'node:http'
import {createServer as createHttpsServer} from 'node:https'
import {type AddressInfo, createServer as createTcpServer, type Server, type Socket} from 'node:net'
import {Worker} from 'node:worker_threads'
import {type Handler, type Routes, routeOf} from './web-exchange.ts'
import {status} from './web-handlers.ts'
import type {Journal} from './web-journal.ts'
import {type TlsKind, tlsOptions} from './web-tls.ts'

/** What a port does: plain HTTP, TLS of some kind, nobody there, or never an answer to who wants to connect. */
export type PortKind = 'plain' | TlsKind | 'none' | 'silent'

/** What becomes of a connection that was made, before anything is read of it. */
export type ConnectionKind = 'served' | 'reset' | 'close' | 'hang'

/** The place of a port in the loopback web. */
export interface PortPlan {
  readonly host: string
  /** As the client believes. */
  readonly port: number
  readonly kind: PortKind
  /** The loopback address to listen at. */
  readonly loopback: string
  /** What becomes of the first connection, the second, …; the last one stays. */
  readonly connections: readonly ConnectionKind[]
  /** The pages as they are at the moment of the request. */
  readonly routes: () => Routes | Handler
  readonly journal: Journal
  /** Told what a handler threw. */
  readonly complain: (error: unknown) => void
}

/** A port that is really there. */
export interface OpenPort {
  /** The real one. */
  readonly number: number
  readonly close: () => Promise<void>
}

const notFound = status(404)
const patient: ServerOptions = {keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0, noDelay: true}

/** Listens on a free port, as planned. */
export async function openPort(plan: PortPlan): Promise<OpenPort> {
  if (plan.kind === 'silent') return openSilence(plan.loopback)
  const sockets = new Map<Socket, {number: number; count: number}>()
  const front = createTcpServer({noDelay: true})
  const {number, closeServer} = await listen(front, plan.loopback)
  if (plan.kind === 'none') {
    await closeServer()
    return {number, close: async () => {}}
  }

  // A TLS connection is known again by the port of the client, which is that of the TCP connection beneath it.
  const wires = new Map<number, Socket>()

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wire = wires.get(request.socket.remotePort ?? 0)
    const connection = wire && sockets.get(wire)
    if (!connection) return void request.socket.destroy()
    const {method = '', url: target = '', headers} = request
    const {host, port} = plan
    const what = {method, path: target, headers, at: performance.now(), connection: connection.number}
    const over = plan.journal.asked({host, port, ...what})
    response.once('close', over)
    const handler = routeOf(plan.routes(), target) ?? notFound
    try {
      await handler({request, response, wire, ordinal: ++connection.count})
    } catch (error) {
      plan.complain(error)
      wire.destroy()
    }
  }

  const answer = (request: IncomingMessage, response: ServerResponse) => void serve(request, response)
  const server =
    plan.kind === 'plain'
      ? createHttpServer(patient, answer)
      : createHttpsServer({...patient, ...tlsOptions(plan.kind)}, answer)
  // A client that refuses our certificate, or leaves in the middle of its request, is what tests are about.
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n')
    else socket.destroy()
  })

  let made = 0
  front.on('connection', socket => {
    const connection = {number: plan.journal.connected(plan.host, plan.port), count: 0}
    const {remotePort = 0} = socket
    sockets.set(socket, connection)
    wires.set(remotePort, socket)
    socket.on('error', () => {})
    socket.once('close', () => {
      sockets.delete(socket)
      if (wires.get(remotePort) === socket) wires.delete(remotePort)
    })
    const kind = plan.connections[Math.min(made++, plan.connections.length - 1)] ?? 'served'
    if (kind === 'served') server.emit('connection', socket)
    if (kind === 'reset') socket.resetAndDestroy()
    if (kind === 'close') socket.end()
  })

  return {
    number,
    async close() {
      for (const socket of sockets.keys()) socket.destroy()
      await closeServer()
    }
  }
}

async function listen(server: Server, host: string) {
  server.listen(0, host)
  await once(server, 'listening')
  const {port: number} = server.address() as AddressInfo
  return {number, closeServer: () => new Promise<void>(done => server.close(() => done()))}
}

/** A port whose queue of connections is full for ever: what wants to connect gets no answer at all. */
async function openSilence(loopback: string): Promise<OpenPort> {
  const gate = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL('./web-silence.ts', import.meta.url), {workerData: {gate, loopback}})
  const exited = once(worker, 'exit')
  const [number] = (await once(worker, 'message')) as [number]
  return {
    number,
    async close() {
      Atomics.store(gate, 0, 1)
      Atomics.notify(gate, 0)
      await exited
    }
  }
}
