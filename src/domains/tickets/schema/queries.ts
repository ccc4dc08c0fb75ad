import { queryFromInfo } from '@pothos/plugin-prisma'
import { decodeIdOf } from '../../../core/ids.ts'
import type { Prisma, Ticket as TicketRow } from '../../../core/prisma/client.ts'
import { isStorable } from '../../../core/text.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, nodePaths, pageArguments, relatedRows } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import {
  ChannelEnum,
  describedEnum,
  LanguageEnum,
  PriorityEnum,
  TicketStatusEnum,
  TopicEnum,
} from '../../../graphql/enums.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { visibleTickets } from '../policy.ts'
import { searchLimit, searchTickets } from '../reads.ts'
import { serialOf } from '../rules.ts'
import { TicketConnection } from './type.ts'

const maxSearchLength = 200

export const TicketFilter = builder.inputType('TicketFilter', {
  description: 'Which tickets. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    statuses: t.field({ type: [TicketStatusEnum], required: false, description: 'One of these states.' }),
    topics: t.field({ type: [TopicEnum], required: false, description: 'One of these topics.' }),
    channels: t.field({
      type: [ChannelEnum],
      required: false,
      description: 'Begun on one of these channels.',
    }),
    priorities: t.field({ type: [PriorityEnum], required: false, description: 'One of these priorities.' }),
    language: t.field({ type: LanguageEnum, required: false, description: 'In this language.' }),
    assigneeId: t.id({ required: false, description: 'Of this operator; null for tickets nobody has.' }),
    teamId: t.id({ required: false, description: 'Of this team; null for the common queue.' }),
    customerId: t.id({ required: false, description: 'Of this customer.' }),
    orderId: t.id({ required: false, description: 'About this order; null for tickets about none.' }),
    deliveryId: t.id({ required: false, description: 'About this parcel; null for tickets about none.' }),
    tag: t.string({ required: false, description: 'With this label, to the letter. For the desk.' }),
    search: t.string({
      required: false,
      description: `Words of the subject or messages, Russian or English, in any form; up to ${maxSearchLength} characters. Considers the ${searchLimit} matches written to last.`,
    }),
  }),
})

const TicketOrderField = describedEnum<'LAST_ACTIVITY_AT' | 'CREATED_AT'>(
  'TicketOrderField',
  'What tickets are sorted by.',
  {
    LAST_ACTIVITY_AT: 'When the last public message was written.',
    CREATED_AT: 'When the ticket was opened.',
  },
)
const OrderDirection = describedEnum<'ASC' | 'DESC'>('OrderDirection', 'In which direction.', {
  ASC: 'From the smallest or oldest.',
  DESC: 'From the largest or newest.',
})
const TicketOrder = builder.inputType('TicketOrder', {
  description: 'How tickets are sorted; ties are broken by id.',
  fields: (t) => ({
    field: t.field({ type: TicketOrderField, description: 'By what.' }),
    direction: t.field({ type: OrderDirection, description: 'In which direction.' }),
  }),
})

type Order = typeof TicketOrder.$inferInput

function keysetOf(order: Order | null | undefined): Keyset<TicketRow> {
  const { field, direction } = order ?? { field: 'LAST_ACTIVITY_AT', direction: 'DESC' }
  const way = direction === 'ASC' ? 'asc' : 'desc'
  return {
    name: `tickets ${field} ${way}`,
    keys: [
      { field: field === 'CREATED_AT' ? 'createdAt' : 'lastActivityAt', direction: way, type: 'date' },
      { field: 'id', direction: way, type: 'string' },
    ],
  }
}

const nothing = { id: { in: [] } }

