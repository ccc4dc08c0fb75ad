import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SuggestionStatus } from '../../src/core/prisma/enums.ts'
import { wordsOf } from '../../src/core/texts/words.ts'
import { unchanged } from '../kit/cast.ts'
import { mutate, outcome } from '../kit/world.ts'
import {
  eventsOf,
  openScene,
  readSuggestion,
  type Scene,
  type Suggestion,
  statuses,
  suggest,
  suggestionAt,
  unknownIds,
  uuidOf,
} from './scene.ts'
import { allowedAt, offeredTo, roles, table, upperFirst } from './table.ts'

let scene: Scene
let original: Suggestion
const resting = new Map<SuggestionStatus, Suggestion>()
/** A suggestion at a status that no test changes: for refusals. */
function restingAt(status: SuggestionStatus): Suggestion {
  const known = resting.get(status)
  if (known === undefined) throw new Error(`no suggestion is at ${status}`)
  return known
}
beforeAll(async () => {
  scene = await openScene()
  original = await suggest(scene.cast.otherBuyer)
  for (const status of statuses) resting.set(status, await suggestionAt(scene, status))
})
afterAll(async () => await scene.server.close())

const cells = Object.entries(table).flatMap(([action, row]) =>
  statuses.flatMap((status) => roles.map((role) => ({ action, status, role, ...row }))),
)
/** The input of an action on a suggestion; what it is a duplicate of is there before. */
function inputOf({ id }: Suggestion, action: string, input: object = {}) {
  const duplicate = action === 'MARK_DUPLICATE' ? { duplicateOfId: original.id } : {}
  return { suggestionId: id, ...input, ...duplicate }
}

describe('each action of each role at each status', () => {
  it.each(cells.filter(({ by, moves, status, role }) => by.includes(role) && moves[status] !== undefined))(
    '$action at $status by $role is done',
    async ({ action, mutation, input, moves, status, role }) => {
      const row = await suggestionAt(scene, status)
      const isOfDesk = mutation === 'suggestionUpdate'
      const versioned = isOfDesk ? { expectedVersion: row.version } : {}
      const given = { ...inputOf(row, action, input), ...versioned }
      expect(await outcome(scene.cast[role], mutation, given)).toBe(`${upperFirst(mutation)}Payload`)
      expect(await readSuggestion(scene.cast.ownBuyer, row.id)).toEqual({
        ...row,
        ...moves[status],
        version: row.version + (isOfDesk ? 1 : 0),
        duplicateOf: action === 'MARK_DUPLICATE' ? { id: original.id } : null,
      })
      if (!isOfDesk) return
      expect((await eventsOf(scene, row)).at(-1)).toEqual({
        type: 'suggestion.statusChanged',
        customerId: uuidOf(scene.cast.ownBuyer.id),
        actorKind: 'OPERATOR',
        data: {
          suggestionId: uuidOf(row.id),
          from: status,
          to: moves[status]?.status,
          duplicateOfId: action === 'MARK_DUPLICATE' ? uuidOf(original.id) : null,
        },
      })
    },
  )

  it.each(cells.filter(({ by, moves, status, role }) => by.includes(role) && moves[status] === undefined))(
    '$action at $status by $role is refused, naming what is possible',
    async ({ action, mutation, input, status, role }) => {
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(scene.cast[role], mutation, inputOf(restingAt(status), action, input)),
      )
      expect(result).toEqual({
        __typename: 'IllegalTransition',
        code: 'ILLEGAL_TRANSITION',
        from: status,
        action,
        allowedActions: allowedAt(status, role),
        path: null,
        detail: expect.stringContaining(wordsOf('ru', 'actions', action)),
      })
    },
  )

  const isOwnVote = ({ mutation, role }: (typeof cells)[number]) =>
    role === 'ownBuyer' && mutation !== 'suggestionUpdate'

  it.each(cells.filter((cell) => !cell.by.includes(cell.role) && !isOwnVote(cell)))(
    '$action at $status by $role is not theirs',
    async ({ action, mutation, input, status, role }) => {
      const result = await unchanged(
        scene.server.desk,
        async () => await outcome(scene.cast[role], mutation, inputOf(restingAt(status), action, input)),
      )
      expect(result).toBe(role === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN')
    },
  )

  it.each(cells.filter(isOwnVote))(
    '$action at $status by the author is refused',
    async ({ mutation, status, moves }) => {
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(scene.cast.ownBuyer, mutation, { suggestionId: restingAt(status).id }),
      )
      expect(result).toMatchObject(
        moves[status] === undefined
          ? { __typename: 'IllegalTransition', from: status, allowedActions: [] }
          : { __typename: 'NotEligible', reasons: ['ownSuggestion'], path: ['suggestionId'] },
      )
    },
  )

  it.each(statuses)('nothing leads from %s back to the beginning', async (status) => {
    const input = { suggestionId: restingAt(status).id, status: 'OPEN' }
    const result = await unchanged(
      scene.server.desk,
      async () => await mutate(scene.cast.operator, 'suggestionUpdate', input),
    )
    expect(result).toMatchObject({
      __typename: 'IllegalTransition',
      from: status,
      allowedActions: allowedAt(status, 'operator'),
    })
  })
})

