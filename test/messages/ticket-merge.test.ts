import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TicketStatus } from '../../src/core/prisma/enums.ts'
import { type Cast, castOf, eventsOf, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, mutate, openTicket, outcome, type Person, readTicket } from '../kit/world.ts'
import { send, uuidOf } from './entries.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const merge = (by: Person, ticketId: string, intoTicketId: string, more: object = {}) =>
  mutate(by, 'ticketMerge', { ticketId, intoTicketId, ...more })
const twoTickets = async () => await Promise.all([ticketIn(cast), ticketIn(cast)])

describe('a merge', () => {
  it.each<['operator' | 'supervisor' | 'service']>([['operator'], ['supervisor'], ['service']])(
    'by %s ends one ticket in the other',
    async (member) => {
      const [one, other] = await twoTickets()
      const merged = await merge(cast[member], one.id, other.id, { expectedVersion: one.version })
      const version = one.version + 1
      expect(merged).toEqual({
        __typename: 'TicketMergePayload',
        ticket: { ...one, status: 'MERGED', version },
      })
      expect(await readTicket(cast.ownBuyer, one.id, 'status mergedInto { id }')).toEqual({
        status: 'MERGED',
        mergedInto: { id: other.id },
      })
      expect(await readTicket(cast.supervisor, other.id)).toEqual(other)
      const [last] = (await eventsOf(server.desk, one.id)).slice(-1)
      const before = { customerId: uuidOf(cast.ownBuyer.id), assigneeId: null, teamId: uuidOf(cast.teamId) }
      expect(last).toEqual({ type: 'ticket.merged', data: { intoId: uuidOf(other.id), before } })
    },
  )

  it('stops the timer of a sleeping ticket', async () => {
    const [one, other] = [await ticketIn(cast, 'SNOOZED'), await ticketIn(cast)]
    expect((await merge(cast.operator, one.id, other.id)).__typename).toBe('TicketMergePayload')
    const { rowCount } = await server.desk.database.pool.query('select 1 from due where subject_id = $1', [
      uuidOf(one.id),
    ])
    expect(rowCount).toBe(0)
  })

  it('and the opposite one at once: one wins, without an error', async () => {
    const pairs = await Promise.all(Array.from({ length: 5 }, async () => await twoTickets()))
    for (const [one, other] of pairs) {
      const results = await Promise.all([
        merge(cast.operator, one.id, other.id),
        merge(cast.supervisor, other.id, one.id),
      ])
      const names = results.map(({ __typename }) => __typename).sort()
      expect(names).toEqual(['IllegalTransition', 'TicketMergePayload'])
      const statuses = [
        await readTicket(cast.supervisor, one.id),
        await readTicket(cast.supervisor, other.id),
      ]
      expect(statuses.map((ticket) => ticket?.status).sort()).toEqual(['MERGED', 'NEW'])
    }
    expect(server.logs.filter(({ level }) => level >= 50)).toEqual([])
  })

  it('while customers write: every message has one place, and none is lost', async () => {
    const [one, other] = await twoTickets()
    const writing = Array.from({ length: 12 }, async (_, n) => await send(cast.ownBuyer, one.id, `${n}`))
    const [merged] = await Promise.all([merge(cast.operator, one.id, other.id), ...writing])
    expect(merged.__typename).toBe('TicketMergePayload')
    const sent = await Promise.all(writing)
    const [before, after] = [one.id, other.id].map((id) =>
      sent.filter(({ ticket }) => ticket.id === id).map(({ message }) => message.seq ?? 0),
    )
    const places = (seqs: number[] = []) => seqs.sort((first, second) => first - second)
    expect(places(before)).toEqual(before?.map((_, index) => index + 2))
    expect(places(after)).toEqual(after?.map((_, index) => index + 2))
    expect((before?.length ?? 0) + (after?.length ?? 0)).toBe(12)
  })

  it('of three tickets in a circle, all at once, leaves one', async () => {
    const [a, b, c] = [await ticketIn(cast), await ticketIn(cast), await ticketIn(cast)]
    const results = await Promise.all([
      merge(cast.operator, a.id, b.id),
      merge(cast.operator, b.id, c.id),
      merge(cast.operator, c.id, a.id),
    ])
    const names = results.map(({ __typename }) => __typename)
    const merged = names.filter((name) => name === 'TicketMergePayload')
    expect(names.filter((name) => name === 'IllegalTransition')).toHaveLength(3 - merged.length)
    const { ticket } = await send(cast.ownBuyer, a.id, 'Кто остался?')
    expect(ticket.status).not.toBe('MERGED')
    expect([1, 2]).toContain(merged.length)
  })
})

