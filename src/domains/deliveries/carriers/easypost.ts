import type { CodeTable } from './table.ts'

/** Source: EasyPost's statuses of trackers and of their details, as its public client library answers them. */
export const easyPost: CodeTable = {
  separator: '/',
  codes: {
    pre_transit: 'CREATED',
    in_transit: 'IN_TRANSIT',
    out_for_delivery: 'OUT_FOR_DELIVERY',
    available_for_pickup: 'READY_FOR_PICKUP',
    delivered: 'DELIVERED',
    return_to_sender: 'RETURNING',
    failure: 'EXCEPTION',
    cancelled: 'CANCELLED',
  },
}
