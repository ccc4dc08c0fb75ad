import { builder } from '../../../graphql/builder.ts'
import type { Landed } from '../../../graphql/cursor.ts'
import { payloadType } from '../../../graphql/cursor.ts'

/** A payload with the suggestion as it is after the change. */
export function suggestionPayload<T extends Landed & { suggestionId: string }>(
  name: string,
  description: string,
) {
  const ref = payloadType<T>(name, description)
  builder.objectFields(ref, (t) => ({
    suggestion: t.prismaField({
      description: 'The suggestion as it is now.',
      type: 'Suggestion',
      resolve: async (query, { suggestionId }, _args, { desk }) =>
        await desk.database.prisma.suggestion.findUniqueOrThrow({ ...query, where: { id: suggestionId } }),
    }),
  }))
  return ref
}
