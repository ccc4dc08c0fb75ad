import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/core/texts/words.ts'
import { unchanged } from '../kit/cast.ts'
import { mutate, outcome, type Person } from '../kit/world.ts'
import {
  document,
  openScene,
  type Place,
  places,
  type Return,
  readReturn,
  returnAt,
  type Scene,
} from './scene.ts'
import { allowedAt, deniedOutcome, type Role, roles, table, upperFirst } from './table.ts'

let scene: Scene
const resting = new Map<Place, Return>()
/** A return at a place that no test changes: for refusals. */
function restingAt(place: Place): Return {
  const known = resting.get(place)
  if (known === undefined) throw new Error(`no return is at ${place}`)
  return known
}
beforeAll(async () => {
  scene = await openScene()
  for (const place of places) resting.set(place, await returnAt(scene, place))
})
afterAll(async () => await scene.server.close())

function personOf(role: Role): Person {
  if (role === 'warehouse' || role === 'cashier') return scene[role]
  return role === 'reader' ? scene.cast.readingService : scene.cast[role]
}
const cells = Object.entries(table).flatMap(([action, row]) =>
  places.flatMap((place) => roles.map((role) => ({ action, place, role, ...row }))),
)

describe('each action of each role at each place', () => {
  it.each(cells.filter(({ by, moves, place, role }) => by.includes(role) && moves[place] !== undefined))(
    '$action at $place by $role is done',
    async ({ mutation, input, moves, place, role }) => {
      const row = await returnAt(scene, place)
      const given = { returnId: row.id, ...(await input?.(row)) }
      const versioned = mutation === 'refundGrant' ? given : { expectedVersion: row.version, ...given }
      expect(await outcome(personOf(role), mutation, versioned)).toBe(`${upperFirst(mutation)}Payload`)
      const version = row.version + (mutation === 'refundGrant' ? 0 : 1)
      expect(await readReturn(scene.cast.ownBuyer, row.id)).toMatchObject({ ...moves[place], version })
    },
  )

  it.each(cells.filter(({ by, moves, place, role }) => by.includes(role) && moves[place] === undefined))(
    '$action at $place by $role is refused, naming what is possible',
    async ({ action, mutation, input, place, role }) => {
      const row = restingAt(place)
      const given = { returnId: row.id, ...(await input?.(row)) }
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(personOf(role), mutation, given),
      )
      expect(result).toEqual({
        __typename: 'IllegalTransition',
        code: 'ILLEGAL_TRANSITION',
        from: expect.stringMatching(/^[A-Z_]+$/),
        action,
        allowedActions: allowedAt(place, role),
        path: null,
        detail: expect.stringContaining(wordsOf('ru', 'actions', action)),
      })
      expect([row.status, row.goodsStatus]).toContain(result['from'])
    },
  )

  it.each(cells.filter(({ by, role, place }) => !by.includes(role) && place === 'REQUESTED'))(
    '$action by $role is not theirs, at any place',
    async ({ mutation, input, role, by }) => {
      const rows = places.map(restingAt)
      const results = await unchanged(
        scene.server.desk,
        async () =>
          await Promise.all(
            rows.map(async (row) => {
              const given = { returnId: row.id, ...(await input?.(row)) }
              return await outcome(personOf(role), mutation, given)
            }),
          ),
      )
      expect(results).toEqual(places.map(() => deniedOutcome(role, by)))
    },
  )
})

interface Offered {
  allowedActions: { action: string; isAllowed: boolean; blockedBy: string[] }[]
}

