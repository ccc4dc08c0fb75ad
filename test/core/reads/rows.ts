import type { PrismaClient } from '../../../src/core/prisma/client.ts'

const id = (kind: number, index: number) =>
  `0190${String(kind).padStart(4, '0')}-0000-7000-8000-${String(index).padStart(12, '0')}`
const at = (minute: number, ms = 0) => new Date(Date.UTC(2026, 1, 28, 23, minute, 59, ms))
const each = <Row>(count: number, make: (index: number) => Row) =>
  Array.from({ length: count }, (_, i) => make(i))

/** A small shop with a value of every type, every optional column with and without one, and all kinds of relations. */
export async function fillShop(prisma: PrismaClient): Promise<void> {
  await prisma.team.createMany({
    data: each(2, (i) => ({ id: id(1, i), key: `team-${i}`, name: `Команда ${i}` })),
  })
  await prisma.operator.createMany({
    data: each(3, (i) => ({
      id: id(2, i),
      issuer: 'test',
      subject: `o${i}`,
      name: `O'Neil "${i}"`,
      role: 'OPERATOR' as const,
    })),
  })
  await prisma.customer.createMany({
    data: each(4, (i) => ({
      id: id(3, i),
      name: i === 0 ? null : `Анна ${i} 100%_\\`,
      email: i % 2 === 0 ? null : `anna${i}@example.com`,
      isGuest: i === 3,
      mergedIntoId: i === 3 ? id(3, 1) : null,
      createdAt: i === 2 ? new Date('0099-03-01T00:00:00.001Z') : at(i, i),
    })),
  })
  await prisma.order.createMany({
    data: each(3, (i) => ({
      id: id(4, i),
      source: 'shop',
      externalId: `e${i}`,
      number: `N-${i}`,
      customerId: id(3, i % 2),
      status: i === 0 ? ('DELIVERED' as const) : ('SHIPPED' as const),
      currencyCode: 'RUB',
      itemsTotal: 9_007_199_254_740_993n + BigInt(i),
      total: BigInt(i),
      placedAt: at(i),
      promisedTo: i === 2 ? null : at(10),
      deliveredAt: i === 0 ? at(12) : null,
      sourceUpdatedAt: at(i),
    })),
  })
  await prisma.orderItem.createMany({
    data: each(5, (i) => ({
      id: id(5, i),
      orderId: id(4, i % 2),
      externalId: `l${i}`,
      position: i,
      name: `Товар ${i}`,
      sellerName: i === 0 ? null : 'ООО',
      quantity: i + 1,
      unitPrice: BigInt(i),
      total: 7n,
    })),
  })
  await prisma.ticket.createMany({
    data: each(8, (i) => ({
      id: id(6, i),
      customerId: id(3, i % 3),
      subject: i === 0 ? '' : `Где ${i}?`,
      topic: i % 2 === 0 ? ('DELIVERY' as const) : ('OTHER' as const),
      channel: 'SITE_CHAT' as const,
      language: 'RU' as const,
      status: i === 7 ? ('CLOSED' as const) : ('OPEN' as const),
      tags: i % 3 === 0 ? [] : [`a,"${i}`, 'важно', 'null'],
      assigneeId: i % 4 === 0 ? null : id(2, i % 3),
      teamId: i % 3 === 0 ? null : id(1, i % 2),
      orderId: i < 3 ? id(4, i) : null,
      predecessorId: i === 5 ? id(6, 7) : null,
      lastActivityAt: at(i % 4, 7),
      resolvedAt: i === 7 ? at(59) : null,
    })),
  })
  await prisma.message.createMany({
    data: each(20, (i) => ({
      id: id(7, i),
      ticketId: id(6, i % 5),
      seq: i % 7 === 6 ? null : i + 1,
      noteSeq: i % 7 === 6 ? i + 1 : null,
      authorKind: i % 2 === 0 ? ('CUSTOMER' as const) : ('OPERATOR' as const),
      authorOperatorId: i % 2 === 0 ? null : id(2, i % 3),
      text: `строка\n${i} "кавычки" \\ \u2028 😀`,
      bodyDigest: i % 3 === 0 ? null : Uint8Array.from([0, 255, i]),
      sentAt: i % 4 === 0 ? null : at(i),
    })),
  })
  await prisma.messageRevision.createMany({
    data: each(3, (i) => ({ messageId: id(7, 0), revision: i + 1, text: `${i}` })),
  })
  await prisma.botHandOff.createMany({
    data: each(2, (i) => ({
      ticketId: id(6, i),
      service: 'bot',
      ...(i === 0 ? {} : { context: { nested: [1, null, 'два', { big: 1e21 }] } }),
      handedOffAt: at(i),
    })),
  })
}
