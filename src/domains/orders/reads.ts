import type { Prisma } from '../../core/prisma/client.ts'
import type { Desk } from '../../events/desk.ts'
import { endedStatuses } from './rules.ts'

/** `isLate` as a where clause. A test holds the two together. */
export function lateOrders({ database }: Desk, now: Date): Prisma.OrderWhereInput {
  return {
    OR: [
      { deliveredAt: { gt: database.prisma.order.fields.promisedTo } },
      {
        deliveredAt: null,
        cancelledAt: null,
        status: { notIn: [...endedStatuses] },
        promisedTo: { lt: now },
      },
    ],
  }
}

/** The orders that are not late: `not` alone would pass over those without a promise or an arrival. */
export function timelyOrders({ database }: Desk, now: Date): Prisma.OrderWhereInput {
  return {
    OR: [
      { promisedTo: null },
      { deliveredAt: { lte: database.prisma.order.fields.promisedTo } },
      {
        deliveredAt: null,
        OR: [
          { cancelledAt: { not: null } },
          { status: { in: [...endedStatuses] } },
          { promisedTo: { gte: now } },
        ],
      },
    ],
  }
}
