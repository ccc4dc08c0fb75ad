import {
  Conflict,
  IdempotencyConflict,
  IllegalTransition,
  InvalidInput,
  NotEligible,
  NotFound,
} from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { LanguageEnum } from '../../../graphql/enums.ts'
import { idOf, optionalIdOf } from '../../../graphql/input.ts'
import { customerViewer, operatorViewer } from '../../../graphql/viewer-of.ts'
import type { SuggestionChange } from '../actions/lock.ts'
import { submitSuggestion } from '../actions/submit.ts'
import { updateSuggestion } from '../actions/update.ts'
import { unvoteSuggestion, voteForSuggestion } from '../actions/vote.ts'
import { suggestionPayload } from './payload.ts'
import { SuggestionStatusEnum } from './type.ts'

const payload = (name: string, description: string) =>
  suggestionPayload<SuggestionChange>(`${name}Payload`, description)

const SuggestionSubmitInput = builder.inputType('SuggestionSubmitInput', {
  description: 'Makes a suggestion.',
  fields: (t) => ({
    title: t.string({ description: 'What it is, in a line; 1–200 characters.' }),
    text: t.string({ description: 'What it says; 1–10,000 characters.' }),
    language: t.field({ type: LanguageEnum, required: false, description: 'The viewer’s when left out.' }),
    idempotencyKey: t.string({
      required: false,
      description:
        'Chosen by the sender, up to 200 characters, kept 48 hours: retries with it make one suggestion.',
    }),
  }),
})
const SuggestionVoteInput = builder.inputType('SuggestionVoteInput', {
  description: 'Votes for a suggestion.',
  fields: (t) => ({ suggestionId: t.id({ description: 'Which.' }) }),
})
const SuggestionUnvoteInput = builder.inputType('SuggestionUnvoteInput', {
  description: 'Takes a vote back.',
  fields: (t) => ({ suggestionId: t.id({ description: 'Which suggestion it was for.' }) }),
})
const SuggestionUpdateInput = builder.inputType('SuggestionUpdateInput', {
  description: 'Says what becomes of a suggestion.',
  fields: (t) => ({
    suggestionId: t.id({ description: 'Which.' }),
    status: t.field({
      type: SuggestionStatusEnum,
      description: 'The new status; nothing leads back to OPEN.',
    }),
    duplicateOfId: t.id({
      required: false,
      description:
        'The suggestion that says the same: for DUPLICATE, and only then. One that is a DUPLICATE itself is refused (`alreadyDuplicate`; `cycle` when it leads back to this one): give the one it points to.',
    }),
    expectedVersion: t.int({
      required: false,
      description:
        'The version the client has seen; another one now gives a Conflict. Left out: not checked.',
    }),
  }),
})

const voteProblems = [NotFound, IllegalTransition, NotEligible] as const

builder.mutationFields((t) => ({
  suggestionSubmit: t.field({
    description: 'Makes a suggestion. For buyers; what a guest suggests is the customer’s after login.',
    type: payload('SuggestionSubmit', 'The new suggestion.'),
    authScopes: { buyer: true },
    args: { input: t.arg({ type: SuggestionSubmitInput, description: 'What.' }) },
    errors: { types: [InvalidInput, IdempotencyConflict, NotFound] },
    resolve: async (_root, { input }, context) =>
      await submitSuggestion(context.desk, customerViewer(context), {
        title: input.title,
        text: input.text,
        language: input.language ?? (context.locale === 'ru' ? 'RU' : 'EN'),
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
  suggestionVote: t.field({
    description:
      'Votes for a suggestion, once: voting again changes nothing. For logged-in buyers; nobody votes for their own (NotEligible, `ownSuggestion`).',
    type: payload('SuggestionVote', 'The suggestion voted for.'),
    authScopes: { customer: true },
    args: { input: t.arg({ type: SuggestionVoteInput, description: 'For which.' }) },
    errors: { types: [...voteProblems] },
    resolve: async (_root, { input }, context) =>
      await voteForSuggestion(context.desk, customerViewer(context), idOf('Suggestion', input.suggestionId)),
  }),
  suggestionUnvote: t.field({
    description: 'Takes the own vote back; without one nothing changes. For logged-in buyers.',
    type: payload('SuggestionUnvote', 'The suggestion without the vote.'),
    authScopes: { customer: true },
    args: { input: t.arg({ type: SuggestionUnvoteInput, description: 'From which.' }) },
    errors: { types: [...voteProblems] },
    resolve: async (_root, { input }, context) =>
      await unvoteSuggestion(context.desk, customerViewer(context), idOf('Suggestion', input.suggestionId)),
  }),
  suggestionUpdate: t.field({
    description:
      'Says what becomes of a suggestion. For the desk. The author is told in `customerEvents`; the votes stay where they are, a duplicate’s too.',
    type: payload('SuggestionUpdate', 'The suggestion after the change.'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: SuggestionUpdateInput, description: 'Which, and what.' }) },
    errors: { types: [NotFound, Conflict, IllegalTransition, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await updateSuggestion(context.desk, operatorViewer(context), {
        suggestionId: idOf('Suggestion', input.suggestionId),
        status: input.status,
        duplicateOfId: optionalIdOf('Suggestion', input.duplicateOfId) ?? null,
        expectedVersion: input.expectedVersion ?? null,
      }),
  }),
}))
