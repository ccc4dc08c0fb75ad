import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../src/events/desk.ts'
import { newBuyer } from '../customers/linking.ts'
import { cut, toldLog, twoNodes } from '../events/nodes.ts'
import { withClient } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, done, openTicket, type Person, readTicket, supervisor } from '../kit/world.ts'
import { uuidOf } from '../messages/entries.ts'
import { happen, link, makeOrder, makeParcel, type ParcelColumns } from './shop.ts'

let server: TestServer
let sergey: Person
beforeAll(async () => {
  server = await startTestServer()
  sergey = await supervisor(server)
})
afterAll(async () => await server.close())

const may = new Date('2026-05-09T12:00:00.000Z')
const late: ParcelColumns = {
  status: 'IN_TRANSIT',
  isLate: true,
  promisedTo: may,
}
const ready: ParcelColumns = {
  status: 'READY_FOR_PICKUP',
  pickupPointName: 'Тверская, 1',
  storedUntil: may,
}

const isLate = async (desk: Desk, { id }: Person, parcel: { deliveryId: string; orderId: string }) =>
  await happen(desk, 'delivery.late', { customerId: uuidOf(id) }, parcel)
const hasArrived = async (desk: Desk, { id }: Person, parcel: { deliveryId: string; orderId: string }) =>
  await happen(
    desk,
    'delivery.statusChanged',
    { customerId: uuidOf(id) },
    { ...parcel, from: 'IN_TRANSIT', to: 'READY_FOR_PICKUP' },
  )

/** Waits until all that was told of parcels has been reacted to. */
async function reacted(desk: Desk): Promise<void> {
  await toldLog(desk)
  const { pool } = desk.database
  await until(async () => {
    const { rows } = await pool.query<{ isDone: boolean }>(
      `select position >= (select max(position) from events where type like 'delivery.%') as "isDone"
       from consumers where name = 'tickets'`,
    )
    return rows[0]?.isDone === true
  })
}

/** What the system has written into a ticket. */
async function lines(desk: Desk, ticketId: string): Promise<string[]> {
  const rows = await desk.database.prisma.message.findMany({
    where: { ticketId: uuidOf(ticketId), kind: 'SYSTEM' },
    orderBy: { seq: 'asc' },
  })
  return rows.map(({ text }) => text)
}

let count = 0
/** A parcel of a buyer’s, and a ticket on it. */
async function scene(desk: Desk, by: Person, columns: ParcelColumns, language: 'RU' | 'EN' = 'RU') {
  const orderId = await makeOrder(desk, by)
  count += 1
  const trackingNumber = `CDEK-${count}`
  const deliveryId = await makeParcel(desk, by, orderId, { trackingNumber, ...columns })
  const { id } = await openTicket(by, { text: 'Есть вопрос', language })
  await link(desk, id, orderId, deliveryId)
  return { id, orderId, trackingNumber, parcel: { deliveryId, orderId } }
}

