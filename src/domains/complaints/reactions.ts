import { isEvent } from '../../events/catalog.ts'
import type { Consumer } from '../../events/consume.ts'

/** What a guest has complained about becomes the matter of the customer it is now. */
export const complaintReaction: Consumer = {
  name: 'complaints',
  types: ['customer.linked'],
  async handle(tx, events) {
    for (const event of events) {
      if (!isEvent(event, 'customer.linked') || event.customerId === null) continue
      await tx.complaint.updateMany({
        where: { customerId: event.customerId },
        data: { customerId: event.data.intoId },
      })
    }
  },
}
