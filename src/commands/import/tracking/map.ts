import type {
  CustomerUpsertInput,
  DeliveryUpsertInput,
  OrderUpsertInput,
  TrackingEventInput,
} from '../../../client/index.ts'
import type { SampleEvent, SampleParcel } from './sample.ts'

/** The demo shop that the parcels of the samples belong to, and its one customer. */
export const source = 'tracking-samples'
export const customer: CustomerUpsertInput = { externalId: source, name: 'Tracking samples' }

interface Keyed<Item> {
  readonly key: string
  readonly item: Item
}

const keyOf = ({ carrier, trackingNumber }: SampleParcel) => `${carrier}:${trackingNumber}`

/** For answers that name no moment at all: any fixed one, so that a second run says the same. */
const noMoment = '2000-01-01T00:00:00.000Z'

/** When the parcel was told of first: the same on every run. */
function firstMoment({ createdAt, events }: SampleParcel): string {
  const moments = events.map(({ occurredAt }) => occurredAt)
  return [...moments, ...(createdAt === null ? [] : [createdAt])].sort()[0] ?? noMoment
}

export function toOrder(parcel: SampleParcel): Keyed<OrderUpsertInput> {
  const key = keyOf(parcel)
  const placedAt = firstMoment(parcel)
  const item = {
    source,
    externalId: key,
    number: `TS-${key}`,
    customerExternalId: customer.externalId,
    status: 'SHIPPED' as const,
    currencyCode: 'USD',
    items: [{ externalId: '1', name: 'Contents of the parcel', quantity: 1, unitPrice: '0' }],
    total: '0',
    placedAt,
    sourceUpdatedAt: placedAt,
  }
  return { key, item }
}

export function toDelivery(parcel: SampleParcel): Keyed<DeliveryUpsertInput> {
  const key = keyOf(parcel)
  const item = {
    source,
    externalId: key,
    orderSource: source,
    orderExternalId: key,
    carrier: parcel.carrier,
    trackingNumber: parcel.trackingNumber,
    items: [{ orderItemExternalId: '1', quantity: 1 }],
    sourceUpdatedAt: firstMoment(parcel),
  }
  return { key, item }
}

export function toEvent(parcel: SampleParcel, event: SampleEvent): Keyed<TrackingEventInput> {
  const { carrier, trackingNumber, codeSystem } = parcel
  const item = { source, carrier, trackingNumber, codeSystem, ...event }
  return { key: `${keyOf(parcel)} ${event.rawCode}`, item }
}
