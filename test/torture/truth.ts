import { setTimeout as pause } from 'node:timers/promises'
import type { EventType } from '../../src/events/catalog.ts'
import { streamsOf } from '../../src/events/streams.ts'
import { withClient } from '../bench/database.ts'
import { messageKey, type Topic } from './followers.ts'

interface EventRow {
  readonly key: string
  readonly type: EventType
  readonly isInternal: boolean
  readonly ticketId: string | null
  readonly customerId: string | null
  readonly position: number
}

/** What the database holds in the end: what every follower must have been told, and nothing else. */
export interface Truth {
  expected(topic: Topic): readonly string[]
  /** The keys of all messages that were sent with one, each as often as it is stored. */
  readonly messageIds: readonly string[]
}

/** Reads the log once all of it has its number. `lastOpened`: the ticket whose opening the event streams begin after. */
export async function readTruth(url: string, lastOpened: string): Promise<Truth> {
  return await withClient(url, async (client) => {
    const numbered = async () =>
      (await client.query('select 1 from events where position is null limit 1')).rowCount === 0
    while (!(await numbered())) await pause(50)
    const { rows: events } = await client.query<EventRow>(
      `select 'evt_00000000-0000-7000-8000-' || lpad(to_hex(id), 12, '0') as key, type, is_internal as "isInternal",
         'tkt_' || ticket_id as "ticketId", customer_id as "customerId", position::int from events order by position`,
    )
    const { rows: messages } = await client.query<{ ticketId: string; seq: number; key: string | null }>(
      `select 'tkt_' || ticket_id as "ticketId", seq, client_message_id as key from messages
       where seq is not null order by ticket_id, seq`,
    )
    const opened = events.filter(({ type, ticketId }) => type === 'message.sent' && ticketId === lastOpened)
    const start = opened[0]?.position ?? 0
    const later = events.filter(({ position }) => position > start)
    return {
      messageIds: messages.flatMap(({ key }) => (key === null ? [] : [key])),
      expected(topic) {
        if (topic.kind === 'messages') {
          const own = messages.filter(({ ticketId }) => ticketId === topic.ticketId)
          return own.map(({ seq, key }) => messageKey(seq, key))
        }
        return later.filter((row) => isFor(topic, row, events)).map(({ key }) => key)
      },
    }
  })
}

function isFor(
  topic: Exclude<Topic, { kind: 'messages' }>,
  row: EventRow,
  all: readonly EventRow[],
): boolean {
  const streams = streamsOf(row.type)
  if (topic.kind === 'inbox') return row.ticketId !== null && streams.includes('inbox')
  if (topic.kind === 'customer') {
    const owner = all.find(({ ticketId }) => ticketId === topic.ticketId)?.customerId
    return row.customerId === owner && !row.isInternal && streams.includes('customer')
  }
  return (
    row.ticketId === topic.ticketId && streams.includes('ticket') && (topic.withInternal || !row.isInternal)
  )
}
