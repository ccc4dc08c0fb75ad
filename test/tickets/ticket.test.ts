import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn } from '../kit/cast.ts'
import { statementsDuring } from '../kit/statements.ts'
import { done, openTicket, type Person, readTicket, type Ticket } from '../kit/world.ts'
import { openScene, type Scene } from './change.ts'

let scene: Scene
/** In the queue of the operator's team. */
let ticket: Ticket
beforeAll(async () => {
  scene = await openScene()
  ticket = await ticketIn(scene.cast)
})
afterAll(async () => await scene.server.close())

async function byNumber(who: Person, number: string): Promise<string | null> {
  const query = 'query ($number: String!) { ticket(number: $number) { id } }'
  const answer = await who.ask<{ ticket: { id: string } | null }>(query, { number })
  return answer.ticket?.id ?? null
}

async function nodeIds(who: Person, ids: readonly string[]): Promise<(string | null)[]> {
  const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
  const { nodes } = await who.ask<{ nodes: ({ id: string } | null)[] }>(query, { ids })
  return nodes.map((node) => node?.id ?? null)
}

describe('a ticket', () => {
  it('says all about itself', async () => {
    const { cast } = scene
    const { id } = await openTicket(cast.ownBuyer, {
      text: 'Посылка   не пришла',
      topic: 'DELIVERY',
      channel: 'APP_CHAT',
      language: 'EN',
    })
    const all = `id subject topic channel status priority language tags version lastSeq snoozedUntil resolution
      resolvedAt closedAt customer { id name isGuest } assignee { id } team { id } mergedInto { id }
      predecessor { id } unreadCount customerReadSeq deskReadSeq`
    expect(await readTicket(cast.supervisor, id, all)).toEqual({
      id,
      subject: 'Посылка не пришла',
      topic: 'DELIVERY',
      channel: 'APP_CHAT',
      status: 'NEW',
      priority: 'NORMAL',
      language: 'EN',
      tags: [],
      version: 1,
      lastSeq: 1,
      snoozedUntil: null,
      resolution: null,
      resolvedAt: null,
      closedAt: null,
      customer: { id: cast.ownBuyer.id, name: 'anna', isGuest: false },
      assignee: null,
      team: null,
      mergedInto: null,
      predecessor: null,
      unreadCount: 1,
      customerReadSeq: 0,
      deskReadSeq: 0,
    })
  })

  it('offers each side what the rules allow it', async () => {
    const { cast, resting } = scene
    const { id } = await resting('RESOLVED')
    const fields = 'allowedActions { action isAllowed blockedBy }'
    const allowed = { isAllowed: true, blockedBy: [] as string[] }
    const blocked = { isAllowed: false, blockedBy: ['STATUS'] }
    expect(await readTicket(cast.ownBuyer, id, fields)).toEqual({
      allowedActions: [
        { action: 'REPLY', ...allowed },
        { action: 'LINK', ...allowed },
        { action: 'RESOLVE', ...blocked },
      ],
    })
    expect(await readTicket(cast.operator, id, fields)).toEqual({
      allowedActions: [
        { action: 'REPLY', ...allowed },
        { action: 'CLAIM', ...allowed },
        { action: 'ASSIGN', ...allowed },
        { action: 'UPDATE', ...allowed },
        { action: 'LINK', ...allowed },
        { action: 'WAIT_CUSTOMER', ...blocked },
        { action: 'WAIT_THIRD_PARTY', ...blocked },
        { action: 'SNOOZE', ...blocked },
        { action: 'RESOLVE', ...blocked },
        { action: 'REOPEN', ...allowed },
        { action: 'CLOSE', ...allowed },
        { action: 'MERGE', ...blocked },
        { action: 'SPAM', ...blocked },
      ],
    })
  })
})

describe('who sees a ticket', () => {
  it.each([
    ['guest', false],
    ['otherBuyer', false],
    ['ownBuyer', true],
    ['operator', true],
    ['operatorOfAnotherTeam', false],
    ['supervisor', true],
    ['serviceWithoutScope', false],
    ['readingService', true],
    ['service', true],
  ] as const)('%s: %s', async (who, isSeen) => {
    const viewer = scene.cast[who]
    const expected = isSeen ? ticket.id : null
    expect((await readTicket(viewer, ticket.id))?.id ?? null).toBe(expected)
    expect(await byNumber(viewer, ticket.number)).toBe(expected)
    expect(await nodeIds(viewer, [ticket.id])).toEqual([expected])
  })

  it('nobody without a token', async () => {
    const { data, errors } = await scene.cast.anonymous.answer(
      'query ($id: ID!) { ticket(id: $id) { id } }',
      {
        id: ticket.id,
      },
    )
    expect(data).toEqual({ ticket: null })
    expect(errors).toMatchObject([{ path: ['ticket'], extensions: { code: 'UNAUTHENTICATED' } }])
  })
})

describe('a ticket by its number', () => {
  it('is found as people type it, with a Cyrillic letter too', async () => {
    const digits = ticket.number.slice(2)
    const typed = [`T-${digits}`, `t-${digits}`, `Т-${digits}`, `т${digits}`, ` T${Number(digits)} `]
    for (const number of typed) expect(await byNumber(scene.cast.ownBuyer, number)).toBe(ticket.id)
  })

  it.each(['T-999999', 'T-000000', 'T-2147483648', 'T-9999999999', 'X-000001', '000001', '', 'T-1\0'])(
    'is null for %j',
    async (number) => expect(await byNumber(scene.cast.supervisor, number)).toBeNull(),
  )
})

