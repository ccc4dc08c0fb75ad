import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, type Person, supervisor } from '../kit/world.ts'

let server: TestServer
let anna: Person
let sergey: Person
/** Ten tickets of one buyer; many of them share the moment of their last message. */
let ids: string[]
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
  sergey = await supervisor(server)
  ids = []
  for (let index = 0; index < 10; index += 1) ids.push((await openTicket(anna)).id)
  await setActivity(ids)
})
afterAll(async () => await server.close())

const uuid = (id: string) => id.slice('tkt_'.length)

/** Ties: three, four and three tickets with one last moment. */
async function setActivity(all: readonly string[]): Promise<void> {
  for (const [index, id] of all.entries()) {
    const second = index < 3 ? 1 : index < 7 ? 2 : 3
    await server.desk.database.pool.query('update tickets set last_activity_at = $2 where id = $1', [
      uuid(id),
      `2026-03-01T12:00:0${second}.000Z`,
    ])
  }
}

async function remove(id: string): Promise<void> {
  const { pool } = server.desk.database
  await pool.query('delete from messages where ticket_id = $1', [uuid(id)])
  await pool.query('delete from tickets where id = $1', [uuid(id)])
}

interface Page {
  edges: { cursor: string; node: { id: string } }[]
  nodes: { id: string }[]
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

async function page(variables: Record<string, unknown>, who = anna): Promise<Page> {
  const { tickets } = await who.ask<{ tickets: Page }>(
    `query ($first: Int, $after: String, $last: Int, $before: String, $orderBy: TicketOrder) {
      tickets(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
        edges { cursor node { id } } nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
    variables,
  )
  expect(tickets.nodes).toEqual(tickets.edges.map(({ node }) => node))
  expect(tickets.pageInfo.startCursor).toBe(tickets.edges[0]?.cursor ?? null)
  expect(tickets.pageInfo.endCursor).toBe(tickets.edges.at(-1)?.cursor ?? null)
  return tickets
}
const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id)

/** All pages of a size, read from one end to the other. */
async function readAllPages(size: number, way: 'forward' | 'backward', orderBy: object | null = null) {
  const pages: Page[] = []
  for (let cursor: string | null = null; ; ) {
    const place = way === 'forward' ? { first: size, after: cursor } : { last: size, before: cursor }
    const next = await page({ ...place, orderBy })
    pages.push(next)
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = next.pageInfo
    const [hasMore, end] = way === 'forward' ? [hasNextPage, endCursor] : [hasPreviousPage, startCursor]
    if (!hasMore) return pages
    cursor = end
  }
}

describe('paging over ties', () => {
  it.each([1, 2, 3, 4, 9, 10, 11])('forward by %i gives each ticket once, in order', async (size) => {
    const pages = await readAllPages(size, 'forward')
    expect(pages.flatMap(idsOf)).toEqual(ids.toReversed())
    expect(pages).toHaveLength(Math.ceil(10 / size))
    expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(pages.map((_, index) => index > 0))
  })

  it.each([1, 2, 3, 4, 9, 10, 11])('backward by %i gives each ticket once, in order', async (size) => {
    const pages = await readAllPages(size, 'backward')
    expect(pages.toReversed().flatMap(idsOf)).toEqual(ids.toReversed())
    expect(pages).toHaveLength(Math.ceil(10 / size))
    expect(pages.map(({ pageInfo }) => pageInfo.hasNextPage)).toEqual(pages.map((_, index) => index > 0))
  })

  it.each([
    ['LAST_ACTIVITY_AT', 'ASC'],
    ['CREATED_AT', 'ASC'],
    ['CREATED_AT', 'DESC'],
  ])('works by %s %s in both directions', async (field, direction) => {
    const expected = direction === 'ASC' ? ids : ids.toReversed()
    const orderBy = { field, direction }
    expect((await readAllPages(3, 'forward', orderBy)).flatMap(idsOf)).toEqual(expected)
    expect((await readAllPages(3, 'backward', orderBy)).toReversed().flatMap(idsOf)).toEqual(expected)
  })

  it('gives what lies between two cursors', async () => {
    const { edges } = await page({})
    const [after, before] = [edges[1]?.cursor, edges[6]?.cursor]
    const between = ids.toReversed().slice(2, 6)
    expect(idsOf(await page({ after, before }))).toEqual(between)
    expect(idsOf(await page({ after, before, first: 2 }))).toEqual(between.slice(0, 2))
    expect(idsOf(await page({ after, before, last: 2 }))).toEqual(between.slice(2))
    expect(idsOf(await page({ after: before, before: after }))).toEqual([])
  })

  it('gives the nearest before a cursor when no number is given', async () => {
    const { edges } = await page({})
    expect(idsOf(await page({ before: edges[3]?.cursor }))).toEqual(ids.toReversed().slice(0, 3))
  })

  it('gives an empty page after the end, and says so', async () => {
    const { pageInfo } = await page({ last: 1 })
    expect((await page({ after: pageInfo.endCursor })).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    })
  })

  it('goes on from a ticket that was deleted between two pages', async () => {
    const gone = await openTicket(anna)
    await setActivity([...ids.slice(0, 3), gone.id])
    const all = await page({ first: 100 })
    const place = idsOf(all).indexOf(gone.id)
    const { cursor } = all.edges[place] ?? {}
    await remove(gone.id)
    expect(idsOf(await page({ first: 100, after: cursor }))).toEqual(idsOf(all).slice(place + 1))
    expect(idsOf(await page({ last: 100, before: cursor }))).toEqual(idsOf(all).slice(0, place))
    await setActivity(ids)
  })

  it('gives twenty when no number is given', async () => {
    const more = await Promise.all(Array.from({ length: 11 }, async () => (await openTicket(anna)).id))
    const all = await page({})
    expect(all.nodes).toHaveLength(20)
    expect(all.pageInfo.hasNextPage).toBe(true)
    for (const id of more) await remove(id)
  })
})

describe('a page that cannot be', () => {
  it.each([
    { first: 0 },
    { first: -1 },
    { first: 101 },
    { last: 0 },
    { last: 101 },
    { first: 1, last: 1 },
    { after: '' },
    { after: 'неправда' },
    { before: 'bm90IGEgY3Vyc29y' },
    { after: cursorOf(['tickets LAST_ACTIVITY_AT desc']) },
    { after: cursorOf(['tickets LAST_ACTIVITY_AT desc', 'now', '01990000-0000-7000-8000-000000000000']) },
    { after: cursorOf(['tickets LAST_ACTIVITY_AT desc', 1e300, '01990000-0000-7000-8000-000000000000']) },
    { after: cursorOf(['tickets LAST_ACTIVITY_AT desc', 1, "' or 1 = 1"]) },
    { after: cursorOf(['tickets LAST_ACTIVITY_AT asc', 1, '01990000-0000-7000-8000-000000000000']) },
    { after: cursorOf(['customers', 1, '01990000-0000-7000-8000-000000000000']) },
    { after: cursorOf({ length: 3 }) },
    { after: cursorOf(null) },
  ])('%j is an error', async (variables) => {
    await expect(page(variables)).rejects.toThrow('BAD_USER_INPUT')
  })

  it('a cursor of another list or order is an error', async () => {
    const { customers } = await sergey.ask<{ customers: Page }>('{ customers { pageInfo { endCursor } } }')
    await expect(page({ after: customers.pageInfo.endCursor })).rejects.toThrow('BAD_USER_INPUT')
    const { pageInfo } = await page({ orderBy: { field: 'CREATED_AT', direction: 'DESC' } })
    await expect(page({ after: pageInfo.endCursor })).rejects.toThrow('BAD_USER_INPUT')
  })

  it('is an error in a nested list too', async () => {
    for (const args of ['first: 101', 'last: 0', 'first: 1, last: 1', 'after: "x"']) {
      const { errors } = await anna.answer(
        `{ viewer { customer { tickets(${args}) { nodes { id } } } } tickets { nodes { messages(${args}) { nodes { id } } } } }`,
      )
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([
        'BAD_USER_INPUT',
        'BAD_USER_INPUT',
      ])
    }
  })

  it('the largest sizes are none', async () => {
    expect(idsOf(await page({ first: 100 }))).toEqual(ids.toReversed())
    expect(idsOf(await page({ last: 100 }))).toEqual(ids.toReversed())
  })
})

function cursorOf(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

describe('a cursor', () => {
  it('made for one viewer shows another only what is theirs', async () => {
    const boris = await buyer(server, 'boris')
    const { id } = await openTicket(boris)
    const { edges } = await page({ first: 1 }, sergey)
    expect(idsOf(await page({ before: edges[0]?.cursor }, boris))).toEqual([])
    const all = await page({ last: 1 }, sergey)
    expect(idsOf(await page({ before: all.edges[0]?.cursor }, boris))).toEqual([id])
    await remove(id)
  })
})

describe('the lists inside a list', () => {
  it('page by themselves, under two names at once too', async () => {
    const query = `{ viewer { customer {
      newest: tickets(first: 2) { nodes { id } pageInfo { hasNextPage } }
      oldest: tickets(last: 2) { nodes { id } pageInfo { hasPreviousPage } } } } }`
    expect(await anna.ask(query)).toEqual({
      viewer: {
        customer: {
          newest: { nodes: [{ id: ids[9] }, { id: ids[8] }], pageInfo: { hasNextPage: true } },
          oldest: { nodes: [{ id: ids[1] }, { id: ids[0] }], pageInfo: { hasPreviousPage: true } },
        },
      },
    })
  })
})
