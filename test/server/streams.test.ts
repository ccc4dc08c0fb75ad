import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { createClient as createSseClient } from 'graphql-sse'
import { createClient as createSocketClient } from 'graphql-ws'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { until } from '../kit/postgres-process.ts'
import { readAll } from '../kit/read-all.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'

let server: TestServer
let buyer: string
/** How many listen to the feed of a server that nobody follows. */
let idleCount: number
beforeAll(async () => {
  server = await startTestServer()
  buyer = await server.token('customer')
  idleCount = listenerCount()
})
/** Whatever a test did: nobody is left listening. */
afterEach(async () => await until(() => listenerCount() === idleCount))
afterAll(async () => await server.close())

const listenerCount = () => server.desk.feed.listenerCount
const inbox =
  'subscription { inboxEvents { __typename ... on MessageSent { message { text } ticket { subject } } } }'

interface InboxResult {
  data?: {
    inboxEvents: { __typename: string; message?: { text: string }; ticket?: { subject: string } }
  } | null
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[]
}

async function openTicket(text: string): Promise<string> {
  const { data } = await server.request<{ ticketOpen: { ticket: { id: string } } }>(
    'mutation ($text: String!) { ticketOpen(input: { text: $text }) { ... on TicketOpenPayload { ticket { id } } } }',
    { text },
    buyer,
  )
  return data.ticketOpen.ticket.id
}

/** A stream as each transport gives it, begun and caught up. */
interface Followed {
  next(): Promise<IteratorResult<InboxResult>>
  leave(): Promise<unknown>
}

const transports: [string, (token: string) => Promise<Followed>][] = [
  ['WebSocket', async (token) => await begin(followBySocket(token))],
  ['SSE', async (token) => await begin(followByEvents(token))],
]

function followBySocket(token: string): Followed {
  const client = createSocketClient({
    url: server.wsUrl,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  })
  const results = client.iterate({ query: inbox }) as AsyncIterableIterator<InboxResult>
  return { next: async () => await results.next(), leave: async () => await results.return?.() }
}

