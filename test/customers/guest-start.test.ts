import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { countRows } from '../kit/rows.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, guest, mutate, nobody, openTicket, operator, readTicket, service } from '../kit/world.ts'

const lifetimeSeconds = 3_600
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ GUEST_TOKEN_SECONDS: String(lifetimeSeconds) })
})
afterAll(async () => await server.close())

const selection = 'cursor token expiresAt customer { id name locale isGuest email phone externalId }'
interface Started {
  token: string
  expiresAt: string
  customer: { id: string; name: string | null; locale: string; isGuest: boolean }
}
const start = async (input: object) => await mutate<Started>(nobody(server), 'guestStart', input, selection)

const viewerQuery = '{ viewer { role scopes customer { id name isGuest } operator { id } } }'

describe('a guest', () => {
  it('gets a record and a token that proves to be it', async () => {
    const before = await countRows(server.desk)
    const asked = Date.now()
    const started = await start({ name: '  Мария ' })
    expect(started).toEqual({
      __typename: 'GuestStartPayload',
      cursor: expect.any(String),
      token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expiresAt: expect.stringMatching(/Z$/),
      customer: {
        id: expect.stringMatching(/^cus_/),
        name: 'Мария',
        locale: 'RU',
        isGuest: true,
        email: null,
        phone: null,
        externalId: null,
      },
    })
    expect(await countRows(server.desk)).toEqual({
      ...before,
      customers: (before['customers'] ?? 0) + 1,
      customer_identities: (before['customer_identities'] ?? 0) + 1,
    })
    const lives = (Date.parse(started.expiresAt) - asked) / 1_000
    expect(lives).toBeGreaterThan(lifetimeSeconds - 5)
    expect(lives).toBeLessThan(lifetimeSeconds + 60)
    const { data } = await server.request(viewerQuery, {}, started.token)
    expect(data).toEqual({
      viewer: {
        role: 'GUEST',
        scopes: [],
        customer: { id: started.customer.id, name: 'Мария', isGuest: true },
        operator: null,
      },
    })
  })

  it('need not say a name, and is another one each time', async () => {
    const [one, other] = [await start({}), await start({ name: null })]
    expect([one.customer.name, other.customer.name]).toEqual([null, null])
    expect(one.customer.id).not.toBe(other.customer.id)
  })

  it.each([
    ['ru', 'RU'],
    ['en-US,en;q=0.9', 'EN'],
    ['de', 'RU'],
  ])('who asks in %s is answered in %s', async (language, locale) => {
    const { data } = await server.request<{ guestStart: Started }>(
      `mutation { guestStart(input: {}) { ... on GuestStartPayload { token customer { locale } } } }`,
      {},
      null,
      { 'accept-language': language },
    )
    expect(data.guestStart.customer.locale).toBe(locale)
    const answer = await server.request('{ viewer { locale } }', {}, data.guestStart.token)
    expect(answer.data).toEqual({ viewer: { locale } })
  })

  it('sees the own ticket, nobody else’s', async () => {
    const [one, other] = [await guest(server), await guest(server)]
    const { id } = await openTicket(one)
    expect(await readTicket(one, id, 'id customer { id }')).toEqual({ id, customer: { id: one.id } })
    expect(await readTicket(other, id)).toBeNull()
  })

  it('may be started by anybody who has a token already', async () => {
    for (const who of [
      await buyer(server, 'anna'),
      await guest(server),
      await operator(server, 'olga'),
      await service(server),
    ]) {
      const started = await mutate<Started>(who, 'guestStart', {}, selection)
      expect(started.customer.isGuest).toBe(true)
    }
  })
})

describe('a name that breaks a limit', () => {
  it.each([
    ['empty', ''],
    ['empty', ' \n '],
    ['tooLong', 'я'.repeat(201)],
    ['nul', 'а\0'],
    ['surrogate', '\ud800'],
  ])('is refused as `%s`', async (rule, name) => {
    expect(await unchanged(server.desk, async () => await start({ name }))).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      rule,
      path: ['name'],
      detail: expect.stringMatching(/\.$/),
    })
  })

  it('is none at the limit itself', async () => {
    const { customer } = await start({ name: 'я'.repeat(200) })
    expect(customer.name).toBe('я'.repeat(200))
  })
})
