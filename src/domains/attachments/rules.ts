import type { KnownViewer } from '../../auth/viewer.ts'
import type { AttachmentStatus, AuthorKind } from '../../core/prisma/enums.ts'
import { AttachmentRefused, InvalidInput } from '../../core/problems.ts'

/** A message or a return takes at most this many files. */
export const maxAttachments = 10
export const maxFileNameLength = 200

/** Names that Windows keeps for devices, whatever their extension. */
const reservedName = /^(con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(\.|$)/i
/** Controls, and the invisible characters that turn the reading direction: with them a name looks like another. */
const unreadable = /[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const inPathsOnly = /[/\\]/
const inNoFileName = /[<>:"|?*]/g

/**
 * The name of a file as it may be stored and given out. Paths and invisible characters are refused; what some system
 * cannot have in a name is replaced.
 * @throws InvalidInput
 */
export function checkFileName(value: string): string {
  const path = ['fileName']
  if (value.length > maxFileNameLength) throw new InvalidInput('tooLong', path, { max: maxFileNameLength })
  if (!value.isWellFormed()) throw new InvalidInput('surrogate', path)
  const name = value.normalize('NFC').trim()
  if (name === '') throw new InvalidInput('empty', path)
  if (inPathsOnly.test(name) || unreadable.test(name)) throw new InvalidInput('fileName', path)
  const cleaned = name.replaceAll(inNoFileName, '_').replaceAll(/^[. ]+|[. ]+$/g, '')
  if (cleaned === '') throw new InvalidInput('fileName', path)
  return reservedName.test(cleaned) ? `_${cleaned}` : cleaned
}

const documentKindShape = /^[A-Za-z][A-Za-z0-9_-]{0,49}$/

/** @throws InvalidInput */
export function checkDocumentKind(value: string | null): string | null {
  if (value !== null && !documentKindShape.test(value)) {
    throw new InvalidInput('pattern', ['documentKind'], { pattern: documentKindShape.source })
  }
  return value
}

/** @throws AttachmentRefused when a file is announced that is larger than it may be, or empty */
export function checkAnnouncedSize(byteSize: number, maxBytes: number): void {
  if (byteSize < 1) throw new InvalidInput('range', ['byteSize'], { min: 1, max: maxBytes })
  if (byteSize > maxBytes) throw new AttachmentRefused('tooLarge', ['byteSize'], { max: maxBytes })
}

/** What decides whether a file may be put into a message or a return. */
export interface Linkable {
  readonly customerId: string
  readonly uploaderKind: AuthorKind
  readonly messageId: string | null
  readonly returnId: string | null
  readonly status: AttachmentStatus
  readonly uploadedAt: Date | null
}

/** True for a file of the customer that the viewer, or the customer, has uploaded. */
export function isOffered(file: Linkable, viewer: KnownViewer, customerId: string): boolean {
  return file.customerId === customerId && (viewer.kind !== 'customer' || file.uploaderKind === 'CUSTOMER')
}

/**
 * A file that is still being scanned is taken; what is bad, missing or somewhere else is not.
 * @throws AttachmentRefused
 */
export function checkLinkable(file: Linkable, path: readonly string[]): void {
  if (file.messageId !== null || file.returnId !== null) throw new AttachmentRefused('taken', path)
  if (file.status === 'INFECTED') throw new AttachmentRefused('infected', path)
  if (file.status === 'FAILED') throw new AttachmentRefused('failed', path)
  if (file.uploadedAt === null) throw new AttachmentRefused('notUploaded', path)
}

/** How long the desk tries to have a file scanned before it gives up. */
const scanLimitSeconds = 86_400
const maxScanPauseSeconds = 3_600

/** When a scan that could not be done is tried again: pauses grow with the age of the upload. Null: never. */
export function nextScan(uploadedAt: Date, now: Date): Date | null {
  const ageSeconds = Math.max(1, (now.getTime() - uploadedAt.getTime()) / 1_000)
  if (ageSeconds > scanLimitSeconds) return null
  return new Date(now.getTime() + Math.min(ageSeconds, maxScanPauseSeconds) * 1_000)
}
