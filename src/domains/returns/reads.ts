import type { Tx } from '../../core/database.ts'
import type { Prisma } from '../../core/prisma/client.ts'
import type { ReturnDecision } from '../../core/prisma/enums.ts'
import type { ReasonPolicy, ReturnPolicy } from './policy-data.ts'
import { policyOf, reasonsFor } from './policy-data.ts'
import type { EligibilityBlock, LineFacts } from './rules.ts'
import { deadlineOf, eligibilityOf } from './rules.ts'

/** A return with all that its rules look at. */
export const withFacts = {
  items: {
    include: { orderItem: { include: { product: { select: { category: true } } } } },
    orderBy: { orderItemId: 'asc' },
  },
  refunds: { select: { amount: true } },
  policyVersion: { select: { id: true, data: true } },
} satisfies Prisma.ReturnInclude
export type ReturnWithFacts = Prisma.ReturnGetPayload<{ include: typeof withFacts }>

/** What the policy it was filed under says about a return's goods, taken together. */
export function rulesOf({ reason, items, policyVersion }: ReturnWithFacts): {
  needsInspection: boolean
  decisions: ReturnDecision[]
} {
  const policy = policyOf(policyVersion)
  const reasons = items
    .map(({ orderItem }) => reasonsFor(policy, categoryOf(orderItem)).find(({ key }) => key === reason))
    .filter((one) => one !== undefined)
  return {
    needsInspection: reasons.some((one) => one.needsInspection),
    decisions: commonDecisions(reasons),
  }
}

/** The decisions that all of the reasons allow. */
export function commonDecisions(reasons: readonly ReasonPolicy[]): ReturnDecision[] {
  const [first, ...others] = reasons
  return (first?.decisions ?? []).filter((one) => others.every(({ decisions }) => decisions.includes(one)))
}

export function categoryOf(line: { category: string | null; product: { category: string | null } | null }) {
  return line.category ?? line.product?.category ?? null
}

const deadStatuses = ['DECLINED', 'CANCELLED'] as const

/** A line of an order with all that its eligibility depends on. */
export const withLineFacts = {
  order: { select: { customerId: true, deliveredAt: true } },
  product: { select: { category: true } },
  deliveries: { select: { delivery: { select: { deliveredAt: true } } } },
  returns: {
    where: { return: { status: { notIn: [...deadStatuses] } } },
    select: { quantity: true },
  },
} satisfies Prisma.OrderItemInclude
export type Line = Prisma.OrderItemGetPayload<{ include: typeof withLineFacts }>

export function lineFactsOf({ isCancelled, quantity, returns, deliveries, order }: Line): LineFacts {
  const arrivals = deliveries
    .map(({ delivery }) => delivery.deliveredAt)
    .filter((at) => at !== null)
    .sort((one, other) => other.getTime() - one.getTime())
  return {
    isCancelled,
    left: Math.max(0, quantity - returns.reduce((sum, one) => sum + one.quantity, 0)),
    // The parcel that came last: the buyer has all of the line only then.
    deliveredAt: arrivals[0] ?? order.deliveredAt,
  }
}

/** What a reason of the policy means for one line now. */
export interface ReasonForLine {
  readonly reason: ReasonPolicy
  readonly deadline: Date | null
  readonly blockedBy: readonly EligibilityBlock[]
  /** The kinds of required documents of which the customer has uploaded none that is free. */
  readonly missing: ReadonlySet<string>
}

export function reasonsOfLine(
  policy: ReturnPolicy,
  line: Line,
  free: ReadonlySet<string>,
  now: Date,
): ReasonForLine[] {
  const facts = lineFactsOf(line)
  return reasonsFor(policy, categoryOf(line)).map((reason) => ({
    reason,
    deadline: deadlineOf(facts, reason),
    blockedBy: eligibilityOf(facts, reason, now),
    missing: new Set(reason.documents.map(({ kind }) => kind).filter((kind) => !free.has(kind))),
  }))
}

/** Which kinds of documents a customer has uploaded that are not part of anything yet. */
export async function freeDocumentKinds(
  { attachment }: Pick<Tx, 'attachment'>,
  customerId: string,
): Promise<ReadonlySet<string>> {
  const rows = await attachment.findMany({
    where: {
      customerId,
      messageId: null,
      returnId: null,
      documentKind: { not: null },
      uploadedAt: { not: null },
      status: { in: ['PENDING', 'CLEAN'] },
    },
    select: { documentKind: true },
    distinct: ['documentKind'],
  })
  return new Set(rows.map(({ documentKind }) => documentKind ?? ''))
}
