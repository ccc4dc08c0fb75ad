import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../kit/database.ts'
import { type DatabaseLine, openDatabaseLine } from '../kit/database-line.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect, openSocket } from '../kit/socket.ts'

let database: FreshDatabase
let line: DatabaseLine
let server: TestServer
let token: string
beforeAll(async () => {
  database = await freshDatabase()
  line = await openDatabaseLine(database.url)
  server = await startTestServer({ DATABASE_URL: line.url })
  token = await server.token('customer')
  await server.request('{ viewer { role } }', {}, token)
})
afterAll(async () => {
  await server.close()
  await line.cut()
  await database.drop()
})

const tickets = '{ tickets { nodes { id } } }'

it('a bug is masked over HTTP and WebSocket, and logged once with the id the client got', async () => {
  await server.desk.database.pool.query('alter table tickets rename to elsewhere')
  const answer = await server.request(tickets, {}, token)
  const socket = await connect(server.wsUrl, token)
  socket.send({ type: 'subscribe', id: '1', payload: { query: tickets } })
  const frame = await socket.next()
  await socket.close()
  await server.desk.database.pool.query('alter table elsewhere rename to tickets')
  const overSocket = (frame.payload as { errors: typeof answer.errors }).errors
  for (const errors of [answer.errors, overSocket]) {
    expect(errors).toHaveLength(1)
    const { message, extensions } = errors?.[0] ?? {}
    expect(message).toBe('Something went wrong on our side.')
    expect(extensions).toEqual({
      code: 'INTERNAL_SERVER_ERROR',
      requestId: expect.any(String),
      retryable: true,
      detail: 'На нашей стороне что-то пошло не так. Повторите, пожалуйста, позже.',
    })
    const logged = server.logs.filter(({ requestId }) => requestId === extensions?.['requestId'])
    expect(logged).toHaveLength(1)
    expect(logged[0]?.err?.stack).toContain('tickets')
  }
  expect(answer.status).toBe(200)
  expect(answer.errors?.[0]?.extensions?.['requestId']).toBe(answer.headers.get('x-request-id'))
})

it('a database that is away is an outage, until it is back', async () => {
  const { origin } = new URL(server.url)
  await line.cut()
  const { errors } = await server.request(tickets, {}, token)
  expect(errors).toMatchObject([
    {
      message: 'The service is not available at the moment.',
      extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true },
    },
  ])
  // Somebody whose rows are not in memory cannot even be told who they are.
  const stranger = await server.token('customer', { sub: 'stranger' })
  const refused = await server.request(tickets, {}, stranger)
  expect(refused.status).toBe(503)
  expect(refused.errors).toMatchObject([{ extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } }])
  const socket = await connect(server.wsUrl, token)
  socket.send({ type: 'subscribe', id: '1', payload: { query: tickets } })
  expect(await socket.next()).toMatchObject({
    type: 'next',
    payload: { errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
  })
  await socket.close()
  const refusedSocket = await openSocket(server.wsUrl)
  refusedSocket.send({ type: 'connection_init', payload: { authorization: `Bearer ${stranger}` } })
  expect(await refusedSocket.closed).toEqual({ code: 1013, reason: 'Try again later' })
  expect((await fetch(`${origin}/readyz`)).status).toBe(503)
  expect((await fetch(`${origin}/healthz`)).status).toBe(200)

  await line.mend()
  await until(async () => (await fetch(`${origin}/readyz`)).ok)
  expect((await server.request(tickets, {}, token)).data).toEqual({ tickets: { nodes: [] } })
  expect((await server.request(tickets, {}, stranger)).data).toEqual({ tickets: { nodes: [] } })
})
