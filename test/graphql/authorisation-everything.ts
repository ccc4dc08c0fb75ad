import { randomUUID } from 'node:crypto'
import { scanned, upload } from '../attachments/uploading.ts'
import { record, upsertParcels } from '../deliveries/parcels.ts'
import { ticketIn } from '../kit/cast.ts'
import { unlimited } from '../kit/unlimited.ts'
import { done, service } from '../kit/world.ts'
import { note, send } from '../messages/entries.ts'
import {
  lineItem,
  orderItem,
  paymentItem,
  productItem,
  recordPayments,
  upsertOrders,
  upsertProducts,
} from '../orders/shop.ts'
import { grant } from '../returns/money.ts'
import { document, openScene, type Scene } from '../returns/scene.ts'
import { administerEverything } from './authorisation-administration.ts'
import { carryEverything } from './authorisation-carried.ts'
import { fillColumns } from './authorisation-columns.ts'
import { copyAndErase } from './authorisation-privacy.ts'

/** The whole story of one buyer: an object of every type, none of whose fields is empty. */
export interface Everything {
  readonly scene: Scene
  /** The id of each object, by the name that the matrix has for it: its type, and what is special about it. */
  readonly subjects: ReadonlyMap<string, string>
}

const now = () => new Date().toISOString()
const later = () => new Date(Date.now() + 86_400_000).toISOString()

export async function openEverything(): Promise<Everything> {
  const scene = await openScene(unlimited)
  const bought = await buyEverything(scene)
  const asked = await askEverything(scene, bought)
  const carried = await carryEverything(scene)
  const copied = await copyAndErase(scene)
  // Last: the audit shows the newest events.
  const administered = await administerEverything(scene, asked.Ticket)
  const subjects = new Map(Object.entries({ ...bought, ...asked, ...carried, ...copied, ...administered }))
  await fillColumns(scene.server.desk, subjects)
  return { scene, subjects }
}

const first = (name: string, id: string | undefined): string => {
  if (id === undefined) throw new Error(`there is no ${name}`)
  return id
}

/** What partners tell: a product, an order with its payment and parcel, a rating, a suggestion of before. */
async function buyEverything(scene: Scene) {
  const { server, partner, cast } = scene
  const promotions = [{ name: 'Скидка', price: '1000.00', startsAt: now(), endsAt: later() }]
  const [product] = await upsertProducts(partner, productItem('shoe', { promotions }))
  const items = [lineItem('1', { productExternalId: 'shoe', quantity: 2 })]
  const delivered = { status: 'DELIVERED', deliveredAt: now() }
  const [order] = await upsertOrders(partner, orderItem('own', { items, ...delivered }))
  const failed = {
    externalId: '1',
    isSuccessful: false,
    declineReason: 'TECHNICAL',
    rawReason: '05',
    occurredAt: now(),
  }
  const [payment] = await recordPayments(
    partner,
    paymentItem('own', 'own', {
      status: 'FAILED',
      amount: '5000',
      capturedAmount: '5000',
      attempts: [failed],
    }),
  )
  const warehouse = await service(server, 'deliveries:write')
  const parcel = { source: 'shop', externalId: 'own', orderSource: 'shop', orderExternalId: 'own' }
  const pickupPoint = { name: 'Пункт 7', address: 'Тверская, 2', hours: '9–21', storedUntil: later() }
  const contents = [{ orderItemExternalId: '1', quantity: 1 }]
  const [delivery] = await upsertParcels(warehouse, {
    ...parcel,
    carrier: 'cdek',
    trackingNumber: 'CDEK-OWN',
    sellerName: 'ООО «Ромашка»',
    sourceUpdatedAt: now(),
    pickupPoint,
    items: contents,
  })
  const unknown = { rawCode: 'XYZ', rawText: 'Нечто', location: 'Москва', occurredAt: now() }
  await record(warehouse, { source: 'shop', externalId: 'own', ...unknown })
  const read = await cast.supervisor.ask<{
    order: { items: { id: string }[]; deliveries: { events: { nodes: { id: string }[] } }[] }
    policies: { nodes: { id: string }[] }
  }>(
    `query ($id: ID) { order(id: $id) { items { id } deliveries { events { nodes { id } } } }
      policies(kind: RETURNS) { nodes { id } } }`,
    { id: order?.order?.id },
  )
  const rating = { source: 'shop', externalId: 'own', score: 2, text: 'Долго', occurredAt: now() }
  const about = { order: { source: 'shop', externalId: 'own' }, customerExternalId: 'anna' }
  const { results } = await done<{ results: { rating?: { id: string } }[] }>(
    await service(server, 'orders:write'),
    'ratingsRecord',
    { ratings: [{ ...rating, ...about }] },
    'results { ... on RatingRecordPayload { rating { id } } }',
  )
  return {
    Customer: cast.ownBuyer.id,
    Operator: cast.operator.id,
    Team: cast.teamId,
    Product: first('product', product?.product?.id),
    Order: first('order', order?.order?.id),
    OrderItem: first('line', read.order.items[0]?.id),
    Payment: first('payment', payment?.payment?.id),
    Delivery: first('delivery', delivery?.delivery?.id),
    TrackingEvent: first('event', read.order.deliveries[0]?.events.nodes[0]?.id),
    PolicyVersion: first('policy', read.policies.nodes[0]?.id),
    Rating: first('rating', results[0]?.rating?.id),
  }
}

