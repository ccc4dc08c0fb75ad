import type { Tx } from '../../core/database.ts'
import type { DeliveryStatus } from '../../core/prisma/enums.ts'
import { lineText } from '../../core/texts/lines.ts'
import type { LogEvent, ObjectChange } from '../../events/catalog.ts'
import { isEvent } from '../../events/catalog.ts'
import type { Consumer } from '../../events/consume.ts'
import { appendAll } from '../../events/log.ts'
import type { Addressed } from './actions/write.ts'
import { writeSystemMessage } from './actions/write.ts'

const changes: readonly ObjectChange[] = [
  'order.upserted',
  'payment.recorded',
  'delivery.upserted',
  'delivery.statusChanged',
  'delivery.late',
  'delivery.problemReported',
  'delivery.problemResolved',
]

/** Tells the open tickets on an order or a parcel what happened to it. */
export const ticketReaction: Consumer = { name: 'tickets', types: changes, handle: tellTickets }

interface Linked extends Addressed {
  lastSeq: number
  readonly language: 'RU' | 'EN'
  readonly orderId: string | null
  readonly deliveryId: string | null
}

interface Parcel {
  readonly id: string
  readonly orderId: string
  readonly customerId: string
  readonly status: DeliveryStatus
  readonly isLate: boolean
  readonly trackingNumber: string | null
  readonly promisedTo: Date | null
  readonly pickupPointName: string | null
  readonly storedUntil: Date | null
}

async function tellTickets(tx: Tx, events: readonly LogEvent[]): Promise<void> {
  const parcels = await findParcels(tx, events)
  const subjects = events.map((event) => subjectOf(event as LogEvent<ObjectChange>, parcels))
  const tickets = await lockLinked(tx, subjects)
  for (const subject of subjects) {
    const linked = tickets.filter(
      ({ orderId, deliveryId }) =>
        (orderId !== null && orderId === subject.orderId) ||
        (deliveryId !== null && deliveryId === subject.parcel?.id),
    )
    if (linked.length === 0) continue
    const { event, objectId } = subject
    await appendAll(
      tx,
      { kind: event.actorKind, id: event.actorId },
      linked.map(({ id: ticketId, customerId }) => ({
        type: 'ticket.objectChanged',
        subjects: { ticketId, customerId },
        data: { change: event.type, objectId },
      })),
    )
    await postLine(tx, subject, linked)
  }
}

interface Subject {
  readonly event: LogEvent<ObjectChange>
  readonly objectId: string
  readonly orderId: string | null
  readonly parcel: Parcel | null
}

/** What an event is about, and by which links its tickets are found. */
function subjectOf(event: LogEvent<ObjectChange>, parcels: ReadonlyMap<string, Parcel>): Subject {
  const { data } = event
  if ('deliveryId' in data) {
    const parcel = parcels.get(data.deliveryId) ?? null
    return { event, objectId: data.deliveryId, orderId: parcel?.orderId ?? null, parcel }
  }
  const objectId = 'paymentId' in data ? data.paymentId : data.orderId
  return { event, objectId, orderId: data.orderId, parcel: null }
}

async function findParcels(tx: Tx, events: readonly LogEvent[]): Promise<ReadonlyMap<string, Parcel>> {
  const ids = events.flatMap(({ data }) => ('deliveryId' in data ? (data.deliveryId ?? []) : []))
  if (ids.length === 0) return new Map()
  const rows = await tx.delivery.findMany({ where: { id: { in: [...new Set(ids)] } } })
  return new Map(rows.map((row) => [row.id, row]))
}

/** The open tickets on any of the subjects, locked in the order of their ids: nobody waits in a circle. */
async function lockLinked(tx: Tx, subjects: readonly Subject[]): Promise<Linked[]> {
  const orderIds = subjects.flatMap(({ orderId }) => orderId ?? [])
  const deliveryIds = subjects.flatMap(({ parcel }) => parcel?.id ?? [])
  return await tx.$queryRaw<Linked[]>`
    select id, customer_id as "customerId", last_seq as "lastSeq", language, order_id as "orderId",
      delivery_id as "deliveryId"
    from tickets
    where (order_id = any(${orderIds}::uuid[]) or delivery_id = any(${deliveryIds}::uuid[]))
      and status not in ('CLOSED', 'MERGED', 'SPAM')
    order by id for no key update`
}

/** A parcel that is late or waits at the pickup point is told in words, in one ticket, as long as it is still so. */
async function postLine(tx: Tx, { event, parcel }: Subject, linked: readonly Linked[]): Promise<void> {
  if (parcel === null) return
  const own = linked.filter(({ customerId }) => customerId === parcel.customerId)
  // About this parcel, else about the order; of several the one opened last. A ticket on another parcel stays quiet.
  const ticket =
    own.findLast(({ deliveryId }) => deliveryId === parcel.id) ??
    own.findLast(({ deliveryId }) => deliveryId === null)
  const text = ticket === undefined ? null : lineOf(event, parcel, ticket.language === 'RU' ? 'ru' : 'en')
  if (ticket === undefined || text === null) return
  if (isEvent(event, 'delivery.statusChanged') && (await hasLine(tx, ticket, text))) return
  await writeSystemMessage(tx, ticket, text)
  ticket.lastSeq += 1
}

/**
 * True if the ticket says so already. How often a parcel comes to its pickup point depends on the order in which its
 * tracking events are told; its customer hears of each point and each time it is kept there once.
 */
async function hasLine(tx: Tx, { id: ticketId }: Linked, text: string): Promise<boolean> {
  return (await tx.message.findFirst({ where: { ticketId, kind: 'SYSTEM', text } })) !== null
}

const arrived: readonly DeliveryStatus[] = [
  'READY_FOR_PICKUP',
  'DELIVERED',
  'PICKED_UP',
  'RETURNING',
  'RETURNED_TO_SENDER',
  'CANCELLED',
]

function lineOf(event: LogEvent, parcel: Parcel, locale: 'ru' | 'en'): string | null {
  const { trackingNumber, promisedTo, status, isLate, storedUntil, pickupPointName: pickupPoint } = parcel
  if (isEvent(event, 'delivery.late')) {
    const isOnItsWay = isLate && !arrived.includes(status)
    return isOnItsWay ? lineText('deliveryLate', { trackingNumber, promisedTo }, locale) : null
  }
  const isReady =
    isEvent(event, 'delivery.statusChanged') &&
    event.data.to === 'READY_FOR_PICKUP' &&
    status === 'READY_FOR_PICKUP'
  return isReady
    ? lineText('deliveryReadyForPickup', { trackingNumber, pickupPoint, storedUntil }, locale)
    : null
}
