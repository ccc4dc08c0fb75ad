import type { CodeTable } from './table.ts'

/**
 * Sources: 17TRACK's main and sub statuses of its API v2 (`<main>_<sub>`; a sub status that is not listed means what
 * the main one does), and the numbers of its older package list. `NotFound` and 0 say that the carrier has told nothing.
 */
export const seventeenTrack: CodeTable = {
  separator: '_',
  codes: {
    NotFound: 'CREATED',
    InfoReceived: 'CREATED',
    InTransit: 'IN_TRANSIT',
    InTransit_PickedUp: 'HANDED_TO_CARRIER',
    InTransit_CustomsRequiringInformation: 'DELAYED',
    Expired: 'EXCEPTION',
    AvailableForPickup: 'READY_FOR_PICKUP',
    OutForDelivery: 'OUT_FOR_DELIVERY',
    DeliveryFailure: 'DELIVERY_ATTEMPTED',
    Delivered: 'DELIVERED',
    Exception: 'EXCEPTION',
    Exception_Returning: 'RETURNING',
    Exception_Returned: 'RETURNED_TO_SENDER',
    Exception_Delayed: 'DELAYED',
    Exception_Lost: 'LOST',
    Exception_Cancel: 'CANCELLED',
    '0': 'CREATED',
    '10': 'IN_TRANSIT',
    '20': 'EXCEPTION',
    '30': 'READY_FOR_PICKUP',
    '35': 'DELIVERY_ATTEMPTED',
    '40': 'DELIVERED',
    '50': 'RETURNED_TO_SENDER',
  },
}