interface Offered {
  allowedActions: { action: string; isAllowed: boolean; blockedBy: string[] }[]
}

describe('allowedActions', () => {
  it.each(statuses.flatMap((status) => roles.map((role) => ({ status, role }))))(
    'at $status for $role are those that are accepted',
    async ({ status, role }) => {
      const { id } = restingAt(status)
      const fields = 'allowedActions { action isAllowed blockedBy }'
      const reading = readSuggestion<Offered>(scene.cast[role], id, fields)
      if (role === 'anonymous') return await expect(reading).rejects.toThrow('UNAUTHENTICATED')
      const offered = (await reading)?.allowedActions ?? []
      expect(offered.map(({ action }) => action)).toEqual(offeredTo(role))
      const allowed = offered.filter(({ isAllowed }) => isAllowed).map(({ action }) => action)
      expect(allowed).toEqual(allowedAt(status, role))
      for (const { action, isAllowed, blockedBy } of offered) {
        const block = table[action]?.moves[status] === undefined ? 'STATUS' : 'PERMISSION'
        expect(blockedBy).toEqual(isAllowed ? [] : [block])
      }
    },
  )
})

describe('every change', () => {
  it('with another version is a Conflict', async () => {
    const row = restingAt('PLANNED')
    const input = { suggestionId: row.id, status: 'STARTED', expectedVersion: row.version - 1 }
    const result = await unchanged(
      scene.server.desk,
      async () => await mutate(scene.cast.operator, 'suggestionUpdate', input),
    )
    expect(result).toEqual({
      __typename: 'Conflict',
      code: 'CONFLICT',
      currentVersion: row.version,
      current: { id: row.id },
      path: null,
      detail: `Объект изменился: его версия теперь ${row.version}.`,
    })
  })

  it.each(Object.entries(table).flatMap(([action, row]) => unknownIds.map((id) => ({ ...row, action, id }))))(
    '$action finds no suggestion "$id"',
    async ({ action, mutation, by, input, id }) => {
      const given = { ...inputOf(original, action, input), suggestionId: id }
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(scene.cast[by[0] ?? 'operator'], mutation, given),
      )
      expect(result).toMatchObject({ __typename: 'NotFound', path: ['suggestionId'] })
    },
  )

  it('of twenty at once exactly one is done', async () => {
    const { id } = await suggestionAt(scene, 'OPEN')
    const results = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        index % 2 === 0
          ? await outcome(scene.cast.operator, 'suggestionUpdate', { suggestionId: id, status: 'PLANNED' })
          : await outcome(scene.cast.supervisor, 'suggestionUpdate', {
              suggestionId: id,
              status: 'DECLINED',
              expectedVersion: 1,
            }),
      ),
    )
    // A plan can still be declined, but not by who has seen the first version.
    expect(results.filter((result) => result === 'SuggestionUpdatePayload')).toHaveLength(1)
    expect((await eventsOf(scene, { id })).map(({ type }) => type)).toEqual([
      'suggestion.submitted',
      'suggestion.statusChanged',
    ])
  })
})
