import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MessageSentDocument, NoteAddDocument, ViewerScopesDocument } from '../../src/client/index.ts'
import { idOf } from '../../src/server/operations/manifests.ts'
import { openOperations } from '../../src/server/operations/operations.ts'
import { unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, operator, type Person } from '../kit/world.ts'
import { type Asked, byId, codeOf, streaming, transports } from './transports.ts'

let server: TestServer
let anna: Person
let ticketId: string
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
  ticketId = (await openTicket(anna)).id
})
afterAll(async () => await server.close())

let count = 0
/** A document that nobody has sent before. */
const fresh = () => `query Fresh${(count += 1)} { viewer { role } }`
const hashOf = (document: { __meta__?: Record<string, unknown> }) => String(document.__meta__?.['hash'])
const graphqlJson = { accept: 'application/graphql-response+json' }

describe.each(transports)('over %s', (name, ask) => {
  const isGet = name === 'GET'
  /** A GET that brings a document needs a header that a foreign page cannot set; ids are enough here. */
  const register = async (text: string) => {
    const by = isGet ? 'POST' : name
    const [, send] = transports.find(([other]) => other === by) ?? transports[0]!
    return await send(server, anna, byId(idOf(text), { query: text }))
  }

  it('an operation of schema/operations is run by its id', async () => {
    for (const asked of [
      byId(hashOf(ViewerScopesDocument)),
      { documentId: `sha256:${hashOf(ViewerScopesDocument)}` },
    ]) {
      expect((await ask(server, anna, asked)).data).toEqual({ viewer: { role: 'CUSTOMER', scopes: [] } })
    }
  })

  it('an unknown id is said to be unknown, until the text was sent with it', async () => {
    const text = fresh()
    const unknown = await ask(server, anna, byId(idOf(text)))
    expect(codeOf(unknown)).toBe('PERSISTED_QUERY_NOT_FOUND')
    expect(unknown).toMatchObject({
      status: name === 'a WebSocket' ? null : 404,
      // The word that stock clients wait for.
      errors: [{ message: 'PersistedQueryNotFound', extensions: { retryable: false } }],
    })
    expect((await register(text)).data).toEqual({ viewer: { role: 'CUSTOMER' } })
    expect((await ask(server, anna, byId(idOf(text)))).data).toEqual({ viewer: { role: 'CUSTOMER' } })
  })

  it.each<[string, Asked]>([
    ['another version', { extensions: { persistedQuery: { version: 2, sha256Hash: '0'.repeat(64) } } }],
    ['no hash', { extensions: { persistedQuery: { version: 1 } } }],
    ['a hash that is a list', byId(['0'.repeat(64)] as never)],
    ['a hash in capitals', byId('A'.repeat(64))],
    ['a short hash', byId('0'.repeat(63))],
    ['no object', { extensions: { persistedQuery: '0'.repeat(64) } }],
    ['a document id of another kind', { documentId: 'md5:0123' }],
  ])('%s is no id', async (_what, asked) => {
    const { status, ...said } = await ask(server, anna, asked)
    expect(codeOf(said as never)).toBe('BAD_USER_INPUT')
    if (name !== 'a WebSocket') expect(status).toBe(400)
  })
})

describe.each(transports.filter(([name]) => name !== 'GET'))(
  'another document under a known id, over %s,',
  (_name, ask) => {
    it('is refused, and the id stays what it was', async () => {
      const text = fresh()
      await ask(server, anna, byId(idOf(text), { query: text }))
      const forged = await ask(server, anna, byId(idOf(text), { query: '{ viewer { locale } }' }))
      expect(codeOf(forged)).toBe('BAD_USER_INPUT')
      expect(forged.errors?.[0]?.message).toBe('The id is not the SHA-256 of the document.')
      expect((await ask(server, anna, byId(idOf(text)))).data).toEqual({ viewer: { role: 'CUSTOMER' } })
      const own = byId(hashOf(ViewerScopesDocument), { query: '{ viewer { locale } }' })
      expect(codeOf(await ask(server, anna, own))).toBe('BAD_USER_INPUT')
    })
  },
)

describe('a subscription by id', () => {
  it.each(streaming)('is followed over %s', async (_name, ask) => {
    const asked = byId(hashOf(MessageSentDocument), { variables: { ticketId, afterSeq: 0 } })
    expect((await ask(server, anna, asked)).data).toMatchObject({
      messageSent: { seq: 1, text: 'Где посылка?' },
    })
  })
})

describe('a GET by id', () => {
  const [, get] = transports[1]!

  it('is for queries only: a mutation writes nothing, a subscription does not begin', async () => {
    const olga = await operator(server, 'olga')
    const input = { ticketId, text: 'Заметка' }
    const write = byId(hashOf(NoteAddDocument), { variables: { input } })
    const written = await unchanged(server.desk, async () => await get(server, olga, write))
    expect(written).toMatchObject({ status: 405, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    const follow = byId(hashOf(MessageSentDocument), { variables: { ticketId, afterSeq: 0 } })
    expect(await get(server, anna, follow)).toMatchObject({
      status: 405,
      errors: [{ message: 'By GET and id only queries are run.' }],
    })
  })

  it('needs the header against forged requests as soon as it brings a document', async () => {
    const text = fresh()
    const refused = await get(server, anna, byId(idOf(text), { query: text }))
    expect(refused).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    expect(codeOf(await get(server, anna, byId(idOf(text))))).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  it('that is not found is not kept by caches', async () => {
    const search = `?documentId=sha256:${'0'.repeat(64)}`
    const answer = await fetch(`${server.url}${search}`, { headers: graphqlJson })
    expect(answer.status).toBe(404)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })
})

describe('what is remembered', () => {
  it('is bounded by number and by length, the least used forgotten first', async () => {
    const operations = await openOperations({ OPERATIONS: 'any' })
    const say = (text: string) => operations.textOf(byId(idOf(text), { query: text }))
    const knows = (text: string) => {
      try {
        return operations.textOf(byId(idOf(text))) === text
      } catch {
        return false
      }
    }
    const texts = Array.from({ length: 1_001 }, () => fresh())
    for (const text of texts) expect(say(text)).toBe(text)
    expect(texts.map(knows)).toEqual([false, ...Array.from({ length: 1_000 }, () => true)])
    const long = `{ viewer { ${'role '.repeat(4_001)} } }`
    expect(say(long)).toBe(long)
    expect(knows(long)).toBe(false)
    // What is registered cannot be pushed out.
    expect(operations.textOf(byId(hashOf(ViewerScopesDocument)))).toBe(ViewerScopesDocument.toString())
  })
})
