import { hasScope } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

/**
 * The payments a viewer may see. A buyer sees the own ones; the desk sees all; a partner's system sees all with
 * `payments:write` or `tickets:read`.
 */
export function visiblePayments(viewer: Viewer): Prisma.PaymentWhereInput {
  if (viewer.kind === 'customer') return { customerId: viewer.customerId }
  if (viewer.kind === 'operator') return {}
  return ['payments:write', 'tickets:read'].some((scope) => hasScope(viewer, scope)) ? {} : { id: { in: [] } }
}
