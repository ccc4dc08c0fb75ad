import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/core/texts/words.ts'
import { unchanged } from '../kit/cast.ts'
import { mutate, outcome, type Person } from '../kit/world.ts'
import {
  answer,
  type Complaint,
  complaintAt,
  eventsOf,
  openScene,
  type Place,
  places,
  readComplaint,
  type Scene,
  statusAt,
  unknownIds,
  uuidOf,
} from './scene.ts'
import { allowedAt, deniedOutcome, fateOf, type Role, roles, table, upperFirst } from './table.ts'

let scene: Scene
const resting = new Map<Place, Complaint>()
/** A complaint at a place that no test changes: for refusals. */
function restingAt(place: Place): Complaint {
  const known = resting.get(place)
  if (known === undefined) throw new Error(`no complaint is at ${place}`)
  return known
}
beforeAll(async () => {
  scene = await openScene()
  for (const place of places) resting.set(place, await complaintAt(scene, place))
})
afterAll(async () => await scene.server.close())

function personOf(role: Role): Person {
  if (role === 'clerk') return scene.clerk
  return role === 'reader' ? scene.cast.readingService : scene.cast[role]
}
const cells = Object.entries(table).flatMap(([name, action]) =>
  places.flatMap((place) => roles.map((role) => ({ name, place, role, action }))),
)
const fated = (fate: string) =>
  cells.filter(({ action, place, role }) => action.by.includes(role) && fateOf(action, place, role) === fate)

describe('each action of each role at each place', () => {
  it.each(fated('done'))('$name at $place by $role is done', async ({ name, action, place, role }) => {
    const { mutation, input, moves } = action
    const row = await complaintAt(scene, place)
    const given = { complaintId: row.id, expectedVersion: row.version, ...input }
    expect(await outcome(personOf(role), mutation, given)).toBe(`${upperFirst(mutation)}Payload`)
    const after = { ...moves[place], version: row.version + 1 }
    expect(await readComplaint(scene.cast.ownBuyer, row.id)).toMatchObject(after)
    expect((await eventsOf(scene, row)).at(-1)).toEqual({
      type: 'complaint.statusChanged',
      ticketId: uuidOf(row.ticket?.id ?? ''),
      customerId: uuidOf(scene.cast.ownBuyer.id),
      actorKind: role === 'ownBuyer' ? 'CUSTOMER' : role === 'clerk' ? 'SERVICE' : 'OPERATOR',
      isInternal: false,
      data: {
        complaintId: uuidOf(row.id),
        from: row.status,
        to: after.status,
        cause: name,
        resolution: moves[place]?.resolution ?? null,
      },
    })
  })

  it.each(fated('illegal'))(
    '$name at $place by $role is refused, naming what is possible',
    async ({ name, action: { mutation, input }, place, role }) => {
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(personOf(role), mutation, { complaintId: restingAt(place).id, ...input }),
      )
      expect(result).toEqual({
        __typename: 'IllegalTransition',
        code: 'ILLEGAL_TRANSITION',
        from: statusAt(place),
        action: name,
        allowedActions: allowedAt(place, role),
        path: null,
        detail: expect.stringContaining(wordsOf('ru', 'actions', name)),
      })
    },
  )

  it.each(fated('late'))(
    '$name at $place by $role is not in time',
    async ({ action: { mutation, input, late }, place, role }) => {
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(personOf(role), mutation, { complaintId: restingAt(place).id, ...input }),
      )
      expect(result).toMatchObject(late?.problem ?? {})
    },
  )

  it.each(cells.filter(({ action, role, place }) => !action.by.includes(role) && place === 'RECEIVED'))(
    '$name by $role is not theirs, at any place',
    async ({ action: { mutation, input, by }, role }) => {
      const results = await unchanged(
        scene.server.desk,
        async () =>
          await Promise.all(
            places.map(
              async (place) =>
                await outcome(personOf(role), mutation, { complaintId: restingAt(place).id, ...input }),
            ),
          ),
      )
      expect(results).toEqual(places.map(() => deniedOutcome(role, by)))
    },
  )
})

interface Offered {
  allowedActions: { action: string; isAllowed: boolean; blockedBy: string[] }[]
}
const offered = 'allowedActions { action isAllowed blockedBy }'

