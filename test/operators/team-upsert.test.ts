import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { countRows } from '../kit/rows.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { admin, mutate, outcome, type Person } from '../kit/world.ts'

let server: TestServer
let cast: Cast
let alla: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  alla = await admin(server)
})
afterAll(async () => await server.close())

const upsert = async (input: object) =>
  await mutate<{ team: { id: string; key: string; name: string } }>(
    alla,
    'teamUpsert',
    input,
    'team { id key name }',
  )

describe('teamUpsert', () => {
  it('makes a team, and renames the one with its key', async () => {
    const made = await upsert({ key: 'night-2', name: ' Ночная смена ' })
    const team = { id: expect.stringMatching(/^tea_/), key: 'night-2', name: 'Ночная смена' }
    expect(made).toEqual({ __typename: 'TeamUpsertPayload', team })
    expect(await upsert({ key: 'night-2', name: 'Ночь' })).toEqual({
      __typename: 'TeamUpsertPayload',
      team: { ...made.team, name: 'Ночь' },
    })
  })

  it('makes one team when ten calls with one key come at once', async () => {
    const before = await countRows(server.desk)
    const results = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => await upsert({ key: 'rush', name: `Смена ${index}` })),
    )
    expect(new Set(results.map(({ team }) => team.id)).size).toBe(1)
    expect(await countRows(server.desk)).toEqual({ ...before, teams: (before['teams'] ?? 0) + 1 })
  })

  it.each(['', 'Delivery', '1st', '-a', 'a b', 'доставка', 'a_b', 'a'.repeat(51), 'a\n', 'a\0'])(
    'takes no key %j',
    async (key) => {
      expect(await unchanged(server.desk, async () => await upsert({ key, name: 'Смена' }))).toEqual({
        __typename: 'InvalidInput',
        code: 'INVALID_INPUT',
        rule: 'pattern',
        path: ['key'],
        detail: expect.stringContaining('[a-z]'),
      })
    },
  )

  it.each([
    ['empty', ''],
    ['tooLong', 'я'.repeat(201)],
    ['nul', 'а\0'],
    ['surrogate', '\ud800'],
  ])('takes no name that is `%s`', async (rule, name) => {
    const call = async () => await upsert({ key: 'delivery', name })
    expect(await unchanged(server.desk, call)).toMatchObject({
      __typename: 'InvalidInput',
      rule,
      path: ['name'],
    })
  })

  it.each([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['operator', 'FORBIDDEN'],
    ['supervisor', 'FORBIDDEN'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ] as const)('is not for the %s: %s', async (who, code) => {
    const call = async () => await outcome(cast[who], 'teamUpsert', { key: 'mine', name: 'Моя' })
    expect(await unchanged(server.desk, call)).toBe(code)
  })
})
