import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { mutate, outcome, type Person, service } from '../kit/world.ts'
import { conversation, importAll, source } from './imports.ts'

let server: TestServer
let cast: Cast
let partner: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  partner = await service(server, 'import:write')
})
afterAll(async () => await server.close())

describe('what cannot be imported', () => {
  it('more than 100 at once', async () => {
    const items = Array.from({ length: 101 }, (_, n) => conversation(`${n}`, source()))
    const importing = () => mutate(partner, 'ticketsImport', { tickets: items })
    expect(await unchanged(server.desk, importing)).toMatchObject({
      __typename: 'InvalidInput',
      rule: 'tooMany',
      path: ['tickets'],
      detail: 'Допустимо не больше 100.',
    })
  })

  const text = (value: string) => ({ messages: [{ author: 'CUSTOMER', text: value }] })
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  it.each<[string, object, string, string[]]>([
    ['a ticket of the future', { occurredAt: tomorrow }, 'future', ['occurredAt']],
    [
      'a message of the future',
      { messages: [{ author: 'SYSTEM', text: 'Рано', occurredAt: tomorrow }] },
      'future',
      ['messages', '0', 'occurredAt'],
    ],
    ['a ticket of long ago', { occurredAt: '0001-01-01T00:00:00Z' }, 'range', ['occurredAt']],
    [
      'a message of long ago',
      { messages: [{ author: 'SYSTEM', text: 'Давно', occurredAt: '1989-12-31T23:59:59.999Z' }] },
      'range',
      ['messages', '0', 'occurredAt'],
    ],
    ['an empty message', text(' '), 'empty', ['messages', '0', 'text']],
    ['a long message', text('ж'.repeat(10_001)), 'tooLong', ['messages', '0', 'text']],
    ['NUL', text('a\0'), 'nul', ['messages', '0', 'text']],
    ['half a pair', text('\ud800'), 'surrogate', ['messages', '0', 'text']],
    ['no subject', { subject: '' }, 'empty', ['subject']],
    ['a long subject', { subject: 'ж'.repeat(201) }, 'tooLong', ['subject']],
    ['no source', { source: ' ' }, 'empty', ['source']],
    ['no key', { externalId: '' }, 'empty', ['externalId']],
    ['NUL in the key', { externalId: 'a\0' }, 'nul', ['externalId']],
    ['no customer', { customerExternalId: '' }, 'empty', ['customerExternalId']],
    ['a name that is none', { customerName: ' ' }, 'empty', ['customerName']],
    ['21 labels', { tags: Array.from({ length: 21 }, (_, n) => `${n}`) }, 'tooMany', ['tags']],
    ['a long label', { tags: ['ж'.repeat(51)] }, 'tooLong', ['tags', '0']],
    [
      '1,001 messages',
      { messages: Array.from({ length: 1_001 }, () => ({ author: 'SYSTEM', text: 'a' })) },
      'tooMany',
      ['messages'],
    ],
  ])('%s, and the others are', async (_name, change, rule, path) => {
    const file = source()
    const bad = conversation('2', { ...file, ...change })
    const refused = { __typename: 'InvalidInput', rule, path: ['tickets', '0', ...path] }
    const importing = async () => await importAll(partner, [bad])
    expect(await unchanged(server.desk, importing)).toMatchObject([refused])
    const items = [conversation('1', file), bad, conversation('3', file)]
    expect(await importAll(partner, items)).toMatchObject([
      { __typename: 'TicketImportPayload', isNew: true },
      { __typename: 'InvalidInput', rule, path: ['tickets', '1', ...path] },
      { __typename: 'TicketImportPayload', isNew: true },
    ])
  })

  it('anything by those without the scope', async () => {
    const input = { tickets: [conversation('1', source())] }
    const others: [keyof Cast, string][] = [
      ['anonymous', 'UNAUTHENTICATED'],
      ['guest', 'FORBIDDEN'],
      ['ownBuyer', 'FORBIDDEN'],
      ['operator', 'FORBIDDEN'],
      ['supervisor', 'FORBIDDEN'],
      ['readingService', 'FORBIDDEN'],
      ['service', 'FORBIDDEN'],
    ]
    for (const [member, refusal] of others) {
      const importing = () => outcome(cast[member] as Person, 'ticketsImport', input)
      expect(await unchanged(server.desk, importing)).toBe(refusal)
    }
  })

  it('nothing at all, which is no mistake', async () => {
    expect(await unchanged(server.desk, () => importAll(partner, []))).toEqual([])
  })
})
