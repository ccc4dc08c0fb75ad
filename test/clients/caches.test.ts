import { parse } from 'graphql'
import { EventsDocument, type EventsQuery, TicketMessagesDocument } from 'opora/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestServer } from '../kit/server.ts'
import { buyer, openTicket, type Person, service } from '../kit/world.ts'
import { openApollo } from './apollo.ts'
import type { Partner, Shop } from './partner.ts'
import { openRelay } from './relay.ts'
import { graphcache, listen, opened, possibleTypes, startShop, untilNumbered } from './shop.ts'
import { typedDocument } from './typed-document.ts'
import { openUrql } from './urql.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startShop()
  anna = await buyer(server, 'anna')
})
afterAll(async () => await server.close())

const apollo = (shop: Shop) => openApollo(shop, possibleTypes)
const urql = (shop: Shop) => openUrql(shop, graphcache)

/** The client, and how it tells from its cache alone which message is a ticket's last. */
const cached: [name: string, open: (shop: Shop) => Partner & { lastSeq(ticketId: string): unknown }][] = [
  [
    'Apollo Client',
    (shop) => {
      const partner = apollo(shop)
      const query = typedDocument(TicketMessagesDocument)
      return {
        ...partner,
        lastSeq: (ticketId) =>
          partner.client.readQuery({ query, variables: { ticketId, first: 20, after: null } })?.ticket
            ?.lastSeq,
      }
    },
  ],
  [
    'urql',
    (shop) => {
      const partner = urql(shop)
      const query = typedDocument(TicketMessagesDocument)
      return {
        ...partner,
        lastSeq: (ticketId) =>
          partner.client.readQuery(query, { ticketId, first: 20, after: null })?.data?.ticket?.lastSeq,
      }
    },
  ],
  [
    'Relay',
    (shop) => {
      const partner = openRelay(shop)
      return {
        ...partner,
        lastSeq: (ticketId) => partner.environment.getStore().getSource().get(ticketId)?.['lastSeq'],
      }
    },
  ],
]

describe.each(cached)('the cache of %s', (_name, open) => {
  it('has one object for each id: what a mutation answers is seen by who has read before', async () => {
    const { id } = await openTicket(anna)
    const { requests, fetch } = listen()
    const client = opened(open, server, anna, { fetch })
    await client.readPages(id, 20)
    expect(client.lastSeq(id)).toBe(1)
    await client.send(id, 'Ау')
    const asked = requests.length
    expect(client.lastSeq(id)).toBe(2)
    expect(requests).toHaveLength(asked)
  })
})

const all = { first: 100 }
/** What the partners' feed tells, as it comes out of the cache. */
const feeds: [name: string, read: (shop: Shop) => Promise<EventsQuery | undefined>][] = [
  [
    'Apollo Client',
    async (shop) =>
      (
        await opened(apollo, server, anna, shop).client.query({
          query: typedDocument(EventsDocument),
          variables: all,
        })
      ).data,
  ],
  [
    'urql',
    async (shop) =>
      (await opened(urql, server, anna, shop).client.query(typedDocument(EventsDocument), all)).data,
  ],
]

describe.each(feeds)('the cache of %s', (_name, read) => {
  it('knows which types an interface stands for', async () => {
    const { id } = await openTicket(anna)
    await untilNumbered(server)
    const partner = await service(server, 'events:read tickets:read')
    const data = await read({ url: server.url, token: partner.token ?? '' })
    const nodes = data?.events.edges.map(({ node }) => node) ?? []
    const opening = nodes.find(
      (node) => node.type === 'ticket.opened' && 'topic' in node && node.ticket?.id === id,
    )
    expect(opening).toMatchObject({ channel: 'SITE_CHAT', ticket: { status: 'NEW' } })
  })
})

describe('ids in place of documents', () => {
  const id = { hasText: false, hasId: true }

  const text = { hasText: true, hasId: true }
  const of = (name: string) => parse(`query ${name} { viewer { role } }`)

  it('Apollo Client sends the hash, and the text once', async () => {
    for (const said of [[id, text], [id]]) {
      const { requests, fetch } = listen()
      const { client } = opened(apollo, server, anna, { fetch })
      await client.query({ query: of('Apollo') })
      // Another app, or the same one after a restart, finds it known.
      expect(requests).toEqual(said.map((one) => ({ method: 'POST', ...one })))
    }
  })

  it('urql does too, by GET where the address is not too long', async () => {
    for (const said of [[id, text], [id]]) {
      const { requests, fetch } = listen()
      const { client } = opened(urql, server, anna, { fetch })
      const { data, error } = await client.query(of('Urql'), {})
      expect(error).toBeUndefined()
      expect(data).toEqual({ viewer: { role: 'CUSTOMER' } })
      expect(requests).toEqual(said.map((one) => ({ method: 'GET', ...one })))
    }
  })

  it('Relay has no texts: it needs a server that has its operations registered, and then works on a closed one', async () => {
    const closed = await startShop({ OPERATIONS: 'persisted', DATABASE_URL: server.desk.database.url })
    try {
      const { id: ticketId } = await openTicket(anna)
      const { requests, fetch } = listen()
      const token = await closed.token('customer', { sub: 'anna', name: 'anna' })
      const client = opened(openRelay, closed, { ...anna, token }, { fetch })
      expect(await client.send(ticketId, 'Ау')).toEqual({ seq: 2 })
      expect(requests).toEqual([{ method: 'POST', ...id }])
    } finally {
      await closed.close()
    }
  })
})
