import { BotMuted, ChannelClosed, ReplyWindowClosed } from '../../../core/channel-problems.ts'
import {
  AlreadyRedacted,
  AttachmentRefused,
  Conflict,
  IdempotencyConflict,
  IllegalTransition,
  InvalidInput,
  MissedMessages,
  NotFound,
} from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { idOf, optionalIdOf } from '../../../graphql/input.ts'
import { knownViewer, operatorViewer, personViewer } from '../../../graphql/viewer-of.ts'
import { ticketPayload, workScopes } from '../../tickets/schema/mutations.ts'
import { editMessage, redactMessage } from '../actions/change.ts'
import type { Enclosures } from '../actions/enclose.ts'
import { mergeTicket } from '../actions/merge.ts'
import { addNote } from '../actions/note.ts'
import { openTicket } from '../actions/open.ts'
import { markRead } from '../actions/read.ts'
import { sendMessage } from '../actions/send.ts'
import type { Written } from '../actions/write.ts'
import * as inputs from './inputs.ts'
import { Message } from './type.ts'

function messagePayload(name: string, description: string) {
  const ref = ticketPayload<Written>(name, description)
  builder.objectFields(ref, (t) => ({
    message: t.prismaField({
      description: 'The entry as it is now.',
      type: Message,
      resolve: async (query, { messageId }, _args, { desk }) =>
        await desk.database.prisma.message.findUniqueOrThrow({ ...query, where: { id: messageId } }),
    }),
  }))
  return ref
}

/** Undefined when there is nothing beside the words, so that such messages are compared as they always were. */
function enclosuresOf(input: {
  attachmentIds?: readonly string[] | null
  cards?: readonly { productId?: string | null; orderId?: string | null }[] | null
}): Enclosures | undefined {
  const { attachmentIds, cards } = input
  if (!attachmentIds?.length && !cards?.length) return undefined
  return {
    attachmentIds: (attachmentIds ?? []).map((id) => idOf('Attachment', id)),
    cards: (cards ?? []).map(({ productId, orderId }) => ({
      productId: optionalIdOf('Product', productId) ?? undefined,
      orderId: optionalIdOf('Order', orderId) ?? undefined,
    })),
  }
}

const people = { $any: { staff: true, buyer: true } } as const
const repliers = { $any: { staff: true, buyer: true, service: 'tickets:write', bot: true } } as const
const writers = { $any: { staff: true, buyer: true, service: 'tickets:write' } } as const

builder.mutationFields((t) => ({
  ticketOpen: t.field({
    description: 'Opens a ticket with its first message.',
    type: messagePayload('TicketOpenPayload', 'The new ticket and its first message.'),
    authScopes: writers,
    args: { input: t.arg({ type: inputs.TicketOpenInput, description: 'What it is about.' }) },
    errors: { types: [InvalidInput, NotFound, IdempotencyConflict, AttachmentRefused, ChannelClosed] },
    resolve: async (_root, { input }, context) =>
      await openTicket(context.desk, knownViewer(context), {
        text: input.text,
        topic: input.topic,
        channel: input.channel,
        customerId:
          input.customerId == null ? undefined : (optionalIdOf('Customer', input.customerId) ?? null),
        subject: input.subject ?? null,
        language: input.language ?? (context.locale === 'ru' ? 'RU' : 'EN'),
        priority: input.priority ?? null,
        orderId: optionalIdOf('Order', input.orderId),
        deliveryId: optionalIdOf('Delivery', input.deliveryId),
        clientMessageId: input.clientMessageId ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
        enclosures: enclosuresOf(input),
      }),
  }),
  messageSend: t.field({
    description:
      'Sends a public message. To a merged ticket it goes to the target; a buyer’s message to a closed one opens a successor: see `ticket` of the payload. A bot may answer in the tickets of the channel it carries.',
    type: messagePayload('MessageSendPayload', 'The message, and the ticket it landed in.'),
    authScopes: repliers,
    args: { input: t.arg({ type: inputs.MessageSendInput, description: 'Where and what.' }) },
    errors: {
      types: [
        NotFound,
        InvalidInput,
        IllegalTransition,
        IdempotencyConflict,
        MissedMessages,
        AttachmentRefused,
        ChannelClosed,
        ReplyWindowClosed,
        BotMuted,
      ],
    },
    resolve: async (_root, { input }, context) =>
      await sendMessage(context.desk, knownViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        text: input.text,
        clientMessageId: input.clientMessageId ?? null,
        lastSeenSeq: input.lastSeenSeq ?? null,
        sentAt: input.sentAt ?? null,
        keepOpen: input.keepOpen,
        enclosures: enclosuresOf(input),
      }),
  }),
  noteAdd: t.field({
    description: 'Writes an internal note. No buyer ever sees it, by any path.',
    type: messagePayload('NoteAddPayload', 'The note.'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: inputs.NoteAddInput, description: 'Where and what.' }) },
    errors: { types: [NotFound, InvalidInput, IllegalTransition, IdempotencyConflict] },
    resolve: async (_root, { input }, context) =>
      await addNote(context.desk, operatorViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        text: input.text,
        clientMessageId: input.clientMessageId ?? null,
      }),
  }),
  messageEdit: t.field({
    description: 'Changes the text of one’s own message or note; the desk can read what it said before.',
    type: messagePayload('MessageEditPayload', 'The entry after the edit.'),
    authScopes: people,
    args: { input: t.arg({ type: inputs.MessageEditInput, description: 'Which, and the new text.' }) },
    errors: { types: [NotFound, InvalidInput, IllegalTransition, AlreadyRedacted] },
    resolve: async (_root, { input }, context) =>
      await editMessage(context.desk, personViewer(context), {
        messageId: idOf('Message', input.messageId),
        text: input.text,
      }),
  }),
  messageRedact: t.field({
    description:
      'Removes text, history, files and cards of a message or note for good and leaves a mark. Works in every state.',
    type: messagePayload('MessageRedactPayload', 'The entry with its mark.'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: inputs.MessageRedactInput, description: 'Which.' }) },
    errors: { types: [NotFound] },
    resolve: async (_root, { input }, context) =>
      await redactMessage(context.desk, operatorViewer(context), {
        messageId: idOf('Message', input.messageId),
      }),
  }),
  messagesMarkRead: t.field({
    description: 'Moves the viewer’s read marker.',
    type: ticketPayload<{ ticketId: string; eventId: bigint | null }>(
      'MessagesMarkReadPayload',
      'The ticket as read.',
    ),
    authScopes: people,
    args: { input: t.arg({ type: inputs.MessagesMarkReadInput, description: 'Up to where.' }) },
    errors: { types: [NotFound, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await markRead(context.desk, personViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        upToSeq: input.upToSeq,
      }),
  }),
  ticketMerge: t.field({
    description: 'Ends a ticket in another one of the same customer, which gets its messages from now on.',
    type: ticketPayload<{ ticketId: string; eventId: bigint }>('TicketMergePayload', 'The merged ticket.'),
    authScopes: workScopes,
    args: { input: t.arg({ type: inputs.TicketMergeInput, description: 'Which, and into which.' }) },
    errors: { types: [NotFound, Conflict, IllegalTransition, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await mergeTicket(context.desk, knownViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        intoTicketId: idOf('Ticket', input.intoTicketId),
        expectedVersion: input.expectedVersion ?? null,
      }),
  }),
}))
