import { afterAll, beforeAll, expect, it } from 'vitest'
import { withClient } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, type Person } from '../kit/world.ts'
import { send, uuidOf } from '../messages/entries.ts'
import { leaders, type Numbered, twoNodes, wholeLog } from './nodes.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startTestServer({ DATABASE_POOL: '20' })
  anna = await buyer(server, 'anna')
})
afterAll(async () => await server.close())

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** The place of each public message of a ticket, in the order of the log. */
const seqsOf = (log: readonly Numbered[], ticketId: string) =>
  log.flatMap((event) => (event.ticketId === uuidOf(ticketId) && event.seq !== null ? [event.seq] : []))

it('numbers what 50 writers commit without a gap, each ticket in the order of its messages', async () => {
  const tickets = await Promise.all(numbersTo(10).map(async () => await openTicket(anna)))
  const write = async (writer: number) => {
    for (const n of numbersTo(2)) {
      const { id } = tickets[(writer + n) % 10] ?? { id: '' }
      await send(anna, id, `${writer}/${n}`)
    }
  }
  await Promise.all(numbersTo(50).map(write))
  const log = await wholeLog(server.desk)
  expect(log.map(({ position }) => position)).toEqual(numbersTo(10 * 2 + 100))
  for (const { id } of tickets) expect(seqsOf(log, id)).toEqual(numbersTo(11))
})

it('does not wait for a transaction that stays open, and numbers it when it commits', async () => {
  const { id } = await openTicket(anna)
  const before = (await wholeLog(server.desk)).length
  await withClient(server.desk.database.url, async (client) => {
    await client.query('begin')
    const { rows } = await client.query<{ id: string }>(
      `insert into events (type, actor_kind, data) values ('customer.linked', 'SYSTEM', '{}') returning id`,
    )
    for (const n of numbersTo(5)) await send(anna, id, `${n}`)
    const log = await wholeLog(server.desk)
    expect(log).toHaveLength(before + 5)
    const late = Number(rows[0]?.id)
    expect(log.slice(before).every((event) => event.id > late)).toBe(true)
    await client.query('commit')
    await until(async () => (await wholeLog(server.desk)).length === before + 6)
    expect((await wholeLog(server.desk)).at(-1)).toMatchObject({ position: before + 6, id: late })
  })
})

it('is led by one of two nodes, and by the other when that one is closed', async () => {
  const { first, second } = await twoNodes()
  const [leader] = await leaders(first.desk)
  const people = [await buyer(first, 'anna'), await buyer(second, 'anna')] as const
  const { id } = await openTicket(people[0])
  await Promise.all(numbersTo(20).map(async (n) => await send(people[n % 2 === 0 ? 0 : 1], id, `${n}`)))
  expect((await wholeLog(second.desk)).map(({ position }) => position)).toEqual(numbersTo(22))
  expect(await leaders(second.desk)).toEqual([leader])
  // The other one has asked for nothing but the lead.
  const others = async () =>
    await second.desk.database.pool.query<{ query: string }>(
      `select query from pg_stat_activity
       where datname = current_database() and application_name = 'opora-sequencer' and pid <> $1`,
      [leader],
    )
  await until(async () => (await others()).rows.some(({ query }) => query !== ''))
  expect((await others()).rows).toEqual([{ query: 'select pg_try_advisory_lock($1) as locked' }])

  await first.close()
  const closedAt = Date.now()
  for (const n of numbersTo(5)) await send(people[1], id, `После ${n}`)
  const log = await wholeLog(second.desk)
  expect(Date.now() - closedAt).toBeLessThan(5_000)
  expect(log.map(({ position }) => position)).toEqual(numbersTo(27))
  expect(seqsOf(log, id)).toEqual(numbersTo(26))
  const [heir] = await leaders(second.desk)
  expect(heir).not.toBe(leader)
})
