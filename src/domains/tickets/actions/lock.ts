import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import { Prisma } from '../../../core/prisma/client.ts'
import type { TicketResolution, TicketStatus } from '../../../core/prisma/enums.ts'
import { NotFound } from '../../../core/problems.ts'
import type { Desk } from '../../../events/desk.ts'
import { clearDue, setDue } from '../../../events/due.ts'
import type { Actor } from '../../../events/log.ts'
import { append } from '../../../events/log.ts'
import type { TransitionCause } from '../../../events/transition-cause.ts'
import { factsSql, visibleTickets } from '../policy.ts'

/** What every change of a ticket answers: the ticket, and where in the log the write landed. */
export interface TicketChange {
  readonly ticketId: string
  readonly eventId: bigint
}

export interface OnTicket {
  readonly ticketId: string | null
  readonly expectedVersion: number | null
}

/** Every column under the name Prisma gives it. */
const allColumns =
  Prisma.raw(`id, serial, customer_id as "customerId", subject, topic, channel, status, priority,
  language, tags, assignee_id as "assigneeId", team_id as "teamId", version, last_seq as "lastSeq",
  last_note_seq as "lastNoteSeq", last_activity_at as "lastActivityAt", snoozed_until as "snoozedUntil", resolution,
  resolved_at as "resolvedAt", closed_at as "closedAt", erased_at as "erasedAt", merged_into_id as "mergedIntoId",
  predecessor_id as "predecessorId", order_id as "orderId", delivery_id as "deliveryId",
  source, external_id as "externalId", created_at as "createdAt"`)

/**
 * The ticket as the viewer may see it, its row locked until the transaction ends. NO KEY: writers wait for each other,
 * while rows that only point at the ticket, such as read markers, can be written.
 * @throws NotFound
 */
export async function lockTicket(
  tx: Tx,
  viewer: KnownViewer,
  ticketId: string | null,
  path: string,
  visible: Prisma.TicketWhereInput = visibleTickets(viewer),
): Promise<Ticket> {
  if (ticketId === null) throw new NotFound(path)
  const rows = await tx.$queryRaw<Ticket[]>`
    select ${allColumns} from tickets
    where id = ${ticketId}::uuid and ${factsSql(visible)} for no key update`
  const [ticket] = rows
  if (ticket === undefined) throw new NotFound(path)
  return ticket
}

/** What decides who sees a ticket, as its events keep it. */
export function factsOf({ customerId, assigneeId, teamId }: Ticket) {
  return { customerId, assigneeId, teamId }
}

export interface Move {
  readonly to: TicketStatus
  readonly cause: TransitionCause
  readonly resolution?: TicketResolution
  readonly snoozedUntil?: Date
}

/** The columns a status change sets, and its timers: snoozed tickets wake, resolved ones close. */
export async function moveTicket(
  tx: Tx,
  desk: Desk,
  ticket: Ticket,
  move: Omit<Move, 'cause'>,
): Promise<Prisma.TicketUncheckedUpdateInput> {
  const at = now()
  if (ticket.status === 'SNOOZED') await clearDue(tx, 'ticket.wake', ticket.id)
  if (ticket.status === 'RESOLVED') await clearDue(tx, 'ticket.close', ticket.id)
  if (move.to === 'SNOOZED' && move.snoozedUntil !== undefined) {
    await setDue(tx, 'ticket.wake', ticket.id, move.snoozedUntil)
  }
  if (move.to === 'RESOLVED') {
    await setDue(
      tx,
      'ticket.close',
      ticket.id,
      new Date(at.getTime() + desk.env.REOPEN_WINDOW_SECONDS * 1_000),
    )
  }
  return {
    status: move.to,
    version: { increment: 1 },
    snoozedUntil: move.snoozedUntil ?? null,
    ...(move.to === 'RESOLVED' ? { resolvedAt: at, resolution: move.resolution ?? null } : {}),
    ...(move.to === 'OPEN' ? { resolvedAt: null, resolution: null } : {}),
    ...(move.to === 'CLOSED' ? { closedAt: at } : {}),
  }
}

/** Appends the event of a status change. */
export async function appendMove(tx: Tx, actor: Actor, ticket: Ticket, move: Move): Promise<bigint> {
  const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
  const { to, cause, resolution = null } = move
  return await append(tx, 'ticket.statusChanged', actor, subjects, {
    from: ticket.status,
    to,
    cause,
    resolution,
  })
}
