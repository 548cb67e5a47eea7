import {createHmac, randomUUID} from 'node:crypto'
import {request} from 'node:http'
import type {App} from './app-state.ts'

/** A delivery as GitHub keeps it, to deliver it again. */
interface SentDelivery {
  readonly id: string
  readonly event: string
  readonly body: Buffer
}

/** What a receiver answered; nothing but a reason where it did not. */
export interface HookAnswer {
  readonly status: number
  readonly text: string
  readonly delivery: SentDelivery
  readonly error?: string
}

/** How a delivery differs from the usual. */
interface SendOptions {
  readonly id?: string
  /** `null` leaves the header out. */
  readonly signature?: string | null
  readonly headers?: Readonly<Record<string, string>>
  /** Sent without telling its length. */
  readonly chunked?: true
}

/** GitHub's sender of webhooks, for one App. */
export interface Hook {
  /** Tells the receiver of an event; the payload gets the installation that has the repository. */
  readonly send: (
    event: string,
    payload: Readonly<Record<string, unknown>>,
    options?: SendOptions
  ) => Promise<HookAnswer>
  /** Sends bytes as they are. */
  readonly sendBytes: (event: string, body: Buffer, options?: SendOptions) => Promise<HookAnswer>
  /** Somebody presses “Redeliver”: the same bytes under the same id. */
  readonly redeliver: (delivery: SentDelivery) => Promise<HookAnswer>
}

/** GitHub waits so many milliseconds for an answer, and does not try again. */
const patience = 10_000

/** Makes the sender for an App whose webhook leads to that address. */
export function openHook(app: App, url: string): Hook {
  const sendBytes: Hook['sendBytes'] = (event, body, options = {}) => {
    const {id = randomUUID(), signature, headers, chunked} = options
    const signed = `sha256=${createHmac('sha256', app.webhookSecret).update(body).digest('hex')}`
    const delivery = {id, event, body}
    return new Promise(resolve => {
      const sent = request(url, {
        method: 'POST',
        headers: {
          accept: '*/*',
          'content-type': 'application/json',
          'user-agent': 'GitHub-Hookshot/0000000',
          'x-github-delivery': id,
          'x-github-event': event,
          'x-github-hook-id': '7',
          'x-github-hook-installation-target-id': String(app.id),
          'x-github-hook-installation-target-type': 'integration',
          ...(signature !== null && {'x-hub-signature-256': signature ?? signed}),
          ...(!chunked && {'content-length': String(body.length)}),
          ...headers
        },
        timeout: patience
      })
      let isAnswered = false
      sent.on('response', response => {
        isAnswered = true
        let text = ''
        response.setEncoding('utf8').on('data', piece => {
          text += piece
        })
        response.on('close', () => resolve({status: response.statusCode ?? 0, text, delivery}))
        response.on('error', () => {})
      })
      sent.on('timeout', () => sent.destroy(new Error('timed out')))
      // A receiver that has answered may close while the rest is still on its way.
      sent.on('error', error => isAnswered || resolve({status: 0, text: '', delivery, error: error.message}))
      sent.end(body)
    })
  }
  return {
    sendBytes,
    send: (event, payload, options) =>
      sendBytes(event, Buffer.from(JSON.stringify({...payload, ...installationFor(app, payload)})), options),
    redeliver: ({id, event, body}) => sendBytes(event, body, {id})
  }
}

function installationFor(app: App, payload: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (payload['installation'] !== undefined) return {}
  const name = (payload['repository'] as {full_name?: string} | undefined)?.full_name?.toLowerCase()
  const installations = [...app.installations.values()]
  const found = installations.find(({repositories}) => repositories.some(one => one.toLowerCase() === name))
  return found ? {installation: {id: found.id, node_id: Buffer.from(`I${found.id}`).toString('base64')}} : {}
}
