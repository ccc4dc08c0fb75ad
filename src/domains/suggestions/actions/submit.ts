import type { CustomerViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Language } from '../../../core/prisma/enums.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { once } from '../../../events/idempotency.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { openingCustomer } from '../../messages/actions/open.ts'
import type { SuggestionChange } from './lock.ts'

export interface SubmitInput {
  readonly title: string
  readonly text: string
  readonly language: Language
  readonly idempotencyKey: string | null
}

/** Makes a suggestion of the buyer's. Retries with one `idempotencyKey` make one suggestion. */
export async function submitSuggestion(
  desk: Desk,
  viewer: CustomerViewer,
  input: SubmitInput,
): Promise<SuggestionChange> {
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  const columns = {
    title: checkText(input.title, ['title'], textLimits.subject),
    text: checkText(input.text, ['text'], textLimits.message),
    language: input.language,
  }
  return await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'suggestionSubmit', { key, input }, async () => {
      return await writeSuggestion(tx, viewer, columns)
    })
    return { suggestionId: stored.suggestionId, eventId: BigInt(stored.eventId) }
  })
}

async function writeSuggestion(
  tx: Tx,
  viewer: CustomerViewer,
  columns: { title: string; text: string; language: Language },
) {
  const customerId = await openingCustomer(tx, viewer, undefined)
  const { id: suggestionId } = await tx.suggestion.create({
    data: { id: newId(), customerId, ...columns, createdAt: now() },
    select: { id: true },
  })
  const eventId = await append(tx, 'suggestion.submitted', actorOf(viewer), { customerId }, { suggestionId })
  return { suggestionId, eventId: String(eventId) }
}
