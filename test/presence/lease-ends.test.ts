import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, ticketIn } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followPresence, followStatuses, transports } from '../kit/stream.ts'
import { done } from '../kit/world.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer({ PRESENCE_SECONDS: '1.5', OPERATOR_STATUS_SECONDS: '1.5' })
  cast = await castOf(server)
})
afterAll(async () => await server.close())

/** Says it again past the time of the first, and gives the time of the last. */
async function sayOn(say: () => Promise<{ expiresAt: string }>): Promise<number> {
  const first = await say()
  let last = first
  while (Date.now() < Date.parse(first.expiresAt) + 100) last = await say()
  return Date.parse(last.expiresAt)
}

describe.each(transports)('over %s, without a word', (transport) => {
  it('who looked at a ticket is gone when they no longer say so, and not before', async () => {
    const { id } = await ticketIn(cast)
    const { supervisor } = cast
    const stream = followPresence(server, cast.operator, { ticketId: id }, transport)
    expect(await stream.next()).toEqual({ operators: [] })
    const endsAt = await sayOn(
      async () => await done(supervisor, 'presenceSet', { ticketId: id, isPresent: true }, 'expiresAt'),
    )
    expect(await stream.next()).toEqual({
      operators: [{ isTyping: false, operator: { id: supervisor.id } }],
    })
    expect(await stream.next()).toEqual({ operators: [] })
    expect(Date.now()).toBeGreaterThanOrEqual(endsAt - 20)
    expect(server.desk.leases.timerCount).toBe(0)
  })

  it('who was online is offline when they no longer say so, and not before', async () => {
    const { supervisor } = cast
    const stream = followStatuses(server, cast.operator, transport)
    expect(await stream.next()).toEqual({ isAll: true, operators: [] })
    const endsAt = await sayOn(
      async () => await done(supervisor, 'operatorStatusSet', { status: 'ONLINE' }, 'expiresAt'),
    )
    const { id } = supervisor
    expect(await stream.next()).toEqual({ isAll: false, operators: [{ id, status: 'ONLINE' }] })
    expect(await stream.next()).toEqual({ isAll: false, operators: [{ id, status: 'OFFLINE' }] })
    expect(Date.now()).toBeGreaterThanOrEqual(endsAt - 20)
    expect(server.desk.leases.timerCount).toBe(0)
  })
})
