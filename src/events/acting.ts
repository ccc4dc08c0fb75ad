import type { KnownViewer } from '../auth/viewer.ts'
import type { Actor } from './log.ts'

/** The viewer as the log names who did something. */
export function actorOf(viewer: KnownViewer): Actor {
  if (viewer.kind === 'customer') return { kind: 'CUSTOMER', id: viewer.customerId }
  if (viewer.kind === 'operator') return { kind: 'OPERATOR', id: viewer.operatorId }
  const { serviceToken } = viewer.claims
  return { kind: 'SERVICE', id: null, ...(serviceToken !== undefined && { serviceTokenId: serviceToken.id }) }
}

/** The stable name under which a viewer's idempotency keys are kept. */
export function viewerKey(viewer: KnownViewer): string {
  if (viewer.kind === 'customer') return customerKey(viewer.customerId)
  if (viewer.kind === 'operator') return `operator:${viewer.operatorId}`
  return `service:${viewer.claims.issuer}:${viewer.claims.subject}`
}

export function customerKey(customerId: string): string {
  return `customer:${customerId}`
}
