import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { MessageSentDocument, TicketDocument, ViewerScopesDocument } from '../../src/client/index.ts'
import { idOf } from '../../src/server/operations/manifests.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, type Person } from '../kit/world.ts'
import { badNetwork, clientOf, numbered, sendAll, take, textsOf } from './desk.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
})
afterAll(async () => await server.close())

interface Sent {
  readonly query?: string
  readonly extensions?: { readonly persistedQuery: { readonly sha256Hash: string } }
}

/** A client that sends ids, and what it has sent: over HTTP, and to subscribe. */
function listenedTo(url = server.url) {
  const requests: Sent[] = []
  const subscriptions: Sent[] = []
  class Socket extends WebSocket {
    override send(data: string): void {
      const { type, payload } = JSON.parse(data) as { type: string; payload: Sent }
      if (type === 'subscribe') subscriptions.push(payload)
      super.send(data)
    }
  }
  const listen: typeof fetch = async (input, init) => {
    requests.push(JSON.parse(init?.body as string) as Sent)
    return await fetch(input, init)
  }
  const options = { persistedOperations: true, fetch: listen, webSocket: Socket }
  return { client: clientOf(url, anna, options), requests, subscriptions }
}

/** As codegen makes one of an app's own operation. */
const ownDocument = (text: string) => ({ __meta__: { hash: idOf(text) }, toString: () => text })

describe('a generated document', () => {
  it('carries the id of exactly the text that is sent without it', () => {
    for (const document of [ViewerScopesDocument, TicketDocument, MessageSentDocument]) {
      expect(document.__meta__).toEqual({ hash: idOf(document.toString()) })
    }
  })
})

describe('persistedOperations', () => {
  it('sends the id of an operation the server knows, and no text', async () => {
    const { client, requests } = listenedTo()
    expect((await client.query(ViewerScopesDocument)).viewer).toEqual({ role: 'CUSTOMER', scopes: [] })
    const persistedQuery = { version: 1, sha256Hash: idOf(ViewerScopesDocument.toString()) }
    expect(requests).toEqual([{ extensions: { persistedQuery } }])
  })

  it('sends the text once to a server that does not know the id', async () => {
    const { client, requests } = listenedTo()
    const text = 'query Own { viewer { locale } }'
    const document = ownDocument(text)
    const data = { viewer: { locale: 'RU' } }
    expect(await client.query(document)).toEqual(data)
    expect(await client.query(document)).toEqual(data)
    expect(requests.map(({ query }) => query)).toEqual([undefined, text, undefined])
  })

  it('sends a plain string as it is', async () => {
    const { client, requests } = listenedTo()
    const query = '{ viewer { role } }'
    await client.query(query)
    expect(requests).toEqual([{ query }])
  })

  it('a mutation by an unknown id is done once', async () => {
    const { client, requests } = listenedTo()
    const { id: ticketId } = await openTicket(anna)
    const document = ownDocument(
      'mutation Own($input: MessageSendInput!) { messageSend(input: $input) { ... on MessageSendPayload { message { seq } } } }',
    )
    expect(await client.mutate(document, { input: { ticketId, text: 'Ау' } })).toEqual({
      messageSend: { message: { seq: 2 } },
    })
    expect(requests).toHaveLength(2)
  })

  it('follows by id, through a connection that is cut', async () => {
    const network = await badNetwork(server.url)
    const { client, subscriptions } = listenedTo(network.url)
    const { id: ticketId } = await openTicket(anna)
    const messages = client.follow(MessageSentDocument, { ticketId, afterSeq: 0 })
    expect(textsOf(await take(messages, 1))).toEqual([[1, 'Где посылка?']])
    network.cutAll()
    await sendAll(clientOf(server.url, anna), ticketId, numbered('слово', 2))
    expect(textsOf(await take(messages, 2))).toEqual([
      [2, 'слово 1'],
      [3, 'слово 2'],
    ])
    const own = subscriptions.filter(({ extensions }) => extensions !== undefined)
    expect(own.length).toBeGreaterThan(1)
    for (const { query, extensions } of own) {
      expect(query).toBe('')
      expect(extensions?.persistedQuery.sha256Hash).toBe(idOf(MessageSentDocument.toString()))
    }
  })

  it('follows with the text what the server does not know, at once', async () => {
    const { client, subscriptions } = listenedTo()
    const { id: ticketId } = await openTicket(anna)
    const text =
      'subscription Own($ticketId: ID!, $afterSeq: Int) { messageSent(ticketId: $ticketId, afterSeq: $afterSeq) { seq } }'
    const messages = client.follow(ownDocument(text), { ticketId, afterSeq: 0 })
    expect(await take(messages, 1)).toEqual([{ messageSent: { seq: 1 } }])
    const own = subscriptions.filter(({ extensions }) => extensions !== undefined)
    expect(own.map(({ query }) => query)).toEqual(['', text])
  })
})
