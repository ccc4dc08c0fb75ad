import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Attachment } from '../../../core/prisma/client.ts'
import type { AttachmentStatus } from '../../../core/prisma/enums.ts'
import type { Desk } from '../../../events/desk.ts'
import { clearDue, setDue } from '../../../events/due.ts'
import { transact } from '../../../events/transact.ts'
import { nextScan } from '../rules.ts'
import { appendScanned } from './outcome.ts'
import { markForRemoval, removeContent } from './remove.ts'

/** What a scan came to; the cause is a code. */
interface Outcome {
  readonly status: Exclude<AttachmentStatus, 'PENDING'>
  readonly failureCode: string | null
}

/** How long a scan may take before another node takes it up: far longer than any takes. */
const leaseSeconds = 900
const busyPauseSeconds = 2

/**
 * A scan has come due. It is done beside the timer's transaction; until it ends the timer stands for its start anew,
 * so that a node that dies loses none.
 */
export async function startScan(tx: Tx, desk: Desk, attachmentId: string): Promise<void> {
  // The scan's own transaction waits for this lock, so that it finds the timer that is set here.
  await tx.$queryRaw`select 1 from attachments where id = ${attachmentId}::uuid for no key update`
  const attachment = await tx.attachment.findUnique({ where: { id: attachmentId } })
  if (!isWaiting(attachment)) return
  const hasStarted = desk.background.start(async () => await scan(desk, attachment))
  const seconds = hasStarted ? leaseSeconds : busyPauseSeconds
  await setDue(tx, 'attachment.scan', attachmentId, new Date(now().getTime() + seconds * 1_000))
}

type Waiting = Attachment & { uploadedAt: Date; contentType: string }

function isWaiting(attachment: Attachment | null): attachment is Waiting {
  return attachment?.status === 'PENDING' && attachment.uploadedAt !== null && attachment.contentType !== null
}

async function scan(desk: Desk, attachment: Waiting): Promise<void> {
  try {
    const outcome = await lookThrough(desk, attachment)
    await record(desk, attachment.id, outcome)
    // At once; should it fail, the timer that is set does it.
    if (outcome.status !== 'CLEAN') await removeContent(desk, attachment.id)
  } catch (error) {
    desk.log.warn({ err: error, attachmentId: attachment.id }, 'a file could not be scanned')
    const next = nextScan(attachment.uploadedAt, now())
    if (next === null) await record(desk, attachment.id, { status: 'FAILED', failureCode: 'scan' })
    else await transact(desk, async (tx) => await setDue(tx, 'attachment.scan', attachment.id, next))
  }
}

/** Reads the content back from the storage: what is scanned is what will be given out. */
async function lookThrough(desk: Desk, attachment: Waiting): Promise<Outcome> {
  const scratch = await desk.files.scratch()
  try {
    const source = await desk.files.storage.read(attachment.storageKey)
    const { sha256 } = await scratch.fill(source, attachment.byteSize ?? 0).finally(() => source.destroy())
    if (!Buffer.from(sha256).equals(attachment.sha256 ?? Buffer.alloc(0))) {
      throw new Error('the storage gives another content than it took')
    }
    const danger = await desk.files.scanner.scan(scratch, attachment.contentType)
    return danger === null
      ? { status: 'CLEAN', failureCode: null }
      : { status: 'INFECTED', failureCode: danger }
  } finally {
    await scratch.close()
  }
}

/** The first result counts; what was redacted or given up meanwhile stays so. */
async function record(desk: Desk, id: string, outcome: Outcome): Promise<void> {
  await transact(desk, async (tx) => {
    await tx.$queryRaw`select 1 from attachments where id = ${id}::uuid for no key update`
    await clearDue(tx, 'attachment.scan', id)
    const attachment = await tx.attachment.findUnique({
      where: { id },
      include: { message: { select: { ticketId: true } }, return: { select: { ticketId: true } } },
    })
    if (attachment === null || !isWaiting(attachment)) return
    await tx.attachment.update({ where: { id }, data: outcome })
    if (outcome.status !== 'CLEAN') await markForRemoval(tx, id)
    const ticketId = attachment.message?.ticketId ?? attachment.return?.ticketId ?? null
    await appendScanned(tx, attachment, ticketId, outcome.status)
  })
}
