import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import {
  type Following,
  type FollowPlace,
  MessageSentDocument,
  type Operation,
  TicketEventsDocument,
  TypingDocument,
} from '../../src/client/index.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, operator, type Person } from '../kit/world.ts'
import { badNetwork, clientOf, numbered, sendAll, take } from './desk.ts'
import { type Asked, serveScript } from './scripted.ts'

let server: TestServer
let anna: Person
let olga: Person
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
  olga = await operator(server, 'olga')
})
afterAll(async () => await server.close())

const messageCount = 120

/** A WebSocket that counts the items that have arrived, whether or not anybody takes them. */
function countingSocket() {
  const arrived = { count: 0 }
  const webSocket = class extends WebSocket {
    constructor(address: string, protocol: string) {
      super(address, protocol)
      this.on('message', (data) => {
        const frame = (data as Buffer).toString()
        const isLastSeq = frame.includes('"data":{"ticket":{')
        if (frame.includes('"type":"next"') && !isLastSeq) arrived.count += 1
      })
    }
  }
  return { arrived, webSocket }
}

/**
 * An app that handles items and keeps the place with each, and dies every few items while more have arrived already
 * and wait. What is kept is a line of text, as in a database.
 */
async function dyingApp<Data>(
  url: string,
  person: Person,
  follow: (client: ReturnType<typeof clientOf>, place: FollowPlace) => Following<Data>,
  isLast: (item: Data) => boolean,
) {
  const handled: Data[] = []
  let kept = '{}'
  let lives = 0
  for (let isOver = false; !isOver; lives++) {
    const { arrived, webSocket } = countingSocket()
    const client = clientOf(url, person, { webSocket })
    const items = follow(client, JSON.parse(kept) as FollowPlace)
    const life = 1 + (lives % 9)
    let taken = 0
    for await (const item of items) {
      handled.push(item)
      taken += 1
      isOver = isLast(item)
      const isDying = taken === life
      // While it handles the item the next arrives, and waits; so it does when the app dies.
      if (isDying && !isOver) await until(() => arrived.count > taken)
      kept = JSON.stringify(items.place)
      if (isDying || isOver) break
    }
    client.close()
  }
  return { handled, lives }
}

describe('an app that keeps the place with each item it handles, and dies again and again', () => {
  it('has handled each message once and in order', async () => {
    const ticketId = (await openTicket(anna)).id
    const texts = numbered('слово', messageCount)
    await sendAll(clientOf(server.url, anna), ticketId, texts)
    const network = await badNetwork(server.url)
    network.limit(() => Math.ceil(4_000 + Math.random() * 12_000))
    const { handled, lives } = await dyingApp(
      network.url,
      anna,
      (client, place) => client.follow(MessageSentDocument, { ticketId, afterSeq: 0, ...place }),
      ({ messageSent }) => messageSent.seq === messageCount + 1,
    )
    expect(handled.map(({ messageSent }) => messageSent.seq)).toEqual(
      Array.from({ length: messageCount + 1 }, (_, index) => index + 1),
    )
    expect(lives).toBeGreaterThan(10)
  })

  it('has handled each event once and in order', async () => {
    const ticketId = (await openTicket(anna)).id
    // Now is after what has a number: the ticket's opening must have one.
    const { pool } = server.desk.database
    await until(async () => (await pool.query('select 1 from events where position is null')).rowCount === 0)
    const start = clientOf(server.url, olga).follow(TicketEventsDocument, { ticketId })
    await take(start, 1)
    const { place } = start
    await sendAll(clientOf(server.url, anna), ticketId, numbered('слово', messageCount))
    await take(start, messageCount)
    await start.return?.()
    const { handled, lives } = await dyingApp(
      server.url,
      olga,
      (client, kept) => client.follow(TicketEventsDocument, { ticketId, ...place, ...kept }),
      ({ ticketEvents }) =>
        ticketEvents.__typename === 'MessageSent' && ticketEvents.seq === messageCount + 1,
    )
    const seqs = handled.flatMap(({ ticketEvents: event }) =>
      event.__typename === 'MessageSent' ? [event.seq] : [],
    )
    expect(seqs).toEqual(Array.from({ length: messageCount }, (_, index) => index + 2))
    expect(lives).toBeGreaterThan(10)
  })
})

describe('the place', () => {
  it('is that of the last item handed out, however many wait', async () => {
    const ticketId = (await openTicket(anna)).id
    await sendAll(clientOf(server.url, anna), ticketId, numbered('слово', 5))
    const { arrived, webSocket } = countingSocket()
    const messages = clientOf(server.url, anna, { webSocket }).follow(MessageSentDocument, {
      ticketId,
      afterSeq: 1,
    })
    expect(messages.place).toEqual({ afterSeq: 1 })
    await take(messages, 1)
    await until(() => arrived.count === 5)
    expect(messages.place).toEqual({ afterSeq: 2 })
    expect(messages.state).toBe('catchingUp')
    await take(messages, 3)
    expect(messages.place).toEqual({ afterSeq: 5 })
    await messages.return?.()
    expect(messages.place).toEqual({ afterSeq: 5 })
    expect(messages.state).toBe('offline')
  })

  it('of a stream from now is where that was, before anything has happened', async () => {
    const ticketId = (await openTicket(anna)).id
    const messages = clientOf(server.url, anna).follow(MessageSentDocument, { ticketId })
    expect(messages.place).toEqual({})
    const first = messages.next()
    await until(() => messages.place.afterSeq === 1)
    await sendAll(clientOf(server.url, anna), ticketId, ['Ау'])
    expect((await first).value?.messageSent.seq).toBe(2)
    expect(messages.place).toEqual({ afterSeq: 2 })
    expect(clientOf(server.url, anna).follow(TypingDocument, { ticketId }).place).toEqual({})
  })

  it('moves with a Heartbeat only when all that came before it is handed out', async () => {
    const asked: Asked[] = []
    const url = await serveScript((operation) => asked.push(operation))
    const query: Operation<{ item: { cursor: string } }, { after?: string }> =
      'subscription ($after: String) { item: ticketEvents(after: $after) { __typename cursor } }'
    const { arrived, webSocket } = countingSocket()
    const events = clientOf(url, anna, { webSocket }).follow(query, { after: 'start' })
    const first = events.next()
    await until(() => asked.length === 1)
    const [stream] = asked
    stream!.tell({ __typename: 'MessageSent', cursor: 'one' })
    expect((await first).value?.item.cursor).toBe('one')
    for (const cursor of ['two', 'three']) stream!.tell({ __typename: 'MessageSent', cursor })
    stream!.tell({ __typename: 'Heartbeat', cursor: 'pulse' })
    await until(() => arrived.count === 4)
    expect(events.place).toEqual({ after: 'one' })
    expect((await events.next()).value?.item.cursor).toBe('two')
    expect(events.place).toEqual({ after: 'two' })
    expect((await events.next()).value?.item.cursor).toBe('three')
    expect(events.place).toEqual({ after: 'pulse' })
    stream!.tell({ __typename: 'Heartbeat', cursor: 'next pulse' })
    await until(() => events.place.after === 'next pulse')
  })
})
