import { builder } from '../../../graphql/builder.ts'
import { ChannelEnum, LanguageEnum } from '../../../graphql/enums.ts'
import { MoneyInput } from '../../../graphql/money.ts'
import { ComplaintAboutEnum, ComplaintResolutionEnum } from './type.ts'

type Fields = Parameters<typeof builder.inputType>[1]['fields']

/** The input of a change of a complaint: which, the expected version, and what the change itself needs. */
function changeInput<F extends object>(
  name: string,
  description: string,
  more: (t: Parameters<Fields>[0]) => F,
) {
  return builder.inputType(name, {
    description,
    fields: (t) => ({
      complaintId: t.id({ description: 'Which complaint.' }),
      expectedVersion: t.int({
        required: false,
        description:
          'The version the client has seen; another one now gives a Conflict. Left out: not checked.',
      }),
      ...more(t),
    }),
  })
}

export const FileInput = builder.inputType('ComplaintFileInput', {
  description: 'What somebody complains about.',
  fields: (t) => ({
    about: t.field({ type: ComplaintAboutEnum, description: 'What it is about.' }),
    text: t.string({
      description: 'What the customer says, as the first message about it; 1–10,000 characters.',
    }),
    subject: t.string({
      required: false,
      description: 'Of a new ticket; 1–200 characters. The first words of the text when left out.',
    }),
    ticketId: t.id({
      required: false,
      description:
        'The conversation it is about, one that goes on and has no complaint yet (`hasComplaint`). Left out: a new ticket is opened.',
    }),
    customerId: t.id({
      required: false,
      description: 'For whom; the desk and bots must say it unless the ticket does, a buyer is it.',
    }),
    orderId: t.id({ required: false, description: 'The order it is about, of the customer’s own.' }),
    deliveryId: t.id({
      required: false,
      description: 'The parcel it is about, of the customer’s own. It brings its order with it.',
    }),
    channel: t.field({
      type: ChannelEnum,
      defaultValue: 'SITE_CHAT',
      description: 'Where the conversation of a new ticket takes place.',
    }),
    language: t.field({
      type: LanguageEnum,
      required: false,
      description: 'Of a new ticket; the viewer’s when left out.',
    }),
    idempotencyKey: t.string({
      required: false,
      description:
        'Chosen by the sender, up to 200 characters, kept 48 hours: retries with it file one complaint.',
    }),
  }),
})

/** What an answer holds. */
const answerFields = (t: Parameters<Fields>[0]) => ({
  resolution: t.field({
    type: ComplaintResolutionEnum,
    description: 'How it is resolved; WITHDRAWN is the customer’s own: `complaintWithdraw`.',
  }),
  text: t.string({ description: 'The answer, 1–10,000 characters. The customer reads it in the ticket.' }),
  relief: t.field({
    type: MoneyInput,
    required: false,
    description:
      'The money granted, above zero, in the order’s currency if there is an order: for MONETARY_RELIEF, and only then.',
  }),
})

export const AcknowledgeInput = changeInput(
  'ComplaintAcknowledgeInput',
  'Confirms that a complaint has arrived.',
  () => ({}),
)
export const InvestigateInput = changeInput(
  'ComplaintInvestigateInput',
  'Looks into a complaint.',
  () => ({}),
)
export const AskCustomerInput = changeInput('ComplaintAskCustomerInput', 'Asks the customer.', (t) => ({
  text: t.string({ description: 'What; 1–10,000 characters. The customer reads it in the ticket.' }),
}))
export const ResolveInput = changeInput('ComplaintResolveInput', 'Answers a complaint.', answerFields)
export const WithdrawInput = changeInput('ComplaintWithdrawInput', 'Takes a complaint back.', () => ({}))
export const DisputeInput = changeInput('ComplaintDisputeInput', 'Does not accept an answer.', (t) => ({
  text: t.string({ description: 'Why; 1–10,000 characters, a message in the ticket.' }),
}))
export const ArbitrateInput = changeInput(
  'ComplaintArbitrateInput',
  'Takes a dispute to be judged.',
  () => ({}),
)
export const FinalizeInput = changeInput('ComplaintFinalizeInput', 'Judges a dispute.', answerFields)
export const CloseInput = changeInput('ComplaintCloseInput', 'Ends a complaint.', () => ({}))
