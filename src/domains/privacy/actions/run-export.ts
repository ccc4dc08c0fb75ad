import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { TooLarge } from '../../../core/files/scratch.ts'
import { newId } from '../../../core/ids.ts'
import type { CustomerExport } from '../../../core/prisma/client.ts'
import type { Desk } from '../../../events/desk.ts'
import { clearDue, setDue } from '../../../events/due.ts'
import { append, systemActor } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { archiveOf } from '../export/archive.ts'
import { Overtaken, Progress } from '../export/progress.ts'
import { maxExportAttempts, nextExportTry } from '../rules.ts'
import { folderOf } from './remove-export.ts'

/** How long a node may be silent about an export before another one begins it anew. */
const leaseSeconds = 120
/** Putting a large archive into the storage tells of no progress. */
const storingSeconds = 1_800
const busyPauseSeconds = 2

const inSeconds = (seconds: number) => new Date(now().getTime() + seconds * 1_000)

/**
 * An export has come due. It is made beside the timer's transaction; until it is ready the timer stands for its start
 * anew, so that a node that dies loses none. Each start has a number, and only the last one counts: a node that was
 * thought dead changes nothing when it comes back.
 */
export async function startExport(tx: Tx, desk: Desk, exportId: string): Promise<void> {
  const row = await lockExport(tx, exportId)
  if (row?.status !== 'PENDING' && row?.status !== 'RUNNING') return
  if (row.attemptCount >= maxExportAttempts) return await failExport(tx, row, 'internal')
  const attemptCount = row.attemptCount + 1
  // The work's first statement waits for this transaction, which holds the row.
  if (!desk.background.start(async () => await makeExport(desk, { ...row, attemptCount }))) {
    return await setDue(tx, 'export.run', exportId, inSeconds(busyPauseSeconds))
  }
  await tx.customerExport.update({
    where: { id: exportId },
    data: { status: 'RUNNING', attemptCount, doneCount: 0 },
  })
  await setDue(tx, 'export.run', exportId, inSeconds(leaseSeconds))
}

async function lockExport(tx: Tx, id: string): Promise<CustomerExport | null> {
  await tx.$queryRaw`select 1 from customer_exports where id = ${id}::uuid for no key update`
  return await tx.customerExport.findUnique({ where: { id } })
}

async function makeExport(desk: Desk, row: CustomerExport): Promise<void> {
  try {
    await storeArchive(desk, row)
  } catch (error) {
    if (error instanceof Overtaken) return
    const isTooLarge = error instanceof TooLarge
    if (!isTooLarge) desk.log.warn({ err: error, exportId: row.id }, 'an export could not be made')
    await transact(desk, async (tx) => {
      const present = await lockExport(tx, row.id)
      if (present === null || !isCurrent(present, row)) return
      if (isTooLarge) await failExport(tx, present, 'tooLarge')
      else await setDue(tx, 'export.run', row.id, nextExportTry(row.attemptCount, now()))
    })
  }
}

const isCurrent = (present: CustomerExport, { attemptCount }: CustomerExport) =>
  present.status === 'RUNNING' && present.attemptCount === attemptCount

/** The archive grows in a file without a name, so that the storage is told its size and memory holds a page of it. */
async function storeArchive(desk: Desk, row: CustomerExport): Promise<void> {
  const scratch = await desk.files.scratch()
  try {
    const progress = new Progress(desk, row, leaseSeconds)
    await progress.begin()
    const archive = archiveOf(desk, row, progress)
    const { byteSize } = await scratch
      .fill(archive, desk.env.EXPORT_MAX_BYTES)
      .finally(() => archive.destroy())
    await progress.renew(storingSeconds)
    const storageKey = `${folderOf(row.id)}${newId()}.zip`
    await desk.files.storage.put(storageKey, scratch.read(), { byteSize, contentType: 'application/zip' })
    if (!(await finish(desk, row, { storageKey, byteSize }))) await desk.files.storage.removeAll(storageKey)
  } finally {
    await scratch.close()
  }
}

/** False when another start of the same export, or an erasure, has overtaken this one. */
async function finish(
  desk: Desk,
  { id, attemptCount, ...row }: CustomerExport,
  stored: { storageKey: string; byteSize: number },
): Promise<boolean> {
  return await transact(desk, async (tx) => {
    const present = await lockExport(tx, id)
    if (present === null || !isCurrent(present, { id, attemptCount, ...row })) return false
    const readyAt = now()
    const expiresAt = new Date(readyAt.getTime() + desk.env.EXPORT_RETENTION_DAYS * 86_400_000)
    await tx.customerExport.update({
      where: { id },
      data: { status: 'READY', ...stored, readyAt, expiresAt, doneCount: present.totalCount },
    })
    await clearDue(tx, 'export.run', id)
    await setDue(tx, 'export.remove', id, expiresAt)
    const { customerId } = row
    const facts = { customerExportId: id, byteSize: stored.byteSize }
    await append(tx, 'customer.exportReady', systemActor, { customerId }, facts)
    return true
  })
}

/** Gives an export up: what was stored of it goes. */
async function failExport(tx: Tx, { id, customerId }: CustomerExport, failureCode: string): Promise<void> {
  await tx.customerExport.update({ where: { id }, data: { status: 'FAILED', failureCode } })
  await clearDue(tx, 'export.run', id)
  await setDue(tx, 'export.remove', id, now())
  await append(
    tx,
    'customer.exportFailed',
    systemActor,
    { customerId },
    { customerExportId: id, failureCode },
  )
}
