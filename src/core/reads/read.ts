import type { Model } from './models.ts'
import { limitOf, orderOf, refuseOthers, selectionOf } from './selection.ts'
import type { Given } from './statement.ts'
import { Statement, UnknownRead } from './statement.ts'
import { conditionOf } from './where.ts'

/** A statement and what its rows mean. */
export interface Compiled<Result> {
  readonly text: string
  readonly values: readonly unknown[]
  readonly read: (rows: readonly (readonly unknown[])[]) => Result
}

/** Runs a statement. */
export type Run = <Result>(compiled: Compiled<Result>) => Promise<Result>

/**
 * The rows that a `findMany` of Prisma's asks for, in one statement.
 * @throws UnknownRead
 */
export function compileRows(model: Model, given: Given): Compiled<Given[]> {
  refuseOthers(given)
  const statement = new Statement()
  const alias = statement.alias()
  const { where, orderBy, take } = given
  const condition = conditionOf(statement, model, alias, where)
  const order = orderOf(model, alias, orderBy)
  const limit = limitOf(take)
  const { expressions, joins, read } = selectionOf(statement, model, alias, given, 'row')
  const rows = `from ${model.table} ${alias} where ${condition}${order}${limit}`
  // The rows are found before anything is joined to them; PostgreSQL promises no order of what it joined.
  const from =
    joins.length === 0 ? rows : `from (select ${alias}.* ${rows}) ${alias} ${joins.join(' ')}${order}`
  return {
    text: `select ${expressions.join(', ')} ${from}`,
    values: statement.values,
    read: (found) => found.map((row) => read(row, 0)),
  }
}

/**
 * How many rows there are, up to `take`.
 * @throws UnknownRead
 */
export function compileCount(model: Model, { where, take, ...more }: Given): Compiled<number> {
  if (Object.values(more).some((value) => value !== undefined)) throw new UnknownRead('such a count')
  const statement = new Statement()
  const alias = statement.alias()
  const rows = `select from ${model.table} ${alias} where ${conditionOf(statement, model, alias, where)}`
  return {
    text: `select count(*) from (${rows}${limitOf(take)}) counted`,
    values: statement.values,
    read: ([row]) => Number(row?.[0]),
  }
}
