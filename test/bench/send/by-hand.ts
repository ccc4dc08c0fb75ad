import { createHash } from 'node:crypto'
import type { Pool, PoolClient } from 'pg'
import { v7 } from 'uuid'
import type { Asker } from '../askers.ts'

/** The transaction of a message as one writes it by hand. */

export interface Input {
  readonly ticketId: string
  readonly text: string
  readonly clientMessageId: string
}

export interface Written {
  /** Without its prefix. */
  readonly ticketId: string
  readonly message: { readonly id: string; readonly seq: number; readonly createdAt: Date }
}

const lockTicket = `
  select customer_id, status, last_seq from tickets
  where id = $1 and (assignee_id = $2 or team_id is null or team_id = any($3::uuid[])) for update`
const findKey =
  'select id, seq, body_digest from messages where requested_ticket_id = $1 and client_message_id = $2'
const insertMessage = `
  insert into messages (id, ticket_id, seq, author_kind, author_operator_id, author_name, text, requested_ticket_id,
    client_message_id, body_digest, created_at)
  values ($1, $2, $3, 'OPERATOR', $4, $5, $6, $2, $7, $8, $9)`
const updateTicket = 'update tickets set last_seq = $2, last_activity_at = $3 where id = $1'
const insertEvent = `
  insert into events (type, ticket_id, customer_id, actor_kind, actor_id, data)
  values ('message.sent', $1, $2, 'OPERATOR', $3, $4) returning id`

async function write(client: PoolClient, asker: Asker, input: Input): Promise<Written> {
  const query = async <Row extends object>(name: string, statement: string, values: unknown[]) =>
    await client.query<Row>({ name, text: statement, values })
  const ticketId = input.ticketId.slice('tkt_'.length)
  const digest = createHash('sha256').update(input.text).digest()
  type Ticket = { customer_id: string; status: string; last_seq: number }
  const locked = await query<Ticket>('lock', lockTicket, [ticketId, asker.operatorId, asker.teamIds])
  const [ticket] = locked.rows
  if (ticket === undefined || ticket.status !== 'OPEN') throw new Error('no such ticket, or not an open one')
  const known = await query('key', findKey, [ticketId, input.clientMessageId])
  if (known.rows.length > 0) throw new Error('the bench sends each message once')
  const message = { id: v7(), seq: ticket.last_seq + 1, createdAt: new Date() }
  const { operatorId, name } = asker
  const written = [message.id, ticketId, message.seq, operatorId, name, input.text]
  await query('message', insertMessage, [...written, input.clientMessageId, digest, message.createdAt])
  await query('ticket', updateTicket, [ticketId, message.seq, message.createdAt])
  const facts = { messageId: message.id, seq: message.seq, authorKind: 'OPERATOR' }
  await query('event', insertEvent, [ticketId, ticket.customer_id, operatorId, JSON.stringify(facts)])
  return { message, ticketId }
}

/** Committed when it answers. */
export async function writeByHand(pool: Pool, asker: Asker, input: Input): Promise<Written> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const written = await write(client, asker, input)
    await client.query('commit')
    return written
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
