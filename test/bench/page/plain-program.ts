import { createServer } from 'node:http'
import SchemaBuilder from '@pothos/core'
import PrismaPlugin, { queryFromInfo } from '@pothos/plugin-prisma'
import { DateTimeResolver } from 'graphql-scalars'
import { createYoga } from 'graphql-yoga'
import { openDatabase } from '../../../src/core/database.ts'
import type { Message as MessageRow, Ticket as TicketRow } from '../../../src/core/prisma/client.ts'
import { Language, TicketStatus } from '../../../src/core/prisma/enums.ts'
import type PrismaTypes from '../../../src/core/prisma/pothos-types.ts'
import { getDatamodel } from '../../../src/core/prisma/pothos-types.ts'
import { readEnv } from '../../../src/env.ts'
import { type Asker, openAskers } from '../askers.ts'
import { listen } from '../serve.ts'

/** Yoga, Pothos and Prisma as their guides put them together, without anything of Opora's but the tables. */

const env = readEnv()
const { prisma, pool } = openDatabase(env.DATABASE_URL ?? '', env.DATABASE_POOL, () => {})
const askerOf = await openAskers(pool)

const builder = new SchemaBuilder<{
  PrismaTypes: PrismaTypes
  Context: { asker: Asker }
  DefaultFieldNullability: false
  Scalars: { DateTime: { Input: Date; Output: Date }; ID: { Input: string; Output: string } }
}>({
  plugins: [PrismaPlugin],
  defaultFieldNullability: false,
  prisma: { client: prisma, dmmf: getDatamodel() },
  // The types of the plugins that Opora uses are global, and one of them asks for its options here too.
} as never)
builder.addScalarType('DateTime', DateTimeResolver)
const Status = builder.enumType(TicketStatus, { name: 'TicketStatus' })
const Locale = builder.enumType(Language, { name: 'Language' })

builder.prismaObject('Customer', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `cus_${id}` }),
    name: t.exposeString('name', { nullable: true }),
    email: t.exposeString('email', { nullable: true }),
    locale: t.expose('locale', { type: Locale }),
    isGuest: t.exposeBoolean('isGuest'),
  }),
})
builder.prismaObject('Operator', {
  fields: (t) => ({ id: t.id({ resolve: ({ id }) => `opr_${id}` }), name: t.exposeString('name') }),
})
builder.prismaObject('Team', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `tea_${id}` }),
    key: t.exposeString('key'),
    name: t.exposeString('name'),
  }),
})
const Author = builder.objectRef<MessageRow>('Author').implement({
  fields: (t) => ({
    kind: t.exposeString('authorKind'),
    id: t.id({
      nullable: true,
      resolve: ({ authorCustomerId, authorOperatorId }) => {
        if (authorCustomerId !== null) return `cus_${authorCustomerId}`
        return authorOperatorId === null ? null : `opr_${authorOperatorId}`
      },
    }),
    name: t.exposeString('authorName', { nullable: true }),
  }),
})
const Message = builder.prismaObject('Message', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `msg_${id}` }),
    seq: t.exposeInt('seq', { nullable: true }),
    kind: t.exposeString('kind'),
    text: t.exposeString('text'),
    author: t.field({ type: Author, resolve: (message) => message }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})
const MessageConnection = builder.objectRef<{ nodes: MessageRow[] }>('MessageConnection').implement({
  fields: (t) => ({ nodes: t.field({ type: [Message], resolve: ({ nodes }) => nodes }) }),
})

const Ticket = builder.prismaObject('Ticket', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `tkt_${id}` }),
    number: t.string({ resolve: ({ serial }) => `T-${String(serial).padStart(6, '0')}` }),
    subject: t.exposeString('subject'),
    topic: t.exposeString('topic'),
    channel: t.exposeString('channel'),
    status: t.expose('status', { type: Status }),
    priority: t.exposeString('priority'),
    language: t.expose('language', { type: Locale }),
    tags: t.exposeStringList('tags'),
    version: t.exposeInt('version'),
    lastSeq: t.exposeInt('lastSeq'),
    lastActivityAt: t.expose('lastActivityAt', { type: 'DateTime' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    customer: t.relation('customer'),
    assignee: t.relation('assignee', { nullable: true }),
    team: t.relation('team', { nullable: true }),
    messages: t.field({
      type: MessageConnection,
      args: { last: t.arg.int({ required: true }) },
      select: ({ last }, _context, nested) =>
        ({
          messages: nested({ where: { seq: { not: null } }, orderBy: { seq: 'desc' }, take: last }, {
            getType: () => 'Message',
            paths: [[{ name: 'nodes' }]],
          } as never),
        }) as never,
      resolve: (ticket) => ({
        nodes: (ticket as unknown as { messages: MessageRow[] }).messages.toReversed(),
      }),
    }),
  }),
})

const PageInfo = builder.objectRef<{ hasNextPage: boolean }>('PageInfo').implement({
  fields: (t) => ({ hasNextPage: t.exposeBoolean('hasNextPage') }),
})
const TicketConnection = builder
  .objectRef<{ nodes: TicketRow[]; pageInfo: { hasNextPage: boolean } }>('TicketConnection')
  .implement({
    fields: (t) => ({
      nodes: t.field({ type: [Ticket], resolve: ({ nodes }) => nodes }),
      pageInfo: t.field({ type: PageInfo, resolve: ({ pageInfo }) => pageInfo }),
    }),
  })
const TicketFilter = builder.inputType('TicketFilter', {
  fields: (t) => ({ statuses: t.field({ type: [Status], required: true }) }),
})

builder.queryType({
  fields: (t) => ({
    tickets: t.field({
      type: TicketConnection,
      args: { filter: t.arg({ type: TicketFilter, required: true }), first: t.arg.int({ required: true }) },
      resolve: async (_root, { filter, first }, context, info) => {
        const { operatorId, teamIds } = context.asker
        const rows = await prisma.ticket.findMany({
          ...queryFromInfo({ context, info, typeName: 'Ticket', paths: [['nodes']] }),
          where: {
            status: { in: filter.statuses },
            OR: [{ assigneeId: operatorId }, { teamId: null }, { teamId: { in: [...teamIds] } }],
          },
          orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
          take: first + 1,
        })
        return { nodes: rows.slice(0, first), pageInfo: { hasNextPage: rows.length > first } }
      },
    }),
  }),
})

const yoga = createYoga({
  schema: builder.toSchema(),
  context: async ({ request }) => ({
    asker: await askerOf(request.headers.get('authorization') ?? undefined),
  }),
})
const server = createServer((request, response) => void yoga(request, response))
listen(server, '/graphql')
