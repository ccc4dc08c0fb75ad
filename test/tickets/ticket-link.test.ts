import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TicketStatus } from '../../src/core/prisma/enums.ts'
import { allowedActions } from '../../src/domains/tickets/rules.ts'
import { type Member, statuses, ticketIn, unchanged } from '../kit/cast.ts'
import { done, mutate, outcome, type Ticket } from '../kit/world.ts'
import { eventsDuring, openScene, type Scene } from './change.ts'
import { deliveryOf, linksOf, orderOf } from './shop-rows.ts'

let scene: Scene
/** An order of the own buyer with two parcels, another order with one, and what the other buyer has. */
let own: Record<'order' | 'parcel' | 'secondParcel' | 'otherOrder' | 'otherParcel', string>
let foreign: Record<'order' | 'parcel', string>
beforeAll(async () => {
  scene = await openScene()
  const { server, cast } = scene
  const order = await orderOf(server.desk, cast.ownBuyer)
  const otherOrder = await orderOf(server.desk, cast.ownBuyer)
  own = {
    order,
    otherOrder,
    parcel: await deliveryOf(server.desk, cast.ownBuyer, order),
    secondParcel: await deliveryOf(server.desk, cast.ownBuyer, order),
    otherParcel: await deliveryOf(server.desk, cast.ownBuyer, otherOrder),
  }
  const theirs = await orderOf(server.desk, cast.otherBuyer)
  foreign = { order: theirs, parcel: await deliveryOf(server.desk, cast.otherBuyer, theirs) }
})
afterAll(async () => await scene.server.close())

let ticket: Ticket
beforeEach(async () => {
  ticket = await ticketIn(scene.cast)
})
const link = async (input: object) =>
  await done(scene.cast.operator, 'ticketLink', { ticketId: ticket.id, ...input })
const links = async () => await linksOf(scene.server.desk, ticket.id)
const nothing = { orderId: null, deliveryId: null }

describe('ticketLink by each kind of viewer', () => {
  const outcomes: { readonly [Name in Member]: string } = {
    anonymous: 'UNAUTHENTICATED',
    guest: 'NotFound',
    otherBuyer: 'NotFound',
    ownBuyer: 'TicketLinkPayload',
    operator: 'TicketLinkPayload',
    operatorOfAnotherTeam: 'NotFound',
    supervisor: 'TicketLinkPayload',
    serviceWithoutScope: 'FORBIDDEN',
    readingService: 'FORBIDDEN',
    service: 'TicketLinkPayload',
  }
  it.each(Object.entries(outcomes) as [Member, string][])('%s: %s', async (who, expected) => {
    const { server, cast } = scene
    const input = { ticketId: ticket.id, orderId: own.order }
    const call = async () => await outcome(cast[who], 'ticketLink', input)
    const isDone = expected.endsWith('Payload')
    expect(await (isDone ? call() : unchanged(server.desk, call))).toBe(expected)
    expect(await links()).toEqual(isDone ? { orderId: own.order, deliveryId: null } : nothing)
  })
})

describe('ticketLink in each state', () => {
  const closed: readonly TicketStatus[] = ['CLOSED', 'MERGED']
  it.each(statuses.filter((status) => !closed.includes(status)))('links a %s ticket', async (status) => {
    const { cast } = scene
    const before = await ticketIn(cast, status)
    for (const [who, orderId] of [
      [cast.ownBuyer, own.order],
      [cast.operator, own.otherOrder],
    ] as const) {
      const after = await done(who, 'ticketLink', { ticketId: before.id, orderId })
      expect(after.ticket).toEqual(before)
      expect(await linksOf(scene.server.desk, before.id)).toEqual({ orderId, deliveryId: null })
    }
  })

  it.each(
    closed.flatMap((status) => [
      { status, who: 'ownBuyer' as const, side: 'CUSTOMER' as const },
      { status, who: 'supervisor' as const, side: 'OPERATOR' as const },
    ]),
  )('refuses a $status ticket to $who', async ({ status, who, side }) => {
    const { server, cast, resting } = scene
    const { id: ticketId } = await resting(status)
    const input = { ticketId, orderId: own.order }
    const result = await unchanged(server.desk, async () => await mutate(cast[who], 'ticketLink', input))
    expect(result).toMatchObject({
      __typename: 'IllegalTransition',
      from: status,
      action: 'LINK',
      allowedActions: allowedActions(status, side),
    })
  })
})

