import { builder } from '../../../graphql/builder.ts'
import { factType } from '../../../graphql/events.ts'
import { findSuggestion, SuggestionStatusEnum } from './type.ts'

/** A type of fact about a suggestion, which is shown as it is now. */
function suggestionFactType<T extends 'suggestion.submitted' | 'suggestion.statusChanged'>(
  type: T,
  name: string,
  description: string,
) {
  const ref = factType(type, name, description)
  builder.objectFields(ref, (t) => ({
    suggestion: t.prismaField({
      description: 'The suggestion as it is now; null if the viewer may no longer see it.',
      type: 'Suggestion',
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findSuggestion(context, query, { id: event.data.suggestionId }),
    }),
  }))
  return ref
}

suggestionFactType(
  'suggestion.submitted',
  'SuggestionSubmitted',
  'A suggestion was made. Told to its author only.',
)

builder.objectFields(
  suggestionFactType(
    'suggestion.statusChanged',
    'SuggestionStatusChanged',
    'Something became of a suggestion. Told to its author only.',
  ),
  // One selection may meet the facts of all domains: a field of one name has one type in all of them.
  (t) => ({
    fromSuggestionStatus: t.field({
      description: 'Before.',
      type: SuggestionStatusEnum,
      resolve: ({ event }) => event.data.from,
    }),
    toSuggestionStatus: t.field({
      description: 'After.',
      type: SuggestionStatusEnum,
      resolve: ({ event }) => event.data.to,
    }),
    duplicateOf: t.prismaField({
      description: 'The one that says the same; null unless it became a DUPLICATE.',
      type: 'Suggestion',
      nullable: true,
      resolve: async (query, { event }, _args, context) => {
        const id = event.data.duplicateOfId
        return await findSuggestion(context, query, id === null ? null : { id })
      },
    }),
  }),
)
