import type { OrderStatus } from '../../core/prisma/enums.ts'

/** The limits of what a partner may say about an order. */
export const orderLimits = {
  items: 500,
  quantity: 10_000,
  name: 500,
  address: 500,
  postalCode: 20,
  number: 50,
} as const

/** What decides whether an order is late. */
export interface OrderTimes {
  readonly status: OrderStatus
  readonly promisedTo: Date | null
  readonly deliveredAt: Date | null
  readonly cancelledAt: Date | null
}

/** True if it arrived later than promised, or is still awaited though the time promised has passed. */
export function isLate({ status, promisedTo, deliveredAt, cancelledAt }: OrderTimes, now: Date): boolean {
  if (promisedTo === null) return false
  if (deliveredAt !== null) return deliveredAt > promisedTo
  return cancelledAt === null && !endedStatuses.includes(status) && promisedTo < now
}

/** Nothing more is awaited of an order in these states, even if nobody told when it arrived or was cancelled. */
export const endedStatuses: readonly OrderStatus[] = ['DELIVERED', 'CANCELLED']
