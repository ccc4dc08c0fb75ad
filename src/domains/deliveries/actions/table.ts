import { type BulkTable, keyOf } from '../../../core/bulk-rows.ts'
import type { DeliveryStatus } from '../../../core/prisma/enums.ts'

/** A parcel as upserts read and write it. */
export interface DeliveryRow {
  readonly id: string
  readonly source: string
  readonly externalId: string
  readonly orderId: string
  readonly customerId: string
  readonly carrier: string
  readonly trackingNumber: string | null
  readonly sellerName: string | null
  readonly status: DeliveryStatus
  readonly deliveredAt: Date | null
  readonly promisedFrom: Date | null
  readonly promisedTo: Date | null
  readonly isLate: boolean
  readonly pickupPointName: string | null
  readonly pickupPointAddress: string | null
  readonly pickupPointHours: string | null
  readonly storedUntil: Date | null
  readonly sourceUpdatedAt: Date
}

export const deliveries: BulkTable<DeliveryRow> = {
  name: 'deliveries',
  key: ['source', 'externalId'],
  plain: 'sourceUpdatedAt',
  columns: {
    id: 'uuid',
    source: 'text',
    externalId: 'text',
    orderId: 'uuid',
    customerId: 'uuid',
    carrier: 'text',
    trackingNumber: 'text',
    sellerName: 'text',
    status: 'delivery_status',
    deliveredAt: 'timestamptz',
    promisedFrom: 'timestamptz',
    promisedTo: 'timestamptz',
    isLate: 'boolean',
    pickupPointName: 'text',
    pickupPointAddress: 'text',
    pickupPointHours: 'text',
    storedUntil: 'timestamptz',
    sourceUpdatedAt: 'timestamptz',
  },
}

/** The source's own key of a parcel, as one string, as `keyOf` has it. */
export const keyOfParcel = ({ source, externalId }: Pick<DeliveryRow, 'source' | 'externalId'>) =>
  keyOf<DeliveryRow>(deliveries, { source, externalId })