describe('allowedActions', () => {
  it.each(places.flatMap((place) => roles.map((role) => ({ place, role }))))(
    'at $place for $role are those that are accepted',
    async ({ place, role }) => {
      const row = restingAt(place)
      const fields = 'allowedActions { action isAllowed blockedBy }'
      if (role === 'anonymous') {
        await expect(readReturn(personOf(role), row.id, fields)).rejects.toThrow('UNAUTHENTICATED')
        return
      }
      const read = await readReturn<Offered>(personOf(role), row.id, fields)
      if (role === 'guest' || role === 'otherBuyer' || role === 'cashier') {
        expect(read).toBeNull()
        return
      }
      const offered = read?.allowedActions ?? []
      expect(offered.map(({ action }) => action)).toEqual(
        Object.keys(table).filter((action) => table[action]?.by.includes(role)),
      )
      const allowed = offered.filter(({ isAllowed }) => isAllowed)
      expect(allowed.map(({ action }) => action)).toEqual(allowedAt(place, role))
      for (const { isAllowed, blockedBy } of offered) expect(isAllowed).toBe(blockedBy.length === 0)
    },
  )

  it('say what blocks beside the state', async () => {
    const blocksAt = async (place: Place, wanted: string) => {
      const row = restingAt(place)
      const read = await readReturn<Offered>(
        scene.cast.operator,
        row.id,
        'allowedActions { action blockedBy }',
      )
      return read?.allowedActions.find(({ action }) => action === wanted)?.blockedBy
    }
    expect(await blocksAt('REQUESTED', 'APPROVE')).toEqual(['STATUS'])
    expect(await blocksAt('IN_TRANSIT', 'CANCEL')).toEqual(['GOODS'])
    expect(await blocksAt('IN_TRANSIT', 'GRANT_REFUND')).toEqual(['GOODS', 'MONEY'])
    expect(await blocksAt('FAILED', 'GRANT_REFUND')).toEqual(['GOODS'])
    expect(await blocksAt('PASSED', 'GRANT_REFUND')).toEqual([])
  })
})

describe('every change of a return', () => {
  const changes = Object.entries(table).filter(([action]) => action !== 'GRANT_REFUND')

  it.each(changes)(
    '%s with another version is a Conflict',
    async (_action, { mutation, by, moves, input }) => {
      const place = Object.keys(moves)[0] as Place
      const row = restingAt(place)
      const given = { returnId: row.id, expectedVersion: row.version - 1, ...(await input?.(row)) }
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(personOf(by[0] ?? 'operator'), mutation, given),
      )
      expect(result).toEqual({
        __typename: 'Conflict',
        code: 'CONFLICT',
        currentVersion: row.version,
        current: { id: row.id },
        path: null,
        detail: `Объект изменился: его версия теперь ${row.version}.`,
      })
    },
  )

  const unknown = [
    'ret_01990000-0000-7000-8000-000000000000',
    'ord_01990000-0000-7000-8000-000000000000',
    'R-000001',
    '',
  ]
  it.each(Object.values(table).flatMap((row) => unknown.map((returnId) => ({ ...row, returnId }))))(
    '$mutation finds no return "$returnId"',
    async ({ mutation, by, moves, input, returnId }) => {
      const row = restingAt(Object.keys(moves)[0] as Place)
      const given = { returnId, ...(await input?.(row)) }
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(personOf(by[0] ?? 'operator'), mutation, given),
      )
      expect(result).toMatchObject({ __typename: 'NotFound', path: ['returnId'] })
    },
  )
})

describe('two at once', () => {
  it('of twenty decisions about one return exactly one is taken', async () => {
    const { id } = await returnAt(scene, 'UNDER_REVIEW')
    const results = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        index % 2 === 0
          ? await outcome(scene.cast.operator, 'returnApprove', { returnId: id, decision: 'REPAIR' })
          : await outcome(scene.cast.supervisor, 'returnDecline', {
              returnId: id,
              code: 'used',
              text: 'Нет',
            }),
      ),
    )
    const taken = results.filter((result) => result.endsWith('Payload'))
    expect(taken).toHaveLength(1)
    expect(results.filter((result) => result === 'IllegalTransition')).toHaveLength(19)
  })

  it('documents given as information are linked once', async () => {
    const { id } = await returnAt(scene, 'INFO_REQUIRED')
    const documentId = await document(scene, scene.cast.ownBuyer)
    const result = await mutate<{ return: Return }>(
      scene.cast.ownBuyer,
      'returnProvideInfo',
      { returnId: id, documentIds: [documentId] },
      'return { status documents { id } }',
    )
    expect(result.return).toMatchObject({ status: 'REQUESTED' })
    expect(result.return['documents']).toContainEqual({ id: documentId })
  })
})
