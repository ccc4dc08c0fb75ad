import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Suggestion } from '../../../core/prisma/client.ts'
import { NotFound } from '../../../core/problems.ts'
import { visibleSuggestions } from '../policy.ts'

/** What every change of a suggestion answers: the suggestion, and where in the log the write landed. */
export interface SuggestionChange {
  readonly suggestionId: string
  /** Null: nothing had to be written. */
  readonly eventId: bigint | null
}

/**
 * A suggestion as the viewer may see it, and another one if it is there, both locked until the transaction ends: in
 * the order of their ids, so that nobody waits in a circle.
 * @throws NotFound
 */
export async function lockSuggestion(
  tx: Tx,
  viewer: KnownViewer,
  suggestionId: string | null,
  otherId: string | null = null,
): Promise<{ suggestion: Suggestion; other: Suggestion | null }> {
  if (suggestionId === null) throw new NotFound('suggestionId')
  const ids = otherId === null ? [suggestionId] : [suggestionId, otherId]
  await tx.$queryRaw`select 1 from suggestions where id = any(${ids}::uuid[]) order by id for no key update`
  const rows = await tx.suggestion.findMany({
    where: { AND: [{ id: { in: ids } }, visibleSuggestions(viewer)] },
  })
  const suggestion = rows.find(({ id }) => id === suggestionId)
  if (suggestion === undefined) throw new NotFound('suggestionId')
  return { suggestion, other: rows.find(({ id }) => id === otherId) ?? null }
}
