import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import { encodeId } from '../../../core/ids.ts'
import type { Message as MessageRow } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, connectionType, pageArguments } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { Actor } from '../../../graphql/events.ts'
import type { Keyset, Page, PageArguments } from '../../../graphql/keyset.ts'
import { decodeCursor, encodeCursor, pageOf } from '../../../graphql/keyset.ts'
import { perContext } from '../../../graphql/loader.ts'
import { maySeeInternal } from '../../tickets/policy.ts'
import { visibleEntries } from '../policy.ts'
import { tellingOf } from '../timeline/entries.ts'
import type { Place, TimelineRow } from '../timeline/reads.ts'
import { readTimelines } from '../timeline/reads.ts'
import { Message } from './type.ts'

/** An entry as GraphQL shows it, with its message as the selection asks for it. */
interface Item extends Omit<TimelineRow, 'eventId'> {
  /** The event's id in the shape of a UUID, for the cursor. */
  readonly event: string
  readonly message: MessageRow | null
}

const byPlace: Keyset<Item> = {
  name: 'timeline',
  keys: [
    { field: 'event', direction: 'asc', type: 'string' },
    { field: 'seq', direction: 'asc', type: 'int' },
  ],
}
const eventPrefix = '00000000-0000-7000-8000-'

function placeOf(cursor: string | null | undefined): Place | null {
  if (cursor == null) return null
  const [event, seq] = decodeCursor(byPlace, cursor)
  return { eventId: BigInt(`0x${String(event).slice(eventPrefix.length)}`), seq: Number(seq) }
}

const TimelineItem = builder.interfaceRef<Item>('TimelineItem').implement({
  description:
    'One entry of a ticket’s timeline, in the order of the log: a message, a note or something that happened. New types may appear.',
  resolveType: ({ type }) => {
    if (type === 'message.sent') return 'TimelineMessage'
    return type === 'note.added' ? 'TimelineNote' : 'TimelineEvent'
  },
  fields: (t) => ({
    at: t.expose('at', { description: 'When it was written or happened.', type: 'DateTime' }),
    cursor: t.string({
      description: 'Where it stands in the timeline: pass it as `after` or `before`.',
      resolve: (item) => encodeCursor(byPlace, item),
    }),
  }),
})

builder.objectRef<Item>('TimelineMessage').implement({
  description: 'A public message.',
  interfaces: [TimelineItem],
  fields: (t) => ({
    message: t.field({
      description: 'The message as it is now.',
      type: Message,
      resolve: ({ message }) => message as MessageRow,
    }),
  }),
})

builder.objectRef<Item>('TimelineNote').implement({
  description: 'An internal note. For the desk only: nobody else’s timeline has any.',
  interfaces: [TimelineItem],
  fields: (t) => ({
    note: t.field({
      description: 'The note as it is now.',
      type: Message,
      resolve: ({ message }) => message as MessageRow,
    }),
  }),
})

builder.objectRef<Item>('TimelineEvent').implement({
  description: 'Something that happened to the ticket, or to what it is linked to.',
  interfaces: [TimelineItem],
  fields: (t) => ({
    type: t.exposeString('type', { description: 'What happened, such as `ticket.statusChanged`.' }),
    actor: t.field({ description: 'Who did it.', type: Actor, resolve: (item) => item }),
    from: t.string({
      description: 'The state before, of the machine that moved; null when nothing moved.',
      nullable: true,
      resolve: ({ type, data }) => tellingOf(type, data).from ?? null,
    }),
    to: t.string({
      description: 'The state after, of the machine that moved; null when nothing moved.',
      nullable: true,
      resolve: ({ type, data }) => tellingOf(type, data).to ?? null,
    }),
    change: t.string({
      description: 'What happened to a linked object, such as `delivery.late`; null for other entries.',
      nullable: true,
      resolve: ({ type, data }) => tellingOf(type, data).change ?? null,
    }),
    subjectIds: t.idList({
      description:
        'The objects it is about, for `nodes`: an order, a parcel, a return, another ticket. Operators and teams are told to the desk only.',
      resolve: ({ type, data }, _args, { viewer }) =>
        (tellingOf(type, data).about ?? []).flatMap(([kind, id]) => {
          const isHidden = (kind === 'Operator' || kind === 'Team') && !maySeeInternal(viewer)
          return id === null || isHidden ? [] : [encodeId(kind, id)]
        }),
    }),
  }),
})

/** One ticket's page. Those of one field are read together. */
interface Asked {
  readonly ticketId: string
  readonly args: PageArguments
  readonly page: Page<Item>
  /** What is selected of messages. */
  readonly query: object
  /** The field of the operation: it has one selection and one set of arguments. */
  readonly field: string
}

const timelines = perContext<Asked, Item[]>(async (context, asked) => {
  const pages = new Map<Asked, Item[]>()
  for (const group of grouped(asked, ({ field }) => field).values()) {
    const items = grouped(await readPage(context, group), ({ ticketId }) => ticketId)
    for (const one of group) pages.set(one, items.get(one.ticketId) ?? [])
  }
  return asked.map((one) => pages.get(one) ?? [])
})

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}

async function readPage({ desk, viewer }: Context, group: readonly Asked[]): Promise<Item[]> {
  const [one] = group
  if (one === undefined) return []
  const { args, page, query } = one
  const rows = await readTimelines(desk, [...new Set(group.map(({ ticketId }) => ticketId))], {
    take: page.take,
    isBackward: page.isBackward,
    after: placeOf(args.after),
    before: placeOf(args.before),
    withInternal: maySeeInternal(viewer),
  })
  const ids = rows.flatMap(({ messageId }) => (messageId === null ? [] : [messageId]))
  const where = { AND: [{ id: { in: ids } }, visibleEntries(viewer)] }
  const messages = await desk.database.prisma.message.findMany({ ...query, where })
  const byId = new Map(messages.map((message) => [message.id, message]))
  return rows.flatMap(({ eventId, ...row }): Item[] => {
    const message = row.messageId === null ? null : byId.get(row.messageId)
    const event = eventPrefix + eventId.toString(16).padStart(12, '0')
    return message === undefined ? [] : [{ ...row, event, message }]
  })
}

const messageFields = [
  { type: 'TimelineMessage', name: 'message' },
  { type: 'TimelineNote', name: 'note' },
]
const messagePaths = messageFields.flatMap((field) => [
  ['nodes', field],
  ['edges', 'node', field],
])

/** Where a field stands in the operation, whatever the place in lists. */
function fieldOf({ path }: GraphQLResolveInfo): string {
  const keys: string[] = []
  for (let step: typeof path | undefined = path; step !== undefined; step = step.prev) {
    if (typeof step.key === 'string') keys.push(step.key)
  }
  return keys.join(' ')
}

const TimelineConnection = connectionType('TimelineItem', TimelineItem as never)

builder.prismaObjectField('Ticket', 'timeline', (t) =>
  t.field({
    description:
      'Everything on the ticket in one list, oldest first: `last: 20` gives the newest twenty. Messages stand in the order of `seq`, imported ones before all that happened here. Notes and inner matters for the desk only.',
    type: TimelineConnection,
    args: pageArguments,
    select: { id: true },
    resolve: async ({ id: ticketId }, args, context, info) => {
      const page = pageOf(byPlace, args)
      const query = queryFromInfo({ context, info, typeName: 'Message', paths: messagePaths })
      const items = await timelines(context).load({ ticketId, args, page, query, field: fieldOf(info) })
      return connectionOf(page, items)
    },
  }),
)
