import { builder } from '../../../graphql/builder.ts'
import { ChannelEnum } from '../../../graphql/enums.ts'
import { MoneyInput } from '../../../graphql/money.ts'
import { InspectionResultEnum, ReturnDecisionEnum } from './enums.ts'

type Fields = Parameters<typeof builder.inputType>[1]['fields']

export const versionDescription =
  'The version the client has seen; another one now gives a Conflict. Left out: not checked.'
const keyDescription = (effect: string) =>
  `Chosen by the sender, up to 200 characters, kept 48 hours: retries with it ${effect}.`

/** The input of a change of a return: which, the expected version, and what the change itself needs. */
function changeInput<F extends object>(
  name: string,
  description: string,
  more: (t: Parameters<Fields>[0]) => F,
) {
  return builder.inputType(name, {
    description,
    fields: (t) => ({
      returnId: t.id({ description: 'Which return.' }),
      expectedVersion: t.int({ required: false, description: versionDescription }),
      ...more(t),
    }),
  })
}

const ReturnItemInput = builder.inputType('ReturnItemInput', {
  description: 'How many of a line.',
  fields: (t) => ({
    orderItemId: t.id({ description: 'Which line of the order.' }),
    quantity: t.int({ description: 'How many: at least 1.' }),
  }),
})

const documentIds = (t: Parameters<Fields>[0]) =>
  t.idList({
    required: false,
    description:
      'Attachments of the customer that are uploaded and part of nothing else; at most 10, each once.',
  })

export const ReturnRequestInput = builder.inputType('ReturnRequestInput', {
  description: 'Files a return.',
  fields: (t) => ({
    orderId: t.id({ description: 'Of which order.' }),
    items: t.field({ type: [ReturnItemInput], description: 'Which goods: 1–100 lines, each once.' }),
    reason: t.string({ description: 'A key of the policy: see `returnEligibility`.' }),
    comment: t.string({ required: false, description: 'In the customer’s words; 1–10,000 characters.' }),
    wish: t.field({
      type: ReturnDecisionEnum,
      description: 'What the customer wishes; the policy limits it.',
    }),
    documentIds: documentIds(t),
    ticketId: t.id({
      required: false,
      description:
        'The customer’s ticket in which it is talked about; a new one of topic RETURN is opened when it is left out.',
    }),
    channel: t.field({
      type: ChannelEnum,
      defaultValue: 'SITE_CHAT',
      description: 'Where the conversation of a new ticket takes place.',
    }),
    idempotencyKey: t.string({ required: false, description: keyDescription('file one return') }),
  }),
})

export const AskInfoInput = changeInput('ReturnAskInfoInput', 'Asks the customer for more.', (t) => ({
  text: t.string({ description: 'What is missing; 1–10,000 characters. The customer reads it.' }),
}))
export const ProvideInfoInput = changeInput(
  'ReturnProvideInfoInput',
  'Says or shows what was asked for: words, documents, or both.',
  (t) => ({
    text: t.string({
      required: false,
      description: 'Added to the comment, which may have 10,000 characters in all.',
    }),
    documentIds: documentIds(t),
  }),
)
export const ReviewInput = changeInput('ReturnReviewInput', 'Takes a return to be decided.', () => ({}))
export const ApproveInput = changeInput('ReturnApproveInput', 'Grants a return.', (t) => ({
  decision: t.field({ type: ReturnDecisionEnum, description: 'How; the policy limits it.' }),
  replacementProductId: t.id({
    required: false,
    description: 'What is given instead, one for each that comes back: for an EXCHANGE, and only then.',
  }),
}))
export const DeclineInput = changeInput('ReturnDeclineInput', 'Refuses a return.', (t) => ({
  code: t.string({ description: 'Why: a key of the policy’s `declineReasons`.' }),
  text: t.string({ description: 'Why, in words for the customer; 1–10,000 characters.' }),
}))
export const ReconsiderInput = changeInput('ReturnReconsiderInput', 'Asks for another look.', (t) => ({
  comment: t.string({
    required: false,
    description: 'Added to the comment, which may have 10,000 characters in all.',
  }),
}))
export const CancelInput = changeInput('ReturnCancelInput', 'Takes a return back.', () => ({}))

export const GoodsSendInput = changeInput('ReturnGoodsSendInput', 'The goods are on their way.', () => ({}))
export const GoodsReceiveInput = changeInput('ReturnGoodsReceiveInput', 'Goods have arrived.', (t) => ({
  items: t.field({
    type: [ReturnItemInput],
    description: 'Which, beside those that arrived before: 1–100 lines, each once.',
  }),
  idempotencyKey: t.string({ required: false, description: keyDescription('count the goods once') }),
}))
export const GoodsInspectInput = changeInput('ReturnGoodsInspectInput', 'Goods were looked at.', (t) => ({
  result: t.field({ type: InspectionResultEnum, description: 'What was found.' }),
}))

export const RefundGrantInput = builder.inputType('RefundGrantInput', {
  description: 'Grants money: for a return, or for an order.',
  fields: (t) => ({
    returnId: t.id({ required: false, description: 'Because of which return. This or `orderId`.' }),
    orderId: t.id({ required: false, description: 'For which order. This or `returnId`.' }),
    amount: t.field({
      type: MoneyInput,
      description: 'How much: above zero, in the currency of the order, no more than is left of the payment.',
    }),
    paymentId: t.id({
      required: false,
      description: 'By which payment of the order; the one of which most is left when it is left out.',
    }),
    idempotencyKey: t.string({ description: keyDescription('grant one refund') }),
  }),
})

export const RefundExecuteInput = builder.inputType('RefundExecuteInput', {
  description: 'Has a granted refund given back.',
  fields: (t) => ({
    refundId: t.id({ description: 'Which.' }),
    expectedVersion: t.int({ required: false, description: versionDescription }),
    idempotencyKey: t.string({
      required: false,
      description: keyDescription('begin one execution; the money moves once in any case'),
    }),
  }),
})
