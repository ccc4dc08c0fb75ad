import { hasScope } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

/** A partner's system sees parcels with one of these scopes. */
const readingScopes = ['deliveries:write', 'tickets:read']

/** The parcels a viewer may see: a buyer the own ones, the desk all, a partner with one of the scopes all. */
export function visibleDeliveries(viewer: Viewer): Prisma.DeliveryWhereInput {
  if (viewer.kind === 'customer') return { customerId: viewer.customerId }
  return seesAllDeliveries(viewer) ? {} : { id: { in: [] } }
}

/** `visibleDeliveries` over a parcel that was read with something else. */
export function maySeeDelivery(viewer: Viewer, delivery: { readonly customerId: string }): boolean {
  return viewer.kind === 'customer' ? delivery.customerId === viewer.customerId : seesAllDeliveries(viewer)
}

function seesAllDeliveries(viewer: Viewer): boolean {
  return viewer.kind === 'operator' || readingScopes.some((scope) => hasScope(viewer, scope))
}
