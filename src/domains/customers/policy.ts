import { hasScope } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

/** Nothing at all: what a viewer without rights sees. */
const nothing = { id: { in: [] } }

/** A buyer sees the own record, the desk sees all, a partner with a customer, ticket or complaint scope sees all. */
export function visibleCustomers(viewer: Viewer): Prisma.CustomerWhereInput {
  if (viewer.kind === 'customer') return { id: viewer.customerId }
  if (viewer.kind === 'operator') return {}
  return ['customers:write', 'tickets:read', 'tickets:write', 'complaints:write'].some((scope) =>
    hasScope(viewer, scope),
  )
    ? {}
    : nothing
}

/** `visibleCustomers` over a customer that was read with something else. */
export function maySeeCustomer(viewer: Viewer, { id }: { readonly id: string }): boolean {
  return viewer.kind === 'customer' ? id === viewer.customerId : visibleCustomers(viewer) !== nothing
}
