import { hasScope } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

/**
 * The orders a viewer may see. A buyer sees the own ones; the desk sees all, the whole story of a buyer on one
 * screen; a partner's system sees all with `orders:write` or `tickets:read`.
 */
export function visibleOrders(viewer: Viewer): Prisma.OrderWhereInput {
  if (viewer.kind === 'customer') return { customerId: viewer.customerId }
  return seesAllOrders(viewer) ? {} : { id: { in: [] } }
}

/** `visibleOrders` over an order that was read with something else. */
export function maySeeOrder(viewer: Viewer, order: { readonly customerId: string }): boolean {
  return viewer.kind === 'customer' ? order.customerId === viewer.customerId : seesAllOrders(viewer)
}

function seesAllOrders(viewer: Viewer): boolean {
  return (
    viewer.kind === 'operator' || ['orders:write', 'tickets:read'].some((scope) => hasScope(viewer, scope))
  )
}
