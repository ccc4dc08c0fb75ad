import {
  AlreadyRedacted,
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
import { mergeTicket } from '../actions/merge.ts'
import { addNote } from '../actions/note.ts'
import { openTicket } from '../actions/open.ts'
import { markRead, setTyping } from '../actions/read.ts'
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

const TypingSetPayload = builder.objectRef<{ expiresAt: Date }>('TypingSetPayload').implement({
  description: 'How long the sign lasts.',
  fields: (t) => ({
    expiresAt: t.expose('expiresAt', { description: 'When it ends by itself.', type: 'DateTime' }),
  }),
})

const people = { $any: { staff: true, buyer: true } } as const
const writers = { $any: { staff: true, buyer: true, service: 'tickets:write' } } as const

builder.mutationFields((t) => ({
  ticketOpen: t.field({
    description: 'Opens a ticket with its first message.',
    type: messagePayload('TicketOpenPayload', 'The new ticket and its first message.'),
    authScopes: writers,
    args: { input: t.arg({ type: inputs.TicketOpenInput, description: 'What it is about.' }) },
    errors: { types: [InvalidInput, NotFound, IdempotencyConflict] },
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
        clientMessageId: input.clientMessageId ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
  messageSend: t.field({
    description:
      'Sends a public message. To a merged ticket it goes to the target; a buyer’s message to a closed one opens a successor: see `ticket` of the payload.',
    type: messagePayload('MessageSendPayload', 'The message, and the ticket it landed in.'),
    authScopes: writers,
    args: { input: t.arg({ type: inputs.MessageSendInput, description: 'Where and what.' }) },
    errors: { types: [NotFound, InvalidInput, IllegalTransition, IdempotencyConflict, MissedMessages] },
    resolve: async (_root, { input }, context) =>
      await sendMessage(context.desk, knownViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        text: input.text,
        clientMessageId: input.clientMessageId ?? null,
        lastSeenSeq: input.lastSeenSeq ?? null,
        sentAt: input.sentAt ?? null,
        keepOpen: input.keepOpen,
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
      'Removes text and history of a message or note for good and leaves a mark. Works in every state.',
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
  typingSet: t.field({
    description: 'Tells the followers of `typing` that the viewer writes. Ephemeral: never stored.',
    type: TypingSetPayload,
    authScopes: people,
    args: { input: t.arg({ type: inputs.TypingSetInput, description: 'Where.' }) },
    errors: { types: [NotFound] },
    resolve: async (_root, { input }, context) =>
      await setTyping(context.desk, personViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        isTyping: input.isTyping,
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
