import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it, onTestFinished } from 'vitest'
import {
  CustomerDocument,
  GuestStartDocument,
  MessageSendDocument,
  type OporaError,
  TeamUpsertDocument,
  TicketDocument,
  TicketMessagesDocument,
  TicketOpenDocument,
  type TicketStatus,
  TicketsDocument,
  ViewerScopesDocument,
} from '../../src/client/index.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, nobody, openTicket, type Person } from '../kit/world.ts'
import { badNetwork, clientOf } from './desk.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
})
afterAll(async () => await server.close())

const client = (person = anna, options = {}) => clientOf(server.url, person, options)
const failure = async (call: Promise<unknown>) =>
  await call.then(
    () => {
      throw new Error('it did not fail')
    },
    (error: OporaError) => error,
  )

async function textsIn(ticketId: string): Promise<string[]> {
  const { ticket } = await client().query(TicketMessagesDocument, { ticketId, first: 100 })
  return (ticket?.messages.nodes ?? []).map(({ text }) => text)
}

describe('query and mutate', () => {
  it('give typed data', async () => {
    const { ticketOpen } = await client().mutate(TicketOpenDocument, {
      input: { text: 'Где мой заказ?', topic: 'DELIVERY', idempotencyKey: randomUUID() },
    })
    if (ticketOpen.__typename !== 'TicketOpenPayload') throw new Error(ticketOpen.detail)
    expectTypeOf(ticketOpen.ticket.status).toEqualTypeOf<TicketStatus>()
    expect(ticketOpen.message).toMatchObject({ seq: 1, text: 'Где мой заказ?', author: { kind: 'CUSTOMER' } })
    const { ticket } = await client().query(TicketDocument, { id: ticketOpen.ticket.id })
    expect(ticket).toMatchObject({ status: 'NEW', topic: 'DELIVERY', lastSeq: 1, customer: { id: anna.id } })
    const { customer } = await client().query(CustomerDocument, { id: anna.id })
    expect(customer).toMatchObject({ id: anna.id, name: 'anna', isGuest: false })
    expect((await client().query(ViewerScopesDocument)).viewer).toEqual({ role: 'CUSTOMER', scopes: [] })
  })

  it('give a domain’s refusal as a member of the result, in the language asked for', async () => {
    const input = { ticketId: (await openTicket(anna)).id, text: '' }
    const details = await Promise.all(
      (['ru', 'en'] as const).map(async (locale) => {
        const { messageSend } = await client(anna, { locale }).mutate(MessageSendDocument, { input })
        if (messageSend.__typename !== 'InvalidInput') throw new Error(messageSend.__typename)
        expect(messageSend).toMatchObject({ code: 'INVALID_INPUT', rule: 'empty' })
        return messageSend.detail
      }),
    )
    expect(details[0]).toMatch(/[а-я]/)
    expect(details[1]).not.toMatch(/[а-я]/)
  })

  it('work as nobody where no token is needed', async () => {
    const { guestStart } = await client(nobody(server)).mutate(GuestStartDocument, {
      input: { name: 'Гость' },
    })
    if (guestStart.__typename !== 'GuestStartPayload') throw new Error(guestStart.detail)
    const visitor = client({ ...anna, token: guestStart.token })
    expect((await visitor.query(ViewerScopesDocument)).viewer?.role).toBe('GUEST')
    const { customer } = await visitor.query(CustomerDocument, { id: guestStart.customer.id })
    expect(customer).toMatchObject({ name: 'Гость', isGuest: true })
  })
})