describe('an id of wrong shape', () => {
  it.each(['', 'tkt', '1', 'tkt_1', "tkt_' or 1 = 1", 'tkt_01990000-0000-7000-8000-00000000000G', 'т\0'])(
    '%j is null, and costs the database nothing',
    async (id) => {
      const { server, cast } = scene
      const statements = await statementsDuring(server.desk, async () => {
        expect(await readTicket(cast.supervisor, id)).toBeNull()
        expect(await nodeIds(cast.supervisor, [id, id])).toEqual([null, null])
      })
      expect(statements).toEqual([])
    },
  )

  it('of another kind or of nothing is null', async () => {
    const { cast } = scene
    const uuid = ticket.id.slice('tkt_'.length)
    for (const id of [`cus_${uuid}`, `xxx_${uuid}`, uuid, `tkt_${uuid.toUpperCase()}`, `tkt_${uuid} `]) {
      expect(await readTicket(cast.supervisor, id)).toBeNull()
    }
    expect(await nodeIds(cast.supervisor, ['tkt_01990000-0000-7000-8000-000000000000'])).toEqual([null])
  })
})

describe('node and nodes', () => {
  it('give objects of every kind, in the order asked for', async () => {
    const { ownBuyer, operator, supervisor, teamId } = scene.cast
    const write = async (who: Person, mutation: string) => {
      const input = { ticketId: ticket.id, text: 'Перезвоните' }
      return (await done<{ message: { id: string } }>(who, mutation, input, 'message { id }')).message
    }
    const message = await write(ownBuyer, 'messageSend')
    const note = await write(operator, 'noteAdd')
    const ids = [note.id, ticket.id, 'nothing', teamId, ownBuyer.id, message.id, operator.id, ticket.id]
    const everything = [note.id, ticket.id, null, teamId, ownBuyer.id, message.id, operator.id, ticket.id]
    expect(await nodeIds(supervisor, ids)).toEqual(everything)
    const ofBuyer = [null, ticket.id, null, null, ownBuyer.id, message.id, null, ticket.id]
    expect(await nodeIds(ownBuyer, ids)).toEqual(ofBuyer)
    expect(await nodeIds(scene.cast.otherBuyer, ids)).toEqual(ids.map(() => null))
    expect(await nodeIds(scene.cast.serviceWithoutScope, ids)).toEqual(ids.map(() => null))
    for (const [index, id] of ids.entries()) {
      const { node } = await ownBuyer.ask<{ node: { id: string } | null }>(
        'query ($id: ID!) { node(id: $id) { id } }',
        { id },
      )
      expect(node?.id ?? null).toBe(ofBuyer[index])
    }
  })

  it('take at most a hundred', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }'
    const ids = Array.from({ length: 101 }, () => 'nothing')
    expect(await nodeIds(scene.cast.ownBuyer, ids.slice(1))).toEqual(ids.slice(1).map(() => null))
    const { errors } = await scene.cast.ownBuyer.answer(query, { ids })
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  })
})

describe('ticket with both arguments, or none', () => {
  it.each(['ticket { id }', 'ticket(id: "a", number: "T-1") { id }', 'ticket(id: null) { id }'])(
    '%s is an error',
    async (field) => {
      const { data, errors } = await scene.cast.ownBuyer.answer(`{ ${field} }`)
      expect(data).toEqual({ ticket: null })
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    },
  )
})

describe('what a ticket points at', () => {
  it('is null when the viewer may not see it', async () => {
    const { ownBuyer, operator, supervisor, otherTeamId } = scene.cast
    const [from, into] = [await ticketIn(scene.cast, 'OPEN'), await ticketIn(scene.cast, 'OPEN')]
    await done(supervisor, 'ticketMerge', { ticketId: from.id, intoTicketId: into.id })
    const mergedInto = async (who: Person) => await readTicket(who, from.id, 'mergedInto { id }')
    for (const who of [ownBuyer, operator]) {
      expect(await mergedInto(who)).toEqual({ mergedInto: { id: into.id } })
    }
    await done(supervisor, 'ticketAssign', { ticketId: into.id, teamId: otherTeamId })
    expect(await mergedInto(operator)).toEqual({ mergedInto: null })
  })

  it('is null for a predecessor, and in a list, too', async () => {
    const { ownBuyer, operator, operatorOfAnotherTeam, supervisor, otherTeamId } = scene.cast
    const closed = await ticketIn(scene.cast, 'CLOSED')
    const input = { ticketId: closed.id, text: 'Опять' }
    const { ticket } = await done(ownBuyer, 'messageSend', input, 'ticket { id }')
    await done(supervisor, 'ticketAssign', { ticketId: ticket.id, teamId: otherTeamId })
    const query =
      '{ tickets(first: 1) { nodes { id predecessor { id subject messages { nodes { text } } } } } }'
    const inList = async (who: Person) => {
      const { tickets } = await who.ask<{ tickets: { nodes: object[] } }>(query)
      return tickets.nodes[0]
    }
    for (const who of [ownBuyer, supervisor]) {
      expect(await inList(who)).toMatchObject({ id: ticket.id, predecessor: { id: closed.id } })
    }
    expect(await inList(operatorOfAnotherTeam)).toEqual({ id: ticket.id, predecessor: null })
    expect(await readTicket(operator, ticket.id)).toBeNull()
  })
})
