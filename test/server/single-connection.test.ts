import { createClient } from 'graphql-sse'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { call, openStream, reserve as reserveOn, tokenHeader } from '../kit/event-stream.ts'
import { until } from '../kit/postgres-process.ts'
import { openProxy } from '../kit/proxy.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, operator, type Person } from '../kit/world.ts'
import { send } from '../messages/entries.ts'

let server: TestServer
let anna: Person
let ticketId: string
let idle: ReturnType<typeof inUse>
beforeAll(async () => {
  server = await startTestServer({ RESERVATION_SECONDS: '0.5', HEARTBEAT_SECONDS: '0.3' })
  anna = await buyer(server, 'anna')
  ticketId = (await openTicket(anna)).id
  idle = inUse()
})
/** Whatever a test did: nobody is left listening, and no place is left taken. */
afterEach(async () => await until(() => JSON.stringify(inUse()) === JSON.stringify(idle)))
afterAll(async () => await server.close())

const inUse = () => ({
  feed: server.desk.feed.listenerCount,
  tickets: server.desk.ticketNews.listenerCount,
  connections: server.opora.server.connectionCount(),
  waiting: server.desk.replays.waiting + server.desk.replays.taken,
})

const messages = `subscription ($ticketId: ID!, $afterSeq: Int) {
  messageSent(ticketId: $ticketId, afterSeq: $afterSeq) { seq text } }`

const reserve = async (by: Person = anna) => await reserveOn(server, by)
const open = async (token: string, by: Person = anna) => await openStream(server, by, { token })
const start = async (token: string, operationId: string, by: Person = anna, query = messages) =>
  await call(server, 'POST', by, {
    headers: { [tokenHeader]: token },
    body: { query, variables: { ticketId, afterSeq: 0 }, extensions: { operationId } },
  })

describe.each([false, true])("graphql-sse's own client, singleConnection: %s", (singleConnection) => {
  it('goes on without a gap or a repeat through connections that are cut', async () => {
    const proxy = await openProxy(server.url)
    onTestFinished(async () => await proxy.close())
    const { id } = await openTicket(anna)
    const client = createClient({
      url: proxy.url,
      headers: () => ({ authorization: `Bearer ${anna.token}` }),
      singleConnection: singleConnection as false,
      retryAttempts: 100,
      retry: async () => {},
    })
    onTestFinished(() => client.dispose())
    const variables = { ticketId: id, afterSeq: 0 }
    const results = client.iterate<{ messageSent: { seq: number } }>({ query: messages, variables })
    const seqs: number[] = []
    for (let sent = 2; seqs.length < 12; ) {
      const { value } = await results.next()
      const seq = value?.data?.messageSent.seq ?? 0
      seqs.push(seq)
      // What the client says when it comes back.
      variables.afterSeq = seq
      if (sent > 12) continue
      if (seq % 3 === 0) proxy.cutAll()
      await send(anna, id, `№ ${sent}`)
      sent += 1
    }
    expect(seqs).toEqual(Array.from({ length: 12 }, (_, index) => index + 1))
    expect(proxy.connectionCount).toBeGreaterThan(3)
    await results.return?.(undefined)
  })
})

describe('one event stream for many operations', () => {
  it('tells each under its name, and ends one without the others', async () => {
    const token = await reserve()
    const stream = await open(token)
    expect((await start(token, 'one')).status).toBe(202)
    expect((await start(token, 'two')).status).toBe(202)
    expect((await start(token, 'read', anna, '{ viewer { role } }')).status).toBe(202)
    await stream.upTo('{"id":"one","payload":{"data":{"messageSent":{"seq":1')
    await stream.upTo('{"id":"two","payload":{"data":{"messageSent":{"seq":1')
    await stream.upTo(
      'event: next\ndata: {"id":"read","payload":{"data":{"viewer":{"role":"CUSTOMER"}},"extensions":{"cost":{"requested":2,',
    )
    await stream.upTo('event: complete\ndata: {"id":"read"}\n\n')
    const stop = { search: '?operationId=one' }
    expect((await call(server, 'DELETE', anna, { headers: { [tokenHeader]: token }, ...stop })).status).toBe(
      200,
    )
    await until(() => inUse().tickets === idle.tickets + 1)
    const { seq } = (await send(anna, ticketId, 'Ещё')).message
    const told = await stream.upTo(`{"id":"two","payload":{"data":{"messageSent":{"seq":${seq}`)
    expect(told).not.toContain(`{"id":"one","payload":{"data":{"messageSent":{"seq":${seq}`)
    stream.leave()
    await until(() => inUse().connections === idle.connections)
    // The token is dead with its stream.
    expect((await start(token, 'three')).status).toBe(404)
  })

  it('says on the stream what a subscription meets', async () => {
    const token = await reserve()
    const stream = await open(token)
    const boris = await buyer(server, 'boris')
    const other = await reserve(boris)
    const others = await open(other, boris)
    expect((await start(other, 'mine', boris)).status).toBe(202)
    expect(await others.upTo('event: complete\ndata: {"id":"mine"}')).toContain('NOT_VISIBLE')
    stream.leave()
    others.leave()
  })

  it('is begun with what was asked for before it was opened', async () => {
    const token = await reserve()
    expect((await start(token, 'early')).status).toBe(202)
    const stream = await open(token)
    await stream.upTo('{"id":"early","payload":{"data":{"messageSent":{"seq":1')
    stream.leave()
  })

  it('is kept open by comments when nothing happens, as a stream of one operation is', async () => {
    const query = 'subscription ($ticketId: ID!) { messageSent(ticketId: $ticketId) { seq } }'
    const body = { query, variables: { ticketId } }
    const streams = [await open(await reserve()), await openStream(server, anna, { body })]
    for (const stream of streams) {
      expect(await stream.upTo(':\n\n:\n\n:\n\n')).toMatch(/^[:\n]+$/)
      stream.leave()
    }
  })

  it('takes its token from the address too', async () => {
    const token = await reserve()
    const stream = await open(token)
    const body = { query: '{ viewer { role } }', extensions: { operationId: 'a' } }
    expect((await call(server, 'POST', anna, { search: `?token=${token}`, body })).status).toBe(202)
    await stream.upTo('"id":"a"')
    stream.leave()
  })
})

