import { catalog, type EventType } from '../../../events/catalog.ts'
import type { LogFilter } from '../../../events/page.ts'
import { sharedFor } from '../../../events/shared.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { resetError, topLevelError } from '../../../graphql/errors.ts'
import { cursorAt, Event } from '../../../graphql/events.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import { maxPageSize, pageSize } from '../../../graphql/keyset.ts'
import { readFeed, recordsOf } from '../reads.ts'

const EventFilter = builder.inputType('EventFilter', {
  description: 'Which events. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    types: t.stringList({
      required: false,
      description: 'Of one of these types, such as `message.sent`; one that does not exist is an error.',
    }),
    ticketId: t.id({ required: false, description: 'Of this ticket.' }),
    customerId: t.id({
      required: false,
      description: 'Of this customer, and of the guests that they were before they logged in.',
    }),
    occurredFrom: t.field({ type: 'DateTime', required: false, description: 'Occurred then or later.' }),
    occurredTo: t.field({ type: 'DateTime', required: false, description: 'Occurred before then.' }),
  }),
})

async function filterOf(
  filter: typeof EventFilter.$inferInput,
  { desk }: Context,
): Promise<Omit<LogFilter, 'withInternal'>> {
  const unknown = filter.types?.find((type) => !Object.hasOwn(catalog, type))
  if (unknown !== undefined) {
    throw topLevelError('BAD_USER_INPUT', `filter.types: there are no events of the type ${unknown}.`, {
      isField: true,
    })
  }
  const customerId = optionalIdOf('Customer', filter.customerId) ?? null
  return {
    types: (filter.types as EventType[] | null | undefined) ?? null,
    ticketId: optionalIdOf('Ticket', filter.ticketId) ?? null,
    customerIds: customerId === null ? null : await recordsOf(desk, customerId),
    from: filter.occurredFrom ?? null,
    to: filter.occurredTo ?? null,
  }
}

const EventConnection = connectionType('Event', Event)

builder.queryField('events', (t) =>
  t.field({
    description:
      'The feed for partners (`events:read`) and admins: everything that happens, in the one order that the streams have, with the same ids and cursors. Poll on from `pageInfo.endCursor`, which is given on an empty page too; while `hasNextPage` is true there is more of the log to look at, also when this page is empty. What the desk keeps to itself, and history that was imported, is for admins only. Objects are shown as they are now and by the scopes of who asks: null without them. Ends with STREAM_RESET when a cursor cannot be honoured: `extensions.reason` says why (`ResetReason`), `extensions.cursor` where to go on.',
    type: EventConnection,
    authScopes: { $any: { admin: true, service: 'events:read' } },
    args: {
      after: t.arg.string({
        required: false,
        description:
          'A cursor of this feed, a stream or a write. Left out: from the oldest event that is kept.',
      }),
      first: t.arg.int({
        required: false,
        description: `How many, 1–${maxPageSize}; 20 when left out.`,
      }),
      filter: t.arg({ type: EventFilter, required: false, description: 'Which events.' }),
    },
    resolve: async (_root, { after, first, filter }, context) => {
      const { desk, viewer } = context
      const size = pageSize(first, 'first')
      const wanted = await filterOf(filter ?? {}, context)
      const page = await readFeed(desk, viewer, wanted, { after: after ?? null, size })
      if (page.kind === 'reset') throw resetError(page.reason, cursorAt(desk, page.position))
      const items = page.events.map((event) => ({
        kind: 'event' as const,
        event,
        shared: sharedFor([event]),
      }))
      return {
        edges: items.map((node) => ({ cursor: cursorAt(desk, node.event.position), node })),
        hasNextPage: page.hasMore,
        hasPreviousPage: after != null,
        endCursor: page.end === null ? (after ?? '') : cursorAt(desk, page.end),
        count: null,
      }
    },
  }),
)
