import { encodeId } from '../../../core/ids.ts'
import type { DeclineReason, PaymentMethod, PaymentStatus } from '../../../core/prisma/enums.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import { findTogether } from '../../../graphql/find-together.ts'
import { Money } from '../../../graphql/money.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { maySeeOrder } from '../../orders/policy.ts'
import { Order } from '../../orders/schema/type.ts'
import { visiblePayments } from '../policy.ts'
import { adviceFor, troubleOf } from '../rules.ts'

export const PaymentMethodEnum = describedEnum<PaymentMethod>('PaymentMethod', 'How a payment is made.', {
  CARD: 'A bank card.',
  SBP: 'The Faster Payments System, by QR code or phone number.',
  WALLET: 'An electronic wallet.',
  BANK_TRANSFER: 'A transfer from a bank account.',
  BANK_SLIP: 'A slip paid at a bank, such as a boleto.',
  INSTALMENTS: 'In parts, by a credit of the shop or a bank.',
  CASH_ON_DELIVERY: 'To the courier or at the pickup point.',
  VOUCHER: 'A gift card or a voucher.',
  OTHER: 'Anything else: see `rawMethod`.',
})

export const PaymentStatusEnum = describedEnum<PaymentStatus>('PaymentStatus', 'Where a payment stands.', {
  PENDING: 'Begun; nothing was taken yet.',
  AUTHORIZED: 'Set aside by the bank, not taken yet.',
  CAPTURED: 'Taken.',
  FAILED: 'Did not go through.',
  CANCELLED: 'Given up before anything was taken.',
  UNKNOWN: 'The source’s word has no counterpart here: see `rawStatus`.',
})

export const DeclineReasonEnum = describedEnum<DeclineReason>(
  'DeclineReason',
  'Why a try to pay was declined. The provider’s own code is kept beside it as `rawReason`.',
  {
    INSUFFICIENT_FUNDS: 'Not enough money on the account.',
    AUTHENTICATION_FAILED: 'The buyer did not prove to be the owner: 3-D Secure, PIN or CVC.',
    CARD_EXPIRED: 'The card’s time has ended.',
    ISSUER_DECLINED: 'The bank refused without saying why, or does not allow such payments.',
    FRAUD_SUSPECTED: 'The bank or the provider suspects fraud, or the card is reported as lost.',
    LIMIT_EXCEEDED: 'A limit of the card or of the way of paying was reached.',
    TECHNICAL: 'A system on the way did not work.',
    UNKNOWN: 'Nobody said, or the code is not known here.',
  },
)

const retryDescription = 'True if the same way of paying can go through when it is tried again.'
const alternativesDescription = 'Other ways of paying worth offering, the best first.'

/** One selection for all who need the attempts, so that they are read once. */
const attemptsInOrder = { orderBy: [{ occurredAt: 'asc' as const }, { externalId: 'asc' as const }] }

builder.prismaObject('PaymentAttempt', {
  fields: (t) => ({
    externalId: t.exposeString('externalId'),
    isSuccessful: t.exposeBoolean('isSuccessful'),
    declineReason: t.expose('declineReason', { type: DeclineReasonEnum, nullable: true }),
    rawReason: t.exposeString('rawReason', { nullable: true }),
    isRetryable: t.boolean({
      description: `${retryDescription} False if it went through.`,
      select: { isSuccessful: true, declineReason: true, payment: { select: { method: true } } },
      resolve: ({ isSuccessful, declineReason, payment }) =>
        !isSuccessful && adviceFor(declineReason ?? 'UNKNOWN', payment.method).isRetryable,
    }),
    alternatives: t.field({
      description: `${alternativesDescription} Empty if it went through.`,
      type: [PaymentMethodEnum],
      select: { isSuccessful: true, declineReason: true, payment: { select: { method: true } } },
      resolve: ({ isSuccessful, declineReason, payment }) =>
        isSuccessful ? [] : [...adviceFor(declineReason ?? 'UNKNOWN', payment.method).alternatives],
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
  }),
})

export const Payment = builder.prismaObject('Payment', {
  interfaces: [Node],
  fields: (t) => {
    const trouble = { status: true, method: true, attempts: attemptsInOrder } as const
    return {
      id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Payment', id) }),
      source: t.exposeString('source'),
      externalId: t.exposeString('externalId'),
      method: t.expose('method', { type: PaymentMethodEnum }),
      rawMethod: t.exposeString('rawMethod', { nullable: true }),
      status: t.expose('status', { type: PaymentStatusEnum }),
      rawStatus: t.exposeString('rawStatus', { nullable: true }),
      amount: t.field({
        description: 'What is to be paid by it.',
        type: Money,
        resolve: ({ amount, currencyCode }) => ({ amount, currencyCode }),
      }),
      capturedAmount: t.field({
        description: 'What was taken; refunds never exceed it.',
        type: Money,
        resolve: ({ capturedAmount, currencyCode }) => ({ amount: capturedAmount, currencyCode }),
      }),
      instalmentCount: t.exposeInt('instalmentCount'),
      attempts: t.relation('attempts', {
        description: 'Every try to pay, the oldest first.',
        query: attemptsInOrder,
      }),
      declineReason: t.field({
        description:
          'Why it has not gone through: the refusal of its last try. Null when it has, was given up, or was not tried.',
        type: DeclineReasonEnum,
        nullable: true,
        select: trouble,
        resolve: ({ status, attempts }) => troubleOf(status, attempts.at(-1)),
      }),
      isRetryable: t.boolean({
        description: `${retryDescription} False while nothing is wrong.`,
        select: trouble,
        resolve: ({ status, method, attempts }) => {
          const reason = troubleOf(status, attempts.at(-1))
          return reason !== null && adviceFor(reason, method).isRetryable
        },
      }),
      alternatives: t.field({
        description: `${alternativesDescription} Empty while nothing is wrong.`,
        type: [PaymentMethodEnum],
        select: trouble,
        resolve: ({ status, method, attempts }) => {
          const reason = troubleOf(status, attempts.at(-1))
          return reason === null ? [] : [...adviceFor(reason, method).alternatives]
        },
      }),
      startedAt: t.expose('startedAt', { type: 'DateTime' }),
      sourceUpdatedAt: t.expose('sourceUpdatedAt', { type: 'DateTime' }),
      createdAt: t.expose('createdAt', { description: 'When it was first seen here.', type: 'DateTime' }),
    }
  },
})

// To-one relations take no where clause: policy looks at the row that was read with its parent.
builder.prismaObjectFields(Payment, (t) => ({
  order: t.field({
    description: 'What is paid; null for a partner’s system that may not see orders.',
    type: Order,
    nullable: true,
    select: (_args, _context, nested) => ({ order: nested(true) }),
    resolve: ({ order }, _args, { viewer }) => (maySeeOrder(viewer, order) ? order : null),
  }),
}))

builder.prismaObjectField('Order', 'payments', (t) =>
  t.relation('payments', {
    description: 'Its payments that the viewer may see, the oldest first.',
    query: (_args, { viewer }) => ({
      where: visiblePayments(viewer),
      orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
    }),
  }),
)

/** One payment by policy. */
export async function findPayment(context: Context, query: object, id: string | null) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'Payment',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.payment.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, visiblePayments(viewer)] },
      }),
  )
}

findNodesBy('Payment', async (query, context, id) => await findPayment(context, query, id))
