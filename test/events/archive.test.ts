import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archiveAll, archiveBatch } from '../../src/events/archive.ts'
import { follow as followLog } from '../../src/events/follow.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followInbox, followTicket, isCaughtUp } from '../kit/stream.ts'
import { buyer, done, openTicket, type Person, service, supervisor } from '../kit/world.ts'
import { send, uuidOf } from '../messages/entries.ts'
import { page, reset, whole } from '../streams/feed.ts'
import { toldLog } from './nodes.ts'

let server: TestServer
let anna: Person
let sergey: Person
let partner: Person
let ticketId: string
beforeEach(async () => {
  server = await startTestServer({ LOG_RETENTION_DAYS: '30' })
  anna = await buyer(server, 'anna')
  sergey = await supervisor(server)
  partner = await service(server, 'events:read tickets:read')
  ticketId = (await openTicket(anna)).id
  await toldLog(server.desk)
  await consumersAreThrough()
})
afterEach(async () => await server.close())

const sql = async <Row extends object>(text: string, values: unknown[] = []) =>
  (await server.desk.database.pool.query<Row>(text, values)).rows
const at = (value: number) => server.desk.cursors.encode({ kind: 'position', value: BigInt(value) })
const archive = async () => await archiveAll(server.desk.database, 30)
/** Makes everything up to a position so old. */
const age = async (upTo: number, days: string) =>
  await sql(`update events set occurred_at = now() - $2::interval where position <= $1`, [upTo, days])
const positions = async (table: 'events' | 'events_archive') =>
  (await sql<{ position: number }>(`select position::int from ${table} order by position`)).map(
    ({ position }) => position,
  )
const archived = async () =>
  (await sql<{ archived: number }>('select archived::int from log_head')).map((row) => row.archived)[0]

/** As if every consumer had taken all there is: how far it is behind is a test of its own. */
async function consumersAreThrough() {
  await sql('update consumers set position = (select position from log_head)')
}

/** Messages until the log has so many events. */
async function fill(count: number): Promise<void> {
  while ((await toldLog(server.desk)).length < count) await send(anna, ticketId, 'Ещё')
  await consumersAreThrough()
}

