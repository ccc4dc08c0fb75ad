import { checkDate, checkOptionalDate } from '../../../core/dates.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { normalTrackingNumber } from '../rules.ts'

/** One parcel as a partner tells it, whole: what is left out is empty. */
export interface DeliveryInput {
  readonly source: string
  readonly externalId: string
  readonly orderSource: string
  readonly orderExternalId: string
  readonly carrier: string
  readonly trackingNumber: string | null
  readonly sellerName: string | null
  readonly items: readonly HeldInput[]
  readonly promisedFrom: Date | null
  readonly promisedTo: Date | null
  readonly pickupPoint: PickupPointInput | null
  readonly sourceUpdatedAt: Date
}
interface HeldInput {
  readonly orderItemExternalId: string
  readonly quantity: number
}
interface PickupPointInput {
  readonly name: string
  readonly address: string | null
  readonly hours: string | null
  readonly storedUntil: Date | null
}

export const deliveryLimits = {
  items: 200,
  carrier: 50,
  trackingNumber: 50,
  address: 500,
  hours: 500,
  rawText: 1_000,
  location: 200,
} as const
const carrierShape = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** A carrier's key. */
export function checkCarrier(value: string, path: readonly string[]): string {
  const carrier = checkText(value, path, deliveryLimits.carrier)
  if (!carrierShape.test(carrier)) throw new InvalidInput('pattern', path, { pattern: 'russian-post' })
  return carrier
}

/** A parcel's number, as it is stored. */
export function checkTrackingNumber(value: string, path: readonly string[]): string {
  return normalTrackingNumber(checkText(value, path, deliveryLimits.trackingNumber))
}

export type CheckedDelivery = ReturnType<typeof checkDelivery>

/** @throws InvalidInput for what no parcel can be */
export function checkDelivery(item: DeliveryInput, path: readonly string[], now: Date) {
  const at = (name: string) => [...path, name]
  const key = (name: 'source' | 'externalId' | 'orderSource' | 'orderExternalId') =>
    checkText(item[name], at(name), textLimits.key)
  const { trackingNumber, pickupPoint } = item
  const promisedFrom = checkOptionalDate(item.promisedFrom, at('promisedFrom'), now)
  const promisedTo = checkOptionalDate(item.promisedTo, at('promisedTo'), now)
  if (promisedFrom !== null && promisedTo !== null && promisedFrom > promisedTo) {
    throw new InvalidInput('beforeStart', at('promisedTo'))
  }
  return {
    path,
    source: key('source'),
    externalId: key('externalId'),
    orderSource: key('orderSource'),
    orderExternalId: key('orderExternalId'),
    carrier: checkCarrier(item.carrier, at('carrier')),
    trackingNumber:
      trackingNumber === null ? null : checkTrackingNumber(trackingNumber, at('trackingNumber')),
    sellerName: checkOptionalText(item.sellerName, at('sellerName'), textLimits.name),
    items: checkItems(item.items, at('items')),
    promisedFrom,
    promisedTo,
    pickupPoint: pickupPoint === null ? null : checkPickupPoint(pickupPoint, at('pickupPoint'), now),
    sourceUpdatedAt: checkDate(item.sourceUpdatedAt, at('sourceUpdatedAt'), now),
  }
}

function checkItems(items: readonly HeldInput[], path: readonly string[]): HeldInput[] {
  if (items.length > deliveryLimits.items) {
    throw new InvalidInput('tooMany', path, { max: deliveryLimits.items })
  }
  const seen = new Set<string>()
  return items.map(({ orderItemExternalId, quantity }, index) => {
    const at = (name: string) => [...path, String(index), name]
    const key = checkText(orderItemExternalId, at('orderItemExternalId'), textLimits.key)
    if (seen.has(key)) throw new InvalidInput('duplicate', at('orderItemExternalId'))
    seen.add(key)
    if (quantity < 1) throw new InvalidInput('range', at('quantity'), { min: 1, max: 2 ** 31 - 1 })
    return { orderItemExternalId: key, quantity }
  })
}

function checkPickupPoint(point: PickupPointInput, path: readonly string[], now: Date): PickupPointInput {
  const at = (name: string) => [...path, name]
  return {
    name: checkText(point.name, at('name'), textLimits.name),
    address: checkOptionalText(point.address, at('address'), deliveryLimits.address),
    hours: checkOptionalText(point.hours, at('hours'), deliveryLimits.hours),
    storedUntil: checkOptionalDate(point.storedUntil, at('storedUntil'), now),
  }
}
