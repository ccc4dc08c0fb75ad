import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import {
  MessageSentDocument,
  NoteAddDocument,
  TicketEventsDocument,
  TicketUpdateDocument,
} from '../../src/client/index.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, operator, type Person } from '../kit/world.ts'
import { badNetwork, clientOf, numbered, sendAll, take, textsOf } from './desk.ts'

let server: TestServer
let anna: Person
let olga: Person
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
  olga = await operator(server, 'olga')
})
afterAll(async () => await server.close())

/** Cuts each connection somewhere between its handshake and a handful of frames. */
const anywhere = () => Math.ceil(Math.random() * 5_000)

it('a follower whose connections are cut at random bytes gets every message once, in order', async () => {
  const ticketId = (await openTicket(anna)).id
  const network = await badNetwork(server.url)
  const texts = numbered('слово', 150)
  const sending = sendAll(clientOf(server.url, anna), ticketId, texts)
  network.limit(anywhere)
  const messages = clientOf(network.url, anna).follow(MessageSentDocument, { ticketId, afterSeq: 0 })
  const got = textsOf(await take(messages, 151))
  await sending
  expect(got).toEqual(['Где посылка?', ...texts].map((text, index) => [index + 1, text]))
  expect(network.connectionCount).toBeGreaterThan(10)
})

it('the events of a ticket, cut at random bytes, come without a gap or a repeat', async () => {
  const ticketId = (await openTicket(anna)).id
  const client = clientOf(server.url, olga)
  const whole = client.follow(TicketEventsDocument, { ticketId })
  const [start] = await take(whole, 1)
  const after = start?.ticketEvents.cursor
  const network = await badNetwork(server.url)
  network.limit(() => 2_000 + anywhere())
  const work = async () => {
    for (const text of numbered('дело', 25)) {
      await sendAll(client, ticketId, [text])
      await client.mutate(NoteAddDocument, { input: { ticketId, text } })
      await client.mutate(TicketUpdateDocument, { input: { ticketId, subject: text } })
    }
    await sendAll(client, ticketId, ['конец'])
  }
  const working = work()
  const collect = async (events: typeof whole) => {
    const facts: { id: string; cursor: string }[] = []
    for await (const { ticketEvents: event } of events) {
      if ('id' in event) facts.push({ id: event.id, cursor: event.cursor })
      if (event.__typename === 'MessageSent' && event.message?.text === 'конец') break
    }
    return facts
  }
  const cut = clientOf(network.url, olga).follow(TicketEventsDocument, { ticketId, after })
  const [truth, got] = await Promise.all([collect(whole), collect(cut)])
  await working
  // The last event, the ticket's change of status, may come before or after the message that caused it.
  expect(truth.length).toBeGreaterThanOrEqual(76)
  expect(got).toEqual(truth)
  expect(network.connectionCount).toBeGreaterThan(5)
})

it('streams of one client share a socket, and each resumes at its own place', async () => {
  const tickets = await Promise.all([1, 2, 3].map(async () => (await openTicket(anna)).id))
  const network = await badNetwork(server.url)
  const direct = clientOf(server.url, anna)
  const client = clientOf(network.url, anna)
  const streams = tickets.map((ticketId) => client.follow(MessageSentDocument, { ticketId, afterSeq: 0 }))
  await Promise.all(streams.map(async (stream) => await take(stream, 1)))
  expect(network.connectionCount).toBe(1)
  for (const [round, ticketId] of tickets.entries()) {
    network.cutAll()
    await sendAll(direct, ticketId, numbered(`раз ${round}`, round + 1))
  }
  const rest = await Promise.all(streams.map(async (stream, round) => textsOf(await take(stream, round + 1))))
  expect(rest).toEqual(
    tickets.map((_, round) => numbered(`раз ${round}`, round + 1).map((text, index) => [index + 2, text])),
  )
})

it('a connection that has silently died is noticed and replaced', async () => {
  const ticketId = (await openTicket(anna)).id
  const network = await badNetwork(server.url)
  const client = clientOf(network.url, anna, { pingSeconds: 0.2 })
  const messages = client.follow(MessageSentDocument, { ticketId, afterSeq: 0 })
  await take(messages, 1)
  network.stallAll()
  await sendAll(clientOf(server.url, anna), ticketId, ['Ау'])
  expect(textsOf(await take(messages, 1))).toEqual([[2, 'Ау']])
  expect(network.connectionCount).toBe(2)
})

it('a restart of the server is waited out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opora-test-'))
  onTestFinished(async () => await rm(folder, { recursive: true }))
  const same = { DATABASE_URL: server.desk.env.DATABASE_URL ?? '', DATA_DIR: folder }
  const first = await startTestServer(same)
  const ticketId = (await openTicket(anna)).id
  const network = await badNetwork(first.url)
  const token = await first.token('customer', { sub: 'anna' })
  const messages = clientOf(network.url, { token }).follow(MessageSentDocument, { ticketId, afterSeq: 0 })
  await take(messages, 1)
  await first.close()
  await sendAll(clientOf(server.url, anna), ticketId, ['Ау'])
  const seen = network.connectionCount
  await until(() => network.connectionCount > seen + 1)
  const second = await startTestServer(same)
  onTestFinished(async () => await second.close())
  network.redirect(second.url)
  expect(textsOf(await take(messages, 1))).toEqual([[2, 'Ау']])
})
