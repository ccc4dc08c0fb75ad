import { expect, it, onTestFinished } from 'vitest'
import { call, openStream, reserve } from '../kit/event-stream.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer } from '../kit/server.ts'
import { connect, openSocket } from '../kit/socket.ts'
import { buyer, openTicket } from '../kit/world.ts'

it('beyond CONNECTION_LIMIT sockets and streams are told to come later, and come when others have gone', async () => {
  const server = await startTestServer({ CONNECTION_LIMIT: '3' })
  onTestFinished(async () => await server.close())
  const anna = await buyer(server, 'anna')
  const { id } = await openTicket(anna)
  const body = {
    query: 'subscription ($id: ID!) { ticketEvents(ticketId: $id) { cursor } }',
    variables: { id },
  }
  const socket = await connect(server.wsUrl, anna.token ?? '')
  const stream = await openStream(server, anna, { body })
  await reserve(server, anna)
  const { connectionCount } = server.opora.server
  expect(connectionCount()).toBe(3)

  expect(await (await openSocket(server.wsUrl)).closed).toEqual({ code: 1013, reason: 'Try again later' })
  const accept = { accept: 'text/event-stream' }
  const refused = [
    await call(server, 'PUT', anna),
    await call(server, 'POST', anna, { headers: accept, body }),
  ]
  for (const answer of refused) {
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain('SERVICE_UNAVAILABLE')
  }
  // Requests need no place.
  expect(await anna.ask('{ viewer { role } }')).toEqual({ viewer: { role: 'CUSTOMER' } })
  expect(connectionCount()).toBe(3)

  await socket.close()
  await until(() => connectionCount() === 2)
  const other = await connect(server.wsUrl, anna.token ?? '')
  stream.leave()
  await until(() => connectionCount() === 2)
  expect((await call(server, 'PUT', anna)).status).toBe(201)
  await other.close()
})
