import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { buyer, done, openTicket, operator, type Person, service, supervisor } from '../kit/world.ts'

/** Any number of rows costs the same number of SQL statements. */

let server: TestServer
let sergey: Person
let anna: Person
beforeAll(async () => {
  server = await startTestServer()
  sergey = await supervisor(server)
  anna = await buyer(server, 'anna')
  await importTickets(60)
  await openForAnna(50)
})
afterAll(async () => await server.close())

/** Tickets of as many customers, with seven messages each. */
async function importTickets(count: number): Promise<void> {
  const messages = ['CUSTOMER', 'OPERATOR', 'CUSTOMER', 'OPERATOR', 'CUSTOMER', 'CUSTOMER', 'CUSTOMER']
  const tickets = Array.from({ length: count }, (_, index) => ({
    source: 'statements',
    externalId: `ticket ${index}`,
    customerExternalId: `customer ${index}`,
    customerName: `Покупатель ${index}`,
    subject: `Обращение ${index}`,
    language: 'RU',
    status: 'OPEN',
    messages: messages.map((author, place) => ({ author, text: `Сообщение ${place}` })),
  }))
  const partner = await service(server, 'import:write')
  await done(partner, 'ticketsImport', { tickets }, 'results { __typename }')
}

/** Tickets of one buyer, each worked on by one of five operators, with a note. */
async function openForAnna(count: number): Promise<void> {
  const team = await Promise.all(
    ['olga', 'pavel', 'roman', 'sofia', 'timur'].map(async (name) => await operator(server, name)),
  )
  for (let index = 0; index < count; index += 1) {
    const { id } = await openTicket(anna)
    const worker = team[index % team.length]
    if (worker === undefined) throw new Error('nobody works')
    await done(worker, 'ticketClaim', { ticketId: id })
    await done(worker, 'noteAdd', { ticketId: id, text: 'Проверил' })
  }
}

const screen = `id number customer { id name } assignee { id name } team { key } unreadCount customerReadSeq deskReadSeq
  lastMessages: messages(last: 5) { nodes { seq text author { kind name } } pageInfo { hasPreviousPage } }`

/** How many rows the list gave, and the statements it took. */
async function cost(who: Person, query: string, first: number) {
  let rowCount = 0
  const statements = await statementsDuring(server.desk, async () => {
    const { list } = await who.ask<{ list: { nodes: unknown[] } }>(query, { first })
    rowCount = list.nodes.length
  })
  return { rowCount, statements }
}

const inbox = (fields: string) =>
  `query ($first: Int!) { list: tickets(first: $first) { nodes { ${fields} } totalCount { value } } }`

describe('a list costs the same for one row and for fifty', () => {
  it.each<[string, () => Person, string]>([
    ['the inbox', () => sergey, inbox(screen)],
    ['the tickets of a buyer', () => anna, inbox(screen)],
    ['tickets with their notes', () => sergey, inbox('id notes(last: 2) { nodes { text } }')],
    [
      'tickets with notes beside messages',
      () => sergey,
      inbox(`${screen} notes(last: 2) { nodes { text } }`),
    ],
    [
      'messages under two names',
      () => sergey,
      inbox('id first: messages(first: 1) { nodes { text } } last: messages(last: 1) { nodes { text } }'),
    ],
    [
      'customers with their tickets',
      () => sergey,
      `query ($first: Int!) { list: customers(first: $first) { nodes { id name tickets(first: 3) { nodes { ${screen} } } } } }`,
    ],
    ['edges', () => sergey, inbox('id').replace('nodes { id }', `nodes { id } edges { node { ${screen} } }`)],
    ['actions', () => sergey, inbox('id allowedActions { action isAllowed }')],
    [
      'a search',
      () => sergey,
      inbox(screen).replace('first: $first)', 'first: $first, filter: { search: "сообщение" })'),
    ],
  ])('%s', async (_name, who, query) => {
    const one = await cost(who(), query, 1)
    const fifty = await cost(who(), query, 50)
    expect([one.rowCount, fifty.rowCount]).toEqual([1, 50])
    expect(one.statements.length).toBeGreaterThan(0)
    expect(fifty.statements.length).toBe(one.statements.length)
  })

  it('and the inbox takes exactly the page, the count, the unread and the read ones', async () => {
    const { statements } = await cost(sergey, inbox(screen), 50)
    expect(statements).toHaveLength(4)
  })

  it('and what tickets point at is read with them', async () => {
    await server.desk.database.pool.query(`
      update tickets set merged_into_id = before, predecessor_id = before
      from (select id as pointing, lag(id) over (order by serial) as before from tickets) as pairs
      where id = pointing`)
    const fields = 'id assignee { name }'
    const query = inbox(
      `mergedInto { ${fields} mergedInto { ${fields} } } predecessor { ${fields} customer { name } }`,
    ).replace('totalCount { value }', '')
    for (const first of [1, 50]) {
      const { rowCount, statements } = await cost(sergey, query, first)
      expect([rowCount, statements.length]).toEqual([first, 1])
    }
    type Pointing = Record<'mergedInto' | 'predecessor', object | null>
    const { list } = await sergey.ask<{ list: { nodes: Pointing[] } }>(query, { first: 50 })
    expect(list.nodes.filter((node) => node.mergedInto === null || node.predecessor === null)).toEqual([])
  })

  it('the people of the desk', async () => {
    const statements = await statementsDuring(
      server.desk,
      async () => await sergey.ask('{ operators { id name role teams { key } } }'),
    )
    expect(statements).toHaveLength(1)
  })
})

describe('a count', () => {
  it('stops at a thousand, and says so', async () => {
    const query =
      'query ($id: ID!) { tickets(first: 1, filter: { customerId: $id }) { totalCount { value isCapped } } }'
    const many = await buyer(server, 'mikhail')
    const id = many.id.slice(4)
    const insert = `insert into tickets (id, customer_id, subject, topic, channel, language, tags, last_activity_at)
      select gen_random_uuid(), $1, 'Обращение', 'OTHER', 'SITE_CHAT', 'RU', '{}', now() from generate_series(1, $2)`
    await server.desk.database.pool.query(insert, [id, 1_000])
    expect(await sergey.ask(query, { id: many.id })).toEqual({
      tickets: { totalCount: { value: 1_000, isCapped: false } },
    })
    await server.desk.database.pool.query(insert, [id, 1])
    expect(await sergey.ask(query, { id: many.id })).toEqual({
      tickets: { totalCount: { value: 1_000, isCapped: true } },
    })
    await server.desk.database.pool.query('delete from tickets where customer_id = $1', [id])
  })
})
