import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { MessageSentDocument, TicketOpenDocument, ViewerScopesDocument } from '../../src/client/index.ts'
import { StartRefused } from '../../src/core/start-refused.ts'
import { idOf } from '../../src/server/operations/manifests.ts'
import { openOperations } from '../../src/server/operations/operations.ts'
import { clientOf, sendAll } from '../client/desk.ts'
import { unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import type { Person } from '../kit/world.ts'
import { byId, codeOf, transports } from './transports.ts'

const ofPartner = 'query Partner { viewer { role locale } }'
const ofApp = 'mutation App($input: TicketOpenInput!) { ticketOpen(input: $input) { __typename } }'

let server: TestServer
let anna: Person
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opora-operations-'))
  const apollo = { format: 'apollo-persisted-query-manifest', version: 1 }
  const operations = [{ id: idOf(ofPartner), name: 'Partner', type: 'query', body: ofPartner }]
  await writeFile(join(folder, 'partner.json'), JSON.stringify({ ...apollo, operations }))
  await writeFile(join(folder, 'app.json'), JSON.stringify({ [`sha256:${idOf(ofApp)}`]: ofApp }))
  await writeFile(join(folder, 'README.md'), 'Manifests of partners.')
  server = await startTestServer({ OPERATIONS: 'persisted', OPERATIONS_DIR: folder })
  // Its own helpers bring documents that nobody has registered.
  anna = { ...nobodyKnown, token: await server.token('customer', { sub: 'anna', name: 'anna' }) }
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const unregistered = async () => await Promise.reject(new Error('not registered'))
const nobodyKnown = { id: '', token: null, ask: unregistered, answer: unregistered }

describe.each(transports.filter(([name]) => name !== 'GET'))('over %s', (name, ask) => {
  const status = name === 'a WebSocket' ? null : 400

  it.each([
    ['a query', '{ viewer { role } }'],
    ['the question about the schema', '{ __schema { queryType { name } } }'],
    ['a mutation', 'mutation { guestStart(input: {}) { __typename } }'],
    ['a subscription', 'subscription { customerEvents { cursor } }'],
    ['a registered operation with one space more', `${ofPartner} `],
    ['a text that cannot be parsed', '{'],
  ])('%s that nobody has registered is refused', async (_what, query) => {
    const said = await unchanged(server.desk, async () => await ask(server, anna, { query }))
    expect(said).toMatchObject({ status, errors: [{ extensions: { code: 'PERSISTED_QUERY_ONLY' } }] })
    // Nor is it by being sent with its id, and the id is not known afterwards.
    expect(codeOf(await ask(server, anna, byId(idOf(query), { query })))).toBe('PERSISTED_QUERY_ONLY')
    expect(codeOf(await ask(server, anna, byId(idOf(query))))).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  it('a registered operation is run, by its id or its text', async () => {
    const data = { viewer: { role: 'CUSTOMER', locale: 'RU' } }
    for (const asked of [
      byId(idOf(ofPartner)),
      { query: ofPartner },
      { documentId: `sha256:${idOf(ofPartner)}` },
    ]) {
      expect((await ask(server, anna, asked)).data).toEqual(data)
    }
    const variables = { input: { text: 'Где заказ?' } }
    expect((await ask(server, anna, byId(idOf(ofApp), { variables }))).data).toEqual({
      ticketOpen: { __typename: 'TicketOpenPayload' },
    })
  })
})

describe('a GET', () => {
  it('is answered by id, and refused with a document of its own', async () => {
    const [, get] = transports[1]!
    expect((await get(server, anna, byId(idOf(ofPartner)))).status).toBe(200)
    const headers = { 'x-opora-csrf': '1', accept: 'application/json' }
    const own = await fetch(`${server.url}?query=${encodeURIComponent('{ viewer { role } }')}`, { headers })
    expect(own.status).toBe(400)
    expect(await own.json()).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_ONLY' } }] })
  })
})

describe.each([false, true])('our own client, persistedOperations: %s', (persistedOperations) => {
  it('reads, writes and follows as it does elsewhere', async () => {
    const client = clientOf(server.url, anna, { persistedOperations })
    expect((await client.query(ViewerScopesDocument)).viewer).toEqual({ role: 'CUSTOMER', scopes: [] })
    const { ticketOpen } = await client.mutate(TicketOpenDocument, { input: { text: 'Где заказ?' } })
    if (ticketOpen.__typename !== 'TicketOpenPayload') throw new Error(ticketOpen.detail)
    const ticketId = ticketOpen.ticket.id
    // From now: where that is has to be asked first.
    const messages = client.follow(MessageSentDocument, { ticketId })
    const first = messages.next()
    await until(() => messages.state === 'live')
    await sendAll(client, ticketId, ['Ау'])
    expect((await first).value?.messageSent).toMatchObject({ seq: 2, text: 'Ау' })
  })

  it('may not bring a document of its own', async () => {
    const client = clientOf(server.url, anna, { persistedOperations })
    await expect(client.query('{ viewer { role } }')).rejects.toMatchObject({
      code: 'PERSISTED_QUERY_ONLY',
      status: 400,
      retryable: false,
    })
    await expect(client.follow('subscription { customerEvents { cursor } }').next()).rejects.toMatchObject({
      code: 'PERSISTED_QUERY_ONLY',
    })
  })
})

describe('a browser', () => {
  it('gets no GraphiQL, which could run nothing', async () => {
    const answer = await fetch(server.url, { headers: { accept: 'text/html,*/*;q=0.8' } })
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('json')
  })
})

describe('the start is refused', () => {
  const withFile = async (content: string) => {
    const wrong = await mkdtemp(join(tmpdir(), 'opora-operations-'))
    onTestFinished(async () => await rm(wrong, { recursive: true }))
    await writeFile(join(wrong, 'wrong.json'), content)
    return openOperations({ OPERATIONS: 'persisted', OPERATIONS_DIR: wrong })
  }

  it.each([
    [
      'for an id that is not its document’s',
      JSON.stringify({ [idOf('{ a }')]: '{ b }' }),
      'is not the SHA-256',
    ],
    [
      'for an id of another kind',
      JSON.stringify({ '0cc175b9c0f1b6a831c399e269772661': 'a' }),
      'is not the SHA-256',
    ],
    ['for a list', '[]', 'is no manifest'],
    [
      'for a manifest of another version',
      '{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}',
      'is no manifest',
    ],
    ['for what is no JSON', '{', 'cannot be read as JSON'],
  ])('%s', async (_why, content, words) => {
    const failure = withFile(content)
    await expect(failure).rejects.toBeInstanceOf(StartRefused)
    await expect(failure).rejects.toThrow(words)
  })

  it('for a folder that is not there', async () => {
    const failure = openOperations({ OPERATIONS: 'any', OPERATIONS_DIR: join(folder, 'nowhere') })
    await expect(failure).rejects.toThrow(`OPERATIONS_DIR ${join(folder, 'nowhere')} cannot be read`)
  })
})
