import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { mutate, outcome, type Person, service } from '../kit/world.ts'
import { complaint, importComplaints, source } from './imports.ts'

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
  it('more than 500 at once', async () => {
    const complaints = Array.from({ length: 501 }, (_, n) => complaint(`${n}`))
    const importing = async () => await mutate(partner, 'complaintsImport', { complaints })
    expect(await unchanged(server.desk, importing)).toMatchObject({
      __typename: 'InvalidInput',
      rule: 'tooMany',
      path: ['complaints'],
    })
  })

  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  it.each<[string, object, string, string[]]>([
    ['a complaint of the future', { occurredAt: tomorrow }, 'future', ['occurredAt']],
    [
      'an answer of the future',
      { answer: { text: 'Рано', occurredAt: tomorrow } },
      'future',
      ['answer', 'occurredAt'],
    ],
    ['a complaint of long ago', { occurredAt: '0001-01-01T00:00:00Z' }, 'range', ['occurredAt']],
    [
      'an answer of long ago',
      { answer: { text: 'Давно', occurredAt: '1989-12-31T23:59:59.999Z' } },
      'range',
      ['answer', 'occurredAt'],
    ],
    ['an empty answer', { answer: { text: ' ' } }, 'empty', ['answer', 'text']],
    ['an empty text', { text: '' }, 'empty', ['text']],
    ['a long text', { text: 'ж'.repeat(10_001) }, 'tooLong', ['text']],
    ['NUL', { text: 'a\0' }, 'nul', ['text']],
    ['half a pair', { text: '\ud800' }, 'surrogate', ['text']],
    ['an empty subject', { subject: ' ' }, 'empty', ['subject']],
    ['no source', { source: '' }, 'empty', ['source']],
    ['no key', { externalId: ' ' }, 'empty', ['externalId']],
    ['no customer', { customerExternalId: '' }, 'empty', ['customerExternalId']],
    ['an end without a resolution', { resolution: null }, 'required', ['resolution']],
    ['a resolution of what is not resolved', { status: 'RECEIVED' }, 'forbidden', ['resolution']],
    ['NUL in an order’s key', { order: { source: 'a', externalId: 'a\0' } }, 'nul', ['order', 'externalId']],
  ])('%s, and the others are', async (_name, change, rule, path) => {
    const file = { source: source() }
    const bad = complaint('2', { ...file, ...change })
    const importing = async () => await importComplaints(partner, [bad], 'id')
    expect(await unchanged(server.desk, importing)).toMatchObject([
      { __typename: 'InvalidInput', rule, path: ['complaints', '0', ...path] },
    ])
    const items = [complaint('1', file), bad, complaint('3', file)]
    expect(await importComplaints(partner, items, 'id')).toMatchObject([
      { __typename: 'ComplaintImportPayload', isNew: true },
      { __typename: 'InvalidInput', rule, path: ['complaints', '1', ...path] },
      { __typename: 'ComplaintImportPayload', isNew: true },
    ])
  })

  it('anything by those without the scope', async () => {
    const input = { complaints: [complaint('1', { source: source() })] }
    const everybody = Object.entries(cast).filter(([, member]) => typeof member !== 'string') as [
      string,
      Person,
    ][]
    for (const [name, member] of everybody) {
      const call = async () => await outcome(member, 'complaintsImport', input)
      expect([name, await unchanged(server.desk, call)]).toEqual([
        name,
        name === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN',
      ])
    }
    const work = await service(server, 'complaints:write')
    expect(await outcome(work, 'complaintsImport', input)).toBe('FORBIDDEN')
  })
})
