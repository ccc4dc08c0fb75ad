import type { IdKind } from '../../../core/ids.ts'
import type { EventData, EventType, ObjectChange } from '../../../events/catalog.ts'

/** What an entry of the timeline tells of an event, whatever its type. */
export interface Telling {
  readonly from?: string | null
  readonly to?: string | null
  readonly change?: ObjectChange
  /** The objects that it is about, of those there are. */
  readonly about?: readonly (readonly [IdKind, string | null])[]
}

const ofObject = (change: ObjectChange): IdKind => {
  if (change.startsWith('order.')) return 'Order'
  return change.startsWith('payment.') ? 'Payment' : 'Delivery'
}

/** The entries that are a message or a note, which is shown itself. */
export const entryTypes = ['message.sent', 'note.added'] as const satisfies readonly EventType[]

/**
 * What is told of each type of event: null for what is no entry. Edits and redactions show on the message itself;
 * what happens to an order or a parcel is told by `ticket.objectChanged`.
 */
const tellings: { readonly [T in EventType]: ((data: EventData[T]) => Telling) | null } = {
  'ticket.opened': ({ predecessorId }) => ({ about: [['Ticket', predecessorId]] }),
  'ticket.imported': () => ({}),
  'ticket.statusChanged': ({ from, to }) => ({ from, to }),
  'ticket.assigned': ({ assigneeId, teamId }) => ({
    about: [
      ['Operator', assigneeId],
      ['Team', teamId],
    ],
  }),
  'ticket.updated': () => ({}),
  'ticket.tagged': () => ({}),
  'ticket.merged': ({ intoId }) => ({ about: [['Ticket', intoId]] }),
  'ticket.linked': () => ({}),
  'ticket.handedOff': () => ({}),
  'ticket.botResumed': () => ({}),
  'ticket.erased': () => ({}),
  'message.sent': null,
  'message.edited': null,
  'message.redacted': null,
  'message.deliveryChanged': null,
  'messages.read': null,
  'note.added': null,
  'note.edited': null,
  'note.redacted': null,
  'customer.upserted': null,
  'customer.linked': null,
  'customer.exportRequested': null,
  'customer.exportReady': null,
  'customer.exportFailed': null,
  'customer.exportDownloaded': null,
  'customer.exportExpired': null,
  'customer.eraseRequested': null,
  'customer.erased': null,
  'operator.updated': null,
  'channel.updated': null,
  'policy.published': null,
  'product.upserted': null,
  'order.upserted': null,
  'payment.recorded': null,
  'delivery.upserted': null,
  'delivery.statusChanged': null,
  'delivery.late': null,
  'delivery.problemReported': null,
  'delivery.problemResolved': null,
  'attachment.uploaded': null,
  'attachment.scanned': null,
  'ticket.objectsLinked': ({ orderId, deliveryId }) => ({
    about: [
      ['Order', orderId],
      ['Delivery', deliveryId],
    ],
  }),
  'ticket.objectChanged': ({ change, objectId }) => ({ change, about: [[ofObject(change), objectId]] }),
  'return.requested': ({ returnId }) => ({ about: [['Return', returnId]] }),
  'return.statusChanged': ({ returnId, from, to }) => ({ from, to, about: [['Return', returnId]] }),
  'return.goodsChanged': ({ returnId, from, to }) => ({ from, to, about: [['Return', returnId]] }),
  'return.escalated': ({ returnId }) => ({ about: [['Return', returnId]] }),
  'refund.granted': ({ refundId, returnId }) => ({
    about: [
      ['Refund', refundId],
      ['Return', returnId],
    ],
  }),
  'refund.statusChanged': ({ refundId, returnId, from, to }) => ({
    from,
    to,
    about: [
      ['Refund', refundId],
      ['Return', returnId],
    ],
  }),
  'complaint.filed': ({ complaintId }) => ({ about: [['Complaint', complaintId]] }),
  'complaint.imported': ({ complaintId }) => ({ about: [['Complaint', complaintId]] }),
  'complaint.statusChanged': ({ complaintId, from, to }) => ({
    from,
    to,
    about: [['Complaint', complaintId]],
  }),
  'complaint.escalated': ({ complaintId }) => ({ about: [['Complaint', complaintId]] }),
  'suggestion.submitted': null,
  'suggestion.imported': null,
  'suggestion.voted': null,
  'suggestion.statusChanged': null,
  'rating.recorded': null,
  'serviceToken.created': null,
  'serviceToken.rotated': null,
  'serviceToken.revoked': null,
}

/** The types of events that have a place in the timeline. */
export const shownTypes: readonly EventType[] = (Object.keys(tellings) as EventType[]).filter(
  (type) => tellings[type] !== null || entryTypes.some((entry) => entry === type),
)

export function tellingOf(type: EventType, data: unknown): Telling {
  const tell = tellings[type] as ((data: unknown) => Telling) | null
  return tell?.(data) ?? {}
}
