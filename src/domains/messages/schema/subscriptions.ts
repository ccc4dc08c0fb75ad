import { decodeIdOf } from '../../../core/ids.ts'
import type { Prisma } from '../../../core/prisma/client.ts'
import { Shared } from '../../../events/shared.ts'
import { stoppable } from '../../../events/stoppable.ts'
import { builder } from '../../../graphql/builder.ts'
import { TicketStatusEnum, TopicEnum } from '../../../graphql/enums.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { InboxEvent, TicketEvent } from '../../../graphql/events.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import { knownViewer, viewerNow } from '../../../graphql/viewer-of.ts'
import { followTickets, sees } from '../../tickets/live.ts'
import type { SentMessage } from '../live.ts'
import { followMessages, StreamEnded } from '../live.ts'
import { Message } from './type.ts'

const InboxFilter = builder.inputType('InboxFilter', {
  description: 'Which tickets of those the viewer may see. Everything given must hold.',
  fields: (t) => ({
    statuses: t.field({ type: [TicketStatusEnum], required: false, description: 'One of these states.' }),
    topics: t.field({ type: [TopicEnum], required: false, description: 'One of these topics.' }),
    assigneeId: t.id({ required: false, description: 'Of this operator; null for tickets nobody has.' }),
    teamId: t.id({ required: false, description: 'Of this team; null for the common queue.' }),
  }),
})

function inboxWhere(filter: typeof InboxFilter.$inferInput): Prisma.TicketWhereInput {
  const assigneeId = optionalIdOf('Operator', filter.assigneeId)
  const teamId = optionalIdOf('Team', filter.teamId)
  return {
    ...(filter.statuses == null ? {} : { status: { in: filter.statuses } }),
    ...(filter.topics == null ? {} : { topic: { in: filter.topics } }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(teamId === undefined ? {} : { teamId }),
  }
}

const notVisible = () =>
  topLevelError('NOT_VISIBLE', 'There is no such ticket, or it is not visible to you.', { isField: true })

/** @throws the error of a ticket that is not visible when it is no id of one */
export function ticketIdOf(id: string): string {
  const ticketId = decodeIdOf('Ticket', id)
  if (ticketId === null) throw notVisible()
  return ticketId
}

/** Ends a stream with a typed error where it has no room for control types. */
export async function* withTypedEnd<T>(source: AsyncGenerator<T, void, void>): AsyncGenerator<T, void, void> {
  try {
    yield* source
  } catch (error) {
    if (!(error instanceof StreamEnded)) throw error
    if (error.reason === 'NOT_VISIBLE') throw notVisible()
    throw topLevelError('STREAM_RESET', 'afterSeq is not a place of this ticket: read it again.', {
      isField: true,
    })
  }
}

builder.subscriptionFields((t) => ({
  messageSent: t.prismaField({
    description:
      'The public messages of a ticket after a `seq`, then each new one: no gap, no repeat, in order. Never notes. Resume by the last `seq`. Ends with STREAM_RESET (a `seq` that is not of the ticket) or NOT_VISIBLE.',
    type: Message,
    args: {
      ticketId: t.arg.id({ description: 'Of which ticket.' }),
      afterSeq: t.arg.int({
        required: false,
        description: 'The last `seq` the client has; 0 for all; left out: from now.',
      }),
    },
    subscribe: (_root, { ticketId, afterSeq }, context) => {
      const id = ticketIdOf(ticketId)
      return stoppable((signal) =>
        withTypedEnd(
          followMessages(context.desk, {
            ticketId: id,
            afterSeq: afterSeq ?? null,
            viewer: viewerNow(context, knownViewer),
            signal,
          }),
        ),
      ) as never
    },
    resolve: async (query, sent, _args, { desk }) =>
      await desk.database.prisma.message.findUniqueOrThrow({
        ...query,
        where: { id: (sent as SentMessage).messageId },
      }),
  }),
  ticketEvents: t.field({
    description:
      'Everything on one ticket: history after a cursor, `CaughtUp`, then live. Buyers get what is public, the desk notes too.',
    type: TicketEvent,
    args: {
      ticketId: t.arg.id({ description: 'Which ticket.' }),
      after: t.arg.string({
        required: false,
        description: 'A cursor of any stream or write; left out: from now.',
      }),
    },
    subscribe: async (_root, args, context) => {
      const ticketId = ticketIdOf(args.ticketId)
      const viewer = viewerNow(context, knownViewer)
      if (!(await sees(context.desk, await viewer(), new Shared([ticketId]), ticketId))) throw notVisible()
      const after = args.after ?? null
      return stoppable((signal) =>
        followTickets(context.desk, { ticketId, filter: {}, after, viewer, signal }),
      )
    },
    resolve: (item) => item,
  }),
  inboxEvents: t.field({
    description:
      'What happens on the tickets the viewer may see. For the desk and for partners with `tickets:read`.',
    type: InboxEvent,
    authScopes: { $any: { staff: true, service: 'tickets:read' } },
    args: {
      filter: t.arg({ type: InboxFilter, required: false, description: 'Which tickets.' }),
      after: t.arg.string({
        required: false,
        description: 'A cursor of any stream or write; left out: from now.',
      }),
    },
    subscribe: (_root, { filter, after }, context) =>
      stoppable((signal) =>
        followTickets(context.desk, {
          ticketId: null,
          filter: inboxWhere(filter ?? {}),
          after: after ?? null,
          viewer: viewerNow(context, knownViewer),
          signal,
        }),
      ),
    resolve: (item) => item,
  }),
}))
