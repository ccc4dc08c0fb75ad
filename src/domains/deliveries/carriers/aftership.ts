import type { CodeTable } from './table.ts'

/**
 * Source: AfterShip's lists of delivery statuses (tags) and sub-statuses (subtags, `<tag>_<number>`); a subtag that is
 * not listed means what its tag does.
 */
export const afterShip: CodeTable = {
  separator: '_',
  codes: {
    Pending: 'CREATED',
    InfoReceived: 'CREATED',
    InTransit: 'IN_TRANSIT',
    InTransit_002: 'HANDED_TO_CARRIER',
    OutForDelivery: 'OUT_FOR_DELIVERY',
    AttemptFail: 'DELIVERY_ATTEMPTED',
    Delivered: 'DELIVERED',
    Delivered_002: 'PICKED_UP',
    AvailableForPickup: 'READY_FOR_PICKUP',
    Exception: 'EXCEPTION',
    Exception_004: 'DELAYED',
    Exception_005: 'DELAYED',
    // It was not fetched, or refused; whether it goes back is told by a code of its own.
    Exception_003: 'DELIVERY_ATTEMPTED',
    Exception_008: 'DELIVERY_ATTEMPTED',
    Exception_010: 'RETURNING',
    Exception_011: 'RETURNED_TO_SENDER',
    Exception_013: 'LOST',
    Exception_016: 'DELAYED',
    Exception_017: 'DELAYED',
    // Nothing new for 30 days: nothing is known of the parcel itself.
    Expired: 'EXCEPTION',
  },
}
