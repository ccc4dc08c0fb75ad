import {
  AmountExceeded,
  Conflict,
  IdempotencyConflict,
  IllegalTransition,
  InvalidInput,
  NotConfigured,
  NotFound,
  QuantityExceeded,
} from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { idOf } from '../../../graphql/input.ts'
import { knownViewer, operatorViewer } from '../../../graphql/viewer-of.ts'
import { executeRefund } from '../actions/execute.ts'
import * as goods from '../actions/goods.ts'
import { grantRefund } from '../actions/grant.ts'
import * as inputs from './inputs.ts'
import { refundPayload, returnPayload } from './payload.ts'

const problems = [NotFound, Conflict, IllegalTransition] as const
const warehouse = { $any: { staff: true, service: 'returns:write' } } as const

const onReturn = (input: { returnId: string; expectedVersion?: number | null }) => ({
  returnId: idOf('Return', input.returnId),
  expectedVersion: input.expectedVersion ?? null,
})
const given = (kind: 'Return' | 'Order' | 'Payment', id: string | null | undefined) =>
  id == null ? undefined : idOf(kind, id)

builder.mutationFields((t) => ({
  returnGoodsSend: t.field({
    description: 'The goods are on their way back. For the buyer and services with `returns:write`.',
    type: returnPayload('ReturnGoodsSend'),
    authScopes: { $any: { buyer: true, service: 'returns:write' } },
    args: { input: t.arg({ type: inputs.GoodsSendInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await goods.sendGoods(context.desk, knownViewer(context), onReturn(input)),
  }),
  returnGoodsReceive: t.field({
    description: 'Goods have arrived. For the desk and services with `returns:write`.',
    type: returnPayload('ReturnGoodsReceive'),
    authScopes: warehouse,
    args: { input: t.arg({ type: inputs.GoodsReceiveInput, description: 'Which, and how many.' }) },
    errors: { types: [...problems, InvalidInput, QuantityExceeded, IdempotencyConflict] },
    resolve: async (_root, { input }, context) =>
      await goods.receiveGoods(context.desk, knownViewer(context), {
        ...onReturn(input),
        items: input.items.map(({ orderItemId, quantity }) => ({
          orderItemId: idOf('OrderItem', orderItemId),
          quantity,
        })),
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
  returnGoodsInspect: t.field({
    description: 'Goods that arrived were looked at. For the desk and services with `returns:write`.',
    type: returnPayload('ReturnGoodsInspect'),
    authScopes: warehouse,
    args: { input: t.arg({ type: inputs.GoodsInspectInput, description: 'Which, and what was found.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await goods.inspectGoods(context.desk, knownViewer(context), {
        ...onReturn(input),
        result: input.result,
      }),
  }),
  refundGrant: t.field({
    description:
      'Grants money to be given back: because of an approved return, up to its `grantableAmount`, or for an order. Over all that was granted never more than a payment brought in. For the desk; executing is another permission.',
    type: refundPayload('RefundGrant', 'The new refund.'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: inputs.RefundGrantInput, description: 'For what, and how much.' }) },
    errors: { types: [NotFound, InvalidInput, IllegalTransition, AmountExceeded, IdempotencyConflict] },
    resolve: async (_root, { input }, context) =>
      await grantRefund(context.desk, operatorViewer(context), {
        returnId: given('Return', input.returnId),
        orderId: given('Order', input.orderId),
        amount: input.amount,
        paymentId: given('Payment', input.paymentId),
        idempotencyKey: input.idempotencyKey,
      }),
  }),
  refundExecute: t.field({
    description:
      'Has the payment provider give a granted refund back, or try a failed one again. For supervisors and services with `refunds:execute`. Answers when the provider has, or with PENDING: then it is asked again until it answers. However often it is asked, the money moves once.',
    type: refundPayload('RefundExecute', 'The refund, as far as it has come.'),
    authScopes: { $any: { supervisor: true, service: 'refunds:execute' } },
    args: { input: t.arg({ type: inputs.RefundExecuteInput, description: 'Which.' }) },
    errors: { types: [...problems, InvalidInput, AmountExceeded, IdempotencyConflict, NotConfigured] },
    resolve: async (_root, { input }, context) =>
      await executeRefund(context.desk, knownViewer(context), {
        refundId: idOf('Refund', input.refundId),
        expectedVersion: input.expectedVersion ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
}))
