import { describe, expect, it } from 'vitest'
import type { TicketStatus } from '../../src/core/prisma/enums.ts'
import { wordsOf } from '../../src/core/texts/words.ts'
import { allowedActions, type TicketAction } from '../../src/domains/tickets/rules.ts'
import { type Cast, castOf, eventsOf, type Member, statuses, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, mutate, outcome, readTicket, type Ticket } from '../kit/world.ts'

/** What all mutations of one ticket owe; each file adds what is its own. */
export interface Change {
  readonly mutation: string
  readonly action: TicketAction
  /** What the mutation needs beside `ticketId`. */
  readonly input?: object
  /** The states it may be asked in, and the state then. Every other is an IllegalTransition. */
  readonly moves: { readonly [From in TicketStatus]?: TicketStatus }
  /** A state for the tests that need any legal one. */
  readonly from: TicketStatus
  /** How the call ends for whom. */
  readonly outcomes: { readonly [Name in Member]: string }
  /** By how much a done change moves `version`; 1 if left out. */
  readonly versionStep?: number
}

/** Who may do what the desk does: people of the desk who see the ticket, and bots with `tickets:write`. */
export function deskOutcomes(payload: string, serviceOutcome = payload): Change['outcomes'] {
  return {
    anonymous: 'UNAUTHENTICATED',
    guest: 'FORBIDDEN',
    otherBuyer: 'FORBIDDEN',
    ownBuyer: 'FORBIDDEN',
    operator: payload,
    operatorOfAnotherTeam: 'NotFound',
    supervisor: payload,
    serviceWithoutScope: 'FORBIDDEN',
    readingService: 'FORBIDDEN',
    service: serviceOutcome,
  }
}

export interface Scene {
  readonly server: TestServer
  readonly cast: Cast
  /** A ticket in a state that no test changes: for refusals. */
  resting(status: TicketStatus): Promise<Ticket>
}

/** The tests that every mutation of one ticket owes. */
export function describeChange(scene: () => Scene, change: Change): void {
  describeViewers(scene, change)
  describeStates(scene, change)
  describeVersion(scene, change)
  describeUnknown(scene, change)
}

function describeViewers(scene: () => Scene, { mutation, input, from, outcomes }: Change): void {
  describe(`${mutation} by each kind of viewer`, () => {
    it.each(Object.entries(outcomes) as [Member, string][])('%s: %s', async (who, expected) => {
      const { server, cast, resting } = scene()
      const isDone = expected.endsWith('Payload')
      const ticket = await (isDone ? ticketIn(cast, from) : resting(from))
      const call = async () => await outcome(cast[who], mutation, { ticketId: ticket.id, ...input })
      expect(await (isDone ? call() : unchanged(server.desk, call))).toBe(expected)
    })
  })
}

function describeStates(scene: () => Scene, change: Change): void {
  const { mutation, action, input, moves, versionStep = 1 } = change
  describe(`${mutation} in each state`, () => {
    it.each(statuses.filter((status) => moves[status] !== undefined))('moves a %s ticket', async (status) => {
      const { cast } = scene()
      const ticket = await ticketIn(cast, status)
      const after = await done<{ ticket: Ticket }>(cast.supervisor, mutation, {
        ticketId: ticket.id,
        ...input,
      })
      expect(after.ticket).toEqual({
        ...ticket,
        status: moves[status],
        version: ticket.version + versionStep,
      })
      expect(await readTicket(cast.supervisor, ticket.id)).toEqual(after.ticket)
    })

    it.each(statuses.filter((status) => moves[status] === undefined))(
      'refuses a %s ticket',
      async (status) => {
        const { server, cast, resting } = scene()
        const ticket = await resting(status)
        const result = await unchanged(
          server.desk,
          async () => await mutate(cast.supervisor, mutation, { ticketId: ticket.id, ...input }),
        )
        expect(result).toEqual({
          __typename: 'IllegalTransition',
          code: 'ILLEGAL_TRANSITION',
          from: status,
          action,
          allowedActions: allowedActions(status, 'OPERATOR'),
          path: null,
          detail: expect.stringContaining(wordsOf('ru', 'states', status)),
        })
      },
    )
  })
}

function describeVersion(scene: () => Scene, { mutation, input, from, versionStep = 1 }: Change): void {
  describe(`${mutation} with an expected version`, () => {
    it('is refused with the present ticket when it is another one', async () => {
      const { server, cast, resting } = scene()
      const { id, version } = await resting(from)
      for (const expectedVersion of [version - 1, version + 1]) {
        const result = await unchanged(
          server.desk,
          async () => await mutate(cast.operator, mutation, { ticketId: id, expectedVersion, ...input }),
        )
        expect(result).toEqual({
          __typename: 'Conflict',
          code: 'CONFLICT',
          currentVersion: version,
          current: { id },
          path: null,
          detail: `Объект изменился: его версия теперь ${version}.`,
        })
      }
    })

    it('is done when it is the present one', async () => {
      const { cast } = scene()
      const { id, version } = await ticketIn(cast, from)
      const { ticket } = await done(cast.operator, mutation, {
        ticketId: id,
        expectedVersion: version,
        ...input,
      })
      expect(ticket.version).toBe(version + versionStep)
    })
  })
}

const unknownIds = [
  'tkt_01990000-0000-7000-8000-000000000000',
  'cus_01990000-0000-7000-8000-000000000000',
  'tkt_01990000',
  'T-000001',
  '',
]

function describeUnknown(scene: () => Scene, { mutation, input }: Change): void {
  it.each(unknownIds)(`${mutation} finds no ticket %j`, async (ticketId) => {
    const { server, cast } = scene()
    const result = await unchanged(
      server.desk,
      async () => await mutate(cast.supervisor, mutation, { ticketId, ...input }),
    )
    expect(result).toEqual({
      __typename: 'NotFound',
      code: 'NOT_FOUND',
      path: ['ticketId'],
      detail: 'Такого объекта нет, или он вам не виден.',
    })
  })
}

/** What the log says of a ticket while the work ran, oldest first. */
export async function eventsDuring({ server }: Scene, ticketId: string, work: () => Promise<unknown>) {
  const before = await eventsOf(server.desk, ticketId)
  await work()
  return (await eventsOf(server.desk, ticketId)).slice(before.length)
}

/** The one event of a status change. */
export function moved(from: TicketStatus, to: TicketStatus, cause: string, resolution: string | null = null) {
  return [{ type: 'ticket.statusChanged', data: { from, to, cause, resolution } }]
}

/** When the timers of a ticket are due. */
export async function timersOf(
  { server }: Scene,
  ticketId: string,
): Promise<{ kind: string; dueAt: Date }[]> {
  const { rows } = await server.desk.database.pool.query<{ kind: string; dueAt: Date }>(
    'select kind, due_at as "dueAt" from due where subject_id = $1 order by kind',
    [ticketId.slice('tkt_'.length)],
  )
  return rows
}

/** The node of a file, with everybody in it. */
export async function openScene(settings: Record<string, string> = {}): Promise<Scene> {
  const server = await startTestServer(settings)
  const cast = await castOf(server)
  const resting = new Map<TicketStatus, Ticket>()
  return {
    server,
    cast,
    async resting(status) {
      const ticket = resting.get(status) ?? (await ticketIn(cast, status))
      resting.set(status, ticket)
      return ticket
    },
  }
}
