import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { link, newBuyer } from '../customers/linking.ts'
import { unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { buyer, done, guest, mutate, outcome, type Person } from '../kit/world.ts'
import {
  change,
  eventsOf,
  openScene,
  readSuggestion,
  type Scene,
  type Suggestion,
  suggest,
  uuidOf,
  votersOf,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const all = `id number title text language status version voteCount hasVoted createdAt author { id }
  duplicateOf { id }`
const given = { title: ' Примерочные ', text: 'Больше примерочных\n', language: 'EN' }

describe('a suggestion', () => {
  it('is made with what the buyer says', async () => {
    const before = Date.now()
    const { suggestion } = await done<{ suggestion: Suggestion }>(
      scene.cast.ownBuyer,
      'suggestionSubmit',
      given,
      `suggestion { ${all} }`,
    )
    expect(suggestion).toEqual({
      id: expect.stringMatching(/^sug_/),
      number: expect.stringMatching(/^S-\d{6}$/),
      title: 'Примерочные',
      text: 'Больше примерочных',
      language: 'EN',
      status: 'OPEN',
      version: 1,
      voteCount: 0,
      hasVoted: false,
      createdAt: expect.any(String),
      author: { id: scene.cast.ownBuyer.id },
      duplicateOf: null,
    })
    const createdAt = Date.parse(String(suggestion['createdAt']))
    expect(createdAt).toBeGreaterThanOrEqual(before)
    expect(createdAt).toBeLessThanOrEqual(Date.now())
    expect(await eventsOf(scene, suggestion)).toEqual([
      {
        type: 'suggestion.submitted',
        customerId: uuidOf(scene.cast.ownBuyer.id),
        actorKind: 'CUSTOMER',
        data: { suggestionId: uuidOf(suggestion.id) },
      },
    ])
  })

  it('is in the viewer’s language when none is given', async () => {
    const english = await buyer(scene.server, 'eve', { locale: 'en' })
    for (const [by, language] of [
      [scene.cast.ownBuyer, 'RU'],
      [english, 'EN'],
    ] as const) {
      const { id } = await suggest(by)
      expect(await readSuggestion(by, id, 'language')).toEqual({ language })
    }
  })

  it('of the longest texts is taken', async () => {
    const { id } = await suggest(scene.cast.ownBuyer, { title: 'ж'.repeat(200), text: '😀'.repeat(5_000) })
    const read = await readSuggestion<{ title: string; text: string }>(
      scene.cast.otherBuyer,
      id,
      'title text',
    )
    expect([read?.title.length, read?.text.length]).toEqual([200, 10_000])
  })
})

describe('retries', () => {
  it('with one key make one suggestion, also at once', async () => {
    const input = { ...given, idempotencyKey: randomUUID() }
    const selection = 'cursor suggestion { id }'
    const submit = async () =>
      await done<{ suggestion: Suggestion }>(scene.cast.ownBuyer, 'suggestionSubmit', input, selection)
    const [first, ...others] = await Promise.all(Array.from({ length: 10 }, submit))
    for (const other of others) expect(other).toEqual(first)
    expect(await unchanged(scene.server.desk, submit)).toEqual(first)
  })

  it('with the same key and another content are a conflict', async () => {
    const input = { ...given, idempotencyKey: randomUUID() }
    await suggest(scene.cast.ownBuyer, input)
    for (const other of [{ title: 'Другое' }, { text: 'Другое' }, { language: 'RU' }]) {
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(scene.cast.ownBuyer, 'suggestionSubmit', { ...input, ...other }),
      )
      expect(result).toMatchObject({ __typename: 'IdempotencyConflict', path: ['idempotencyKey'] })
    }
  })

  it('with the same key are somebody else’s own', async () => {
    const input = { ...given, idempotencyKey: randomUUID() }
    const ids = [await suggest(scene.cast.ownBuyer, input), await suggest(scene.cast.otherBuyer, input)]
    expect(ids[0]?.id).not.toBe(ids[1]?.id)
  })

  it('without a key make one each', async () => {
    const ids = [await suggest(scene.cast.ownBuyer, given), await suggest(scene.cast.ownBuyer, given)]
    expect(ids[0]?.id).not.toBe(ids[1]?.id)
  })
})

describe('what cannot be submitted', () => {
  it.each<[string, object, string, string]>([
    ['an empty title', { title: ' ' }, 'empty', 'title'],
    ['a long title', { title: 'ж'.repeat(201) }, 'tooLong', 'title'],
    ['an empty text', { text: '\n' }, 'empty', 'text'],
    ['a long text', { text: 'ж'.repeat(10_001) }, 'tooLong', 'text'],
    ['NUL in the title', { title: 'a\0' }, 'nul', 'title'],
    ['NUL in the text', { text: 'a\0' }, 'nul', 'text'],
    ['half a pair', { text: '\ud800' }, 'surrogate', 'text'],
    ['an empty key', { idempotencyKey: '' }, 'empty', 'idempotencyKey'],
    ['a long key', { idempotencyKey: 'k'.repeat(201) }, 'tooLong', 'idempotencyKey'],
  ])('%s', async (_what, bad, rule, field) => {
    const result = await unchanged(
      scene.server.desk,
      async () => await mutate(scene.cast.ownBuyer, 'suggestionSubmit', { ...given, ...bad }),
    )
    expect(result).toMatchObject({ __typename: 'InvalidInput', rule, path: [field] })
  })

  it('anything by those who are no buyers', async () => {
    const { cast } = scene
    const others: [Person, string][] = [
      [cast.anonymous, 'UNAUTHENTICATED'],
      [cast.operator, 'FORBIDDEN'],
      [cast.supervisor, 'FORBIDDEN'],
      [cast.serviceWithoutScope, 'FORBIDDEN'],
      [cast.readingService, 'FORBIDDEN'],
      [cast.service, 'FORBIDDEN'],
    ]
    for (const [by, refusal] of others) {
      const call = async () => await outcome(by, 'suggestionSubmit', given)
      expect(await unchanged(scene.server.desk, call)).toBe(refusal)
    }
  })
})

describe('what a guest has suggested', () => {
  const authorOf = async (id: string) =>
    await readSuggestion<{ author: { id: string } }>(scene.cast.operator, id, 'author { id }')

  it('is the customer’s after login, without a vote of the customer’s own', async () => {
    const visitor = await guest(scene.server)
    const row = await suggest(visitor, { ...given, idempotencyKey: 'of a guest' })
    const maria = await newBuyer(scene.server)
    for (const by of [maria, scene.cast.otherBuyer]) {
      await change(by, 'suggestionVote', { suggestionId: row.id })
    }
    await link(maria, visitor)
    await until(async () => (await authorOf(row.id))?.author.id === maria.id)
    expect(await votersOf(scene, row)).toEqual([scene.cast.otherBuyer.id])
    expect(await readSuggestion(maria, row.id, 'voteCount author { id }')).toEqual({
      voteCount: 1,
      author: { id: maria.id },
    })
    expect((await eventsOf(scene, row)).at(-1)).toEqual({
      type: 'suggestion.voted',
      customerId: uuidOf(maria.id),
      actorKind: 'CUSTOMER',
      data: { suggestionId: uuidOf(row.id), hasVoted: false, voteCount: 1 },
    })
    expect(await outcome(maria, 'suggestionVote', { suggestionId: row.id })).toBe('NotEligible')
    expect((await suggest(maria, { ...given, idempotencyKey: 'of a guest' })).id).toBe(row.id)
  })

  it('stays with the guests that were not joined', async () => {
    const [joined, other] = [await guest(scene.server), await guest(scene.server)]
    const rows = [await suggest(joined), await suggest(other)]
    const maria = await newBuyer(scene.server)
    await link(maria, joined)
    await until(async () => (await authorOf(rows[0]?.id ?? ''))?.author.id === maria.id)
    expect(await authorOf(rows[1]?.id ?? '')).toEqual({ author: { id: other.id } })
  })
})
