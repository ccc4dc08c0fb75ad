import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  GuestLinkDocument,
  MessageSentDocument,
  OporaError,
  ViewerScopesDocument,
} from '../../src/client/index.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, guest, openTicket, type Person } from '../kit/world.ts'
import { clientOf, sendAll, take, textsOf } from './desk.ts'

let server: TestServer
let anna: Person
let expired: string
beforeAll(async () => {
  server = await startTestServer({ AUTH_CLOCK_SKEW_SECONDS: '0' })
  anna = await buyer(server, 'anna')
  expired = await server.token('customer', { sub: 'anna', expiresInSeconds: -60 })
})
afterAll(async () => await server.close())

/** A token function that gives these one after the other, then the last again; and how often it was asked. */
function tokensInTurn(...tokens: (string | Error | null)[]) {
  const asked = { count: 0 }
  const token = async () => {
    const next = tokens[Math.min(asked.count++, tokens.length - 1)]
    if (next instanceof Error) throw next
    return next ?? ''
  }
  return { asked, client: clientOf(server.url, { token: null }, { token }) }
}

describe('a token function', () => {
  it('is asked once for many requests, and once more when the token has expired', async () => {
    const { asked, client } = tokensInTurn(expired, anna.token)
    const answers = await Promise.all(
      Array.from({ length: 8 }, async () => await client.query(ViewerScopesDocument)),
    )
    expect(answers.map(({ viewer }) => viewer?.role)).toEqual(Array(8).fill('CUSTOMER'))
    await client.query(ViewerScopesDocument)
    expect(asked.count).toBe(2)
  })

  it('that knows no fresh token ends a request', async () => {
    const { asked, client } = tokensInTurn(expired)
    const error = await client.query(ViewerScopesDocument).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'OporaError', code: 'TOKEN_EXPIRED', retryable: false })
    expect(asked.count).toBe(2)
  })

  it('has its error passed on by a request, and is asked anew by the next', async () => {
    const trouble = new Error('the login page is down')
    const { client } = tokensInTurn(trouble, anna.token)
    await expect(client.query(ViewerScopesDocument)).rejects.toBe(trouble)
    expect((await client.query(ViewerScopesDocument)).viewer?.role).toBe('CUSTOMER')
  })
})

describe('following', () => {
  it('goes on when the token expires: the server closes, a fresh one is asked for, nothing is missed', async () => {
    const ticketId = (await openTicket(anna)).id
    const shortLived = await server.token('customer', { sub: 'anna', expiresInSeconds: 2 })
    const { asked, client } = tokensInTurn(shortLived, anna.token)
    const states: string[] = []
    const messages = client.follow(
      MessageSentDocument,
      { ticketId, afterSeq: 0 },
      { onState: (state) => void states.push(state) },
    )
    const [first] = await take(messages, 1)
    // Renewed by the closing of the socket, before anything else happens.
    await expect.poll(() => asked.count, { timeout: 20_000 }).toBe(2)
    await sendAll(clientOf(server.url, anna), ticketId, ['Ау'])
    const [second] = await take(messages, 1)
    expect(textsOf([first!, second!])).toEqual([
      [1, 'Где посылка?'],
      [2, 'Ау'],
    ])
    expect(asked.count).toBe(2)
    await until(() => states.length === 5)
    expect(states).toEqual(['catchingUp', 'live', 'offline', 'catchingUp', 'live'])
  })

  it('begins with a fresh token when the first has expired', async () => {
    const ticketId = (await openTicket(anna)).id
    const { asked, client } = tokensInTurn(expired, anna.token)
    expect(textsOf(await take(client.follow(MessageSentDocument, { ticketId, afterSeq: 0 }), 1))).toEqual([
      [1, 'Где посылка?'],
    ])
    expect(asked.count).toBe(2)
  })

  it('ends with TOKEN_EXPIRED when the token was given as it is', async () => {
    const client = clientOf(server.url, { token: expired })
    const messages = client.follow(MessageSentDocument, {
      ticketId: (await openTicket(anna)).id,
      afterSeq: 0,
    })
    await expect(messages.next()).rejects.toMatchObject({ code: 'TOKEN_EXPIRED', retryable: false })
  })

  it.each([null, 'a.b.c'])('ends with UNAUTHENTICATED with the token %s', async (token) => {
    const messages = clientOf(server.url, { token }).follow(MessageSentDocument, {
      ticketId: 'any',
      afterSeq: 0,
    })
    await expect(messages.next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED', retryable: false })
  })

  it.each([
    ['after a message', 0],
    ['from now', undefined],
  ])(
    '%s outlives a token function that fails for a while, and ends with one that fails for good',
    async (_start, afterSeq) => {
      const ticketId = (await openTicket(anna)).id
      const states: string[] = []
      const passing = tokensInTurn(new Error('no network'), new Error('no network'), anna.token)
      const first = passing.client
        .follow(MessageSentDocument, { ticketId, afterSeq }, { onState: (state) => void states.push(state) })
        .next()
      await until(() => states.at(-1) === 'live')
      await sendAll(clientOf(server.url, anna), ticketId, ['Ау'])
      expect(textsOf([(await first).value!])).toEqual(afterSeq === 0 ? [[1, 'Где посылка?']] : [[2, 'Ау']])
      expect(passing.asked.count).toBe(3)
      const loggedOut = Object.assign(new Error('logged out'), { retryable: false })
      const final = tokensInTurn(loggedOut)
      const messages = final.client.follow(MessageSentDocument, { ticketId, afterSeq })
      await expect(messages.next()).rejects.toBe(loggedOut)
      expect(final.asked.count).toBe(1)
    },
  )

  it('goes on over a guest’s login with the buyer’s token', async () => {
    const visitor = await guest(server)
    const ticketId = (await openTicket(visitor)).id
    const { asked, client } = tokensInTurn(visitor.token, anna.token)
    const messages = client.follow(MessageSentDocument, { ticketId, afterSeq: 0 })
    const [first] = await take(messages, 1)
    const loggedIn = clientOf(server.url, anna)
    const input = { guestToken: visitor.token ?? '' }
    const { guestLink } = await loggedIn.mutate(GuestLinkDocument, { input })
    expect(guestLink.__typename).toBe('GuestLinkPayload')
    await sendAll(loggedIn, ticketId, ['Теперь вошла'])
    const [second] = await take(messages, 1)
    expect(textsOf([first!, second!])).toEqual([
      [1, 'Где посылка?'],
      [2, 'Теперь вошла'],
    ])
    expect(asked.count).toBe(2)
    await expect(clientOf(server.url, visitor).query(ViewerScopesDocument)).rejects.toBeInstanceOf(OporaError)
  })
})
