import type { CustomerViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import { NotEligible } from '../../../core/problems.ts'
import { nextState } from '../../../core/transitions.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { blocksOf, transitions } from '../rules.ts'
import type { SuggestionChange } from './lock.ts'
import { lockSuggestion } from './lock.ts'

/** Votes for a suggestion of somebody else's. Voting again changes nothing. */
export async function voteForSuggestion(desk: Desk, viewer: CustomerViewer, suggestionId: string | null) {
  return await changeVote(desk, viewer, suggestionId, 'VOTE')
}

/** Takes the vote back. Without one nothing changes. */
export async function unvoteSuggestion(desk: Desk, viewer: CustomerViewer, suggestionId: string | null) {
  return await changeVote(desk, viewer, suggestionId, 'UNVOTE')
}

/** The suggestion's lock makes the count and its votes one: they change together or not at all. */
async function changeVote(
  desk: Desk,
  viewer: CustomerViewer,
  suggestionId: string | null,
  action: 'VOTE' | 'UNVOTE',
): Promise<SuggestionChange> {
  return await transact(desk, async (tx) => {
    const { suggestion } = await lockSuggestion(tx, viewer, suggestionId)
    const { id, customerId } = suggestion
    nextState(transitions, suggestion.status, action, 'CUSTOMER')
    if (blocksOf(viewer, suggestion).length > 0) throw new NotEligible(['ownSuggestion'], ['suggestionId'])
    const changed = await writeVote(tx, id, viewer.customerId, action)
    if (changed === 0) return { suggestionId: id, eventId: null }
    const { voteCount } = await tx.suggestion.update({
      where: { id },
      data: { voteCount: { increment: action === 'VOTE' ? changed : -changed } },
      select: { voteCount: true },
    })
    const facts = { suggestionId: id, hasVoted: action === 'VOTE', voteCount }
    const eventId = await append(tx, 'suggestion.voted', actorOf(viewer), { customerId }, facts)
    return { suggestionId: id, eventId }
  })
}

/** How many votes it changed: one or none. */
async function writeVote(tx: Tx, id: string, customerId: string, action: 'VOTE' | 'UNVOTE') {
  return action === 'VOTE'
    ? await tx.$executeRaw`
        insert into suggestion_votes (suggestion_id, customer_id) values (${id}::uuid, ${customerId}::uuid)
        on conflict do nothing`
    : await tx.$executeRaw`
        delete from suggestion_votes where suggestion_id = ${id}::uuid and customer_id = ${customerId}::uuid`
}
