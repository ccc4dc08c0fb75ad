import {
  AttachmentRefused,
  Conflict,
  IdempotencyConflict,
  IllegalTransition,
  InvalidInput,
  NotEligible,
  NotFound,
  QuantityExceeded,
} from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { idOf, optionalIdOf } from '../../../graphql/input.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import * as decision from '../actions/decision.ts'
import { requestReturn } from '../actions/request.ts'
import * as inputs from './inputs.ts'
import { returnPayload } from './payload.ts'

const people = { $any: { staff: true, buyer: true } } as const
const problems = [NotFound, Conflict, IllegalTransition] as const

const onReturn = (input: { returnId: string; expectedVersion?: number | null }) => ({
  returnId: idOf('Return', input.returnId),
  expectedVersion: input.expectedVersion ?? null,
})
const documentsOf = (ids: readonly string[] | null | undefined) =>
  (ids ?? []).map((id) => idOf('Attachment', id))

builder.mutationFields((t) => ({
  returnRequest: t.field({
    description:
      'Files a return: a buyer for an own order, the desk for a customer’s. Everything is checked by the policy of this moment (NotEligible names its keys, among them `documentMissing:KIND` for a document that cannot follow later).',
    type: returnPayload('ReturnRequest', 'The new return.'),
    authScopes: people,
    args: { input: t.arg({ type: inputs.ReturnRequestInput, description: 'What, and why.' }) },
    errors: {
      types: [
        NotFound,
        InvalidInput,
        NotEligible,
        QuantityExceeded,
        AttachmentRefused,
        IdempotencyConflict,
        IllegalTransition,
      ],
    },
    resolve: async (_root, { input }, context) =>
      await requestReturn(context.desk, knownViewer(context), {
        orderId: idOf('Order', input.orderId),
        items: input.items.map(({ orderItemId, quantity }) => ({
          orderItemId: idOf('OrderItem', orderItemId),
          quantity,
        })),
        reason: input.reason,
        comment: input.comment ?? null,
        wish: input.wish,
        documentIds: documentsOf(input.documentIds),
        ticketId: input.ticketId == null ? undefined : idOf('Ticket', input.ticketId),
        channel: input.channel,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
  returnAskInfo: t.field({
    description: 'Asks the customer for more before the return is decided. The deadline goes on.',
    type: returnPayload('ReturnAskInfo'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: inputs.AskInfoInput, description: 'Which, and what is missing.' }) },
    errors: { types: [...problems, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await decision.askInfo(context.desk, knownViewer(context), { ...onReturn(input), text: input.text }),
  }),
  returnProvideInfo: t.field({
    description: 'Says or shows what the desk asked for: the customer, or the desk for one on the phone.',
    type: returnPayload('ReturnProvideInfo'),
    authScopes: people,
    args: { input: t.arg({ type: inputs.ProvideInfoInput, description: 'Which, and what.' }) },
    errors: { types: [...problems, InvalidInput, AttachmentRefused] },
    resolve: async (_root, { input }, context) =>
      await decision.provideInfo(context.desk, knownViewer(context), {
        ...onReturn(input),
        text: input.text ?? null,
        documentIds: documentsOf(input.documentIds),
      }),
  }),
  returnReview: t.field({
    description: 'Takes a return to be decided.',
    type: returnPayload('ReturnReview'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: inputs.ReviewInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await decision.reviewReturn(context.desk, knownViewer(context), onReturn(input)),
  }),
  returnApprove: t.field({
    description:
      'Grants a return in one of the ways its policy allows. Of an exchange the difference in price is kept as of now.',
    type: returnPayload('ReturnApprove'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: inputs.ApproveInput, description: 'Which, and how.' }) },
    errors: { types: [...problems, InvalidInput, NotEligible] },
    resolve: async (_root, { input }, context) =>
      await decision.approveReturn(context.desk, knownViewer(context), {
        ...onReturn(input),
        decision: input.decision,
        replacementProductId:
          input.replacementProductId == null
            ? undefined
            : (optionalIdOf('Product', input.replacementProductId) ?? null),
      }),
  }),
  returnDecline: t.field({
    description: 'Refuses a return. Its goods can be in another one then.',
    type: returnPayload('ReturnDecline'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: inputs.DeclineInput, description: 'Which, and why.' }) },
    errors: { types: [...problems, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await decision.declineReturn(context.desk, knownViewer(context), {
        ...onReturn(input),
        code: input.code,
        text: input.text,
      }),
  }),
  returnReconsider: t.field({
    description: 'The customer does not agree with the refusal: it is decided anew, within a new deadline.',
    type: returnPayload('ReturnReconsider'),
    authScopes: { buyer: true },
    args: { input: t.arg({ type: inputs.ReconsiderInput, description: 'Which.' }) },
    errors: { types: [...problems, InvalidInput, QuantityExceeded] },
    resolve: async (_root, { input }, context) =>
      await decision.reconsiderReturn(context.desk, knownViewer(context), {
        ...onReturn(input),
        comment: input.comment ?? null,
      }),
  }),
  returnCancel: t.field({
    description: 'Takes a return back: before the goods are sent, and before money is granted for it.',
    type: returnPayload('ReturnCancel'),
    authScopes: people,
    args: { input: t.arg({ type: inputs.CancelInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await decision.cancelReturn(context.desk, knownViewer(context), onReturn(input)),
  }),
}))
