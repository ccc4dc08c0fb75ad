import { request as httpRequest } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { countRows } from '../kit/rows.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

let server: TestServer
let token: string
let before: Record<string, number>
beforeAll(async () => {
  server = await startTestServer()
  token = await server.token('customer')
  await server.request('{ viewer { role } }', {}, token)
  before = await countRows(server.desk)
})
afterAll(async () => await server.close())

/** Whatever came in: nothing was written, nothing counted as our own mistake, and the next request is served. */
afterEach(async () => {
  expect(await countRows(server.desk)).toEqual(before)
  expect(server.logs.filter(({ level }) => level >= 40)).toEqual([])
  expect((await server.request('{ viewer { role } }', {}, token)).data).toEqual({
    viewer: { role: 'CUSTOMER' },
  })
})

interface Refusal {
  status: number
  requestId: string | undefined
  errors: { message: string; extensions: Record<string, unknown> }[]
}

async function send(
  body: string | Buffer | null,
  headers: Record<string, string> = {},
  method = 'POST',
  path = '',
) {
  return await new Promise<Refusal>((resolve, reject) => {
    const outgoing = httpRequest(
      `${server.url}${path}`,
      {
        method,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
      },
      (incoming) => {
        text(incoming)
          .then((answer) => {
            const { errors = [] } = (answer === '' ? {} : JSON.parse(answer)) as Partial<Refusal>
            const requestId = incoming.headers['x-request-id']?.toString()
            resolve({ status: incoming.statusCode ?? 0, requestId, errors })
          })
          .catch(reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body ?? undefined)
  })
}

const open = 'mutation ($text: String!) { ticketOpen(input: { text: $text }) { __typename } }'
const good = { query: open, variables: { text: 'Где заказ?' } }
const graphqlResponse = { accept: 'application/graphql-response+json' }

describe('a body that is no request', () => {
  it.each<[string, string | Buffer]>([
    ['broken JSON', '{"query": "{ viewer'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['a text', '"{ viewer { role } }"'],
    ['a batch', JSON.stringify([good, good])],
    [
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('{"query":"'), Buffer.from([0xc3, 0x28]), Buffer.from('"}')]),
    ],
    ['no query', '{"variables": {}}'],
    ['a query that is a number', '{"query": 7}'],
    ['variables that are a text', JSON.stringify({ ...good, variables: 'text' })],
    ['variables that are a list', JSON.stringify({ ...good, variables: ['text'] })],
    ['extensions that are a text', JSON.stringify({ ...good, extensions: 'x' })],
    ['an unknown parameter', JSON.stringify({ ...good, surprise: 1 })],
    ['a hundred thousand brackets', '['.repeat(100_000)],
  ])('%s: 400', async (_name, body) => {
    for (const headers of [{}, graphqlResponse]) {
      const { status, requestId, errors } = await send(body, headers)
      expect(status).toBe(400)
      expect(errors).toHaveLength(1)
      expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', requestId, retryable: false })
    }
  })
})

describe('a document or variables that do not fit', () => {
  it.each<[string, object, string]>([
    ['a syntax error', { query: '{ viewer {' }, 'GRAPHQL_PARSE_FAILED'],
    ['an empty document', { query: '' }, 'GRAPHQL_PARSE_FAILED'],
    ['ten thousand tokens', { query: `{ ${'viewer '.repeat(10_001)} }` }, 'GRAPHQL_PARSE_FAILED'],
    ['a nest that is too deep to read', { query: `${'{ a '.repeat(3_400)}` }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ surprise }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['an unknown argument', { query: '{ viewer(x: 1) { role } }' }, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'more than 20 levels',
      { query: `{ ticket(id: "x") ${'{ predecessor '.repeat(21)}{ id }${'}'.repeat(22)}` },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'levels hidden in fragments',
      {
        query: `{ ticket(id: "x") { ...f0 } } ${Array.from({ length: 21 }, (_, i) => `fragment f${i} on Ticket { predecessor { ${i < 20 ? `...f${i + 1}` : 'id'} } }`).join(' ')}`,
      },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'fragments in a circle',
      { query: '{ ticket(id: "x") { ...a } } fragment a on Ticket { ...b } fragment b on Ticket { ...a }' },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'inline fragments without end',
      { query: `{ ${'... { '.repeat(2_000)} viewer { role } ${'}'.repeat(2_000)} }` },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'introspection in a circle',
      { query: `{ __schema { types ${'{ fields { type { fields { name '.repeat(2)}${'}'.repeat(6)} } }` },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a variable of a wrong type', { query: open, variables: { text: 7 } }, 'BAD_USER_INPUT'],
    ['a missing variable', { query: open }, 'BAD_USER_INPUT'],
    [
      'an unknown operation',
      { query: `query a { viewer { role } } query b { viewer { role } }`, operationName: 'c' },
      'BAD_USER_INPUT',
    ],
    [
      'no operation chosen of two',
      { query: `query a { viewer { role } } query b { viewer { role } }` },
      'BAD_USER_INPUT',
    ],
    ['an argument out of range', { query: '{ tickets(first: 0) { nodes { id } } }' }, 'BAD_USER_INPUT'],
  ])('%s', async (_name, body, code) => {
    const { status, requestId, errors } = await send(JSON.stringify(body), graphqlResponse)
    expect(errors.map(({ extensions }) => extensions['code'])).toContain(code)
    for (const { extensions } of errors) expect(extensions).toEqual({ code, requestId, retryable: false })
    // What a field refuses is an answer; everything else is no request.
    expect(status).toBe(_name === 'an argument out of range' ? 200 : 400)
    const plain = await send(JSON.stringify(body), { accept: 'application/json' })
    expect(plain.errors.map(({ message }) => message)).toEqual(errors.map(({ message }) => message))
  })

  it('a field’s error never shows what is behind it', async () => {
    const { errors } = await send(JSON.stringify({ query: '{ viewer { rol } }' }), graphqlResponse)
    expect(errors[0]?.message).toBe('Cannot query field "rol" on type "Viewer". Did you mean "role"?')
  })
})

describe('a body that is too large', () => {
  const tenMegabytes = Buffer.from(
    JSON.stringify({ query: open, variables: { text: 'a'.repeat(10_000_000) } }),
  )

  it.each<[string, Record<string, string>]>([
    ['said so', { 'content-length': String(tenMegabytes.length) }],
    ['did not say so', { 'transfer-encoding': 'chunked' }],
  ])('that %s: 413', async (_name, headers) => {
    const { status, requestId, errors } = await send(tenMegabytes, headers)
    expect(status).toBe(413)
    expect(errors[0]?.message).toBe('The body must not be larger than 1000000 bytes.')
    expect(errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', requestId, retryable: false })
  })

  it('is answered before it has all come', async () => {
    const answer = await new Promise<{ status: number | undefined }>((resolve, reject) => {
      const outgoing = httpRequest(server.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      })
      outgoing.on('error', reject)
      // Never ended: the answer must not wait for the end.
      outgoing.write(tenMegabytes.subarray(0, 1_100_000))
      outgoing.on('response', (incoming) => {
        resolve({ status: incoming.statusCode })
        outgoing.destroy()
      })
    })
    expect(answer.status).toBe(413)
  })
})

describe('a request of a wrong kind', () => {
  const body = JSON.stringify(good)
  const query = `?query=${encodeURIComponent('{ viewer { role } }')}`

  it.each<[string, number, () => Promise<Refusal>]>([
    ['plain text', 415, () => send(body, { 'content-type': 'text/plain' })],
    [
      'a form',
      415,
      () => send('query={viewer{role}}', { 'content-type': 'application/x-www-form-urlencoded' }),
    ],
    ['a multipart form', 415, () => send(body, { 'content-type': 'multipart/form-data; boundary=x' })],
    ['another encoding', 415, () => send(body, { 'content-type': 'application/json; charset=utf-16' })],
    ['a compressed body', 415, () => send(body, { 'content-encoding': 'gzip' })],
    ['a PUT', 405, () => send(body, {}, 'PUT')],
    ['a DELETE', 405, () => send(null, {}, 'DELETE')],
    ['a GET without the header', 400, () => send(null, {}, 'GET', query)],
    [
      'a mutation by GET',
      405,
      () =>
        send(
          null,
          { 'x-opora-csrf': '1' },
          'GET',
          `?query=${encodeURIComponent('mutation { guestStart(input: {}) { __typename } }')}`,
        ),
    ],
    [
      'broken variables in a GET',
      400,
      () => send(null, { 'x-opora-csrf': '1' }, 'GET', `${query}&variables={`),
    ],
    [
      'a subscription that takes JSON only',
      406,
      () =>
        send(JSON.stringify({ query: 'subscription { inboxEvents { cursor } }' }), {
          accept: 'application/json',
        }),
    ],
  ])('%s: %i', async (_name, status, ask) => {
    const refusal = await ask()
    expect(refusal.status).toBe(status)
    const { requestId } = refusal
    expect(refusal.errors[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', requestId, retryable: false })
  })

  it('an answer the client does not take: 406, and nothing is done', async () => {
    expect((await send(body, { accept: 'image/png' })).status).toBe(406)
  })

  it.each(['/nothing', '/graphql/x', '//', '/graphqlx', '/health'])('%s: 404', async (path) => {
    const response = await fetch(new URL(server.url).origin + path)
    expect(response.status).toBe(404)
    expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('a good request', () => {
  it('may be a GET with the header', async () => {
    const response = await fetch(`${server.url}?query={viewer{role}}`, {
      headers: { 'x-opora-csrf': '1', authorization: `Bearer ${token}` },
    })
    expect(await response.json()).toEqual({ data: { viewer: { role: 'CUSTOMER' } } })
  })

  it('is not answered to pages of other origins', async () => {
    const { headers } = await server.request('{ viewer { role } }', {}, token, {
      origin: 'https://evil.test',
    })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })

  it('finds the server alive and ready', async () => {
    const { origin } = new URL(server.url)
    expect(await (await fetch(`${origin}/healthz`)).text()).toBe('ok')
    expect(await (await fetch(`${origin}/readyz`)).text()).toBe('ok')
  })
})
