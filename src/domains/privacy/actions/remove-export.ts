import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Desk } from '../../../events/desk.ts'
import { clearDue, setDue } from '../../../events/due.ts'
import type { Actor } from '../../../events/log.ts'
import { append, systemActor } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'

/** Everything that was ever stored for an export, by any of its starts. */
export function folderOf(exportId: string): string {
  return `exports/${exportId}/`
}

/** A storage that does not answer is asked again after this time. */
const removePauseSeconds = 60

/**
 * An export's time has come, or it is not wanted. Its archive is removed beside the timer's transaction: the timer is
 * set anew first, and ends with the removal.
 */
export async function removeExport(tx: Tx, desk: Desk, exportId: string): Promise<void> {
  await tx.$queryRaw`select 1 from customer_exports where id = ${exportId}::uuid for no key update`
  const row = await tx.customerExport.findUnique({ where: { id: exportId } })
  if (row === null) return
  await setDue(tx, 'export.remove', exportId, new Date(now().getTime() + removePauseSeconds * 1_000))
  desk.background.start(async () => await removeArchive(desk, exportId))
  if (row.status !== 'READY') return
  await tx.customerExport.update({ where: { id: exportId }, data: { status: 'EXPIRED' } })
  const { customerId } = row
  await append(tx, 'customer.exportExpired', systemActor, { customerId }, { customerExportId: exportId })
}

async function removeArchive(desk: Desk, exportId: string): Promise<void> {
  await desk.files.storage.removeAll(folderOf(exportId))
  await transact(desk, async (tx) => {
    await tx.$queryRaw`select 1 from customer_exports where id = ${exportId}::uuid for no key update`
    await clearDue(tx, 'export.remove', exportId)
    await tx.customerExport.updateMany({ where: { id: exportId }, data: { storageKey: null } })
  })
}

/** Notes in the log who got an archive. */
export async function noteDownload(desk: Desk, exportId: string, actor: Actor): Promise<void> {
  await transact(desk, async (tx) => {
    const row = await tx.customerExport.findUniqueOrThrow({ where: { id: exportId } })
    const { customerId } = row
    await append(tx, 'customer.exportDownloaded', actor, { customerId }, { customerExportId: exportId })
  })
}