describe('the buyer’s open ticket is told', () => {
  it.each([
    ['RU', 'Ваша посылка № задерживается: её ждали не позже 9 мая 2026. Приносим извинения и следим за ней.'],
    ['EN', 'Your parcel № is late: it was expected by 9 May 2026. We are sorry, and keep an eye on it.'],
  ] as const)('in %s that the parcel is late', async (language, words) => {
    const { desk } = server
    const anna = await newBuyer(server)
    const { id, parcel, trackingNumber } = await scene(desk, anna, late, language)
    await isLate(desk, anna, parcel)
    await reacted(desk)
    const text = words.replace('№', trackingNumber)
    expect(await lines(desk, id)).toEqual([text])
    const fields = 'lastSeq unreadCount messages { nodes { seq kind text author { kind } } }'
    expect(await readTicket(anna, id, fields)).toMatchObject({
      lastSeq: 2,
      messages: { nodes: [{ seq: 1 }, { seq: 2, kind: 'SYSTEM', text, author: { kind: 'SYSTEM' } }] },
    })
  })

  it.each([
    ['RU', 'Ваша посылка № прибыла в пункт выдачи «Тверская, 1» и хранится там до 9 мая 2026.'],
    ['EN', 'Your parcel № has arrived at the pickup point “Тверская, 1” and is kept there until 9 May 2026.'],
  ] as const)('in %s that it has arrived at the pickup point', async (language, words) => {
    const { desk } = server
    const anna = await newBuyer(server)
    const { id, parcel, trackingNumber } = await scene(desk, anna, ready, language)
    await hasArrived(desk, anna, parcel)
    await reacted(desk)
    expect(await lines(desk, id)).toEqual([words.replace('№', trackingNumber)])
  })

  it('of a parcel of its order, in the one that was opened last', async () => {
    const { desk } = server
    const anna = await newBuyer(server)
    const { id, orderId } = await scene(desk, anna, late)
    const deliveryId = await makeParcel(desk, anna, orderId, ready)
    const tickets = [await openTicket(anna), await openTicket(anna)]
    for (const ticket of tickets) await link(desk, ticket.id, orderId)
    await hasArrived(desk, anna, { deliveryId, orderId })
    await reacted(desk)
    const counts = [id, ...tickets.map((ticket) => ticket.id)].map(
      async (one) => (await lines(desk, one)).length,
    )
    expect(await Promise.all(counts)).toEqual([0, 0, 1])
  })
})

describe('nothing is written', () => {
  it.each([
    ['is not late any more', isLate, { ...late, isLate: false }],
    ['has arrived meanwhile', isLate, { ...late, status: 'DELIVERED' }],
    ['was fetched meanwhile', hasArrived, { ...ready, status: 'DELIVERED' }],
  ] as const)('of a parcel that %s', async (_name, tell, columns) => {
    const { desk } = server
    const anna = await newBuyer(server)
    const { id, parcel } = await scene(desk, anna, columns)
    await tell(desk, anna, parcel)
    await reacted(desk)
    expect(await lines(desk, id)).toEqual([])
  })

  it('into a closed ticket, and into somebody else’s', async () => {
    const { desk } = server
    const [anna, boris] = [await newBuyer(server), await newBuyer(server)]
    const { id, orderId, parcel } = await scene(desk, anna, late)
    await done(sergey, 'ticketResolve', { ticketId: id, resolution: 'ANSWERED' })
    await done(sergey, 'ticketClose', { ticketId: id })
    const foreign = await openTicket(boris)
    await link(desk, foreign.id, orderId, parcel.deliveryId)
    await isLate(desk, anna, parcel)
    await reacted(desk)
    expect([await lines(desk, id), await lines(desk, foreign.id)]).toEqual([[], []])
  })
})

describe('two nodes', () => {
  /** The connections that wait for a lock to write a message: a reaction in the middle of its work. */
  const waiting = async ({ database: { pool } }: Desk) =>
    (
      await pool.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = current_database() and application_name = 'opora'
         and wait_event_type = 'Lock' and query ilike '%insert into messages%'`,
      )
    ).rows.map(({ pid }) => pid)

  it('write it once, also when one is lost between the event and the line', async () => {
    const { first, second } = await twoNodes()
    const { desk } = second
    const anna = await buyer(first, 'anna')
    const { id, parcel } = await scene(first.desk, anna, late)
    await withClient(desk.database.url, async (client) => {
      await client.query('begin; lock table messages in share mode')
      await isLate(first.desk, anna, parcel)
      await until(async () => (await waiting(desk)).length > 0)
      await cut(desk, await waiting(desk))
      await client.query('rollback')
    })
    await reacted(desk)
    await isLate(second.desk, anna, parcel)
    await reacted(desk)
    expect(await lines(desk, id)).toHaveLength(2)
    const { rows } = await desk.database.pool.query<{ type: string }>(
      `select type from events where ticket_id = $1 and type <> 'ticket.opened' order by position`,
      [uuidOf(id)],
    )
    const once = ['ticket.objectChanged', 'message.sent']
    expect(rows.map(({ type }) => type)).toEqual(['message.sent', ...once, ...once])
  })
})
