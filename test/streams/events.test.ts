import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCursors } from '../../src/events/cursors.ts'
import { toldLog } from '../events/nodes.ts'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { followTicket, isCaughtUp } from '../kit/stream.ts'
import { admin, done, openTicket, type Person, service } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { feedQuery, page, reset, whole } from './feed.ts'

let server: TestServer
let cast: Cast
let alla: Person
/** Reads the feed only, and the feed and tickets. */
let partner: Person
let reader: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  alla = await admin(server)
  partner = await service(server, 'events:read')
  reader = await service(server, 'events:read tickets:read')
})
afterAll(async () => await server.close())

const note = async (ticketId: string, text: string) =>
  await done<{ cursor: string }>(cast.operator, 'noteAdd', { ticketId, text }, 'cursor')
const texts = (events: readonly { message?: { text: string } | null }[]) =>
  events.map(({ message }) => message?.text ?? null)
const at = (value: bigint) => server.desk.cursors.encode({ kind: 'position', value })

/** Where the log stands, as a cursor. */
async function headCursor(): Promise<string> {
  return at(BigInt((await toldLog(server.desk)).at(-1)?.position ?? 0))
}

describe('events', () => {
  it('gives the log in the order, with the ids and cursors of the streams', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    await send(cast.ownBuyer, id, 'Раз')
    await note(id, 'Для своих')
    await send(cast.operator, id, 'Два')
    await toldLog(server.desk)
    const told = await followTicket(server, alla, { ticketId: id, after: at(0n) }).upTo(isCaughtUp)
    const facts = told.flatMap((item) => (isCaughtUp(item) ? [] : [item]))
    const fed = await whole(alla, { first: 2, filter: { ticketId: id } })
    expect(fed.map(({ __typename, id: event, type, cursor }) => [__typename, event, type, cursor])).toEqual(
      facts.map(({ __typename, id: event, type, cursor }) => [__typename, event, type, cursor]),
    )
    expect(texts(fed)).toEqual([null, 'Где посылка?', 'Раз', 'Для своих', null, 'Два'])
    const { edges } = await page(alla, { filter: { ticketId: id } })
    expect(edges.map(({ cursor }) => cursor)).toEqual(edges.map(({ node }) => node.cursor))
  })

  it('gives everything once, page by page, however large the pages are', async () => {
    const log = await toldLog(server.desk)
    for (const first of [1, 7, 100]) {
      const events = await whole(alla, { first })
      expect(events.map(({ cursor }) => cursor)).toEqual(log.map(({ position }) => at(BigInt(position))))
    }
  })

  it('shows a partner what its scopes let it see, and nothing of the desk’s own', async () => {
    const after = await headCursor()
    const { id } = await openTicket(cast.ownBuyer, { text: 'Видно' })
    await note(id, 'Не для партнёров')
    await done(cast.supervisor, 'ticketAssign', { ticketId: id, teamId: cast.teamId })
    await toldLog(server.desk)
    const types = ['ticket.opened', 'message.sent', 'ticket.assigned']
    const [byPartner, byReader, byAdmin] = await Promise.all(
      [partner, reader, alla].map((by) => whole(by, { after })),
    )
    expect(byPartner?.map(({ type }) => type)).toEqual(types)
    expect(texts(byPartner ?? [])).toEqual([null, null, null])
    expect(byPartner?.[1]?.ticket).toBeNull()
    expect(texts(byReader ?? [])).toEqual([null, 'Видно', null])
    expect(byReader?.[1]?.ticket).toEqual({ id })
    expect(texts(byAdmin ?? [])).toContain('Не для партнёров')
  })

  it('has a type for what no stream carries, for admins only', async () => {
    const after = await headCursor()
    await done(alla, 'teamUpsert', { key: 'new', name: 'new' }, 'team { id }')
    await done(alla, 'operatorUpdate', { operatorId: cast.operator.id, name: 'Ольга' }, '__typename')
    await toldLog(server.desk)
    const filter = { types: ['operator.updated'] }
    expect((await whole(alla, { after, filter })).map(({ __typename }) => __typename)).toEqual(['OtherEvent'])
    expect(await whole(reader, { after, filter })).toEqual([])
  })

  it('is for services with events:read and for admins', async () => {
    const others = [
      cast.guest,
      cast.ownBuyer,
      cast.operator,
      cast.supervisor,
      cast.readingService,
      cast.serviceWithoutScope,
    ]
    for (const by of others) await expect(page(by)).rejects.toThrow(/^FORBIDDEN/)
    await expect(page(cast.anonymous)).rejects.toThrow(/^UNAUTHENTICATED/)
  })

  it('costs as many statements for 50 events as for one', async () => {
    const after = await headCursor()
    const { id } = await openTicket(cast.ownBuyer)
    for (let n = 0; n < 50; n += 1) await send(n % 2 === 0 ? cast.ownBuyer : cast.operator, id, `${n}`)
    await toldLog(server.desk)
    const filter = { types: ['message.sent'] }
    const count = async (first: number) =>
      (await statementsDuring(server.desk, async () => await page(reader, { after, first, filter }))).length
    await count(50)
    expect(await count(50)).toBe(await count(1))
    expect((await page(reader, { after, first: 50, filter })).edges).toHaveLength(50)
  })
})

