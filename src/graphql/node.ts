import { queryFromInfo } from '@pothos/plugin-prisma'
import type { GraphQLResolveInfo } from 'graphql'
import type { IdKind } from '../core/ids.ts'
import { decodeId } from '../core/ids.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { topLevelError } from './errors.ts'

export const idDescription = 'A readable prefix and a UUID; opaque to clients.'

export const Node = builder.interfaceRef<{ id: string }>('Node').implement({
  description: 'An object with an id that is unique over everything.',
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => id }),
  }),
})

/** The part of a Prisma call that the selection asks for. */
export type Selection = object
type FindOne = (query: Selection, context: Context, id: string) => Promise<object | null>

const finders = new Map<IdKind, FindOne>()

/** Makes a type reachable by `node`: `find` reads one by UUID through the viewer's policy. */
export function findNodesBy(kind: IdKind, find: FindOne): void {
  finders.set(kind, find)
}

/** The object of a public id as the viewer may see it, with what the selection asks for; else null. */
export async function resolveNode(id: string, context: Context, info: GraphQLResolveInfo) {
  const decoded = decodeId(id)
  const find = decoded === null ? undefined : finders.get(decoded.kind)
  if (decoded === null || find === undefined) return null
  const row = await find(queryFromInfo({ context, info, typeName: decoded.kind }), context, decoded.id)
  return row === null ? null : { ...row, __typename: decoded.kind }
}

const maxNodes = 100

builder.queryFields((t) => ({
  node: t.field({
    description: 'Any object by id. Null when there is none, or none that the viewer may see.',
    type: Node,
    nullable: true,
    args: { id: t.arg.id({ description: 'The id, of any type.' }) },
    resolve: async (_root, { id }, context, info) =>
      (await resolveNode(id, context, info)) as { id: string } | null,
  }),
  nodes: t.field({
    description: `Objects by ids, at most ${maxNodes}, in the order asked for. Null where \`node\` would give null.`,
    type: [Node],
    nullable: { list: false, items: true },
    args: { ids: t.arg.idList({ description: `The ids, at most ${maxNodes}.` }) },
    resolve: async (_root, { ids }, context, info) => {
      if (ids.length > maxNodes)
        throw topLevelError('BAD_USER_INPUT', `ids: at most ${maxNodes} are allowed.`)
      return (await Promise.all(ids.map((id) => resolveNode(id, context, info)))) as ({ id: string } | null)[]
    },
  }),
}))
