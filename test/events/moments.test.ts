import { afterAll, beforeAll, expect, it } from 'vitest'
import { boundsOf } from '../../src/events/moments.ts'
import { readPage } from '../../src/events/page.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => await server.close())

const start = Date.parse('2026-03-01T00:00:00.000Z')
const at = (seconds: number) => new Date(start + seconds * 1_000)

interface Row {
  readonly position: number
  readonly occurredAt: Date
}

/** A log with quiet times and crowded ones, whose later events may have begun up to 15 s sooner; the first are archived. */
async function fillLog(count: number): Promise<Row[]> {
  const { pool } = server.desk.database
  const rows: Row[] = []
  for (let position = 1, seconds = 0; position <= count; position += 1) {
    seconds += position % 50 === 0 ? 900 : 7
    rows.push({ position, occurredAt: at(seconds - ((position * 7) % 16)) })
  }
  const insert = (
    table: string,
  ) => `insert into ${table} (id, position, type, is_internal, actor_kind, data, occurred_at)
    select position, position, 'product.upserted', true, 'SYSTEM', '{}', occurred_at
    from unnest($1::bigint[], $2::timestamptz[]) as given(position, occurred_at)`
  const archived = rows.filter(({ position }) => position <= count / 12)
  const kept = rows.filter(({ position }) => position > count / 12)
  for (const [table, some] of [
    ['events_archive', archived],
    ['events', kept],
  ] as const) {
    await pool.query(insert(table), [
      some.map(({ position }) => position),
      some.map(({ occurredAt }) => occurredAt),
    ])
  }
  await pool.query('update log_head set position = $1, archived = $2', [count, archived.length])
  return rows
}

it('the bounds of a span hold all that occurred in it, and little else', async () => {
  const { pool } = server.desk.database
  expect(await boundsOf(pool, { from: at(0), to: at(1) })).toEqual({ above: 0n, below: 2n ** 63n - 1n })
  const rows = await fillLog(12_000)
  const last = (rows.at(-1)?.occurredAt.getTime() ?? 0) - start
  for (const [fromSeconds, seconds] of [
    [-100, 50],
    [0, 300],
    [4_000, 60],
    [20_000, 5_000],
    [last / 1_000 - 60, 600],
  ]) {
    const [from, to] = [at(fromSeconds ?? 0), at((fromSeconds ?? 0) + (seconds ?? 0))]
    const { above, below } = await boundsOf(pool, { from, to })
    const inBounds = rows.filter(({ position }) => position > above && position < below)
    const wanted = rows.filter(({ occurredAt }) => occurredAt >= from && occurredAt < to)
    expect(inBounds).toEqual(expect.arrayContaining(wanted))
    // A minute of slack at both ends, and 15 s by which events may be out of order.
    const near = rows.filter(
      ({ occurredAt }) =>
        occurredAt.getTime() >= from.getTime() - 76_000 && occurredAt.getTime() < to.getTime() + 76_000,
    )
    expect(near).toEqual(expect.arrayContaining(inBounds))
  }
})

it('a page of the feed looks only where the time is that it is asked for', async () => {
  const wanted = { types: null, ticketId: null, customerIds: null, withInternal: true }
  const read = async (from: Date | null, to: Date | null) =>
    await readPage(server.desk, { ...wanted, from, to }, { after: null, size: 1 })
  const { pool } = server.desk.database
  const { rows } = await pool.query<{ position: string; at: Date }>(
    `select min(events.position) as position, chosen.at from events,
       (select occurred_at as at from events where position = 11990) as chosen
     where occurred_at >= chosen.at group by chosen.at`,
  )
  const position = BigInt(rows[0]?.position ?? 0)
  // More than a page looks at lies before it.
  const late = await read(rows[0]?.at ?? null, null)
  expect(late).toMatchObject({ kind: 'page', events: [{ position }], hasMore: true })
  // All of it was archived: there is nothing, and nothing to go on with.
  expect(await read(null, at(600))).toEqual({ kind: 'page', events: [], end: 12_000n, hasMore: false })
})

it('the end is open while nothing has occurred behind the span', async () => {
  const { pool } = server.desk.database
  const future = at(10_000_000)
  expect(await boundsOf(pool, { from: null, to: future })).toEqual({ above: 0n, below: 2n ** 63n - 1n })
  expect((await boundsOf(pool, { from: future, to: null })).above).toBe(12_000n)
})