describe('a request of the single connection mode is refused', () => {
  it('with 401 when it does not say who asks', async () => {
    const token = await reserve()
    const nobody = { ...anna, token: null }
    expect((await call(server, 'PUT', nobody)).status).toBe(401)
    for (const method of ['GET', 'POST', 'DELETE']) {
      const headers = { [tokenHeader]: token, accept: 'application/json, text/event-stream' }
      const rest = method === 'POST' ? { body: { query: '{ viewer { role } }' } } : {}
      expect((await call(server, method, nobody, { headers, ...rest })).status).toBe(401)
    }
  })

  it('with 404 when the reservation is somebody else’s, or none', async () => {
    const token = await reserve()
    const boris = await buyer(server, 'boris')
    const accept = { accept: 'text/event-stream' }
    expect((await start(token, 'a', boris)).status).toBe(404)
    expect((await call(server, 'GET', boris, { headers: { [tokenHeader]: token, ...accept } })).status).toBe(
      404,
    )
    const search = { search: '?operationId=a' }
    expect(
      (await call(server, 'DELETE', boris, { headers: { [tokenHeader]: token }, ...search })).status,
    ).toBe(404)
    expect((await start('made-up', 'a')).status).toBe(404)
    // The owner's is as it was.
    const stream = await open(token)
    stream.leave()
  })

  it('with 409 when the stream or the name is in use', async () => {
    const token = await reserve()
    const stream = await open(token)
    expect(
      (await call(server, 'GET', anna, { headers: { [tokenHeader]: token, accept: 'text/event-stream' } }))
        .status,
    ).toBe(409)
    expect((await start(token, 'a')).status).toBe(202)
    expect((await start(token, 'a')).status).toBe(409)
    stream.leave()
  })

  it('with what any other POST is answered, and the name is free again', async () => {
    const token = await reserve()
    const stream = await open(token)
    const wrong = await call(server, 'POST', anna, {
      headers: { [tokenHeader]: token, accept: 'application/graphql-response+json' },
      body: { query: '{ surprise }', extensions: { operationId: 'a' } },
    })
    expect(wrong.status).toBe(400)
    expect(await wrong.json()).toMatchObject({
      errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    })
    expect(
      (await call(server, 'POST', anna, { headers: { [tokenHeader]: token }, body: { query: '{ a }' } }))
        .status,
    ).toBe(400)
    expect((await call(server, 'DELETE', anna, { headers: { [tokenHeader]: token } })).status).toBe(400)
    expect((await start(token, 'a')).status).toBe(202)
    stream.leave()
  })
})

describe('a reservation', () => {
  it('that nobody opens expires, with what it has begun', async () => {
    const token = await reserve()
    expect((await start(token, 'a')).status).toBe(202)
    expect(inUse().connections).toBe(idle.connections + 1)
    await until(() => inUse().connections === idle.connections)
    expect((await start(token, 'b')).status).toBe(404)
  })

  it('goes when its owner has made twenty more that are not opened; others keep theirs', async () => {
    const boris = await buyer(server, 'boris')
    const kept = await reserve(boris)
    const stream = await open(kept, boris)
    const tokens: string[] = []
    for (let count = 0; count < 21; count += 1) tokens.push(await reserve())
    expect((await start(tokens[0] ?? '', 'a')).status).toBe(404)
    expect(inUse().connections).toBe(idle.connections + 21)
    expect((await start(kept, 'a', boris, '{ viewer { role } }')).status).toBe(202)
    stream.leave()
  })

  it('ends with the token that opened its stream, each operation with a word', async () => {
    const token = await server.token('customer', { sub: 'anna', name: 'anna', expiresInSeconds: 3 })
    const brief = { ...anna, token }
    const reserved = await reserve(brief)
    const stream = await open(reserved, brief)
    // Started with a token that lives longer: the stream does not.
    expect((await start(reserved, 'a')).status).toBe(202)
    const told = await stream.toEnd()
    expect(told).toContain('TOKEN_EXPIRED')
    expect(told.endsWith('event: complete\ndata: {"id":"a"}\n\n')).toBe(true)
  })

  it('is not given to who was disabled', async () => {
    const leaver = await operator(server, 'leaver')
    const alla = await operator(server, 'alla', { role: 'admin' })
    await alla.ask(
      'mutation ($id: ID!) { operatorUpdate(input: { operatorId: $id, isDisabled: true }) { __typename } }',
      {
        id: leaver.id,
      },
    )
    expect((await call(server, 'PUT', leaver)).status).toBe(401)
  })
})
