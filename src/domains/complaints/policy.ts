import { hasScope, isSupervisor } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'
import type { ComplaintRole } from './rules.ts'

const scopes = ['complaints:write', 'import:write', 'tickets:read']

/** A buyer sees the own complaints, the desk all of them, and so does a partner with a scope for them. */
export function visibleComplaints(viewer: Viewer): Prisma.ComplaintWhereInput {
  if (viewer.kind === 'customer') return { customerId: viewer.customerId }
  if (viewer.kind === 'operator') return {}
  return scopes.some((scope) => hasScope(viewer, scope)) ? {} : { id: { in: [] } }
}

/** As whom a viewer moves a complaint, null for who only reads it. */
export function complaintRoleOf(viewer: Viewer): ComplaintRole | null {
  if (viewer.kind === 'customer') return 'CUSTOMER'
  if (viewer.kind === 'operator') return isSupervisor(viewer) ? 'SUPERVISOR' : 'OPERATOR'
  return hasScope(viewer, 'complaints:write') ? 'OPERATOR' : null
}

/** `visibleComplaints` over a complaint that was read with something else. */
export function couldSeeComplaint(viewer: Viewer, row: { readonly customerId: string }): boolean {
  if (viewer.kind === 'customer') return row.customerId === viewer.customerId
  return Object.keys(visibleComplaints(viewer)).length === 0
}
