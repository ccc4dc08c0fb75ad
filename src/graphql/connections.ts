import type { InterfaceRef, ObjectRef } from '@pothos/core'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import type { Keyset, Page, PageArguments } from './keyset.ts'
import { encodeCursor, maxPageSize, pageOf } from './keyset.ts'

/** One page of rows, as the connection types show it. */
export interface Connection<Row> {
  readonly edges: readonly { readonly cursor: string; readonly node: Row }[]
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  /** Where to go on, when that is further than the last row. */
  readonly endCursor?: string
  /** Counts all rows of the list up to a cap; asked only when selected. */
  readonly count: ((limit: number) => Promise<number>) | null
}

/** Where the planner finds the rows of a connection in a selection. */
export const nodePaths = [['nodes'], ['edges', 'node']]
const nodePathSegments = [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]]

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
      description:
        'The cursor of the last row; null on an empty page. Of `events`: where to go on, on an empty page too.',
      nullable: true,
      resolve: ({ edges, endCursor }) => endCursor ?? edges.at(-1)?.cursor ?? null,
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

type NodeRef<Row> =
  | ObjectRef<typeof builder.$inferSchemaTypes, Row>
  | InterfaceRef<typeof builder.$inferSchemaTypes, Row>

/** The shared connection type of one node type. */
export function connectionType<Row extends object>(name: string, node: NodeRef<Row>) {
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

/**
 * A paged list of rows related to a parent, as part of the parent's own statement: any number of parents costs the
 * same number of statements. `among` is the policy of the rows, and what else narrows them. Spread into a field of a
 * Prisma object: `t.field({ description, type: OrderConnection, ...relatedRows({ … }) })`.
 */
export function relatedRows<Row>(list: {
  readonly relation: string
  readonly type: string
  readonly keyset: Keyset<Row>
  readonly among: (context: Context) => object
}) {
  const { relation, type, keyset, among } = list
  return {
    args: pageArguments,
    select: (args: PageArguments, context: Context, nested: unknown) => {
      const page = pageOf(keyset, args)
      const where = { AND: [among(context), page.where] }
      const nest = nested as (query: object, path: object) => object
      const path = { getType: () => type, paths: nodePathSegments }
      // What cursors are made of, for a selection that asks for no node.
      const select = Object.fromEntries(keyset.keys.map(({ field }) => [field, true]))
      return { [relation]: nest({ where, orderBy: page.orderBy, take: page.take, select }, path) } as never
    },
    resolve: (parent: object, args: PageArguments): Connection<Row> =>
      connectionOf(pageOf(keyset, args), (parent as Record<string, Row[]>)[relation] ?? []),
  }
}
