import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, ticketIn, unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { followPresence, followTyping, transports } from '../kit/stream.ts'
import { done, mutate, operator, outcome, type Person } from '../kit/world.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const look = async (by: Person, ticketId: string, isPresent = true) =>
  await done<{ expiresAt: string }>(by, 'presenceSet', { ticketId, isPresent }, 'expiresAt')
const type = async (by: Person, ticketId: string, isTyping = true) =>
  await done(by, 'typingSet', { ticketId, isTyping }, '__typename')
const here = ({ id }: Person, isTyping = false) => ({ isTyping, operator: { id } })
const none = { operators: [] }

describe.each(transports)('presence over %s', (transport) => {
  it('tells who looks and who writes: all at first, then each change, and nobody of themselves', async () => {
    const { id } = await ticketIn(cast)
    await type(cast.supervisor, id)
    const stream = followPresence(server, cast.operator, { ticketId: id }, transport)
    const bySupervisor = followPresence(server, cast.supervisor, { ticketId: id }, transport)
    expect(await stream.next()).toEqual({ operators: [here(cast.supervisor, true)] })
    expect(await bySupervisor.next()).toEqual(none)
    await unchanged(server.desk, async () => await look(cast.operator, id))
    expect(await bySupervisor.next()).toEqual({ operators: [here(cast.operator)] })
    await type(cast.operator, id)
    expect(await bySupervisor.next()).toEqual({ operators: [here(cast.operator, true)] })
    await type(cast.operator, id, false)
    expect(await bySupervisor.next()).toEqual({ operators: [here(cast.operator)] })
    await look(cast.operator, id, false)
    expect(await bySupervisor.next()).toEqual(none)
    await type(cast.supervisor, id, false)
    // Of the operator's own coming and going nothing was said.
    expect(await stream.next()).toEqual(none)
  })

  it.each<[keyof Cast, string]>([
    ['guest', 'FORBIDDEN'],
    ['otherBuyer', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['operatorOfAnotherTeam', 'NOT_VISIBLE'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('is not for %s to follow: %s', async (member, code) => {
    const { id } = await ticketIn(cast)
    const before = server.desk.leases.listenerCount
    const stream = followPresence(server, cast[member] as Person, { ticketId: id }, transport)
    expect(await stream.refusal()).toBe(code)
    await until(() => server.desk.leases.listenerCount <= before)
  })

  it('ends for an operator who no longer sees the ticket', async () => {
    const { id } = await ticketIn(cast)
    const stream = followPresence(server, cast.operator, { ticketId: id }, transport)
    expect(await stream.next()).toEqual(none)
    await done(cast.supervisor, 'ticketAssign', { ticketId: id, teamId: cast.otherTeamId })
    await look(cast.operatorOfAnotherTeam, id)
    expect(await stream.refusal()).toBe('NOT_VISIBLE')
  })

  it('of operators reaches no buyer', async () => {
    const { id } = await ticketIn(cast)
    const before = server.desk.leases.listenerCount
    const stream = followTyping(server, cast.ownBuyer, { ticketId: id }, transport)
    const first = stream.next()
    await until(() => server.desk.leases.listenerCount === before + 1)
    await look(cast.operator, id)
    await type(cast.supervisor, id)
    expect(await first).toMatchObject({ authorId: cast.supervisor.id, isTyping: true })
  })
})

it('costs as many statements for one operator as for five', async () => {
  const { id } = await ticketIn(cast)
  const presentTo = async (people: readonly Person[]) => {
    for (const one of people) await look(one, id)
    const statements = await statementsDuring(server.desk, async () => {
      const stream = followPresence(server, cast.supervisor, { ticketId: id })
      expect((await stream.next()).operators).toHaveLength(people.length)
      await stream.leave()
    })
    return statements.length
  }
  const colleagues: Person[] = []
  for (let index = 1; index <= 5; index += 1) {
    colleagues.push(await operator(server, `colleague ${index}`, { teams: [cast.teamId] }))
  }
  const forOne = await presentTo(colleagues.slice(0, 1))
  expect(await presentTo(colleagues)).toBe(forOne)
})

describe('who may say that they look', () => {
  it.each<[keyof Cast, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['otherBuyer', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['operatorOfAnotherTeam', 'NotFound'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('not %s: %s', async (member, refusal) => {
    const { id } = await ticketIn(cast)
    const held = server.desk.leases.timerCount
    const setting = () => outcome(cast[member] as Person, 'presenceSet', { ticketId: id, isPresent: true })
    expect(await unchanged(server.desk, setting)).toBe(refusal)
    expect(server.desk.leases.held(`present ${id.slice('tkt_'.length)}`)).toEqual([])
    expect(server.desk.leases.timerCount).toBeLessThanOrEqual(held)
  })

  it('nobody where nothing is', async () => {
    for (const ticketId of [`tkt_${randomUUID()}`, 'tkt_1', '']) {
      const setting = mutate(cast.supervisor, 'presenceSet', { ticketId, isPresent: true })
      expect(await setting).toMatchObject({ __typename: 'NotFound', path: ['ticketId'] })
    }
  })
})
