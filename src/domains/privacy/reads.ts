import type { Readable } from 'node:stream'
import type { KnownViewer } from '../../auth/viewer.ts'
import { now } from '../../core/clock.ts'
import type { Database, Tx } from '../../core/database.ts'
import { encodeId } from '../../core/ids.ts'
import type { AuthorKind, CustomerExport } from '../../core/prisma/client.ts'
import { actorOf } from '../../events/acting.ts'
import type { Desk } from '../../events/desk.ts'
import type { Obstacle } from './rules.ts'
import { isOpenRefund, isOpenReturn, openComplaints } from './rules.ts'

/** A customer's own record and those that were joined to it, in the order of their ids. */
export async function recordsOf(client: Tx | Database['prisma'], customerId: string): Promise<string[]> {
  const rows = await client.customer.findMany({
    where: { OR: [{ id: customerId }, { mergedIntoId: customerId }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/** What still needs the person: goods, money and answers that are under way. */
export async function obstaclesTo(tx: Tx, customerIds: string[]): Promise<Obstacle[]> {
  const where = { customerId: { in: customerIds } }
  const refunds = await tx.refund.findMany({ where, select: { status: true, isRetryable: true } })
  const returns = await tx.return.findMany({
    where: { ...where, status: { notIn: ['DECLINED', 'CANCELLED'] } },
    select: {
      status: true,
      decision: true,
      goodsStatus: true,
      inspection: true,
      refunds: { select: { status: true, isRetryable: true } },
    },
  })
  const complaints = await tx.complaint.count({ where: { ...where, status: { in: [...openComplaints] } } })
  return [
    ...(refunds.some(isOpenRefund) ? (['openRefund'] as const) : []),
    ...(returns.some(isOpenReturn) ? (['openReturn'] as const) : []),
    ...(complaints > 0 ? (['openComplaint'] as const) : []),
  ]
}

/** Where the archive of an export is got. */
export function pathOfExport(exportId: string): string {
  return `/exports/${encodeId('CustomerExport', exportId)}`
}

/** A link to an export that is ready, for a short time; it remembers for whom it was made. Null for every other. */
export function exportLink(
  desk: Desk,
  viewer: KnownViewer,
  row: Pick<CustomerExport, 'id' | 'status' | 'expiresAt'>,
): URL | null {
  if (row.status !== 'READY' || row.expiresAt === null || row.expiresAt <= now()) return null
  const until = Math.min(row.expiresAt.getTime(), now().getTime() + desk.env.ATTACHMENT_LINK_SECONDS * 1_000)
  const { kind, id } = actorOf(viewer)
  return desk.links.make('export', pathOfExport(row.id), { kind, id: id ?? '' }, new Date(until))
}

/** An archive that may be given out. */
export interface Archive {
  readonly contentType: string
  readonly byteSize: number
  readonly fileName: string
  open(): Promise<Readable>
}

/** The archive of an export that is ready now. */
export async function findArchive(desk: Desk, exportId: string): Promise<Archive | null> {
  const row = await desk.database.prisma.customerExport.findUnique({ where: { id: exportId } })
  if (row?.status !== 'READY' || row.expiresAt === null || row.expiresAt <= now()) return null
  const { storageKey, byteSize, readyAt } = row
  if (storageKey === null || byteSize === null) return null
  return {
    contentType: 'application/zip',
    byteSize,
    fileName: `opora-${readyAt?.toISOString().slice(0, 10) ?? 'export'}.zip`,
    open: async () => await desk.files.storage.read(storageKey),
  }
}

/** For whom a link was made, as it says itself: it is signed. */
export function actorOfLink(facts: Readonly<Record<string, string>>) {
  return { kind: facts['kind'] as AuthorKind, id: facts['id'] === '' ? null : (facts['id'] ?? null) }
}
