import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parcel, record, told, upsertParcels } from '../deliveries/parcels.ts'
import { toldLog } from '../events/nodes.ts'
import { follow, isCaughtUp, type Stream, type Told, transports } from '../kit/stream.ts'
import { done, openTicket, type Person, service } from '../kit/world.ts'
import { orderItem, paymentItem, recordPayments, upsertOrders } from '../orders/shop.ts'
import { grant } from '../returns/money.ts'
import { buy, move, openScene, request, type Scene } from '../returns/scene.ts'

let scene: Scene
let carrier: Person
beforeAll(async () => {
  scene = await openScene()
  carrier = await service(scene.server, 'deliveries:write')
})
afterAll(async () => await scene.server.close())

interface Item extends Told {
  readonly change?: string
}
const object = 'order { id } delivery { id }'
const fields = `__typename cursor ... on Event { type } ... on TicketObjectsLinked { ticket { id } ${object} }
  ... on TicketObjectChanged { change ticket { id } ${object} payment { id } }
  ... on ReturnRequested { ticket { id } return { id } } ... on ReturnStatusChanged { ticket { id } return { id } }
  ... on RefundGranted { ticket { id } refund { id } }`

/** The streams of a ticket and of an inbox that has it, from now on. */
async function followBoth(transport: (typeof transports)[number], ticketId: string): Promise<Stream<Item>[]> {
  const { server, cast } = scene
  await toldLog(server.desk)
  const ticket = `subscription ($id: ID!) { item: ticketEvents(ticketId: $id) { ${fields} } }`
  const inbox = `subscription { item: inboxEvents { ${fields} } }`
  const streams = [
    follow<Item>(server, cast.ownBuyer, ticket, { id: ticketId }, transport),
    follow<Item>(server, cast.supervisor, ticket, { id: ticketId }, transport),
    follow<Item>(server, cast.supervisor, inbox, {}, transport),
  ]
  for (const stream of streams) await stream.upTo(isCaughtUp)
  return streams
}

/** What each of the streams tells of some types up to the last of them. */
async function expectTold(streams: Stream<Item>[], expected: { type: string; [field: string]: unknown }[]) {
  const types = new Set(expected.map(({ type }) => type))
  for (const stream of streams) {
    const items: Item[] = []
    while (items.length < expected.length) {
      const item = await stream.next()
      if (types.has(item.type ?? '')) items.push(item)
    }
    expect(items).toMatchObject(expected)
  }
}

let count = 0
/** An order of Anna’s with a parcel. */
async function sale() {
  count += 1
  const name = `linked-${count}`
  const [made] = await upsertOrders(scene.partner, orderItem(name))
  const [sent] = await upsertParcels(carrier, parcel(name, { orderExternalId: name }))
  return { name, order: { id: made?.order?.id }, delivery: { id: sent?.delivery?.id } }
}

describe.each(transports)('the streams of a ticket and of the inbox over %s', (transport) => {
  it('carry what happens to the linked order, its payments and its parcels', async () => {
    const { cast, partner } = scene
    const { name, order, delivery } = await sale()
    const ticket = await openTicket(cast.ownBuyer, { text: 'Есть вопрос' })
    const streams = await followBoth(transport, ticket.id)
    await done(cast.operator, 'ticketLink', { ticketId: ticket.id, deliveryId: delivery.id })
    const on = { ticket: { id: ticket.id } }
    await expectTold(streams, [{ type: 'ticket.objectsLinked', ...on, order, delivery }])
    const shipped = { status: 'SHIPPED', sourceUpdatedAt: '2026-03-02T00:00:00.000Z' }
    await upsertOrders(partner, orderItem(name, shipped))
    const [paid] = await recordPayments(partner, paymentItem(name, name))
    await record(carrier, told(name, '8', '2026-03-02T00:00:00.000Z'))
    const report = { deliveryId: delivery.id, kind: 'COURIER', description: 'Грубит' }
    await done(cast.ownBuyer, 'deliveryProblemReport', report, 'isNew')
    const changed = { type: 'ticket.objectChanged', ...on, order: null, payment: null, delivery: null }
    await expectTold(streams, [
      { ...changed, change: 'order.upserted', order },
      { ...changed, change: 'payment.recorded', payment: { id: paid?.payment?.id } },
      { ...changed, change: 'delivery.statusChanged', delivery },
      { ...changed, change: 'delivery.problemReported', delivery },
    ])
  })

  it('carry nothing of an order that the ticket is not linked to any more', async () => {
    const { cast, partner } = scene
    const [left, kept] = [await sale(), await sale()]
    const ticket = await openTicket(cast.ownBuyer, { text: 'Есть вопрос' })
    const on = { ticketId: ticket.id }
    await done(cast.operator, 'ticketLink', { ...on, orderId: left.order.id })
    const streams = await followBoth(transport, ticket.id)
    await done(cast.operator, 'ticketLink', { ...on, orderId: kept.order.id })
    const shipped = { status: 'SHIPPED', sourceUpdatedAt: '2026-03-02T00:00:00.000Z' }
    await upsertOrders(partner, orderItem(left.name, shipped), orderItem(kept.name, shipped))
    await expectTold(streams, [{ type: 'ticket.objectChanged', order: kept.order }])
  })

  it('carry the returns and refunds that are talked about in the ticket', async () => {
    const { cast } = scene
    const bought = await buy(scene)
    const filed = await request(scene, bought)
    const ticket = { id: filed.ticket?.id ?? '' }
    const streams = await followBoth(transport, ticket.id)
    await move(cast.operator, 'returnReview', { returnId: filed.id })
    const decision = { returnId: filed.id, decision: 'REFUND_WITHOUT_RETURN' }
    await move(cast.operator, 'returnApprove', decision)
    const refund = await grant(cast.operator, { returnId: filed.id }, '100.50')
    await expectTold(streams, [
      { type: 'return.statusChanged', ticket, return: { id: filed.id } },
      { type: 'return.statusChanged', ticket, return: { id: filed.id } },
      { type: 'refund.granted', ticket, refund: { id: refund.id } },
    ])
  })
})
