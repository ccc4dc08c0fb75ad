import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LogLine } from '../kit/logs.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followTicket, isCaughtUp } from '../kit/stream.ts'
import { buyer, openTicket, type Person } from '../kit/world.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startTestServer({ LOG_OPERATIONS: 'info' })
  anna = await buyer(server, 'anna')
})
afterAll(async () => await server.close())

const lineOf = (requestId: string | null) =>
  server.logs.filter((line) => line.msg === 'operation' && line.requestId === requestId)
const ms = expect.any(Number) as number

describe('the line of an operation', () => {
  it('says what was asked, by whom, how long it took and what went wrong, and nothing else', async () => {
    const text =
      'query MyOrders($id: ID!) { viewer { role } order(id: $id) { number } customers { nodes { id } } }'
    const { headers } = await server.request(text, { id: 'ord_secret' }, anna.token)
    const requestId = headers.get('x-request-id')
    const [line, ...more] = lineOf(requestId) as (LogLine & { time: number })[]
    expect(more).toEqual([])
    expect(line).toEqual({
      level: 30,
      time: line?.time,
      msg: 'operation',
      requestId,
      operation: 'MyOrders',
      kind: 'query',
      role: 'customer',
      transport: 'HTTP',
      ms,
      codes: ['FORBIDDEN'],
    })
  })

  it('is there for what is refused before it is known who asks', async () => {
    const { headers } = await server.request('{ nothing }', {}, null)
    expect(lineOf(headers.get('x-request-id'))).toMatchObject([
      { operation: null, kind: 'unknown', role: null, codes: ['GRAPHQL_VALIDATION_FAILED'] },
    ])
  })

  it.each(['WebSocket', 'SSE'] as const)(
    'comes once for a subscription over %s, when it stands',
    async (transport) => {
      const { id } = await openTicket(anna)
      const name = { WebSocket: 'WebSocket', SSE: 'HTTP' }[transport]
      const of = () =>
        (server.logs as readonly (LogLine & { kind?: string; transport?: string })[]).filter(
          (line) => line.kind === 'subscription' && line.transport === name,
        )
      const stream = followTicket(server, anna, { ticketId: id }, transport)
      await stream.upTo(isCaughtUp)
      await stream.leave()
      await until(() => server.desk.counts.subscriptions === 0)
      expect(of()).toMatchObject([{ role: 'customer', operation: null, ms }])
    },
  )

  it('is left out unless it is asked for', async () => {
    const quiet = await startTestServer()
    await quiet.request('{ viewer { role } }')
    expect(quiet.logs.filter(({ msg }) => msg === 'operation')).toEqual([])
    await quiet.close()
  })
})

describe('the id of a request', () => {
  const idFor = async (given: string) => {
    const { headers } = await server.request('{ viewer { role } }', {}, anna.token, { 'x-request-id': given })
    return headers.get('x-request-id')
  }

  it.each(['a', '7d6c3b1e-4d0a-4c7e-9f3e-0d6c7a1b2c3d', 'lb-1.eu:42_x', 'x'.repeat(128)])(
    'is the one that is given: %s',
    async (given) => {
      expect(await idFor(given)).toBe(given)
      expect(lineOf(given)).toHaveLength(1)
    },
  )

  it.each(['x'.repeat(129), 'two words', '{"level":60}', 'a,b', 'café', '../../etc'])(
    'is a new one where that is not fit for headers and logs: %s',
    async (given) => {
      expect(await idFor(given)).toMatch(/^[0-9a-f-]{36}$/)
      expect(JSON.stringify(server.logs)).not.toContain(given)
    },
  )
})