describe('the archive', () => {
  it('takes what is past its retention, as it was, and leaves the rest', async () => {
    await fill(8)
    await age(5, '30 days 1 minute')
    const before = await sql('select * from events where position <= 5 order by position')
    expect(await archive()).toBe(5)
    expect(await sql('select * from events_archive order by position')).toEqual(before)
    expect(await positions('events')).toEqual([6, 7, 8])
    expect(await archived()).toBe(5)
    expect(await archive()).toBe(0)
  })

  it('stops at the first that is younger, whatever lies behind it', async () => {
    await fill(6)
    await age(6, '31 days')
    await sql(`update events set occurred_at = now() - interval '29 days 23 hours' where position = 4`)
    expect(await archive()).toBe(3)
    expect(await positions('events')).toEqual([4, 5, 6])
  })

  it('leaves a gap to no stream and no page: what is older than it is a Reset, the border is not', async () => {
    await fill(8)
    await age(5, '31 days')
    await archive()
    for (const begin of [
      (after: string) => followTicket(server, anna, { ticketId, after }),
      (after: string) => followInbox(server, sergey, { after }),
    ]) {
      expect(await begin(at(4)).next()).toMatchObject({ __typename: 'Reset', reason: 'EXPIRED' })
      const told = await begin(at(5)).upTo(isCaughtUp)
      expect(told.map(({ cursor }) => cursor)).toEqual([6, 7, 8, 8].map(at))
    }
    expect(await reset(partner, at(4))).toEqual({ reason: 'EXPIRED', cursor: at(8) })
    for (const after of [at(5), null]) {
      expect((await whole(partner, { after })).map(({ cursor }) => cursor)).toEqual([6, 7, 8].map(at))
    }
    expect((await page(partner, { first: 1 })).pageInfo.hasNextPage).toBe(true)
  })

  it('that comes while history is told is a Reset too, not a gap', async () => {
    const opened = (await toldLog(server.desk)).length
    await sql(
      `insert into events (type, is_internal, ticket_id, actor_kind, data)
       select 'ticket.tagged', true, $1, 'OPERATOR', '{}' from generate_series(1, $2::int)`,
      [uuidOf(ticketId), 420 - opened],
    )
    await toldLog(server.desk)
    await consumersAreThrough()
    await age(415, '31 days')
    const controller = new AbortController()
    const told = followLog(server.desk, {
      topic: { kind: 'ticket', ticketId: uuidOf(ticketId) },
      after: at(0),
      withInternal: true,
      personId: null,
      see: async (event, shared) => ({ kind: 'event', event, shared }),
      seeAgain: async () => null,
      signal: controller.signal,
    })
    const kinds: string[] = []
    for await (const item of told) {
      kinds.push(item.kind === 'event' ? String(item.event.position) : item.kind)
      if (kinds.length === 1) await archive()
      if (item.kind === 'reset') expect(item).toMatchObject({ reason: 'EXPIRED', position: 420n })
      if (item.kind === 'caughtUp') break
    }
    controller.abort()
    // The page under way is told to its end; of the next one nothing is known.
    expect(kinds).toEqual([...Array.from({ length: 200 }, (_, n) => String(n + 1)), 'reset', 'caughtUp'])
  })

  it('never passes a consumer that is behind', async () => {
    await fill(8)
    await age(8, '31 days')
    await sql(`insert into consumers (name, position) values ('slow', 3)`)
    expect(await archive()).toBe(3)
    expect(await positions('events')).toEqual([4, 5, 6, 7, 8])
    await sql(`delete from consumers where name = 'slow'`)
    expect(await archive()).toBe(5)
  })

  it('moves a bounded batch in a transaction, and all of it in many', async () => {
    await fill(4)
    await sql(
      `insert into events (type, is_internal, actor_kind, data, occurred_at)
       select 'product.upserted', true, 'SERVICE', '{"productId": "x"}', now() - interval '31 days'
       from generate_series(1, 4100)`,
    )
    await toldLog(server.desk)
    await consumersAreThrough()
    await age(4, '31 days')
    const { prisma } = server.desk.database
    expect(await prisma.$transaction(async (tx) => await archiveBatch(tx, 30))).toBe(2_000)
    expect(await archived()).toBe(2_000)
    expect(await archive()).toBe(2_104)
    expect(await positions('events')).toEqual([])
    expect(await positions('events_archive')).toEqual(Array.from({ length: 4_104 }, (_, n) => n + 1))
  })

  it('that is broken off has moved nothing; two at once move each event once', async () => {
    await fill(8)
    await age(6, '31 days')
    const { prisma } = server.desk.database
    const broken = prisma.$transaction(async (tx) => {
      await archiveBatch(tx, 30)
      throw new Error('the power went')
    })
    await expect(broken).rejects.toThrow('the power went')
    expect([await positions('events_archive'), await archived()]).toEqual([[], 0])
    expect(await positions('events')).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    const counts = await Promise.all([archive(), archive(), archive()])
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(6)
    expect(await positions('events_archive')).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('the archive’s timer', () => {
  const fire = async () => await sql(`update due set due_at = now() where kind = 'log.archive'`)
  const minutes = async () =>
    (
      await sql<{ minutes: number }>(
        `select round(extract(epoch from due_at - now()) / 60)::int as minutes from due where kind = 'log.archive'`,
      )
    ).map((row) => row.minutes)

  it('archives by itself, and comes back in an hour', async () => {
    await fill(6)
    await age(3, '31 days')
    expect(await minutes()).toEqual([60])
    await fire()
    await until(async () => (await archived()) === 3)
    expect(await minutes()).toEqual([60])
    expect(await positions('events_archive')).toEqual([1, 2, 3])
  })

  it('keeps everything when the retention is 0', async () => {
    const own = await startTestServer({ LOG_RETENTION_DAYS: '0' })
    const boris = await buyer(own, 'boris')
    await openTicket(boris)
    await toldLog(own.desk)
    const { pool } = own.desk.database
    await pool.query('update consumers set position = (select position from log_head)')
    await pool.query(`update events set occurred_at = now() - interval '99 years'`)
    await pool.query(`update due set due_at = now() where kind = 'log.archive'`)
    await until(
      async () =>
        (await pool.query(`select 1 from due where kind = 'log.archive' and due_at > now()`)).rowCount === 1,
    )
    expect((await pool.query('select 1 from events_archive')).rowCount).toBe(0)
    await own.close()
  })
})

it('a write that finds nothing of its ticket in the log any more is answered all the same', async () => {
  await done(sergey, 'ticketClaim', { ticketId })
  const clientMessageId = randomUUID()
  const first = await send(anna, ticketId, 'Один раз', { clientMessageId })
  await toldLog(server.desk)
  await consumersAreThrough()
  await age(1_000, '31 days')
  await archive()
  expect(await positions('events')).toEqual([])
  const { cursor } = await done<{ cursor: string }>(sergey, 'ticketClaim', { ticketId }, 'cursor')
  const again = await send(anna, ticketId, 'Один раз', { clientMessageId })
  expect(again.message).toEqual(first.message)
  const told = async (after: string) => await followTicket(server, anna, { ticketId, after }).next()
  for (const after of [cursor, again.cursor]) expect(isCaughtUp(await told(after))).toBe(true)
  expect(await told(first.cursor)).toMatchObject({ __typename: 'Reset', reason: 'EXPIRED' })
})
