import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import {
  followInbox,
  followMessages,
  followTicket,
  followTyping,
  isCaughtUp,
  transports,
} from '../kit/stream.ts'
import { done, mutate, openTicket, type Person, Refused, service } from '../kit/world.ts'
import { send, uuidOf } from './entries.ts'

/** A buyer can read nothing of another buyer: one test per path, for everybody who is an outsider to the ticket. */

let server: TestServer
let cast: Cast
/** What belongs to the own buyer, and must not be found by others. */
let owned: { ticketId: string; number: string; messageId: string; cursor: string; externalId: string }
const word = `паспорт${randomUUID().replaceAll('-', '')}`
const absent = randomUUID()
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  const partner = await service(server, 'customers:write')
  const externalId = `К-${randomUUID()}`
  const login = { issuer: 'opora:dev', subject: 'anna' }
  await done(partner, 'customersUpsert', { customers: [{ externalId, login }] }, '__typename')
  const { id: ticketId, number } = await ticketIn(cast)
  const { message, cursor } = await send(cast.ownBuyer, ticketId, `Мой ${word}`)
  owned = { ticketId, number, messageId: message.id, cursor, externalId }
})
afterAll(async () => await server.close())

const outsiders = ['otherBuyer', 'guest', 'serviceWithoutScope', 'operatorOfAnotherTeam'] as const
const buyers = ['otherBuyer', 'guest'] as const

const everything = `__typename id ... on Ticket { number subject messages { nodes { text } } timeline { nodes { cursor } }
  order { id } delivery { id } customer { id name } }
  ... on Message { text ticket { id } author { id } } ... on Customer { name email phone tickets { nodes { id } } }`

describe.each(outsiders)('%s cannot read a ticket', (member) => {
  it('by node or nodes', async () => {
    const ids = [owned.ticketId, owned.messageId]
    const query = `query ($id: ID!, $ids: [ID!]!) { node(id: $id) { ${everything} } nodes(ids: $ids) { ${everything} } }`
    for (const id of ids) {
      expect(await cast[member].ask(query, { id, ids })).toEqual({ node: null, nodes: [null, null] })
    }
  })

  it('by id or number, in any spelling', async () => {
    const query = 'query ($id: ID, $number: String) { ticket(id: $id, number: $number) { id } }'
    const { number } = owned
    const spellings = [number, number.toLowerCase(), number.replace('T-', 'Т'), ` ${number} `]
    for (const key of [{ id: owned.ticketId }, ...spellings.map((spelt) => ({ number: spelt }))]) {
      expect(await cast.ownBuyer.ask(query, key)).toEqual({ ticket: { id: owned.ticketId } })
      expect(await cast[member].ask(query, key)).toEqual({ ticket: null })
    }
  })

  it('by a list, whatever the filter and the place in it', async () => {
    const edge = Buffer.from(
      JSON.stringify(['tickets LAST_ACTIVITY_AT desc', Date.now() + 1_000, uuidOf(owned.ticketId)]),
    ).toString('base64url')
    const query = `query ($filter: TicketFilter, $after: String) { tickets(filter: $filter, after: $after, first: 100) {
      nodes { id customer { id } } totalCount { value } } }`
    const filters: object[] = [
      { customerId: cast.ownBuyer.id },
      { search: word },
      { search: word.toUpperCase(), customerId: cast.ownBuyer.id },
      { teamId: cast.teamId },
    ]
    const none = { tickets: { nodes: [], totalCount: { value: 0 } } }
    for (const filter of filters) expect(await cast[member].ask(query, { filter })).toEqual(none)
    const { tickets } = await cast[member].ask<{ tickets: { nodes: { id: string }[] } }>(query, {
      after: edge,
    })
    expect(tickets.nodes.map(({ id }) => id)).not.toContain(owned.ticketId)
  })

  it.each(transports)('by a stream of it over %s', async (transport) => {
    const { ticketId, cursor } = owned
    const streams = [
      followMessages(server, cast[member], { ticketId, afterSeq: 0 }, { transport }),
      followMessages(server, cast[member], { ticketId }, { transport }),
      followTicket(server, cast[member], { ticketId }, transport),
      followTicket(server, cast[member], { ticketId, after: cursor }, transport),
      followTyping(server, cast[member], { ticketId }, transport),
    ]
    for (const stream of streams) expect(await stream.refusal()).toBe('NOT_VISIBLE')
  })

  const writes: [string, () => object][] = [
    ['messageSend', () => ({ text: 'Что там?' })],
    ['messageSend', () => ({ text: `Мой ${word}`, clientMessageId: randomUUID(), lastSeenSeq: 0 })],
    ['noteAdd', () => ({ text: 'Что там?' })],
    ['messagesMarkRead', () => ({ upToSeq: 99 })],
    ['typingSet', () => ({ isTyping: true })],
    ['ticketResolve', () => ({ resolution: 'FIXED', expectedVersion: 99 })],
    ['ticketLink', () => ({ orderId: `ord_${absent}` })],
    ['ticketClaim', () => ({ expectedVersion: 99 })],
    ['ticketUpdate', () => ({ subject: 'Моё', expectedVersion: 99 })],
  ]
  it.each(writes)('by what %s answers', async (mutation, more) => {
    const input = more()
    const answer = async (ticketId: string) => await saidBy(cast[member], mutation, { ticketId, ...input })
    const nothing = await answer(`tkt_${absent}`)
    expect(await unchanged(server.desk, () => answer(owned.ticketId))).toEqual(nothing)
    expect(nothing).toMatch(/^(.*"NotFound".*|FORBIDDEN: .*)$/)
  })

  it('by what messageEdit and messageRedact answer', async () => {
    for (const [mutation, more] of [
      ['messageEdit', { text: 'Моё' }],
      ['messageRedact', {}],
    ] as const) {
      const answer = async (messageId: string) => await saidBy(cast[member], mutation, { messageId, ...more })
      const nothing = await answer(`msg_${absent}`)
      expect(await unchanged(server.desk, () => answer(owned.messageId))).toEqual(nothing)
    }
  })
})

