import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, openTicket, type Person } from '../kit/world.ts'

let server: TestServer
let cast: Cast
const ids = new Map<string, string>()
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  const { ownBuyer: anna, otherBuyer: boris, operator, supervisor, otherTeamId } = cast
  await open('lost', anna, { subject: 'Доставка', text: 'Где моя посылка? Жду вторую неделю' })
  await open('broken', anna, { subject: 'Брак', text: 'Две посылки пришли битыми' })
  await open('refund', anna, { subject: 'Refunds', text: 'The bank declined my payments twice' })
  const hidden = await open('hidden', boris, { subject: 'Курьер', text: 'Посылку не привезли' })
  await done(supervisor, 'ticketAssign', { ticketId: hidden, teamId: otherTeamId })
  await done(operator, 'noteAdd', {
    ticketId: ids.get('lost'),
    text: 'Похоже на мошенника, посылка получена',
  })
})
afterAll(async () => await server.close())

async function open(name: string, by: Person, input: Record<string, unknown>): Promise<string> {
  const { id } = await openTicket(by, input)
  ids.set(name, id)
  return id
}

/** The names of the tickets found, sorted. */
async function find(who: Person, search: string, filter: object = {}): Promise<string[]> {
  const { tickets } = await who.ask<{ tickets: { nodes: { id: string }[] } }>(
    'query ($filter: TicketFilter) { tickets(filter: $filter) { nodes { id } } }',
    { filter: { ...filter, search } },
  )
  return tickets.nodes.map(({ id }) => [...ids].find(([, known]) => known === id)?.[0] ?? id).sort()
}

describe('a search', () => {
  it.each(['посылка', 'посылки', 'посылку', 'посылкой', 'ПОСЫЛКАМИ', 'ПоСыЛкЕ'])(
    'finds any form of a Russian word: %s',
    async (word) => {
      expect(await find(cast.supervisor, word)).toEqual(['broken', 'hidden', 'lost'])
      expect(await find(cast.ownBuyer, word)).toEqual(['broken', 'lost'])
    },
  )

  it.each([
    ['refund', ['refund']],
    ['REFUNDED', ['refund']],
    ['payment', ['refund']],
    ['declining', ['refund']],
    ['доставки', ['lost']],
    ['неделя посылка', ['lost']],
    ['посылка битая', ['broken']],
    ['"вторую неделю"', ['lost']],
    ['"неделю вторую"', []],
    ['посылка -неделя', ['broken']],
    ['неделя or bank', ['lost', 'refund']],
    ['посыл', []],
    ['которого нет', []],
    ['и не на', []],
  ])('%s finds %j', async (words, expected) => {
    expect(await find(cast.ownBuyer, words)).toEqual(expected)
  })

  it('finds what the viewer may see only', async () => {
    expect(await find(cast.otherBuyer, 'посылка')).toEqual(['hidden'])
    expect(await find(cast.guest, 'посылка')).toEqual([])
    expect(await find(cast.operator, 'посылка')).toEqual(['broken', 'lost'])
    expect(await find(cast.operatorOfAnotherTeam, 'посылка')).toEqual(['broken', 'hidden', 'lost'])
    expect(await find(cast.readingService, 'посылка')).toEqual(['broken', 'hidden', 'lost'])
    expect(await find(cast.serviceWithoutScope, 'посылка')).toEqual([])
  })

  it('by the words of a note finds nothing for a buyer or a service', async () => {
    const { operator, supervisor, ownBuyer, otherBuyer, guest, readingService, service } = cast
    for (const who of [operator, supervisor]) {
      expect(await find(who, 'мошенник')).toEqual(['lost'])
    }
    for (const who of [ownBuyer, otherBuyer, guest, readingService, service]) {
      expect(await find(who, 'мошенник')).toEqual([])
      expect(await find(who, 'получена')).toEqual([])
    }
  })

  it('goes together with other filters', async () => {
    expect(await find(cast.supervisor, 'посылка', { customerId: cast.otherBuyer.id })).toEqual(['hidden'])
    expect(await find(cast.supervisor, 'посылка', { topics: ['PAYMENT'] })).toEqual([])
  })

  it('of nothing does not narrow', async () => {
    for (const nothing of ['', '   ']) {
      expect(await find(cast.ownBuyer, nothing)).toEqual(['broken', 'lost', 'refund'])
    }
  })

  it.each([
    '"',
    '-',
    '&|!',
    ":*'",
    '\\',
    '%',
    '\0',
    '\ud800',
    '🎁',
    '"посылка',
    '((',
    "'; drop table tickets",
  ])('of %j finds nothing or something, but never fails', async (words) => {
    const isWord = words.includes('посылка')
    expect(await find(cast.ownBuyer, words)).toEqual(isWord ? ['broken', 'lost'] : [])
  })

  it('takes up to 200 characters', async () => {
    expect(await find(cast.ownBuyer, `посылка${' '.repeat(193)}`)).toEqual(['broken', 'lost'])
    await expect(find(cast.ownBuyer, `посылка${' '.repeat(194)}`)).rejects.toThrow('BAD_USER_INPUT')
  })

  it('follows a change of the subject', async () => {
    const ticketId = await open('renamed', cast.otherBuyer, { subject: 'Самокат', text: 'Здравствуйте' })
    expect(await find(cast.otherBuyer, 'самоката')).toEqual(['renamed'])
    await done(cast.supervisor, 'ticketUpdate', { ticketId, subject: 'Велосипед' })
    expect(await find(cast.otherBuyer, 'самоката')).toEqual([])
    expect(await find(cast.otherBuyer, 'велосипеды')).toEqual(['renamed'])
  })
})
