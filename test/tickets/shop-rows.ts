import { newId } from '../../src/core/ids.ts'
import type { ComplaintStatus } from '../../src/core/prisma/enums.ts'
import type { Desk } from '../../src/events/desk.ts'
import type { Person } from '../kit/world.ts'

/** Orders and parcels that are just there, as partners have brought them. Each answers its public id. */

export async function orderOf(
  { database: { prisma } }: Desk,
  customer: Person,
  number: string = newId(),
  itemCount = 1,
): Promise<string> {
  const id = newId()
  const at = new Date()
  await prisma.order.create({
    data: {
      id,
      source: 'shop',
      externalId: id,
      number,
      customerId: customer.id.slice(4),
      status: 'SHIPPED',
      currencyCode: 'RUB',
      itemsTotal: 100n,
      total: 100n,
      placedAt: at,
      sourceUpdatedAt: at,
      items: {
        create: Array.from({ length: itemCount }, (_, index) => ({
          id: newId(),
          externalId: String(index),
          position: index + 1,
          name: 'Чайник',
          quantity: 1,
          unitPrice: 100n,
          total: 100n,
        })),
      },
    },
  })
  return `ord_${id}`
}

export async function deliveryOf(
  { database: { prisma } }: Desk,
  customer: Person,
  orderId: string,
  trackingNumber: string | null = null,
): Promise<string> {
  const id = newId()
  await prisma.delivery.create({
    data: {
      id,
      source: 'shop',
      externalId: id,
      orderId: orderId.slice(4),
      customerId: customer.id.slice(4),
      carrier: 'cdek',
      trackingNumber,
      sourceUpdatedAt: new Date(),
    },
  })
  return `dlv_${id}`
}

/** A payment of an order, with one try that was declined if a reason is given. */
export async function paymentOf(
  { database: { prisma } }: Desk,
  customer: Person,
  orderId: string,
  declined: 'INSUFFICIENT_FUNDS' | null = null,
): Promise<void> {
  const id = newId()
  const at = new Date()
  await prisma.payment.create({
    data: {
      id,
      source: 'shop',
      externalId: id,
      orderId: orderId.slice(4),
      customerId: customer.id.slice(4),
      method: 'CARD',
      status: declined === null ? 'PENDING' : 'FAILED',
      currencyCode: 'RUB',
      amount: 100n,
      startedAt: at,
      sourceUpdatedAt: at,
      attempts: {
        create:
          declined === null
            ? []
            : [
                {
                  id: newId(),
                  externalId: '1',
                  isSuccessful: false,
                  declineReason: declined,
                  occurredAt: at,
                },
              ],
      },
    },
  })
}

/** What a ticket is linked to in the database, as public ids. */
export async function linksOf({ database: { prisma } }: Desk, ticketId: string) {
  const { orderId, deliveryId } = await prisma.ticket.findUniqueOrThrow({ where: { id: ticketId.slice(4) } })
  return {
    orderId: orderId === null ? null : `ord_${orderId}`,
    deliveryId: deliveryId === null ? null : `dlv_${deliveryId}`,
  }
}

/** A complaint of a ticket, in a state. */
export async function complaintIn(
  { database: { prisma } }: Desk,
  customer: Person,
  ticketId: string,
  status: ComplaintStatus,
): Promise<void> {
  await prisma.complaint.create({
    data: {
      id: newId(),
      customerId: customer.id.slice(4),
      ticketId: ticketId.slice(4),
      about: 'SERVICE',
      status,
      resolution: 'EXPLANATION',
    },
  })
}
