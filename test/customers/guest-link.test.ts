import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { follow } from '../kit/stream.ts'
import { done, guest, mutate, openTicket, operator, outcome, type Person, readTicket } from '../kit/world.ts'
import { link, newBuyer, ticketCount } from './linking.ts'

let server: TestServer
let olga: Person
beforeAll(async () => {
  server = await startTestServer()
  olga = await operator(server, 'olga')
})
afterAll(async () => await server.close())

const uuid = (id: string) => id.slice(4)
describe('a guest who logs in', () => {
  it('keeps the conversation', async () => {
    const visitor = await guest(server, 'Мария')
    const opened = await openTicket(visitor, { text: 'Где посылка?' })
    await done(olga, 'messageSend', { ticketId: opened.id, text: 'Проверяю', keepOpen: true })
    await done(olga, 'messageSend', { ticketId: opened.id, text: 'Завтра', keepOpen: true })
    await done(visitor, 'messagesMarkRead', { ticketId: opened.id, upToSeq: 2 })
    const all =
      'id number version lastSeq unreadCount customerReadSeq messages { nodes { seq text author { kind } } }'
    const before = await readTicket(visitor, opened.id, all)
    const maria = await newBuyer(server)
    expect(await readTicket(maria, opened.id)).toBeNull()
    expect(await link(maria, visitor)).toEqual({
      __typename: 'GuestLinkPayload',
      cursor: expect.any(String),
      customer: { id: maria.id, isGuest: false },
    })
    expect(await readTicket(maria, opened.id, all)).toEqual(before)
    expect(before).toMatchObject({ unreadCount: 1, customerReadSeq: 2, lastSeq: 3 })
    expect(await readTicket(olga, opened.id, 'customer { id }')).toEqual({ customer: { id: maria.id } })
    await done(maria, 'messageSend', { ticketId: opened.id, text: 'Спасибо' })
    expect(await readTicket(maria, opened.id, 'lastSeq')).toEqual({ lastSeq: 4 })
  })

  it('is one event, and one for each ticket', async () => {
    const visitor = await guest(server)
    const tickets = [await openTicket(visitor), await openTicket(visitor)]
    const maria = await newBuyer(server)
    await link(maria, visitor)
    const { rows } = await server.desk.database.pool.query(
      `select type, actor_kind, actor_id, customer_id, data from events where type = 'customer.linked' and customer_id = $1`,
      [uuid(visitor.id)],
    )
    expect(rows).toEqual([
      {
        type: 'customer.linked',
        actor_kind: 'CUSTOMER',
        actor_id: uuid(maria.id),
        customer_id: uuid(visitor.id),
        data: { intoId: uuid(maria.id) },
      },
    ])
    for (const { id } of tickets) {
      expect((await eventsOf(server.desk, id)).at(-1)).toEqual({
        type: 'ticket.linked',
        data: { fromCustomerId: uuid(visitor.id) },
      })
    }
  })

  it('can no longer use the guest’s token, nor go on following with it', async () => {
    const visitor = await guest(server)
    const { id } = await openTicket(visitor)
    const stream = follow(
      server,
      visitor,
      'subscription ($id: ID!) { item: messageSent(ticketId: $id, afterSeq: 0) { seq } }',
      {
        id,
      },
    )
    expect(await stream.next()).toEqual({ seq: 1 })
    await link(await newBuyer(server), visitor)
    const { errors, status } = await visitor.answer('{ viewer { role } }')
    expect([status, errors]).toMatchObject([401, [{ extensions: { code: 'TOKEN_EXPIRED' } }]])
    await done(olga, 'messageSend', { ticketId: id, text: 'Не для гостя' })
    expect(['NOT_VISIBLE', 'TOKEN_EXPIRED']).toContain(await stream.refusal())
    const again = follow(
      server,
      visitor,
      'subscription ($id: ID!) { item: messageSent(ticketId: $id) { seq } }',
      { id },
    )
    await expect(again.next()).rejects.toThrow()
  })

  it('is found by the old id too', async () => {
    const visitor = await guest(server)
    const maria = await newBuyer(server)
    await link(maria, visitor)
    const query = 'query ($id: ID!) { customer(id: $id) { id } node(id: $id) { id } }'
    for (const who of [maria, olga]) {
      expect(await who.ask(query, { id: visitor.id })).toEqual({
        customer: { id: maria.id },
        node: { id: maria.id },
      })
    }
    expect(await (await newBuyer(server)).ask(query, { id: visitor.id })).toEqual({
      customer: null,
      node: null,
    })
  })

  it('gets the same message for a retry of what the guest sent', async () => {
    const visitor = await guest(server)
    const { id } = await openTicket(visitor)
    const input = { ticketId: id, text: 'Алло', clientMessageId: randomUUID() }
    const send = async (by: Person, change: object = {}) =>
      await mutate(by, 'messageSend', { ...input, ...change }, 'message { id seq text } ticket { lastSeq }')
    const first = await send(visitor)
    const maria = await newBuyer(server)
    await link(maria, visitor)
    expect(await unchanged(server.desk, async () => await send(maria))).toEqual(first)
    expect(await unchanged(server.desk, async () => await send(maria, { text: 'Иное' }))).toMatchObject({
      __typename: 'IdempotencyConflict',
      path: ['clientMessageId'],
    })
  })

  it('gets the same ticket for a retry of what the guest opened', async () => {
    const visitor = await guest(server)
    const input = { text: 'Где посылка?', idempotencyKey: randomUUID() }
    const { id } = await openTicket(visitor, input)
    const maria = await newBuyer(server)
    await link(maria, visitor)
    expect((await unchanged(server.desk, async () => await openTicket(maria, input))).id).toBe(id)
    expect(await outcome(maria, 'ticketOpen', { ...input, text: 'Иное' })).toBe('IdempotencyConflict')
  })

  it('keeps the own key where both had used the same one', async () => {
    const [visitor, maria] = [await guest(server), await newBuyer(server)]
    const input = { text: 'Где посылка?', idempotencyKey: randomUUID() }
    await openTicket(visitor, input)
    const { id } = await openTicket(maria, input)
    await link(maria, visitor)
    expect((await openTicket(maria, input)).id).toBe(id)
    expect(await ticketCount(server, maria)).toBe(2)
  })

  it('may edit what the guest wrote', async () => {
    const visitor = await guest(server)
    const { message } = await done<{ message: { id: string } }>(
      visitor,
      'ticketOpen',
      { text: 'Где посылка?' },
      'message { id }',
    )
    const maria = await newBuyer(server)
    await link(maria, visitor)
    const input = { messageId: message.id, text: 'Где мой заказ?' }
    expect(await done(maria, 'messageEdit', input, 'message { text }')).toMatchObject({
      message: { text: 'Где мой заказ?' },
    })
  })
})
