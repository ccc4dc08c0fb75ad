import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Desk } from '../../../events/desk.ts'
import { clearDue, setDue } from '../../../events/due.ts'
import { transact } from '../../../events/transact.ts'

/** Has the content of a file removed from the storage after the commit, on whichever node, however often it takes. */
export async function markForRemoval(tx: Tx, attachmentId: string): Promise<void> {
  await clearDue(tx, 'attachment.scan', attachmentId)
  await setDue(tx, 'attachment.remove', attachmentId, now())
}

/** Of a file that nobody wanted even the row goes; of others it is the mark that there was one. */
const orphan = 'orphan'

/** A storage that does not answer is asked again after this time. */
const removePauseSeconds = 60

/**
 * A removal has come due. It is done beside the timer's transaction: the timer is set anew first, and ends with the
 * removal.
 */
export async function startRemoval(tx: Tx, desk: Desk, attachmentId: string): Promise<void> {
  await tx.$queryRaw`select 1 from attachments where id = ${attachmentId}::uuid for no key update`
  await setDue(tx, 'attachment.remove', attachmentId, new Date(now().getTime() + removePauseSeconds * 1_000))
  desk.background.start(async () => await removeContent(desk, attachmentId))
}

/** Removes content, then the row of an orphan: when this breaks off in between, it is done again from the start. */
export async function removeContent(desk: Desk, attachmentId: string): Promise<void> {
  await desk.files.storage.removeAll(`${attachmentId}/`)
  await transact(desk, async (tx) => {
    await tx.$queryRaw`select 1 from attachments where id = ${attachmentId}::uuid for no key update`
    await clearDue(tx, 'attachment.remove', attachmentId)
    await tx.attachment.deleteMany({ where: { id: attachmentId, failureCode: orphan } })
  })
}

/** Removes the files of a message for good: content, name and digest. What is left says only that there was a file. */
export async function redactAttachments(tx: Tx, messageId: string): Promise<void> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from attachments where message_id = ${messageId}::uuid order by id for no key update`
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.attachment.updateMany({
    where: { id: { in: ids } },
    data: {
      status: 'FAILED',
      failureCode: 'redacted',
      fileName: '',
      documentKind: null,
      contentType: null,
      byteSize: null,
      sha256: null,
    },
  })
  for (const id of ids) await markForRemoval(tx, id)
}

const neverUploadedHours = 24
const sweepEveryMinutes = 60
const sweepBatch = 500
/** The one row of the sweep's own timer. */
const sweepId = '00000000-0000-7000-8000-000000000002'

/** Gives up files that were never uploaded, or that nobody has put into a message or return. */
export async function sweepAttachments(tx: Tx, desk: Desk): Promise<void> {
  const orphans = await tx.$queryRaw<{ id: string }[]>`
    update attachments set status = 'FAILED', failure_code = ${orphan} where id in (
      select id from attachments
      where message_id is null and return_id is null and failure_code is distinct from ${orphan}
        and ((uploaded_at is null and created_at < now() - make_interval(hours => ${neverUploadedHours}::int))
          or uploaded_at < now() - make_interval(hours => ${desk.env.ATTACHMENT_ORPHAN_HOURS}::int))
      order by id limit ${sweepBatch} for no key update skip locked)
    returning id`
  for (const { id } of orphans) await markForRemoval(tx, id)
  const hasMore = orphans.length === sweepBatch
  await setDue(
    tx,
    'attachment.sweep',
    sweepId,
    new Date(now().getTime() + (hasMore ? 0 : sweepEveryMinutes * 60_000)),
  )
}

/** Sets the sweep's timer unless it is set: called at each start. */
export async function scheduleAttachmentSweep(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    insert into due (kind, subject_id, due_at)
    values ('attachment.sweep', ${sweepId}::uuid, now() + make_interval(mins => ${sweepEveryMinutes}::int))
    on conflict do nothing`
}
