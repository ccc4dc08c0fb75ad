import { once } from 'node:events'
import { request } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'
import { followMessages } from '../kit/stream.ts'
import { openTicket } from '../kit/world.ts'

let server: TestServer
let cast: Cast
let ticketId: string
/** Who listens on a server that nobody follows. */
let idle: Listeners
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  ticketId = (await openTicket(cast.ownBuyer)).id
  idle = listeners()
})
/** Whatever a test did: nobody is left listening, and no connection to the database is left in use. */
afterEach(async () => {
  const { pool } = server.desk.database
  await listening({})
  await until(() => pool.totalCount === pool.idleCount && pool.waitingCount === 0)
})
afterAll(async () => await server.close())

interface Listeners {
  readonly feed: number
  readonly tickets: number
  readonly leases: number
  readonly persons: number
  readonly pulses: number
}
const listeners = (): Listeners => ({
  feed: server.desk.feed.listenerCount,
  tickets: server.desk.ticketNews.listenerCount,
  leases: server.desk.leases.listenerCount,
  persons: server.desk.personNews.listenerCount,
  pulses: server.desk.pulses.count,
})
const listening = async (added: Partial<Listeners>) => {
  const names = Object.keys(idle) as (keyof Listeners)[]
  const wanted = Object.fromEntries(names.map((name) => [name, idle[name] + (added[name] ?? 0)]))
  await until(() => isDeepStrictEqual(listeners(), wanted))
}

const subscriptions: [name: string, field: string, added: Partial<Listeners>][] = [
  ['messageSent', `messageSent(ticketId: $id) { seq }`, { tickets: 1, persons: 1 }],
  ['messageSent with history', `messageSent(ticketId: $id, afterSeq: 0) { seq }`, { tickets: 1, persons: 1 }],
  ['ticketEvents', `ticketEvents(ticketId: $id) { cursor }`, { feed: 1, persons: 1, pulses: 1 }],
  [
    'ticketEvents with history',
    `ticketEvents(ticketId: $id, after: "x") { cursor }`,
    { feed: 1, persons: 1, pulses: 1 },
  ],
  ['inboxEvents', `inboxEvents { cursor }`, { feed: 1, persons: 1, pulses: 1 }],
  ['typing', `typing(ticketId: $id) { isTyping }`, { leases: 1, persons: 1 }],
  ['presence', `presence(ticketId: $id) { operators { isTyping } }`, { leases: 2, persons: 1 }],
  ['operatorStatuses', `operatorStatuses { isAll }`, { leases: 1, persons: 1 }],
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
    const twice = Object.entries(added).map(([name, count]) => [name, count * 2])
    await listening(Object.fromEntries(twice))
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
