import Fastify from 'fastify'
import { GraphQLScalarType } from 'graphql'
import mercurius from 'mercurius'
import { Pool } from 'pg'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { pageSchema } from '../page/question.ts'
import { announce } from '../serve.ts'

/** Mercurius with JIT and a loader per relation: five prepared statements a page, written by hand. */

const { DATABASE_URL, DATABASE_POOL } = readEnv()
const pool = new Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL })
const askerOf = await openAskers(pool)

async function rows(name, text, values) {
  return (await pool.query({ name, text, values })).rows
}

const ticketColumns = `t.id, serial, subject, topic, channel, status, priority, language, tags, version, last_seq as "lastSeq",
  last_activity_at as "lastActivityAt", created_at as "createdAt", customer_id as "customerId", assignee_id as "assigneeId",
  team_id as "teamId"`

const resolvers = {
  Query: {
    async tickets(_root, { filter, first }, { asker }) {
      const found = await rows(
        'tickets',
        `select ${ticketColumns} from tickets t
         where status = any($1::ticket_status[]) and (assignee_id = $2 or team_id is null or team_id = any($3::uuid[]))
         order by last_activity_at desc, id desc limit $4`,
        [filter.statuses, asker.operatorId, asker.teamIds, first + 1],
      )
      return { nodes: found.slice(0, first), pageInfo: { hasNextPage: found.length > first } }
    },
  },
  DateTime: new GraphQLScalarType({ name: 'DateTime', serialize: (date) => date.toISOString() }),
  Ticket: {
    id: ({ id }) => `tkt_${id}`,
    number: ({ serial }) => `T-${String(serial).padStart(6, '0')}`,
  },
  Customer: { id: ({ id }) => `cus_${id}` },
  Operator: { id: ({ id }) => `opr_${id}` },
  Team: { id: ({ id }) => `tea_${id}` },
  Message: { id: ({ id }) => `msg_${id}`, author: (message) => message },
  Author: {
    kind: ({ authorKind }) => authorKind,
    id: ({ customerId, operatorId }) =>
      customerId !== null ? `cus_${customerId}` : operatorId === null ? null : `opr_${operatorId}`,
    name: ({ authorName }) => authorName,
  },
}

/** The row of each ticket's relation, in the tickets' order. */
function related(key, name, text) {
  return {
    opts: { cache: false },
    async loader(queries) {
      const ids = [...new Set(queries.map(({ obj }) => obj[key]).filter((id) => id !== null))]
      const byId = new Map((await rows(name, text, [ids])).map((row) => [row.id, row]))
      return queries.map(({ obj }) => byId.get(obj[key]) ?? null)
    },
  }
}

const loaders = {
  Ticket: {
    customer: related(
      'customerId',
      'customers',
      'select id, name, email, locale, is_guest as "isGuest" from customers where id = any($1::uuid[])',
    ),
    assignee: related('assigneeId', 'operators', 'select id, name from operators where id = any($1::uuid[])'),
    team: related('teamId', 'teams', 'select id, key, name from teams where id = any($1::uuid[])'),
    messages: {
      opts: { cache: false },
      async loader(queries) {
        const found = await rows(
          'messages',
          `select given.id as "ticketId", m.id, seq, kind, text, author_kind as "authorKind", author_name as "authorName",
             author_customer_id as "customerId", author_operator_id as "operatorId", created_at as "createdAt"
           from unnest($1::uuid[]) as given(id) cross join lateral (
             select * from messages where ticket_id = given.id and seq is not null order by seq desc limit $2
           ) as m`,
          [queries.map(({ obj }) => obj.id), Math.max(...queries.map(({ params }) => params.last))],
        )
        const nodes = new Map(queries.map(({ obj }) => [obj.id, []]))
        for (const message of found) nodes.get(message.ticketId).unshift(message)
        return queries.map(({ obj, params }) => ({ nodes: nodes.get(obj.id).slice(-params.last) }))
      },
    },
  },
}

const app = Fastify()
await app.register(mercurius, {
  schema: pageSchema,
  resolvers,
  loaders,
  jit: 1,
  context: async (request) => ({ asker: await askerOf(request.headers.authorization) }),
})
announce(`${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`)
