import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkLinkable, isOffered, maxAttachments } from '../rules.ts'

/** @throws InvalidInput when there are too many, or one stands there twice */
export function checkAttachmentIds(attachmentIds: readonly (string | null)[]): void {
  const path = ['attachmentIds']
  if (attachmentIds.length > maxAttachments) throw new InvalidInput('tooMany', path, { max: maxAttachments })
  if (new Set(attachmentIds).size < attachmentIds.length) throw new InvalidInput('duplicate', path)
}

/**
 * Puts files into a message or a return of their customer, whose row exists in this transaction. Each file is in one
 * place only; the rows are locked, so that of two messages with one file one is refused.
 * @throws NotFound for a file that is not there for this viewer and customer
 * @throws AttachmentRefused
 */
export async function linkAttachments(
  tx: Tx,
  viewer: KnownViewer,
  customerId: string,
  attachmentIds: readonly (string | null)[],
  place: { readonly messageId: string } | { readonly returnId: string },
): Promise<void> {
  if (attachmentIds.length === 0) return
  const ids = attachmentIds.filter((id) => id !== null)
  await tx.$queryRaw`select 1 from attachments where id = any(${ids}::uuid[]) order by id for no key update`
  const files = new Map(
    (await tx.attachment.findMany({ where: { id: { in: ids } } })).map((file) => [file.id, file]),
  )
  for (const [index, id] of attachmentIds.entries()) {
    const path = ['attachmentIds', String(index)]
    const file = id === null ? undefined : files.get(id)
    if (file === undefined || !isOffered(file, viewer, customerId)) throw new NotFound(...path)
    checkLinkable(file, path)
  }
  await tx.attachment.updateMany({ where: { id: { in: ids } }, data: place })
}
