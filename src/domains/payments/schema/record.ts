import { maxItemsPerCall } from '../../../core/bulk.ts'
import { InvalidInput, StaleUpdate } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import type { PaymentInput } from '../actions/check.ts'
import type { PaymentDone } from '../actions/record.ts'
import { recordPayments } from '../actions/record.ts'
import { paymentLimits } from '../rules.ts'
import { DeclineReasonEnum, PaymentMethodEnum, PaymentStatusEnum } from './type.ts'

const PaymentAttemptInput = builder.inputType('PaymentAttemptInput', {
  description: 'One try to pay.',
  fields: (t) => ({
    externalId: t.string({
      description: 'The source’s own key, unique within the payment; 1–200 characters.',
    }),
    isSuccessful: t.boolean({ description: 'True if it went through.' }),
    declineReason: t.field({
      type: DeclineReasonEnum,
      required: false,
      description:
        'Why it was declined; left out, it is looked up by `rawReason`. Not for a try that went through.',
    }),
    rawReason: t.string({
      required: false,
      description: 'The provider’s own code or words of the refusal; 1–200 characters.',
    }),
    occurredAt: t.field({ type: 'DateTime', description: 'When it was made.' }),
  }),
})

const PaymentRecordInput = builder.inputType('PaymentRecordInput', {
  description:
    'One payment as the source knows it now. Dates lie between 1990 and ten years ahead; amounts are not negative and no finer than the currency.',
  fields: (t) => ({
    source: t.string({ description: 'The system the record comes from; 1–200 characters.' }),
    externalId: t.string({ description: 'The source’s own key, unique per source; 1–200 characters.' }),
    orderSource: t.string({ description: 'The source of the order, as in `ordersUpsert`.' }),
    orderExternalId: t.string({
      description: 'The order’s key in its source; one that is not known here is refused. It never changes.',
    }),
    method: t.field({ type: PaymentMethodEnum, description: 'How it is paid.' }),
    rawMethod: t.string({
      required: false,
      description: 'The source’s own word for the method; 1–200 characters.',
    }),
    status: t.field({ type: PaymentStatusEnum, description: 'Where it stands.' }),
    rawStatus: t.string({
      required: false,
      description: 'The source’s own word for the status; 1–200 characters.',
    }),
    amount: t.field({ type: 'Decimal', description: 'What is to be paid by it.' }),
    currencyCode: t.field({ type: 'CurrencyCode', description: 'The order’s currency.' }),
    capturedAmount: t.field({
      type: 'Decimal',
      defaultValue: '0',
      description: 'What was taken: at most `amount`.',
    }),
    instalmentCount: t.int({
      defaultValue: 1,
      description: `Into how many instalments it is split, 1–${paymentLimits.instalments}.`,
    }),
    startedAt: t.field({ type: 'DateTime', description: 'When it was begun.' }),
    attempts: t.field({
      type: [PaymentAttemptInput],
      defaultValue: [],
      description: `Tries to pay, at most ${paymentLimits.attempts}. They add up over calls; one of a known key is the same one.`,
    }),
    sourceUpdatedAt: t.field({
      type: 'DateTime',
      description: 'When the source changed it last; older than what is stored gives a StaleUpdate.',
    }),
  }),
})

const PaymentsRecordInput = builder.inputType('PaymentsRecordInput', {
  description: 'Payments of orders.',
  fields: (t) => ({
    payments: t.field({ type: [PaymentRecordInput], description: `At most ${maxItemsPerCall}.` }),
  }),
})

const PaymentRecordPayload = payloadType<PaymentDone>('PaymentRecordPayload', 'A payment as recorded.')
builder.objectFields(PaymentRecordPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', { description: 'True if the payment was not known before.' }),
  payment: t.prismaField({
    description: 'The payment.',
    type: 'Payment',
    resolve: async (query, { paymentId }, _args, { desk }) =>
      await desk.database.prisma.payment.findUniqueOrThrow({ ...query, where: { id: paymentId } }),
  }),
}))

const PaymentsRecordPayload = bulkPayloadType('PaymentsRecordPayload', {
  name: 'PaymentRecord',
  payload: PaymentRecordPayload,
  problems: [StaleUpdate],
})

function inputOf(item: typeof PaymentRecordInput.$inferInput): PaymentInput {
  return {
    ...item,
    rawMethod: item.rawMethod ?? null,
    rawStatus: item.rawStatus ?? null,
    capturedAmount: item.capturedAmount ?? '0',
    instalmentCount: item.instalmentCount ?? 1,
    attempts: (item.attempts ?? []).map((attempt) => ({
      ...attempt,
      declineReason: attempt.declineReason ?? null,
      rawReason: attempt.rawReason ?? null,
    })),
  }
}

builder.mutationFields((t) => ({
  paymentsRecord: t.field({
    description:
      'Records payments by the source’s own key. Needs the scope `payments:write`. Each item has its own result; safe to repeat.',
    type: PaymentsRecordPayload,
    authScopes: { service: 'payments:write' },
    args: { input: t.arg({ type: PaymentsRecordInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await recordPayments(context.desk, knownViewer(context), input.payments.map(inputOf)),
    }),
  }),
}))
