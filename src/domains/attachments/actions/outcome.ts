import type { Tx } from '../../../core/database.ts'
import type { Attachment } from '../../../core/prisma/client.ts'
import type { AttachmentStatus } from '../../../core/prisma/enums.ts'
import type { Actor, Subjects } from '../../../events/log.ts'
import { append, systemActor } from '../../../events/log.ts'

/**
 * Who uploaded a file, and whose streams tell of it. A file that the desk has not given to its buyer yet is told to
 * the desk only.
 */
export function subjectsOf(
  { uploaderKind, uploaderId, customerId, messageId, returnId }: Attachment,
  ticketId: string | null,
): { actor: Actor; subjects: Subjects } {
  const isShown = uploaderKind === 'CUSTOMER' || messageId !== null || returnId !== null
  return {
    actor: { kind: uploaderKind, id: uploaderId },
    subjects: { customerId: isShown ? customerId : null, ticketId },
  }
}

/** Tells what became of a file. */
export async function appendScanned(
  tx: Tx,
  attachment: Attachment,
  ticketId: string | null,
  status: AttachmentStatus,
): Promise<void> {
  const { subjects } = subjectsOf(attachment, ticketId)
  await append(tx, 'attachment.scanned', systemActor, subjects, { attachmentId: attachment.id, status })
}
