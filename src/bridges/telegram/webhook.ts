import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { Bridge } from './bridge.ts'
import { Lanes } from './lanes.ts'
import { takeUpdate } from './receive.ts'

export interface WebhookOptions {
  readonly host: string
  readonly port: number
  readonly secret: string
}

export interface Webhook {
  readonly address: string
  /** Takes no more, and resolves when what was begun has been answered. */
  close(): Promise<void>
}

const bodyLimit = 1_000_000
const secretHeader = 'x-telegram-bot-api-secret-token'

/** Listens for Telegram. It is answered 200 only when Opora has the update, so that anything else is told again. */
export async function listen(bridge: Bridge, { host, port, secret }: WebhookOptions): Promise<Webhook> {
  const lanes = new Lanes()
  const isSecret = sameAs(secret)
  const server = createServer((request, response) => {
    answer(bridge, lanes, isSecret, request, response).catch((error: unknown) => {
      bridge.journal.trouble('update not taken', error)
      end(response, 503)
    })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return { address: addressOf(server), close: async () => await close(server) }
}

async function answer(
  bridge: Bridge,
  lanes: Lanes,
  isSecret: (given: string) => boolean,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = request.headers[secretHeader]
  if (typeof given !== 'string' || !isSecret(given)) {
    bridge.journal.note('webhook called without the secret')
    return end(response, 401)
  }
  if (request.method !== 'POST') return end(response, 405)
  const body = await read(request)
  if (body === null) return end(response, 413)
  const update = parse(body)
  if (update === undefined) return end(response, 400)
  await lanes.run(laneOf(update), async () => await takeUpdate(bridge, update))
  end(response, 200)
}

/** What was said in one chat is handed in in its order. */
function laneOf(update: unknown): string {
  const { message, edited_message: edited } = (update ?? {}) as {
    message?: unknown
    edited_message?: unknown
  }
  const { chat } = (message ?? edited ?? {}) as { chat?: { id?: unknown } }
  return String(chat?.id)
}

/** Null when it is too long. */
async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bodyLimit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Compares with a secret in a time that says nothing about it. */
function sameAs(secret: string): (given: string) => boolean {
  const digest = (value: string) => createHash('sha256').update(value).digest()
  const right = digest(secret)
  return (given) => timingSafeEqual(digest(given), right)
}

function end(response: ServerResponse, status: number): void {
  if (response.destroyed || response.headersSent) return
  // Unread bytes of a refused body must not be taken for the next request.
  response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end()
}

function addressOf(server: Server): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the webhook listens on no port')
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
  return `http://${host}:${address.port}`
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
  })
}
