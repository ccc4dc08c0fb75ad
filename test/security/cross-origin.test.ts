import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { readEnv } from '../../src/env.ts'
import { exposureOf } from '../../src/server/exposure.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'

const shop = 'https://shop.example'
const foreign = 'https://evil.test'

let closed: TestServer
let open: TestServer
beforeAll(async () => {
  closed = await startTestServer()
  open = await startTestServer({
    DATABASE_URL: closed.desk.env.DATABASE_URL ?? '',
    CORS_ORIGINS: `${shop}, capacitor://localhost`,
    PUBLIC_URL: 'https://desk.example/',
    INTROSPECTION: 'staff',
    GRAPHIQL: '0',
  })
})
afterAll(async () => {
  await open.close()
  await closed.close()
})

const servers = () => ({ closed, open })
const query = JSON.stringify({ query: '{ __typename }' })
const ask = async ({ url }: TestServer, headers: Record<string, string>, method = 'POST') =>
  await fetch(url, { method, headers, ...(method === 'POST' && { body: query }) })
const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin')

describe('what a page of another origin can send without being asked first', () => {
  it.each<[string, RequestInit, string]>([
    ['a POST of plain text', { method: 'POST', body: query, headers: { 'content-type': 'text/plain' } }, ''],
    ['a POST of a form', { method: 'POST', body: new URLSearchParams({ query: '{__typename}' }) }, ''],
    ['a POST of a multipart form', { method: 'POST', body: formOf({ operations: query }) }, ''],
    ['a POST of nothing it names', { method: 'POST', body: new Blob([query]) }, ''],
    ['a GET with a document', {}, '?query={__typename}'],
    ['a GET for events', { headers: { accept: 'text/event-stream' } }, '?query={__typename}'],
    ['a HEAD', { method: 'HEAD' }, '?query={__typename}'],
  ])('%s runs nothing', async (_what, init, search) => {
    const response = await fetch(`${closed.url}${search}`, init)
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(await response.text()).not.toContain('__typename')
  })

  it.each(['x-opora-csrf', 'graphql-require-preflight', 'apollo-require-preflight'])(
    'a GET with %s, which it cannot send, is answered',
    async (name) => {
      const response = await fetch(`${closed.url}?query={__typename}`, { headers: { [name]: '1' } })
      expect(await response.json()).toMatchObject({ data: { __typename: 'Query' } })
    },
  )
})

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('whose pages may read answers', () => {
  const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' }

  it.each([
    ['nobody’s without a setting', 'closed', shop, null],
    ['one of the setting’s', 'open', shop, shop],
    ['another of the setting’s', 'open', 'capacitor://localhost', 'capacitor://localhost'],
    ['no other', 'open', foreign, null],
    ['no subdomain', 'open', 'https://a.shop.example', null],
    ['no other scheme', 'open', 'http://shop.example', null],
    ['none that only begins so', 'open', 'https://shop.example.evil.test', null],
    ['not those of no origin', 'open', 'null', null],
  ] as const)('%s', async (_whose, name, origin, expected) => {
    const answer = await ask(servers()[name], { origin, 'content-type': 'application/json' })
    const preflight = await ask(servers()[name], { origin, ...asked }, 'OPTIONS')
    expect([allowed(answer), allowed(preflight)]).toEqual([expected, expected])
    for (const { headers } of [answer, preflight]) {
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    }
  })

  it('a preflight is answered with what may be sent, and not told to others by a cache', async () => {
    const { status, headers } = await ask(open, { origin: shop, ...asked }, 'OPTIONS')
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-methods')).toContain('POST')
    expect(headers.get('access-control-allow-headers')).toBe('authorization')
    expect(headers.get('vary')).toContain('Origin')
  })

  it.each(['*', 'https://shop.example/path', 'shop.example', 'https://*.example'])(
    'a setting of %j is refused',
    (CORS_ORIGINS) => {
      expect(() => readEnv({ CORS_ORIGINS })).toThrow('CORS_ORIGINS: must be origins')
    },
  )
})

