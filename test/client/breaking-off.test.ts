import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { createClient, type OporaClient } from '../../src/client/index.ts'

/** A server that does what the real one does rarely: what it says, and when, is the test's. */
let server: WebSocketServer
let client: OporaClient
afterEach(async () => {
  client.close()
  for (const socket of server.clients) socket.terminate()
  await new Promise((resolve) => server.close(resolve))
})

type Take = (socket: WebSocket, id: string, variables?: { readonly after?: string }) => void

interface Frame {
  readonly id: string
  readonly type: string
  readonly payload?: { readonly variables?: { readonly after?: string } }
}

async function serve(takes: readonly Take[]): Promise<string> {
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', handleProtocols: () => 'graphql-transport-ws' })
  let count = 0
  server.on('connection', (socket) => {
    socket.on('message', (data: Buffer) => {
      const { id, type, payload } = JSON.parse(data.toString()) as Frame
      if (type === 'connection_init') socket.send(JSON.stringify({ type: 'connection_ack' }))
      if (type === 'subscribe') takes[Math.min(count++, takes.length - 1)]?.(socket, id, payload?.variables)
    })
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`
}

/** Both frames in one packet, so that the client reads them in one breath. */
const failAndComplete: Take = (socket, id) => {
  const line = (socket as unknown as { _socket: { cork(): void; uncork(): void } })._socket
  const errors = [{ message: 'later', extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }]
  line.cork()
  socket.send(JSON.stringify({ id, type: 'next', payload: { data: null, errors } }))
  socket.send(JSON.stringify({ id, type: 'complete' }))
  line.uncork()
}

it('a stream whose failure and end come at once is followed on, also over a lost connection', async () => {
  const item = { data: { item: { cursor: 'one' } } }
  const url = await serve([
    failAndComplete,
    (socket) => socket.terminate(),
    (socket, id) => socket.send(JSON.stringify({ id, type: 'next', payload: item })),
  ])
  client = createClient({ url, token: 'any', retry: { firstPauseMs: 5, longestPauseMs: 20 } })
  const document = 'subscription ($after: String) { item: ticketEvents(after: $after) { cursor } }'
  const stream = client.follow<unknown, { after?: string }>(document)
  expect(await stream.next()).toEqual({ value: item.data, done: false })
})

it('a Heartbeat is not handed out, and is resumed from', async () => {
  const tell = (socket: WebSocket, id: string, item: object) =>
    socket.send(JSON.stringify({ id, type: 'next', payload: { data: { item } } }))
  const places: unknown[] = []
  const url = await serve([
    (socket, id) => {
      tell(socket, id, { __typename: 'CaughtUp', cursor: 'one' })
      tell(socket, id, { __typename: 'Heartbeat', cursor: 'two' })
      socket.send(JSON.stringify({ id, type: 'complete' }))
    },
    (socket, id, variables) => {
      places.push(variables?.after)
      tell(socket, id, { __typename: 'Heartbeat', cursor: 'three' })
      tell(socket, id, { __typename: 'MessageSent', cursor: 'four' })
    },
  ])
  client = createClient({ url, token: 'any', retry: { firstPauseMs: 5, longestPauseMs: 20 } })
  const document = 'subscription ($after: String) { item: ticketEvents(after: $after) { __typename cursor } }'
  const stream = client.follow<{ item: object }, { after?: string }>(document)
  const got = [await stream.next(), await stream.next()].map(({ value }) => value?.item)
  expect(got).toEqual([
    { __typename: 'CaughtUp', cursor: 'one' },
    { __typename: 'MessageSent', cursor: 'four' },
  ])
  expect(places).toEqual(['two'])
})
