import { describe, expect, it } from 'vitest'
import { startCollector, type ToldSpan } from '../kit/collector.ts'
import { startTestServer } from '../kit/server.ts'
import { followTicket, isCaughtUp } from '../kit/stream.ts'
import { buyer, openTicket } from '../kit/world.ts'
import { send } from '../messages/entries.ts'

const traceId = '0af7651916cd43dd8448eb211c80319c'
const callerId = 'b7ad6b7169203331'
const secret = 'никому не говорите 4276'
const isSent = ({ __typename }: { __typename: string }) => __typename === 'MessageSent'

/** All that the collector has been told when the node has stopped: what was left is sent then. */
let spans: readonly ToldSpan[]
let bodies: string
let token: string
it('a collector is told what a node has done, the last of it when it stops', async () => {
  const collector = await startCollector()
  const server = await startTestServer({
    OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.endpoint}/`,
    OTEL_SERVICE_NAME: 'opora-of-the-test',
  })
  const anna = await buyer(server, 'anna')
  token = anna.token ?? ''
  const ask = async (query: string, requestId: string, headers: Record<string, string> = {}) =>
    await server.request(query, {}, token, { 'x-request-id': requestId, ...headers })
  await ask('query Viewer { viewer { role locale } }', 'viewer-1', {
    traceparent: `00-${traceId}-${callerId}-01`,
  })
  await ask('query MadeUp { viewer { role } }', 'made-up-1')
  await ask('query Wrong { nothing }', 'wrong-1')
  const { pool } = server.desk.database
  await pool.query('alter table tickets rename to tickets_away')
  await ask('{ tickets { nodes { id } } }', 'broken-1')
  await pool.query('alter table tickets_away rename to tickets')
  const { id } = await openTicket(anna)
  const streams = [1, 2].map(() => followTicket(server, anna, { ticketId: id }))
  for (const stream of streams) await stream.upTo(isCaughtUp)
  await send(anna, id, secret)
  for (const stream of streams) await stream.upTo(isSent)
  for (const stream of streams) await stream.leave()
  await server.close()
  await collector.close()
  spans = collector.spans
  bodies = collector.bodies.join('\n')
  expect(ofRequest('viewer-1')).toBeDefined()
})

const withAttribute = (name: string, value: string) =>
  spans.filter(({ attributes }) => attributes[name] === value)
const ofRequest = (requestId: string) => withAttribute('opora.request_id', requestId)[0]
const stepsOf = (span: ToldSpan | undefined) =>
  spans.filter(({ parentSpanId }) => span !== undefined && parentSpanId === span.spanId)
const textOf = ({ attributes }: ToldSpan) => String(attributes['db.query.text'])

describe('an operation', () => {
  it('goes on with the trace of its caller', () => {
    expect(ofRequest('viewer-1')).toMatchObject({
      name: 'query Viewer',
      traceId,
      parentSpanId: callerId,
      kind: 2,
      isError: false,
      service: 'opora-of-the-test',
      attributes: {
        'graphql.operation.type': 'query',
        'graphql.operation.name': 'Viewer',
        'opora.viewer.role': 'customer',
        'opora.transport': 'HTTP',
      },
    })
  })

  it('whose name is made up names no span, and begins a trace of its own', () => {
    const span = ofRequest('made-up-1')
    expect(span).toMatchObject({ name: 'query', attributes: { 'graphql.operation.name': 'MadeUp' } })
    expect([span?.parentSpanId, span?.traceId === traceId]).toEqual([undefined, false])
  })

  it('has its statements as its steps', () => {
    const writes = spans.filter((span) => stepsOf(span).some((step) => textOf(step).includes('into events')))
    // The ticket and the message.
    expect(writes.map(({ name }) => name)).toEqual(['mutation', 'mutation'])
    for (const write of writes) {
      const steps = stepsOf(write)
      expect(steps.map(({ name }) => name)).toEqual(expect.arrayContaining(['BEGIN', 'COMMIT']))
      for (const { traceId: of, kind, attributes } of steps) {
        expect([of, kind, attributes['db.system.name']]).toEqual([write.traceId, 3, 'postgresql'])
      }
    }
  })

  it('that failed on our side is an error, down to the statement; a wrong one is none', () => {
    expect(ofRequest('wrong-1')).toMatchObject({ name: 'operation', isError: false })
    const broken = ofRequest('broken-1')
    expect(broken).toMatchObject({ isError: true, attributes: { 'error.type': 'INTERNAL_SERVER_ERROR' } })
    expect(stepsOf(broken).filter(({ isError }) => isError)).toMatchObject([
      { attributes: { 'error.type': '42P01' } },
    ])
  })
})

describe('a subscription', () => {
  it('is told when it stands, without what it reads later', () => {
    const standing = spans.filter(({ name }) => name === 'subscription')
    expect(standing).toHaveLength(2)
    for (const one of standing) {
      expect(one.attributes).toMatchObject({
        'opora.transport': 'WebSocket',
        'opora.viewer.role': 'customer',
      })
      for (const step of stepsOf(one)) expect(textOf(step)).not.toContain('"messages"')
    }
  })

  it('executes an event once for all who follow alike, as a trace of its own', () => {
    const [event, ...more] = withAttribute('opora.event.type', 'message.sent')
    expect(more).toEqual([])
    expect(event).toMatchObject({ name: 'subscription event', parentSpanId: undefined })
    expect(event?.attributes['opora.event.delay_ms']).toBeGreaterThanOrEqual(0)
    expect(stepsOf(event).map(textOf)).toEqual(
      expect.arrayContaining([expect.stringContaining('"messages"')]),
    )
  })
})

it('a collector that takes nothing is told of once, and harms nothing', async () => {
  const collector = await startCollector()
  const server = await startTestServer({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.endpoint}/elsewhere` })
  for (let n = 0; n < 3; n += 1) expect((await server.request('{ viewer { role } }')).status).toBe(200)
  await server.close()
  await collector.close()
  expect(collector.spans).toEqual([])
  const warnings = server.logs.filter(({ msg }) => msg === 'the collector takes no traces')
  expect(warnings).toHaveLength(1)
})

it('nothing that anybody wrote, is called or came with is told', () => {
  expect(bodies.length).toBeGreaterThan(1_000)
  for (const word of [secret, '4276', 'anna', token]) expect(bodies).not.toContain(word)
})
