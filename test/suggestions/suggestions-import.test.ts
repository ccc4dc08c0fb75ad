import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { statementsDuring } from '../kit/statements.ts'
import { followInbox, isCaughtUp } from '../kit/stream.ts'
import { done, mutate, openTicket, outcome, type Person, service } from '../kit/world.ts'
import { followCustomer } from '../streams/shop.ts'
import { change, eventsOf, openScene, type Scene, uuidOf } from './scene.ts'

let scene: Scene
let partner: Person
beforeAll(async () => {
  scene = await openScene()
  partner = await service(scene.server, 'import:write')
  const shop = await service(scene.server, 'customers:write')
  const anna = { externalId: 'anna', login: { issuer: 'opora:dev', subject: 'anna' } }
  await done(shop, 'customersUpsert', { customers: [anna] }, 'results { __typename }')
})
afterAll(async () => await scene.server.close())

const source = () => `отзывы ${randomUUID()}`
const suggestion = (externalId: string, more: object = {}) => ({
  source: 'reviews.csv',
  externalId,
  customerExternalId: `покупатель ${externalId}`,
  title: 'Примерочные',
  text: 'Больше примерочных',
  language: 'RU',
  occurredAt: '2018-01-02T03:04:05.678Z',
  ...more,
})

interface Imported {
  readonly __typename: string
  readonly isNew?: boolean
  readonly suggestion?: { readonly id: string; readonly [field: string]: unknown }
}
async function importAll(suggestions: readonly object[], fields = 'id'): Promise<Imported[]> {
  const results = `results { __typename ... on SuggestionImportPayload { isNew suggestion { ${fields} } }
    ... on InvalidInput { rule path } }`
  return (await done<{ results: Imported[] }>(partner, 'suggestionsImport', { suggestions }, results)).results
}
async function authorOf(id = ''): Promise<unknown> {
  const query = 'query ($id: ID!) { suggestion(id: $id) { author { id name externalId } } }'
  return (await scene.cast.operator.ask<{ suggestion: { author: unknown } }>(query, { id })).suggestion.author
}

describe('an import of suggestions', () => {
  it('writes what was suggested then', async () => {
    const item = suggestion('1', { source: source(), customerName: 'Вера' })
    const fields = 'id number title text language status version voteCount createdAt author { id }'
    const [imported] = await importAll([item], fields)
    expect(imported).toEqual({
      __typename: 'SuggestionImportPayload',
      isNew: true,
      suggestion: {
        id: expect.stringMatching(/^sug_/),
        number: expect.stringMatching(/^S-\d{6}$/),
        title: 'Примерочные',
        text: 'Больше примерочных',
        language: 'RU',
        status: 'OPEN',
        version: 1,
        voteCount: 0,
        createdAt: '2018-01-02T03:04:05.678Z',
        author: null,
      },
    })
    const id = imported?.suggestion?.id ?? ''
    expect(await authorOf(id)).toEqual({ id: expect.any(String), name: 'Вера', externalId: null })
    expect(await eventsOf(scene, { id })).toEqual([
      {
        type: 'suggestion.imported',
        customerId: expect.any(String),
        actorKind: 'SERVICE',
        data: { suggestionId: uuidOf(id) },
      },
    ])
  })

  it('finds the shop’s customer by the shop’s key, and makes the source’s own once', async () => {
    const file = source()
    const [shops, ...own] = await importAll([
      suggestion('1', { source: file, customerExternalId: 'anna' }),
      suggestion('2', { source: file, customerExternalId: 'X' }),
      suggestion('3', { source: file, customerExternalId: 'X' }),
    ])
    expect(await authorOf(shops?.suggestion?.id)).toMatchObject({ id: scene.cast.ownBuyer.id })
    expect(await authorOf(own[0]?.suggestion?.id)).toEqual(await authorOf(own[1]?.suggestion?.id))
  })

  it('takes 500 at once in as many statements as one, and run twice changes nothing', async () => {
    const file = source()
    const items = Array.from({ length: 500 }, (_, n) => suggestion(`${n}`, { source: file }))
    const query = `mutation ($input: SuggestionsImportInput!) { suggestionsImport(input: $input) {
      ... on SuggestionsImportPayload { results { ... on SuggestionImportPayload { isNew } } } } }`
    const cost = async (suggestions: object[]) =>
      (
        await statementsDuring(
          scene.server.desk,
          async () => await partner.ask(query, { input: { suggestions } }),
        )
      ).length
    const one = await cost([suggestion('one', { source: file })])
    expect(await cost(items)).toBe(one)
    const again = await unchanged(scene.server.desk, async () => await importAll(items))
    expect(again.filter(({ isNew }) => isNew === false)).toHaveLength(500)
    expect(new Set(again.map((result) => result.suggestion?.id)).size).toBe(500)
  })

  it('of the same batch by four at once writes each item once', async () => {
    const file = source()
    const items = Array.from({ length: 30 }, (_, n) => suggestion(`${n}`, { source: file }))
    const orders = [items, items.toReversed(), items, items.toReversed()]
    const results = await Promise.all(orders.map(async (order) => await importAll(order)))
    expect(results.flat().filter(({ isNew }) => isNew)).toHaveLength(30)
    expect(new Set(results.flat().map((result) => result.suggestion?.id)).size).toBe(30)
  })

  it('notifies nobody, neither the author nor the desk', async () => {
    const { ownBuyer, supervisor, operator } = scene.cast
    const stream = followCustomer(scene.server, ownBuyer)
    await stream.upTo(isCaughtUp)
    const inbox = followInbox(scene.server, supervisor)
    await inbox.upTo(isCaughtUp)
    const due = async () => (await scene.server.desk.database.pool.query('select kind from due')).rows
    const clocks = await due()
    const [imported] = await importAll([suggestion('1', { source: source(), customerExternalId: 'anna' })])
    expect(await due()).toEqual(clocks)
    // The next that each hears of is what happens after it; what becomes of it then is told like any other.
    const suggestionId = imported?.suggestion?.id
    await change(operator, 'suggestionUpdate', { suggestionId, status: 'PLANNED' })
    expect(await stream.next()).toMatchObject({ type: 'suggestion.statusChanged' })
    await openTicket(ownBuyer)
    expect(await inbox.next()).toMatchObject({ type: 'ticket.opened' })
  })
})

