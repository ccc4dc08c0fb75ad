import type { ServiceViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Outbound } from '../../../core/prisma/client.ts'
import type { Channel, OutboundStatus } from '../../../core/prisma/enums.ts'
import { NotFound } from '../../../core/problems.ts'
import type { Actor } from '../../../events/log.ts'
import { append } from '../../../events/log.ts'
import { visibleOutbounds } from '../policy.ts'

/**
 * A message on its way to one of the bot's platforms and accounts, its row locked. The ticket is not: what becomes of
 * an answer must not slow writing down.
 * @throws NotFound
 */
export async function lockOutbound(
  tx: Tx,
  viewer: ServiceViewer,
  key: { readonly messageId: string } | { readonly externalId: string },
  { channel, account, path }: { channel?: Channel; account: string; path: readonly string[] },
): Promise<Outbound> {
  const named = 'messageId' in key ? { messageId: key.messageId } : { externalIds: { has: key.externalId } }
  const found = await tx.outbound.findFirst({
    where: {
      AND: [
        named,
        { thread: { account, ...(channel === undefined ? {} : { channel }) } },
        visibleOutbounds(viewer),
      ],
    },
    select: { messageId: true },
  })
  if (found === null) throw new NotFound(...path)
  const { messageId } = found
  await tx.$queryRaw`select 1 from outbounds where message_id = ${messageId}::uuid for update`
  return await tx.outbound.findUniqueOrThrow({ where: { messageId } })
}

/** Tells the desk how far a message has come. */
export async function appendDelivery(
  tx: Tx,
  actor: Actor,
  { messageId, status: from }: Outbound,
  to: OutboundStatus,
): Promise<bigint> {
  const { ticket } = await tx.message.findUniqueOrThrow({
    where: { id: messageId },
    select: { ticket: { select: { id: true, customerId: true } } },
  })
  const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
  return await append(tx, 'message.deliveryChanged', actor, subjects, { messageId, from, to })
}
