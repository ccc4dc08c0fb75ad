import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followTicket, isCaughtUp } from '../kit/stream.ts'
import { buyer, done, openTicket, operator, type Person, readTicket } from '../kit/world.ts'
import { send, uuidOf } from '../messages/entries.ts'
import { toldLog, twoNodes } from './nodes.ts'

let server: TestServer
let anna: Person
let olga: Person
beforeAll(async () => {
  server = await startTestServer({ REOPEN_WINDOW_SECONDS: '0' })
  anna = await buyer(server, 'anna')
  olga = await operator(server, 'olga')
})
afterAll(async () => await server.close())

interface Timer {
  readonly kind: string
  readonly attempts: number
  readonly waitSeconds: number
}
async function timersOf(subjectId: string, { desk } = server): Promise<Timer[]> {
  const { rows } = await desk.database.pool.query<Timer>(
    `select kind, attempts, extract(epoch from due_at - now())::float as "waitSeconds" from due where subject_id = $1`,
    [subjectId],
  )
  return rows
}

it('a timer does its work, tells of it, and is gone', async () => {
  const { id } = await openTicket(anna)
  await toldLog(server.desk)
  const stream = followTicket(server, anna, { ticketId: id })
  await stream.upTo(isCaughtUp)
  await done(olga, 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
  expect(await stream.next()).toMatchObject({ __typename: 'TicketStatusChanged' })
  expect(await stream.next()).toMatchObject({ __typename: 'TicketStatusChanged' })
  expect(await readTicket(anna, id)).toMatchObject({ status: 'CLOSED' })
  expect(await timersOf(uuidOf(id))).toEqual([])
})

it('a timer that fails is tried again later and later, and the others go on', async () => {
  const { pool } = server.desk.database
  const broken = await openTicket(anna)
  await pool.query(`
    create function fail_closing() returns trigger language plpgsql as
      $$ begin raise exception 'the close of this ticket fails'; end $$;
    create trigger fail_closing before update on tickets for each row
      when (new.id = '${uuidOf(broken.id)}' and new.status = 'CLOSED') execute function fail_closing()`)
  await done(olga, 'ticketResolve', { ticketId: broken.id, resolution: 'FIXED' })
  const timer = async () => (await timersOf(uuidOf(broken.id)))[0]
  await until(async () => ((await timer())?.attempts ?? 0) >= 1)

  const others = await Promise.all(Array.from({ length: 3 }, async () => await openTicket(anna)))
  for (const { id } of others) await done(olga, 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
  for (const { id } of others) {
    await until(async () => (await readTicket(anna, id))?.status === 'CLOSED')
  }

  const pauses: number[] = []
  for (const attempts of [1, 2, 3]) {
    // Does not wait for the pause itself: makes it due at once.
    await pool.query('update due set due_at = now(), attempts = $2 where subject_id = $1', [
      uuidOf(broken.id),
      attempts,
    ])
    await until(async () => ((await timer())?.attempts ?? 0) === attempts + 1)
    pauses.push(Math.round((await timer())?.waitSeconds ?? 0))
  }
  for (const [index, seconds] of [2, 4, 8].entries()) {
    expect(pauses[index]).toBeGreaterThanOrEqual(seconds - 1)
    expect(pauses[index]).toBeLessThanOrEqual(seconds)
  }
  expect(await readTicket(anna, broken.id)).toMatchObject({ status: 'RESOLVED' })

  await pool.query('drop trigger fail_closing on tickets; update due set due_at = now()')
  await until(async () => (await readTicket(anna, broken.id))?.status === 'CLOSED')
  expect(await timer()).toBeUndefined()
})

it('a timer that was set anew has no failures behind it', async () => {
  const { pool } = server.desk.database
  const { id } = await openTicket(anna)
  await done(olga, 'ticketClaim', { ticketId: id })
  const snooze = async (days: number) => {
    const until = new Date(Date.now() + days * 86_400_000).toISOString()
    await done(olga, 'ticketSnooze', { ticketId: id, until })
  }
  await snooze(1)
  await pool.query('update due set attempts = 7 where subject_id = $1', [uuidOf(id)])
  await send(anna, id, 'Не спите')
  expect(await timersOf(uuidOf(id))).toEqual([])
  await snooze(2)
  const [timer] = await timersOf(uuidOf(id))
  expect(timer).toMatchObject({ kind: 'ticket.wake', attempts: 0 })
  expect(timer?.waitSeconds).toBeGreaterThan(86_400 * 1.9)
})

it('each timer fires once, on one of two nodes', async () => {
  const { first, second } = await twoNodes()
  const [boris, roman] = [await buyer(first, 'boris'), await operator(first, 'roman')]
  const tickets = await Promise.all(Array.from({ length: 12 }, async () => await openTicket(boris)))
  for (const { id } of tickets) {
    await done(roman, 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
  }
  const { pool } = second.desk.database
  await pool.query(`update due set due_at = now() where kind = 'ticket.close'`)
  const closed = `select ticket_id from events where data ->> 'to' = 'CLOSED' order by ticket_id`
  await until(async () => (await pool.query(`select 1 from due where kind = 'ticket.close'`)).rowCount === 0)
  const { rows } = await pool.query<{ ticket_id: string }>(closed)
  expect(rows.map(({ ticket_id }) => ticket_id)).toEqual(tickets.map(({ id }) => uuidOf(id)).sort())
})

it('the sweep forgets idempotency keys after two days, and comes back', async () => {
  const { pool } = server.desk.database
  const open = async (idempotencyKey: string) =>
    await openTicket(anna, { text: `Ключ ${idempotencyKey}`, idempotencyKey })
  const [old, young] = [await open('старый'), await open('молодой')]
  const age = `update idempotency_keys set created_at = now() - $2::interval where key = $1`
  await pool.query(age, ['старый', '48 hours 1 minute'])
  await pool.query(age, ['молодой', '47 hours 59 minutes'])
  await pool.query(`update due set due_at = now() where kind = 'idempotency.sweep'`)
  const keys = async () => (await pool.query<{ key: string }>('select key from idempotency_keys')).rows
  await until(async () => (await keys()).length === 1)
  expect(await keys()).toEqual([{ key: 'молодой' }])
  const { rows } = await pool.query<{ minutes: number }>(
    `select round(extract(epoch from due_at - now()) / 60)::int as minutes from due where kind = 'idempotency.sweep'`,
  )
  expect(rows).toEqual([{ minutes: 60 }])
  expect((await open('молодой')).id).toBe(young.id)
  expect((await open('старый')).id).not.toBe(old.id)
})
