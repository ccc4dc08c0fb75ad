import { expect } from 'vitest'
import type { TicketStatus } from '../../src/core/prisma/enums.ts'
import type { Desk } from '../../src/events/desk.ts'
import type { TestServer } from './server.ts'
import { snapshot } from './snapshot.ts'
import {
  buyer,
  done,
  guest,
  nobody,
  openTicket,
  operator,
  type Person,
  readTicket,
  service,
  supervisor,
  type Ticket,
  team,
} from './world.ts'

/** Every kind of viewer there is, as the ticket of one buyer sees them. */
export interface Cast {
  readonly anonymous: Person
  readonly guest: Person
  readonly otherBuyer: Person
  readonly ownBuyer: Person
  /** Of the ticket's team. */
  readonly operator: Person
  readonly operatorOfAnotherTeam: Person
  readonly supervisor: Person
  readonly serviceWithoutScope: Person
  /** Holds `tickets:read` only. */
  readonly readingService: Person
  /** Holds `tickets:write`. */
  readonly service: Person
  /** The ticket's team, and another one. */
  readonly teamId: string
  readonly otherTeamId: string
}
export type Member = { [Name in keyof Cast]: Cast[Name] extends Person ? Name : never }[keyof Cast]

/** Makes all of them, so that no later call makes a record by the way. */
export async function castOf(server: TestServer): Promise<Cast> {
  const teamId = await team(server, 'delivery')
  const otherTeamId = await team(server, 'returns')
  return {
    anonymous: nobody(server),
    guest: await guest(server),
    otherBuyer: await buyer(server, 'boris'),
    ownBuyer: await buyer(server, 'anna'),
    operator: await operator(server, 'olga', { teams: [teamId] }),
    operatorOfAnotherTeam: await operator(server, 'pavel', { teams: [otherTeamId] }),
    supervisor: await supervisor(server),
    serviceWithoutScope: await service(server),
    readingService: await service(server, 'tickets:read'),
    service: await service(server, 'tickets:write'),
    teamId,
    otherTeamId,
  }
}

export const statuses: readonly TicketStatus[] = [
  'NEW',
  'OPEN',
  'WAITING_CUSTOMER',
  'WAITING_THIRD_PARTY',
  'SNOOZED',
  'RESOLVED',
  'CLOSED',
  'MERGED',
  'SPAM',
]

/** Which calls of an operator lead from an open ticket to a state. */
const steps: { readonly [Status in TicketStatus]: readonly [mutation: string, input: object][] } = {
  NEW: [],
  OPEN: [],
  WAITING_CUSTOMER: [['ticketWait', { waitFor: 'CUSTOMER' }]],
  WAITING_THIRD_PARTY: [['ticketWait', { waitFor: 'THIRD_PARTY' }]],
  SNOOZED: [['ticketSnooze', { until: new Date(Date.now() + 86_400_000).toISOString() }]],
  RESOLVED: [['ticketResolve', { resolution: 'FIXED' }]],
  CLOSED: [
    ['ticketResolve', { resolution: 'FIXED' }],
    ['ticketClose', {}],
  ],
  MERGED: [],
  SPAM: [['ticketMarkSpam', {}]],
}

/** A ticket of the own buyer in the team's queue, brought to a state by the operator; nobody has it. */
export async function ticketIn(
  { ownBuyer, operator, supervisor, teamId }: Cast,
  status: TicketStatus = 'NEW',
): Promise<Ticket> {
  const { id } = await openTicket(ownBuyer)
  await done(supervisor, 'ticketAssign', { ticketId: id, teamId })
  if (status !== 'NEW') {
    await done(operator, 'ticketClaim', { ticketId: id })
    await done(operator, 'ticketAssign', { ticketId: id, assigneeId: null })
  }
  if (status === 'MERGED') {
    const into = await openTicket(ownBuyer)
    await done(operator, 'ticketMerge', { ticketId: id, intoTicketId: into.id })
  }
  for (const [mutation, input] of steps[status]) await done(operator, mutation, { ticketId: id, ...input })
  const ticket = await readTicket(supervisor, id)
  if (ticket?.status !== status) throw new Error(`the ticket is ${ticket?.status}, not ${status}`)
  return ticket
}

/** Runs the work, and proves that nothing was written by it. */
export async function unchanged<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  const before = await snapshot(desk)
  const result = await work()
  expect(await snapshot(desk)).toEqual(before)
  return result
}

/** The type and data of a ticket's events, oldest first. */
export async function eventsOf(desk: Desk, ticketId: string): Promise<{ type: string; data: unknown }[]> {
  const { rows } = await desk.database.pool.query<{ type: string; data: unknown }>(
    'select type, data from events where ticket_id = $1 order by id',
    [ticketId.slice('tkt_'.length)],
  )
  return rows
}
