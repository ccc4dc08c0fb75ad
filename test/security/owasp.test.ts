import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { openSocket } from '../kit/socket.ts'
import type { Ticket } from '../kit/world.ts'
import { production, tally } from './production.ts'

let server: TestServer
let cast: Cast
let ticket: Ticket
beforeAll(async () => {
  server = await startTestServer({ ...production, COST_LIMIT_GUEST: '3000/1' })
  cast = await castOf(server)
  ticket = await ticketIn(cast)
})
afterAll(async () => {
  counted.tell()
  await server.close()
})

const codesOf = ({
  errors = [],
}: {
  errors?: readonly { extensions?: Record<string, unknown> }[] | undefined
}) => [...new Set(errors.map(({ extensions }) => extensions?.['code']))]
const nested = (depth: number) =>
  `{ ticket(id: "x") ${'{ predecessor '.repeat(depth)}{ id }${'}'.repeat(depth + 1)}`
const inner = /select|insert|prisma|postgres|node_modules|\/src\/|\n\s+at |exception|stack/i

/** What the OWASP cheat sheet of GraphQL asks for, in its order, and how it is seen that it is so. */
const items: readonly (readonly [item: string, see: () => Promise<void>])[] = [
  [
    'input validation: only what a type allows is taken, and a text that cannot be stored is a typed refusal',
    async () => {
      const send = async (input: object) =>
        await cast.ownBuyer.answer<{ ticketOpen: { __typename: string } }>(
          'mutation ($input: TicketOpenInput!) { ticketOpen(input: $input) { __typename } }',
          { input },
        )
      await unchanged(server.desk, async () => {
        expect(codesOf(await send({ text: 'a', topic: 'SURPRISE' }))).toEqual(['BAD_USER_INPUT'])
        expect(codesOf(await send({ text: 'a', surprise: 1 }))).toEqual(['BAD_USER_INPUT'])
        for (const text of ['', 'a\0b', '\uD800', 'a'.repeat(10_001)]) {
          expect((await send({ text })).data.ticketOpen.__typename).toBe('InvalidInput')
        }
      })
    },
  ],
  [
    'injection: SQL in any argument is a text like others',
    async () => {
      const attack = "x'; update customers set name = 'owned'; --"
      await unchanged(server.desk, async () => {
        const { data, errors } = await cast.supervisor.answer(
          `query ($text: String!, $id: ID!) {
            customers(search: $text) { nodes { id } } ticket(number: $text) { id } node(id: $id) { id }
            delivery(trackingNumber: $text) { id } customer(externalId: $text) { id }
          }`,
          { text: attack, id: attack },
        )
        expect(errors).toBeUndefined()
        expect(data).toEqual({
          customers: { nodes: [] },
          ticket: null,
          node: null,
          delivery: null,
          customer: null,
        })
      })
    },
  ],
  [
    'injection: no line of a header comes from a client',
    async () => {
      const { headers } = await fetch(server.url, { headers: { 'x-request-id': 'a b%0d%0aset-cookie: c' } })
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers.get('set-cookie')).toBeNull()
    },
  ],
  [
    'SSRF: the server fetches nothing that a client names',
    async () => {
      const asked: unknown[] = []
      const inside = createServer((request, response) => {
        asked.push(request.url)
        response.end()
      })
      await once(inside.listen(0, '127.0.0.1'), 'listening')
      const url = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/latest/meta-data/`
      const { data } = await cast.ownBuyer.answer<{ ticketOpen: { message: { text: string } } }>(
        'mutation ($text: String!) { ticketOpen(input: { text: $text }) { ... on TicketOpenPayload { message { text } } } }',
        { text: url },
      )
      inside.close()
      expect(data.ticketOpen.message.text).toBe(url)
      expect(asked).toEqual([])
    },
  ],
  [
    'depth limiting',
    async () =>
      expect(codesOf(await cast.supervisor.answer(nested(21)))).toEqual(['GRAPHQL_VALIDATION_FAILED']),
  ],
  [
    'amount limiting: no list gives more than 100, however it is asked',
    async () => {
      for (const first of [101, 2_147_483_647, -1]) {
        const query = 'query ($n: Int) { tickets(first: $n) { nodes { id } } }'
        expect(codesOf(await cast.supervisor.answer(query, { n: first }))).toEqual(['BAD_USER_INPUT'])
      }
    },
  ],
  [
    'pagination: every list of the schema is bounded by its own arguments',
    async () => {
      const sdl = readFileSync('schema/schema.graphql', 'utf8')
      const connections = [...sdl.matchAll(/^ {2}\w+(\([^)]*\))?: \w+Connection!?/gm)]
      expect(connections.length).toBeGreaterThan(10)
      for (const [field, words = ''] of connections)
        expect(`${field}${words}`).toMatch(/first: Int|last: Int/)
    },
  ],
  [
    'query cost analysis: what multiplies is refused before it is run',
    async () => {
      const answer = await cast.supervisor.answer(
        '{ tickets(first: 100) { nodes { messages(first: 100) { nodes { attachments { id } ticket { messages(first: 100) { nodes { id } } } } } } } }',
      )
      expect(codesOf(answer)).toEqual(['QUERY_TOO_COMPLEX'])
    },
  ],
  [
    'rate limiting: who asks too much for too long has to wait',
    async () => {
      const codes = new Set<unknown>()
      for (let count = 0; count < 60 && codes.size === 0; count += 1) {
        for (const code of codesOf(await cast.guest.answer('{ tickets(first: 100) { nodes { id } } }')))
          codes.add(code)
      }
      expect([...codes]).toEqual(['THROTTLED'])
    },
  ],
  [
    'batching: one request carries one operation',
    async () => {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]),
      })
      expect(response.status).toBe(400)
    },
  ],
  [
    'batching: a secret is not guessed a hundred times in one document',
    async () => {
      const guesses = Array.from(
        { length: 101 },
        (_, i) => `g${i}: guestLink(input: { guestToken: "${i}" }) { __typename }`,
      )
      const answer = await cast.ownBuyer.answer(`mutation { ${guesses.join(' ')} }`)
      expect(codesOf(answer)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
      expect(answer.data).toBeUndefined()
    },
  ],
  [
    'access control: an object of somebody else is not there, by its id, its number or a node',
    async () => {
      const query = `query ($id: ID!, $number: String!) {
        ticket(id: $id) { id } byNumber: ticket(number: $number) { id } node(id: $id) { id } nodes(ids: [$id]) { id }
      }`
      const nothing = { ticket: null, byNumber: null, node: null, nodes: [null] }
      for (const person of [cast.otherBuyer, cast.operatorOfAnotherTeam]) {
        const { data } = await person.answer(query, { id: ticket.id, number: ticket.number })
        expect(data).toEqual(nothing)
      }
      const { data } = await cast.ownBuyer.answer<{ ticket: { id: string } }>(query, {
        id: ticket.id,
        number: ticket.number,
      })
      expect(data.ticket.id).toBe(ticket.id)
    },
  ],
  [
    'access control: what changes things asks for the same rights',
    async () => {
      await unchanged(server.desk, async () => {
        const close =
          'mutation ($id: ID!) { ticketResolve(input: { ticketId: $id, resolution: FIXED }) { __typename } }'
        type Closed = { ticketResolve: { __typename: string } | null }
        const { data } = await cast.otherBuyer.answer<Closed>(close, { id: ticket.id })
        expect(data?.ticketResolve?.__typename).toBe('NotFound')
        const assign = `mutation ($id: ID!) { ticketAssign(input: { ticketId: $id, assigneeId: null }) { __typename } }`
        expect(codesOf(await cast.ownBuyer.answer(assign, { id: ticket.id }))).toEqual(['FORBIDDEN'])
      })
    },
  ],
  [
    'access control: over a WebSocket nothing is said to who has not said who they are',
    async () => {
      const socket = await openSocket(server.wsUrl)
      socket.send({ type: 'subscribe', id: '1', payload: { query: '{ __typename }' } })
      expect((await socket.closed).code).toBe(4401)
    },
  ],
  [
    'secure configuration: no introspection for strangers',
    async () => {
      const answer = await cast.anonymous.answer('{ __type(name: "Query") { name } }')
      expect(codesOf(answer)).toEqual(['FORBIDDEN'])
    },
  ],
  [
    'secure configuration: no GraphiQL',
    async () => {
      const response = await fetch(server.url, { headers: { accept: 'text/html' } })
      expect(response.status).toBeGreaterThanOrEqual(400)
      expect(await response.text()).not.toMatch(/graphiql/i)
    },
  ],
  [
    'secure configuration: no hints and no insides in errors',
    async () => {
      for (const query of [
        '{ viewer { rol } }',
        '{',
        '{ node(id: 1, x: 2) { id } }',
        'query ($a: Surprise) { viewer { role } }',
      ]) {
        const text = JSON.stringify((await cast.ownBuyer.answer(query)).errors)
        expect(text).not.toMatch(inner)
        expect(text).not.toContain('Did you mean')
      }
    },
  ],
]
const counted = tally('OWASP GraphQL cheat sheet', items.length)

describe('what the OWASP cheat sheet of GraphQL asks for', () => {
  it.each(items)('%s', async (_item, see) => {
    await see()
    counted.pass()
  })
})
