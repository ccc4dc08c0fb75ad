import type { EventType } from '../../../events/catalog.ts'
import { builder } from '../../../graphql/builder.ts'
import { ticketFactType } from '../../tickets/schema/events.ts'
import type { ReturnAction } from '../rules.ts'
import {
  GoodsStatusEnum,
  InspectionResultEnum,
  RefundStatusEnum,
  ReturnActionEnum,
  ReturnDecisionEnum,
  ReturnStatusEnum,
} from './enums.ts'
import { findRefund, Refund } from './refund.ts'
import { findReturn, Return } from './type.ts'

type ReturnEvent = Extract<EventType, `return.${string}`>
type RefundEvent = Extract<EventType, `refund.${string}`>

/** A type of fact about a return, which is shown as it is now. */
function returnFactType<T extends ReturnEvent>(type: T, name: string, description: string) {
  const ref = ticketFactType(type, name, description)
  builder.objectFields(ref, (t) => ({
    return: t.prismaField({
      description: 'The return as it is now; null if the viewer may no longer see it.',
      type: Return,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findReturn(context, query, { id: event.data.returnId }),
    }),
  }))
  return ref
}

/** A type of fact about a refund, which is shown as it is now. */
function refundFactType<T extends RefundEvent>(type: T, name: string, description: string) {
  const ref = ticketFactType(type, name, description)
  builder.objectFields(ref, (t) => ({
    refund: t.prismaField({
      description: 'The refund as it is now; null if the viewer may no longer see it.',
      type: Refund,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findRefund(context, query, event.data.refundId),
    }),
    return: t.prismaField({
      description:
        'The return because of which it was granted, as it is now; null when it was granted for the order, or the viewer may no longer see it.',
      type: Return,
      nullable: true,
      resolve: async (query, { event }, _args, context) => {
        const id = event.data.returnId
        return await findReturn(context, query, id === null ? null : { id })
      },
    }),
  }))
  return ref
}

returnFactType('return.requested', 'ReturnRequested', 'A return was asked for.')
returnFactType('return.escalated', 'ReturnEscalated', 'A return was not decided in time. For the desk only.')

// One selection may meet the facts of all domains: a field of one name has one type in all of them.
builder.objectFields(
  returnFactType('return.statusChanged', 'ReturnStatusChanged', 'The decision about a return moved on.'),
  (t) => ({
    fromReturnStatus: t.field({
      description: 'Before.',
      type: ReturnStatusEnum,
      resolve: ({ event }) => event.data.from,
    }),
    toReturnStatus: t.field({
      description: 'After.',
      type: ReturnStatusEnum,
      resolve: ({ event }) => event.data.to,
    }),
    returnCause: t.field({
      description: 'What set it off.',
      type: ReturnActionEnum,
      resolve: ({ event }) => event.data.cause as ReturnAction,
    }),
    returnDecision: t.field({
      description: 'How it was granted; null for other changes.',
      type: ReturnDecisionEnum,
      nullable: true,
      resolve: ({ event }) => event.data.decision,
    }),
  }),
)

builder.objectFields(
  returnFactType('return.goodsChanged', 'ReturnGoodsChanged', 'The goods of a return got further.'),
  (t) => ({
    fromGoodsStatus: t.field({
      description: 'Before.',
      type: GoodsStatusEnum,
      resolve: ({ event }) => event.data.from,
    }),
    toGoodsStatus: t.field({
      description: 'After; the same as before when more of them have arrived.',
      type: GoodsStatusEnum,
      resolve: ({ event }) => event.data.to,
    }),
    inspection: t.field({
      description: 'What an inspection found; null for other changes.',
      type: InspectionResultEnum,
      nullable: true,
      resolve: ({ event }) => event.data.inspection,
    }),
  }),
)

refundFactType('refund.granted', 'RefundGranted', 'Money was granted; it is not on its way yet.')
builder.objectFields(
  refundFactType('refund.statusChanged', 'RefundStatusChanged', 'The money of a refund got further.'),
  (t) => ({
    fromRefundStatus: t.field({
      description: 'Before.',
      type: RefundStatusEnum,
      resolve: ({ event }) => event.data.from,
    }),
    toRefundStatus: t.field({
      description: 'After.',
      type: RefundStatusEnum,
      resolve: ({ event }) => event.data.to,
    }),
  }),
)
