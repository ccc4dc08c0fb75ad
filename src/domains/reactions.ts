import type { Consumer } from '../events/consume.ts'
import { complaintReaction } from './complaints/reactions.ts'
import { ticketReaction } from './messages/reactions.ts'
import { suggestionReaction } from './suggestions/reactions.ts'

/** What is done because of what happened, on one of many nodes. */
export const reactions: readonly Consumer[] = [ticketReaction, complaintReaction, suggestionReaction]
