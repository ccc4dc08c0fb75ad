import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/core/ids.ts'
import { type Cast, castOf, eventsOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { openTicket, readTicket } from '../kit/world.ts'
import { deliveryOf, linksOf, orderOf } from '../tickets/shop-rows.ts'
import { send } from './entries.ts'

let server: TestServer
let cast: Cast
let order: string
let parcel: string
let otherOrder: string
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  order = await orderOf(server.desk, cast.ownBuyer, 'WB-100200')
  parcel = await deliveryOf(server.desk, cast.ownBuyer, order, 'RA123456785RU')
  otherOrder = await orderOf(server.desk, cast.ownBuyer, '777001')
  await deliveryOf(server.desk, cast.ownBuyer, otherOrder, '80008400000008')
  const foreign = await orderOf(server.desk, cast.otherBuyer, 'WB-900900')
  await deliveryOf(server.desk, cast.otherBuyer, foreign, 'RB000000005CN')
})
afterAll(async () => await server.close())

const links = async (ticketId: string) => await linksOf(server.desk, ticketId)
const nothing = { orderId: null, deliveryId: null }

describe('a number in the words of a new ticket', () => {
  it.each<[string, () => object]>([
    ['Где заказ WB-100200?', () => ({ orderId: order, deliveryId: null })],
    ['где заказ wв-100200', () => ({ orderId: order, deliveryId: null })],
    ['Посылка RA 123 456 785 RU', () => ({ orderId: order, deliveryId: parcel })],
    ['Заказ WB-100200, трек ra123456785ru', () => ({ orderId: order, deliveryId: parcel })],
    ['Заказы 777001 и WB-100200', () => ({ orderId: otherOrder, deliveryId: null })],
    ['Заказ WB-900900, трек RB000000005CN', () => nothing],
    ['Заказ WB-100201', () => nothing],
    ['Где посылка?', () => nothing],
  ])('%j', async (text, expected) => {
    const { id } = await openTicket(cast.ownBuyer, { text })
    expect(await links(id)).toEqual(expected())
  })

  it('is linked by the system, before the message', async () => {
    const { id } = await openTicket(cast.ownBuyer, { text: 'Заказ WB-100200' })
    expect(await eventsOf(server.desk, id)).toMatchObject([
      { type: 'ticket.opened' },
      { type: 'ticket.objectsLinked', data: { orderId: order.slice(4), deliveryId: null } },
      { type: 'message.sent' },
    ])
    expect(await linkers(id)).toEqual(['SYSTEM'])
  })

  it('counts in the subject too, and for whomever it is opened', async () => {
    const forAnna = { customerId: cast.ownBuyer.id, text: 'Звонок', subject: 'Заказ 777001' }
    const { id } = await openTicket(cast.operator, forAnna)
    expect(await links(id)).toEqual({ orderId: otherOrder, deliveryId: null })
    const { id: foreign } = await openTicket(cast.operator, { ...forAnna, customerId: cast.otherBuyer.id })
    expect(await links(foreign)).toEqual(nothing)
  })

  it('does not go before what the opener asks for', async () => {
    const { id } = await openTicket(cast.ownBuyer, { text: 'Заказ WB-100200', orderId: otherOrder })
    expect(await links(id)).toEqual({ orderId: otherOrder, deliveryId: null })
  })
})

describe('a number in a message', () => {
  it('of the customer is linked, once, by the system', async () => {
    const { id, version } = await openTicket(cast.ownBuyer)
    await send(cast.ownBuyer, id, 'Заказ WB-100200')
    expect(await links(id)).toEqual({ orderId: order, deliveryId: null })
    await send(cast.ownBuyer, id, 'И ещё заказ 777001, трек 80008400000008')
    expect(await links(id)).toEqual({ orderId: order, deliveryId: null })
    await send(cast.ownBuyer, id, 'Трек RA123456785RU')
    expect(await links(id)).toEqual({ orderId: order, deliveryId: parcel })
    await send(cast.ownBuyer, id, 'Трек 80008400000008')
    expect(await links(id)).toEqual({ orderId: order, deliveryId: parcel })
    expect(await linkers(id)).toEqual(['SYSTEM', 'SYSTEM'])
    expect(await readTicket(cast.ownBuyer, id, 'version')).toEqual({ version })
  })

  it('of the desk or a bot is not', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    for (const who of [cast.operator, cast.service]) await send(who, id, 'Ваш заказ WB-100200?')
    expect(await links(id)).toEqual(nothing)
  })

  it('of another customer’s order is not', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    await send(cast.ownBuyer, id, 'Заказ WB-900900, трек RB000000005CN')
    expect(await links(id)).toEqual(nothing)
  })

  it('is linked once by any number of retries', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const clientMessageId = newId()
    const sends = Array.from(
      { length: 5 },
      async () => await send(cast.ownBuyer, id, 'Заказ WB-100200', { clientMessageId }),
    )
    await Promise.all(sends)
    expect(await linkers(id)).toEqual(['SYSTEM'])
  })

  it('costs one statement more to look up, and none when there is none', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const { id: linked } = await openTicket(cast.ownBuyer, { deliveryId: parcel })
    const cost = async (ticketId: string, text: string) =>
      (await statementsDuring(server.desk, async () => await send(cast.ownBuyer, ticketId, text))).length
    await cost(id, 'Здравствуйте')
    const plain = await cost(id, 'Где посылка?')
    expect(await cost(id, 'Заказ WB-000000')).toBe(plain + 1)
    const many = Array.from({ length: 100 }, (_, index) => `WB-${index}00000`).join(' ')
    expect(await cost(id, many)).toBe(plain + 1)
    expect(await cost(linked, 'Заказ 777001')).toBe(plain)
  })
})

/** Who linked objects to the ticket, each time. */
async function linkers(ticketId: string): Promise<string[]> {
  const { rows } = await server.desk.database.pool.query<{ kind: string }>(
    `select actor_kind as kind from events where ticket_id = $1 and type = 'ticket.objectsLinked' order by id`,
    [ticketId.slice(4)],
  )
  return rows.map(({ kind }) => kind)
}
