import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { call, openStream, reserve, tokenHeader } from '../kit/event-stream.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'
import { buyer, nobody, openTicket, type Person, service } from '../kit/world.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({
    COST_LIMIT_CUSTOMER: '1000/1',
    COST_LIMIT_ANONYMOUS: '600/1',
    COST_LIMIT_SERVICE: '0',
    OPERATION_COST_LIMIT: '900',
    PROXY_HOPS: '1',
  })
})
afterAll(async () => await server.close())

const cheap = '{ viewer { role } }'
const dear = '{ tickets(first: 100) { nodes { messages(first: 5) { nodes { id } } } } }'
const dearCost = 2 + 100 * (1 + 1 + 5)
/** One event of it can have 200 objects. */
const wide = `subscription ($id: ID!) { messageSent(ticketId: $id) { ${Array.from({ length: 40 }, (_, index) => `a${index}: attachments { id }`).join(' ')} } }`
/** What making a buyer has cost before. */
const beingKnown = 3

interface Answer {
  readonly data?: unknown
  readonly errors?: readonly { readonly extensions: Record<string, unknown> }[]
  readonly extensions?: { readonly cost?: Record<string, number> }
}

async function ask(
  by: Person,
  query: string,
  more: { headers?: Record<string, string>; variables?: object } = {},
) {
  const { headers = {}, variables } = more
  const response = await call(server, 'POST', by, { headers, body: { query, variables } })
  const text = await response.text()
  return { status: response.status, headers: response.headers, ...(JSON.parse(text) as Answer) }
}

const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code']

describe('an answer', () => {
  it('tells what it cost, what is left, and when all of it is back', async () => {
    const anna = await buyer(server, 'anna')
    const { data, extensions } = await ask(anna, cheap)
    expect(data).toEqual({ viewer: { role: 'CUSTOMER' } })
    const { requested, remaining = 0, limit, refillPerSecond, fullInMs = 0 } = extensions?.cost ?? {}
    expect({ requested, limit, refillPerSecond }).toEqual({ requested: 2, limit: 1000, refillPerSecond: 1 })
    expect(remaining).toBeGreaterThanOrEqual(1000 - beingKnown - 2)
    expect(remaining).toBeLessThanOrEqual(998)
    expect(fullInMs).toBeGreaterThan(0)
    expect(fullInMs).toBeLessThanOrEqual((beingKnown + 2) * 1_000)
  })

  it('tells only the cost to whom nothing limits', async () => {
    const { extensions } = await ask(await service(server), cheap)
    expect(extensions).toEqual({ cost: { requested: 2 } })
  })
})

describe('who has spent all', () => {
  it('is answered 429 with the time to come back, and nobody else is', async () => {
    const [boris, vera] = [await buyer(server, 'boris'), await buyer(server, 'vera')]
    expect((await ask(boris, dear)).status).toBe(200)
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const refused = await ask(boris, dear, { headers: { accept } })
      expect(refused.status).toBe(429)
      expect(refused.data).toBeUndefined()
      const { code, retryable, retryAfterMs, requestId } = refused.errors?.[0]?.extensions ?? {}
      expect({ code, retryable, requestId }).toEqual({
        code: 'THROTTLED',
        retryable: true,
        requestId: refused.headers.get('x-request-id'),
      })
      const missing = 2 * dearCost + beingKnown - 1000
      expect(retryAfterMs).toBeLessThanOrEqual(missing * 1_000)
      expect(retryAfterMs).toBeGreaterThan(missing * 500)
      expect(refused.headers.get('retry-after')).toBe(String(Math.ceil(Number(retryAfterMs) / 1_000)))
      expect(refused.extensions?.cost).toMatchObject({ requested: dearCost, limit: 1000 })
    }
    // What there still is for can be had.
    expect((await ask(boris, cheap)).status).toBe(200)
    expect((await ask(vera, dear)).status).toBe(200)
  })

  it('writes nothing', async () => {
    const gleb = await buyer(server, 'gleb')
    await ask(gleb, dear)
    const opens = Array.from(
      { length: 28 },
      (_, index) => `t${index}: ticketOpen(input: { text: "Где?" }) { __typename }`,
    )
    const result = await unchanged(
      server.desk,
      async () => await ask(gleb, `mutation { ${opens.join(' ')} }`),
    )
    expect([result.status, codeOf(result)]).toEqual([429, 'THROTTLED'])
  })
})

