import { randomUUID } from 'node:crypto'
import type { Desk } from '../../src/events/desk.ts'
import type { Person } from '../kit/world.ts'

/** An order of a buyer, written past the partners' API: these tests are about what refers to it. */
export async function insertOrder(
  { database: { prisma } }: Desk,
  buyer: Person,
  key: { source: string; externalId: string } = { source: 'shop', externalId: randomUUID() },
): Promise<string> {
  const { id } = await prisma.order.create({
    data: {
      id: randomUUID(),
      ...key,
      number: key.externalId,
      customerId: buyer.id.slice('cus_'.length),
      status: 'DELIVERED',
      currencyCode: 'RUB',
      itemsTotal: 100_000n,
      total: 100_000n,
      placedAt: new Date(),
      sourceUpdatedAt: new Date(),
    },
  })
  return id
}

/** A parcel of an order, written the same way. */
export async function insertDelivery(
  { database: { prisma } }: Desk,
  buyer: Person,
  orderId: string,
): Promise<string> {
  const { id } = await prisma.delivery.create({
    data: {
      id: randomUUID(),
      source: 'shop',
      externalId: randomUUID(),
      orderId,
      customerId: buyer.id.slice('cus_'.length),
      carrier: 'cdek',
      sourceUpdatedAt: new Date(),
    },
  })
  return id
}
