import type { KnownViewer } from '../../auth/viewer.ts'
import { now } from '../../core/clock.ts'
import { newId } from '../../core/ids.ts'
import type { PolicyKind } from '../../core/prisma/enums.ts'
import { InvalidInput } from '../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../core/text.ts'
import { actorOf } from '../../events/acting.ts'
import type { Desk } from '../../events/desk.ts'
import { once } from '../../events/idempotency.ts'
import { append } from '../../events/log.ts'
import { transact } from '../../events/transact.ts'
import { checkPolicyData } from './kinds.ts'

export interface PolicyInput {
  readonly kind: PolicyKind
  /** Null: from now on. */
  readonly validFrom: Date | null
  readonly source: string
  readonly data: unknown
  readonly idempotencyKey: string | null
}

const maxSourceLength = 2_000

/** Publishes the next version of a policy. What was decided by an earlier one stays decided by it. */
export async function publishPolicy(desk: Desk, viewer: KnownViewer, input: PolicyInput) {
  const { kind } = input
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  const source = checkText(input.source, ['source'], maxSourceLength)
  const data = checkPolicyData(kind, input.data)
  return await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'policyPublish', { key, input }, async () => {
      // Versions of a kind are counted without gaps: one publisher at a time.
      await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`policy ${kind}`}, 0))::text`
      const at = now()
      const validFrom = input.validFrom ?? at
      // Rules for what has already been decided would contradict the decisions.
      if (validFrom < at) throw new InvalidInput('past', ['validFrom'])
      const { _max: last } = await tx.policyVersion.aggregate({ where: { kind }, _max: { version: true } })
      const version = (last.version ?? 0) + 1
      const { id } = await tx.policyVersion.create({
        data: { id: newId(), kind, version, validFrom, source, data },
      })
      const facts = { policyVersionId: id, kind, version }
      const eventId = await append(tx, 'policy.published', actorOf(viewer), {}, facts)
      return { policyVersionId: id, eventId: String(eventId) }
    })
    return { policyVersionId: stored.policyVersionId, eventId: BigInt(stored.eventId) }
  })
}