function followByEvents(token: string): Followed {
  const client = createSseClient({
    url: server.url,
    headers: { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  })
  const results = client.iterate({ query: inbox }) as AsyncIterableIterator<InboxResult>
  return { next: async () => await results.next(), leave: async () => await results.return?.() }
}

async function begin(followed: Followed): Promise<Followed> {
  expect((await followed.next()).value).toEqual({ data: { inboxEvents: { __typename: 'CaughtUp' } } })
  return followed
}

/** The next of one type; a ticket that is opened tells other things too. */
async function nextOf(followed: Followed, type: string): Promise<InboxResult> {
  for (;;) {
    const { value, done } = await followed.next()
    if (done === true) throw new Error(`the stream ended before ${type}`)
    const result = value
    if (result.errors !== undefined) throw new Error(JSON.stringify(result.errors))
    if (result.data?.inboxEvents.__typename === type) return result
  }
}

describe.each(transports)('a subscription over %s', (_name, follow) => {
  it('tells what happens, each event with the rows of that moment', async () => {
    const followed = await follow(await server.token('supervisor', { sub: 'sergey' }))
    const ticketId = await openTicket('Первое')
    const first = await nextOf(followed, 'MessageSent')
    expect(first.data?.inboxEvents).toMatchObject({
      message: { text: 'Первое' },
      ticket: { subject: 'Первое' },
    })
    const supervisor = await server.token('supervisor', { sub: 'sergey' })
    await server.request(
      'mutation ($id: ID!) { ticketUpdate(input: { ticketId: $id, subject: "Иное" }) { __typename } }',
      { id: ticketId },
      supervisor,
    )
    await server.request(
      'mutation ($id: ID!) { messageSend(input: { ticketId: $id, text: "Второе" }) { __typename } }',
      { id: ticketId },
      buyer,
    )
    const second = await nextOf(followed, 'MessageSent')
    expect(second.data?.inboxEvents).toMatchObject({
      message: { text: 'Второе' },
      ticket: { subject: 'Иное' },
    })
    await followed.leave()
  })

  it('lets its listener go when the client leaves', async () => {
    const token = await server.token('supervisor', { sub: 'sergey' })
    const followed = await Promise.all([follow(token), follow(token), follow(token)])
    expect(listenerCount()).toBe(idleCount + 3)
    await Promise.all(followed.map(async ({ leave }) => await leave()))
    await until(() => listenerCount() === idleCount)
  })

  it('ends with an error once the person is disabled', async () => {
    const admin = await server.token('admin', { sub: 'admin' })
    const name = `leaver-${_name}`
    const leaver = await server.token('supervisor', { sub: name })
    const followed = await follow(leaver)
    const { data } = await server.request<{ viewer: { operator: { id: string } } }>(
      '{ viewer { operator { id } } }',
      {},
      leaver,
    )
    await server.request(
      'mutation ($id: ID!) { operatorUpdate(input: { operatorId: $id, isDisabled: true }) { __typename } }',
      { id: data.viewer.operator.id },
      admin,
    )
    const last = await followed.next()
    expect((last.value as InboxResult).errors).toMatchObject([{ extensions: { code: 'TOKEN_EXPIRED' } }])
    expect((await followed.next()).done).toBe(true)
    await until(() => listenerCount() === idleCount)
  })
})

describe('a client that is simply gone', () => {
  it('leaves no listener behind over WebSocket', async () => {
    const socket = new WebSocket(server.wsUrl, 'graphql-transport-ws')
    await once(socket, 'open')
    const token = await server.token('supervisor', { sub: 'sergey' })
    socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }))
    await once(socket, 'message')
    socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: inbox } }))
    await once(socket, 'message')
    expect(listenerCount()).toBe(idleCount + 1)
    socket.terminate()
    await until(() => listenerCount() === idleCount)
  })

  it('leaves no listener behind over SSE', async () => {
    const outgoing = httpRequest(server.url, {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${await server.token('supervisor', { sub: 'sergey' })}`,
      },
    })
    outgoing.on('error', () => {})
    outgoing.end(JSON.stringify({ query: inbox }))
    await until(() => listenerCount() === idleCount + 1)
    outgoing.destroy()
    await until(() => listenerCount() === idleCount)
  })
})

describe('clients that go as soon as they have come', () => {
  it('leave nothing behind on either transport', async () => {
    const token = await server.token('supervisor', { sub: 'sergey' })
    const headers = {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
    }
    const came = Array.from({ length: 20 }, async () => {
      const socket = await connect(server.wsUrl, token)
      socket.send({ type: 'subscribe', id: '1', payload: { query: inbox } })
      const outgoing = httpRequest(server.url, { method: 'POST', headers })
      outgoing.on('error', () => {})
      outgoing.end(JSON.stringify({ query: inbox }), () => outgoing.destroy())
      await socket.close()
    })
    await Promise.all(came)
    await until(() => listenerCount() === idleCount)
    expect(server.opora.server.socketCount()).toBe(0)
  })
})

describe('a token that expires', () => {
  it('closes the socket with 4403', async () => {
    const token = await server.token('supervisor', { sub: 'sergey', expiresInSeconds: 2 })
    const socket = await connect(server.wsUrl, token)
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' })
  })

  it('ends an event stream with TOKEN_EXPIRED', async () => {
    const client = createSseClient({
      url: server.url,
      headers: {
        authorization: `Bearer ${await server.token('supervisor', { sub: 'sergey', expiresInSeconds: 2 })}`,
      },
      retryAttempts: 0,
    })
    const results = await readAll(client.iterate({ query: inbox }))
    expect(results.at(-1)?.errors).toMatchObject([
      { extensions: { code: 'TOKEN_EXPIRED', retryable: true, requestId: expect.any(String) } },
    ])
  })
})
