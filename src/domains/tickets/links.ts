import { InvalidInput } from '../../core/problems.ts'

/** What of the shop a ticket is about. A parcel is never linked without its order. */
export interface Links {
  readonly orderId: string | null
  readonly deliveryId: string | null
}

/** What somebody asks for: undefined leaves a link as it is, null takes it away. */
export interface LinkChange {
  readonly orderId: string | null | undefined
  readonly deliveryId: string | null | undefined
}

export function areSameLinks(one: Links, other: Links): boolean {
  return one.orderId === other.orderId && one.deliveryId === other.deliveryId
}

/**
 * The links after a change. A parcel brings its order with it; a parcel that is not of the order leaves with the
 * change of the order.
 * @param delivery the parcel that is asked for, or the present one when none is asked for
 * @throws InvalidInput when order and parcel are both asked for and do not belong together
 */
export function linksAfter(
  present: Links,
  change: LinkChange,
  delivery: { readonly id: string; readonly orderId: string } | null,
): Links {
  const isDeliveryAsked = change.deliveryId != null
  const ofDelivery = isDeliveryAsked && delivery !== null ? delivery.orderId : present.orderId
  const orderId = change.orderId === undefined ? ofDelivery : change.orderId
  if (delivery === null) return { orderId, deliveryId: null }
  if (delivery.orderId === orderId) return { orderId, deliveryId: delivery.id }
  if (isDeliveryAsked) throw new InvalidInput('otherOrder', ['deliveryId'])
  return { orderId, deliveryId: null }
}
