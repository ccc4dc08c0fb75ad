import type { Readable } from 'node:stream'
import { now } from '../../core/clock.ts'
import { nameFor } from '../../core/files/content-type.ts'
import type { Attachment } from '../../core/prisma/client.ts'
import type { Desk } from '../../events/desk.ts'
import { pathOf } from './actions/create.ts'

/** Content that may be given out. */
export interface Content {
  readonly contentType: string
  readonly byteSize: number
  readonly fileName: string
  open(): Promise<Readable>
}

/** The content of a file that is clean now; who may have it was decided when the link to it was made. */
export async function findContent(desk: Desk, attachmentId: string): Promise<Content | null> {
  const attachment = await desk.database.prisma.attachment.findUnique({ where: { id: attachmentId } })
  if (attachment?.status !== 'CLEAN') return null
  const { contentType, byteSize, fileName, storageKey } = attachment
  if (contentType === null || byteSize === null) return null
  return {
    contentType,
    byteSize,
    fileName: nameFor(fileName, contentType),
    open: async () => await desk.files.storage.read(storageKey),
  }
}

/** A link to a clean file for whoever sees it, for a short time; null for every other. */
export function downloadLink(desk: Desk, { id, status }: Pick<Attachment, 'id' | 'status'>): URL | null {
  if (status !== 'CLEAN') return null
  const expiresAt = new Date(now().getTime() + desk.env.ATTACHMENT_LINK_SECONDS * 1_000)
  return desk.links.make('download', pathOf(id), {}, expiresAt)
}
