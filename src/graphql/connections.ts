import type { ObjectRef } from '@pothos/core'
import { builder } from './builder.ts'
import type { Page } from './keyset.ts'
import { encodeCursor, maxPageSize } from './keyset.ts'

/** One page of rows, as the connection types show it. */
export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  /** Counts all rows of the list up to a cap; asked only when selected. */
  readonly count: ((limit: number) => Promise<number>) | null
}

/** Where the planner finds the rows of a connection in a selection. */
export const nodePaths = [['nodes'], ['edges', 'node']]
export const nodePathSegments = [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]]

/** Turns the rows of a page, one more than asked for, into the connection. */
export function connectionOf<Row>(
  page: Page<Row>,
  found: readonly Row[],
  count: Connection<Row>['count'] = null,
): Connection<Row> {
  const hasMore = found.length > page.size
  const rows = found.slice(0, page.size)
  if (page.isBackward) rows.reverse()
  return {
    edges: rows.map((node) => ({ cursor: encodeCursor(page.keyset, node), node })),
    hasNextPage: page.isBackward ? page.hasCursor : hasMore,
    hasPreviousPage: page.isBackward ? hasMore : page.hasCursor,
    count,
  }
}

const PageInfo = builder.objectRef<Connection<unknown>>('PageInfo').implement({
  description: 'Where a page stands in its list.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNextPage', { description: 'True if there are rows after this page.' }),
    hasPreviousPage: t.exposeBoolean('hasPreviousPage', {
      description: 'True if there are rows before this page.',
    }),
    startCursor: t.string({
      description: 'The cursor of the first row; null on an empty page.',
      nullable: true,
      resolve: ({ edges }) => edges[0]?.cursor ?? null,
    }),
    endCursor: t.string({
      description: 'The cursor of the last row; null on an empty page.',
      nullable: true,
      resolve: ({ edges }) => edges.at(-1)?.cursor ?? null,
    }),
  }),
})

const countCap = 1_000

const CappedCount = builder.objectRef<{ value: number; isCapped: boolean }>('CappedCount').implement({
  description: `A count that stops at ${countCap}.`,
  fields: (t) => ({
    value: t.exposeInt('value', { description: 'How many, or the cap.' }),
    isCapped: t.exposeBoolean('isCapped', { description: 'True if there are more than `value`.' }),
  }),
})

/** The shared connection type of one node type. */
export function connectionType<Row extends object>(
  name: string,
  node: ObjectRef<typeof builder.$inferSchemaTypes, Row>,
) {
  const Edge = builder.objectRef<Connection<Row>['edges'][number]>(`${name}Edge`).implement({
    description: `A place in a list of ${name} objects.`,
    fields: (t) => ({
      cursor: t.exposeString('cursor', {
        description: 'Where this row stands: pass it as `after` or `before`.',
      }),
      node: t.field({ description: 'The row.', type: node, resolve: (edge) => edge.node as never }),
    }),
  })
  return builder.objectRef<Connection<Row>>(`${name}Connection`).implement({
    description: `A page of a list of ${name} objects.`,
    fields: (t) => ({
      edges: t.field({
        description: 'The rows with their cursors.',
        type: [Edge],
        resolve: ({ edges }) => [...edges],
      }),
      nodes: t.field({
        description: 'The rows.',
        type: [node],
        resolve: ({ edges }) => edges.map((edge) => edge.node) as never,
      }),
      pageInfo: t.field({ description: 'Where this page stands.', type: PageInfo, resolve: (page) => page }),
      totalCount: t.field({
        description: `How many rows the whole list has, up to ${countCap}. Null where no index answers it.`,
        type: CappedCount,
        nullable: true,
        resolve: async ({ count }) => {
          if (count === null) return null
          const value = await count(countCap + 1)
          return { value: Math.min(value, countCap), isCapped: value > countCap }
        },
      }),
    }),
  })
}

/** The paging arguments of every list, for use in a field's `args`. */
export const pageArguments = {
  first: builder.args((t) => ({
    first: t.int({
      required: false,
      description: `How many from the start, 1–${maxPageSize}; 20 when neither is given.`,
    }),
    after: t.string({ required: false, description: 'Only rows after this cursor.' }),
    last: t.int({
      required: false,
      description: `How many from the end, 1–${maxPageSize}. Not together with \`first\`.`,
    }),
    before: t.string({ required: false, description: 'Only rows before this cursor.' }),
  })),
}.first
