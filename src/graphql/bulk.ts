import type { ObjectRef } from '@pothos/core'
import { InvalidInput, type Problem } from '../core/problems.ts'
import { builder } from './builder.ts'

type ProblemClass = abstract new (...values: never[]) => Problem

/** The payload of a bulk mutation: each item's own result, in the order of the input. */
export function bulkPayloadType<Item extends object>(
  name: string,
  item: {
    name: string
    payload: ObjectRef<typeof builder.$inferSchemaTypes, Item>
    problems?: readonly ProblemClass[]
  },
) {
  const Result = builder.errorUnion(`${item.name}Result`, {
    description: 'The result of one item. New members may appear.',
    types: [item.payload, InvalidInput, ...(item.problems ?? [])] as never,
    resolveType: () => `${item.name}Payload`,
  })
  return builder.objectRef<{ results: readonly (Item | Problem)[] }>(name).implement({
    description: 'Each item’s own result.',
    fields: (t) => ({
      results: t.field({
        description: 'In the order of the input.',
        type: [Result],
        resolve: ({ results }) => results as never,
      }),
    }),
  })
}
