import { v7 } from 'uuid'

/** Public ids: a readable prefix and a UUIDv7. In the database only the UUID is stored. */

export const idPrefixes = {
  Customer: 'cus',
  Operator: 'opr',
  Team: 'tea',
  Ticket: 'tkt',
  Message: 'msg',
  Event: 'evt',
  Product: 'prd',
  Order: 'ord',
  OrderItem: 'itm',
  Payment: 'pay',
  Delivery: 'dlv',
  TrackingEvent: 'trk',
  DeliveryProblem: 'dpr',
  Attachment: 'att',
  Return: 'ret',
  Refund: 'rfd',
  Complaint: 'cmp',
  Suggestion: 'sug',
  Rating: 'rtg',
  PolicyVersion: 'pol',
  CustomerExport: 'exp',
  CustomerErasure: 'era',
  ServiceToken: 'svt',
} as const
export type IdKind = keyof typeof idPrefixes

const kinds = new Map(Object.entries(idPrefixes).map(([kind, prefix]) => [prefix as string, kind as IdKind]))
const shape = /^([a-z]{3})_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/
const uuidShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** A new id for the database: time-ordered, so that indexes grow at one end. */
export function newId(): string {
  return v7()
}

export function encodeId(kind: IdKind, id: string): string {
  return `${idPrefixes[kind]}_${id}`
}

/** The kind and UUID of a public id, or null when it does not have the shape of one. */
export function decodeId(value: string): { kind: IdKind; id: string } | null {
  const match = shape.exec(value)
  const kind = match?.[1] === undefined ? undefined : kinds.get(match[1])
  return match?.[2] === undefined || kind === undefined ? null : { kind, id: match[2] }
}

/** The UUID of a public id of one kind, or null: callers treat it as an object that does not exist. */
export function decodeIdOf(kind: IdKind, value: string): string | null {
  const decoded = decodeId(value)
  return decoded?.kind === kind ? decoded.id : null
}

export function isUuid(value: string): boolean {
  return uuidShape.test(value)
}
