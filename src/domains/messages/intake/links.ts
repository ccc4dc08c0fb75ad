import type { Links } from '../../tickets/links.ts'
import { areSameLinks } from '../../tickets/links.ts'

/** An order, or a parcel with its order, that a text names. */
export interface FoundObject {
  readonly orderId: string
  readonly deliveryId: string | null
}

/**
 * The links of a ticket after a text that names these objects, in its order: the first of them that fits what is
 * linked already; null when none does.
 */
export function linksFromText(present: Links, found: readonly FoundObject[]): Links | null {
  const fitting = found.filter(({ orderId }) => present.orderId === null || present.orderId === orderId)
  const [first] = fitting
  if (first === undefined) return null
  const parcel = fitting.find((one) => one.orderId === first.orderId && one.deliveryId !== null)
  const links = { orderId: first.orderId, deliveryId: present.deliveryId ?? parcel?.deliveryId ?? null }
  return areSameLinks(present, links) ? null : links
}

/** False when a text cannot add a link: there is an order and a parcel. */
export function mayGainLinks({ orderId, deliveryId }: Links): boolean {
  return orderId === null || deliveryId === null
}
