import type { EventType } from './catalog.ts'

/** Whose rights an event changes, so that nobody goes on with those of before; null for most events. */
export function personChanged(event: {
  readonly type: EventType
  readonly operatorId?: string | null
  readonly customerId?: string | null
}): string | null {
  if (event.type === 'operator.updated') return event.operatorId ?? null
  const isOfCustomer = event.type === 'customer.linked' || event.type === 'customer.eraseRequested'
  return isOfCustomer ? (event.customerId ?? null) : null
}

/** True for events after which what was known of service tokens may be wrong. */
export function isTokenChange({ type }: { readonly type: EventType }): boolean {
  return type === 'serviceToken.rotated' || type === 'serviceToken.revoked'
}
