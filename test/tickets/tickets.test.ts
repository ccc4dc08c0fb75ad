import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, openTicket, type Person } from '../kit/world.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  await openQueue()
})
afterAll(async () => await server.close())

/** The ids of the tickets by their subjects, which are the letters from A on in the order they were opened. */
const ids = new Map<string, string>()
const named = (id: string) => [...ids].find(([, known]) => known === id)?.[0]

async function open(letter: string, by: Person, input: object): Promise<string> {
  const { id } = await openTicket(by, { subject: letter, ...input })
  ids.set(letter, id)
  return id
}

async function openQueue(): Promise<void> {
  const { ownBuyer: anna, otherBuyer: boris, operator, supervisor, teamId, otherTeamId } = cast
  const [assigneeId, customerId] = [operator.id, anna.id]
  await open('A', anna, { topic: 'DELIVERY', channel: 'APP_CHAT' })
  const b = await open('B', anna, { topic: 'RETURN', language: 'EN' })
  const c = await open('C', boris, { topic: 'DELIVERY' })
  const d = await open('D', operator, { customerId, priority: 'URGENT', channel: 'PHONE' })
  const e = await open('E', boris, { topic: 'PAYMENT' })
  await done(supervisor, 'ticketAssign', { ticketId: b, teamId })
  await done(supervisor, 'ticketAssign', { ticketId: c, teamId: otherTeamId })
  await done(supervisor, 'ticketAssign', { ticketId: d, assigneeId, teamId: otherTeamId })
  await done(supervisor, 'ticketUpdate', { ticketId: d, tags: ['vip', 'звонил'] })
  await done(supervisor, 'ticketResolve', { ticketId: e, resolution: 'FIXED' })
}

/** The letters of the tickets that a list gives. */
async function list(who: Person, args = ''): Promise<string> {
  const { tickets } = await who.ask<{ tickets: { nodes: { id: string }[] } }>(
    `{ tickets${args} { nodes { id } } }`,
  )
  return tickets.nodes.map(({ id }) => named(id)).join('')
}

describe('who gets which tickets', () => {
  it.each([
    ['guest', ''],
    ['ownBuyer', 'DBA'],
    ['otherBuyer', 'EC'],
    ['operator', 'EDBA'],
    ['operatorOfAnotherTeam', 'EDCA'],
    ['supervisor', 'EDCBA'],
    ['serviceWithoutScope', ''],
    ['readingService', 'EDCBA'],
    ['service', 'EDCBA'],
  ] as const)('%s: %j', async (who, expected) => {
    expect(await list(cast[who])).toBe(expected)
    const { tickets } = await cast[who].ask('{ tickets(first: 1) { totalCount { value isCapped } } }')
    expect(tickets).toEqual({ totalCount: { value: expected.length, isCapped: false } })
  })

  it('nobody without a token', async () => {
    const { data, errors } = await cast.anonymous.answer('{ tickets { nodes { id } } }')
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })

  it('a customer’s tickets, by the same rule', async () => {
    const query = 'query ($id: ID!) { customer(id: $id) { tickets { nodes { id } } } }'
    const lettersOf = async (who: Person, id: string) => {
      const { customer } = await who.ask<{ customer: { tickets: { nodes: { id: string }[] } } | null }>(
        query,
        { id },
      )
      return customer?.tickets.nodes.map((node) => named(node.id)).join('') ?? null
    }
    expect(await lettersOf(cast.ownBuyer, cast.ownBuyer.id)).toBe('DBA')
    expect(await lettersOf(cast.ownBuyer, cast.otherBuyer.id)).toBeNull()
    expect(await lettersOf(cast.operator, cast.otherBuyer.id)).toBe('E')
    expect(await lettersOf(cast.operatorOfAnotherTeam, cast.otherBuyer.id)).toBe('EC')
  })
})

