import type { OperatorViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Suggestion } from '../../../core/prisma/client.ts'
import type { SuggestionStatus } from '../../../core/prisma/enums.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { assertStep, assertVersion } from '../rules.ts'
import type { SuggestionChange } from './lock.ts'
import { lockSuggestion } from './lock.ts'

export interface UpdateInput {
  readonly suggestionId: string | null
  readonly status: SuggestionStatus
  /** Required for DUPLICATE, and only then. */
  readonly duplicateOfId: string | null
  readonly expectedVersion: number | null
}

/** Says what becomes of a suggestion. Its author's stream is told. */
export async function updateSuggestion(
  desk: Desk,
  viewer: OperatorViewer,
  { suggestionId, status, duplicateOfId, expectedVersion }: UpdateInput,
): Promise<SuggestionChange> {
  if (status === 'DUPLICATE' && duplicateOfId === null) throw new InvalidInput('required', ['duplicateOfId'])
  if (status !== 'DUPLICATE' && duplicateOfId !== null) throw new InvalidInput('forbidden', ['duplicateOfId'])
  return await transact(desk, async (tx) => {
    const { suggestion, other } = await lockSuggestion(tx, viewer, suggestionId, duplicateOfId)
    const { id, customerId, status: from } = suggestion
    assertVersion(suggestion, expectedVersion)
    assertStep(from, status, 'OPERATOR')
    if (duplicateOfId !== null) await assertTarget(tx, suggestion, other)
    await tx.suggestion.update({
      where: { id },
      data: { status, duplicateOfId, version: { increment: 1 } },
      select: { id: true },
    })
    const facts = { suggestionId: id, from, to: status, duplicateOfId }
    const eventId = await append(tx, 'suggestion.statusChanged', actorOf(viewer), { customerId }, facts)
    return { suggestionId: id, eventId }
  })
}

/**
 * A duplicate points to another suggestion that is none itself. Once a duplicate, always one: with both rows locked
 * no chain can be closed to a circle, by two at once either.
 */
async function assertTarget(tx: Tx, { id }: Suggestion, target: Suggestion | null): Promise<void> {
  if (target === null) throw new NotFound('duplicateOfId')
  if (target.id === id) throw new InvalidInput('cycle', ['duplicateOfId'])
  if (target.status !== 'DUPLICATE') return
  const back = await tx.$queryRaw<unknown[]>`
    with recursive chain as (
      select id, duplicate_of_id from suggestions where id = ${target.id}::uuid
      union select next.id, next.duplicate_of_id from suggestions next join chain on next.id = chain.duplicate_of_id)
    select 1 from chain where id = ${id}::uuid`
  throw new InvalidInput(back.length > 0 ? 'cycle' : 'alreadyDuplicate', ['duplicateOfId'])
}
