import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, ticketIn, unchanged } from '../kit/cast.ts'
import { done, mutate, openTicket, operator, readTicket } from '../kit/world.ts'
import { describeChange, deskOutcomes, eventsDuring, openScene, type Scene } from './change.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const withAssignee = 'ticket { id status version assignee { id name } }'
interface Claimed {
  ticket: { id: string; status: string; version: number; assignee: { id: string; name: string } | null }
}

describeChange(() => scene, {
  mutation: 'ticketClaim',
  action: 'CLAIM',
  from: 'NEW',
  moves: {
    NEW: 'OPEN',
    OPEN: 'OPEN',
    WAITING_CUSTOMER: 'WAITING_CUSTOMER',
    WAITING_THIRD_PARTY: 'WAITING_THIRD_PARTY',
    SNOOZED: 'SNOOZED',
    RESOLVED: 'RESOLVED',
  },
  outcomes: deskOutcomes('TicketClaimPayload', 'FORBIDDEN'),
})

describe('a claim', () => {
  it('gives the ticket to the one who asks, and appends what happened', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    const events = await eventsDuring(scene, id, async () => {
      const { ticket } = await done<Claimed>(cast.operator, 'ticketClaim', { ticketId: id }, withAssignee)
      const assignee = { id: cast.operator.id, name: 'olga' }
      expect(ticket).toEqual({ id, status: 'OPEN', version: 3, assignee })
    })
    const [customerId, teamId] = [cast.ownBuyer.id, cast.teamId].map((one) => one.slice(4))
    expect(events).toEqual([
      {
        type: 'ticket.statusChanged',
        data: { from: 'NEW', to: 'OPEN', cause: 'CLAIM', resolution: null },
      },
      {
        type: 'ticket.assigned',
        data: {
          assigneeId: cast.operator.id.slice(4),
          teamId,
          before: { customerId, assigneeId: null, teamId },
        },
      },
    ])
  })

  it('of one’s own ticket changes nothing, whatever version is expected', async () => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast)
    const first = await done<Claimed>(cast.operator, 'ticketClaim', { ticketId: id }, withAssignee)
    for (const expectedVersion of [null, 3, 1]) {
      const input = { ticketId: id, expectedVersion }
      const again = await unchanged(
        server.desk,
        async () => await done<Claimed>(cast.operator, 'ticketClaim', input, withAssignee),
      )
      expect(again).toEqual(first)
    }
  })

  it('of somebody else’s ticket is refused with the ticket as it is', async () => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast)
    await done(cast.operator, 'ticketClaim', { ticketId: id })
    const claim = async () => await mutate(cast.supervisor, 'ticketClaim', { ticketId: id })
    expect(await unchanged(server.desk, claim)).toEqual({
      __typename: 'AlreadyClaimed',
      code: 'ALREADY_CLAIMED',
      current: { id },
      path: null,
      detail: 'С этим обращением уже работает другой оператор.',
    })
  })

  it('of a ticket that went back to the queue is possible again', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    await done(cast.operator, 'ticketClaim', { ticketId: id })
    await done(cast.operator, 'ticketAssign', { ticketId: id, assigneeId: null })
    const { ticket } = await done<Claimed>(cast.supervisor, 'ticketClaim', { ticketId: id }, withAssignee)
    expect(ticket).toMatchObject({ version: 5, assignee: { id: cast.supervisor.id } })
  })
})

describe('fifty operators who claim one ticket at once', () => {
  it('leave exactly one winner', async () => {
    const { server, cast } = scene
    const crowd = await Promise.all(
      Array.from({ length: 50 }, async (_, index) => await operator(server, `claimer-${index}`)),
    )
    const { id, version } = await openTicket(cast.ownBuyer)
    const eventCount = (await eventsOf(server.desk, id)).length
    const results = await Promise.all(
      crowd.map(
        async (one) =>
          await mutate<Claimed>(one, 'ticketClaim', { ticketId: id, expectedVersion: version }, withAssignee),
      ),
    )
    const winners = results.filter(({ __typename }) => __typename === 'TicketClaimPayload')
    const losers = results.filter(({ __typename }) => __typename === 'AlreadyClaimed')
    expect([winners.length, losers.length]).toEqual([1, 49])
    expect(losers).toEqual(losers.map(() => expect.objectContaining({ current: { id } })))
    const winner = crowd[results.findIndex(({ __typename }) => __typename === 'TicketClaimPayload')]
    expect(winners[0]?.ticket).toMatchObject({ version: 2, status: 'OPEN', assignee: { id: winner?.id } })
    expect(await readTicket(cast.supervisor, id, 'version assignee { id }')).toEqual({
      version: 2,
      assignee: { id: winner?.id },
    })
    const happened = (await eventsOf(server.desk, id)).slice(eventCount).map(({ type }) => type)
    expect(happened).toEqual(['ticket.statusChanged', 'ticket.assigned'])
  })
})
