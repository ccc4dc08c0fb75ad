import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import {
  guest,
  mutate,
  nobody,
  openTicket,
  operator,
  outcome,
  type Person,
  readTicket,
  service,
  supervisor,
} from '../kit/world.ts'
import { link, newBuyer, ticketCount } from './linking.ts'

let server: TestServer
let olga: Person
beforeAll(async () => {
  server = await startTestServer()
  olga = await operator(server, 'olga')
})
afterAll(async () => await server.close())

describe('linking', () => {
  it('again changes nothing', async () => {
    const visitor = await guest(server)
    await openTicket(visitor)
    const maria = await newBuyer(server)
    const first = await link(maria, visitor)
    const again = await unchanged(server.desk, async () => await link(maria, visitor))
    expect(again).toEqual({ ...first, cursor: expect.any(String) })
  })

  it('of several guests brings all of their tickets together', async () => {
    const maria = await newBuyer(server)
    for (const visitor of [await guest(server), await guest(server)]) {
      await openTicket(visitor)
      await link(maria, visitor)
    }
    expect(await ticketCount(server, maria)).toBe(2)
  })

  it('of a guest who is somebody else by now is refused', async () => {
    const visitor = await guest(server)
    await openTicket(visitor)
    await link(await newBuyer(server), visitor)
    const boris = await newBuyer(server)
    expect(await unchanged(server.desk, async () => await link(boris, visitor))).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      rule: 'taken',
      path: ['guestToken'],
      detail: 'Уже принадлежит кому-то другому.',
    })
  })

  it('by two buyers at once is done for one of them', async () => {
    const visitor = await guest(server)
    const { id } = await openTicket(visitor)
    const rivals = [await newBuyer(server), await newBuyer(server)]
    const results = await Promise.all(rivals.map(async (one) => await link(one, visitor)))
    expect(results.map(({ __typename }) => __typename).sort()).toEqual(['GuestLinkPayload', 'InvalidInput'])
    const winner = rivals[results.findIndex(({ __typename }) => __typename === 'GuestLinkPayload')]
    expect(await readTicket(olga, id, 'customer { id }')).toEqual({ customer: { id: winner?.id } })
  })
})

describe('a token that proves nothing', () => {
  const notAGuest = async (): Promise<[string, string][]> => {
    const { token } = await guest(server)
    const [head, , signature] = (token ?? '').split('.')
    const claims = { ...readPayload(token ?? ''), sub: (await guest(server)).id.slice(4) }
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
    return [
      ['nothing', ''],
      ['garbage', 'guest'],
      ['another’s subject under the old signature', [head, payload, signature].join('.')],
      ['no signature', `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`],
      ['a buyer’s', (await newBuyer(server)).token ?? ''],
      ['an operator’s', olga.token ?? ''],
      ['a service’s', (await service(server, 'tickets:write')).token ?? ''],
    ]
  }

  it('is refused: forged ones, and those of other roles', async () => {
    const maria = await newBuyer(server)
    for (const [name, guestToken] of await notAGuest()) {
      const result = await unchanged(
        server.desk,
        async () => await mutate(maria, 'guestLink', { guestToken }),
      )
      expect([name, result]).toMatchObject([
        name,
        { __typename: 'InvalidInput', rule: 'guestToken', path: ['guestToken'] },
      ])
    }
  })

  it('is not found when the guest is gone', async () => {
    const maria = await newBuyer(server)
    const guestToken = await server.token('guest', { sub: randomUUID() })
    const attempt = async () => await mutate(maria, 'guestLink', { guestToken })
    expect(await unchanged(server.desk, attempt)).toMatchObject({
      __typename: 'NotFound',
      path: ['guestToken'],
    })
  })

  function readPayload(token: string): object {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object
  }
})

describe('who may link', () => {
  it('only a buyer who is logged in', async () => {
    const visitor = await guest(server)
    const everybody: [Person, string][] = [
      [nobody(server), 'UNAUTHENTICATED'],
      [visitor, 'FORBIDDEN'],
      [await guest(server), 'FORBIDDEN'],
      [olga, 'FORBIDDEN'],
      [await supervisor(server), 'FORBIDDEN'],
      [await service(server), 'FORBIDDEN'],
      [await service(server, 'customers:write'), 'FORBIDDEN'],
    ]
    for (const [who, expected] of everybody) {
      const attempt = async () => await outcome(who, 'guestLink', { guestToken: visitor.token })
      expect(await unchanged(server.desk, attempt)).toBe(expected)
    }
  })
})

describe('a guest who opens tickets while being linked', () => {
  it('leaves none behind: each is the buyer’s, or was never opened', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [visitor, maria] = [await guest(server), await newBuyer(server)]
      const opening = Array.from({ length: 6 }, async () => await tryToOpen(visitor))
      const [linked, ...opened] = await Promise.all([link(maria, visitor), ...opening])
      expect(linked.__typename).toBe('GuestLinkPayload')
      const ids = opened.filter((id) => id !== null)
      expect(await ticketCount(server, visitor)).toBe(0)
      expect(await ticketCount(server, maria)).toBe(ids.length)
      for (const id of ids) expect((await readTicket(maria, id))?.id).toBe(id)
    }
  })
})

/** The id of the ticket, or null when the guest's token had ended or the guest was the buyer already. */
async function tryToOpen(by: Person): Promise<string | null> {
  const query = `mutation { ticketOpen(input: { text: "Где посылка?" }) {
    __typename ... on TicketOpenPayload { ticket { id } } ... on NotFound { path } } }`
  const { data, errors } = await by.answer<{
    ticketOpen: { __typename: string; ticket?: { id: string }; path?: string[] }
  } | null>(query)
  if (data?.ticketOpen.ticket !== undefined) return data.ticketOpen.ticket.id
  const reason = data?.ticketOpen.path ?? errors?.map(({ extensions }) => extensions?.['code'])
  expect([['customerId'], ['TOKEN_EXPIRED']]).toContainEqual(reason)
  return null
}
