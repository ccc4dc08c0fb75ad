import { createServer } from 'node:http'
import { queryFromInfo } from '@pothos/plugin-prisma'
import { createYoga } from 'graphql-yoga'
import { Pool } from 'pg'
import type { Ticket as TicketRow } from '../../../src/core/prisma/client.ts'
import { readEnv } from '../../../src/env.ts'
import { type Asker, openAskers } from '../askers.ts'
import { listen } from '../serve.ts'
import { builder, prisma, Status } from './builder.ts'
import { Ticket } from './desk-types.ts'

/** Yoga, Pothos and Prisma as their guides put them together. */

const askerOf = await openAskers(new Pool({ connectionString: readEnv().DATABASE_URL, max: 1 }))

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

const visible = ({ operatorId, teamIds }: Asker) => ({
  OR: [{ assigneeId: operatorId }, { teamId: null }, { teamId: { in: [...teamIds] } }],
})

builder.queryFields((t) => ({
  tickets: t.field({
    type: TicketConnection,
    args: { filter: t.arg({ type: TicketFilter, required: true }), first: t.arg.int({ required: true }) },
    resolve: async (_root, { filter, first }, context, info) => {
      const rows = await prisma.ticket.findMany({
        ...queryFromInfo({ context, info, typeName: 'Ticket', paths: [['nodes']] }),
        where: { status: { in: filter.statuses }, ...visible(context.asker) },
        orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
        take: first + 1,
      })
      return { nodes: rows.slice(0, first), pageInfo: { hasNextPage: rows.length > first } }
    },
  }),
  ticket: t.prismaField({
    type: Ticket,
    nullable: true,
    args: { id: t.arg.id({ required: true }) },
    resolve: async (query, _root, { id }, { asker }) =>
      await prisma.ticket.findFirst({ ...query, where: { id: id.slice('tkt_'.length), ...visible(asker) } }),
  }),
}))

const yoga = createYoga({
  schema: builder.toSchema(),
  context: async ({ request }) => ({
    asker: await askerOf(request.headers.get('authorization') ?? undefined),
  }),
})
const server = createServer((request, response) => void yoga(request, response))
listen(server, '/graphql')
