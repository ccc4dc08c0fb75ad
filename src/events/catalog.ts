import type {
  AttachmentStatus,
  AuthorKind,
  Channel,
  ComplaintResolution,
  ComplaintStatus,
  DeliveryProblemKind,
  DeliveryStatus,
  GoodsStatus,
  InspectionResult,
  OrderStatus,
  OutboundStatus,
  PaymentStatus,
  PolicyKind,
  Priority,
  ReaderSide,
  RefundStatus,
  ReturnDecision,
  ReturnStatus,
  SuggestionStatus,
  TicketResolution,
  TicketStatus,
  Topic,
} from '../core/prisma/enums.ts'
import type { TransitionCause } from './transition-cause.ts'

/**
 * Everything that can happen, on one page. Data holds ids, enums, numbers and the facts of visibility before the
 * change; never text, names or addresses, so that redaction and erasure are final.
 */
export interface EventData {
  'ticket.opened': { topic: Topic; channel: Channel; predecessorId: string | null }
  'ticket.imported': { messageCount: number }
  'ticket.statusChanged': {
    from: TicketStatus
    to: TicketStatus
    cause: TransitionCause
    resolution: TicketResolution | null
  }
  'ticket.assigned': { assigneeId: string | null; teamId: string | null; before: VisibilityFacts }
  'ticket.updated': { fields: string[]; priority: Priority; topic: Topic }
  'ticket.tagged': Record<string, never>
  'ticket.merged': { intoId: string; before: VisibilityFacts }
  'ticket.linked': { fromCustomerId: string }
  'ticket.handedOff': Record<string, never>
  'ticket.botResumed': Record<string, never>
  'ticket.erased': { cause: ErasureCause; messageCount: number }
  'message.sent': { messageId: string; seq: number; authorKind: AuthorKind }
  'message.edited': { messageId: string }
  'message.redacted': { messageId: string }
  'message.deliveryChanged': { messageId: string; from: OutboundStatus; to: OutboundStatus }
  'messages.read': { side: ReaderSide; readSeq: number }
  'note.added': { messageId: string; noteSeq: number }
  'note.edited': { messageId: string }
  'note.redacted': { messageId: string }
  'customer.upserted': Record<string, never>
  'customer.linked': { intoId: string }
  'customer.exportRequested': { customerExportId: string }
  'customer.exportReady': { customerExportId: string; byteSize: number }
  'customer.exportFailed': { customerExportId: string; failureCode: string }
  'customer.exportDownloaded': { customerExportId: string }
  'customer.exportExpired': { customerExportId: string }
  'customer.eraseRequested': { customerErasureId: string }
  'customer.erased': { customerErasureId: string }
  'operator.updated': { isDisabled: boolean }
  'channel.updated': { channel: Channel; isEnabled: boolean }
  'policy.published': { policyVersionId: string; kind: PolicyKind; version: number }
  'product.upserted': { productId: string }
  'order.upserted': { orderId: string; from: OrderStatus | null; to: OrderStatus }
  'payment.recorded': { paymentId: string; orderId: string; from: PaymentStatus | null; to: PaymentStatus }
  'delivery.upserted': { deliveryId: string; orderId: string; isNew: boolean }
  'delivery.statusChanged': { deliveryId: string; orderId: string; from: DeliveryStatus; to: DeliveryStatus }
  'delivery.late': { deliveryId: string; orderId: string }
  'delivery.problemReported': { deliveryId: string; problemId: string; kind: DeliveryProblemKind }
  'delivery.problemResolved': { deliveryId: string; problemId: string; kind: DeliveryProblemKind }
  'attachment.uploaded': { attachmentId: string; byteSize: number }
  'attachment.scanned': { attachmentId: string; status: AttachmentStatus }
  'ticket.objectsLinked': { orderId: string | null; deliveryId: string | null }
  'ticket.objectChanged': { change: ObjectChange; objectId: string }
  'return.requested': { returnId: string; orderId: string }
  'return.statusChanged': {
    returnId: string
    from: ReturnStatus
    to: ReturnStatus
    cause: string
    decision: ReturnDecision | null
  }
  'return.goodsChanged': {
    returnId: string
    from: GoodsStatus
    to: GoodsStatus
    inspection: InspectionResult | null
  }
  'return.escalated': { returnId: string }
  'refund.granted': { refundId: string; orderId: string; returnId: string | null }
  'refund.statusChanged': {
    refundId: string
    orderId: string
    returnId: string | null
    from: RefundStatus
    to: RefundStatus
  }
  'complaint.filed': { complaintId: string }
  'complaint.imported': { complaintId: string }
  'complaint.statusChanged': {
    complaintId: string
    from: ComplaintStatus
    to: ComplaintStatus
    cause: string
    resolution: ComplaintResolution | null
  }
  'complaint.escalated': { complaintId: string }
  'suggestion.submitted': { suggestionId: string }
  'suggestion.imported': { suggestionId: string }
  'suggestion.voted': { suggestionId: string; hasVoted: boolean; voteCount: number }
  'suggestion.statusChanged': {
    suggestionId: string
    from: SuggestionStatus
    to: SuggestionStatus
    duplicateOfId: string | null
  }
  'rating.recorded': { ratingId: string; score: number }
  'serviceToken.created': { serviceTokenId: string }
  'serviceToken.rotated': { serviceTokenId: string; overlapSeconds: number }
  'serviceToken.revoked': { serviceTokenId: string }
}

