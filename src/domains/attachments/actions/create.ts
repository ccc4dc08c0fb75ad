import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { isAcceptable } from '../../../core/files/content-type.ts'
import { encodeId, newId } from '../../../core/ids.ts'
import { AttachmentRefused, InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkOptionalText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { once } from '../../../events/idempotency.ts'
import { transact } from '../../../events/transact.ts'
import { visibleCustomers } from '../../customers/policy.ts'
import { visibleAttachments } from '../policy.ts'
import { checkAnnouncedSize, checkDocumentKind, checkFileName } from '../rules.ts'

export interface CreateInput {
  /** Undefined: the viewer is the customer, or the ticket says it. */
  readonly customerId: string | undefined
  readonly ticketId: string | undefined
  readonly fileName: string
  readonly byteSize: number
  readonly contentType: string
  readonly documentKind: string | null
  readonly idempotencyKey: string | null
}

/** A file that may now be uploaded. `uploadUrl` is null when an earlier try has uploaded it already. */
export interface Created {
  readonly attachmentId: string
  readonly uploadUrl: URL | null
  readonly uploadExpiresAt: Date
  readonly eventId: bigint | null
}

/** Which tickets the viewer may see, given by the domain of tickets, which stands above this one. */
export type VisibleTicket = (tx: Tx, ticketId: string) => Promise<{ customerId: string } | null>

const maxContentTypeLength = 200

/**
 * Announces a file and answers the link to upload it by. A buyer does it for themself, the desk and bots say for whom.
 * Retries with one `idempotencyKey` give the one file, each with a new link.
 */
export async function createAttachment(
  desk: Desk,
  viewer: KnownViewer,
  input: CreateInput,
  visibleTicket: VisibleTicket,
): Promise<Created> {
  const checked = checkInput(desk, input)
  const attachment = await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'attachmentCreate', { key: checked.key, input }, async () => {
      const customerId = await ownerOf(tx, viewer, input, visibleTicket)
      await assertFewPending(tx, customerId, desk.env.ATTACHMENT_MAX_PENDING)
      const { fileName, documentKind } = checked
      const id = newId()
      const { kind: uploaderKind, id: uploaderId } = actorOf(viewer)
      await tx.attachment.create({
        data: { id, customerId, uploaderKind, uploaderId, fileName, documentKind, storageKey: `${id}/` },
      })
      return { attachmentId: id }
    })
    // A retry is answered like any read.
    const where = { AND: [{ id: stored.attachmentId }, mayContinue(viewer)] }
    return await tx.attachment.findFirst({ where, select: { id: true, status: true, uploadedAt: true } })
  })
  if (attachment === null) throw new NotFound('idempotencyKey')
  const uploadExpiresAt = new Date(now().getTime() + desk.env.ATTACHMENT_UPLOAD_SECONDS * 1_000)
  const isOpen = attachment.status === 'PENDING' && attachment.uploadedAt === null
  const facts = { size: String(input.byteSize), type: input.contentType }
  const uploadUrl = isOpen ? desk.links.make('upload', pathOf(attachment.id), facts, uploadExpiresAt) : null
  return { attachmentId: attachment.id, uploadUrl, uploadExpiresAt, eventId: null }
}

/** Where the content of a file is put and got. */
export function pathOf(attachmentId: string): string {
  return `/attachments/${encodeId('Attachment', attachmentId)}`
}

/** Who has announced a file may go on with it, whoever sees it meanwhile. */
function mayContinue(viewer: KnownViewer) {
  return viewer.kind === 'service' ? {} : visibleAttachments(viewer)
}

function checkInput(desk: Desk, input: CreateInput) {
  const fileName = checkFileName(input.fileName)
  const documentKind = checkDocumentKind(input.documentKind)
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  if (input.contentType.length > maxContentTypeLength || !isAcceptable(input.contentType)) {
    throw new AttachmentRefused('type', ['contentType'])
  }
  checkAnnouncedSize(input.byteSize, desk.env.ATTACHMENT_MAX_BYTES)
  return { fileName, documentKind, key }
}

/**
 * The customer the file is for, locked: two files announced at once are counted one after the other, and a guest being
 * linked right now is either linked before or takes this file along.
 */
async function ownerOf(
  tx: Tx,
  viewer: KnownViewer,
  input: CreateInput,
  visibleTicket: VisibleTicket,
): Promise<string> {
  const given = await givenCustomer(tx, viewer, input, visibleTicket)
  await tx.$queryRaw`select 1 from customers where id = ${given}::uuid for no key update`
  const customer = await tx.customer.findFirst({ where: { AND: [{ id: given }, visibleCustomers(viewer)] } })
  const isNobody =
    customer?.erasedAt !== null || (viewer.kind === 'customer' && customer.mergedIntoId !== null)
  if (isNobody) throw new NotFound('customerId')
  return customer.mergedIntoId ?? customer.id
}

async function givenCustomer(
  tx: Tx,
  viewer: KnownViewer,
  { customerId, ticketId }: CreateInput,
  visibleTicket: VisibleTicket,
): Promise<string> {
  if (ticketId !== undefined) {
    const ticket = await visibleTicket(tx, ticketId)
    if (ticket === null) throw new NotFound('ticketId')
    if (customerId !== undefined && customerId !== ticket.customerId) throw new NotFound('customerId')
    return ticket.customerId
  }
  if (viewer.kind === 'customer') {
    if (customerId !== undefined && customerId !== viewer.customerId)
      throw new InvalidInput('forbidden', ['customerId'])
    return viewer.customerId
  }
  if (customerId === undefined) throw new InvalidInput('required', ['customerId'])
  return customerId
}

/** Files that lie about without a message or return are few: nobody fills the storage with them. */
async function assertFewPending(tx: Tx, customerId: string, max: number): Promise<void> {
  const count = await tx.attachment.count({
    where: { customerId, messageId: null, returnId: null, status: { in: ['PENDING', 'CLEAN'] } },
  })
  if (count >= max) throw new AttachmentRefused('tooMany', [], { max })
}
