import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type FollowState,
  MessageSentDocument,
  type Operation,
  type OporaClient,
  TicketEventsDocument,
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

type Numbered = Operation<{ item: { seq: number } }, { ticketId: string; afterSeq: number }>
const messages: Numbered =
  'subscription ($ticketId: ID!, $afterSeq: Int) { item: messageSent(ticketId: $ticketId, afterSeq: $afterSeq) { seq } }'

/** A server that does as it is told, and a stream of messages that follows it. */
async function scripted() {
  const streams: Asked[] = []
  const questions: Asked[] = []
  const url = await serveScript((asked) => {
    if (asked.query.startsWith('subscription')) streams.push(asked)
    else questions.push(asked)
  })
  const states: FollowState[] = []
  const client: OporaClient = clientOf(url, anna)
  const stream = client.follow(
    messages,
    { ticketId: 'one', afterSeq: 0 },
    { onState: (state) => void states.push(state) },
  )
  return { streams, questions, states, stream }
}

const answer = (question: Asked | undefined, item: object | null) => {
  question?.tell(item)
  question?.complete()
}

describe('live', () => {
  it('is said of messages when all that were there at the connection are handed out, and not before', async () => {
    const { streams, questions, states, stream } = await scripted()
    const first = stream.next()
    await until(() => questions.length === 1 && streams.length === 1)
    expect(questions[0]?.variables).toEqual({ ticketId: 'one' })
    streams[0]?.tell({ seq: 1 })
    answer(questions[0], { lastSeq: 3 })
    await first
    streams[0]?.tell({ seq: 2 })
    expect((await stream.next()).value?.item.seq).toBe(2)
    expect(states).toEqual(['catchingUp'])
    streams[0]?.tell({ seq: 3 })
    streams[0]?.tell({ seq: 4 })
    expect((await stream.next()).value?.item.seq).toBe(3)
    expect(stream.state).toBe('live')
    expect((await stream.next()).value?.item.seq).toBe(4)
    expect(states).toEqual(['catchingUp', 'live'])
  })

  it('waits for the answer, and is asked anew on each connection', async () => {
    const { streams, questions, states, stream } = await scripted()
    const first = stream.next()
    await until(() => questions.length === 1 && streams.length === 1)
    streams[0]?.tell({ seq: 1 })
    await first
    expect(stream.state).toBe('catchingUp')
    answer(questions[0], { lastSeq: 1 })
    await until(() => stream.state === 'live')
    const next = stream.next()
    streams[0]?.socket.terminate()
    await until(() => questions.length === 2 && streams.length === 2)
    expect(streams[1]?.variables).toMatchObject({ afterSeq: 1 })
    // What an earlier connection was told does not count on this one.
    expect(stream.state).toBe('catchingUp')
    answer(questions[1], { lastSeq: 2 })
    streams[1]?.tell({ seq: 2 })
    expect((await next).value?.item.seq).toBe(2)
    await until(() => states.length === 5)
    expect(states).toEqual(['catchingUp', 'live', 'offline', 'catchingUp', 'live'])
  })

  it('is asked for again while the failure may pass; a refused question leaves the messages as they come', async () => {
    const { streams, questions, states, stream } = await scripted()
    const first = stream.next()
    await until(() => questions.length === 1 && streams.length === 1)
    questions[0]?.fail('SERVICE_UNAVAILABLE', true)
    await until(() => questions.length === 2)
    expect(states).toEqual(['catchingUp'])
    questions[1]?.fail('PERSISTED_QUERY_ONLY', false)
    await until(() => stream.state === 'live')
    streams[0]?.tell({ seq: 1 })
    expect((await first).value?.item.seq).toBe(1)
    expect(questions).toHaveLength(2)
  })

  it('leaves no question behind when the stream is left', async () => {
    const { questions, stream } = await scripted()
    void stream.next()
    await until(() => questions.length === 1)
    const closed = new Promise((resolve) => questions[0]?.socket.on('close', resolve))
    await stream.return?.()
    // A client closes its socket when the last operation is over.
    await closed
    expect(stream.state).toBe('offline')
  })
})

it.each(['messages', 'events'] as const)(
  'the state of %s is catchingUp as long as history waits to be taken, also after a lost connection',
  async (kind) => {
    const ticketId = (await openTicket(anna)).id
    const network = await badNetwork(server.url)
    const states: FollowState[] = []
    const onState = (state: FollowState) => void states.push(state)
    const client = clientOf(network.url, olga)
    const stream =
      kind === 'messages'
        ? client.follow(MessageSentDocument, { ticketId, afterSeq: 0 }, { onState })
        : client.follow(TicketEventsDocument, { ticketId }, { onState })
    await take<unknown>(stream, 1)
    await until(() => stream.state === 'live')
    network.refuse(true)
    network.cutAll()
    await until(() => stream.state === 'offline')
    await sendAll(clientOf(server.url, anna), ticketId, numbered('слово', 5))
    network.refuse(false)
    await take<unknown>(stream, 4)
    expect(states.at(-1)).toBe('catchingUp')
    await take<unknown>(stream, kind === 'messages' ? 1 : 2)
    await until(() => stream.state === 'live')
    expect(states).toEqual(['catchingUp', 'live', 'offline', 'catchingUp', 'live'])
  },
)
