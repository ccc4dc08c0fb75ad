import type { Desk } from '../../src/events/desk.ts'
import { done, type Person } from '../kit/world.ts'

/** Messages as the API answers them, and as they are stored. */

export interface SendPayload {
  readonly cursor: string
  readonly message: { readonly id: string; readonly seq: number | null; readonly text: string }
  readonly ticket: { readonly id: string; readonly status: string; readonly lastSeq: number }
}
export const sendFields = 'cursor message { id seq text clientMessageId } ticket { id status lastSeq }'

/** Sends a message that must not be refused. */
export async function send(
  by: Person,
  ticketId: string,
  text: string,
  more: object = {},
): Promise<SendPayload> {
  return await done<SendPayload>(by, 'messageSend', { ticketId, text, ...more }, sendFields)
}

export interface NotePayload {
  readonly cursor: string
  readonly message: { readonly id: string; readonly noteSeq: number; readonly afterSeq: number }
}

/** Writes a note that must not be refused. */
export async function note(
  by: Person,
  ticketId: string,
  text: string,
  more: object = {},
): Promise<NotePayload> {
  const fields = 'cursor message { id noteSeq afterSeq }'
  return await done<NotePayload>(by, 'noteAdd', { ticketId, text, ...more }, fields)
}

export interface Entry {
  readonly seq: number
  readonly text: string
  readonly eventId: number
}

/** The stored public messages of a ticket in order, each with the id of its event in the log. */
export async function entriesOf({ database: { pool } }: Desk, ticketId: string): Promise<Entry[]> {
  const { rows } = await pool.query<Entry>(
    `select seq, text, events.id::int as "eventId" from messages
     join events on events.type = 'message.sent' and events.data ->> 'messageId' = messages.id::text
     where messages.ticket_id = $1 and seq is not null order by seq`,
    [uuidOf(ticketId)],
  )
  return rows
}

/** The UUID inside a public id. */
export function uuidOf(id: string): string {
  return id.slice(id.indexOf('_') + 1)
}
