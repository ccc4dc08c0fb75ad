import { createHash } from 'node:crypto'
import type { KnownViewer } from '../auth/viewer.ts'
import type { Tx } from '../core/database.ts'
import { IdempotencyConflict } from '../core/problems.ts'
import { customerKey, viewerKey } from './acting.ts'

/** What a creating mutation answers again for the same key: ids only, read anew on each answer. */
export type StoredResult = Readonly<Record<string, string | null>>

/** How long keys are kept at least. */
const keyLifetimeHours = 48

/**
 * Runs a creating mutation once per key and viewer: a retry gets the stored result, the same key with another input
 * an IdempotencyConflict. Without a key it simply runs. Two at once: the second waits for the first's commit.
 */
export async function once<T extends StoredResult>(
  tx: Tx,
  viewer: KnownViewer,
  mutation: string,
  { key, input }: { key: string | null; input: unknown },
  work: () => Promise<T>,
): Promise<T> {
  if (key === null) return await work()
  const viewerId = viewerKey(viewer)
  const digest = createHash('sha256').update(JSON.stringify(input)).digest()
  const claimed = await tx.$executeRaw`
    insert into idempotency_keys (viewer_id, mutation, key, digest, result)
    values (${viewerId}, ${mutation}, ${key}, ${digest}, '{}'::jsonb) on conflict do nothing`
  const where = { viewerId_mutation_key: { viewerId, mutation, key } }
  if (claimed === 0) {
    const stored = await tx.idempotencyKey.findUniqueOrThrow({ where })
    if (!digest.equals(stored.digest)) throw new IdempotencyConflict('idempotencyKey')
    return stored.result as T
  }
  const result = await work()
  await tx.idempotencyKey.update({ where, data: { result } })
  return result
}

/** A guest's keys become those of the customer it is now, so that a retry after login gets the stored result too. */
export async function moveKeys(
  tx: Tx,
  from: { customerId: string },
  into: { customerId: string },
): Promise<void> {
  const [fromKey, intoKey] = [from, into].map(({ customerId }) => customerKey(customerId))
  await tx.$executeRaw`
    update idempotency_keys as moving set viewer_id = ${intoKey} where viewer_id = ${fromKey} and not exists (
      select 1 from idempotency_keys as own
      where own.viewer_id = ${intoKey} and own.mutation = moving.mutation and own.key = moving.key)`
}

/** The one row of the sweep's own timer. */
const sweepId = '00000000-0000-7000-8000-000000000001'
const sweepEveryHours = 1

/** Forgets keys past their lifetime, and sets the next sweep. */
export async function sweepIdempotencyKeys(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    delete from idempotency_keys where created_at < now() - make_interval(hours => ${keyLifetimeHours}::int)`
  await scheduleSweep(tx)
}

/** Sets the sweep's timer unless it is set: called at each start. */
export async function scheduleSweep(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    insert into due (kind, subject_id, due_at)
    values ('idempotency.sweep', ${sweepId}::uuid, now() + make_interval(hours => ${sweepEveryHours}::int))
    on conflict do nothing`
}
