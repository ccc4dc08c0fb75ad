import type { Tx } from './database.ts'
import { Prisma } from './prisma/client.ts'

/**
 * A table that bulk calls write to: many rows in one statement, given to PostgreSQL as one JSON value, so that each
 * statement has the same text for any number of rows.
 */
export interface BulkTable<Row extends object> {
  readonly name: string
  /** The unique key by which a row is known; there is an index of exactly these columns. */
  readonly key: readonly (keyof Row & string)[]
  /** A column of no index: naming it locks a row without hindering rows that refer to it. */
  readonly plain: keyof Row & string
  /** PostgreSQL's type of each column written, by the field's name in Prisma; `id` is the primary key. */
  readonly columns: { readonly [Field in keyof Row & string]: string }
}

/** The key of a row as one string. */
export function keyOf<Row extends object>({ key }: Pick<BulkTable<Row>, 'key'>, row: Partial<Row>): string {
  return JSON.stringify(key.map((field) => row[field]))
}

/**
 * Inserts the rows whose key is not stored yet and locks those that are, all in the order of the key: of two calls at
 * once the second waits for the first, whatever the order of their items. Answers the ids that are new.
 */
export async function insertMissing<Row extends { id: string }>(
  tx: Tx,
  table: BulkTable<Row>,
  rows: readonly Row[],
): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const plain = column(table.plain)
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    ${insertOf(table, rows)} on conflict ${columnsOf(table.key)}
    do update set ${plain} = excluded.${plain} where false returning id`
  return new Set(inserted.map(({ id }) => id))
}

/** Inserts rows, or changes those whose key is stored already; `id` and key stay. */
export async function upsertRows<Row extends object>(
  tx: Tx,
  table: BulkTable<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return
  const changed = fieldsOf(table).filter((field) => field !== 'id' && !table.key.includes(field))
  const sets = changed.map((field) => Prisma.sql`${column(field)} = excluded.${column(field)}`)
  await tx.$executeRaw`
    ${insertOf(table, rows)} on conflict ${columnsOf(table.key)} do update set ${Prisma.join(sets)}`
}

/** The rows stored under some fields of given ones, by key: read after `insertMissing`, they cannot change any more. */
export async function storedRows<Row extends object>(
  tx: Tx,
  table: BulkTable<Row>,
  by: readonly (keyof Row & string)[],
  given: readonly Partial<Row>[],
): Promise<ReadonlyMap<string, Row>> {
  if (given.length === 0) return new Map()
  const selected = fieldsOf(table).map((field) => Prisma.sql`stored.${column(field)} as ${quoted(field)}`)
  const same = by.map((field) => Prisma.sql`stored.${column(field)} = given.${column(field)}`)
  const rows = await tx.$queryRaw<Row[]>`
    select ${Prisma.join(selected)} from ${recordsOf(table, by, given)}
    join ${quoted(table.name)} as stored on ${Prisma.join(same, ' and ')}`
  return new Map(rows.map((row) => [keyOf(table, row), row]))
}

/** Rows by the value of one field, such as the children of each parent. */
export function rowsBy<Row extends object, Field extends keyof Row>(
  rows: Iterable<Row>,
  field: Field,
): Map<Row[Field], Row[]> {
  const groups = new Map<Row[Field], Row[]>()
  for (const row of rows) {
    const group = groups.get(row[field])
    if (group === undefined) groups.set(row[field], [row])
    else group.push(row)
  }
  return groups
}

/** True if two rows say the same in all columns but `id`, the key and those named. */
export function saysTheSame<Row extends object>(
  table: BulkTable<Row>,
  one: Row,
  other: Row,
  except: readonly (keyof Row)[] = [],
): boolean {
  const passedOver: readonly unknown[] = ['id', ...table.key, ...except]
  return fieldsOf(table)
    .filter((field) => !passedOver.includes(field))
    .every((field) => plainOf(one[field]) === plainOf(other[field]))
}

function insertOf<Row extends object>(table: BulkTable<Row>, rows: readonly Row[]) {
  const fields = fieldsOf(table)
  const keys = new Map(rows.map((row) => [row, keyOf(table, row)]))
  const sorted = rows.toSorted((one, other) => ((keys.get(one) ?? '') < (keys.get(other) ?? '') ? -1 : 1))
  return Prisma.sql`insert into ${quoted(table.name)} ${columnsOf(fields)}
    select ${Prisma.join(fields.map(column))} from ${recordsOf(table, fields, sorted)}`
}

/** The rows as a table expression named `given`, in their order. */
function recordsOf<Row extends object>(
  table: BulkTable<Row>,
  fields: readonly (keyof Row & string)[],
  rows: readonly Partial<Row>[],
) {
  const records = rows.map((row) =>
    Object.fromEntries(fields.map((field) => [columnName(field), plainOf(row[field])])),
  )
  const types = fields.map((field) => Prisma.sql`${column(field)} ${Prisma.raw(table.columns[field])}`)
  return Prisma.sql`jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as given(${Prisma.join(types)})`
}

/** A value as JSON can hold it: exact for bigints, comparable for dates. */
function plainOf(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (value instanceof Date) return value.toISOString()
  return value ?? null
}

const fieldsOf = <Row extends object>({ columns }: BulkTable<Row>) =>
  Object.keys(columns) as (keyof Row & string)[]
const columnName = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
// Names come from the tables' own definitions in the code, never from input.
const quoted = (name: string) => Prisma.raw(`"${name}"`)
const column = (field: string) => quoted(columnName(field))
const columnsOf = (fields: readonly string[]) => Prisma.sql`(${Prisma.join(fields.map(column))})`
