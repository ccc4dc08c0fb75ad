import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'

/** What the server of a script does with one operation. */
export interface Asked {
  readonly socket: WebSocket
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
  /** One result whose root field has this value. */
  tell(item: object | null): void
  fail(code: string, retryable: boolean): void
  complete(): void
}

interface Frame {
  readonly id: string
  readonly type: string
  readonly payload?: { readonly query: string; readonly variables?: Record<string, unknown> }
}

/** A server that says what the test tells it to, when it tells it to; gone after the test. Answers its address. */
export async function serveScript(take: (asked: Asked) => void): Promise<string> {
  const server = new WebSocketServer({
    port: 0,
    host: '127.0.0.1',
    handleProtocols: () => 'graphql-transport-ws',
  })
  onTestFinished(async () => {
    for (const socket of server.clients) socket.terminate()
    await new Promise((resolve) => server.close(resolve))
  })
  server.on('connection', (socket) => {
    const send = (frame: object) => socket.send(JSON.stringify(frame))
    socket.on('message', (data) => {
      const { id, type, payload } = JSON.parse((data as Buffer).toString()) as Frame
      if (type === 'connection_init') send({ type: 'connection_ack' })
      if (type !== 'subscribe' || payload === undefined) return
      take({
        socket,
        query: payload.query,
        variables: payload.variables ?? {},
        tell: (item) => send({ id, type: 'next', payload: { data: { item } } }),
        fail: (code, retryable) =>
          send({ id, type: 'error', payload: [{ message: code, extensions: { code, retryable } }] }),
        complete: () => send({ id, type: 'complete' }),
      })
    })
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
}
