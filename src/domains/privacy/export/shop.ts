import type { Prisma } from '../../../core/prisma/client.ts'
import { visibleDeliveries } from '../../deliveries/policy.ts'
import { visibleOrders } from '../../orders/policy.ts'
import type { Section } from './section.ts'
import { idIn, moneyIn, pick, section } from './section.ts'

const orderBy = { id: 'asc' } as const
const withLines = { items: { orderBy: { position: 'asc' } } } satisfies Prisma.OrderInclude
const withAttempts = { attempts: { orderBy: { occurredAt: 'asc' } } } satisfies Prisma.PaymentInclude
const withStory = {
  items: true,
  events: { orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }] },
  problems: { orderBy: { id: 'asc' } },
} satisfies Prisma.DeliveryInclude

function showOrder(order: Prisma.OrderGetPayload<{ include: typeof withLines }>): object {
  const { currencyCode } = order
  return {
    id: idIn('Order', order.id),
    ...pick(order, 'source', 'externalId', 'number', 'status', 'rawStatus', 'recipientName'),
    address: {
      country: order.addressCountry,
      region: order.addressRegion,
      city: order.addressCity,
      postalCode: order.addressPostalCode,
      line: order.addressLine,
    },
    total: moneyIn(order.total, currencyCode),
    itemsTotal: moneyIn(order.itemsTotal, currencyCode),
    shippingTotal: moneyIn(order.shippingTotal, currencyCode),
    discountTotal: moneyIn(order.discountTotal, currencyCode),
    ...pick(order, 'placedAt', 'approvedAt', 'promisedTo', 'deliveredAt', 'cancelledAt'),
    items: order.items.map((line) => ({
      id: idIn('OrderItem', line.id),
      productId: idIn('Product', line.productId),
      ...pick(line, 'name', 'sku', 'quantity', 'isCancelled'),
      unitPrice: moneyIn(line.unitPrice, currencyCode),
      total: moneyIn(line.total, currencyCode),
    })),
  }
}

function showPayment(payment: Prisma.PaymentGetPayload<{ include: typeof withAttempts }>): object {
  const { currencyCode } = payment
  return {
    id: idIn('Payment', payment.id),
    orderId: idIn('Order', payment.orderId),
    ...pick(payment, 'method', 'rawMethod', 'status', 'rawStatus', 'instalmentCount', 'startedAt'),
    amount: moneyIn(payment.amount, currencyCode),
    capturedAmount: moneyIn(payment.capturedAmount, currencyCode),
    attempts: payment.attempts.map((attempt) =>
      pick(attempt, 'isSuccessful', 'declineReason', 'rawReason', 'occurredAt'),
    ),
  }
}

function showDelivery(delivery: Prisma.DeliveryGetPayload<{ include: typeof withStory }>): object {
  return {
    id: idIn('Delivery', delivery.id),
    orderId: idIn('Order', delivery.orderId),
    ...pick(delivery, 'carrier', 'trackingNumber', 'status', 'rawStatus', 'isLate'),
    ...pick(delivery, 'promisedFrom', 'promisedTo', 'deliveredAt', 'storedUntil', 'createdAt'),
    pickupPoint: {
      name: delivery.pickupPointName,
      address: delivery.pickupPointAddress,
      hours: delivery.pickupPointHours,
    },
    items: delivery.items.map(({ orderItemId, quantity }) => ({
      orderItemId: idIn('OrderItem', orderItemId),
      quantity,
    })),
    events: delivery.events.map((event) =>
      pick(event, 'code', 'rawCode', 'rawText', 'location', 'occurredAt', 'receivedAt'),
    ),
    problems: delivery.problems.map((problem) => ({
      id: idIn('DeliveryProblem', problem.id),
      ...pick(problem, 'kind', 'reportedBy', 'description', 'createdAt', 'resolvedAt'),
    })),
  }
}

/** What the customer bought, how it was paid and how it came. */
export const shopSections: readonly Section[] = [
  section(
    'orders',
    async ({ prisma, viewers }, { after, take }) =>
      await prisma.order.findMany({
        where: { AND: [{ OR: viewers.map(visibleOrders) }, after] },
        include: withLines,
        orderBy,
        take,
      }),
    showOrder,
  ),
  section(
    'payments',
    async ({ prisma, customerIds }, { after, take }) =>
      await prisma.payment.findMany({
        where: { AND: [{ customerId: { in: customerIds } }, after] },
        include: withAttempts,
        orderBy,
        take,
      }),
    showPayment,
  ),
  section(
    'deliveries',
    async ({ prisma, viewers }, { after, take }) =>
      await prisma.delivery.findMany({
        where: { AND: [{ OR: viewers.map(visibleDeliveries) }, after] },
        include: withStory,
        orderBy,
        take,
      }),
    showDelivery,
  ),
]
