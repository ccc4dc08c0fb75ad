import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'
import {
  followInbox,
  followMessages,
  followTicket,
  followTyping,
  isCaughtUp,
  type Stream,
  transports,
} from '../kit/stream.ts'
import { admin, done, openTicket, operator, type Person } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { toldLog } from './nodes.ts'

let server: TestServer
let cast: Cast
let ticketId: string
/** Who listens on a server that nobody follows. */
let idle: { feed: number; tickets: number }
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  ticketId = (await openTicket(cast.ownBuyer)).id
  idle = listeners()
})
/** Whatever a test did: nobody is left listening, and no connection to the database is left in use. */
afterEach(async () => {
  const { pool } = server.desk.database
  await until(() => listeners().feed === idle.feed && listeners().tickets === idle.tickets)
  await until(() => pool.totalCount === pool.idleCount && pool.waitingCount === 0)
})
afterAll(async () => await server.close())

const listeners = () => ({
  feed: server.desk.feed.listenerCount,
  tickets: server.desk.ticketNews.listenerCount,
})
const listening = async (added: { feed?: number; tickets?: number }) => {
  const { feed = 0, tickets = 0 } = added
  await until(() => listeners().feed === idle.feed + feed && listeners().tickets === idle.tickets + tickets)
}

const subscriptions: [name: string, field: string, added: { feed?: number; tickets?: number }][] = [
  ['messageSent', `messageSent(ticketId: $id) { seq }`, { tickets: 1 }],
  ['messageSent with history', `messageSent(ticketId: $id, afterSeq: 0) { seq }`, { tickets: 1 }],
  ['ticketEvents', `ticketEvents(ticketId: $id) { cursor }`, { feed: 1 }],
  ['ticketEvents with history', `ticketEvents(ticketId: $id, after: "x") { cursor }`, { feed: 1 }],
  ['inboxEvents', `inboxEvents { cursor }`, { feed: 1 }],
  ['typing', `typing(ticketId: $id) { isTyping }`, { tickets: 1 }],
]
const queryOf = (field: string) =>
  field.includes('$id') ? `subscription ($id: ID!) { ${field} }` : `subscription { ${field} }`

describe.each(subscriptions)('%s lets go', (_name, field, added) => {
  const payload = () => ({ query: queryOf(field), variables: { id: ticketId } })
  const subscribe = async () => {
    const socket = await connect(server.wsUrl, cast.supervisor.token ?? '')
    socket.send({ type: 'subscribe', id: '1', payload: payload() })
    await listening(added)
    return socket
  }

  it('when a socket completes it, and once only', async () => {
    const socket = await subscribe()
    socket.send({ type: 'complete', id: '1' })
    await listening({})
    socket.send({ type: 'subscribe', id: '1', payload: payload() })
    await listening(added)
    await socket.close()
  })

  it('when a socket closes, with all that it followed', async () => {
    const socket = await subscribe()
    socket.send({ type: 'subscribe', id: '2', payload: payload() })
    await listening({ feed: (added.feed ?? 0) * 2, tickets: (added.tickets ?? 0) * 2 })
    await socket.close()
  })

  it('when an event stream is gone', async () => {
    const outgoing = request(server.url, {
      method: 'POST',
      headers: {
        accept: 'text/event-stream',
        'content-type': 'application/json',
        authorization: `Bearer ${cast.supervisor.token}`,
      },
    })
    outgoing.on('error', () => {})
    outgoing.end(JSON.stringify(payload()))
    await once(outgoing, 'response')
    await listening(added)
    outgoing.destroy()
  })
})

it('a stream that is refused never listens on', async () => {
  const stream = followMessages(server, cast.otherBuyer, { ticketId, afterSeq: 0 })
  expect(await stream.refusal()).toBe('NOT_VISIBLE')
})

describe.each(transports)('an operator who is disabled while following over %s', (transport) => {
  async function following<Item>(begin: (by: Person, id: string) => Stream<Item>) {
    const leaver = await operator(server, `leaver ${randomUUID()}`)
    const { id } = await openTicket(cast.ownBuyer)
    await toldLog(server.desk)
    const stream = begin(leaver, id)
    const disable = async () => {
      const change = { operatorId: leaver.id, isDisabled: true }
      await done(await admin(server), 'operatorUpdate', change, '__typename')
    }
    return { stream, id, disable }
  }

  it('is refused in the inbox at once', async () => {
    const { stream, id, disable } = await following((by) => followInbox(server, by, {}, transport))
    await stream.upTo(isCaughtUp)
    await disable()
    await send(cast.ownBuyer, id, 'Не для вас')
    await expect(stream.next()).rejects.toThrow(/^TOKEN_EXPIRED/)
    expect(await stream.isOver()).toBe(true)
  })

  it('gets nothing more of a ticket', async () => {
    const { stream, id, disable } = await following((by, on) =>
      followTicket(server, by, { ticketId: on }, transport),
    )
    await stream.upTo(isCaughtUp)
    await disable()
    await send(cast.ownBuyer, id, 'Не для вас')
    await expect(stream.next()).rejects.toThrow(/^TOKEN_EXPIRED/)
    expect(await stream.isOver()).toBe(true)
  })

  it('gets no more messages', async () => {
    const { stream, id, disable } = await following((by, on) =>
      followMessages(server, by, { ticketId: on, afterSeq: 0 }, { transport }),
    )
    expect(await stream.next()).toMatchObject({ seq: 1 })
    await disable()
    await send(cast.ownBuyer, id, 'Не для вас')
    await expect(stream.next()).rejects.toThrow(/^TOKEN_EXPIRED/)
    expect(await stream.isOver()).toBe(true)
  })

  it('gets no signs of typing', async () => {
    const { stream, id, disable } = await following((by, on) =>
      followTyping(server, by, { ticketId: on }, transport),
    )
    const first = stream.next()
    const refused = expect(first).rejects.toThrow(/^TOKEN_EXPIRED/)
    await listening({ tickets: 1 })
    await disable()
    await done(cast.ownBuyer, 'typingSet', { ticketId: id, isTyping: true }, '__typename')
    await refused
    expect(await stream.isOver()).toBe(true)
  })
})
