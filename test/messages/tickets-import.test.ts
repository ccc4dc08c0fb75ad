import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, eventsOf, unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followInbox, followTicket, isCaughtUp } from '../kit/stream.ts'
import { type Person, readTicket, service } from '../kit/world.ts'
import { send } from './entries.ts'
import { conversation, importAll, isNew, source } from './imports.ts'

let server: TestServer
let cast: Cast
let partner: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  partner = await service(server, 'import:write')
})
afterAll(async () => await server.close())

describe('an import', () => {
  it('writes tickets and messages as they were', async () => {
    const item = conversation('1', {
      ...source(),
      topic: 'DELIVERY',
      channel: 'EMAIL',
      status: 'CLOSED',
      tags: ['важно', 'архив', 'важно'],
    })
    const [imported] = await importAll(partner, [item])
    expect(imported).toMatchObject({ __typename: 'TicketImportPayload', isNew: true })
    const ticket = await readTicket(
      cast.operator,
      imported?.ticket?.id ?? '',
      `status subject topic channel language tags priority version lastSeq lastActivityAt createdAt closedAt
       customer { name isGuest } messages { nodes { seq kind text createdAt author { kind name } } }`,
    )
    expect(ticket).toEqual({
      status: 'CLOSED',
      subject: 'Старое обращение',
      topic: 'DELIVERY',
      channel: 'EMAIL',
      language: 'RU',
      tags: ['важно', 'архив'],
      priority: 'NORMAL',
      version: 1,
      lastSeq: 3,
      lastActivityAt: '2020-01-02T03:04:05.678Z',
      createdAt: '2020-01-02T03:04:05.678Z',
      closedAt: '2020-01-02T03:04:05.678Z',
      customer: { name: 'Анна', isGuest: false },
      messages: {
        nodes: [
          entry(1, 'TEXT', 'Где заказ?', '2020-01-02T03:04:06.000Z', 'CUSTOMER', null),
          entry(2, 'TEXT', 'В пути', '2020-01-02T04:00:00.000Z', 'OPERATOR', 'Ольга'),
          entry(3, 'SYSTEM', 'Заказ выдан', '2020-01-02T03:04:05.678Z', 'SYSTEM', null),
        ],
      },
    })
    const events = await eventsOf(server.desk, imported?.ticket?.id ?? '')
    expect(events).toEqual([{ type: 'ticket.imported', data: { messageCount: 3 } }])
  })
  function entry(
    seq: number,
    kind: string,
    text: string,
    createdAt: string,
    by: string,
    name: string | null,
  ) {
    return { seq, kind, text, createdAt, author: { kind: by, name } }
  }

  it('gives one customer of a source their tickets, and another source its own', async () => {
    const [here, there] = [source(), source()]
    const customer = { customerExternalId: 'К-1' }
    const results = await importAll(partner, [
      conversation('1', { ...here, ...customer }),
      conversation('2', { ...here, ...customer }),
      conversation('1', { ...there, ...customer }),
    ])
    const owners = await Promise.all(
      results.map(async ({ ticket }) => {
        const owned = await readTicket<{ customer: { id: string } }>(
          cast.operator,
          ticket?.id ?? '',
          'customer { id }',
        )
        return owned?.customer.id
      }),
    )
    expect(owners[0]).toBe(owners[1])
    expect(owners[2]).not.toBe(owners[0])
  })

  it('takes 100 at once, and run twice changes nothing', async () => {
    const file = source()
    const items = Array.from({ length: 100 }, (_, n) => conversation(`${n}`, file))
    const first = await importAll(partner, items)
    expect(first.filter(isNew)).toHaveLength(100)
    const again = await unchanged(server.desk, () => importAll(partner, items))
    expect(again).toEqual(first.map((result) => ({ ...result, isNew: false })))
  })

  it('knows an item that stands twice in one call', async () => {
    const item = conversation('1', source())
    const [first, second] = await importAll(partner, [item, item])
    expect([first?.isNew, second?.isNew].sort()).toEqual([false, true])
    expect(first?.ticket).toEqual(second?.ticket)
  })

  it('of the same batch by four at once writes each item once', async () => {
    const file = source()
    const items = Array.from({ length: 30 }, (_, n) => conversation(`${n}`, { ...file, messages: [] }))
    const orders = [items, items.toReversed(), items, items.toSorted(() => Math.random() - 0.5)]
    const results = await Promise.all(orders.map(async (order) => await importAll(partner, order)))
    expect(results.flat().filter(isNew)).toHaveLength(30)
    expect(new Set(results.flat().map(({ ticket }) => ticket?.id)).size).toBe(30)
    const { rows } = await server.desk.database.pool.query(
      `select count(distinct tickets.id)::int as tickets, count(distinct tickets.customer_id)::int as customers,
         count(events.id)::int as events
       from tickets join events on events.ticket_id = tickets.id where source = $1`,
      [file.source],
    )
    expect(rows).toEqual([{ tickets: 30, customers: 30, events: 30 }])
  })

  it('starts no clocks and notifies nobody', async () => {
    const inbox = followInbox(server, cast.supervisor)
    await inbox.upTo(isCaughtUp)
    const file = source()
    const due = async () =>
      (await server.desk.database.pool.query<{ kind: string }>('select kind from due')).rows
    const clocks = await due()
    const statuses = ['OPEN', 'RESOLVED', 'CLOSED']
    const [open] = await importAll(
      partner,
      statuses.map((status) => conversation(status, { ...file, status })),
    )
    expect(await due()).toEqual(clocks)
    // What keeps the house in order runs whatever happens.
    expect(clocks.filter(({ kind }) => !/^(.*\.sweep|log\.archive)$/.test(kind))).toEqual([])
    // The next that the inbox hears of is what happens after it, on an imported ticket too.
    const sent = await send(cast.supervisor, open?.ticket?.id ?? '', 'Продолжим', { keepOpen: true })
    expect(await inbox.next()).toMatchObject({ __typename: 'MessageSent', seq: 4 })
    const stream = followTicket(server, cast.supervisor, { ticketId: sent.ticket.id, after: sent.cursor })
    expect(await stream.next()).toMatchObject({ __typename: 'CaughtUp' })
    await until(async () => (await due()).length === clocks.length)
  })

  it('is found by the search', async () => {
    const word = `архив${randomUUID().slice(0, 8)}`
    const [imported] = await importAll(partner, [
      conversation('1', { ...source(), subject: `Слово ${word}` }),
    ])
    const { tickets } = await cast.operator.ask<{ tickets: { nodes: object[] } }>(
      'query ($search: String) { tickets(filter: { search: $search }) { nodes { id } } }',
      { search: word.toUpperCase() },
    )
    expect(tickets.nodes).toEqual([{ id: imported?.ticket?.id }])
  })
})
