import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect, openSocket, type TestSocket } from '../kit/socket.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer({ CONNECTION_INIT_SECONDS: '1' })
  token = await server.token('customer')
})
afterAll(async () => await server.close())
afterEach(() => {
  expect(server.logs.filter(({ level }) => level >= 40)).toEqual([])
})

const query = '{ viewer { role } }'
const subscribe = (id: string, payload: object = { query }) => ({ type: 'subscribe', id, payload })
/** Says that it has caught up, and then nothing until it is stopped. */
const endless = 'subscription { customerEvents { cursor } }'
type Words = readonly (object | string | Buffer)[]

/** What the protocol closes a socket for, said after `connection_ack`, and the code it names. */
const afterAck: readonly (readonly [what: string, code: number, ...said: Words])[] = [
  ['a second connection_init', 4429, { type: 'connection_init' }],
  [
    'a second one that is sent at once with the first answer',
    4429,
    subscribe('1'),
    { type: 'connection_init' },
  ],
  ['an id that is in use', 4409, subscribe('1', { query: endless }), subscribe('1')],
  ['text that is no JSON', 4400, 'garbage'],
  ['half a message', 4400, '{"type":"subscri'],
  ['nothing', 4400, ''],
  ['a list', 4400, '[]'],
  ['null', 4400, 'null'],
  ['a number', 4400, '7'],
  ['an object without a type', 4400, {}],
  ['an unknown type', 4400, { type: 'surprise' }],
  ['a type that is no text', 4400, { type: 7 }],
  ['a type of another protocol', 4400, { type: 'start', id: '1', payload: { query } }],
  ['connection_ack, which only the server sends', 4400, { type: 'connection_ack' }],
  ['next, which only the server sends', 4400, { type: 'next', id: '1', payload: {} }],
  ['error, which only the server sends', 4400, { type: 'error', id: '1', payload: [] }],
  ['a subscribe without an id', 4400, { type: 'subscribe', payload: { query } }],
  ['a subscribe with an empty id', 4400, subscribe('')],
  ['a subscribe whose id is no text', 4400, { type: 'subscribe', id: 7, payload: { query } }],
  ['a subscribe without a payload', 4400, { type: 'subscribe', id: '1' }],
  ['a subscribe without a query', 4400, subscribe('1', {})],
  ['a query that is no text', 4400, subscribe('1', { query: 7 })],
  ['variables that are a text', 4400, subscribe('1', { query, variables: 'x' })],
  ['an operationName that is no text', 4400, subscribe('1', { query, operationName: 7 })],
  ['extensions that are a text', 4400, subscribe('1', { query, extensions: 'x' })],
  ['a complete without an id', 4400, { type: 'complete' }],
  ['a ping whose payload is a text', 4400, { type: 'ping', payload: 'x' }],
  ['a pong whose payload is a list', 4400, { type: 'pong', payload: [] }],
  ['bytes', 4400, Buffer.from(JSON.stringify({ type: 'ping' }))],
  ['a frame beyond the limit', 1009, `"${'a'.repeat(1_000_001)}"`],
]

/** What it closes one for before `connection_ack`. */
const beforeAck: readonly (readonly [what: string, code: number, ...said: Words])[] = [
  ['a subscribe', 4401, subscribe('1')],
  ['nothing in time', 4408],
  ['only pings in time', 4408, { type: 'ping' }, { type: 'ping' }],
  ['garbage', 4400, 'garbage'],
  ['an unknown type', 4400, { type: 'surprise' }],
  ['a connection_init whose payload is a text', 4400, { type: 'connection_init', payload: 'x' }],
  ['a connection_init without a token', 4401, { type: 'connection_init' }],
]

describe('graphql-transport-ws', () => {
  it.each(afterAck.map(([what, code, ...said]) => [what, code, said] as const))(
    '%s: %i',
    async (_what, code, said) => {
      const socket = await connect(server.wsUrl, token)
      for (const message of said) socket.send(message)
      expect((await socket.closed).code).toBe(code)
    },
  )

  it.each(beforeAck.map(([what, code, ...said]) => [what, code, said] as const))(
    'before connection_ack, %s: %i',
    async (_what, code, said) => {
      const socket = await openSocket(server.wsUrl)
      for (const message of said) socket.send(message)
      expect((await socket.closed).code).toBe(code)
    },
  )

  it('no subprotocol: 4406', async () => {
    const socket = await openSocket(server.wsUrl, '')
    expect((await socket.closed).code).toBe(4406)
  })

  it.each(['graphql-ws', 'graphql-transport-wss'])(
    'the subprotocol %s is not agreed to',
    async (protocol) => {
      await expect(openSocket(server.wsUrl, protocol)).rejects.toThrow('Server sent no subprotocol')
    },
  )

  it('another path: no upgrade', async () => {
    await expect(openSocket(server.wsUrl.replace('graphql', 'other'))).rejects.toThrow('404')
  })
})

/** What the protocol allows, however seldom it is done: what is said, and the types of what is answered to it. */
const allowed: readonly (readonly [what: string, said: Words, answers: readonly object[]])[] = [
  ['a ping', [{ type: 'ping' }], [{ type: 'pong' }]],
  ['a ping with a payload', [{ type: 'ping', payload: { a: 1 } }], [{ type: 'pong', payload: { a: 1 } }]],
  ['a pong nobody asked for', [{ type: 'pong' }, { type: 'ping' }], [{ type: 'pong' }]],
  [
    'complete for an id that is not in use',
    [{ type: 'complete', id: '9' }, { type: 'ping' }],
    [{ type: 'pong' }],
  ],
  ['members that nobody knows', [{ type: 'ping', surprise: 1 }], [{ type: 'pong' }]],
  [
    'payloads that are null',
    [subscribe('1', { query, variables: null, operationName: null, extensions: null })],
    [expect.objectContaining({ type: 'next', id: '1' }), { type: 'complete', id: '1' }],
  ],
]

describe('what the protocol allows', () => {
  it.each(allowed)('%s', async (_what, said, answers) => {
    const socket = await connect(server.wsUrl, token)
    await answered(socket, said, answers)
    await socket.close()
  })

  it('a ping before connection_init', async () => {
    const socket = await openSocket(server.wsUrl)
    const said = [
      { type: 'ping' },
      { type: 'connection_init', payload: { authorization: `Bearer ${token}` } },
    ]
    await answered(socket, said, [{ type: 'pong' }, { type: 'connection_ack' }])
    await socket.close()
  })

  it('an operation that is refused: the socket stays, and the id is free again', async () => {
    const socket = await connect(server.wsUrl, token)
    const refused = [expect.objectContaining({ type: 'error', id: '1' })]
    const done = [expect.objectContaining({ type: 'next', id: '1' }), { type: 'complete', id: '1' }]
    await answered(socket, [subscribe('1', { query: '{' })], refused)
    await answered(socket, [subscribe('1')], done)
    await answered(socket, [subscribe('1')], done)
    await socket.close()
  })
})

async function answered(socket: TestSocket, said: Words, answers: readonly object[]): Promise<void> {
  for (const message of said) socket.send(message)
  for (const answer of answers) expect(await socket.next()).toEqual(answer)
}
