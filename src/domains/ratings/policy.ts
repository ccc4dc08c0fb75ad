import { hasScope } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

const scopes = ['orders:write', 'import:write', 'tickets:read']

/** A buyer sees the own ratings, the desk all of them, and so does a partner that records them or reads tickets. */
export function visibleRatings(viewer: Viewer): Prisma.RatingWhereInput {
  if (viewer.kind === 'customer') return { customerId: viewer.customerId }
  if (viewer.kind === 'operator') return {}
  return scopes.some((scope) => hasScope(viewer, scope)) ? {} : { id: { in: [] } }
}
