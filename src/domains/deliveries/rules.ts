import type { DeliveryStatus } from '../../core/prisma/enums.ts'

/** What is needed of a tracking event to tell where the parcel is. */
export interface Sighting {
  /** Null for a code that no table knows: it says nothing about the status. */
  readonly code: DeliveryStatus | null
  readonly rawCode: string
  readonly occurredAt: Date
  /** Tells events of one moment and one code apart, so that their order is total. */
  readonly digest: string
}

/** Where a parcel is, as its tracking events say. */
export interface Whereabouts {
  readonly status: DeliveryStatus
  readonly rawStatus: string | null
  readonly statusAt: Date | null
  readonly deliveredAt: Date | null
}

/** How far along a code is: of several at one moment the furthest comes last. */
export const ranks: { readonly [Status in DeliveryStatus]: number } = {
  CREATED: 0,
  HANDED_TO_CARRIER: 1,
  IN_TRANSIT: 2,
  DELAYED: 3,
  EXCEPTION: 4,
  OUT_FOR_DELIVERY: 5,
  DELIVERY_ATTEMPTED: 6,
  READY_FOR_PICKUP: 7,
  CANCELLED: 8,
  LOST: 9,
  DELIVERED: 10,
  PICKED_UP: 11,
  RETURNING: 12,
  RETURNED_TO_SENDER: 13,
}

const onTheRoad: readonly DeliveryStatus[] = [
  'IN_TRANSIT',
  'DELAYED',
  'EXCEPTION',
  'OUT_FOR_DELIVERY',
  'DELIVERY_ATTEMPTED',
  'READY_FOR_PICKUP',
]
const comingBack: readonly DeliveryStatus[] = ['RETURNING', 'RETURNED_TO_SENDER']
const ends: readonly DeliveryStatus[] = ['DELIVERED', 'PICKED_UP', 'LOST', 'CANCELLED', ...comingBack]
const handedOver: ReadonlySet<DeliveryStatus> = new Set(['DELIVERED', 'PICKED_UP'])

/**
 * Which codes, told of a later moment, take over from a status. What has been handed over only comes back: a scan that
 * follows a delivery is a clerk's late one. On the way back the scans of stations say nothing new. A lost or cancelled
 * parcel is found again only by what brings it to the customer or to the sender. Announcing and accepting never follow
 * the road.
 */
export const takesOver: { readonly [Status in DeliveryStatus]: readonly DeliveryStatus[] } = {
  CREATED: ['CREATED', 'HANDED_TO_CARRIER', ...onTheRoad, ...ends],
  HANDED_TO_CARRIER: ['HANDED_TO_CARRIER', ...onTheRoad, ...ends],
  IN_TRANSIT: [...onTheRoad, ...ends],
  DELAYED: [...onTheRoad, ...ends],
  EXCEPTION: [...onTheRoad, ...ends],
  OUT_FOR_DELIVERY: [...onTheRoad, ...ends],
  DELIVERY_ATTEMPTED: [...onTheRoad, ...ends],
  READY_FOR_PICKUP: [...onTheRoad, ...ends],
  DELIVERED: comingBack,
  PICKED_UP: comingBack,
  LOST: ['OUT_FOR_DELIVERY', 'READY_FOR_PICKUP', 'DELIVERED', 'PICKED_UP', ...comingBack],
  CANCELLED: ['DELIVERED', 'PICKED_UP', ...comingBack],
  RETURNING: ['RETURNING', 'DELIVERED', 'PICKED_UP', 'LOST', 'RETURNED_TO_SENDER'],
  RETURNED_TO_SENDER: [],
}

function compare(one: Sighting & { code: DeliveryStatus }, other: Sighting & { code: DeliveryStatus }) {
  const byTime = one.occurredAt.getTime() - other.occurredAt.getTime()
  if (byTime !== 0) return byTime
  const byRank = ranks[one.code] - ranks[other.code]
  if (byRank !== 0) return byRank
  return one.digest < other.digest ? -1 : Number(one.digest > other.digest)
}

/**
 * Where the parcel is. A function of the set of events alone: they are put in the order of their moments (then of how
 * far along they are, then of their digests) and gone through from the first, each taking over if the table lets it. So
 * any order of arrival, any doubles and any delay end in the same; an event of an earlier moment that comes late finds
 * its place in the past and leaves what followed it as it was.
 */
export function whereabouts(sightings: readonly Sighting[]): Whereabouts {
  const known = sightings.filter(
    (sighting): sighting is Sighting & { code: DeliveryStatus } => sighting.code !== null,
  )
  let last: Whereabouts = { status: 'CREATED', rawStatus: null, statusAt: null, deliveredAt: null }
  for (const { code, rawCode, occurredAt } of known.sort(compare)) {
    if (!takesOver[last.status].includes(code)) continue
    const deliveredAt = last.deliveredAt ?? (handedOver.has(code) ? occurredAt : null)
    last = { status: code, rawStatus: rawCode, statusAt: occurredAt, deliveredAt }
  }
  return last
}

/** True while the parcel may still come to the customer. */
export function isOnItsWay({ status, deliveredAt }: Pick<Whereabouts, 'status' | 'deliveredAt'>): boolean {
  return deliveredAt === null && status !== 'CANCELLED' && !comingBack.includes(status)
}

/**
 * True if it was handed over after the promised time, or is still to come and the time has passed. The promised moment
 * itself is in time. One that is cancelled or goes back is not waited for.
 */
export function isLate(
  promisedTo: Date | null,
  parcel: Pick<Whereabouts, 'status' | 'deliveredAt'>,
  now: Date,
): boolean {
  if (promisedTo === null) return false
  if (parcel.deliveredAt !== null) return parcel.deliveredAt > promisedTo
  return isOnItsWay(parcel) && now > promisedTo
}

/**
 * When to look whether the parcel is late: the first moment after the promised time. Null for a promise that has passed
 * when it is told: then its breach is history and no news, even of a parcel that is still on its way.
 */
export function lateCheckAt(promisedTo: Date | null, now: Date): Date | null {
  if (promisedTo === null || promisedTo <= now) return null
  return new Date(promisedTo.getTime() + 1)
}

/** A number as carriers compare it: no white space, capital letters. */
export function normalTrackingNumber(text: string): string {
  return text.replaceAll(/\s+/g, '').toUpperCase()
}
