import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, mutate, openTicket, readTicket } from '../kit/world.ts'
import { deliveryOf, linksOf, orderOf } from '../tickets/shop-rows.ts'

let server: TestServer
let cast: Cast
let own: Record<'order' | 'parcel' | 'otherOrder', string>
let foreign: Record<'order' | 'parcel', string>
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  const order = await orderOf(server.desk, cast.ownBuyer)
  own = {
    order,
    parcel: await deliveryOf(server.desk, cast.ownBuyer, order),
    otherOrder: await orderOf(server.desk, cast.ownBuyer),
  }
  const theirs = await orderOf(server.desk, cast.otherBuyer)
  foreign = { order: theirs, parcel: await deliveryOf(server.desk, cast.otherBuyer, theirs) }
})
afterAll(async () => await server.close())

describe('ticketOpen', () => {
  it('links what it is given, for the buyer and for the desk', async () => {
    const both = { orderId: own.order, deliveryId: own.parcel }
    const forAnna = { customerId: cast.ownBuyer.id }
    for (const [who, input] of [
      [cast.ownBuyer, both],
      [cast.ownBuyer, { deliveryId: own.parcel }],
      [cast.operator, { ...forAnna, ...both }],
      [cast.service, { ...forAnna, deliveryId: own.parcel }],
    ] as const) {
      const { id } = await openTicket(who, input)
      expect(await linksOf(server.desk, id)).toEqual(both)
      const { rows } = await server.desk.database.pool.query<{ type: string }>(
        `select type from events where ticket_id = $1 order by id`,
        [id.slice(4)],
      )
      const types = rows.map(({ type }) => type)
      expect(types.slice(0, 2)).toEqual(['ticket.opened', 'ticket.objectsLinked'])
    }
  })

  it.each([
    ['another customer’s order', () => ({ orderId: foreign.order }), ['orderId']],
    ['another customer’s parcel', () => ({ deliveryId: foreign.parcel }), ['deliveryId']],
    ['an id of wrong shape', () => ({ orderId: 'ord_1' }), ['orderId']],
  ])('with %s opens nothing', async (_name, input, path) => {
    for (const [who, customerId] of [
      [cast.ownBuyer, undefined],
      [cast.supervisor, cast.ownBuyer.id],
    ] as const) {
      const call = async () => await mutate(who, 'ticketOpen', { text: 'Где?', customerId, ...input() })
      expect(await unchanged(server.desk, call)).toMatchObject({ __typename: 'NotFound', path })
    }
  })

  it('gives a retry the same ticket', async () => {
    const input = { text: 'Где?', orderId: own.order, idempotencyKey: randomUUID() }
    const first = await openTicket(cast.ownBuyer, input)
    expect(await openTicket(cast.ownBuyer, input)).toEqual(first)
    const other = await mutate(cast.ownBuyer, 'ticketOpen', { ...input, orderId: own.otherOrder })
    expect(other).toMatchObject({ __typename: 'IdempotencyConflict' })
  })
})

it('a closed ticket’s successor is about the same order', async () => {
  const ticket = await openTicket(cast.ownBuyer, { deliveryId: own.parcel })
  await done(cast.operator, 'ticketResolve', { ticketId: ticket.id, resolution: 'FIXED' })
  await done(cast.operator, 'ticketClose', { ticketId: ticket.id })
  const { ticket: next } = await done(cast.ownBuyer, 'messageSend', { ticketId: ticket.id, text: 'Опять' })
  expect(next.id).not.toBe(ticket.id)
  expect(await linksOf(server.desk, next.id)).toEqual({ orderId: own.order, deliveryId: own.parcel })
  expect(await readTicket(cast.ownBuyer, next.id, 'predecessor { id }')).toEqual({
    predecessor: { id: ticket.id },
  })
})