/** The where clause of a filter, without policy. */
async function filterTickets(
  filter: typeof TicketFilter.$inferInput,
  { desk, viewer }: Context,
): Promise<Prisma.TicketWhereInput> {
  const { statuses, topics, channels, priorities, language, tag, search } = filter
  const assigneeId = optionalIdOf('Operator', filter.assigneeId)
  const teamId = optionalIdOf('Team', filter.teamId)
  const customerId = optionalIdOf('Customer', filter.customerId)
  const orderId = optionalIdOf('Order', filter.orderId)
  const deliveryId = optionalIdOf('Delivery', filter.deliveryId)
  if (tag != null && viewer.kind !== 'operator')
    throw topLevelError('BAD_USER_INPUT', 'tag is for the desk only.')
  if (search != null && search.length > maxSearchLength) {
    throw topLevelError('BAD_USER_INPUT', `search must not be longer than ${maxSearchLength} characters.`)
  }
  return {
    ...(statuses == null ? {} : { status: { in: statuses } }),
    ...(topics == null ? {} : { topic: { in: topics } }),
    ...(channels == null ? {} : { channel: { in: channels } }),
    ...(priorities == null ? {} : { priority: { in: priorities } }),
    ...(language == null ? {} : { language }),
    ...(assigneeId === undefined ? {} : { assigneeId }),
    ...(teamId === undefined ? {} : { teamId }),
    ...(customerId == null ? {} : { customerId }),
    ...(orderId === undefined ? {} : { orderId }),
    ...(deliveryId === undefined ? {} : { deliveryId }),
    ...(tag == null ? {} : isStorable(tag) ? { tags: { has: tag } } : nothing),
    ...(search == null || search.trim() === '' ? {} : await searchTickets(desk, viewer, search)),
  }
}

builder.queryFields((t) => ({
  ticket: t.prismaField({
    description:
      'One ticket, by id or by the readable number. Null when there is none, or none that the viewer may see.',
    type: 'Ticket',
    nullable: true,
    args: {
      id: t.arg.id({ required: false, description: 'The id.' }),
      number: t.arg.string({ required: false, description: 'The readable number, such as `T-000123`.' }),
    },
    resolve: async (query, _root, { id, number }, { desk, viewer }) => {
      if ((id == null) === (number == null))
        throw topLevelError('BAD_USER_INPUT', 'ticket takes either id or number.')
      const uuid = id == null ? null : decodeIdOf('Ticket', id)
      const serial = number == null ? null : serialOf(number)
      const selection = { ...query }
      if (uuid === null && serial === null) return null
      const key = uuid === null ? { serial: serial ?? 0 } : { id: uuid }
      return await desk.database.prisma.ticket.findFirst({
        ...selection,
        where: { AND: [key, visibleTickets(viewer)] },
      })
    },
  }),
  tickets: t.field({
    description: 'The tickets the viewer may see, those written to last first.',
    type: TicketConnection,
    args: {
      filter: t.arg({ type: TicketFilter, required: false, description: 'Which.' }),
      orderBy: t.arg({ type: TicketOrder, required: false, description: 'How sorted.' }),
      ...pageArguments,
    },
    resolve: async (_root, { filter, orderBy, ...args }, context, info) => {
      const page = pageOf(keysetOf(orderBy), args)
      const { prisma } = context.desk.database
      const where = { AND: [visibleTickets(context.viewer), await filterTickets(filter ?? {}, context)] }
      const query = queryFromInfo({ context, info, typeName: 'Ticket', paths: nodePaths })
      const rows = await prisma.ticket.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows, async (limit) => await prisma.ticket.count({ where, take: limit }))
    },
  }),
}))

const ticketsOf = relatedRows({
  relation: 'tickets',
  type: 'Ticket',
  keyset: keysetOf(null),
  among: ({ viewer }) => visibleTickets(viewer),
})

builder.prismaObjectField('Customer', 'tickets', (t) =>
  t.field({
    description: 'The customer’s tickets that the viewer may see, those written to last first.',
    type: TicketConnection,
    ...ticketsOf,
  }),
)
builder.prismaObjectField('Order', 'tickets', (t) =>
  t.field({
    description: 'The tickets about the order that the viewer may see, those written to last first.',
    type: TicketConnection,
    ...ticketsOf,
  }),
)
builder.prismaObjectField('Delivery', 'tickets', (t) =>
  t.field({
    description: 'The tickets about the parcel that the viewer may see, those written to last first.',
    type: TicketConnection,
    ...ticketsOf,
  }),
)
