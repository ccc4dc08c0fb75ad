import { Agent, request } from 'node:http'
import { type Reply, slowMs } from './judge.ts'

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
/** A stream is looked at for so long. */
const streamMs = 120
const mostBytes = 4_000_000

export interface Asked {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | null
}

/** Sends a request as it is, and waits for the answer, or for the beginning of one that does not end. */
export async function ask({ url, method, headers, body }: Asked): Promise<Reply> {
  const began = performance.now()
  const since = () => performance.now() - began
  return await new Promise((resolve) => {
    const outgoing = request(url, { method, headers, agent, timeout: slowMs * 2 })
    const chunks: Buffer[] = []
    let size = 0
    let status: number | null = null
    let begun: number | null = null
    const done = () => resolve({ status, text: Buffer.concat(chunks).toString(), ms: begun ?? since() })
    outgoing.on('error', done)
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.on('response', (incoming) => {
      status = incoming.statusCode ?? null
      if (incoming.headers['content-type']?.startsWith('text/event-stream') === true) {
        begun = since()
        setTimeout(() => outgoing.destroy(), streamMs)
      }
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size <= mostBytes) chunks.push(chunk)
      })
      incoming.on('close', done)
    })
    outgoing.end(body)
  })
}

/** As any client sends an operation. */
export function asRequest(
  url: string,
  token: string | null,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): Asked {
  return {
    url,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream, application/graphql-response+json, application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  }
}

export function closeConnections(): void {
  agent.destroy()
}
