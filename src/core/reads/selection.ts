import type { Column, Model, Relation } from './models.ts'
import type { Given, Statement } from './statement.ts'
import { isGiven, UnknownRead } from './statement.ts'
import type { Form } from './values.ts'
import { expressionOf, readerOf } from './values.ts'
import { conditionOf } from './where.ts'

/** The rows of a model with what was selected of them: as columns, and how objects are made of these. */
export interface Selection {
  readonly expressions: readonly string[]
  readonly joins: readonly string[]
  /** Makes an object of the values, from the place `at` on. */
  readonly read: (values: readonly unknown[], at: number) => Given
}

/** Puts one field of the object that is made. */
type Put = (object: Record<string, unknown>, values: readonly unknown[], at: number) => void

interface Parts {
  readonly expressions: string[]
  readonly joins: string[]
  readonly puts: Put[]
}

/** Of a function of PostgreSQL's. */
const mostArguments = 100
const readArguments = ['select', 'include', 'where', 'orderBy', 'take']

/** @throws UnknownRead */
export function refuseOthers(given: Given): void {
  for (const [name, value] of Object.entries(given)) {
    if (value !== undefined && !readArguments.includes(name)) throw new UnknownRead(`the argument ${name}`)
  }
}

/**
 * What `select` and `include` of Prisma's ask for. What one row has at most once comes joined, what it has many of
 * as JSON within the same row.
 * @throws UnknownRead
 */
export function selectionOf(
  statement: Statement,
  model: Model,
  alias: string,
  given: Given,
  form: Form,
): Selection {
  const parts: Parts = { expressions: [], joins: [], puts: [] }
  const { select, include } = given
  if (select == null) for (const column of model.columns) addColumn(parts, column, alias, form)
  for (const [name, asked] of Object.entries(fieldsOf(select ?? include))) {
    if (asked === undefined || asked === false || asked === null) continue
    const field = model.fields.get(name)
    if (field === undefined) throw new UnknownRead(`${model.name}.${name}`)
    if (field.kind === 'column') addColumn(parts, field, alias, form)
    else addRelation(statement, parts, field, alias, asked === true ? {} : fieldsOf(asked), form)
  }
  if (parts.puts.length === 0) throw new UnknownRead('a selection of nothing')
  const { expressions, joins, puts } = parts
  const read = (values: readonly unknown[], at: number) => {
    const object: Record<string, unknown> = {}
    for (const put of puts) put(object, values, at)
    return object
  }
  return { expressions, joins, read }
}

function fieldsOf(given: unknown): Given {
  if (given === undefined || given === null) return {}
  if (!isGiven(given)) throw new UnknownRead('a selection that is no object')
  return given
}

function addColumn({ expressions, puts }: Parts, column: Column, alias: string, form: Form): void {
  const { name } = column
  const place = expressions.push(expressionOf(column, `${alias}.${column.sql}`, form)) - 1
  const read = readerOf(column, form)
  puts.push((object, values, at) => {
    object[name] = read(values[at + place])
  })
}

function addRelation(
  statement: Statement,
  parts: Parts,
  relation: Relation,
  alias: string,
  given: Given,
  form: Form,
): void {
  refuseOthers(given)
  if (relation.isList) addMany(statement, parts, relation, alias, given, form)
  else addOne(statement, parts, relation, alias, given, form)
}

function addOne(
  statement: Statement,
  { expressions, joins, puts }: Parts,
  relation: Relation,
  alias: string,
  given: Given,
  form: Form,
): void {
  const { name, model, here, there } = relation
  const other = statement.alias()
  const condition = conditionOf(statement, model, other, given['where'])
  const on = `${other}.${there.sql} = ${alias}.${here.sql}`
  joins.push(`left join ${model.table} ${other} on ${condition === 'true' ? on : `${on} and ${condition}`}`)
  const place = expressions.push(`${other}.${there.sql}`) - 1
  const nested = selectionOf(statement, model, other, given, form)
  expressions.push(...nested.expressions)
  joins.push(...nested.joins)
  puts.push((object, values, at) => {
    const isThere = values[at + place] !== null
    object[name] = isThere ? nested.read(values, at + place + 1) : null
  })
}

function addMany(
  statement: Statement,
  { expressions, puts }: Parts,
  relation: Relation,
  alias: string,
  given: Given,
  form: Form,
): void {
  const { name, model, here, there } = relation
  const other = statement.alias()
  const condition = conditionOf(statement, model, other, given['where'])
  const nested = selectionOf(statement, model, other, given, 'json')
  const isInParts = nested.expressions.length > mostArguments
  const list = statement.alias()
  const from = [`${model.table} ${other}`, ...nested.joins].join(' ')
  const place =
    expressions.push(
      `(select coalesce(json_agg(${list}.j), '[]') from (select ${listed(nested.expressions)} as j
      from ${from} where ${other}.${there.sql} = ${alias}.${here.sql} and ${condition}${orderOf(model, other, given['orderBy'])}${limitOf(given['take'])}) ${list})`,
    ) - 1
  puts.push((object, values, at) => {
    const value = values[at + place]
    const rows = (form === 'row' ? JSON.parse(value as string) : value) as unknown[][]
    object[name] = rows.map((row) => nested.read(isInParts ? row.flat() : row, 0))
  })
}

/** A list of values as JSON; a long one is a list of its parts. */
function listed(expressions: readonly string[]): string {
  const list = (some: readonly string[]) => `json_build_array(${some.join(', ')})`
  if (expressions.length <= mostArguments) return list(expressions)
  const parts: string[] = []
  for (let at = 0; at < expressions.length; at += mostArguments)
    parts.push(list(expressions.slice(at, at + mostArguments)))
  return list(parts)
}

/** @throws UnknownRead */
export function orderOf(model: Model, alias: string, orderBy: unknown): string {
  if (orderBy === undefined) return ''
  const given: readonly unknown[] = Array.isArray(orderBy) ? orderBy : [orderBy]
  const keys = given.flatMap((one) => Object.entries(fieldsOf(one)))
  const sorts = keys.map(([name, direction]) => {
    const field = model.fields.get(name)
    if (field?.kind !== 'column' || (direction !== 'asc' && direction !== 'desc'))
      throw new UnknownRead(`the order by ${name}`)
    return `${alias}.${field.sql} ${direction}`
  })
  return sorts.length === 0 ? '' : ` order by ${sorts.join(', ')}`
}

/** Written into the text: of a number that is a parameter PostgreSQL knows nothing when it plans. */
export function limitOf(take: unknown): string {
  if (take === undefined) return ''
  if (typeof take !== 'number' || !Number.isInteger(take) || take < 0) throw new UnknownRead('such a take')
  return ` limit ${take}`
}
