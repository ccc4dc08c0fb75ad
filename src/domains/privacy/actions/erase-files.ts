import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { Prisma } from '../../../core/prisma/client.ts'
import { clearDueAll, setDueAll } from '../../../events/due.ts'
import type { Scope } from './scope.ts'

const filesAtOnce = 200
/** A node that is making an export right now has put all of it into the storage, or given up, by then. */
const makingSeconds = 60

/**
 * Removes files for good: name and digest now, the content as soon as the storage answers. What is left says only that
 * there was a file.
 */
export async function eraseFilesWhere(tx: Tx, where: Prisma.Sql, limit?: number): Promise<number> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from attachments where ${where} and failure_code is distinct from 'redacted'
    order by id ${limit === undefined ? Prisma.empty : Prisma.sql`limit ${limit}`} for no key update`
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.$executeRaw`
    update attachments set status = 'FAILED', failure_code = 'redacted', file_name = '', document_kind = null,
      content_type = null, byte_size = null, sha256 = null
    where id = any(${ids}::uuid[])`
  await clearDueAll(tx, 'attachment.scan', ids)
  const dueAt = now()
  await setDueAll(
    tx,
    'attachment.remove',
    ids.map((subjectId) => ({ subjectId, dueAt })),
  )
  return ids.length
}

/** Files outside of messages: documents of returns, and what was announced and never sent. */
export async function eraseFiles(tx: Tx, { customerIds }: Scope): Promise<number> {
  return await eraseFilesWhere(tx, Prisma.sql`customer_id = any(${customerIds}::uuid[])`, filesAtOnce)
}

/** Copies that were made earlier, and one that is being made now. */
export async function eraseExports(tx: Tx, { customerIds }: Scope): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string; isRunning: boolean }[]>`
    select id, status = 'RUNNING' as "isRunning" from customer_exports
    where customer_id = any(${customerIds}::uuid[]) and status in ('PENDING', 'RUNNING', 'READY')
    order by id limit ${filesAtOnce} for no key update`
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.customerExport.updateMany({
    where: { id: { in: ids } },
    data: { status: 'FAILED', failureCode: 'erased' },
  })
  await clearDueAll(tx, 'export.run', ids)
  const at = (seconds: number) => new Date(now().getTime() + seconds * 1_000)
  await setDueAll(
    tx,
    'export.remove',
    rows.map(({ id, isRunning }) => ({ subjectId: id, dueAt: at(isRunning ? makingSeconds : 0) })),
  )
  return ids.length
}

/** True while content waits to be removed from the storage. */
export async function hasFilesLeft(tx: Tx, { customerIds }: Scope): Promise<boolean> {
  const [left] = await tx.$queryRaw<{ isLeft: boolean }[]>`
    select exists (
      select 1 from due join attachments on attachments.id = subject_id
      where kind = 'attachment.remove' and customer_id = any(${customerIds}::uuid[])
    ) or exists (
      select 1 from due join customer_exports on customer_exports.id = subject_id
      where kind = 'export.remove' and customer_id = any(${customerIds}::uuid[])
    ) as "isLeft"`
  return left?.isLeft ?? false
}
