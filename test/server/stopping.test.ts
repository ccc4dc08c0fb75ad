import { createClient } from 'graphql-sse'
import { describe, expect, it } from 'vitest'
import { freshDatabase, withClient } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { openProxy } from '../kit/proxy.ts'
import { readAll } from '../kit/read-all.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect, openSocket } from '../kit/socket.ts'

async function openTicket(server: TestServer, token: string): Promise<string> {
  const { data } = await server.request<{ ticketOpen: { ticket: { id: string } } }>(
    'mutation { ticketOpen(input: { text: "Привет" }) { ... on TicketOpenPayload { ticket { id } } } }',
    {},
    token,
  )
  return data.ticketOpen.ticket.id
}

const send =
  'mutation ($id: ID!) { messageSend(input: { ticketId: $id, text: "Ещё" }) { ... on MessageSendPayload { message { seq } } } }'

/** Sends a message that waits for a lock until `work` has run. */
async function whileSending<T>(
  server: TestServer,
  work: () => Promise<T>,
): Promise<{ sent: unknown; worked: T }> {
  const token = await server.token('customer')
  const id = await openTicket(server, token)
  const { pool, url } = server.desk.database
  return await withClient(url, async (client) => {
    await client.query('begin; lock table tickets in exclusive mode')
    const sent = server.request(send, { id }, token).catch((error: unknown) => error)
    await until(async () => {
      const waiting = await pool.query(`select from pg_locks where not granted`)
      return waiting.rows.length > 0
    })
    const worked = await work()
    await client.query('rollback')
    return { sent: await sent, worked }
  })
}

describe('a server that stops', () => {
  it('finishes what is under way, sends sockets away and ends event streams', async () => {
    const server = await startTestServer()
    const token = await server.token('customer')
    const ticketId = await openTicket(server, token)
    const socket = await connect(server.wsUrl, token)
    expect(server.opora.server.socketCount()).toBe(1)
    const client = createClient({
      url: server.url,
      headers: { authorization: `Bearer ${token}` },
      retryAttempts: 0,
    })
    const events = client.iterate({
      query: 'subscription ($id: ID!) { ticketEvents(ticketId: $id) { __typename } }',
      variables: { id: ticketId },
    })
    expect((await events.next()).value).toEqual({ data: { ticketEvents: { __typename: 'CaughtUp' } } })
    const { sent, worked: closing } = await whileSending(server, async () => {
      const closed = server.opora.server.close()
      expect(await socket.closed).toEqual({ code: 1012, reason: 'The server is restarting' })
      const rest = await readAll(events)
      expect(rest.at(-1)?.errors).toMatchObject([
        { extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } },
      ])
      await expect(openSocket(server.wsUrl)).rejects.toThrow('ECONNREFUSED')
      return { closed }
    })
    expect(sent).toMatchObject({ status: 200, data: { messageSend: { message: { seq: 2 } } } })
    await closing.closed
    expect(server.opora.server.socketCount()).toBe(0)
    await server.close()
  })

  it('cuts off what takes longer than STOP_SECONDS', async () => {
    const server = await startTestServer({ STOP_SECONDS: '0.2' })
    const { sent } = await whileSending(server, async () => await server.opora.server.close())
    expect(sent).toBeInstanceOf(TypeError)
    await server.close()
  })
  it('ends, and says what it left, when its database never answers again', async () => {
    const database = await freshDatabase()
    const line = await openProxy(database.url)
    const server = await startTestServer({ DATABASE_URL: line.url, STOP_SECONDS: '1' })
    const { pool } = server.desk.database
    line.stallAll()
    // Holds a connection of the pool that will not come back, as anything does that is under way just then.
    void pool.query('select 1').catch(() => undefined)
    await server.close()
    const left = server.logs.filter(({ msg }) => msg === 'not stopped in time; left')
    expect(left.map(({ part }) => part)).toContain('database')
    await line.close()
    await database.drop()
  })
})
