import type { CustomerViewer, OperatorViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { sideOf, visibleTickets } from '../../tickets/policy.ts'

/** The reader whose markers and unread counts are a viewer's. */
export function readerOf(viewer: CustomerViewer | OperatorViewer): string {
  return viewer.kind === 'customer' ? viewer.customerId : viewer.operatorId
}

/**
 * Moves the viewer's read marker, never back. Does not lock the ticket: reading must not slow writing down.
 * The event is appended only when the marker moved.
 */
export async function markRead(
  desk: Desk,
  viewer: CustomerViewer | OperatorViewer,
  input: { ticketId: string | null; upToSeq: number },
): Promise<{ ticketId: string; eventId: bigint | null }> {
  const { ticketId, upToSeq } = input
  if (ticketId === null) throw new NotFound('ticketId')
  const side = sideOf(viewer)
  return await transact(desk, async (tx) => {
    const ticket = await tx.ticket.findFirst({
      where: { AND: [{ id: ticketId }, visibleTickets(viewer)] },
      select: { lastSeq: true, customerId: true },
    })
    if (ticket === null) throw new NotFound('ticketId')
    if (upToSeq < 0 || upToSeq > ticket.lastSeq) {
      throw new InvalidInput('range', ['upToSeq'], { min: 0, max: ticket.lastSeq })
    }
    const moved = await tx.$executeRaw`
      insert into read_markers (ticket_id, reader_id, side, read_seq, read_at)
      values (${ticketId}::uuid, ${readerOf(viewer)}::uuid, ${side}::reader_side, ${upToSeq}, ${now()})
      on conflict (ticket_id, reader_id) do update set read_seq = excluded.read_seq, read_at = excluded.read_at
      where read_markers.read_seq < excluded.read_seq`
    if (moved === 0) return { ticketId, eventId: null }
    const subjects = { ticketId, customerId: ticket.customerId }
    const eventId = await append(tx, 'messages.read', actorOf(viewer), subjects, { side, readSeq: upToSeq })
    return { ticketId, eventId }
  })
}
