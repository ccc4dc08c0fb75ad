import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { PrismaPg } from '@prisma/adapter-pg'
import { Kind, visit } from 'graphql'
import { Pool } from 'pg'
import { PrismaClient } from '../../../src/core/prisma/client.ts'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { deskSchema } from '../desk-schema.ts'
import { announce } from '../serve.ts'
import { pageSelect, ticketSelect } from './apollo-selects.mjs'
import { fields, ticketUuid } from './fields.mjs'

/** Apollo Server with Prisma: one Prisma call with everything the question shows, joined by the database. */

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

/** The numbers that pages below a field are asked for with, by the page's name, so that their rows come with the parent's. */
function askedFor({ fieldNodes }) {
  const asked = {}
  visit(fieldNodes[0], {
    Field({ name, arguments: given }) {
      const numbers = given.filter(({ value }) => value.kind === Kind.INT)
      asked[name.value] = Object.fromEntries(numbers.map((one) => [one.name.value, Number(one.value.value)]))
    },
  })
  return asked
}

const visible = ({ operatorId, teamIds }) => ({
  OR: [{ assigneeId: operatorId }, { teamId: null }, { teamId: { in: [...teamIds] } }],
})

const resolvers = {
  ...fields,
  Query: {
    async tickets(_root, { filter, first }, { asker }, info) {
      const rows = await prisma.ticket.findMany({
        relationLoadStrategy: 'join',
        where: { status: { in: filter.statuses }, ...visible(asker) },
        select: pageSelect(askedFor(info)),
        orderBy: [{ lastActivityAt: 'desc' }, { id: 'desc' }],
        take: first + 1,
      })
      return { nodes: rows.slice(0, first), pageInfo: { hasNextPage: rows.length > first } }
    },
    ticket: async (_root, { id }, { asker }, info) =>
      await prisma.ticket.findFirst({
        relationLoadStrategy: 'join',
        where: { id: ticketUuid(id), ...visible(asker) },
        select: ticketSelect(askedFor(info)),
      }),
  },
  Ticket: {
    ...fields.Ticket,
    messages: ({ messages }) => ({ nodes: messages.toReversed() }),
    returns: ({ returns }) => ({ nodes: returns }),
  },
  Delivery: { ...fields.Delivery, events: ({ events }) => ({ nodes: events.toReversed() }) },
}

const server = new ApolloServer({ typeDefs: deskSchema, resolvers, introspection: false })
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => ({ asker: await askerOf(req.headers.authorization) }),
})
announce(url)
