import { builder } from '../../../graphql/builder.ts'
import { ChannelEnum, LanguageEnum, PriorityEnum, TopicEnum } from '../../../graphql/enums.ts'
import { maxAttachments } from '../../attachments/rules.ts'
import { maxCards } from '../rules.ts'

const textDescription = '1–10,000 characters (UTF-16 code units), without NUL and half surrogate pairs.'
const keyDescription = 'A UUID chosen by the sender: any number of retries with it give the one message.'

const wordlessDescription = 'May be empty when the message carries a file or a card.'

const CardInput = builder.inputType('MessageCardInput', {
  description: 'A card of a product or of an order: exactly one of them.',
  fields: (t) => ({
    productId: t.id({ required: false, description: 'The product.' }),
    orderId: t.id({ required: false, description: 'The order, of the ticket’s customer.' }),
  }),
})

type Fields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]
const attachmentIdsField = (t: Fields) =>
  t.idList({
    required: false,
    description: `Files to send with it, at most ${maxAttachments}: uploaded, of the ticket’s customer, by the viewer’s side or the customer, and in no other message or return. One that is still being scanned is shown with its status.`,
  })
const cardsField = (t: Fields) =>
  t.field({
    type: [CardInput],
    required: false,
    description: `Products and orders to show with it, at most ${maxCards}.`,
  })

export const TicketOpenInput = builder.inputType('TicketOpenInput', {
  description: 'Opens a ticket with its first message.',
  fields: (t) => ({
    text: t.string({ description: `The first message: ${textDescription} ${wordlessDescription}` }),
    subject: t.string({
      required: false,
      description: '1–200 characters; the first words of the text when left out.',
    }),
    topic: t.field({ type: TopicEnum, defaultValue: 'OTHER', description: 'The area of the matter.' }),
    channel: t.field({
      type: ChannelEnum,
      defaultValue: 'SITE_CHAT',
      description: 'Where the conversation begins.',
    }),
    language: t.field({ type: LanguageEnum, required: false, description: 'The viewer’s when left out.' }),
    priority: t.field({ type: PriorityEnum, required: false, description: 'For the desk and bots only.' }),
    customerId: t.id({
      required: false,
      description: 'For whom; the desk and bots must say it, a buyer is it.',
    }),
    orderId: t.id({
      required: false,
      description:
        'The order it is about, of the customer’s own. Left out: what the words name is linked, if anything.',
    }),
    deliveryId: t.id({
      required: false,
      description: 'The parcel it is about, of the customer’s own. It brings its order with it.',
    }),
    attachmentIds: attachmentIdsField(t),
    cards: cardsField(t),
    clientMessageId: t.string({ required: false, description: keyDescription }),
    idempotencyKey: t.string({
      required: false,
      description:
        'Chosen by the sender, up to 200 characters, kept 48 hours: retries with it open one ticket.',
    }),
  }),
})

export const MessageSendInput = builder.inputType('MessageSendInput', {
  description: 'Sends a public message.',
  fields: (t) => ({
    ticketId: t.id({ description: 'Into which ticket.' }),
    text: t.string({ description: `${textDescription} ${wordlessDescription}` }),
    clientMessageId: t.string({ required: false, description: keyDescription }),
    lastSeenSeq: t.int({
      required: false,
      description: 'The newest `seq` the operator has seen: newer messages of others refuse the reply.',
    }),
    attachmentIds: attachmentIdsField(t),
    cards: cardsField(t),
    sentAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'The sender’s clock. Information only.',
    }),
    keepOpen: t.boolean({
      defaultValue: false,
      description: 'True keeps the ticket with the desk after an operator’s reply.',
    }),
  }),
})

export const NoteAddInput = builder.inputType('NoteAddInput', {
  description: 'Writes an internal note.',
  fields: (t) => ({
    ticketId: t.id({ description: 'On which ticket.' }),
    text: t.string({ description: textDescription }),
    clientMessageId: t.string({ required: false, description: keyDescription }),
  }),
})

export const MessageEditInput = builder.inputType('MessageEditInput', {
  description: 'Changes the text of one’s own message or note.',
  fields: (t) => ({
    messageId: t.id({ description: 'Which.' }),
    text: t.string({ description: textDescription }),
  }),
})

export const MessageRedactInput = builder.inputType('MessageRedactInput', {
  description: 'Removes the content of a message or note for good.',
  fields: (t) => ({ messageId: t.id({ description: 'Which.' }) }),
})

export const MessagesMarkReadInput = builder.inputType('MessagesMarkReadInput', {
  description: 'Moves the viewer’s read marker, never back.',
  fields: (t) => ({
    ticketId: t.id({ description: 'Of which ticket.' }),
    upToSeq: t.int({ description: 'Everything up to this `seq` was read; at most the ticket’s `lastSeq`.' }),
  }),
})

export const TicketMergeInput = builder.inputType('TicketMergeInput', {
  description: 'Ends a ticket in another one of the same customer.',
  fields: (t) => ({
    ticketId: t.id({ description: 'The one that ends.' }),
    intoTicketId: t.id({ description: 'The one that goes on.' }),
    expectedVersion: t.int({
      required: false,
      description: 'The version of the ending one that the client has seen.',
    }),
  }),
})
