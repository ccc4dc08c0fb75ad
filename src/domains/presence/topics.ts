import type { Desk } from '../../events/desk.ts'

/** What leases are about. */
export const typingIn = (ticketId: string): string => `typing ${ticketId}`
export const presentOn = (ticketId: string): string => `present ${ticketId}`
export const atTheDesk = 'at the desk'

export const operatorStatuses = ['ONLINE', 'AWAY', 'OFFLINE'] as const
export type OperatorStatus = (typeof operatorStatuses)[number]

/** Offline is who holds no lease. */
export function statusOf({ leases }: Desk, operatorId: string): OperatorStatus {
  const value = leases.heldBy(atTheDesk, operatorId)?.value
  return operatorStatuses.find((status) => status === value) ?? 'OFFLINE'
}
