import type { CodeTable } from './table.ts'

/**
 * Source: the Russian Post's dictionary of operation codes of its tracking service. A code is
 * `<type of the operation>/<attribute>`, such as `8/2`; an attribute that is not listed means what the type alone does.
 */
export const russianPost: CodeTable = {
  separator: '/',
  codes: {
    // Accepted.
    '1': 'HANDED_TO_CARRIER',
    // Handed over: to the addressee, or back to the sender.
    '2': 'DELIVERED',
    '2/2': 'RETURNED_TO_SENDER',
    '2/3': 'PICKED_UP',
    '2/4': 'RETURNED_TO_SENDER',
    '2/7': 'RETURNED_TO_SENDER',
    '2/9': 'RETURNED_TO_SENDER',
    // Going back: storage ended, refused, addressee unknown, …
    '3': 'RETURNING',
    // Sent on to another address.
    '4': 'IN_TRANSIT',
    // Not handed over.
    '5': 'EXCEPTION',
    '5/1': 'LOST',
    // Kept for the addressee.
    '6': 'READY_FOR_PICKUP',
    '7': 'EXCEPTION',
    // On its way.
    '8': 'IN_TRANSIT',
    '8/2': 'READY_FOR_PICKUP',
    '8/9': 'READY_FOR_PICKUP',
    '8/10': 'READY_FOR_PICKUP',
    '8/14': 'READY_FOR_PICKUP',
    '8/15': 'OUT_FOR_DELIVERY',
    '8/18': 'OUT_FOR_DELIVERY',
    // Import, export, customs.
    '9': 'IN_TRANSIT',
    '10': 'IN_TRANSIT',
    '11': 'IN_TRANSIT',
    // The first attempt failed.
    '12': 'DELIVERY_ATTEMPTED',
    '13': 'IN_TRANSIT',
    '14': 'IN_TRANSIT',
    // Returned by the customs, or refused by them.
    '14/2': 'EXCEPTION',
    '14/4': 'EXCEPTION',
    '15': 'IN_TRANSIT',
    // Destroyed, or its contents taken over.
    '16': 'EXCEPTION',
    '17': 'EXCEPTION',
    '18': 'LOST',
    '19': 'IN_TRANSIT',
    '22': 'DELIVERY_ATTEMPTED',
    '23': 'IN_TRANSIT',
    // The customs take longer.
    '24': 'DELAYED',
    '25': 'EXCEPTION',
    // Announced electronically: not accepted yet.
    '27': 'CREATED',
    '28': 'CREATED',
    '29': 'IN_TRANSIT',
    '31': 'IN_TRANSIT',
    '32': 'IN_TRANSIT',
    '33': 'IN_TRANSIT',
    '37': 'IN_TRANSIT',
    // Kept back until the sender has answered.
    '38': 'DELAYED',
    '39': 'IN_TRANSIT',
    '40': 'IN_TRANSIT',
    '41': 'IN_TRANSIT',
    // The second attempt failed.
    '42': 'DELIVERY_ATTEMPTED',
    '43': 'IN_TRANSIT',
    '44': 'EXCEPTION',
    '46': 'CANCELLED',
  },
}