/** All that a call says. */
async function saidBy(by: Person, mutation: string, input: object): Promise<string> {
  const result = mutate(by, mutation, input)
  return await result.then(JSON.stringify, (error: unknown) => {
    if (error instanceof Refused) return error.message
    throw error
  })
}

describe.each(buyers)('%s cannot read', (member) => {
  it('another customer by id or the partner’s key', async () => {
    const query =
      'query ($id: ID, $key: String) { customer(id: $id, externalId: $key) { id name tickets { nodes { id } } } }'
    for (const key of [{ id: cast.ownBuyer.id }, { key: owned.externalId }]) {
      expect(await cast.ownBuyer.ask(query, key)).toMatchObject({ customer: { id: cast.ownBuyer.id } })
      expect(await cast[member].ask(query, key)).toEqual({ customer: null })
    }
    const node = await cast[member].ask(`query ($id: ID!) { node(id: $id) { ${everything} } }`, {
      id: cast.ownBuyer.id,
    })
    expect(node).toEqual({ node: null })
  })

  it('lists of customers and of the desk', async () => {
    for (const list of ['customers', `customers(search: "anna")`]) {
      const { data, errors } = await cast[member].answer(`{ ${list} { nodes { id } } }`)
      expect(data).toBeNull()
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    }
    expect(await cast[member].ask('{ operators { id } teams { id } }')).toEqual({ operators: [], teams: [] })
  })

  it.each(transports)('an inbox over %s', async (transport) => {
    const inbox = followInbox(server, cast[member], { after: owned.cursor }, transport)
    expect(await inbox.refusal()).toBe('FORBIDDEN')
  })

  it('anything but their own through what is theirs', async () => {
    const mine = await openTicket(cast[member], { text: 'Моё' })
    await send(cast.supervisor, mine.id, 'Ответ')
    const { node } = await cast[member].ask<{ node: unknown }>(
      `query ($id: ID!) { node(id: $id) { ... on Ticket { customer { id tickets { nodes { customer { id } } } }
        messages { nodes { ticket { id customer { id } } author { id } } } predecessor { id } mergedInto { id } } } }`,
      { id: mine.id },
    )
    const { id } = cast[member]
    const ticket = { id: mine.id, customer: { id } }
    expect(node).toMatchObject({
      customer: { id },
      messages: {
        nodes: [
          { ticket, author: { id } },
          { ticket, author: { id: cast.supervisor.id } },
        ],
      },
      predecessor: null,
      mergedInto: null,
    })
    const { customer } = node as { customer: { tickets: { nodes: object[] } } }
    expect(new Set(customer.tickets.nodes.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ customer: { id } })]),
    )
  })

  it('another’s events by another’s cursor', async () => {
    const mine = await openTicket(cast[member], { text: 'Моё' })
    const { cursor } = await send(cast.ownBuyer, owned.ticketId, 'Ещё')
    await send(cast[member], mine.id, 'Второе')
    await send(cast.ownBuyer, owned.ticketId, 'И ещё')
    const stream = followTicket(server, cast[member], { ticketId: mine.id, after: cursor })
    const told = await stream.upTo(isCaughtUp)
    expect(told.map(({ __typename, message }) => [__typename, message?.text])).toEqual([
      ['MessageSent', 'Второе'],
      ['CaughtUp', undefined],
    ])
  })

  it('another’s message by its key', async () => {
    const mine = await openTicket(cast[member], { text: 'Моё' })
    const key = { clientMessageId: randomUUID(), idempotencyKey: randomUUID() }
    await openTicket(cast.ownBuyer, { text: `Тоже ${word}`, ...key })
    const input = { text: 'С тем же ключом', clientMessageId: key.clientMessageId }
    expect(await send(cast[member], mine.id, input.text, input)).toMatchObject({ message: { seq: 2 } })
    const opened = await openTicket(cast[member], { text: 'Иное', ...key })
    expect(opened.lastSeq).toBe(1)
  })

  it('a guest’s conversation without the guest’s token', async () => {
    const tokens = [
      '',
      'x',
      `${cast.guest.token}x`,
      cast.ownBuyer.token,
      uuidOf(cast.guest.id),
      cast.guest.id,
    ]
    for (const guestToken of tokens) {
      const trying = async () => await saidBy(cast[member], 'guestLink', { guestToken })
      expect(await unchanged(server.desk, trying)).toMatch(/"rule":"guestToken"|^FORBIDDEN: /)
    }
  })
})