describe('a filter', () => {
  const unknown = (prefix: string) => `"${prefix}_01990000-0000-7000-8000-000000000000"`
  it.each<[() => string, string]>([
    [() => '{}', 'EDCBA'],
    [() => '{ statuses: [NEW] }', 'CBA'],
    [() => '{ statuses: [WAITING_CUSTOMER, RESOLVED] }', 'ED'],
    [() => '{ statuses: [] }', ''],
    [() => '{ topics: [DELIVERY, RETURN] }', 'CBA'],
    [() => '{ channels: [APP_CHAT, PHONE] }', 'DA'],
    [() => '{ priorities: [URGENT] }', 'D'],
    [() => '{ language: EN }', 'B'],
    [() => '{ language: null, statuses: null, assigneeId: null }', 'ECBA'],
    [() => `{ assigneeId: "${cast.operator.id}" }`, 'D'],
    [() => `{ teamId: "${cast.teamId}" }`, 'B'],
    [() => '{ teamId: null }', 'EA'],
    [() => `{ customerId: "${cast.otherBuyer.id}" }`, 'EC'],
    [() => `{ customerId: "${cast.otherBuyer.id}", topics: [PAYMENT] }`, 'E'],
    [() => '{ tag: "vip" }', 'D'],
    [() => '{ tag: "VIP" }', ''],
    [() => '{ tag: "vi" }', ''],
    [() => `{ assigneeId: ${unknown('opr')} }`, ''],
    [() => `{ assigneeId: "${cast.ownBuyer.id}" }`, ''],
    [() => '{ teamId: "delivery" }', ''],
    [() => '{ customerId: "" }', ''],
  ])('%s', async (filter, expected) => {
    expect(await list(cast.supervisor, `(filter: ${filter()})`)).toBe(expected)
  })

  it.each(['', '\0', 'vip\0', '\ud800', 'v'.repeat(10_000)])('of the tag %j finds nothing', async (tag) => {
    const query = 'query ($tag: String!) { tickets(filter: { tag: $tag }) { nodes { id } } }'
    expect(await cast.supervisor.ask(query, { tag })).toEqual({ tickets: { nodes: [] } })
  })

  it('does not show a buyer what is another’s', async () => {
    const { ownBuyer, otherBuyer } = cast
    expect(await list(ownBuyer, `(filter: { customerId: "${otherBuyer.id}" })`)).toBe('')
    expect(await list(ownBuyer, '(filter: { topics: [DELIVERY] })')).toBe('A')
  })
})

describe('an order', () => {
  it.each([
    ['{ field: CREATED_AT, direction: ASC }', 'ABCDE'],
    ['{ field: CREATED_AT, direction: DESC }', 'EDCBA'],
    ['{ field: LAST_ACTIVITY_AT, direction: ASC }', 'ABCDE'],
    ['{ field: LAST_ACTIVITY_AT, direction: DESC }', 'EDCBA'],
  ])('%s', async (order, expected) => {
    expect(await list(cast.supervisor, `(orderBy: ${order})`)).toBe(expected)
  })

  it('follows the last public message, not notes', async () => {
    const { otherBuyer, supervisor } = cast
    const [first, second] = [
      await open('F', otherBuyer, { topic: 'ACCOUNT' }),
      await open('G', otherBuyer, { topic: 'ACCOUNT' }),
    ]
    const letters = async () => await list(otherBuyer, '(filter: { topics: [ACCOUNT] })')
    expect(await letters()).toBe('GF')
    await done(supervisor, 'noteAdd', { ticketId: first, text: 'Перезвонить' })
    expect(await letters()).toBe('GF')
    await done(otherBuyer, 'messageSend', { ticketId: first, text: 'Алло' })
    expect(await letters()).toBe('FG')
    await done(supervisor, 'messageSend', { ticketId: second, text: 'Здравствуйте' })
    expect(await letters()).toBe('GF')
    for (const ticketId of [first, second]) {
      await server.desk.database.pool.query('delete from messages where ticket_id = $1', [ticketId.slice(4)])
      await server.desk.database.pool.query('delete from tickets where id = $1', [ticketId.slice(4)])
    }
  })
})