describe('what cannot be merged', () => {
  it('a ticket of another customer', async () => {
    const one = await ticketIn(cast)
    const other = await openTicket(cast.otherBuyer)
    expect(await unchanged(server.desk, () => merge(cast.operator, one.id, other.id))).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      detail: 'Оба обращения должны быть от одного покупателя.',
      path: ['intoTicketId'],
      rule: 'otherCustomer',
    })
  })

  it('a ticket into itself', async () => {
    const { id } = await ticketIn(cast)
    const refused = { __typename: 'InvalidInput', rule: 'itself', path: ['intoTicketId'] }
    expect(await unchanged(server.desk, () => merge(cast.operator, id, id))).toMatchObject(refused)
  })

  it('a ticket into the one that ended in it', async () => {
    const [one, other] = await twoTickets()
    await done(cast.operator, 'ticketMerge', { ticketId: one.id, intoTicketId: other.id })
    const back = () => merge(cast.operator, other.id, one.id)
    const refused = { __typename: 'IllegalTransition', from: 'MERGED', action: 'MERGE' }
    expect(await unchanged(server.desk, back)).toMatchObject(refused)
  })

  it.each<[TicketStatus]>([['RESOLVED'], ['CLOSED'], ['MERGED'], ['SPAM']])(
    'a %s ticket, nor anything into it',
    async (status) => {
      const [one, other] = [await ticketIn(cast, status), await ticketIn(cast)]
      const refused = { __typename: 'IllegalTransition', from: status, action: 'MERGE' }
      const both = async () => [
        await merge(cast.operator, one.id, other.id),
        await merge(cast.operator, other.id, one.id),
      ]
      expect(await unchanged(server.desk, both)).toMatchObject([refused, refused])
    },
  )

  it('a ticket that has changed since', async () => {
    const [one, other] = await twoTickets()
    const stale = () => merge(cast.operator, one.id, other.id, { expectedVersion: one.version - 1 })
    expect(await unchanged(server.desk, stale)).toMatchObject({
      __typename: 'Conflict',
      currentVersion: one.version,
      current: { id: one.id },
    })
  })

  it('what is not there, or not to be seen', async () => {
    const { id } = await ticketIn(cast)
    const hidden = await ticketIn(cast)
    await done(cast.supervisor, 'ticketAssign', { ticketId: hidden.id, teamId: cast.otherTeamId })
    for (const missing of [`tkt_${randomUUID()}`, 'tkt_1', hidden.id]) {
      const both = async () => [
        await merge(cast.operator, id, missing),
        await merge(cast.operator, missing, id),
      ]
      const notFound = (...path: string[]) => ({ __typename: 'NotFound', path })
      expect(await unchanged(server.desk, both)).toMatchObject([
        notFound('intoTicketId'),
        notFound('ticketId'),
      ])
    }
  })
})

describe('who may merge', () => {
  it.each<[keyof Cast, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['otherBuyer', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['operatorOfAnotherTeam', 'NotFound'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
  ])('not %s: %s', async (member, refusal) => {
    const [one, other] = await twoTickets()
    const merging = () =>
      outcome(cast[member] as Person, 'ticketMerge', { ticketId: one.id, intoTicketId: other.id })
    expect(await unchanged(server.desk, merging)).toBe(refusal)
  })
})