describe('what cannot be imported', () => {
  it('more than 500 at once', async () => {
    const suggestions = Array.from({ length: 501 }, (_, n) => suggestion(`${n}`))
    const importing = async () => await mutate(partner, 'suggestionsImport', { suggestions })
    expect(await unchanged(scene.server.desk, importing)).toMatchObject({
      __typename: 'InvalidInput',
      rule: 'tooMany',
      path: ['suggestions'],
    })
  })

  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  it.each<[string, object, string, string]>([
    ['a suggestion of the future', { occurredAt: tomorrow }, 'future', 'occurredAt'],
    ['a suggestion of long ago', { occurredAt: '0001-01-01T00:00:00Z' }, 'range', 'occurredAt'],
    ['an empty title', { title: ' ' }, 'empty', 'title'],
    ['a long title', { title: 'ж'.repeat(201) }, 'tooLong', 'title'],
    ['an empty text', { text: '' }, 'empty', 'text'],
    ['a long text', { text: 'ж'.repeat(10_001) }, 'tooLong', 'text'],
    ['NUL', { text: 'a\0' }, 'nul', 'text'],
    ['half a pair', { title: '\ud800' }, 'surrogate', 'title'],
    ['no source', { source: '' }, 'empty', 'source'],
    ['no key', { externalId: ' ' }, 'empty', 'externalId'],
    ['no customer', { customerExternalId: '' }, 'empty', 'customerExternalId'],
  ])('%s, and the others are', async (_name, bad, rule, field) => {
    const file = { source: source() }
    const refused = suggestion('2', { ...file, ...bad })
    const importing = async () => await importAll([refused])
    expect(await unchanged(scene.server.desk, importing)).toMatchObject([
      { __typename: 'InvalidInput', rule, path: ['suggestions', '0', field] },
    ])
    const items = [suggestion('1', file), refused, suggestion('3', file)]
    expect(await importAll(items)).toMatchObject([
      { __typename: 'SuggestionImportPayload', isNew: true },
      { __typename: 'InvalidInput', rule, path: ['suggestions', '1', field] },
      { __typename: 'SuggestionImportPayload', isNew: true },
    ])
  })

  it('anything by those without the scope', async () => {
    const input = { suggestions: [suggestion('1', { source: source() })] }
    const { teamId: _team, otherTeamId: _otherTeam, ...everybody } = scene.cast
    for (const [name, member] of Object.entries(everybody)) {
      const call = async () => await outcome(member, 'suggestionsImport', input)
      const refusal = name === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      expect([name, await unchanged(scene.server.desk, call)]).toEqual([name, refusal])
    }
  })
})
