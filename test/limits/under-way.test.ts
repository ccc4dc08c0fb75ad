import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { call, openStream, reserve, tokenHeader } from '../kit/event-stream.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect, type TestSocket } from '../kit/socket.ts'
import { buyer, guest, openTicket, type Person } from '../kit/world.ts'

let server: TestServer
let anna: Person
let boris: Person
let ticketId: string
beforeAll(async () => {
  server = await startTestServer({
    SOCKET_OPERATION_LIMIT: '3',
    VIEWER_OPERATION_LIMIT: '5',
    COST_LIMIT_GUEST: '100/1',
  })
  anna = await buyer(server, 'anna')
  boris = await buyer(server, 'boris')
  ticketId = (await openTicket(anna)).id
})
afterAll(async () => await server.close())

const underWay = () => server.opora.server.operationCount()
/** Whatever a test did: every place is given back, and nobody is left listening. */
beforeEach(() => expect(underWay()).toBe(0))
afterEach(async () => await until(() => underWay() === 0 && server.desk.ticketNews.listenerCount === 0))

const query = 'subscription ($ticketId: ID!) { messageSent(ticketId: $ticketId, afterSeq: 0) { seq } }'
const payload = () => ({ query, variables: { ticketId } })

/** The type of the first frame that comes back; of an error its code. */
async function follow(socket: TestSocket, id: string, body: object = payload()): Promise<string> {
  socket.send({ type: 'subscribe', id, payload: body })
  const frame = await socket.next()
  if (frame.type !== 'error') return frame.type
  return String((frame.payload as { extensions: { code: string } }[])[0]?.extensions.code)
}

describe('on one WebSocket', () => {
  it('no more begin than its limit, and one may when another has ended; the socket stays', async () => {
    const socket = await connect(server.wsUrl, anna.token ?? '')
    for (const id of ['1', '2', '3']) expect(await follow(socket, id)).toBe('next')
    expect(await follow(socket, '4')).toBe('SUBSCRIPTION_LIMIT')
    // A question is an operation too.
    expect(await follow(socket, '5', { query: '{ viewer { role } }' })).toBe('SUBSCRIPTION_LIMIT')
    socket.send({ type: 'complete', id: '2' })
    await until(() => underWay() === 2)
    expect(await follow(socket, '4')).toBe('next')
    await socket.close()
  })

  it('what comes to nothing holds no place', async () => {
    const socket = await connect(server.wsUrl, boris.token ?? '')
    const bodies: readonly [object, string][] = [
      [{ query: '{ viewer {' }, 'GRAPHQL_PARSE_FAILED'],
      [{ query: '{ surprise }' }, 'GRAPHQL_VALIDATION_FAILED'],
      [{ query: 'query a { viewer { role } }', operationName: 'b' }, 'BAD_USER_INPUT'],
      [{ query: '{ viewer { role } }' }, 'next'],
      // Not his: the stream ends with its first result.
      [payload(), 'next'],
    ]
    for (const [index, [body, expected]] of bodies.entries()) {
      expect(await follow(socket, `${index}`, body)).toBe(expected)
      if (expected === 'next') expect((await socket.next()).type).toBe('complete')
      await until(() => underWay() === 0)
    }
    await socket.close()
  })

  it('what is called off before it has begun holds none either', async () => {
    const socket = await connect(server.wsUrl, anna.token ?? '')
    for (let round = 0; round < 20; round += 1) {
      socket.send({ type: 'subscribe', id: `${round}`, payload: payload() })
      socket.send({ type: 'complete', id: `${round}` })
      if (round % 3 === 2) await until(() => underWay() === 0)
    }
    await until(() => underWay() === 0)
    // Those that began in time have sent something.
    socket.send({ type: 'subscribe', id: 'last', payload: payload() })
    for (let frame = await socket.next(); frame.id !== 'last'; ) frame = await socket.next()
    await socket.close()
  })

  it('nor what cannot be paid for', async () => {
    const { token } = await guest(server)
    const socket = await connect(server.wsUrl, token ?? '')
    const dear = { query: '{ tickets(first: 80) { nodes { id } } }' }
    expect(await follow(socket, '1', dear)).toBe('next')
    await socket.next()
    for (const id of ['2', '3', '4', '5']) expect(await follow(socket, id, dear)).toBe('THROTTLED')
    expect(underWay()).toBe(0)
    await socket.close()
  })
})

describe('of one person over all connections', () => {
  it('no more begin than the limit, whatever the transport; others have their own', async () => {
    const sockets = [
      await connect(server.wsUrl, anna.token ?? ''),
      await connect(server.wsUrl, anna.token ?? ''),
    ]
    const [first, second] = sockets as [TestSocket, TestSocket]
    for (const id of ['1', '2', '3']) expect(await follow(first, id)).toBe('next')
    expect(await follow(second, '1')).toBe('next')
    const stream = await openStream(server, anna, { body: payload() })
    await stream.upTo('"seq":1')
    expect(underWay()).toBe(5)

    expect(await follow(second, '2')).toBe('SUBSCRIPTION_LIMIT')
    const alone = await call(server, 'POST', anna, {
      headers: { accept: 'text/event-stream' },
      body: payload(),
    })
    const headers = { [tokenHeader]: await reserve(server, anna) }
    const body = { ...payload(), extensions: { operationId: 'a' } }
    const onStream = await call(server, 'POST', anna, { headers, body })
    for (const answer of [alone, onStream]) {
      expect(answer.status).toBe(429)
      expect(await answer.text()).toMatch(/"code":"SUBSCRIPTION_LIMIT","requestId":"[^"]+","retryable":true/)
    }
    // Questions over HTTP are under way no longer than their request.
    expect(await anna.ask('{ viewer { role } }')).toEqual({ viewer: { role: 'CUSTOMER' } })
    const other = await connect(server.wsUrl, boris.token ?? '')
    expect(await follow(other, '1', { query: '{ viewer { role } }' })).toBe('next')

    stream.leave()
    await until(() => underWay() === 4)
    expect(await follow(second, '2')).toBe('next')
    for (const socket of [...sockets, other]) await socket.close()
  })
})

describe('on one event stream for all', () => {
  it('no more begin than the limit of a connection, and one may when another was stopped', async () => {
    const token = await reserve(server, anna)
    const headers = { [tokenHeader]: token }
    const start = async (operationId: string) =>
      (await call(server, 'POST', anna, { headers, body: { ...payload(), extensions: { operationId } } }))
        .status
    const stream = await openStream(server, anna, { token })
    expect([await start('1'), await start('2'), await start('3'), await start('4')]).toEqual([
      202, 202, 202, 429,
    ])
    await call(server, 'DELETE', anna, { headers, search: '?operationId=2' })
    expect([await start('4'), await start('5')]).toEqual([202, 429])
    expect(underWay()).toBe(3)
    stream.leave()
  })
})
