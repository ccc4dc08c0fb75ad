import type { Tx } from '../../core/database.ts'
import type { LogEvent } from '../../events/catalog.ts'
import { isEvent } from '../../events/catalog.ts'
import type { Consumer } from '../../events/consume.ts'
import { append } from '../../events/log.ts'

/** What a guest has suggested becomes the customer's it is now. */
export const suggestionReaction: Consumer = {
  name: 'suggestions',
  types: ['customer.linked'],
  async handle(tx, events) {
    for (const event of events) {
      if (isEvent(event, 'customer.linked') && event.customerId !== null) {
        await moveSuggestions(tx, event, event.customerId)
      }
    }
  },
}

async function moveSuggestions(tx: Tx, event: LogEvent<'customer.linked'>, guestId: string): Promise<void> {
  const { intoId } = event.data
  const moved = await tx.$queryRaw<{ id: string }[]>`
    select id from suggestions where customer_id = ${guestId}::uuid order by id for no key update`
  if (moved.length === 0) return
  const ids = moved.map(({ id }) => id)
  await tx.suggestion.updateMany({ where: { id: { in: ids } }, data: { customerId: intoId } })
  // Who logs in may have voted for the guest's before: nobody's vote is for their own.
  const withdrawn = await tx.$queryRaw<{ id: string; voteCount: number }[]>`
    with gone as (
      delete from suggestion_votes
      where suggestion_id = any(${ids}::uuid[]) and customer_id = ${intoId}::uuid returning suggestion_id)
    update suggestions set vote_count = vote_count - 1 from gone where id = suggestion_id
    returning id, vote_count as "voteCount"`
  const actor = { kind: event.actorKind, id: event.actorId }
  for (const { id, voteCount } of withdrawn) {
    const facts = { suggestionId: id, hasVoted: false, voteCount }
    await append(tx, 'suggestion.voted', actor, { customerId: intoId }, facts)
  }
}