describe('allowedActions', () => {
  it.each(places.flatMap((place) => roles.map((role) => ({ place, role }))))(
    'at $place for $role are those that are accepted',
    async ({ place, role }) => {
      const row = restingAt(place)
      if (role === 'anonymous') {
        await expect(readComplaint(personOf(role), row.id, offered)).rejects.toThrow('UNAUTHENTICATED')
        return
      }
      const read = await readComplaint<Offered>(personOf(role), row.id, offered)
      if (role === 'guest' || role === 'otherBuyer' || role === 'serviceWithoutScope') {
        expect(read).toBeNull()
        return
      }
      const actions = read?.allowedActions ?? []
      expect(actions.map(({ action }) => action)).toEqual(
        Object.keys(table).filter((action) => table[action]?.by.includes(role)),
      )
      const allowed = actions.filter(({ isAllowed }) => isAllowed)
      expect(allowed.map(({ action }) => action)).toEqual(allowedAt(place, role))
      for (const { isAllowed, blockedBy } of actions) expect(isAllowed).toBe(blockedBy.length === 0)
    },
  )

  it('say what blocks beside the state', async () => {
    const blocksAt = async (by: Person, place: Place, wanted: string) => {
      const read = await readComplaint<Offered>(by, restingAt(place).id, offered)
      return read?.allowedActions.find(({ action }) => action === wanted)?.blockedBy
    }
    const { ownBuyer, operator } = scene.cast
    expect(await blocksAt(operator, 'RECEIVED', 'RESOLVE')).toEqual(['STATUS'])
    expect(await blocksAt(operator, 'RESOLVED', 'CLOSE')).toEqual(['PERMISSION'])
    expect(await blocksAt(ownBuyer, 'RESOLVED', 'CLOSE')).toEqual([])
    expect(await blocksAt(ownBuyer, 'SETTLED', 'DISPUTE')).toEqual(['DEADLINE'])
    expect(await blocksAt(ownBuyer, 'FINAL', 'DISPUTE')).toEqual(['STATUS'])
  })
})

describe('every change of a complaint', () => {
  it.each(Object.entries(table))(
    '%s with another version is a Conflict',
    async (_name, { mutation, by, moves, input }) => {
      const row = restingAt(Object.keys(moves)[0] as Place)
      for (const expectedVersion of [row.version - 1, row.version + 1]) {
        const given = { complaintId: row.id, expectedVersion, ...input }
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
      }
    },
  )

  it.each(Object.values(table).flatMap((row) => unknownIds.map((complaintId) => ({ ...row, complaintId }))))(
    '$mutation finds no complaint "$complaintId"',
    async ({ mutation, by, input, complaintId }) => {
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(personOf(by[0] ?? 'operator'), mutation, { complaintId, ...input }),
      )
      expect(result).toMatchObject({ __typename: 'NotFound', path: ['complaintId'] })
    },
  )
})

describe('two at once', () => {
  it('of twenty answers to one complaint exactly one is given', async () => {
    const { id, ticket } = await complaintAt(scene, 'INVESTIGATING')
    const results = await Promise.all(
      Array.from({ length: 20 }, async (_, index) =>
        index % 2 === 0
          ? await outcome(scene.cast.operator, 'complaintResolve', { complaintId: id, ...answer })
          : await outcome(scene.cast.ownBuyer, 'complaintWithdraw', { complaintId: id }),
      ),
    )
    expect(results.filter((result) => result.endsWith('Payload'))).toHaveLength(1)
    expect(results.filter((result) => result === 'IllegalTransition')).toHaveLength(19)
    const moves = (await eventsOf(scene, { id })).filter(({ data }) => data['to'] === 'RESOLVED')
    expect(moves).toHaveLength(1)
    const answered = moves[0]?.data['cause'] === 'RESOLVE'
    const read = await scene.cast.ownBuyer.ask<{ ticket: { messages: { nodes: { text: string }[] } } }>(
      'query ($id: ID!) { ticket(id: $id) { messages { nodes { text } } } }',
      { id: ticket?.id },
    )
    const answers = read.ticket.messages.nodes.filter(({ text }) => text === answer.text)
    expect(answers).toHaveLength(answered ? 1 : 0)
  })
})
