import { createServer } from 'node:http'
import { Pool } from 'pg'
import { postgraphile } from 'postgraphile'
import { listOfCodec, TYPES } from 'postgraphile/@dataplan/pg'
import { makePgService } from 'postgraphile/adaptors/pg'
import { connection, context } from 'postgraphile/grafast'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { extendSchema, gql } from 'postgraphile/utils'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { announce } from '../serve.ts'

/**
 * PostGraphile 5 on the tables as they are. Policy, public ids and dates are SQL in plans, so that a page stays one
 * prepared statement without a transaction: row level security with settings per request would cost four round trips.
 */

const { DATABASE_URL, DATABASE_POOL } = readEnv()
const pool = new Pool({ connectionString: DATABASE_URL, max: DATABASE_POOL, options: '-c TimeZone=UTC' })
const askerOf = await openAskers(pool)

const InboxPlugin = extendSchema((build) => {
  const { sql } = build
  const { tickets, messages } = build.pgResources
  const publicId = (prefix) => ($row) =>
    $row.select(sql`${sql.literal(`${prefix}_`)} || ${$row.getClassStep().alias}.id`, TYPES.text, true)
  const iso = (column) => ($row) =>
    $row.select(
      sql`to_char(${$row.getClassStep().alias}.${sql.identifier(column)}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
      TYPES.text,
      true,
    )
  return {
    typeDefs: gql`
      extend type Query { inbox(statuses: [TicketStatus!]!): TicketConnection }
      extend type Ticket {
        publicId: ID! number: String! lastActivityIso: String! createdIso: String!
        publicMessages: MessageConnection
      }
      extend type Customer { publicId: ID! }
      extend type Operator { publicId: ID! }
      extend type Team { publicId: ID! }
      extend type Message { publicId: ID! createdIso: String! author: Author! }
      type Author { kind: AuthorKind! id: ID name: String }
    `,
    objects: {
      Query: {
        plans: {
          inbox(_$root, { $statuses }) {
            const $asker = context().get('asker')
            const $tickets = tickets.find()
            const { alias } = $tickets
            const statuses = $tickets.placeholder(
              $statuses,
              listOfCodec(tickets.codec.attributes.status.codec),
            )
            const operatorId = $tickets.placeholder($asker.get('operatorId'), TYPES.uuid)
            const teamIds = $tickets.placeholder($asker.get('teamIds'), listOfCodec(TYPES.uuid))
            $tickets.where(sql`${alias}.status = any(${statuses})`)
            $tickets.where(
              sql`(${alias}.assignee_id = ${operatorId} or ${alias}.team_id is null or ${alias}.team_id = any(${teamIds}))`,
            )
            $tickets.orderBy({ attribute: 'last_activity_at', direction: 'DESC' })
            $tickets.orderBy({ attribute: 'id', direction: 'DESC' })
            $tickets.setOrderIsUnique()
            // `first` and `last` come with every connection.
            return connection($tickets)
          },
        },
      },
      Ticket: {
        plans: {
          publicId: publicId('tkt'),
          number: ($ticket) =>
            $ticket.select(
              sql`'T-' || lpad(${$ticket.getClassStep().alias}.serial::text, 6, '0')`,
              TYPES.text,
              true,
            ),
          lastActivityIso: iso('last_activity_at'),
          createdIso: iso('created_at'),
          publicMessages($ticket) {
            const $messages = messages.find({ ticket_id: $ticket.get('id') })
            $messages.where(sql`${$messages.alias}.seq is not null`)
            $messages.orderBy({ attribute: 'seq', direction: 'ASC' })
            $messages.setOrderIsUnique()
            return connection($messages)
          },
        },
      },
      Customer: { plans: { publicId: publicId('cus') } },
      Operator: { plans: { publicId: publicId('opr') } },
      Team: { plans: { publicId: publicId('tea') } },
      Message: {
        plans: { publicId: publicId('msg'), createdIso: iso('created_at'), author: ($message) => $message },
      },
      Author: {
        plans: {
          kind: ($message) => $message.get('author_kind'),
          id($message) {
            const { alias } = $message.getClassStep()
            return $message.select(
              sql`coalesce('cus_' || ${alias}.author_customer_id, 'opr_' || ${alias}.author_operator_id)`,
              TYPES.text,
            )
          },
          name: ($message) => $message.get('author_name'),
        },
      },
    },
  }
})

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [InboxPlugin],
  pgServices: [makePgService({ pool })],
  grafast: {
    explain: false,
    context: async (requestContext) => ({
      asker: await askerOf(requestContext.node.req.headers.authorization),
    }),
  },
  grafserv: { graphiql: false, watch: false, websockets: false },
})
const server = createServer()
server.on('error', (error) => console.error(error))
await instance.createServ(grafserv).addTo(server)
server.listen(0, '127.0.0.1', () => announce(`http://127.0.0.1:${server.address().port}/graphql`))
