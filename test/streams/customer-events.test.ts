import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { link as linkGuest, newBuyer } from '../customers/linking.ts'
import { toldLog } from '../events/nodes.ts'
import { type Cast, castOf } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { isCaughtUp, type Told, transports } from '../kit/stream.ts'
import { done, guest, openTicket, type Person } from '../kit/world.ts'
import { note, send, uuidOf } from '../messages/entries.ts'
import { customerFields, followCustomer, happen, makeOrder, makeParcel } from './shop.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

interface Item extends Told {
  readonly actor?: { readonly kind: string }
  readonly toOrderStatus?: string
  readonly order?: { readonly id: string } | null
}
const fields = `${customerFields} ... on OrderUpserted { toOrderStatus order { id } }`

/** Something happens to an order of a buyer, as the shop tells it to the stream of `told`. */
async function orderNews(owner: Person, told = owner) {
  const orderId = await makeOrder(server.desk, owner)
  const data = { orderId, from: null, to: 'CREATED' } as const
  const cursor = await happen(server.desk, 'order.upserted', { customerId: uuidOf(told.id) }, data)
  return { orderId, id: `ord_${orderId}`, cursor }
}
const newsOf = ({ id }: { id: string }) => ({
  __typename: 'OrderUpserted',
  type: 'order.upserted',
  actor: { kind: 'SYSTEM' },
  toOrderStatus: 'CREATED',
  order: { id },
})

describe.each(transports)('customerEvents over %s', (transport) => {
  const follow = (by: Person, after?: string) =>
    followCustomer<Item>(server, by, after, { transport, fields })

  it('gives history after a cursor, CaughtUp, then what happens; resumed, nothing twice and nothing lost', async () => {
    const anna = await newBuyer(server)
    const known = await orderNews(anna)
    const missed = await orderNews(anna)
    await toldLog(server.desk)
    const stream = follow(anna, known.cursor)
    expect(await stream.upTo(isCaughtUp)).toMatchObject([newsOf(missed), { __typename: 'CaughtUp' }])
    const live = await orderNews(anna)
    const last = await stream.next()
    expect(last).toMatchObject(newsOf(live))
    await stream.leave()
    const meanwhile = await orderNews(anna)
    await toldLog(server.desk)
    const resumed = follow(anna, last.cursor)
    expect(await resumed.upTo(isCaughtUp)).toMatchObject([newsOf(meanwhile), { __typename: 'CaughtUp' }])
  })

  it('without a cursor begins now; after a cursor that is none says so and goes on', async () => {
    const anna = await newBuyer(server)
    await orderNews(anna)
    await toldLog(server.desk)
    const stream = follow(anna)
    expect(await stream.next()).toMatchObject({ __typename: 'CaughtUp' })
    const reset = follow(anna, 'курсор')
    expect(await reset.upTo(isCaughtUp)).toMatchObject([
      { __typename: 'Reset', reason: 'UNKNOWN_CURSOR' },
      { __typename: 'CaughtUp' },
    ])
    const live = await orderNews(anna)
    for (const one of [stream, reset]) expect(await one.next()).toMatchObject(newsOf(live))
  })

  it('tells nothing of anybody else, live and on replay', async () => {
    const [anna, boris] = [await newBuyer(server), await newBuyer(server)]
    const start = await orderNews(anna)
    await toldLog(server.desk)
    const live = follow(anna, start.cursor)
    await live.upTo(isCaughtUp)
    await orderNews(boris)
    // Told to Anna when it happened, and Boris’s now: policy is that of the moment.
    await orderNews(boris, anna)
    const parcelId = await makeParcel(server.desk, boris, await makeOrder(server.desk, boris))
    const late = { deliveryId: parcelId, orderId: start.orderId }
    await happen(server.desk, 'delivery.late', { customerId: uuidOf(anna.id) }, late)
    const { id: ticketId } = await openTicket(boris)
    await send(boris, ticketId, 'Не для вас')
    const own = await orderNews(anna)
    expect(await live.next()).toMatchObject(newsOf(own))
    await toldLog(server.desk)
    const replayed = await follow(anna, start.cursor).upTo(isCaughtUp)
    expect(replayed).toMatchObject([newsOf(own), { __typename: 'CaughtUp' }])
  })

  it('says of a ticket that is not theirs any more only that it is gone', async () => {
    const [anna, boris] = [await newBuyer(server), await newBuyer(server)]
    const { id } = await openTicket(boris)
    const stream = follow(anna)
    await stream.upTo(isCaughtUp)
    const subjects = { ticketId: uuidOf(id), customerId: uuidOf(anna.id) }
    await happen(server.desk, 'messages.read', subjects, { side: 'CUSTOMER', readSeq: 1 })
    expect(await stream.next()).toEqual({ __typename: 'Removed', cursor: expect.any(String), subjectId: id })
  })

  it('never tells of notes and inner matters', async () => {
    const anna = await newBuyer(server)
    const { id } = await openTicket(anna)
    await toldLog(server.desk)
    const stream = follow(anna)
    await stream.upTo(isCaughtUp)
    await note(cast.supervisor, id, 'Проверить склад')
    await done(cast.supervisor, 'ticketUpdate', { ticketId: id, tags: ['важно'] })
    await send(anna, id, 'Есть новости?')
    expect(await stream.next()).toMatchObject({ type: 'message.sent', message: { text: 'Есть новости?' } })
  })

  it('is for guests too, and ends when they log in; what they did is the buyer’s from then on', async () => {
    const visitor = await guest(server)
    const stream = follow(visitor)
    await stream.upTo(isCaughtUp)
    const { id } = await openTicket(visitor, { text: 'Есть 43-й размер?' })
    expect(await stream.next()).toMatchObject({ type: 'ticket.opened' })
    const first = await stream.next()
    expect(first).toMatchObject({ type: 'message.sent', seq: 1 })
    const maria = await newBuyer(server)
    await linkGuest(maria, visitor)
    expect(await stream.refusal()).toBe('TOKEN_EXPIRED')
    await send(maria, id, 'Это снова я')
    await toldLog(server.desk)
    const told = await follow(maria, first.cursor).upTo(isCaughtUp)
    const texts = told.flatMap(({ message }) => message?.text ?? [])
    expect(texts).toEqual(['Это снова я'])
  })

  it('lets go of the log when its follower leaves', async () => {
    const { feed } = server.desk
    const anna = await newBuyer(server)
    const idle = feed.listenerCount
    const stream = follow(anna)
    await stream.upTo(isCaughtUp)
    await until(() => feed.listenerCount === idle + 1)
    await stream.leave()
    await until(() => feed.listenerCount === idle)
  })

  it.each(['operator', 'supervisor', 'service'] as const)('is refused to %s', async (member) => {
    expect(await follow(cast[member]).refusal()).toBe('FORBIDDEN')
  })
})
