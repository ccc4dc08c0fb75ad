import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { PrismaPg } from '@prisma/adapter-pg'
import { GraphQLScalarType } from 'graphql'
import { Pool } from 'pg'
import { PrismaClient } from '../../../src/core/prisma/client.ts'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { pageSchema } from '../page/question.ts'
import { announce } from '../serve.ts'

/** Apollo Server with Prisma: one Prisma call with everything the page shows, joined by the database. */

const { DATABASE_URL, DATABASE_POOL } = readEnv()
const names = new Map()
const prisma = new PrismaClient({
  adapter: new PrismaPg(
    { connectionString: DATABASE_URL, max: DATABASE_POOL },
    {
      statementNameGenerator: ({ sql }) =>
        names.get(sql) ?? (names.set(sql, `p${names.size}`), names.get(sql)),
    },
  ),
})
const askerOf = await openAskers(new Pool({ connectionString: DATABASE_URL, max: 1 }))

const select = {
  id: true,
  serial: true,
  subject: true,
  topic: true,
  channel: true,
  status: true,
  priority: true,
  language: true,
  tags: true,
  version: true,
  lastSeq: true,
  lastActivityAt: true,
  createdAt: true,
  customer: { select: { id: true, name: true, email: true, locale: true, isGuest: true } },
  assignee: { select: { id: true, name: true } },
  team: { select: { id: true, key: true, name: true } },
}
const messageSelect = {
  id: true,
  seq: true,
  kind: true,
  text: true,
  authorKind: true,
  authorName: true,
  authorCustomerId: true,
  authorOperatorId: true,
  createdAt: true,
}

/** `last` of `tickets { nodes { messages(last: …) } }`, so that the messages come with the tickets. */
function lastOf(info) {
  const [nodes] = info.fieldNodes[0].selectionSet.selections.filter(({ name }) => name.value === 'nodes')
  const messages = nodes?.selectionSet.selections.find(({ name }) => name?.value === 'messages')
  return messages === undefined ? null : Number(messages.arguments[0].value.value)
}

const resolvers = {
  Query: {
    async tickets(_root, { filter, first }, { asker }, info) {
      const last = lastOf(info)
      const rows = await prisma.ticket.findMany({
        relationLoadStrategy: 'join',
        where: {
          status: { in: filter.statuses },
          OR: [{ assigneeId: asker.operatorId }, { teamId: null }, { teamId: { in: [...asker.teamIds] } }],
        },
        select: {
          ...select,
          ...(last !== null && {
            messages: {
              where: { seq: { not: null } },
              orderBy: { seq: 'desc' },
              take: last,
              select: messageSelect,
            },
          }),
        },
        orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
        take: first + 1,
      })
      return { nodes: rows.slice(0, first), pageInfo: { hasNextPage: rows.length > first } }
    },
  },
  DateTime: new GraphQLScalarType({ name: 'DateTime', serialize: (date) => date.toISOString() }),
  Ticket: {
    id: ({ id }) => `tkt_${id}`,
    number: ({ serial }) => `T-${String(serial).padStart(6, '0')}`,
    messages: ({ messages }) => ({ nodes: messages.toReversed() }),
  },
  Customer: { id: ({ id }) => `cus_${id}` },
  Operator: { id: ({ id }) => `opr_${id}` },
  Team: { id: ({ id }) => `tea_${id}` },
  Message: { id: ({ id }) => `msg_${id}`, author: (message) => message },
  Author: {
    kind: ({ authorKind }) => authorKind,
    id: ({ authorCustomerId, authorOperatorId }) =>
      authorCustomerId !== null ? `cus_${authorCustomerId}` : authorOperatorId && `opr_${authorOperatorId}`,
    name: ({ authorName }) => authorName,
  },
}

const server = new ApolloServer({ typeDefs: pageSchema, resolvers, introspection: false })
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => ({ asker: await askerOf(req.headers.authorization) }),
})
announce(url)
