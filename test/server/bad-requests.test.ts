import { request as httpRequest } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sendRaw } from '../kit/raw-request.ts'
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

const send = async (body: string | Buffer, headers: Record<string, string> = {}) =>
  await sendRaw(server.url, { body, headers: { authorization: `Bearer ${token}`, ...headers } })

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
      expect(errors[0]?.extensions).toEqual({
        code: 'BAD_USER_INPUT',
        requestId,
        retryable: false,
        detail: expect.any(String),
      })
    }
  })
})

describe('a document or variables that do not fit', () => {
  it.each<[string, object, string]>([
    ['a syntax error', { query: '{ viewer {' }, 'GRAPHQL_PARSE_FAILED'],
    ['an empty document', { query: '' }, 'GRAPHQL_PARSE_FAILED'],
    ['ten thousand tokens', { query: `{ ${'viewer '.repeat(10_001)} }` }, 'GRAPHQL_PARSE_FAILED'],
    ['a nest that is too deep to read', { query: '{ a '.repeat(3_400) }, 'GRAPHQL_PARSE_FAILED'],
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
      { query: `{ ${'... { '.repeat(500)} viewer { role } ${'}'.repeat(500)} }` },
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'introspection in a circle',
      {
        query:
          '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      },
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
    for (const { extensions } of errors)
      expect(extensions).toEqual({ code, requestId, retryable: false, detail: expect.any(String) })
    // What a field refuses is an answer; everything else is no request.
    expect(status).toBe(_name === 'an argument out of range' ? 200 : 400)
    const plain = await send(JSON.stringify(body), { accept: 'application/json' })
    expect(plain.errors.map(({ message }) => message)).toEqual(errors.map(({ message }) => message))
  })

  it('a field’s error never shows what is behind it', async () => {
    const { errors } = await send(JSON.stringify({ query: '{ viewer { rol } }' }), graphqlResponse)
    expect(errors[0]?.message).toBe('Cannot query field "rol" on type "Viewer".')
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
    expect(errors[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      requestId,
      retryable: false,
      detail: expect.any(String),
    })
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