describe('the end of a page', () => {
  it('is a place to poll on from, on an empty page too', async () => {
    const head = await headCursor()
    const empty = await page(partner, { after: head })
    expect(empty).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, endCursor: head },
    })
    const { id } = await openTicket(cast.ownBuyer)
    await toldLog(server.desk)
    const next = await page(reader, { after: empty.pageInfo.endCursor, first: 1 })
    expect(next.edges.map(({ node }) => node.type)).toEqual(['ticket.opened'])
    expect(next.pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: true,
      endCursor: next.edges[0]?.cursor,
    })
    const rest = await page(reader, { after: next.pageInfo.endCursor })
    expect(rest.edges.map(({ node }) => node.ticket?.id)).toEqual([id])
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, endCursor: await headCursor() })
  })

  it('moves past what the filter leaves out, so that it is looked at once', async () => {
    const { edges, pageInfo } = await page(partner, { filter: { types: ['refund.granted'] } })
    expect(edges).toEqual([])
    expect(pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, endCursor: await headCursor() })
  })

  it('is bounded by what a page looks at, where no index helps', async () => {
    const { pool } = server.desk.database
    const before = await headCursor()
    // More than a page looks at, numbered as the sequencer does it.
    await pool.query(
      `insert into events (type, is_internal, actor_kind, data)
       select 'product.upserted', true, 'SERVICE', '{"productId": "x"}' from generate_series(1, 10500)`,
    )
    const { id } = await openTicket(cast.ownBuyer)
    const head = await headCursor()
    const first = await page(reader, { after: before })
    expect(first).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } })
    expect(first.pageInfo.endCursor).not.toBe(before)
    const second = await page(reader, { after: first.pageInfo.endCursor })
    expect(second.edges.map(({ node }) => node.type)).toEqual(['ticket.opened', 'message.sent'])
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, endCursor: head })
    const indexed = await page(reader, { after: before, filter: { ticketId: id } })
    expect(indexed.edges).toHaveLength(2)
    expect(indexed.pageInfo).toMatchObject({ hasNextPage: false, endCursor: head })
  })

  it('is the cursor itself while the write that gave it is not numbered', async () => {
    const own = await startTestServer()
    const feeder = await service(own, 'events:read')
    const cursor = own.desk.cursors.encode({ kind: 'event', value: 1n })
    const { pool } = own.desk.database
    const client = await pool.connect()
    // The sequencer waits for the head; the event is committed and has no number.
    await client.query('begin')
    await client.query('select 1 from log_head for update')
    await pool.query(
      `insert into events (type, is_internal, actor_kind, data) values ('ticket.opened', false, 'SYSTEM', '{}')`,
    )
    expect(await page(feeder, { after: cursor })).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: cursor },
    })
    await client.query('commit')
    client.release()
    await toldLog(own.desk)
    expect((await page(feeder, { after: cursor })).pageInfo.endCursor).toBe(
      own.desk.cursors.encode({ kind: 'position', value: 1n }),
    )
    await own.close()
  })
})

describe('a filter', () => {
  it('by type, ticket, customer and time gives what fits', async () => {
    const after = await headCursor()
    const [mine, other] = [await openTicket(cast.ownBuyer), await openTicket(cast.otherBuyer)]
    const sent = await send(cast.ownBuyer, mine.id, 'Моё')
    await send(cast.otherBuyer, other.id, 'Чужое')
    await toldLog(server.desk)
    const { rows } = await server.desk.database.pool.query<{ at: Date }>(
      `select occurred_at as at from events where data ->> 'messageId' = $1`,
      [sent.message.id.slice('msg_'.length)],
    )
    const moment = rows[0]?.at.toISOString()
    const given = async (filter: object) => texts(await whole(reader, { after, filter }))
    expect(await given({ types: ['message.sent'] })).toEqual(['Где посылка?', 'Где посылка?', 'Моё', 'Чужое'])
    expect(await given({ types: [] })).toEqual([])
    expect(await given({ types: ['message.sent'], ticketId: mine.id })).toEqual(['Где посылка?', 'Моё'])
    expect(await given({ types: ['message.sent'], customerId: cast.otherBuyer.id })).toEqual([
      'Где посылка?',
      'Чужое',
    ])
    expect(await given({ ticketId: mine.id, occurredFrom: moment })).toEqual(['Моё'])
    expect(await given({ ticketId: mine.id, occurredTo: moment })).toEqual([null, 'Где посылка?'])
    expect(await given({ ticketId: 'tkt_1' })).toEqual([])
  })

  it('is refused when it names what does not exist', async () => {
    await expect(page(partner, { filter: { types: ['message.lost'] } })).rejects.toThrow(/^BAD_USER_INPUT/)
    for (const first of [0, 101]) {
      await expect(page(partner, { first })).rejects.toThrow(/^BAD_USER_INPUT/)
    }
  })
})

describe('a cursor that cannot be honoured', () => {
  it('is refused with a reason and with where to go on', async () => {
    const head = await headCursor()
    const forged = createCursors(['another'], 'another').encode({ kind: 'position', value: 1n })
    const ahead = server.desk.cursors.encode({ kind: 'position', value: 2n ** 40n })
    const gone = server.desk.cursors.encode({ kind: 'event', value: 2n ** 40n })
    for (const [cursor, reason] of [
      ['', 'UNKNOWN_CURSOR'],
      ['курсор', 'UNKNOWN_CURSOR'],
      [forged, 'UNKNOWN_CURSOR'],
      [ahead, 'AHEAD'],
      [gone, 'EXPIRED'],
    ] as const) {
      expect(await reset(partner, cursor)).toEqual({ reason, cursor: head })
    }
    expect((await page(partner, { after: head })).edges).toEqual([])
  })

  it('is told in one error, without data', async () => {
    const { data, errors } = await partner.answer(feedQuery, { after: 'x' })
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ path: ['events'] }])
  })
})
