import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, ticketIn, unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followTyping, transports } from '../kit/stream.ts'
import { done, mutate, outcome, type Person } from '../kit/world.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const setTyping = async (by: Person, ticketId: string, isTyping: boolean) =>
  await done<{ expiresAt: string }>(by, 'typingSet', { ticketId, isTyping }, 'expiresAt')

/** Typing is not replayed, so a test must know that everybody is listening. */
async function listening(count: number): Promise<void> {
  await until(() => server.desk.leases.listenerCount === count)
}

describe.each(transports)('a sign of typing over %s', (transport) => {
  it('reaches the other followers of the ticket, and not the one who writes', async () => {
    const [{ id }, other] = [await ticketIn(cast), await ticketIn(cast)]
    const [buyer, operator, supervisor, elsewhere] = [
      followTyping(server, cast.ownBuyer, { ticketId: id }, transport),
      followTyping(server, cast.operator, { ticketId: id }, transport),
      followTyping(server, cast.supervisor, { ticketId: id }, transport),
      followTyping(server, cast.ownBuyer, { ticketId: other.id }, transport),
    ]
    const first = [buyer.next(), operator.next(), supervisor.next(), elsewhere.next()]
    await listening(4)
    const sent = await unchanged(server.desk, () => setTyping(cast.operator, id, true))
    expect(Date.parse(sent.expiresAt) - Date.now()).toBeGreaterThan(1_000)
    expect(Date.parse(sent.expiresAt) - Date.now()).toBeLessThanOrEqual(6_000)
    await setTyping(cast.ownBuyer, id, true)
    await setTyping(cast.operator, id, false)
    await setTyping(cast.operator, other.id, true)
    const byOperator = { authorKind: 'OPERATOR', authorId: cast.operator.id, isTyping: true }
    const byBuyer = { authorKind: 'CUSTOMER', authorId: cast.ownBuyer.id, isTyping: true }
    const stopped = { ...byOperator, isTyping: false }
    expect(await Promise.all(first)).toEqual([byOperator, byBuyer, byOperator, byOperator])
    expect(await buyer.next()).toEqual(stopped)
    expect([await supervisor.next(), await supervisor.next()]).toEqual([byBuyer, stopped])
    // The one who wrote heard nothing of it: the next they hear is somebody else's.
    await setTyping(cast.supervisor, id, true)
    const bySupervisor = { ...byOperator, authorId: cast.supervisor.id }
    expect(await operator.next()).toEqual(bySupervisor)
  })

  it('ends by itself when it is not sent again', async () => {
    const { id } = await ticketIn(cast)
    const stream = followTyping(server, cast.ownBuyer, { ticketId: id }, transport)
    const first = stream.next()
    await listening(1)
    const sign = { authorKind: 'OPERATOR', authorId: cast.operator.id }
    await setTyping(cast.operator, id, true)
    expect(await first).toEqual({ ...sign, isTyping: true })
    const { expiresAt } = await setTyping(cast.operator, id, true)
    expect(await stream.next()).toEqual({ ...sign, isTyping: true })
    expect(await stream.next()).toEqual({ ...sign, isTyping: false })
    // Not before the second sign ended: the first one's time does not count any more.
    expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expiresAt) - 20)
  })

  it.each<[keyof Cast, string]>([
    ['guest', 'NOT_VISIBLE'],
    ['otherBuyer', 'NOT_VISIBLE'],
    ['operatorOfAnotherTeam', 'NOT_VISIBLE'],
    ['serviceWithoutScope', 'NOT_VISIBLE'],
  ])('is not for %s to follow: %s', async (member, code) => {
    const { id } = await ticketIn(cast)
    const stream = followTyping(server, cast[member] as Person, { ticketId: id }, transport)
    expect(await stream.refusal()).toBe(code)
    await listening(0)
  })

  it('ends for an operator who no longer sees the ticket', async () => {
    const { id } = await ticketIn(cast)
    const stream = followTyping(server, cast.operator, { ticketId: id }, transport)
    const refusal = stream.refusal()
    await listening(1)
    await done(cast.supervisor, 'ticketAssign', { ticketId: id, teamId: cast.otherTeamId })
    await setTyping(cast.ownBuyer, id, true)
    expect(await refusal).toBe('NOT_VISIBLE')
    await listening(0)
  })
})

describe('who may set it', () => {
  it.each<[keyof Cast, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'NotFound'],
    ['otherBuyer', 'NotFound'],
    ['operatorOfAnotherTeam', 'NotFound'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('not %s: %s', async (member, refusal) => {
    const { id } = await ticketIn(cast)
    const input = { ticketId: id, isTyping: true }
    const setting = () => outcome(cast[member] as Person, 'typingSet', input)
    expect(await unchanged(server.desk, setting)).toBe(refusal)
  })

  it('nobody where nothing is', async () => {
    for (const ticketId of [`tkt_${randomUUID()}`, 'tkt_1', '']) {
      const setting = mutate(cast.supervisor, 'typingSet', { ticketId, isTyping: true })
      expect(await setting).toMatchObject({ __typename: 'NotFound', path: ['ticketId'] })
    }
  })
})
