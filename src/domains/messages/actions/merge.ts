import type { KnownViewer } from '../../../auth/viewer.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import type { OnTicket, TicketChange } from '../../tickets/actions/lock.ts'
import { factsOf, lockTicket, moveTicket } from '../../tickets/actions/lock.ts'
import { sideOf } from '../../tickets/policy.ts'
import { assertVersion, nextStatus } from '../../tickets/rules.ts'
import { passThread } from './carry.ts'

/**
 * Ends a ticket in another one of the same customer: what the customer writes to the first goes to the second from
 * now on. The two rows are locked in sorted order, so that two merges at once cannot wait for each other.
 */
export async function mergeTicket(
  desk: Desk,
  viewer: KnownViewer,
  input: OnTicket & { intoTicketId: string | null },
): Promise<TicketChange & { intoTicketId: string }> {
  const { ticketId, intoTicketId, expectedVersion } = input
  if (ticketId === null) throw new NotFound('ticketId')
  if (intoTicketId === null) throw new NotFound('intoTicketId')
  if (ticketId === intoTicketId) throw new InvalidInput('itself', ['intoTicketId'])
  return await transact(desk, async (tx) => {
    const paths = new Map([
      [ticketId, 'ticketId'],
      [intoTicketId, 'intoTicketId'],
    ])
    const locked = new Map<string, Awaited<ReturnType<typeof lockTicket>>>()
    for (const id of [ticketId, intoTicketId].sort()) {
      locked.set(id, await lockTicket(tx, viewer, id, paths.get(id) ?? 'ticketId'))
    }
    const ticket = locked.get(ticketId)
    const into = locked.get(intoTicketId)
    if (ticket === undefined || into === undefined) throw new NotFound('ticketId')
    assertVersion(ticket, expectedVersion)
    const to = nextStatus(ticket.status, 'MERGE', sideOf(viewer))
    nextStatus(into.status, 'MERGE', sideOf(viewer))
    if (ticket.customerId !== into.customerId) throw new InvalidInput('otherCustomer', ['intoTicketId'])
    const columns = await moveTicket(tx, desk, ticket, { to })
    await tx.ticket.update({ where: { id: ticketId }, data: { ...columns, mergedIntoId: intoTicketId } })
    await passThread(tx, ticketId, intoTicketId)
    const subjects = { ticketId, customerId: ticket.customerId }
    const facts = { intoId: intoTicketId, before: factsOf(ticket) }
    return {
      ticketId,
      intoTicketId,
      eventId: await append(tx, 'ticket.merged', actorOf(viewer), subjects, facts),
    }
  })
}
