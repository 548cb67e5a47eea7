import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process'
import {pathToFileURL} from 'node:url'

/** A place as the language server protocol has it: line and character from 0, in UTF-16 code units. */
interface Position {
  readonly line: number
  readonly character: number
}

interface Range {
  readonly start: Position
  readonly end: Position
}

/** What a language server says of a document. */
interface LspDiagnostic {
  readonly range: Range
  readonly severity: number
  readonly code?: string
  readonly source?: string
  readonly message: string
  readonly codeDescription?: {readonly href: string}
  readonly data?: unknown
}

/** What it offers to do about it. */
interface CodeAction {
  readonly title: string
  readonly kind: string
  readonly isPreferred?: boolean
  readonly edit: {
    readonly changes: Readonly<Record<string, readonly {readonly range: Range; readonly newText: string}[]>>
  }
}

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly result?: unknown
  readonly error?: unknown
}

/** An editor with one open document, as far as a language server over stdio can tell. */
export interface Editor {
  /** Opens the document, or types a new text into it, and waits for what the server says. */
  readonly show: (text: string) => Promise<readonly LspDiagnostic[]>
  readonly actionsFor: (diagnostics: readonly LspDiagnostic[]) => Promise<readonly CodeAction[]>
  /** The text with an action made. */
  readonly apply: (text: string, action: CodeAction) => string
  readonly close: () => Promise<number | null>
}

/** Starts a language server for a folder, and an editor that talks to it. */
export async function startEditor(server: readonly string[], folder: string, file: string): Promise<Editor> {
  const child = spawn(process.execPath, server, {cwd: folder})
  const uri = pathToFileURL(file).href
  const published: ((diagnostics: readonly LspDiagnostic[]) => void)[] = []
  const waiting = new Map<number, (message: Message) => void>()
  let ids = 0
  let version = 0

  const post = (message: Message) => {
    const body = JSON.stringify({jsonrpc: '2.0', ...message})
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const ask = (method: string, params: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      const id = ++ids
      waiting.set(id, ({result, error}) => (error ? reject(new Error(JSON.stringify(error))) : resolve(result)))
      post({id, method, params})
    })
  readMessages(child, message => {
    if (message.method === 'textDocument/publishDiagnostics')
      published.shift()?.((message.params as {diagnostics: readonly LspDiagnostic[]}).diagnostics)
    // What the server asks of the editor, such as to be told of changed files, is granted.
    else if (message.method && message.id !== undefined) post({id: message.id, result: null})
    else if (message.id !== undefined) waiting.get(message.id)?.(message)
  })
  await ask('initialize', {processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {}})
  post({method: 'initialized', params: {}})

  return {
    show: text =>
      new Promise(resolve => {
        published.push(resolve)
        const textDocument = {uri, version: ++version}
        if (version > 1)
          return post({method: 'textDocument/didChange', params: {textDocument, contentChanges: [{text}]}})
        const opened = {...textDocument, languageId: 'markdown', text}
        return post({method: 'textDocument/didOpen', params: {textDocument: opened}})
      }),
    actionsFor: async diagnostics => {
      const range = diagnostics[0]!.range
      const params = {textDocument: {uri}, range, context: {diagnostics}}
      return (await ask('textDocument/codeAction', params)) as readonly CodeAction[]
    },
    apply: (text, {edit}) => {
      const [{range, newText} = {range: undefined, newText: ''}, ...more] = edit.changes[uri]!
      if (!range || more.length > 0) throw new Error('One edit was expected.')
      return text.slice(0, offsetOf(text, range.start)) + newText + text.slice(offsetOf(text, range.end))
    },
    close: async () => {
      const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
      await ask('shutdown', null)
      post({method: 'exit'})
      return ended
    }
  }
}

const offsetOf = (text: string, {line, character}: Position): number =>
  text
    .split('\n')
    .slice(0, line)
    .reduce((sum, one) => sum + one.length + 1, character)

/** Takes messages out of the stream: a header with the length in bytes, an empty line, and JSON of that length. */
function readMessages({stdout}: ChildProcessWithoutNullStreams, onMessage: (message: Message) => void): void {
  let buffer = Buffer.alloc(0)
  stdout.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk])
    for (;;) {
      const end = buffer.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/content-length: *(\d+)/i.exec(buffer.toString('latin1', 0, end))?.[1])
      if (buffer.length < end + 4 + length) return
      onMessage(JSON.parse(buffer.toString('utf8', end + 4, end + 4 + length)) as Message)
      buffer = buffer.subarray(end + 4 + length)
    }
  })
}
