import { record, upsertParcels } from '../deliveries/parcels.ts'
import { done, openTicket, type Person, service } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { lineItem, orderItem, paymentItem, recordPayments, upsertOrders } from '../orders/shop.ts'
import { grant, rubles } from '../returns/money.ts'
import { document, type Scene } from '../returns/scene.ts'

/** The story of one buyer, as many of each thing as is said: orders, and below the last of them everything else. */

export interface Told {
  readonly name: string
  readonly by: Person
  readonly count: number
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
const minute = (index: number) => `2026-11-01T10:${String(index).padStart(2, '0')}:00.000Z`

/** Writes the story through the API, as partners, the buyer and the desk do. */
export async function tell(scene: Scene, { name, by, count }: Told): Promise<void> {
  await tellOrders(scene, name, count)
  await tellParcels(scene, name, count)
  await tellReturns(scene, { name, by, count })
  await tellTickets(scene, by, count)
}

const trackingNumber = (name: string, index: number) => `${name}-${index}`.toUpperCase()
const lastOf = (name: string, count: number) => `${name}-${count}`

async function tellOrders({ partner }: Scene, name: string, count: number): Promise<void> {
  const items = range(count).map((line) => lineItem(String(line), { quantity: 2, unitPrice: `${line}00.00` }))
  const orders = range(count).map((index) =>
    orderItem(`${name}-${index}`, {
      customerExternalId: name,
      placedAt: minute(index),
      items: index === count ? items : items.slice(0, 1),
      deliveredAt: new Date().toISOString(),
      status: 'DELIVERED',
    }),
  )
  await upsertOrders(partner, ...orders)
  const payments = range(count).map((index) =>
    paymentItem(`${name}-${index}`, lastOf(name, count), {
      amount: `${index}000.00`,
      capturedAmount: `${index}000.00`,
      startedAt: minute(index),
    }),
  )
  await recordPayments(partner, ...payments)
}

async function tellParcels({ server }: Scene, name: string, count: number): Promise<void> {
  const warehouse = await service(server, 'deliveries:write')
  const parcels = range(count).map((index) => ({
    source: 'shop',
    externalId: `${name}-${index}`,
    orderSource: 'shop',
    orderExternalId: lastOf(name, count),
    carrier: 'cdek',
    trackingNumber: trackingNumber(name, index),
    sourceUpdatedAt: minute(0),
  }))
  for (const parcel of parcels) await upsertParcels(warehouse, parcel)
  const events = range(count).map((index) => ({
    source: 'shop',
    externalId: `${name}-${count}`,
    rawCode: `RAW-${index}`,
    occurredAt: minute(index),
  }))
  await record(warehouse, ...events)
}

/** Each of a line of its own; to the last one as many refunds as there are returns. */
async function tellReturns(scene: Scene, { name, by, count }: Told): Promise<void> {
  const { operator } = scene.cast
  const query = 'query ($number: String) { order(number: $number) { id items { id } } }'
  const { order } = await operator.ask<{ order: { id: string; items: { id: string }[] } }>(query, {
    number: `N-${lastOf(name, count)}`,
  })
  let returnId = ''
  for (const { id: orderItemId } of order.items) {
    const input = {
      orderId: order.id,
      items: [{ orderItemId, quantity: 1 }],
      reason: 'damaged',
      wish: 'RETURN_AND_REFUND',
      documentIds: [await document(scene, by)],
    }
    const filed = await done<{ return: { id: string } }>(by, 'returnRequest', input, 'return { id }')
    returnId = filed.return.id
  }
  await done(operator, 'returnReview', { returnId }, '__typename')
  await done(operator, 'returnApprove', { returnId, decision: 'REFUND_WITHOUT_RETURN' }, '__typename')
  for (const index of range(count)) {
    await grant(operator, { returnId }, `${index}.00`)
  }
}

/** The last one is answered by the desk, as often as there are tickets. */
async function tellTickets({ cast }: Scene, by: Person, count: number): Promise<void> {
  let ticketId = ''
  for (const index of range(count)) {
    const opened = await openTicket(by, { text: `Вопрос ${index}`, topic: 'OTHER' })
    ticketId = opened.id
  }
  for (const index of range(count)) await send(cast.operator, ticketId, `Ответ ${index}`)
}

/** What the story is as the query `CustomerStory` tells it, newest first where the lists are. */
export function storyOf({ name, count }: Told, reader: 'desk' | 'buyer') {
  const newest = range(count).toReversed()
  return {
    externalId: name,
    orders: {
      nodes: newest.map((index) => ({
        number: `N-${name}-${index}`,
        items: range(index === count ? count : 1).map((line) => ({
          externalId: String(line),
          quantity: 2,
          unitPrice: rubles(`${line}00.00`),
          total: rubles(`${line * 2}00.00`),
        })),
        ...(index === count ? lastOrder(name, count) : emptyOrder),
      })),
    },
    tickets: {
      nodes: [
        ...newest.map((index) => ticket(`Вопрос ${index}`, index === count ? count : 0, reader)),
        // Each return has its conversation.
        ...newest.map(() => ticket('Повреждён при доставке', 0, reader)),
      ],
    },
  }
}

const emptyOrder = { payments: [], deliveries: [], returns: { nodes: [] } }

function lastOrder(name: string, count: number) {
  const all = range(count)
  return {
    payments: all.map((index) => ({ status: 'CAPTURED', amount: rubles(`${index}000.00`) })),
    deliveries: all.map((index) => ({
      trackingNumber: trackingNumber(name, index),
      events: { nodes: index === count ? all.map((event) => ({ rawCode: `RAW-${event}` })) : [] },
    })),
    returns: {
      nodes: all.toReversed().map((line) => ({
        status: line === count ? 'APPROVED' : 'REQUESTED',
        items: [{ quantity: 1, receivedQuantity: 0 }],
        goodsValue: rubles(`${line}75.00`),
        refunds: {
          nodes: line === count ? all.toReversed().map((index) => ({ amount: rubles(`${index}.00`) })) : [],
        },
      })),
    },
  }
}

/** The desk has answered without saying that it has read the question. */
function ticket(subject: string, answers: number, reader: 'desk' | 'buyer') {
  return {
    subject,
    status: answers === 0 ? 'NEW' : 'WAITING_CUSTOMER',
    unreadCount: reader === 'buyer' ? answers : 1,
    messages: {
      nodes: [
        { text: subject, author: { kind: 'CUSTOMER' } },
        ...range(answers).map((answer) => ({ text: `Ответ ${answer}`, author: { kind: 'OPERATOR' } })),
      ],
    },
  }
}