describe('whose pages may open a WebSocket', () => {
  const opens = async (server: TestServer, origin: string | null): Promise<'open' | number> => {
    const said = origin === 'its own' ? new URL(server.url).origin : origin
    const options = said === null ? {} : { origin: said }
    const socket = new WebSocket(server.wsUrl, ['graphql-transport-ws'], options)
    const how = await Promise.race([
      once(socket, 'open').then(() => 'open' as const),
      once(socket, 'unexpected-response').then(([, { statusCode }]) => statusCode as number),
    ])
    socket.terminate()
    return how
  }

  it.each([
    ['programs that are no pages', 'closed', null, 'open'],
    ['pages of its own', 'closed', 'its own', 'open'],
    ['pages of the address it is known by', 'open', 'https://desk.example', 'open'],
    ['pages of the setting’s', 'open', shop, 'open'],
    ['no others', 'open', foreign, 403],
    ['no others without a setting', 'closed', shop, 403],
    ['not those of no origin', 'open', 'null', 403],
    ['not those of another port', 'closed', 'http://127.0.0.1:1', 403],
    ['not garbage', 'closed', '://', 403],
  ] as const)('%s', async (_whose, name, origin, expected) => {
    expect(await opens(servers()[name], origin)).toBe(expected)
  })
})

describe('every answer', () => {
  it.each([
    [
      'of the endpoint',
      '/graphql',
      { method: 'POST', body: query, headers: { 'content-type': 'application/json' } },
    ],
    ['that refuses', '/graphql', { method: 'POST', body: query, headers: { 'content-type': 'text/plain' } }],
    ['of health', '/healthz', {}],
    ['that there is nothing', '/nothing', {}],
    ['of files', '/attachments/x', {}],
  ])('%s is taken for nothing else, framed nowhere and tells no address', async (_what, path, init) => {
    const { headers } = await fetch(new URL(path, open.url), init)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
    })
  })

  it('asks for https only where it is known by it', async () => {
    const { headers } = await fetch(new URL('/healthz', closed.url))
    expect(headers.get('strict-transport-security')).toBeNull()
  })
})

describe('what strangers see of the server', () => {
  const asksForSchema = '{ __schema { queryType { name } } }'
  const misspelt = '{ viewer { rol } }'
  const plain = 'Cannot query field "rol" on type "Viewer".'

  it.each([
    ['in development', {}, { hasGraphiql: true, isIntrospectable: true }],
    [
      'in production',
      { AUTH_JWKS_URL: 'https://issuer.test/keys', AUTH_ISSUER: 'https://issuer.test' },
      { hasGraphiql: false, isIntrospectable: false },
    ],
    [
      'in production by setting',
      { AUTH_JWKS_URL: 'https://issuer.test/k', AUTH_ISSUER: 'x', GRAPHIQL: '1', INTROSPECTION: 'everybody' },
      { hasGraphiql: true, isIntrospectable: true },
    ],
    [
      'in development by setting',
      { GRAPHIQL: '0', INTROSPECTION: 'staff' },
      { hasGraphiql: false, isIntrospectable: false },
    ],
  ])('%s', (_when, settings, exposure) => {
    expect(exposureOf(readEnv(settings))).toEqual(exposure)
  })

  it.each([
    ['nobody', null, false],
    ['a buyer', 'customer', false],
    ['a partner', 'service', false],
    ['an operator', 'operator', true],
    ['a supervisor', 'supervisor', true],
    ['an admin', 'admin', true],
  ] as const)('%s, over HTTP, SSE and WebSocket', async (_who, role, isStaff) => {
    const token = role === null ? null : await open.token(role)
    const messages: (string | undefined)[] = []
    for (const accept of ['application/json', 'text/event-stream']) {
      const headers = {
        'content-type': 'application/json',
        accept,
        ...(token && { authorization: `Bearer ${token}` }),
      }
      for (const document of [asksForSchema, misspelt]) {
        const response = await fetch(open.url, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query: document }),
        })
        messages.push(
          /"message":"((?:[^"\\]|\\.)*)"/.exec(await response.text())?.[1]?.replaceAll('\\"', '"'),
        )
      }
    }
    const refusal = 'The schema is shown to people of the desk only.'
    const expected = isStaff ? [undefined, `${plain} Did you mean "role"?`] : [refusal, plain]
    expect(messages).toEqual([...expected, ...expected])
    if (token === null) return
    const socket = await connect(open.wsUrl, token)
    const told: unknown[] = []
    for (const [id, document] of [asksForSchema, misspelt].entries()) {
      socket.send({ type: 'subscribe', id: String(id), payload: { query: document } })
      const { payload } = await socket.next()
      if (id === 0 && isStaff) await socket.next()
      const { errors = payload } = payload as { errors?: unknown }
      told.push((errors as { message?: string }[])[0]?.message)
      if (id === 0 && !isStaff) await socket.next()
    }
    expect(told).toEqual(expected)
    await socket.close()
  })
})
