import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type RawAnswer, type RawRequest, sendRaw } from '../kit/raw-request.ts'
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
afterEach(async () => {
  expect(await countRows(server.desk)).toEqual(before)
  expect(server.logs.filter(({ level }) => level >= 40)).toEqual([])
})

const send = async ({ headers, ...request }: RawRequest, path = '') =>
  await sendRaw(`${server.url}${path}`, {
    ...request,
    headers: { authorization: `Bearer ${token}`, ...headers },
  })

describe('a request of a wrong kind', () => {
  const body = JSON.stringify({
    query: 'mutation { ticketOpen(input: { text: "Где заказ?" }) { __typename } }',
  })
  const get = { method: 'GET', headers: { 'x-opora-csrf': '1' } }
  const inUrl = (query: string, more = '') => `?query=${encodeURIComponent(query)}${more}`
  const ofType = (type: string) => async () => await send({ body, headers: { 'content-type': type } })

  it.each<[string, number, () => Promise<RawAnswer>]>([
    ['plain text', 415, ofType('text/plain')],
    ['a form', 415, ofType('application/x-www-form-urlencoded')],
    ['a multipart form', 415, ofType('multipart/form-data; boundary=x')],
    ['no content type', 415, ofType('')],
    ['another encoding', 415, ofType('application/json; charset=utf-16')],
    ['a compressed body', 415, async () => await send({ body, headers: { 'content-encoding': 'gzip' } })],
    ['a PATCH', 405, async () => await send({ method: 'PATCH', body })],
    ['a DELETE', 405, async () => await send({ method: 'DELETE' })],
    [
      'a GET without the header',
      400,
      async () => await send({ method: 'GET' }, inUrl('{ viewer { role } }')),
    ],
    ['a GET without a query', 400, async () => await send(get)],
    [
      'a mutation by GET',
      405,
      async () => await send(get, inUrl('mutation { guestStart(input: {}) { __typename } }')),
    ],
    [
      'broken variables in a GET',
      400,
      async () => await send(get, inUrl('{ viewer { role } }', '&variables={')),
    ],
    [
      'a subscription that takes JSON only',
      406,
      async () =>
        await send({
          body: JSON.stringify({ query: 'subscription { typing(ticketId: "x") { isTyping } }' }),
          headers: { accept: 'application/json' },
        }),
    ],
  ])('%s: %i', async (_name, status, ask) => {
    const refusal = await ask()
    expect(refusal.status).toBe(status)
    const { requestId } = refusal
    expect(refusal.errors[0]?.extensions).toEqual({
      code: 'BAD_USER_INPUT',
      requestId,
      retryable: false,
      detail: expect.any(String),
    })
  })

  it('an answer the client does not take: 406, and nothing is done', async () => {
    expect((await send({ body, headers: { accept: 'image/png' } })).status).toBe(406)
  })

  it.each(['[::', 'evil test', 'a:99999', '%', 'a/b?c'])(
    'the host %j: 400, and nothing of ours',
    async (host) => {
      const [incoming] = (await once(
        request(server.url, { method: 'POST', headers: { host, 'content-type': 'application/json' } }).end(
          body,
        ),
        'response',
      )) as [IncomingMessage]
      const answer = await text(incoming)
      expect([incoming.statusCode, answer]).toEqual([400, 'The address of the request is none.\n'])
    },
  )

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
    expect(await response.json()).toMatchObject({ data: { viewer: { role: 'CUSTOMER' } } })
  })

  it('is not answered to pages of other origins', async () => {
    const { headers } = await server.request('{ viewer { role } }', {}, token, {
      origin: 'https://evil.test',
    })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})