describe('OporaError', () => {
  it.each<[string, string, { toString(): string }, unknown, number, Partial<Person>?]>([
    ['UNAUTHENTICATED', 'nobody', '{ tickets { nodes { id } } }', {}, 200, { token: null }],
    ['UNAUTHENTICATED', 'a forged token', '{ viewer { role } }', {}, 401, { token: 'a.b.c' }],
    ['FORBIDDEN', 'a buyer', TeamUpsertDocument, { input: { key: 'a', name: 'a' } }, 200],
    ['GRAPHQL_PARSE_FAILED', 'a broken document', '{', {}, 400],
    ['GRAPHQL_VALIDATION_FAILED', 'an unknown field', '{ nothing }', {}, 400],
    ['BAD_USER_INPUT', 'a wrong variable', TicketsDocument, { first: 'many' }, 400],
  ])('%s: %s', async (code, _what, document, variables, status, person) => {
    const error = await failure(client({ ...anna, ...person }).query(document, variables))
    expect(error).toMatchObject({ name: 'OporaError', code, status, retryable: false })
    expect(error.requestId).toMatch(/^[\w-]{8,}$/)
    expect(error.errors[0]).toMatchObject({
      message: error.message,
      extensions: { code, detail: error.detail },
    })
    expect(error.detail).toMatch(/^[А-Я].*\.$/)
  })

  it('NETWORK_ERROR when nobody answers, after the tries that were asked for', async () => {
    const network = await badNetwork(server.url)
    network.refuse(true)
    const error = await failure(clientOf(network.url, anna).query(ViewerScopesDocument))
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', retryable: true, status: null, requestId: null })
    expect(error.message).toContain(network.url)
    expect(network.connectionCount).toBe(4)
  })

  it('NETWORK_ERROR when the answer takes too long', async () => {
    const silent = createServer(() => {})
    onTestFinished(() => silent.close().closeAllConnections())
    await once(silent.listen(0, '127.0.0.1'), 'listening')
    const url = `http://127.0.0.1:${(silent.address() as AddressInfo).port}/graphql`
    const impatient = clientOf(url, anna, { timeoutSeconds: 0.1, retry: { attempts: 1 } })
    const error = await failure(impatient.query(ViewerScopesDocument))
    expect(error.code).toBe('NETWORK_ERROR')
    expect(error.message).toContain('within 0.1 s')
  })

  it.each([
    [502, '<h1>Bad Gateway</h1>', true],
    [404, 'Not Found', false],
    [200, '[]', false],
    [200, '{"data":null}', false],
  ])('BAD_RESPONSE for a proxy’s own answer %i %s', async (status, body, retryable) => {
    const proxy = createServer((_request, response) => response.writeHead(status).end(body))
    onTestFinished(() => proxy.close().closeAllConnections())
    await once(proxy.listen(0, '127.0.0.1'), 'listening')
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/graphql`
    const error = await failure(clientOf(url, anna, { retry: { attempts: 1 } }).query(ViewerScopesDocument))
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', status, retryable })
  })

  it('never for a signal: its reason is thrown', async () => {
    const reason = new Error('enough')
    await expect(
      client().query(ViewerScopesDocument, {}, { signal: AbortSignal.abort(reason) }),
    ).rejects.toBe(reason)
    const network = await badNetwork(server.url)
    network.refuse(true)
    const leaving = new AbortController()
    const slow = clientOf(network.url, anna, { retry: { firstPauseMs: 1e9, longestPauseMs: 1e9 } })
    const asked = slow.query(ViewerScopesDocument, {}, { signal: leaving.signal })
    leaving.abort(reason)
    await expect(asked).rejects.toBe(reason)
  })
})

describe('tries', () => {
  it('a query is tried again until it is answered', async () => {
    const network = await badNetwork(server.url)
    let cuts = 0
    network.limit(() => (cuts++ < 2 ? 10 : null))
    const { viewer } = await clientOf(network.url, anna).query(ViewerScopesDocument)
    expect(viewer?.role).toBe('CUSTOMER')
    expect(network.connectionCount).toBe(3)
  })

  it('a mutation with a key is tried again when its answer was lost, and done once', async () => {
    const { id: ticketId } = await openTicket(anna)
    const network = await badNetwork(server.url)
    let cuts = 0
    network.limit(() => (cuts++ < 2 ? 0 : null))
    const input = { ticketId, text: 'Ау', clientMessageId: randomUUID() }
    const { messageSend } = await clientOf(network.url, anna).mutate(MessageSendDocument, { input })
    expect(messageSend).toMatchObject({ __typename: 'MessageSendPayload', message: { seq: 2 } })
    expect(network.connectionCount).toBe(3)
    expect(await textsIn(ticketId)).toEqual(['Где посылка?', 'Ау'])
  })

  it('a mutation without a key is not: nobody knows whether it was done', async () => {
    const { id: ticketId } = await openTicket(anna)
    const network = await badNetwork(server.url)
    network.limit(() => 0)
    const error = await failure(
      clientOf(network.url, anna).mutate(MessageSendDocument, { input: { ticketId, text: 'Ау' } }),
    )
    expect(error).toMatchObject({ code: 'NETWORK_ERROR', retryable: true })
    expect(network.connectionCount).toBe(1)
    expect(await textsIn(ticketId)).toEqual(['Где посылка?', 'Ау'])
  })
})
