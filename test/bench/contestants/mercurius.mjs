import Fastify from 'fastify'
import mercurius from 'mercurius'
import { Pool } from 'pg'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { deskSchema } from '../desk-schema.ts'
import { announce } from '../serve.ts'
import { fields, ticketUuid } from './fields.mjs'
import { loadersOver } from './mercurius-loaders.mjs'

/** Mercurius with JIT and a loader per relation: prepared statements, written by hand. */

const { DATABASE_URL, DATABASE_POOL } = readEnv()
const pool = new Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL })
const askerOf = await openAskers(pool)

async function rows(name, text, values) {
  return (await pool.query({ name, text, values })).rows
}

const columns = `id, serial, subject, topic, channel, status, priority, language, tags, version, last_seq as "lastSeq",
  last_activity_at as "lastActivityAt", created_at as "createdAt", resolution, resolved_at as "resolvedAt",
  closed_at as "closedAt", customer_id as "customerId", assignee_id as "assigneeId", team_id as "teamId",
  order_id as "orderId", delivery_id as "deliveryId"`
const visible = '(assignee_id = $1 or team_id is null or team_id = any($2::uuid[]))'

const resolvers = {
  ...fields,
  Query: {
    async tickets(_root, { filter, first }, { asker }) {
      const found = await rows(
        'tickets',
        `select ${columns} from tickets where status = any($3::ticket_status[]) and ${visible}
         order by last_activity_at desc, id desc limit $4`,
        [asker.operatorId, asker.teamIds, filter.statuses, first + 1],
      )
      return { nodes: found.slice(0, first), pageInfo: { hasNextPage: found.length > first } }
    },
    async ticket(_root, { id }, { asker }) {
      const values = [asker.operatorId, asker.teamIds, ticketUuid(id)]
      const [found] = await rows(
        'ticket',
        `select ${columns} from tickets where id = $3 and ${visible}`,
        values,
      )
      return found ?? null
    },
  },
}

const app = Fastify()
await app.register(mercurius, {
  schema: deskSchema,
  resolvers,
  loaders: loadersOver(rows),
  jit: 1,
  context: async (request) => ({ asker: await askerOf(request.headers.authorization) }),
})
announce(`${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`)
