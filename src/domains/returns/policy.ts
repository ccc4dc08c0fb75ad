import { hasScope, isSupervisor } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'
import { visiblePayments } from '../payments/policy.ts'
import type { ReturnSide } from './rules.ts'

const nothing = { id: { in: [] } }

/** A buyer sees the own returns, the desk sees all, so do partners that move the goods or read tickets. */
export function visibleReturns(viewer: Viewer): Prisma.ReturnWhereInput {
  return visibleTo(viewer, ['returns:write', 'tickets:read'])
}

/** A buyer sees the own refunds, the desk sees all, so do partners that execute them, move the goods or read tickets. */
export function visibleRefunds(viewer: Viewer): Prisma.RefundWhereInput {
  return visibleTo(viewer, ['refunds:execute', 'returns:write', 'tickets:read'])
}

/** `visibleReturns` over a row that was read with its parent. */
export function couldSeeReturn(viewer: Viewer, row: { readonly customerId: string }): boolean {
  if (viewer.kind === 'customer') return row.customerId === viewer.customerId
  return Object.keys(visibleReturns(viewer)).length === 0
}

/** `visiblePayments` over a payment that was read with its refund. */
export function maySeePayment(viewer: Viewer, row: { readonly customerId: string }): boolean {
  if (viewer.kind === 'customer') return row.customerId === viewer.customerId
  return Object.keys(visiblePayments(viewer)).length === 0
}

/** True if the viewer may see who granted a refund and what passed between the desk and the payment provider. */
export function maySeeExecution(viewer: Viewer): boolean {
  return viewer.kind === 'operator' || hasScope(viewer, 'refunds:execute')
}

function visibleTo(viewer: Viewer, scopes: readonly string[]) {
  if (viewer.kind === 'customer') return { customerId: viewer.customerId }
  if (viewer.kind === 'operator') return {}
  return scopes.some((scope) => hasScope(viewer, scope)) ? {} : nothing
}

/** On which side a viewer moves a return, null for who only reads it. */
export function returnSideOf(viewer: Viewer): ReturnSide | null {
  return sideWith(viewer, 'returns:write')
}

/** On which side a viewer moves a refund, null for who only reads it. */
export function refundSideOf(viewer: Viewer): ReturnSide | null {
  return sideWith(viewer, 'refunds:execute')
}

function sideWith(viewer: Viewer, scope: string): ReturnSide | null {
  if (viewer.kind === 'customer') return 'CUSTOMER'
  if (viewer.kind === 'operator') return isSupervisor(viewer) ? 'SUPERVISOR' : 'OPERATOR'
  return hasScope(viewer, scope) ? 'SERVICE' : null
}
