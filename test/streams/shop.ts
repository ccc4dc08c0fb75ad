import { randomUUID } from 'node:crypto'
import type { EventData, EventType } from '../../src/events/catalog.ts'
import type { Desk } from '../../src/events/desk.ts'
import type { Subjects } from '../../src/events/log.ts'
import { append, systemActor } from '../../src/events/log.ts'
import { transact } from '../../src/events/transact.ts'
import type { TestServer } from '../kit/server.ts'
import { follow, type Stream, type Told, type Transport } from '../kit/stream.ts'
import type { Person } from '../kit/world.ts'
import { uuidOf } from '../messages/entries.ts'

/** Rows of the shop and events about them, as the streams meet them; all ids are those of the database. */

/** Appends one event as any action does. Answers its cursor. */
export async function happen<T extends EventType>(
  desk: Desk,
  type: T,
  subjects: Subjects,
  data: EventData[T],
): Promise<string> {
  const id = await transact(desk, async (tx) => await append(tx, type, systemActor, subjects, data))
  return desk.cursors.encode({ kind: 'event', value: id })
}

export async function makeOrder({ database: { prisma } }: Desk, buyer: Person): Promise<string> {
  const id = randomUUID()
  await prisma.order.create({
    data: {
      id,
      source: 'shop',
      externalId: id,
      number: id,
      customerId: uuidOf(buyer.id),
      status: 'CREATED',
      currencyCode: 'RUB',
      itemsTotal: 100_00n,
      total: 100_00n,
      placedAt: new Date(),
      sourceUpdatedAt: new Date(),
    },
  })
  return id
}

export interface ParcelColumns {
  readonly trackingNumber?: string
  readonly status?: 'IN_TRANSIT' | 'READY_FOR_PICKUP' | 'DELIVERED'
  readonly isLate?: boolean
  readonly promisedTo?: Date
  readonly pickupPointName?: string
  readonly storedUntil?: Date
}

export async function makeParcel(
  { database: { prisma } }: Desk,
  buyer: Person,
  orderId: string,
  columns: ParcelColumns = {},
): Promise<string> {
  const id = randomUUID()
  const keys = { id, source: 'shop', externalId: id, orderId, customerId: uuidOf(buyer.id), carrier: 'cdek' }
  await prisma.delivery.create({ data: { ...keys, sourceUpdatedAt: new Date(), ...columns } })
  return id
}

/** Links a ticket to an order, and to a parcel of it. */
export async function link(
  { database: { prisma } }: Desk,
  ticketId: string,
  orderId: string,
  deliveryId: string | null = null,
): Promise<void> {
  await prisma.ticket.update({ where: { id: uuidOf(ticketId) }, data: { orderId, deliveryId } })
}

export const customerFields = `__typename cursor ... on Event { id type actor { kind } } ... on Reset { reason }
  ... on Removed { subjectId } ... on MessageSent { seq message { text } }`

export function followCustomer<Item = Told>(
  server: TestServer,
  by: Person,
  after?: string,
  { transport, fields = customerFields }: { transport?: Transport; fields?: string } = {},
): Stream<Item> {
  const query = `subscription ($after: String) { item: customerEvents(after: $after) { ${fields} } }`
  return follow(server, by, query, { after }, transport)
}
