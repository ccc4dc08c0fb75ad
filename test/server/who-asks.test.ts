import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { callAt } from '../../src/server/call-at.ts'
import { acceptedLocale } from '../../src/server/contexts.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect, openSocket } from '../kit/socket.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(async () => await server.close())

describe('the language', () => {
  it.each<[string | null, 'ru' | 'en' | null]>([
    [null, null],
    ['', null],
    ['*', null],
    ['de, fr', null],
    ['ru', 'ru'],
    ['en-GB', 'en'],
    ['de, en;q=0.8, ru;q=0.5', 'en'],
    ['en;q=0.5, ru', 'ru'],
    ['en;q=0, ru;q=0.1', 'ru'],
    ['ru, en', 'ru'],
    [';;q=,,', null],
  ])('of %j is %j', (header, locale) => {
    expect(acceptedLocale(header)).toBe(locale)
  })

  const empty = 'mutation { ticketOpen(input: { text: "" }) { ... on InvalidInput { detail } } }'
  const inRussian = { ticketOpen: { detail: 'Не должно быть пустым.' } }
  const inEnglish = { ticketOpen: { detail: 'Must not be empty.' } }

  it.each<[string, 'ru' | 'en' | undefined, string, object]>([
    ['the header’s', 'ru', 'en', inEnglish],
    ['else the token’s', 'en', '*', inEnglish],
    ['else Russian', undefined, '*', inRussian],
  ])('is %s', async (_name, locale, header, expected) => {
    const token = await server.token('customer', { locale })
    const { data } = await server.request(empty, {}, token, { 'accept-language': header })
    expect(data).toEqual(expected)
  })

  it.each<[string, string | undefined, object]>([
    ['connection_init’s', 'en', inEnglish],
    ['else the token’s', undefined, inRussian],
    ['else the token’s when it is none of ours', 'de', inRussian],
  ])('over WebSocket is %s', async (_name, locale, expected) => {
    const socket = await connect(server.wsUrl, await server.token('customer', { locale: 'ru' }), locale)
    socket.send({ type: 'subscribe', id: '1', payload: { query: empty } })
    expect(await socket.next()).toMatchObject({ type: 'next', id: '1', payload: { data: expected } })
    await socket.close()
  })
})

describe('what people may be told of an error', () => {
  const [inRussian, inEnglish] = ['У вас нет прав на это.', 'You have no right to do this.']
  const unread = ['Приложение попросило о том, чего', 'The app has asked for something that']
  const refused = 'query { events { nodes { id } } }'

  it.each<[string, 'ru' | 'en' | undefined, string, string]>([
    ['the header’s', 'ru', 'en', inEnglish],
    ['else the token’s', 'en', '*', inEnglish],
    ['else Russian', undefined, '*', inRussian],
  ])(
    'is in a language that is %s, and the message is always English',
    async (_name, locale, header, detail) => {
      const token = await server.token('customer', { locale })
      const { errors } = await server.request(refused, {}, token, { 'accept-language': header })
      expect(errors).toMatchObject([
        { message: 'Your role or scopes do not allow this.', extensions: { code: 'FORBIDDEN', detail } },
      ])
    },
  )

  it('is in the header’s before anybody has asked who it is', async () => {
    for (const [language, words] of [
      ['ru', unread[0]],
      ['en', unread[1]],
      ['de', unread[0]],
    ] as const) {
      const { errors } = await server.request('{', {}, null, { 'accept-language': language })
      expect(errors?.[0]?.extensions?.['detail']).toContain(words)
    }
  })

  it.each<[string, string | undefined, 0 | 1]>([
    ['connection_init’s', 'en', 1],
    ['else the token’s', undefined, 0],
  ])('over WebSocket is %s', async (_name, locale, language) => {
    const socket = await connect(server.wsUrl, await server.token('customer', { locale: 'ru' }), locale)
    const detailOf = async (query: string) => {
      socket.send({ type: 'subscribe', id: query, payload: { query } })
      for (;;) {
        const { id, type, payload } = await socket.next()
        if (id !== query || type === 'complete') continue
        const errors = Array.isArray(payload) ? payload : (payload as { errors: unknown[] }).errors
        return (errors[0] as { extensions: { detail: string } }).extensions.detail
      }
    }
    expect(await detailOf('{')).toContain(unread[language])
    expect(await detailOf(refused)).toBe([inRussian, inEnglish][language])
    expect(await detailOf('subscription { inboxEvents { cursor } }')).toBe([inRussian, inEnglish][language])
    await socket.close()
  })
})

describe('a guest', () => {
  const start = 'mutation { guestStart(input: { name: "Гость" }) { ... on GuestStartPayload { token } } }'
  const link =
    'mutation ($token: String!) { guestLink(input: { guestToken: $token }) { ... on GuestLinkPayload { customer { id } } } }'

  it('needs no token to start, and is refused on every way in once linked', async () => {
    const { data } = await server.request<{ guestStart: { token: string } }>(start)
    const guest = data.guestStart.token
    expect((await server.request('{ viewer { role } }', {}, guest)).data).toEqual({
      viewer: { role: 'GUEST' },
    })
    const socket = await connect(server.wsUrl, guest)
    const linked = await server.request(link, { token: guest }, await server.token('customer'))
    expect(linked.errors).toBeUndefined()

    const over = await vi.waitUntil(async () => {
      const answer = await server.request('{ viewer { role } }', {}, guest)
      return answer.status === 401 ? answer : null
    })
    expect(over.errors).toMatchObject([{ extensions: { code: 'TOKEN_EXPIRED' } }])
    socket.send({ type: 'subscribe', id: '1', payload: { query: '{ viewer { role } }' } })
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'TOKEN_EXPIRED' } }],
    })
    await socket.close()
    const again = await openSocket(server.wsUrl)
    again.send({ type: 'connection_init', payload: { authorization: `Bearer ${guest}` } })
    expect((await again.closed).code).toBe(4403)
  })
})

describe('callAt', () => {
  afterEach(() => vi.useRealTimers())

  it('waits longer than a timer of Node can', () => {
    vi.useFakeTimers()
    let calls = 0
    callAt(Date.now() + 100 * 86_400_000, () => (calls += 1))
    vi.advanceTimersByTime(100 * 86_400_000 - 1)
    expect(calls).toBe(0)
    vi.advanceTimersByTime(1)
    expect(calls).toBe(1)
  })

  it('calls at once for a time that has passed, and not at all when called off', () => {
    vi.useFakeTimers()
    const called: string[] = []
    callAt(Date.now() - 1, () => called.push('passed'))
    const callOff = callAt(Date.now() + 30 * 86_400_000, () => called.push('called off'))
    vi.advanceTimersByTime(25 * 86_400_000)
    callOff()
    vi.advanceTimersByTime(10 * 86_400_000)
    expect(called).toEqual(['passed'])
  })
})
