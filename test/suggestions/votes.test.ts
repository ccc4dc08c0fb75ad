import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { buyer, done, outcome, type Person } from '../kit/world.ts'
import {
  change,
  eventsOf,
  openScene,
  readSuggestion,
  type Scene,
  suggest,
  suggestionAt,
  votersOf,
} from './scene.ts'

let scene: Scene
const voters: Person[] = []
beforeAll(async () => {
  scene = await openScene()
  for (let n = 0; n < 6; n += 1) voters.push(await buyer(scene.server, `voter-${n}`))
})
afterAll(async () => await scene.server.close())

const voterOf = (index: number): Person => voters[index] ?? scene.cast.otherBuyer
const read = async (by: Person, id: string) =>
  await readSuggestion<{ voteCount: number; hasVoted: boolean; version: number }>(
    by,
    id,
    'voteCount hasVoted version',
  )

describe('a vote', () => {
  it('is counted, is the voter’s own, and changes no version', async () => {
    const { id } = await suggest(scene.cast.ownBuyer)
    await change(voterOf(0), 'suggestionVote', { suggestionId: id })
    expect(await read(voterOf(0), id)).toEqual({ voteCount: 1, hasVoted: true, version: 1 })
    for (const other of [voterOf(1), scene.cast.ownBuyer, scene.cast.operator, scene.cast.readingService]) {
      expect(await read(other, id)).toEqual({ voteCount: 1, hasVoted: false, version: 1 })
    }
    expect((await eventsOf(scene, { id })).at(-1)).toMatchObject({
      type: 'suggestion.voted',
      actorKind: 'CUSTOMER',
      data: { hasVoted: true, voteCount: 1 },
    })
  })

  it('given again changes nothing, and answers the same', async () => {
    const { id } = await suggest(scene.cast.ownBuyer)
    const first = await change(voterOf(0), 'suggestionVote', { suggestionId: id })
    const again = await unchanged(
      scene.server.desk,
      async () => await change(voterOf(0), 'suggestionVote', { suggestionId: id }),
    )
    expect(again).toEqual(first)
    expect(again.voteCount).toBe(1)
  })

  it('can be taken back, and taken back again changes nothing', async () => {
    const { id } = await suggest(scene.cast.ownBuyer)
    await change(voterOf(0), 'suggestionVote', { suggestionId: id })
    await change(voterOf(1), 'suggestionVote', { suggestionId: id })
    expect((await change(voterOf(0), 'suggestionUnvote', { suggestionId: id })).voteCount).toBe(1)
    const again = await unchanged(
      scene.server.desk,
      async () => await change(voterOf(0), 'suggestionUnvote', { suggestionId: id }),
    )
    expect(again.voteCount).toBe(1)
    expect(await votersOf(scene, { id })).toEqual([voterOf(1).id])
    expect(await read(voterOf(0), id)).toMatchObject({ hasVoted: false })
    expect((await change(voterOf(0), 'suggestionVote', { suggestionId: id })).voteCount).toBe(2)
  })

  it('that changed nothing has a cursor too', async () => {
    const { id } = await suggest(scene.cast.ownBuyer)
    const answer = await done<{ cursor: string }>(
      voterOf(0),
      'suggestionUnvote',
      { suggestionId: id },
      'cursor',
    )
    expect(answer.cursor).toMatch(/.+/)
  })

  it('stays with a suggestion that is decided', async () => {
    const { id } = await suggest(scene.cast.ownBuyer)
    await change(voterOf(0), 'suggestionVote', { suggestionId: id })
    await change(scene.cast.operator, 'suggestionUpdate', { suggestionId: id, status: 'DECLINED' })
    expect(await read(voterOf(0), id)).toEqual({ voteCount: 1, hasVoted: true, version: 2 })
    const calls = async () => [
      await outcome(voterOf(0), 'suggestionUnvote', { suggestionId: id }),
      await outcome(voterOf(1), 'suggestionVote', { suggestionId: id }),
    ]
    expect(await unchanged(scene.server.desk, calls)).toEqual(['IllegalTransition', 'IllegalTransition'])
  })
})

describe('votes at once', () => {
  it('count each voter once, however often each votes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 24 }), async (calls) => {
        const row = await suggest(scene.cast.ownBuyer)
        await Promise.all(
          calls.map(
            async (index) => await change(voterOf(index), 'suggestionVote', { suggestionId: row.id }),
          ),
        )
        const distinct = [...new Set(calls)].map((index) => voterOf(index).id).sort()
        expect(await votersOf(scene, row)).toEqual(distinct)
        expect(await readSuggestion(scene.cast.operator, row.id)).toMatchObject({
          voteCount: distinct.length,
        })
        const told = (await eventsOf(scene, row)).filter(({ type }) => type === 'suggestion.voted')
        expect(told.map(({ data }) => data['voteCount'])).toEqual(distinct.map((_, index) => index + 1))
      }),
      { numRuns: 15 },
    )
  })

  it('and taken back at once leave the count of those that are there', async () => {
    const call = fc.record({ index: fc.nat({ max: 5 }), isVote: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 24 }), async (calls) => {
        const row = await suggest(scene.cast.ownBuyer)
        await Promise.all(
          calls.map(async ({ index, isVote }) => {
            const mutation = isVote ? 'suggestionVote' : 'suggestionUnvote'
            await change(voterOf(index), mutation, { suggestionId: row.id })
          }),
        )
        const stored = await votersOf(scene, row)
        expect(await readSuggestion(scene.cast.operator, row.id)).toMatchObject({ voteCount: stored.length })
        const told = (await eventsOf(scene, row)).filter(({ type }) => type === 'suggestion.voted')
        let count = 0
        for (const { data } of told) {
          count += data['hasVoted'] === true ? 1 : -1
          expect(data['voteCount']).toBe(count)
        }
        expect(count).toBe(stored.length)
      }),
      { numRuns: 15 },
    )
  })

  it('and a decision at once: no vote lands behind it', async () => {
    const row = await suggestionAt(scene, 'STARTED')
    const [decided, ...votes] = await Promise.all([
      outcome(scene.cast.operator, 'suggestionUpdate', { suggestionId: row.id, status: 'COMPLETED' }),
      ...voters.map(async (by) => await outcome(by, 'suggestionVote', { suggestionId: row.id })),
    ])
    expect(decided).toBe('SuggestionUpdatePayload')
    const counted = votes.filter((result) => result === 'SuggestionVotePayload').length
    expect(votes.filter((result) => result === 'IllegalTransition')).toHaveLength(voters.length - counted)
    expect(await readSuggestion(scene.cast.operator, row.id)).toMatchObject({ voteCount: counted })
    const types = (await eventsOf(scene, row)).map(({ type }) => type)
    expect(types.at(-1)).toBe('suggestion.statusChanged')
  })
})
