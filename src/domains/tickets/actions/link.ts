import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import { NotFound } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import type { Actor } from '../../../events/log.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import type { LinkChange, Links } from '../links.ts'
import { areSameLinks, linksAfter } from '../links.ts'
import { sideOf } from '../policy.ts'
import { nextStatus } from '../rules.ts'
import { lockTicket } from './lock.ts'

/** Says which order and parcel a ticket is about. What is linked already changes nothing. */
export async function linkTicket(
  desk: Desk,
  viewer: KnownViewer,
  input: LinkChange & { ticketId: string | null },
): Promise<{ ticketId: string; eventId: bigint | null }> {
  return await transact(desk, async (tx) => {
    const ticket = await lockTicket(tx, viewer, input.ticketId, 'ticketId')
    nextStatus(ticket.status, 'LINK', sideOf(viewer))
    const links = await resolveLinks(tx, ticket.customerId, ticket, input)
    if (areSameLinks(ticket, links)) return { ticketId: ticket.id, eventId: null }
    return { ticketId: ticket.id, eventId: await setLinks(tx, actorOf(viewer), ticket, links) }
  })
}

/**
 * The links that a change asks for, among the customer's own orders and parcels.
 * @throws NotFound
 * @throws InvalidInput
 */
export async function resolveLinks(
  tx: Tx,
  customerId: string,
  present: Links,
  change: LinkChange,
): Promise<Links> {
  const { orderId, deliveryId = present.deliveryId } = change
  if (orderId != null) {
    const order = await tx.order.findFirst({ where: { id: orderId, customerId }, select: { id: true } })
    if (order === null) throw new NotFound('orderId')
  }
  const delivery =
    deliveryId === null
      ? null
      : await tx.delivery.findFirst({
          where: { id: deliveryId, customerId },
          select: { id: true, orderId: true },
        })
  if (change.deliveryId != null && delivery === null) throw new NotFound('deliveryId')
  return linksAfter(present, change, delivery)
}

/** Sets the links of a locked ticket. They do not count as a new version. */
export async function setLinks(
  tx: Tx,
  actor: Actor,
  { id, customerId }: Pick<Ticket, 'id' | 'customerId'>,
  { orderId, deliveryId }: Links,
): Promise<bigint> {
  await tx.ticket.update({ where: { id }, data: { orderId, deliveryId }, select: { id: true } })
  return await appendLinks(tx, actor, { id, customerId, orderId, deliveryId })
}

/** Appends the event of a ticket's links. */
export async function appendLinks(
  tx: Tx,
  actor: Actor,
  { id, customerId, orderId, deliveryId }: Pick<Ticket, 'id' | 'customerId' | 'orderId' | 'deliveryId'>,
): Promise<bigint> {
  const subjects = { ticketId: id, customerId }
  return await append(tx, 'ticket.objectsLinked', actor, subjects, { orderId, deliveryId })
}
