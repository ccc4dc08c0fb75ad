import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followStatuses, transports } from '../kit/stream.ts'
import { admin, done, operator, outcome, type Person } from '../kit/world.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

interface Payload {
  readonly expiresAt: string
  readonly operator: { readonly id: string; readonly status: string }
}
const set = async (by: Person, status: string) =>
  await done<Payload>(by, 'operatorStatusSet', { status }, 'expiresAt operator { id status }')
const statusOf = async (by: Person, { id }: Person) => {
  const { operators } = await by.ask<{ operators: { id: string; status: string }[] }>(
    '{ operators { id status } }',
  )
  return operators.find((one) => one.id === id)?.status
}
/** Whoever was there for the tests before is gone. */
const allOffline = async () => {
  await set(cast.operator, 'OFFLINE')
  expect(server.desk.leases.held('at the desk')).toEqual([])
}

describe.each(transports)('the operators’ statuses over %s', (transport) => {
  it('are told: who is there at first, then who changes', async () => {
    await allOffline()
    const { operator: self } = await unchanged(server.desk, async () => await set(cast.operator, 'ONLINE'))
    expect(self).toEqual({ id: cast.operator.id, status: 'ONLINE' })
    const stream = followStatuses(server, cast.supervisor, transport)
    expect(await stream.next()).toEqual({ isAll: true, operators: [self] })
    await set(cast.operator, 'ONLINE')
    await set(cast.operator, 'AWAY')
    expect(await stream.next()).toEqual({ isAll: false, operators: [{ ...self, status: 'AWAY' }] })
    expect(await statusOf(cast.supervisor, cast.operator)).toBe('AWAY')
    const { expiresAt } = await set(cast.operator, 'OFFLINE')
    expect(Date.parse(expiresAt)).toBeLessThanOrEqual(Date.now())
    expect(await stream.next()).toEqual({ isAll: false, operators: [{ ...self, status: 'OFFLINE' }] })
    expect(await statusOf(cast.supervisor, cast.operator)).toBe('OFFLINE')
  })

  it.each<[keyof Cast, string]>([
    ['guest', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('are not for %s to follow: %s', async (member, code) => {
    expect(await followStatuses(server, cast[member] as Person, transport).refusal()).toBe(code)
    await until(() => server.desk.leases.listenerCount === 0)
  })

  it('are told no more to an operator who was disabled', async () => {
    const leaver = await operator(server, `leaver of ${transport}`)
    const stream = followStatuses(server, leaver, transport)
    expect(await stream.next()).toMatchObject({ isAll: true })
    await done(
      await admin(server),
      'operatorUpdate',
      { operatorId: leaver.id, isDisabled: true },
      '__typename',
    )
    await set(cast.operator, 'ONLINE')
    expect(await stream.refusal()).toBe('TOKEN_EXPIRED')
  })
})

describe('a status', () => {
  it.each<[keyof Cast, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('cannot be set by %s: %s', async (member, refusal) => {
    await allOffline()
    const setting = () => outcome(cast[member] as Person, 'operatorStatusSet', { status: 'ONLINE' })
    expect(await unchanged(server.desk, setting)).toBe(refusal)
    expect(server.desk.leases.held('at the desk')).toEqual([])
  })

  it('is not shown to a partner, who sees the people', async () => {
    const { data, errors } = await cast.readingService.answer<{ operators: { status: null }[] }>(
      '{ operators { status } }',
    )
    expect(new Set(data.operators.map(({ status }) => status))).toEqual(new Set([null]))
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' })
  })

  it('is OFFLINE for a person who was disabled, at once', async () => {
    const leaver = await operator(server, 'leaver')
    await set(leaver, 'ONLINE')
    expect(await statusOf(cast.supervisor, leaver)).toBe('ONLINE')
    await done(
      await admin(server),
      'operatorUpdate',
      { operatorId: leaver.id, isDisabled: true },
      '__typename',
    )
    expect(await statusOf(cast.supervisor, leaver)).toBe('OFFLINE')
  })
})
