import SchemaBuilder, { BasePlugin, type PothosOutputFieldConfig, type SchemaTypes } from '@pothos/core'
import type { GraphQLFieldResolver } from 'graphql'
import { getDatamodel } from '../core/prisma/pothos-types.ts'

/**
 * Answers fields that need nothing but columns from a row that has them. The plugin for Prisma looks first, for each
 * field of each row, by which plan the row was loaded: half of the time that an execution takes. What is missing it
 * loads as before; the rights of a field are checked further out.
 */
const pluginName = 'loadedColumns'

declare global {
  export namespace PothosSchemaTypes {
    export interface Plugins<Types extends SchemaTypes> {
      loadedColumns: LoadedColumnsPlugin<Types>
    }
  }
}

type Row = Readonly<Record<string, unknown>>
type Resolver<Types extends SchemaTypes> = GraphQLFieldResolver<unknown, Types['Context'], object>

/** Parsed anew at each call of Prisma's. */
const { models } = getDatamodel().datamodel

class LoadedColumnsPlugin<Types extends SchemaTypes> extends BasePlugin<Types> {
  override wrapResolve(resolver: Resolver<Types>, field: PothosOutputFieldConfig<Types>): Resolver<Types> {
    if (field.kind !== 'PrismaObject') return resolver
    const { pothosPrismaModel: model } = this.buildCache.getTypeConfig(field.parentType).extensions ?? {}
    const columns = columnsOf(model, field.extensions?.['pothosPrismaSelect'])
    const resolve = field.resolve as Resolver<Types> | undefined
    if (columns === null || resolve === undefined) return resolver
    return (parent, args, context, info) => {
      for (const column of columns) {
        if ((parent as Row)[column] === undefined) return resolver(parent, args, context, info)
      }
      return resolve(parent, args, context, info)
    }
  }
}

/** The columns that a field selects; null when it selects none, or anything beside. */
function columnsOf(model: unknown, select: unknown): readonly string[] | null {
  const fields = typeof model === 'string' ? models[model]?.fields : undefined
  if (fields === undefined || typeof select !== 'object' || select === null) return null
  const names = Object.keys(select)
  const isColumn = (name: string) =>
    Reflect.get(select, name) === true &&
    fields.some((field) => field.name === name && field.kind !== 'object')
  return names.length > 0 && names.every(isColumn) ? names : null
}

SchemaBuilder.registerPlugin(pluginName, LoadedColumnsPlugin)

export default pluginName