describe('a document beyond every limit', () => {
  it('is no matter of waiting, and takes nothing', async () => {
    const dmitry = await buyer(server, 'dmitry')
    const query = 'query ($n: Int) { tickets(first: 100) { nodes { messages(first: $n) { nodes { id } } } } }'
    const headers = { accept: 'application/graphql-response+json' }
    const refused = await ask(dmitry, query, { headers, variables: { n: 50 } })
    expect(refused.status).toBe(400)
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'QUERY_TOO_COMPLEX', retryable: false })
    expect(refused.errors?.[0]?.extensions['retryAfterMs']).toBeUndefined()
    expect(refused.extensions?.cost?.['requested']).toBe(2 + 100 * 52)
    expect((await ask(dmitry, query, { variables: { n: 5 } })).status).toBe(200)
    // Of those without a limit as well.
    expect(codeOf(await ask(await service(server, 'tickets:read'), query))).toBe('QUERY_TOO_COMPLEX')
  })

  it('is also one that alone costs more than the asker ever has', async () => {
    const more = '{ __schema { queryType { name } } again: __schema { queryType { name } } }'
    const from = { headers: { 'x-forwarded-for': '203.0.113.200' } }
    expect(codeOf(await ask(nobody(server), more, from))).toBe('QUERY_TOO_COMPLEX')
    expect((await ask(nobody(server), '{ __schema { queryType { name } } }', from)).status).toBe(200)
  })
})

it('nobody is known by the address, as the nearest proxy tells it', async () => {
  const schema = '{ __schema { queryType { name } } }'
  const from = async (address: string) => {
    const { status } = await ask(nobody(server), schema, { headers: { 'x-forwarded-for': address } })
    return status
  }
  expect(await from('203.0.113.1')).toBe(200)
  expect(await from('203.0.113.1')).toBe(429)
  expect(await from('203.0.113.9, 203.0.113.1')).toBe(429)
  expect(await from('203.0.113.2')).toBe(200)
})

describe('over the other transports', () => {
  it('an operation of a WebSocket gets an error, and the socket stays', async () => {
    const egor = await buyer(server, 'egor')
    const socket = await connect(server.wsUrl, egor.token ?? '')
    const run = async (id: string, query: string) => {
      socket.send({ type: 'subscribe', id, payload: { query } })
      return await socket.next()
    }
    const answered = await run('1', dear)
    expect(answered).toMatchObject({
      type: 'next',
      payload: { extensions: { cost: { requested: dearCost, limit: 1000 } } },
    })
    expect(await socket.next()).toEqual({ type: 'complete', id: '1' })
    const refused = await run('2', dear)
    expect(refused).toMatchObject({ type: 'error', id: '2' })
    const [error] = refused.payload as { extensions: Record<string, unknown> }[]
    expect(error?.extensions).toMatchObject({ code: 'THROTTLED', retryable: true })
    expect(error?.extensions['retryAfterMs']).toBeGreaterThan(0)
    expect(error?.extensions['http']).toBeUndefined()
    expect(await run('3', dear.replace('first: 5', 'first: 50'))).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'QUERY_TOO_COMPLEX' } }],
    })
    // Nor is HTTP another purse.
    expect((await ask(egor, dear)).status).toBe(429)
    expect(await run('4', cheap)).toMatchObject({ payload: { data: { viewer: { role: 'CUSTOMER' } } } })
    await socket.close()
  })

  it('a subscription is paid for when it begins, and its events carry nothing of it', async () => {
    const zhanna = await buyer(server, 'zhanna')
    const { id } = await openTicket(zhanna)
    const query = 'subscription ($id: ID!) { messageSent(ticketId: $id, afterSeq: 0) { seq } }'
    const body = { query, variables: { id } }
    const left = async () => (await ask(zhanna, cheap)).extensions?.cost?.['remaining'] ?? 0
    const before = await left()
    const stream = await openStream(server, zhanna, { body })
    expect(await stream.upTo('"seq":1')).toContain('data: {"data":{"messageSent":{"seq":1}}}\n\n')
    stream.leave()
    const socket = await connect(server.wsUrl, zhanna.token ?? '')
    socket.send({ type: 'subscribe', id: 'a', payload: body })
    expect(await socket.next()).toEqual({
      type: 'next',
      id: 'a',
      payload: { data: { messageSent: { seq: 1 } } },
    })
    await socket.close()
    const spent = before - (await left())
    // Two starts and the question; some seconds may have passed.
    expect(spent).toBeGreaterThan(0)
    expect(spent).toBeLessThanOrEqual(2 * 12 + 2)
    // When there is nothing left for it, none begins.
    await ask(zhanna, dear)
    const ids = Array.from({ length: 250 }, () => id)
    await ask(zhanna, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { variables: { ids } })
    const headers = { accept: 'text/event-stream' }
    const refused = await call(server, 'POST', zhanna, { headers, body: { ...body, query: wide } })
    expect([refused.status, await refused.text()]).toEqual([429, expect.stringContaining('THROTTLED')])
    expect(server.opora.server.operationCount()).toBe(0)
  })

  it('a start on one event stream for all is answered like any other request, and its name is free again', async () => {
    const ivan = await buyer(server, 'ivan')
    const headers = { [tokenHeader]: await reserve(server, ivan) }
    await ask(ivan, dear)
    const start = async (query: string) =>
      await call(server, 'POST', ivan, { headers, body: { query, extensions: { operationId: 'a' } } })
    const refused = await start(dear)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(codeOf((await refused.json()) as Answer)).toBe('THROTTLED')
    expect((await start(cheap)).status).toBe(202)
  })
})
