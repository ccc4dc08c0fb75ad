import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Member, unchanged } from '../kit/cast.ts'
import { done, mutate, outcome } from '../kit/world.ts'
import { type Depot, makeParcel, openDepot, readParcel } from './parcels.ts'

/** How each action of each kind of viewer ends in each state of a parcel's problem. */

let depot: Depot
beforeAll(async () => {
  depot = await openDepot()
})
afterAll(async () => await depot.server.close())

const states = ['none', 'open', 'resolved'] as const
type State = (typeof states)[number]
const refusals = {
  anonymous: 'UNAUTHENTICATED',
  serviceWithoutScope: 'FORBIDDEN',
  readingService: 'FORBIDDEN',
  service: 'FORBIDDEN',
}
const actions = {
  deliveryProblemReport: {
    // While one is open it is that one; else there is another.
    leaves: { none: ['open'], open: ['open'], resolved: ['resolved', 'open'] },
    writes: ['none', 'resolved'],
    refusals: { ...refusals, guest: 'NotFound', otherBuyer: 'NotFound' },
  },
  deliveryProblemResolve: {
    leaves: { none: [], open: ['resolved'], resolved: ['resolved'] },
    writes: ['open'],
    refusals: { ...refusals, guest: 'FORBIDDEN', otherBuyer: 'FORBIDDEN', ownBuyer: 'FORBIDDEN' },
  },
} as const
type Action = keyof typeof actions

const roles: readonly Member[] = [
  'anonymous',
  'guest',
  'otherBuyer',
  'ownBuyer',
  'operator',
  'operatorOfAnotherTeam',
  'supervisor',
  'serviceWithoutScope',
  'readingService',
  'service',
]
const cells = (Object.keys(actions) as Action[]).flatMap((action) =>
  states.flatMap((state) =>
    roles.map((role) => {
      const refused = (actions[action].refusals as { readonly [Name in Member]?: string })[role]
      const missing = action === 'deliveryProblemResolve' && state === 'none' ? 'NotFound' : null
      return { action, state, role, refused: refused ?? missing }
    }),
  ),
)

let serial = 0
/** A parcel with a problem in the state, and what each action is asked with. */
async function parcelAt(state: State): Promise<{ parcelId: string; inputs: Record<Action, object> }> {
  const parcelId = await makeParcel(depot, `table ${(serial += 1)}`)
  const report = { deliveryId: parcelId, kind: 'DAMAGED' }
  let problemId = 'dpr_01990000-0000-7000-8000-000000000000'
  if (state !== 'none') {
    const made = await done<{ problem: { id: string } }>(
      depot.cast.ownBuyer,
      'deliveryProblemReport',
      report,
      'problem { id }',
    )
    problemId = made.problem.id
  }
  if (state === 'resolved') await done(depot.cast.operator, 'deliveryProblemResolve', { problemId }, 'cursor')
  return {
    parcelId,
    inputs: { deliveryProblemReport: report, deliveryProblemResolve: { problemId } },
  }
}

async function statesOf(parcelId: string): Promise<string[]> {
  const parcel = await readParcel<{ problems: { kind: string; resolvedAt: string | null }[] }>(
    depot.cast.operator,
    parcelId,
    'problems { kind resolvedAt }',
  )
  return (parcel?.problems ?? []).map(({ resolvedAt }) => (resolvedAt === null ? 'open' : 'resolved')).sort()
}

it('is a table of each action, at each state, by each kind of viewer', () => {
  expect(cells).toHaveLength(2 * 3 * 10)
  expect(new Set(roles)).toEqual(
    new Set(Object.entries(depot.cast).flatMap(([name, one]) => (typeof one === 'string' ? [] : [name]))),
  )
})

describe('the problem of a parcel', () => {
  it.each(cells.filter(({ refused }) => refused === null))(
    '$action at $state by $role is done',
    async ({ action, state, role }) => {
      const { parcelId, inputs } = await parcelAt(state)
      const call = async () => await mutate(depot.cast[role], action, inputs[action], 'problem { id }')
      const isWritten = (actions[action].writes as readonly State[]).includes(state)
      const result = await (isWritten ? call() : unchanged(depot.server.desk, call))
      expect(result).toMatchObject({
        __typename: `D${action.slice(1)}Payload`,
        problem: { id: expect.any(String) },
      })
      expect(await statesOf(parcelId)).toEqual([...actions[action].leaves[state]].sort())
    },
  )

  it.each(cells.filter(({ refused }) => refused !== null))(
    '$action at $state by $role: $refused',
    async ({ action, state, role, refused }) => {
      const { inputs } = await parcelAt(state)
      const call = async () => await outcome(depot.cast[role], action, inputs[action])
      expect(await unchanged(depot.server.desk, call)).toBe(refused)
    },
  )
})
