import type { Readable } from 'node:stream'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { findContentType, isAsAnnounced } from '../../../core/files/content-type.ts'
import type { Filled, Scratch } from '../../../core/files/scratch.ts'
import { TooLarge } from '../../../core/files/scratch.ts'
import { newId } from '../../../core/ids.ts'
import type { Attachment } from '../../../core/prisma/client.ts'
import type { Desk } from '../../../events/desk.ts'
import { setDue } from '../../../events/due.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { appendScanned, subjectsOf } from './outcome.ts'

/** How an upload ended. */
export type Received = 'stored' | 'gone' | 'already' | 'tooLarge' | 'empty' | 'wrongType'

/** What the link to upload by was signed for. */
export interface Announced {
  readonly attachmentId: string
  readonly byteSize: number
  readonly contentType: string
}

/**
 * Takes the content of a file. It waits on the disk of this node until all of it is there, so that an upload that
 * breaks off leaves nothing: the link can be used again. Of several uploads by one link the first to end counts.
 */
export async function receiveContent(desk: Desk, announced: Announced, source: Readable): Promise<Received> {
  const refusal = await refusalOf(desk, announced.attachmentId)
  if (refusal !== null) return refusal
  const scratch = await desk.files.scratch()
  try {
    const filled = await scratch.fill(source, announced.byteSize)
    if (filled.byteSize === 0) return 'empty'
    const contentType = await findContentType(scratch)
    if (contentType === null || !isAsAnnounced(announced.contentType, contentType)) {
      return await failWrongType(desk, announced.attachmentId, filled)
    }
    return await store(desk, announced.attachmentId, { ...filled, contentType }, scratch)
  } catch (error) {
    if (error instanceof TooLarge) return 'tooLarge'
    throw error
  } finally {
    await scratch.close()
  }
}

async function refusalOf(desk: Desk, id: string): Promise<Received | null> {
  const attachment = await desk.database.prisma.attachment.findUnique({ where: { id } })
  return attachment === null ? 'gone' : refusalBy(attachment)
}

function refusalBy({ status, uploadedAt }: Attachment): Received | null {
  if (uploadedAt !== null) return 'already'
  return status === 'PENDING' ? null : 'gone'
}

/** The place that no other try writes to: two uploads at once never mix, and all lie under the file's prefix. */
async function store(
  desk: Desk,
  id: string,
  found: Filled & { contentType: string },
  content: Scratch,
): Promise<Received> {
  const storageKey = `${id}/${newId()}`
  await desk.files.storage.put(storageKey, content.read(), found)
  const received = await transact(desk, async (tx) => {
    const { attachment, refusal } = await lockOpen(tx, id)
    if (attachment === null) return refusal
    const uploadedAt = now()
    const { byteSize, sha256, contentType } = found
    await tx.attachment.update({
      where: { id },
      data: { storageKey, byteSize, sha256, contentType, uploadedAt },
    })
    await setDue(tx, 'attachment.scan', id, uploadedAt)
    const { actor, subjects } = subjectsOf(attachment, null)
    await append(tx, 'attachment.uploaded', actor, subjects, { attachmentId: id, byteSize })
    return 'stored' as const
  })
  if (received !== 'stored') await desk.files.storage.removeAll(storageKey)
  return received
}

/** The content is not what was announced, or nothing that is taken: it is not kept. */
async function failWrongType(desk: Desk, id: string, { byteSize, sha256 }: Filled): Promise<Received> {
  return await transact(desk, async (tx) => {
    const { attachment, refusal } = await lockOpen(tx, id)
    if (attachment === null) return refusal
    await tx.attachment.update({
      where: { id },
      data: { status: 'FAILED', failureCode: 'type', byteSize, sha256, uploadedAt: now() },
    })
    await appendScanned(tx, attachment, null, 'FAILED')
    return 'wrongType'
  })
}

async function lockOpen(tx: Tx, id: string) {
  await tx.$queryRaw`select 1 from attachments where id = ${id}::uuid for no key update`
  const attachment = await tx.attachment.findUnique({ where: { id } })
  if (attachment === null) return { attachment, refusal: 'gone' as const }
  const refusal = refusalBy(attachment)
  return refusal === null ? { attachment, refusal: 'gone' as const } : { attachment: null, refusal }
}
