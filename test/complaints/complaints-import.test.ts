import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, eventsOf, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { followInbox, isCaughtUp } from '../kit/stream.ts'
import { done, type Person, service } from '../kit/world.ts'
import { complaint, fields, importComplaints, source } from './imports.ts'
import { insertOrder } from './orders.ts'

let server: TestServer
let cast: Cast
let partner: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  partner = await service(server, 'import:write')
})
afterAll(async () => await server.close())

const importAll = async (complaints: readonly object[], selection?: string) =>
  await importComplaints(partner, complaints, selection)

describe('an import of complaints', () => {
  it('writes the complaint and its conversation as they were', async () => {
    const file = source()
    const item = complaint('1', { source: file, customerName: 'Анна' })
    const [imported] = await importAll(
      [item],
      `${fields} ticket { id subject topic status language createdAt closedAt
        messages { nodes { seq text createdAt author { kind } } } }`,
    )
    expect(imported).toEqual({
      __typename: 'ComplaintImportPayload',
      isNew: true,
      complaint: {
        id: expect.stringMatching(/^cmp_/),
        number: expect.stringMatching(/^C-\d{6}$/),
        about: 'GOODS',
        status: 'CLOSED',
        version: 1,
        resolution: 'APOLOGY',
        relief: null,
        answerDueAt: null,
        answerRule: null,
        escalatedAt: null,
        resolvedAt: '2018-01-03T00:00:00.000Z',
        closedAt: '2018-01-03T00:00:00.000Z',
        createdAt: '2018-01-02T03:04:05.678Z',
        source: file,
        externalId: '1',
        customer: { name: 'Анна', externalId: null },
        ticket: {
          id: expect.stringMatching(/^tkt_/),
          subject: 'Прислали сломанный чайник',
          topic: 'COMPLAINT',
          status: 'CLOSED',
          language: 'RU',
          createdAt: '2018-01-02T03:04:05.678Z',
          closedAt: '2018-01-03T00:00:00.000Z',
          messages: {
            nodes: [
              {
                seq: 1,
                text: 'Прислали сломанный чайник',
                createdAt: '2018-01-02T03:04:05.678Z',
                author: { kind: 'CUSTOMER' },
              },
              {
                seq: 2,
                text: 'Просим прощения',
                createdAt: '2018-01-03T00:00:00.000Z',
                author: { kind: 'OPERATOR' },
              },
            ],
          },
        },
      },
    })
    const ticket = imported?.complaint?.['ticket'] as { id: string } | undefined
    expect(await eventsOf(server.desk, ticket?.id ?? '')).toEqual([
      { type: 'ticket.imported', data: { messageCount: 2 } },
      { type: 'complaint.imported', data: { complaintId: imported?.complaint?.id.slice(4) } },
    ])
  })

  it.each([
    ['RECEIVED', null, 'OPEN', null, null],
    ['RESOLVED', 'UNFOUNDED', 'RESOLVED', '2018-01-03T00:00:00.000Z', null],
    ['CLOSED', 'WITHDRAWN', 'CLOSED', '2018-01-03T00:00:00.000Z', '2018-01-03T00:00:00.000Z'],
  ])(
    'that stands at %s has its ticket stand so too',
    async (status, resolution, ticket, resolvedAt, closedAt) => {
      const item = complaint('1', { source: source(), status, resolution })
      const [imported] = await importAll([item], 'id status resolution resolvedAt closedAt ticket { status }')
      expect(imported?.complaint).toEqual({
        id: expect.any(String),
        status,
        resolution,
        resolvedAt,
        closedAt,
        ticket: { status: ticket },
      })
    },
  )

  it('finds the shop’s customer by the shop’s key, and makes the source’s own once', async () => {
    const shop = await service(server, 'customers:write')
    const externalId = `К-${randomUUID()}`
    await done(
      shop,
      'customersUpsert',
      { customers: [{ externalId, name: 'Вера' }] },
      'results { __typename }',
    )
    const file = source()
    const results = await importAll(
      [
        complaint('1', { source: file, customerExternalId: externalId }),
        complaint('2', { source: file, customerExternalId: 'X' }),
        complaint('3', { source: file, customerExternalId: 'X' }),
        complaint('1', { source: source(), customerExternalId: 'X' }),
      ],
      'id customer { id name }',
    )
    const customers = results.map((one) => one.complaint?.['customer'] as { id: string; name: string | null })
    expect(customers[0]?.name).toBe('Вера')
    expect(customers[1]?.id).toBe(customers[2]?.id)
    expect(customers[3]?.id).not.toBe(customers[1]?.id)
  })

  it('links the order by its key, and refuses an item with an order nobody knows', async () => {
    const orderId = await insertOrder(server.desk, cast.ownBuyer, { source: 'shop', externalId: 'O-1' })
    const file = source()
    const results = await importAll([
      complaint('1', { source: file, order: { source: 'shop', externalId: 'O-1' } }),
      complaint('2', { source: file, order: { source: 'shop', externalId: 'O-2' } }),
      complaint('3', { source: file }),
    ])
    expect(results).toMatchObject([
      { __typename: 'ComplaintImportPayload', isNew: true },
      { __typename: 'InvalidInput', rule: 'unknown', path: ['complaints', '1', 'order'] },
      { __typename: 'ComplaintImportPayload', isNew: true },
    ])
    const { rows } = await server.desk.database.pool.query(
      `select complaints.order_id as complaint, tickets.order_id as ticket
       from complaints join tickets on tickets.id = ticket_id where complaints.source = $1 order by complaints.external_id`,
      [file],
    )
    expect(rows).toEqual([
      { complaint: orderId, ticket: orderId },
      { complaint: null, ticket: null },
    ])
  })

  it('takes 500 at once in as many statements as one, and run twice changes nothing', async () => {
    const file = source()
    const items = Array.from({ length: 500 }, (_, n) => complaint(`${n}`, { source: file }))
    const query = `mutation ($input: ComplaintsImportInput!) { complaintsImport(input: $input) {
      ... on ComplaintsImportPayload { results { ... on ComplaintImportPayload { isNew } } } } }`
    const cost = async (complaints: object[]) =>
      (await statementsDuring(server.desk, async () => await partner.ask(query, { input: { complaints } })))
        .length
    const one = await cost([complaint('one', { source: file })])
    expect(await cost(items)).toBe(one)
    const again = await unchanged(server.desk, async () => await importAll(items, 'id'))
    expect(again.filter(({ isNew }) => isNew === false)).toHaveLength(500)
    expect(new Set(again.map((result) => result.complaint?.id)).size).toBe(500)
  })

  it('knows an item that stands twice in one call', async () => {
    const item = complaint('1', { source: source() })
    const [first, second] = await importAll([item, item], 'id')
    expect([first?.isNew, second?.isNew].sort()).toEqual([false, true])
    expect(first?.complaint).toEqual(second?.complaint)
  })

  it('of the same batch by four at once writes each item once', async () => {
    const file = source()
    const items = Array.from({ length: 30 }, (_, n) => complaint(`${n}`, { source: file }))
    const orders = [items, items.toReversed(), items, items.toSorted(() => Math.random() - 0.5)]
    const results = await Promise.all(orders.map(async (order) => await importAll(order, 'id')))
    expect(results.flat().filter(({ isNew }) => isNew)).toHaveLength(30)
    expect(new Set(results.flat().map((result) => result.complaint?.id)).size).toBe(30)
  })

  it('starts no clocks and notifies nobody', async () => {
    const inbox = followInbox(server, cast.supervisor)
    await inbox.upTo(isCaughtUp)
    const due = async () => (await server.desk.database.pool.query('select kind from due')).rows
    const clocks = await due()
    const file = source()
    await importAll([
      complaint('1', { source: file, status: 'RECEIVED', resolution: null }),
      complaint('2', { source: file, status: 'RESOLVED' }),
    ])
    expect(await due()).toEqual(clocks)
    // The next that the inbox hears of is what happens after it.
    await done(cast.ownBuyer, 'ticketOpen', { text: 'После' })
    expect(await inbox.next()).toMatchObject({ __typename: 'TicketOpened' })
  })
})
