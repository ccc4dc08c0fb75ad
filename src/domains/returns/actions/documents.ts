import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Attachment } from '../../../core/prisma/client.ts'
import { InvalidInput, NotEligible, NotFound } from '../../../core/problems.ts'
import { checkLinkable, isOffered, maxAttachments } from '../../attachments/rules.ts'
import type { ReasonPolicy } from '../policy-data.ts'

/**
 * The customer's own attachments that are part of nothing yet, locked until they are linked to the return.
 * @throws NotFound for those of others, AttachmentRefused for those that cannot be taken
 */
export async function takeDocuments(
  tx: Tx,
  viewer: KnownViewer,
  customerId: string,
  documentIds: readonly (string | null)[],
): Promise<Attachment[]> {
  if (documentIds.length > maxAttachments) {
    throw new InvalidInput('tooMany', ['documentIds'], { max: maxAttachments })
  }
  const ids = documentIds.filter((id) => id !== null)
  if (ids.length > 0) {
    await tx.$queryRaw`
      select 1 from attachments where id = any(${ids}::uuid[]) order by id for no key update`
  }
  const rows = await tx.attachment.findMany({ where: { id: { in: ids } } })
  const seen = new Set<string>()
  return documentIds.map((id, index) => {
    const path = ['documentIds', String(index)]
    const row = rows.find((one) => one.id === id)
    if (row === undefined || !isOffered(row, viewer, customerId)) throw new NotFound(...path)
    if (seen.has(row.id)) throw new InvalidInput('duplicate', path)
    seen.add(row.id)
    checkLinkable(row, path)
    return row
  })
}

export async function linkDocuments(
  tx: Tx,
  returnId: string,
  documents: readonly Attachment[],
): Promise<void> {
  if (documents.length === 0) return
  await tx.attachment.updateMany({
    where: { id: { in: documents.map(({ id }) => id) } },
    data: { returnId },
  })
}

/** @throws NotEligible naming each document that cannot follow later and is not there */
export function assertDocuments(
  reasons: readonly Pick<ReasonPolicy, 'documents'>[],
  documents: readonly Pick<Attachment, 'documentKind'>[],
): void {
  const needed = reasons.flatMap((reason) => reason.documents).filter(({ mayFollow }) => !mayFollow)
  const given = new Set(documents.map(({ documentKind }) => documentKind))
  const missing = new Set(needed.map(({ kind }) => kind).filter((kind) => !given.has(kind)))
  if (missing.size === 0) return
  throw new NotEligible(
    [...missing].map((kind) => `documentMissing:${kind}`),
    ['documentIds'],
  )
}
