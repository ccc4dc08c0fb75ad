import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import { clearDueAll, setDueAll } from '../../../events/due.ts'
import type { NewEvent } from '../../../events/log.ts'
import { appendAll, systemActor } from '../../../events/log.ts'
import { isLate, isOnItsWay, lateCheckAt } from '../rules.ts'

/** Sets the timers of promises that were told anew. */
export async function setLateChecks(
  tx: Tx,
  parcels: readonly { readonly id: string; readonly promisedTo: Date | null }[],
): Promise<void> {
  const checks = parcels.map(({ id, promisedTo }) => ({
    subjectId: id,
    dueAt: lateCheckAt(promisedTo, now()),
  }))
  await setDueAll(
    tx,
    'delivery.late',
    checks.filter((check): check is { subjectId: string; dueAt: Date } => check.dueAt !== null),
  )
  await clearDueAll(
    tx,
    'delivery.late',
    checks.filter(({ dueAt }) => dueAt === null).map(({ subjectId }) => subjectId),
  )
}

/**
 * The promised time of a parcel has passed. It is news only if the parcel is on its way at this moment: then the log
 * says so, once for each promise, and a problem is opened unless there is one already.
 */
async function checkLate(tx: Tx, deliveryId: string): Promise<void> {
  await tx.$queryRaw`select 1 from deliveries where id = ${deliveryId}::uuid for no key update`
  const parcel = await tx.delivery.findUnique({ where: { id: deliveryId } })
  if (parcel === null || !isLate(parcel.promisedTo, parcel, now()) || !isOnItsWay(parcel)) return
  const { orderId, customerId } = parcel
  await tx.delivery.update({ where: { id: deliveryId }, data: { isLate: true } })
  const problemId = newId()
  const { count } = await tx.deliveryProblem.createMany({
    data: [{ id: problemId, deliveryId, kind: 'LATE', reportedBy: 'SYSTEM' }],
    skipDuplicates: true,
  })
  const reported: NewEvent = {
    type: 'delivery.problemReported',
    subjects: { customerId },
    data: { deliveryId, problemId, kind: 'LATE' },
  }
  await appendAll(tx, systemActor, [
    { type: 'delivery.late', subjects: { customerId }, data: { deliveryId, orderId } },
    ...(count === 0 ? [] : [reported]),
  ])
}

/** The timers of parcels. */
export const deliveryTimers = { 'delivery.late': checkLate }