/** What happened to an object that a ticket is linked to: the type of the event that told it. */
export type ObjectChange =
  | 'order.upserted'
  | 'payment.recorded'
  | 'delivery.upserted'
  | 'delivery.statusChanged'
  | 'delivery.late'
  | 'delivery.problemReported'
  | 'delivery.problemResolved'
export type EventType = keyof EventData

/** Why the words of a ticket were removed: its customer was erased, or it was closed so long ago. */
export type ErasureCause = 'CUSTOMER' | 'RETENTION'

/** What decided who saw the ticket before a change; followers who lose it are told so. */
export interface VisibilityFacts {
  readonly customerId: string
  readonly assigneeId: string | null
  readonly teamId: string | null
}

interface Entry {
  /** Internal events exist for the desk only: no buyer gets them, by any path. */
  readonly isInternal: boolean
  /** History written by an import starts no clocks and notifies nobody: live streams pass it over. */
  readonly isHistory: boolean
}
const everyone: Entry = { isInternal: false, isHistory: false }
const desk: Entry = { isInternal: true, isHistory: false }
const history: Entry = { isInternal: true, isHistory: true }

export const catalog: { readonly [T in EventType]: Entry } = {
  'ticket.opened': everyone,
  'ticket.imported': history,
  'ticket.statusChanged': everyone,
  'ticket.assigned': everyone,
  'ticket.updated': everyone,
  'ticket.tagged': desk,
  'ticket.merged': everyone,
  'ticket.linked': everyone,
  'ticket.handedOff': desk,
  'ticket.botResumed': desk,
  'ticket.erased': everyone,
  'message.sent': everyone,
  'message.edited': everyone,
  'message.redacted': everyone,
  'message.deliveryChanged': desk,
  'messages.read': everyone,
  'note.added': desk,
  'note.edited': desk,
  'note.redacted': desk,
  'customer.upserted': desk,
  'customer.linked': desk,
  'customer.exportRequested': desk,
  'customer.exportReady': everyone,
  'customer.exportFailed': desk,
  'customer.exportDownloaded': desk,
  'customer.exportExpired': desk,
  'customer.eraseRequested': desk,
  'customer.erased': desk,
  'operator.updated': desk,
  'channel.updated': desk,
  'policy.published': desk,
  'product.upserted': desk,
  'order.upserted': everyone,
  'payment.recorded': everyone,
  'delivery.upserted': everyone,
  'delivery.statusChanged': everyone,
  'delivery.late': everyone,
  'delivery.problemReported': everyone,
  'delivery.problemResolved': everyone,
  'attachment.uploaded': everyone,
  'attachment.scanned': everyone,
  'ticket.objectsLinked': everyone,
  'ticket.objectChanged': everyone,
  'return.requested': everyone,
  'return.statusChanged': everyone,
  'return.goodsChanged': everyone,
  'return.escalated': desk,
  'refund.granted': everyone,
  'refund.statusChanged': everyone,
  'complaint.filed': everyone,
  'complaint.imported': history,
  'complaint.statusChanged': everyone,
  'complaint.escalated': desk,
  'suggestion.submitted': everyone,
  'suggestion.imported': history,
  'suggestion.voted': desk,
  'suggestion.statusChanged': everyone,
  'rating.recorded': history,
  'serviceToken.created': desk,
  'serviceToken.rotated': desk,
  'serviceToken.revoked': desk,
}

/** One row of the log. `position` is the place in the one order over everything. */
export interface LogEvent<T extends EventType = EventType> {
  readonly id: bigint
  readonly position: bigint
  readonly type: T
  readonly isInternal: boolean
  readonly ticketId: string | null
  readonly customerId: string | null
  readonly operatorId: string | null
  readonly actorKind: AuthorKind
  readonly actorId: string | null
  readonly data: EventData[T]
  readonly occurredAt: Date
}

/** True for events of one type, with their data typed. */
export function isEvent<T extends EventType>(event: LogEvent, type: T): event is LogEvent<T> {
  return event.type === type
}
