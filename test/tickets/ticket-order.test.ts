import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, type Member, ticketIn } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { done, openTicket, type Person, readTicket, service } from '../kit/world.ts'
import { deliveryOf, orderOf } from './shop-rows.ts'

/** What a ticket is about, seen from the ticket and from the order or parcel. */

let server: TestServer
let cast: Cast
let order: string
let parcel: string
let ticketId: string
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  order = await orderOf(server.desk, cast.ownBuyer, 'WB-1')
  parcel = await deliveryOf(server.desk, cast.ownBuyer, order, 'RA123456785RU')
  ticketId = (await ticketIn(cast)).id
  await done(cast.operator, 'ticketLink', { ticketId, deliveryId: parcel })
})
afterAll(async () => await server.close())

const links = 'order { id number } delivery { id trackingNumber }'
const both = () => ({
  order: { id: order, number: 'WB-1' },
  delivery: { id: parcel, trackingNumber: 'RA123456785RU' },
})

describe('Ticket.order and Ticket.delivery', () => {
  const seen: { readonly [Name in Exclude<Member, 'anonymous'>]: 'all' | 'ticket' | 'nothing' } = {
    guest: 'nothing',
    otherBuyer: 'nothing',
    ownBuyer: 'all',
    operator: 'all',
    operatorOfAnotherTeam: 'nothing',
    supervisor: 'all',
    serviceWithoutScope: 'nothing',
    readingService: 'all',
    // Sees tickets to write in them, and no orders.
    service: 'ticket',
  }
  it.each(Object.entries(seen) as [Member, string][])('%s sees %s', async (who, what) => {
    const expected = { all: both(), ticket: { order: null, delivery: null }, nothing: null }[what]
    expect(await readTicket(cast[who], ticketId, links)).toEqual(expected)
  })

  it('are each seen by its own policy', async () => {
    const orders = await service(server, 'tickets:write orders:write')
    expect(await readTicket(orders, ticketId, links)).toEqual({ ...both(), delivery: null })
    const deliveries = await service(server, 'tickets:write deliveries:write')
    expect(await readTicket(deliveries, ticketId, links)).toEqual({ ...both(), order: null })
  })

  it('are null where there is none, and of another customer', async () => {
    const { id } = await openTicket(cast.otherBuyer)
    expect(await readTicket(cast.otherBuyer, id, links)).toEqual({ order: null, delivery: null })
    await server.desk.database.prisma.ticket.update({
      where: { id: id.slice(4) },
      data: { orderId: order.slice(4), deliveryId: parcel.slice(4) },
    })
    expect(await readTicket(cast.otherBuyer, id, links)).toEqual({ order: null, delivery: null })
    expect(await readTicket(cast.supervisor, id, links)).toEqual(both())
    await server.desk.database.prisma.ticket.update({
      where: { id: id.slice(4) },
      data: { orderId: null, deliveryId: null },
    })
  })
})

describe('the tickets about an order or a parcel', () => {
  const query = `query ($order: ID!, $parcel: ID!) {
    order(id: $order) { tickets { nodes { id } } } delivery(id: $parcel) { tickets { nodes { id } } } }`
  const about = async (who: Person) => await who.ask(query, { order, parcel })

  it('are those the viewer may see', async () => {
    const { id: ofOrder } = await openTicket(cast.ownBuyer, { orderId: order })
    const all = {
      order: { tickets: { nodes: [{ id: ofOrder }, { id: ticketId }] } },
      delivery: { tickets: { nodes: [{ id: ticketId }] } },
    }
    for (const who of [cast.ownBuyer, cast.operator, cast.supervisor, cast.readingService]) {
      expect(await about(who)).toEqual(all)
    }
    expect(await about(cast.operatorOfAnotherTeam)).toEqual({
      order: { tickets: { nodes: [{ id: ofOrder }] } },
      delivery: { tickets: { nodes: [] } },
    })
    expect(await about(cast.otherBuyer)).toEqual({ order: null, delivery: null })
    await done(cast.supervisor, 'ticketLink', { ticketId: ofOrder, orderId: null })
  })

  it('are found by a filter', async () => {
    const filtered = async (who: Person, filter: object) => {
      const { tickets } = await who.ask<{ tickets: { nodes: { id: string }[] } }>(
        'query ($filter: TicketFilter) { tickets(filter: $filter) { nodes { id } } }',
        { filter },
      )
      return tickets.nodes.map(({ id }) => id)
    }
    for (const filter of [
      { orderId: order },
      { deliveryId: parcel },
      { orderId: order, deliveryId: parcel },
    ]) {
      expect(await filtered(cast.supervisor, filter)).toEqual([ticketId])
      expect(await filtered(cast.ownBuyer, filter)).toEqual([ticketId])
      expect(await filtered(cast.otherBuyer, filter)).toEqual([])
    }
    for (const filter of [
      { orderId: 'заказ' },
      { deliveryId: order },
      { orderId: order, deliveryId: null },
    ]) {
      expect(await filtered(cast.supervisor, filter)).toEqual([])
    }
    const unlinked = await filtered(cast.supervisor, { orderId: null })
    expect(unlinked.length).toBeGreaterThan(0)
    expect(unlinked).not.toContain(ticketId)
  })

  it('and what they are about cost the same for one and for fifty', async () => {
    for (let index = 0; index < 50; index += 1) {
      const of = await orderOf(server.desk, cast.guest)
      await openTicket(cast.guest, { deliveryId: await deliveryOf(server.desk, cast.guest, of) })
    }
    const asked = `query ($first: Int, $customerId: ID) { tickets(first: $first, filter: { customerId: $customerId }) {
      nodes { order { number tickets(first: 2) { nodes { id delivery { id tickets { nodes { number } } } } } } delivery { id } } } }`
    for (const first of [1, 50]) {
      const statements = await statementsDuring(
        server.desk,
        async () => await cast.supervisor.ask(asked, { first, customerId: cast.guest.id }),
      )
      expect(statements).toHaveLength(1)
    }
  })
})
