import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import { InvalidInput, NotFound, TooSoon } from '../../../core/problems.ts'
import { checkOptionalText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { setDue } from '../../../events/due.ts'
import { once } from '../../../events/idempotency.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { visibleCustomers } from '../../customers/policy.ts'
import { visibleExports } from '../policy.ts'
import { secondsToWait } from '../rules.ts'

export interface ExportInput {
  /** Undefined: the viewer is the customer. Null: an id of wrong shape. */
  readonly customerId: string | null | undefined
  readonly idempotencyKey: string | null
}

/** `eventId` is 0 when nothing was written: one is being made already, or an earlier try has asked for it. */
export interface ExportAsked {
  readonly exportId: string
  readonly eventId: bigint
}

/**
 * Asks for a copy of everything the shop keeps of a customer. While one is being made that one is answered; a buyer
 * asks for a new one once in a while only, for each takes work and space.
 * @throws NotFound, InvalidInput, TooSoon, IdempotencyConflict
 */
export async function requestExport(
  desk: Desk,
  viewer: KnownViewer,
  input: ExportInput,
): Promise<ExportAsked> {
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  return await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'customerExportRequest', { key, input }, async () => {
      const customerId = await exportedCustomer(tx, viewer, input.customerId)
      const underWay = await tx.customerExport.findFirst({
        where: { customerId, status: { in: ['PENDING', 'RUNNING'] } },
        select: { id: true },
      })
      if (underWay !== null) return { exportId: underWay.id, eventId: '0' }
      if (viewer.kind === 'customer') {
        await assertNotTooSoon(tx, customerId, desk.env.EXPORT_INTERVAL_HOURS)
      }
      return await createExport(tx, viewer, customerId)
    })
    // A retry is answered like any read.
    const where = { AND: [{ id: stored.exportId }, visibleExports(viewer)] }
    if ((await tx.customerExport.count({ where })) === 0) throw new NotFound('idempotencyKey')
    return { exportId: stored.exportId, eventId: BigInt(stored.eventId) }
  })
}

async function createExport(tx: Tx, viewer: KnownViewer, customerId: string) {
  const exportId = newId()
  const actor = actorOf(viewer)
  await tx.customerExport.create({
    data: { id: exportId, customerId, requestedByKind: actor.kind, requestedById: actor.id },
  })
  await setDue(tx, 'export.run', exportId, now())
  const eventId = await append(
    tx,
    'customer.exportRequested',
    actor,
    { customerId },
    { customerExportId: exportId },
  )
  return { exportId, eventId: String(eventId) }
}

/** The customer, locked: of two that ask at once the second finds what the first has asked for. */
async function exportedCustomer(
  tx: Tx,
  viewer: KnownViewer,
  given: string | null | undefined,
): Promise<string> {
  if (viewer.kind === 'customer') {
    if (given !== undefined && given !== viewer.customerId)
      throw new InvalidInput('forbidden', ['customerId'])
  } else if (given === undefined) {
    throw new InvalidInput('required', ['customerId'])
  }
  const asked = viewer.kind === 'customer' ? viewer.customerId : given
  if (asked == null) throw new NotFound('customerId')
  const found = await tx.customer.findFirst({ where: { AND: [{ id: asked }, visibleCustomers(viewer)] } })
  if (found === null) throw new NotFound('customerId')
  const id = found.mergedIntoId ?? found.id
  await tx.$queryRaw`select 1 from customers where id = ${id}::uuid for no key update`
  const customer = await tx.customer.findUniqueOrThrow({ where: { id } })
  if (customer.erasedAt !== null) throw new NotFound('customerId')
  return customer.mergedIntoId ?? customer.id
}

/** What the desk has asked for does not count against the buyer, nor does what failed. */
async function assertNotTooSoon(tx: Tx, customerId: string, intervalHours: number): Promise<void> {
  const last = await tx.customerExport.findFirst({
    where: { customerId, requestedByKind: 'CUSTOMER', status: { not: 'FAILED' } },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  })
  const seconds = secondsToWait(last?.createdAt ?? null, intervalHours, now())
  if (seconds > 0) throw new TooSoon(seconds)
}
