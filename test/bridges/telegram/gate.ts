import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse, request as sendRequest } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { endAfterFile } from '../../kit/leftovers.ts'

/** A way to the server on which single operations can be held: before they reach it, or before their answer comes back. */
export interface Gate {
  readonly url: string
  /**
   * The next operation of this name waits here. Resolves when one is held; calling what it gives lets it go.
   * `answer`: the server has done it by then; `request`: it has not got it.
   */
  hold(operation: string, what: 'request' | 'answer'): Promise<() => void>
  /** Answers so many operations of this name with 503, without giving them to the server. */
  refuse(operation: string, times: number): void
}

interface Holding {
  readonly operation: string
  readonly what: 'request' | 'answer'
  readonly onHeld: (letGo: () => void) => void
}

export async function openGate(target: string): Promise<Gate> {
  const there = new URL(target)
  const holdings: Holding[] = []
  const refusals = new Map<string, number>()
  const wait = async (name: string, what: Holding['what']) => {
    const index = holdings.findIndex((one) => one.operation === name && one.what === what)
    const [holding] = index < 0 ? [] : holdings.splice(index, 1)
    if (holding !== undefined) await new Promise<void>((resolve) => holding.onHeld(resolve))
  }
  const server = createServer((request, response) => {
    pass(there, request, response, wait, refusals).catch(() => response.destroy())
  })
  server.on('upgrade', (request: IncomingMessage, near) => {
    const far = connect(Number(there.port), there.hostname, () => {
      const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${String(value)}`)
      far.write(`GET ${request.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
      near.pipe(far).pipe(near)
    })
    for (const end of [near, far]) end.on('error', () => [near, far].forEach((socket) => socket.destroy()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  endAfterFile(() => {
    server.close()
    server.closeAllConnections()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${there.pathname}`,
    hold: async (operation, what) =>
      await new Promise((onHeld) => holdings.push({ operation, what, onHeld: (letGo) => onHeld(letGo) })),
    refuse: (operation, times) => void refusals.set(operation, times),
  }
}

async function pass(
  there: URL,
  request: IncomingMessage,
  response: ServerResponse,
  wait: (name: string, what: Holding['what']) => Promise<void>,
  refusals: Map<string, number>,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const name = nameOf(body)
  const refusalsLeft = refusals.get(name) ?? 0
  if (refusalsLeft > 0) {
    refusals.set(name, refusalsLeft - 1)
    return void response.writeHead(503).end('busy')
  }
  await wait(name, 'request')
  const { method, url: path, headers } = request
  const onward = sendRequest({ host: there.hostname, port: there.port, method, path, headers })
  onward.end(body)
  const [answer] = (await once(onward, 'response')) as [IncomingMessage]
  const answered: Buffer[] = []
  for await (const chunk of answer as AsyncIterable<Buffer>) answered.push(chunk)
  await wait(name, 'answer')
  if (!response.destroyed)
    response.writeHead(answer.statusCode ?? 500, answer.headers).end(Buffer.concat(answered))
}

/** The name of the operation of a GraphQL request; empty for anything else. */
function nameOf(body: Buffer): string {
  return /(?:query|mutation) (\w+)/.exec(body.toString('utf8'))?.[1] ?? ''
}
