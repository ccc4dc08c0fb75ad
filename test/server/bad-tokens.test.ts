import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDevelopmentIssuer } from '../../src/auth/development-issuer.ts'
import { makeKey, signClaims } from '../auth/test-issuer.ts'
import { countRows } from '../kit/rows.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect, openSocket } from '../kit/socket.ts'
import { openStubbornSocket } from '../kit/stubborn-socket.ts'

let server: TestServer
let before: Record<string, number>
beforeAll(async () => {
  server = await startTestServer({ CONNECTION_INIT_SECONDS: '1' })
  before = await countRows(server.desk)
})
afterAll(async () => await server.close())
afterEach(async () => {
  expect(await countRows(server.desk)).toEqual(before)
  expect(server.logs.filter(({ level }) => level >= 40)).toEqual([])
})

const claims = {
  iss: 'opora:dev',
  aud: 'opora',
  sub: 'eve',
  role: 'admin',
  exp: Math.floor(Date.now() / 1000) + 3_600,
}
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The tokens that must not count, and the close code and HTTP error of each. */
const bad: [string, () => Promise<string>, number, string][] = [
  ['forged', async () => await signClaims(await makeKey('x'), claims), 4401, 'UNAUTHENTICATED'],
  [
    'alg none',
    async () => `${base64({ alg: 'none', typ: 'JWT' })}.${base64(claims)}.`,
    4401,
    'UNAUTHENTICATED',
  ],
  [
    'changed after signing',
    async () => {
      const [header, , signature] = (await server.token('customer')).split('.')
      return `${header}.${base64(claims)}.${signature}`
    },
    4401,
    'UNAUTHENTICATED',
  ],
  [
    'of another audience',
    async () => {
      const issuer = await openDevelopmentIssuer(server.desk.env.DATA_DIR, { audience: 'other' })
      return await issuer.sign({ sub: 'eve', role: 'admin' })
    },
    4401,
    'UNAUTHENTICATED',
  ],
  ['garbage', async () => 'garbage', 4401, 'UNAUTHENTICATED'],
  ['expired', async () => await server.token('customer', { expiresInSeconds: -60 }), 4403, 'TOKEN_EXPIRED'],
]

describe('over HTTP', () => {
  it.each(bad)('%s: 401', async (_name, make, _closeCode, code) => {
    const query = 'mutation { ticketOpen(input: { text: "Здравствуйте" }) { __typename } }'
    const { status, headers, data, errors } = await server.request(query, {}, await make())
    expect(status).toBe(401)
    expect(data).toBeUndefined()
    expect(errors).toHaveLength(1)
    expect(errors?.[0]?.extensions).toEqual({
      code,
      requestId: headers.get('x-request-id'),
      retryable: code === 'TOKEN_EXPIRED',
      detail: expect.any(String),
    })
  })

  it('nobody may do what needs a token', async () => {
    const { status, headers, data, errors } = await server.request('{ tickets { nodes { id } } }')
    expect(status).toBe(200)
    expect(data).toBeNull()
    expect(errors?.[0]?.extensions).toEqual({
      code: 'UNAUTHENTICATED',
      requestId: headers.get('x-request-id'),
      retryable: false,
      detail: 'Войдите, пожалуйста.',
    })
  })

  it('nobody may read the schema', async () => {
    const { data } = await server.request<{ __schema: object }>('{ __schema { queryType { name } } }')
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } } })
  })
})

describe('over WebSocket', () => {
  it.each(bad)('%s', async (_name, make, code) => {
    const socket = await openSocket(server.wsUrl)
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${await make()}` } })
    const closed = await socket.closed
    expect(closed.code).toBe(code)
    expect(closed.reason).toBe(code === 4403 ? 'Token expired' : 'The token is not valid.')
  })

  it.each<[string, object]>([
    ['no payload', {}],
    ['no authorization', { payload: {} }],
    ['an authorization that is no text', { payload: { authorization: 7 } }],
    ['an empty one', { payload: { authorization: '' } }],
  ])('%s: 4401', async (_name, rest) => {
    const socket = await openSocket(server.wsUrl)
    socket.send({ type: 'connection_init', ...rest })
    expect(await socket.closed).toEqual({ code: 4401, reason: 'A token is needed.' })
  })

  it('a client whose token has expired cannot go on by not leaving', async () => {
    const socket = await openStubbornSocket(server.wsUrl)
    const token = await server.token('service', { expiresInSeconds: 2 })
    socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })
    await socket.toldToLeave(4403)
    const query = 'mutation { guestStart(input: {}) { __typename } }'
    socket.send({ type: 'subscribe', id: '1', payload: { query } })
    await socket.cut
  })
})

describe('operations over WebSocket that do not fit', () => {
  it.each<[string, object, string]>([
    ['a syntax error', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ surprise }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'too deep',
      { query: `{ ticket(id: "x") ${'{ predecessor '.repeat(21)}{ id }${'}'.repeat(22)}` },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['an unknown operation', { query: 'query a { viewer { role } }', operationName: 'b' }, 'BAD_USER_INPUT'],
    [
      'a wrong variable',
      { query: 'query ($id: ID!) { node(id: $id) { id } }', variables: { id: [] } },
      'BAD_USER_INPUT',
    ],
    ['what is not allowed', { query: 'subscription { inboxEvents { cursor } }' }, 'FORBIDDEN'],
  ])('%s', async (_name, payload, code) => {
    const socket = await connect(server.wsUrl, await server.token('service', { sub: 'bot' }))
    socket.send({ type: 'subscribe', id: '1', payload })
    const frame = await socket.next()
    const { errors = frame.payload } = frame.payload as { errors?: unknown }
    expect(errors).toMatchObject([{ extensions: { code, retryable: false, requestId: expect.any(String) } }])
    expect(JSON.stringify(frame)).not.toContain('"http"')
    await socket.close()
  })
})
