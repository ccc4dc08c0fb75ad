import type { CustomerViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { AlreadyRedacted, InvalidInput, NotFound } from '../../../core/problems.ts'
import { writeEdit } from '../../messages/actions/change.ts'
import type { Written } from '../../messages/actions/write.ts'
import { authorNow } from '../../messages/actions/write.ts'
import { lockTicket } from '../../tickets/actions/lock.ts'
import { nextStatus } from '../../tickets/rules.ts'
import type { ReceiveInput } from './receive.ts'

/**
 * A customer's edit on the platform, by the rules of `messageEdit`. Edits that come in another order than they were
 * made leave the newest.
 * @throws NotFound for a message that was not received, or is another's
 */
export async function receiveEdit(
  tx: Tx,
  customer: CustomerViewer,
  { channel, account, editOf, text, sentAt, enclosures }: ReceiveInput & { editOf: string },
): Promise<Written> {
  if (enclosures !== undefined) throw new InvalidInput('forbidden', ['attachmentIds'])
  const key = { channel_account_externalId: { channel, account, externalId: editOf } }
  const original = await tx.inbound.findUnique({ where: key, select: { messageId: true, isEdit: true } })
  if (original === null || original.isEdit || original.messageId === null) throw new NotFound('editOf')
  const { ticketId } = await tx.message.findUniqueOrThrow({ where: { id: original.messageId } })
  const ticket = await lockTicket(tx, customer, ticketId, 'editOf')
  const message = await tx.message.findUniqueOrThrow({
    where: { id: original.messageId },
    include: { _count: { select: { attachments: true } } },
  })
  if ((await authorNow(tx, message)) !== customer.customerId) throw new NotFound('editOf')
  if (message.redactedAt !== null) throw new AlreadyRedacted()
  if (text === '' && message._count.attachments === 0) throw new InvalidInput('empty', ['text'])
  nextStatus(ticket.status, 'REPLY', 'CUSTOMER')
  // Read under the ticket's lock: of two edits at once the later one by the platform stays.
  const { editedAt } = await tx.inbound.findUniqueOrThrow({ where: key, select: { editedAt: true } })
  const at = sentAt ?? now()
  if (editedAt !== null && at < editedAt) return { messageId: message.id, ticketId, eventId: 0n }
  await tx.inbound.update({ where: key, data: { editedAt: at } })
  return await writeEdit(tx, customer, message, ticket, text)
}
