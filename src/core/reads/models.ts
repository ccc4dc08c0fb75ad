import type { PrismaClient } from '../prisma/client.ts'
import { getDatamodel } from '../prisma/pothos-types.ts'

/** The schema's models as SQL needs them: tables, columns, and how they are joined. */

export type ColumnType = 'String' | 'Int' | 'BigInt' | 'Boolean' | 'DateTime' | 'Bytes' | 'Json' | 'Enum'

export interface Column {
  readonly kind: 'column'
  readonly name: string
  /** Its quoted name in the table. */
  readonly sql: string
  readonly type: ColumnType
  readonly isList: boolean
}

export interface Relation {
  readonly kind: 'relation'
  readonly name: string
  readonly isList: boolean
  readonly model: Model
  /** The column of this model and the one of the other that hold the same value. */
  readonly here: Column
  readonly there: Column
}

export interface Model {
  readonly name: string
  /** Its quoted table. */
  readonly table: string
  readonly columns: readonly Column[]
  readonly fields: ReadonlyMap<string, Column | Relation>
}

interface GivenField {
  readonly name: string
  readonly kind: string
  readonly type: string
  readonly isList: boolean
  readonly isId: boolean
  readonly relationName?: string
  readonly relationFromFields?: readonly string[]
}
interface RuntimeModel {
  readonly dbName: string | null
  readonly fields: readonly { readonly name: string; readonly dbName?: string }[]
}
type Draft = Model & { readonly fields: Map<string, Column | Relation> }

const columnTypes: readonly string[] = ['String', 'Int', 'BigInt', 'Boolean', 'DateTime', 'Bytes', 'Json']
const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Of Prisma's own two descriptions: one knows the relations, the other the names in the database. */
export function modelsOf(prisma: PrismaClient): ReadonlyMap<string, Model> {
  const given = getDatamodel().datamodel.models as unknown as Record<string, { fields: GivenField[] }>
  const { models: runtime } = Reflect.get(prisma, '_runtimeDataModel') as {
    models: Record<string, RuntimeModel>
  }
  const models = new Map<string, Draft>()
  for (const [name, { fields }] of Object.entries(given)) {
    const names = new Map(runtime[name]?.fields.map((field) => [field.name, field.dbName ?? field.name]))
    const columns = fields.flatMap((field) => columnOf(field, names.get(field.name)))
    const table = quoted(runtime[name]?.dbName ?? name)
    models.set(name, {
      name,
      table,
      columns,
      fields: new Map(columns.map((column) => [column.name, column])),
    })
  }
  for (const model of models.values()) {
    for (const field of given[model.name]?.fields ?? []) {
      const relation = relationOf(field, model, models, given)
      if (relation !== null) model.fields.set(field.name, relation)
    }
  }
  return models
}

function columnOf({ name, kind, type, isList }: GivenField, databaseName: string | undefined): Column[] {
  if (databaseName === undefined || kind === 'object') return []
  const known = kind === 'enum' ? 'Enum' : columnTypes.includes(type) ? (type as ColumnType) : null
  return known === null ? [] : [{ kind: 'column', name, sql: quoted(databaseName), type: known, isList }]
}

/** Null for one that is not made of a single pair of columns: a read that asks for it is not known. */
function relationOf(
  field: GivenField,
  model: Draft,
  models: ReadonlyMap<string, Draft>,
  given: Record<string, { fields: GivenField[] }>,
): Relation | null {
  const other = field.kind === 'object' ? models.get(field.type) : undefined
  if (other === undefined) return null
  const { name, isList, relationName, relationFromFields = [] } = field
  const opposite = given[other.name]?.fields.find(
    (candidate) =>
      candidate.relationName === relationName && candidate !== field && candidate.type === model.name,
  )
  const isHolder = relationFromFields.length > 0
  const [holding, ...more] = isHolder ? relationFromFields : (opposite?.relationFromFields ?? [])
  const keyed = isHolder ? other : model
  const key = given[keyed.name]?.fields.find(({ isId }) => isId)
  const holder = (isHolder ? model : other).fields.get(holding ?? '')
  const target = keyed.fields.get(key?.name ?? '')
  if (more.length > 0 || holder?.kind !== 'column' || target?.kind !== 'column') return null
  return {
    kind: 'relation',
    name,
    isList,
    model: other,
    here: isHolder ? holder : target,
    there: isHolder ? target : holder,
  }
}
