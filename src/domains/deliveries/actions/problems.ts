import type { CustomerViewer, OperatorViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { DeliveryProblemKind } from '../../../core/prisma/enums.ts'
import { NotFound } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { once } from '../../../events/idempotency.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { visibleDeliveries } from '../policy.ts'

type PersonViewer = CustomerViewer | OperatorViewer

export interface ProblemReport {
  readonly deliveryId: string | null
  readonly kind: DeliveryProblemKind
  readonly description: string | null
  readonly idempotencyKey: string | null
}
export interface ProblemChanged {
  readonly problemId: string
  readonly eventId: bigint | null
}
export const maxDescription = 2_000

/** Says that something is wrong with a parcel. While a problem of the kind is open, reporting again gives that one. */
export async function reportProblem(
  desk: Desk,
  viewer: PersonViewer,
  report: ProblemReport,
): Promise<ProblemChanged & { readonly isNew: boolean }> {
  const { deliveryId, kind } = report
  const description = checkOptionalText(report.description, ['description'], maxDescription)
  const key =
    report.idempotencyKey === null
      ? null
      : checkText(report.idempotencyKey, ['idempotencyKey'], textLimits.key)
  return await transact(desk, async (tx) => {
    const input = { deliveryId, kind, description }
    let reported = { isNew: false, eventId: null as bigint | null }
    const { problemId } = await once(tx, viewer, 'deliveryProblemReport', { key, input }, async () => {
      const made = await openProblem(tx, viewer, input)
      reported = made
      return { problemId: made.problemId }
    })
    // A stored answer may be of a time when the viewer saw the parcel.
    const visible = { id: problemId, delivery: visibleDeliveries(viewer) }
    if ((await tx.deliveryProblem.findFirst({ where: visible })) === null) throw new NotFound('deliveryId')
    return { problemId, ...reported }
  })
}

async function openProblem(
  tx: Tx,
  viewer: PersonViewer,
  { deliveryId, kind, description }: Omit<ProblemReport, 'idempotencyKey'>,
) {
  if (deliveryId === null) throw new NotFound('deliveryId')
  await tx.$queryRaw`select 1 from deliveries where id = ${deliveryId}::uuid for no key update`
  const parcel = await tx.delivery.findFirst({
    where: { AND: [{ id: deliveryId }, visibleDeliveries(viewer)] },
    select: { customerId: true },
  })
  if (parcel === null) throw new NotFound('deliveryId')
  const open = await tx.deliveryProblem.findFirst({ where: { deliveryId, kind, resolvedAt: null } })
  if (open !== null) return { problemId: open.id, isNew: false, eventId: null }
  const problemId = newId()
  const { kind: reportedBy } = actorOf(viewer)
  await tx.deliveryProblem.create({ data: { id: problemId, deliveryId, kind, description, reportedBy } })
  const subjects = { customerId: parcel.customerId }
  const data = { deliveryId, problemId, kind }
  const eventId = await append(tx, 'delivery.problemReported', actorOf(viewer), subjects, data)
  return { problemId, isNew: true, eventId }
}

/** Says that a problem is settled. Saying it again changes nothing. */
export async function resolveProblem(
  desk: Desk,
  viewer: OperatorViewer,
  problemId: string | null,
): Promise<ProblemChanged> {
  return await transact(desk, async (tx) => {
    if (problemId === null) throw new NotFound('problemId')
    await tx.$queryRaw`select 1 from delivery_problems where id = ${problemId}::uuid for no key update`
    const problem = await tx.deliveryProblem.findFirst({
      where: { id: problemId, delivery: visibleDeliveries(viewer) },
      include: { delivery: { select: { customerId: true } } },
    })
    if (problem === null) throw new NotFound('problemId')
    if (problem.resolvedAt !== null) return { problemId, eventId: null }
    await tx.deliveryProblem.update({ where: { id: problemId }, data: { resolvedAt: now() } })
    const { deliveryId, kind, delivery } = problem
    const subjects = { customerId: delivery.customerId }
    const data = { deliveryId, problemId, kind }
    const eventId = await append(tx, 'delivery.problemResolved', actorOf(viewer), subjects, data)
    return { problemId, eventId }
  })
}
