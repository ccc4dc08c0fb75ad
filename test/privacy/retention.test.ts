import { afterAll, beforeAll, expect, it } from 'vitest'
import { scanned, upload } from '../attachments/uploading.ts'
import { type Cast, castOf, ticketIn } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, openTicket, readTicket } from '../kit/world.ts'
import { note, send, uuidOf } from '../messages/entries.ts'
import { hurry } from './erasing.ts'
import { pathsIn } from './seeds.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer({ RETENTION_CLOSED_TICKETS_DAYS: '30', ARCHIVE_RETENTION_DAYS: '400' })
  cast = await castOf(server)
})
afterAll(async () => await server.close())

/** Makes a timer due now, and waits until it is set for its next time. */
async function sweep(kind: string): Promise<void> {
  const { pool } = server.desk.database
  await pool.query('update due set due_at = now() where kind = $1', [kind])
  await until(async () => {
    const { rows } = await pool.query<{ isSet: boolean }>(
      `select due_at > now() + interval '30 minutes' as "isSet" from due where kind = $1`,
      [kind],
    )
    return rows[0]?.isSet === true
  })
}

const fields = 'status subject erasedAt tags messages { nodes { text } } notes { nodes { text } }'
const read = async (id: string) =>
  await readTicket<{ status: string; subject: string; erasedAt: string | null }>(cast.supervisor, id, fields)

async function closeDaysAgo(ticketId: string, days: number): Promise<void> {
  await done(cast.operator, 'ticketResolve', { ticketId, resolution: 'FIXED' })
  await done(cast.operator, 'ticketClose', { ticketId })
  await server.desk.database.pool.query(
    `update tickets set closed_at = now() - make_interval(secs => $2) where id = $1`,
    [uuidOf(ticketId), days * 86_400],
  )
}

it('the words and files of tickets go when they were closed long enough ago, and of no others', async () => {
  const file = await upload(cast.ownBuyer)
  await scanned(cast.ownBuyer, file)
  const { id: old } = await openTicket(cast.ownBuyer, { text: 'старое', attachmentIds: [file] })
  await note(cast.operator, old, 'тоже старое')
  await done(cast.operator, 'ticketUpdate', { ticketId: old, tags: ['Анна'] }, '__typename')
  await server.desk.database.pool.query(
    `insert into messages (id, ticket_id, seq, author_kind, text)
     select gen_random_uuid(), $1, n, 'CUSTOMER', 'слово ' || n from generate_series(2, 250) as n`,
    [uuidOf(old)],
  )
  const { id: young } = await openTicket(cast.ownBuyer, { text: 'новое' })
  const { id: open } = await ticketIn(cast, 'OPEN')
  await closeDaysAgo(old, 30.1)
  await closeDaysAgo(young, 29.9)
  await sweep('retention.sweep')
  const gone = await read(old)
  expect(gone).toMatchObject({ status: 'CLOSED', subject: '…', tags: [], notes: { nodes: [{ text: '' }] } })
  expect(gone?.erasedAt).not.toBe(null)
  const { rows } = await server.desk.database.pool.query(
    `select count(*)::int as kept, count(*) filter (where text <> '')::int as words from messages where ticket_id = $1`,
    [uuidOf(old)],
  )
  expect(rows).toEqual([{ kept: 251, words: 0 }])
  await until(async () => {
    await hurry(server)
    return (await pathsIn(server)).length === 0
  })
  expect(await read(young)).toMatchObject({
    subject: 'новое',
    erasedAt: null,
    messages: { nodes: [{ text: 'новое' }] },
  })
  expect(await read(open)).toMatchObject({ subject: 'Где посылка?', erasedAt: null })
})

it('it is done once and told once, as the system’s doing, also to the customer', async () => {
  await sweep('retention.sweep')
  const { rows } = await server.desk.database.pool.query(
    `select actor_kind, is_internal, data from events where type = 'ticket.erased'`,
  )
  expect(rows).toEqual([
    { actor_kind: 'SYSTEM', is_internal: false, data: { cause: 'RETENTION', messageCount: 2 } },
  ])
})

it('whoever comes back to such a ticket begins a new one that says nothing of it', async () => {
  const { rows } = await server.desk.database.pool.query<{ id: string }>(
    'select id from tickets where erased_at is not null',
  )
  const { ticket } = await send(cast.ownBuyer, `tkt_${rows[0]?.id}`, 'снова я')
  expect(await readTicket(cast.supervisor, ticket.id, 'subject status')).toEqual({
    subject: '…',
    status: 'NEW',
  })
})

it('events leave the archive when they are past its own retention', async () => {
  const { pool } = server.desk.database
  await pool.query(
    `insert into events_archive (id, position, type, is_internal, actor_kind, data, occurred_at)
     select -n, -n, 'ticket.tagged', true, 'SYSTEM', '{}', now() - make_interval(days => 398 + n)
     from generate_series(1, 3) as n`,
  )
  await sweep('log.archive')
  expect((await pool.query('select position::int from events_archive')).rows).toEqual([{ position: -1 }])
})
