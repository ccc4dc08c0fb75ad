import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { call, openStream, reserve, tokenHeader } from '../kit/event-stream.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'
import { followTicket, isCaughtUp, transports } from '../kit/stream.ts'
import { admin, openTicket, outcome, type Person } from '../kit/world.ts'
import { bearer, create, letIn, readToken, revoke } from './scene.ts'

let server: TestServer
let cast: Cast
let alla: Person
let ticketId: string
let idle: ReturnType<typeof inUse>
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  alla = await admin(server)
  ticketId = (await openTicket(cast.ownBuyer)).id
  idle = inUse()
})
afterAll(async () => await server.close())

const inUse = () => ({
  feed: server.desk.feed.listenerCount,
  connections: server.opora.server.connectionCount(),
})

describe('a revoked token', () => {
  it('is refused at once, also where it was known a moment ago', async () => {
    const { secret, serviceToken } = await create(alla)
    const warehouse = bearer(server, secret)
    expect(await letIn(warehouse)).toBe('SERVICE')
    const revoked = await revoke(alla, serviceToken)
    expect(await letIn(warehouse)).toBe('TOKEN_EXPIRED')
    expect((await warehouse.answer('{ viewer { role } }')).status).toBe(401)
    expect(revoked.serviceToken).toMatchObject({
      status: 'REVOKED',
      revokedAt: expect.any(String),
      revokedBy: { id: alla.id },
      secrets: [],
    })
  })

  it('closes its sockets with 4403, and no other', async () => {
    const { secret, serviceToken } = await create(alla)
    const other = await create(alla)
    const sockets = [await connect(server.wsUrl, secret), await connect(server.wsUrl, secret)]
    const kept = await connect(server.wsUrl, other.secret)
    await revoke(alla, serviceToken)
    for (const socket of sockets) expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' })
    kept.send({ type: 'subscribe', id: '1', payload: { query: '{ viewer { role } }' } })
    expect(await kept.next()).toMatchObject({ payload: { data: { viewer: { role: 'SERVICE' } } } })
    await kept.close()
    // Who comes back with it is sent away the same way.
    await expect(connect(server.wsUrl, secret)).rejects.toThrow()
  })

  it.each(transports)('ends what is followed with it over %s', async (transport) => {
    const { secret, serviceToken } = await create(alla)
    const stream = followTicket(server, bearer(server, secret), { ticketId }, transport)
    await stream.upTo(isCaughtUp)
    await revoke(alla, serviceToken)
    if (transport === 'SSE') {
      expect(await stream.refusal()).toBe('TOKEN_EXPIRED')
      expect(await stream.isOver()).toBe(true)
    } else {
      // The socket was closed, which the stock client tells with its code.
      await expect(stream.next()).rejects.toMatchObject({ code: 4403 })
    }
    await until(() => JSON.stringify(inUse()) === JSON.stringify(idle))
  })

  it('ends the event stream of many operations, each with a word', async () => {
    const { secret, serviceToken } = await create(alla)
    const warehouse = bearer(server, secret)
    const token = await reserve(server, warehouse)
    const stream = await openStream(server, warehouse, { token })
    const query = 'subscription ($id: ID!) { messageSent(ticketId: $id, afterSeq: 0) { seq } }'
    const body = { query, variables: { id: ticketId }, extensions: { operationId: 'a' } }
    await call(server, 'POST', warehouse, { headers: { [tokenHeader]: token }, body })
    await stream.upTo('"seq":1')
    await revoke(alla, serviceToken)
    const told = await stream.toEnd()
    expect(told).toContain('TOKEN_EXPIRED')
    expect(told.endsWith('event: complete\ndata: {"id":"a"}\n\n')).toBe(true)
    expect((await call(server, 'PUT', warehouse)).status).toBe(401)
    await until(() => JSON.stringify(inUse()) === JSON.stringify(idle))
  })

  it('stays revoked: done again, nothing is written', async () => {
    const { serviceToken } = await create(alla)
    const first = await revoke(alla, serviceToken)
    const again = await unchanged(server.desk, async () => await revoke(alla, serviceToken))
    expect(again.serviceToken).toEqual(first.serviceToken)
    expect(await readToken(alla, serviceToken)).toEqual(first.serviceToken)
  })
})

describe('a token that expires', () => {
  it('closes its socket with 4403', async () => {
    const { secret } = await create(alla, { expiresAt: new Date(Date.now() + 1_500).toISOString() })
    const socket = await connect(server.wsUrl, secret)
    expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' })
    expect(await letIn(bearer(server, secret))).toBe('TOKEN_EXPIRED')
  })
})

it('what is not there cannot be revoked', async () => {
  for (const serviceTokenId of ['svt_1', cast.teamId, 'svt_01939d7f-0000-7000-8000-000000000000'])
    expect(await outcome(alla, 'serviceTokenRevoke', { serviceTokenId })).toBe('NotFound')
})