describe('a link', () => {
  it('is set, and its event appended; the version stays', async () => {
    const events = await eventsDuring(scene, ticket.id, async () => {
      const after = await link({ deliveryId: own.parcel })
      expect(after.ticket).toEqual(ticket)
    })
    const [orderId, deliveryId] = [own.order, own.parcel].map((id) => id.slice(4))
    expect(events).toEqual([{ type: 'ticket.objectsLinked', data: { orderId, deliveryId } }])
    const { rows } = await scene.server.desk.database.pool.query<{ kind: string; id: string }>(
      `select actor_kind as kind, actor_id as id from events where ticket_id = $1 order by events.id desc limit 1`,
      [ticket.id.slice(4)],
    )
    expect(rows).toEqual([{ kind: 'OPERATOR', id: scene.cast.operator.id.slice(4) }])
  })

  const steps: [string, () => object[], () => object][] = [
    [
      'a parcel brings its order',
      () => [{ deliveryId: own.parcel }],
      () => ({ orderId: own.order, deliveryId: own.parcel }),
    ],
    [
      'both of one order',
      () => [{ orderId: own.order, deliveryId: own.parcel }],
      () => ({ orderId: own.order, deliveryId: own.parcel }),
    ],
    [
      'another parcel of the order',
      () => [{ deliveryId: own.parcel }, { deliveryId: own.secondParcel }],
      () => ({ orderId: own.order, deliveryId: own.secondParcel }),
    ],
    [
      'a parcel of another order brings that one',
      () => [{ deliveryId: own.parcel }, { deliveryId: own.otherParcel }],
      () => ({ orderId: own.otherOrder, deliveryId: own.otherParcel }),
    ],
    [
      'the same order leaves the parcel',
      () => [{ deliveryId: own.parcel }, { orderId: own.order }],
      () => ({ orderId: own.order, deliveryId: own.parcel }),
    ],
    [
      'another order takes the parcel away',
      () => [{ deliveryId: own.parcel }, { orderId: own.otherOrder }],
      () => ({ orderId: own.otherOrder, deliveryId: null }),
    ],
    [
      'no parcel leaves the order',
      () => [{ deliveryId: own.parcel }, { deliveryId: null }],
      () => ({ orderId: own.order, deliveryId: null }),
    ],
    [
      'no order takes the parcel away too',
      () => [{ deliveryId: own.parcel }, { orderId: null }],
      () => nothing,
    ],
    ['neither', () => [{ deliveryId: own.parcel }, { orderId: null, deliveryId: null }], () => nothing],
  ]
  it.each(steps)('%s', async (_name, inputs, expected) => {
    for (const input of inputs()) await link(input)
    expect(await links()).toEqual(expected())
  })

  it('that is there already changes nothing', async () => {
    const { server } = scene
    await link({ deliveryId: own.parcel })
    for (const input of [{}, { orderId: own.order }, { deliveryId: own.parcel }]) {
      await unchanged(server.desk, async () => await link(input))
    }
  })

  it.each([
    ['another customer’s order', () => ({ orderId: foreign.order }), 'orderId'],
    ['another customer’s parcel', () => ({ deliveryId: foreign.parcel }), 'deliveryId'],
    [
      'the own order with another’s parcel',
      () => ({ orderId: own.order, deliveryId: foreign.parcel }),
      'deliveryId',
    ],
    [
      'another’s order with the own parcel',
      () => ({ orderId: foreign.order, deliveryId: own.parcel }),
      'orderId',
    ],
    ['an order there is not', () => ({ orderId: `ord_${randomUUID()}` }), 'orderId'],
    ['a parcel there is not', () => ({ deliveryId: `dlv_${randomUUID()}` }), 'deliveryId'],
    ['an id of wrong shape', () => ({ orderId: 'заказ' }), 'orderId'],
    ['an id of another type', () => ({ deliveryId: own.order }), 'deliveryId'],
  ])('to %s is refused, whoever asks', async (_name, input, path) => {
    const { server, cast } = scene
    for (const who of [cast.ownBuyer, cast.operator, cast.supervisor, cast.service]) {
      const call = async () => await mutate(who, 'ticketLink', { ticketId: ticket.id, ...input() })
      expect(await unchanged(server.desk, call)).toMatchObject({ __typename: 'NotFound', path: [path] })
    }
  })

  it.each([
    ['a parcel of another order', () => ({ orderId: own.order, deliveryId: own.otherParcel })],
    ['a parcel without its order', () => ({ orderId: null, deliveryId: own.parcel })],
  ])('to %s is refused', async (_name, input) => {
    const { server, cast } = scene
    const call = async () => await mutate(cast.operator, 'ticketLink', { ticketId: ticket.id, ...input() })
    expect(await unchanged(server.desk, call)).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      rule: 'otherOrder',
      path: ['deliveryId'],
      detail: 'Это отправление из другого заказа.',
    })
  })
})
