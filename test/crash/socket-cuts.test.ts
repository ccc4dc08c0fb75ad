import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createClient as createSseClient } from 'graphql-sse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  MessageSentDocument,
  type MessageSentSubscription,
  NoteAddDocument,
  type OporaClient,
  TicketEventsDocument,
} from '../../src/client/index.ts'
import { type FreshDatabase, freshDatabase } from '../kit/database.ts'
import { fixedPort } from '../kit/ports.ts'
import { openProxy, type Proxy } from '../kit/proxy.ts'
import {
  collectEvents,
  collectMessages,
  inboxEventIds,
  openTicket,
  type People,
  type Person,
  peopleOf,
  send,
  storedEvents,
  storedMessages,
  ticketEventIds,
} from './chat.ts'
import { type Program, startProgram } from './program.ts'
import { randomNumbers } from './random.ts'

const followerCount = 5
const cutsPerFollower = 40
const messageCount = 2_000

let database: FreshDatabase
let program: Program
let people: People
const proxies: Proxy[] = []
const closers: (() => unknown)[] = []
beforeAll(async () => {
  database = await freshDatabase()
  closers.push(async () => await database.drop())
  const folder = await mkdtemp(join(tmpdir(), 'opora-test-'))
  closers.push(async () => await rm(folder, { recursive: true }))
  people = await peopleOf(folder)
  const env = { DATABASE_URL: database.url, DATABASE_POOL: '10', DATA_DIR: folder, DEMO: '0' }
  program = await startProgram({ port: await fixedPort(), folder, env })
  closers.push(async () => await program.stop())
})
afterAll(async () => {
  for (const close of closers.toReversed()) await close()
})

async function clientOf(person: Person, url = program.url): Promise<OporaClient> {
  const client = await people.client(person, url)
  closers.push(() => client.close())
  return client
}

const seed = Date.now() % 2 ** 31
const random = randomNumbers(seed)

/** An address whose connections are cut so many times; more often early, so that handshakes are cut too. */
async function cuttingUrl(mostBytes: number): Promise<string> {
  const proxy = await openProxy(program.url)
  closers.push(async () => await proxy.close())
  proxies.push(proxy)
  let cutsLeft = cutsPerFollower
  proxy.limit(() => (cutsLeft-- > 0 ? Math.floor(random() ** 2 * mostBytes) : null))
  return proxy.url
}

/** What a program that follows over SSE does: it comes back after the last message it has. */
async function* messagesOverSse(url: string, token: string, ticketId: string) {
  const client = createSseClient({ url, headers: { authorization: `Bearer ${token}` }, retryAttempts: 0 })
  const query = MessageSentDocument.toString()
  for (let afterSeq = 0; ; await pause(10)) {
    try {
      const results = client.iterate<MessageSentSubscription>({ query, variables: { ticketId, afterSeq } })
      for await (const { data } of results) {
        if (data == null) return
        afterSeq = data.messageSent.seq ?? afterSeq
        yield data
      }
    } catch {
      // The connection was cut.
    }
  }
}

/** Each by a line of its own; how many bytes it carries before a cut fits to how large its items are. */
async function follow(ticketId: string, after: string) {
  const cut = async (person: Person, mostBytes: number) => await clientOf(person, await cuttingUrl(mostBytes))
  const messages = (await cut('anna', 30_000)).follow(MessageSentDocument, { ticketId, afterSeq: 0 })
  const sse = messagesOverSse(await cuttingUrl(30_000), await people.token('olga'), ticketId)
  const buyerEvents = (await cut('anna', 15_000)).follow(ticketEventIds, { ticketId, after })
  const deskEvents = (await cut('olga', 75_000)).follow(TicketEventsDocument, { ticketId, after })
  const inbox = (await cut('sergey', 15_000)).follow(inboxEventIds, { after })
  const isLast = (seq: number) => seq === messageCount
  return await Promise.all([
    collectMessages(messages, isLast),
    collectMessages(sse, isLast),
    collectEvents(buyerEvents, isLast),
    collectEvents(deskEvents, isLast),
    collectEvents(inbox, isLast),
  ])
}

/** Three devices of the buyer and three operators send at once; now and then a note, and a word in another ticket. */
async function converse(ticketId: string): Promise<void> {
  const other = await openTicket(await clientOf('anna'), 'Другое дело')
  let next = 2
  const talk = async (person: Person) => {
    const client = await clientOf(person)
    for (let number = next++; number < messageCount; number = next++) {
      await send(client, ticketId, `${person} ${number}`)
      if (number % 50 === 0) await send(client, other.ticketId, `${person} ${number}`)
      if (number % 20 === 0 && person !== 'anna') {
        await client.mutate(NoteAddDocument, { input: { ticketId, text: `Заметка ${number}` } })
      }
    }
  }
  await Promise.all((['anna', 'anna', 'anna', 'olga', 'pavel', 'sergey'] as const).map(talk))
}

const name = `${followerCount * cutsPerFollower} cuts during ${messageCount} messages: every follower has exactly the log`
test(name, async () => {
  const { ticketId, cursor } = await openTicket(await clientOf('anna'), 'Где посылка?')
  const following = follow(ticketId, cursor)
  await converse(ticketId)
  await send(await clientOf('anna'), ticketId, 'Спасибо, всё пришло!')
  const [messages, overSse, buyerEvents, deskEvents, inbox] = await following
  const connections = proxies.map(({ connectionCount }) => connectionCount).join(', ')
  console.info(`connections, cut at random places (seed ${seed}): ${connections}`)
  // One more than were cut: each cut was lived through.
  for (const { connectionCount } of proxies) expect(connectionCount).toBeGreaterThan(cutsPerFollower)
  const log = await storedMessages(database.url, ticketId)
  expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: messageCount }, (_, index) => index + 1))
  expect(messages).toEqual(log)
  expect(overSse).toEqual(log)
  const events = async (part: { ticketId?: string; withInternal: boolean }) =>
    await storedEvents(database.url, { afterOpening: ticketId, ...part })
  const ids = (got: { id: string }[]) => got.map(({ id }) => id)
  expect(ids(buyerEvents)).toEqual(await events({ ticketId, withInternal: false }))
  expect(ids(deskEvents)).toEqual(await events({ ticketId, withInternal: true }))
  expect(ids(inbox)).toEqual(await events({ withInternal: true }))
  const cursors = new Map(inbox.map(({ id, cursor: place }) => [id, place]))
  for (const { id, cursor: place } of [...buyerEvents, ...deskEvents]) expect(place).toBe(cursors.get(id))
}, 300_000)
