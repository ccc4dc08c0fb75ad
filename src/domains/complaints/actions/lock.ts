import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Money } from '../../../core/money.ts'
import type { Complaint, PolicyVersion, Prisma } from '../../../core/prisma/client.ts'
import type { ComplaintResolution, ComplaintStatus } from '../../../core/prisma/enums.ts'
import { NotFound } from '../../../core/problems.ts'
import { clearDue, setDue } from '../../../events/due.ts'
import type { Actor } from '../../../events/log.ts'
import { append } from '../../../events/log.ts'
import { visibleComplaints } from '../policy.ts'
import { complaintsPolicy } from '../policy-data.ts'
import type { ComplaintAction } from '../rules.ts'
import { afterDays } from '../rules.ts'

/** What every change of a complaint answers: the complaint, and where in the log the write landed. */
export interface ComplaintChange {
  readonly complaintId: string
  readonly eventId: bigint
}

export interface OnComplaint {
  readonly complaintId: string | null
  readonly expectedVersion: number | null
}

/** A complaint with the rules that were in force when it was filed. */
export type Ruled = Complaint & { readonly policyVersion: PolicyVersion | null }

/**
 * The complaint as the viewer may see it, its row locked until the transaction ends.
 * @throws NotFound
 */
export async function lockComplaint(
  tx: Tx,
  viewer: KnownViewer,
  complaintId: string | null,
  path: string,
): Promise<Ruled> {
  const complaint = complaintId === null ? null : await lockAmong(tx, complaintId, visibleComplaints(viewer))
  if (complaint === null) throw new NotFound(path)
  return complaint
}

/** The complaint if it is among those, its row locked first: what is read is what it stays. */
export async function lockAmong(
  tx: Tx,
  id: string,
  among: Prisma.ComplaintWhereInput,
): Promise<Ruled | null> {
  await tx.$queryRaw`select 1 from complaints where id = ${id}::uuid for no key update`
  return await tx.complaint.findFirst({
    where: { AND: [{ id }, among] },
    include: { policyVersion: true },
  })
}

export interface Move {
  readonly to: ComplaintStatus
  readonly cause: ComplaintAction | 'DISPUTE_WINDOW'
  readonly resolution?: ComplaintResolution
  readonly relief?: Money | null
}

/** Sets what a change of status brings with it, its timers too, and appends the event. */
export async function moveComplaint(tx: Tx, actor: Actor, complaint: Ruled, move: Move): Promise<bigint> {
  const { id, ticketId, customerId } = complaint
  const at = now()
  await tx.complaint.update({
    where: { id },
    data: {
      status: move.to,
      version: { increment: 1 },
      ...(move.resolution === undefined ? {} : outcomeColumns(move.resolution, move.relief ?? null, at)),
      ...(move.to === 'RESOLVED' ? await startDisputeWindow(tx, complaint, at) : {}),
      ...(move.to === 'CLOSED' ? { closedAt: at } : {}),
    },
    select: { id: true },
  })
  if (complaint.status === 'RESOLVED') await clearDue(tx, 'complaint.close', id)
  return await append(
    tx,
    'complaint.statusChanged',
    actor,
    { ticketId, customerId },
    {
      complaintId: id,
      from: complaint.status,
      to: move.to,
      cause: move.cause,
      resolution: move.resolution ?? null,
    },
  )
}

function outcomeColumns(resolution: ComplaintResolution, relief: Money | null, at: Date) {
  return {
    resolution,
    resolvedAt: at,
    reliefAmount: relief?.amount ?? null,
    currencyCode: relief?.currencyCode ?? null,
  }
}

/** The answer is there: its clock stops, and the time to dispute it begins. Imported ones come under the present rules. */
async function startDisputeWindow(tx: Tx, { id, policyVersion }: Ruled, at: Date) {
  await clearDue(tx, 'complaint.answer', id)
  const policy =
    policyVersion === null
      ? await complaintsPolicy.at(tx, at)
      : { version: policyVersion, data: complaintsPolicy.read(policyVersion.data) }
  await setDue(tx, 'complaint.close', id, afterDays(at, policy.data.disputeWithinDays))
  return { policyVersionId: policy.version.id }
}

/** Until when the answer can be disputed; null when it cannot be: not answered, judged already, or imported history. */
export function disputableUntil(
  complaint: Pick<Ruled, 'status' | 'resolvedAt'> & { readonly policyVersion: { data: unknown } | null },
): Date | null {
  const { status, resolvedAt, policyVersion } = complaint
  if (status !== 'RESOLVED' || resolvedAt === null || policyVersion === null) return null
  return afterDays(resolvedAt, complaintsPolicy.read(policyVersion.data).disputeWithinDays)
}
