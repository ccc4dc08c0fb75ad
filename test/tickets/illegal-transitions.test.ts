import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  allowedActions,
  type Side,
  type TicketAction,
  ticketActions,
} from '../../src/domains/tickets/rules.ts'
import { type Member, statuses, unchanged } from '../kit/cast.ts'
import { mutate, openTicket } from '../kit/world.ts'
import { openScene, type Scene } from './change.ts'
import { calls } from './table.ts'

/** Everything that a state does not allow is refused by the API, and the refusal names what is allowed. */

let scene: Scene
/** Another ticket of the buyer, to merge into. */
let intoTicketId: string
beforeAll(async () => {
  scene = await openScene()
  intoTicketId = (await openTicket(scene.cast.ownBuyer)).id
})
afterAll(async () => await scene.server.close())

/** Who asks for what: the buyer's side can call these at all; bots do what needs no person. */
const askers: readonly { who: Member; side: Side; actions: readonly TicketAction[] }[] = [
  { who: 'ownBuyer', side: 'CUSTOMER', actions: ['REPLY', 'LINK', 'RESOLVE'] },
  { who: 'operator', side: 'OPERATOR', actions: ticketActions },
  { who: 'supervisor', side: 'OPERATOR', actions: ticketActions },
  {
    who: 'service',
    side: 'OPERATOR',
    actions: ticketActions.filter((action) => !['CLAIM', 'SPAM'].includes(action)),
  },
]

const cases = askers.flatMap(({ who, side, actions }) =>
  statuses.flatMap((status) =>
    actions
      .filter((action) => !allowedActions(status, side).includes(action))
      // A message finds its way: to the target of a merge, and a buyer's to a successor.
      .filter((action) => action !== 'REPLY' || (status === 'CLOSED' && side === 'OPERATOR'))
      .flatMap((action) =>
        calls[action].map(([mutation, input]) => ({ who, side, status, action, mutation, input })),
      )
      .filter(({ mutation }) => mutation !== 'noteAdd' || who !== 'service'),
  ),
)

it('is a table of all of them', () => {
  expect(new Set(cases.map(({ action }) => action))).toEqual(new Set(ticketActions))
  expect(cases.length).toBeGreaterThan(150)
})

describe.each(statuses)('of a %s ticket', (status) => {
  it.each(cases.filter((one) => one.status === status))(
    '$mutation ($action) is refused to $who',
    async ({ who, side, action, mutation, input }) => {
      const { server, cast, resting } = scene
      const { id: ticketId } = await resting(status)
      const call = async () => await mutate(cast[who], mutation, { ticketId, ...input({ intoTicketId }) })
      expect(await unchanged(server.desk, call)).toMatchObject({
        __typename: 'IllegalTransition',
        code: 'ILLEGAL_TRANSITION',
        from: status,
        action,
        allowedActions: allowedActions(status, side),
      })
    },
  )
})
