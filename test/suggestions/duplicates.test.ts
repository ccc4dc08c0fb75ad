import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { mutate, outcome } from '../kit/world.ts'
import {
  change,
  openScene,
  readSuggestion,
  type Scene,
  statuses,
  suggest,
  suggestionAt,
  unknownIds,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const inputOf = (suggestionId: string, duplicateOfId: string) => ({
  suggestionId,
  status: 'DUPLICATE',
  duplicateOfId,
})
const mark = async (suggestionId: string, duplicateOfId: string) =>
  await change(scene.cast.operator, 'suggestionUpdate', inputOf(suggestionId, duplicateOfId))
/** The answer to a mark that must be refused and write nothing. */
const refused = async (input: object) =>
  await unchanged(scene.server.desk, async () => await mutate(scene.cast.operator, 'suggestionUpdate', input))
const several = async (count: number) => {
  const ids: string[] = []
  for (let n = 0; n < count; n += 1) ids.push((await suggest(scene.cast.ownBuyer)).id)
  return ids as [string, string, ...string[]]
}

describe('a duplicate', () => {
  it.each(statuses.filter((status) => status !== 'DUPLICATE'))(
    'can be of one that is %s, which is not changed',
    async (status) => {
      const original = await suggestionAt(scene, status)
      const [id] = await several(1)
      expect(await mark(id, original.id)).toMatchObject({
        status: 'DUPLICATE',
        duplicateOf: { id: original.id },
      })
      expect(await readSuggestion(scene.cast.operator, original.id)).toEqual(original)
    },
  )

  it('keeps its votes, and the original its own', async () => {
    const [id, original] = await several(2)
    await change(scene.cast.otherBuyer, 'suggestionVote', { suggestionId: id })
    expect((await mark(id, original)).voteCount).toBe(1)
    expect(await readSuggestion(scene.cast.operator, original)).toMatchObject({ voteCount: 0 })
  })

  it('can have become one of an original that becomes one itself', async () => {
    const [first, second, third = ''] = await several(3)
    await mark(first, second)
    await mark(second, third)
    expect(
      await readSuggestion(scene.cast.otherBuyer, first, 'duplicateOf { id duplicateOf { id } }'),
    ).toEqual({ duplicateOf: { id: second, duplicateOf: { id: third } } })
  })
})

describe('what cannot be a duplicate', () => {
  const refusal = (rule: string) => ({
    __typename: 'InvalidInput',
    code: 'INVALID_INPUT',
    rule,
    path: ['duplicateOfId'],
    detail: expect.stringMatching(/\.$/),
  })

  it('one of itself', async () => {
    const [id] = await several(1)
    expect(await refused(inputOf(id, id))).toEqual(refusal('cycle'))
  })

  it('one of its own duplicate', async () => {
    const [first, second] = await several(2)
    await mark(first, second)
    expect(await refused(inputOf(second, first))).toEqual(refusal('cycle'))
  })

  it('one of a duplicate that leads back to it', async () => {
    const [first, second, third = ''] = await several(3)
    await mark(first, second)
    await mark(second, third)
    expect(await refused(inputOf(third, first))).toEqual(refusal('cycle'))
  })

  it('one of a duplicate of a third', async () => {
    const [first, second, third = ''] = await several(3)
    await mark(first, second)
    expect(await refused(inputOf(third, first))).toEqual(refusal('alreadyDuplicate'))
  })

  it('one of nothing, and what is none points to nothing', async () => {
    const [id, other] = await several(2)
    expect(await refused({ suggestionId: id, status: 'DUPLICATE' })).toEqual(refusal('required'))
    expect(await refused({ suggestionId: id, status: 'DUPLICATE', duplicateOfId: null })).toEqual(
      refusal('required'),
    )
    expect(await refused({ suggestionId: id, status: 'PLANNED', duplicateOfId: other })).toEqual(
      refusal('forbidden'),
    )
  })

  it.each(unknownIds)('one of "%s", which is no suggestion', async (unknown) => {
    const [id] = await several(1)
    expect(await refused(inputOf(id, unknown))).toMatchObject({
      __typename: 'NotFound',
      path: ['duplicateOfId'],
    })
  })
})

describe('marks at once', () => {
  it('of two as each other’s duplicate leave one', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [first, second] = await several(2)
      const results = await Promise.all([
        mutate(scene.cast.operator, 'suggestionUpdate', inputOf(first, second)),
        mutate(scene.cast.supervisor, 'suggestionUpdate', inputOf(second, first)),
      ])
      expect(results.filter(({ __typename }) => __typename === 'SuggestionUpdatePayload')).toHaveLength(1)
      expect(results).toContainEqual(expect.objectContaining({ __typename: 'InvalidInput', rule: 'cycle' }))
      const rows = await Promise.all(
        [first, second].map(async (id) => await readSuggestion(scene.cast.operator, id)),
      )
      expect(rows.map((row) => row?.status).sort()).toEqual(['DUPLICATE', 'OPEN'])
    }
  })

  it('of a ring, one after the other, never close it', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ring = await several(5)
      const results = await Promise.all(
        ring.map(async (id, index) => {
          const next = ring[(index + 1) % ring.length] ?? ''
          return await outcome(scene.cast.operator, 'suggestionUpdate', inputOf(id, next))
        }),
      )
      expect(new Set(results)).toEqual(new Set(['SuggestionUpdatePayload', 'InvalidInput']))
      const { rows } = await scene.server.desk.database.pool.query<{ count: number }>(
        `with recursive chain(start, id) as (
           select id, duplicate_of_id from suggestions where id = any($1::uuid[])
           union select start, duplicate_of_id from suggestions join chain using (id))
         select count(*)::int as count from chain where start = id`,
        [ring.map((id) => id.slice(4))],
      )
      expect(rows[0]?.count).toBe(0)
    }
  })
})
