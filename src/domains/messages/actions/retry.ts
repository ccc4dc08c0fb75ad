import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import { actorOf } from '../../../events/acting.ts'
import { assertSameMessage } from '../rules.ts'
import { lockCarried } from './carry.ts'
import type { Draft, Written } from './write.ts'
import { authorNow } from './write.ts'

/**
 * The message or note an earlier try with this key wrote, wherever it landed. Looked up under the requested ticket's
 * lock, before any other rule. A ticket it landed in that has left the viewer's sight since is not shown for it.
 * @throws IdempotencyConflict
 * @throws NotFound
 */
export async function findWritten(
  tx: Tx,
  viewer: KnownViewer,
  {
    requestedTicketId,
    clientMessageId,
    digest,
  }: Pick<Draft, 'requestedTicketId' | 'clientMessageId' | 'digest'>,
  type: 'message.sent' | 'note.added',
): Promise<Written | null> {
  if (clientMessageId === null) return null
  const stored = await tx.message.findUnique({
    where: { requestedTicketId_clientMessageId: { requestedTicketId, clientMessageId } },
  })
  if (stored === null) return null
  const author = await authorNow(tx, stored)
  assertSameMessage({ author, digest: stored.bodyDigest }, { author: actorOf(viewer).id, digest })
  const { id: messageId, ticketId } = stored
  if (ticketId !== requestedTicketId) await lockCarried(tx, viewer, ticketId, 'ticketId')
  const event = await tx.event.findFirst({
    where: { ticketId, type, data: { path: ['messageId'], equals: messageId } },
    select: { id: true },
  })
  return { messageId, ticketId, eventId: event?.id ?? 0n }
}
