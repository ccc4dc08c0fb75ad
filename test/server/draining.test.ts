import { createClient } from 'graphql-sse'
import { expect, it, onTestFinished } from 'vitest'
import { call, openStream, reserve, tokenHeader } from '../kit/event-stream.ts'
import { until } from '../kit/postgres-process.ts'
import { readAll } from '../kit/read-all.ts'
import { startTestServer } from '../kit/server.ts'
import { connect, openSocket } from '../kit/socket.ts'
import { buyer, openTicket } from '../kit/world.ts'

const messages = 'subscription ($id: ID!) { messageSent(ticketId: $id, afterSeq: 0) { seq } }'

it('a server that stops sends its clients away one after the other, and says so at once', async () => {
  const drainSeconds = 1.5
  const server = await startTestServer({ DRAIN_SECONDS: String(drainSeconds) })
  onTestFinished(async () => await server.close())
  const anna = await buyer(server, 'anna')
  const { id } = await openTicket(anna)
  const body = { query: messages, variables: { id } }
  const sockets = await Promise.all(
    Array.from({ length: 8 }, async () => await connect(server.wsUrl, anna.token ?? '')),
  )
  const client = createClient({
    url: server.url,
    headers: { authorization: `Bearer ${anna.token}` },
    retryAttempts: 0,
  })
  const distinct = client.iterate(body)
  expect((await distinct.next()).value).toEqual({ data: { messageSent: { seq: 1 } } })
  const token = await reserve(server, anna)
  const stream = await openStream(server, anna, { token })
  const headers = { [tokenHeader]: token }
  const started = { ...body, extensions: { operationId: 'a' } }
  expect((await call(server, 'POST', anna, { headers, body: started })).status).toBe(202)
  await stream.upTo('"seq":1')
  const ready = new URL('/readyz', server.url)
  expect((await fetch(ready)).status).toBe(200)

  const begun = performance.now()
  const goings: number[] = []
  const noted = async (gone: Promise<unknown>) => {
    await gone
    goings.push(performance.now() - begun)
  }
  const told = readAll(distinct)
  const text = stream.toEnd()
  const closings = sockets.map(async ({ closed }) => {
    expect(await closed).toEqual({ code: 1012, reason: 'The server is restarting' })
  })
  const gone = [...closings, told, text].map(noted)
  const closing = server.opora.server.close()
  const [answer, late] = await Promise.all([
    fetch(ready),
    openSocket(server.wsUrl).catch((error: unknown) => error),
  ])
  expect([answer.status, answer.headers.get('connection')]).toEqual([503, 'close'])
  expect(await answer.json()).toMatchObject({ isReady: false, isStopping: true, database: 'UP' })
  expect(late).toMatchObject({ message: 'Unexpected server response: 503' })
  expect((await call(server, 'PUT', anna)).status).toBe(503)
  // Requests are answered meanwhile.
  expect(await anna.ask('{ viewer { role } }')).toEqual({ viewer: { role: 'CUSTOMER' } })
  expect(goings.length).toBeLessThan(10)
  await Promise.all(gone)
  await closing
  // Timers are never early: ten clients, the last of them after nine tenths of the time.
  expect(Math.max(...goings)).toBeGreaterThanOrEqual(drainSeconds * 900)
  expect((await told).at(-1)?.errors).toMatchObject([
    { extensions: { code: 'SERVICE_UNAVAILABLE', retryable: true } },
  ])
  expect(await text).toMatch(/SERVICE_UNAVAILABLE.*\n\nevent: complete\ndata: \{"id":"a"\}\n\n$/)
  await until(() => server.opora.server.connectionCount() === 0)
})
