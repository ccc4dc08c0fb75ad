import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TicketStatus } from '../../src/core/prisma/enums.ts'
import type { TicketAction } from '../../src/domains/tickets/rules.ts'
import { type Member, statuses, ticketIn, unchanged } from '../kit/cast.ts'
import { openTicket, outcome, readTicket } from '../kit/world.ts'
import { openScene, type Scene } from './change.ts'
import { calls } from './table.ts'

/** How each action of each kind of viewer ends in each state, over the API, as product.md draws the machine. */

let scene: Scene
let intoTicketId: string
beforeAll(async () => {
  scene = await openScene()
  intoTicketId = (await openTicket(scene.cast.ownBuyer)).id
})
afterAll(async () => await scene.server.close())

const desk = ['operator', 'supervisor', 'service'] as const
const people = ['operator', 'supervisor'] as const
const everybody = ['ownBuyer', ...desk] as const
const alive = ['NEW', 'OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'SNOOZED'] as const
/** From each of the states to the one, or to itself. */
const from = (some: readonly TicketStatus[], to?: TicketStatus) =>
  Object.fromEntries(some.map((status) => [status, to ?? status]))
const waiting = ['WAITING_CUSTOMER', 'WAITING_THIRD_PARTY'] as const

interface Row {
  readonly by: readonly Member[]
  readonly moves: { readonly [From in TicketStatus]?: TicketStatus }
}
const table: { readonly [Action in Exclude<TicketAction, 'REPLY'>]: Row } = {
  CLAIM: { by: people, moves: { ...from([...alive, 'RESOLVED']), NEW: 'OPEN' } },
  ASSIGN: { by: desk, moves: from([...alive, 'RESOLVED']) },
  UPDATE: { by: desk, moves: from([...alive, 'RESOLVED', 'SPAM']) },
  LINK: { by: everybody, moves: from([...alive, 'RESOLVED', 'SPAM']) },
  WAIT_CUSTOMER: { by: desk, moves: { OPEN: 'WAITING_CUSTOMER' } },
  WAIT_THIRD_PARTY: { by: desk, moves: { OPEN: 'WAITING_THIRD_PARTY' } },
  SNOOZE: { by: desk, moves: from(['OPEN', ...waiting], 'SNOOZED') },
  RESOLVE: { by: everybody, moves: from(alive, 'RESOLVED') },
  REOPEN: { by: desk, moves: from([...waiting, 'SNOOZED', 'RESOLVED', 'SPAM'], 'OPEN') },
  CLOSE: { by: desk, moves: { RESOLVED: 'CLOSED' } },
  MERGE: { by: desk, moves: from(alive, 'MERGED') },
  SPAM: { by: people, moves: from(alive, 'SPAM') },
}

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
const cells = Object.entries(table).flatMap(([action, row]) =>
  calls[action as TicketAction].flatMap(([mutation, input]) =>
    statuses.flatMap((status) => roles.map((role) => ({ action, mutation, input, status, role, ...row }))),
  ),
)
const payloadOf = (mutation: string) => `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Payload`
/** A note is a person's of the desk; the table has the actions. */
const may = ({ by, role, mutation }: (typeof cells)[number]) =>
  by.includes(role) && (mutation !== 'noteAdd' || role !== 'service')

/** How the call of somebody ends who may not ask for it at all. */
function deniedOutcome({ role, by }: (typeof cells)[number]): string {
  if (role === 'anonymous') return 'UNAUTHENTICATED'
  if (role === 'operatorOfAnotherTeam') return 'NotFound'
  // Their like may: then the ticket of another is not there.
  return (role === 'guest' || role === 'otherBuyer') && by.includes('ownBuyer') ? 'NotFound' : 'FORBIDDEN'
}

it('is a table of each action but the message, at each state, by each kind of viewer', () => {
  expect(cells).toHaveLength(13 * 9 * 10)
  expect(Object.keys(calls)).toEqual(['REPLY', ...Object.keys(table)])
  expect(new Set(roles)).toEqual(
    new Set(Object.entries(scene.cast).flatMap(([name, one]) => (typeof one === 'string' ? [] : [name]))),
  )
})

describe('what is allowed', () => {
  it.each(cells.filter((cell) => may(cell) && cell.moves[cell.status] !== undefined))(
    '$mutation ($action) takes a $status ticket on for $role',
    async ({ mutation, input, moves, status, role }) => {
      const { cast } = scene
      const { id } = await ticketIn(cast, status)
      const call = { ticketId: id, ...input({ intoTicketId }) }
      expect(await outcome(cast[role], mutation, call)).toBe(payloadOf(mutation))
      expect(await readTicket(cast.supervisor, id, 'status')).toEqual({ status: moves[status] })
    },
  )
})

describe('what the state does not allow', () => {
  it.each(cells.filter((cell) => may(cell) && cell.moves[cell.status] === undefined))(
    '$mutation ($action) leaves a $status ticket as it is, for $role',
    async ({ mutation, input, status, role }) => {
      const { server, cast, resting } = scene
      const { id } = await resting(status)
      const given = { ticketId: id, ...input({ intoTicketId }) }
      const call = async () => await outcome(cast[role], mutation, given)
      expect(await unchanged(server.desk, call)).toBe('IllegalTransition')
    },
  )
})

describe('what is not theirs, in any state', () => {
  it.each(cells.filter((cell) => !may(cell) && cell.status === 'NEW'))(
    '$mutation ($action) of $role',
    async (cell) => {
      const { server, cast, resting } = scene
      const tickets = await Promise.all(statuses.map(async (status) => await resting(status)))
      const ask = async ({ id }: { id: string }) =>
        await outcome(cast[cell.role], cell.mutation, { ticketId: id, ...cell.input({ intoTicketId }) })
      const results = await unchanged(server.desk, async () => await Promise.all(tickets.map(ask)))
      expect(results).toEqual(statuses.map(() => deniedOutcome(cell)))
    },
  )
})
