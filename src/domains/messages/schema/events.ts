import type { LogEvent } from '../../../events/catalog.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { AuthorKindEnum, ReaderSideEnum } from '../../../graphql/enums.ts'
import { findTogether } from '../../../graphql/find-together.ts'
import { visibleTickets } from '../../tickets/policy.ts'
import { ticketFactType } from '../../tickets/schema/events.ts'
import { visibleEntries } from '../policy.ts'
import { Message } from './type.ts'

/** A type of fact about one entry, which is shown as it is now. */
function entryFactType<
  T extends
    | 'message.sent'
    | 'note.added'
    | 'message.edited'
    | 'message.redacted'
    | 'note.edited'
    | 'note.redacted',
>(type: T, name: string, description: string) {
  const ref = ticketFactType(type, name, description)
  builder.objectFields(ref, (t) => ({
    message: t.prismaField({
      description: 'The entry as it is now; null if the viewer may no longer see it.',
      type: Message,
      nullable: true,
      resolve: async (query, fact, _args, context) =>
        await findEntry(context, query, (fact.event as LogEvent<'message.edited'>).data.messageId),
    }),
  }))
  return ref
}

export async function findEntry(context: Context, query: object, id: string) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'Message',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.message.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids }, ticket: visibleTickets(viewer) }, visibleEntries(viewer)] },
      }),
  )
}

builder.objectFields(entryFactType('message.sent', 'MessageSent', 'A public message was sent.'), (t) => ({
  seq: t.int({ description: 'Its place in the ticket.', resolve: ({ event }) => event.data.seq }),
  authorKind: t.field({
    description: 'Which side wrote it.',
    type: AuthorKindEnum,
    resolve: ({ event }) => event.data.authorKind,
  }),
}))
entryFactType('message.edited', 'MessageEdited', 'The text of a public message changed.')
entryFactType('message.redacted', 'MessageRedacted', 'The content of a public message was removed for good.')
entryFactType('note.added', 'NoteAdded', 'A note was written. For the desk only.')
entryFactType('note.edited', 'NoteEdited', 'The text of a note changed. For the desk only.')
entryFactType(
  'note.redacted',
  'NoteRedacted',
  'The content of a note was removed for good. For the desk only.',
)

builder.objectFields(ticketFactType('messages.read', 'MessagesRead', 'A side read further.'), (t) => ({
  side: t.field({
    description: 'Which side.',
    type: ReaderSideEnum,
    resolve: ({ event }) => event.data.side,
  }),
  readSeq: t.int({ description: 'Up to which `seq`.', resolve: ({ event }) => event.data.readSeq }),
}))