type Bought = Awaited<ReturnType<typeof buyEverything>>

/** What the buyer asks for, and what the desk does about it. */
async function askEverything(scene: Scene, bought: Bought) {
  const { ownBuyer, operator } = scene.cast
  const { id: ticketId } = await ticketIn(scene.cast, 'OPEN')
  await done(operator, 'ticketLink', { ticketId, deliveryId: bought.Delivery })
  await done(operator, 'ticketClaim', { ticketId })
  await done(operator, 'ticketUpdate', { ticketId, tags: ['важно'], topic: 'TECHNICAL' }, '__typename')
  const file = await upload(ownBuyer)
  await scanned(ownBuyer, file)
  const cards = [{ orderId: bought.Order }, { productId: bought.Product }]
  const { message } = await send(ownBuyer, ticketId, 'Вот', {
    attachmentIds: [file],
    cards,
    clientMessageId: randomUUID(),
  })
  const deskFile = await upload(operator, undefined, { ticketId })
  await scanned(operator, deskFile)
  const { message: inner } = await note(operator, ticketId, 'Проверить', { clientMessageId: randomUUID() })
  for (const [by, messageId] of [
    [ownBuyer, message.id],
    [operator, inner.id],
  ] as const) {
    await done(by, 'messageEdit', { messageId, text: 'Иначе' }, '__typename')
  }
  const problem = { deliveryId: bought.Delivery, kind: 'DAMAGED', description: 'Помята' }
  const reported = await done<{ problem: { id: string } }>(
    ownBuyer,
    'deliveryProblemReport',
    problem,
    'problem { id }',
  )
  const complained = await done<{ complaint: { id: string } }>(
    ownBuyer,
    'complaintFile',
    { about: 'COURIER', text: 'Нагрубил', orderId: bought.Order, deliveryId: bought.Delivery, ticketId },
    'complaint { id }',
  )
  return {
    Ticket: ticketId,
    Message: message.id,
    'Message (note)': inner.id,
    Attachment: file,
    'Attachment (of the desk, not sent)': deskFile,
    DeliveryProblem: reported.problem.id,
    Complaint: await answer(scene, complained.complaint.id),
    Suggestion: await suggest(scene),
    ...(await giveBack(scene, bought, ticketId)),
  }
}

async function giveBack(scene: Scene, { Order: orderId, OrderItem: orderItemId }: Bought, ticketId: string) {
  const { ownBuyer, operator } = scene.cast
  const documentIds = [await document(scene, ownBuyer)]
  const input = { orderId, ticketId, items: [{ orderItemId, quantity: 1 }], documentIds }
  const wished = { reason: 'damaged', wish: 'RETURN_AND_REFUND', comment: 'Разбит' }
  const filed = await done<{ return: { id: string } }>(
    ownBuyer,
    'returnRequest',
    { ...input, ...wished },
    'return { id }',
  )
  const returnId = filed.return.id
  await done(operator, 'returnReview', { returnId }, '__typename')
  await done(operator, 'returnApprove', { returnId, decision: 'REFUND_WITHOUT_RETURN' }, '__typename')
  return { Return: returnId, Refund: (await grant(operator, { returnId }, '10.00')).id }
}

/** One that says what somebody else has said before. */
async function suggest({ cast }: Scene): Promise<string> {
  const [original, suggestionId] = await Promise.all(
    [cast.otherBuyer, cast.ownBuyer].map(async (by) => {
      const input = { title: 'Примерочные', text: 'Больше примерочных' }
      const submitted = await done<{ suggestion: { id: string } }>(
        by,
        'suggestionSubmit',
        input,
        'suggestion { id }',
      )
      return submitted.suggestion.id
    }),
  )
  const duplicate = { suggestionId, status: 'DUPLICATE', duplicateOfId: original }
  await done(cast.operator, 'suggestionUpdate', duplicate, '__typename')
  return first('suggestion', suggestionId)
}

async function answer({ cast: { operator } }: Scene, complaintId: string): Promise<string> {
  await done(operator, 'complaintAcknowledge', { complaintId }, '__typename')
  await done(operator, 'complaintInvestigate', { complaintId }, '__typename')
  const resolved = { complaintId, resolution: 'EXPLANATION', text: 'Разобрались' }
  await done(operator, 'complaintResolve', resolved, '__typename')
  return complaintId
}
