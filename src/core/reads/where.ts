import type { Column, Model, Relation } from './models.ts'
import type { Statement } from './statement.ts'
import { isGiven, UnknownRead } from './statement.ts'

/** Which rows of which table a condition is about. */
interface Place {
  readonly statement: Statement
  readonly model: Model
  readonly alias: string
  /** Within a NOT: there it matters whether a condition is false or unknown. */
  readonly isDenied?: boolean
}

/**
 * A where clause of Prisma's as SQL. What it does not know it refuses: a condition is never left out.
 * @throws UnknownRead
 */
export function conditionOf(statement: Statement, model: Model, alias: string, where: unknown): string {
  return where === undefined ? 'true' : allOf({ statement, model, alias }, where)
}

function allOf(place: Place, where: unknown): string {
  if (!isGiven(where)) throw new UnknownRead('a where clause that is no object')
  const given = Object.entries(where).filter(([, value]) => value !== undefined)
  return all(given.map(([name, value]) => partOf(place, name, value)))
}

/**
 * What says nothing, such as `{}`, is no alternative and has no contrary, as Prisma has it. An OR without any
 * alternative is false wherever it stands; Prisma leaves it out where it stands inside another one.
 */
const isSaid = (condition: string) => condition !== 'true'

function all(conditions: readonly string[]): string {
  const said = conditions.filter(isSaid)
  const [first = 'true', ...more] = said
  return more.length === 0 ? first : `(${said.join(' and ')})`
}

function any(conditions: readonly string[]): string {
  const said = conditions.filter(isSaid)
  const [first = 'false', ...more] = said
  return more.length === 0 ? first : `(${said.join(' or ')})`
}

function partOf(place: Place, name: string, value: unknown): string {
  const each = (within = place) => {
    const parts: readonly unknown[] = Array.isArray(value) ? value : [value]
    return parts.map((part) => allOf(within, part))
  }
  if (name === 'AND') return all(each())
  if (name === 'OR') return any(each())
  if (name === 'NOT')
    return all(
      each({ ...place, isDenied: true })
        .filter(isSaid)
        .map((condition) => `not ${condition}`),
    )
  const field = place.model.fields.get(name)
  if (field?.kind === 'column') return comparisonOf(place, field, value)
  if (field?.kind === 'relation') return relatedOf(place, field, value)
  // A key of several columns: { channel_account_externalId: { channel, account, externalId } }.
  if (isGiven(value) && name.includes('_') && name === Object.keys(value).join('_'))
    return allOf(place, value)
  throw new UnknownRead(`${place.model.name}.${name}`)
}

function relatedOf(place: Place, relation: Relation, value: unknown): string {
  const exists = (where: unknown) => existing(place, relation, where)
  if (value === null && !relation.isList) return `not ${exists({})}`
  if (!isGiven(value)) throw new UnknownRead(`the relation ${relation.name}`)
  const known = relation.isList ? manyOperations(exists) : oneOperations(exists)
  const given = Object.entries(value).filter(([, where]) => where !== undefined)
  const isOperations = relation.isList || given.some(([name]) => known[name] !== undefined)
  const operations = isOperations ? given : [['is', value] as const]
  if (!relation.isList && place.isDenied === true && operations.some(([, where]) => where !== null))
    throw new UnknownRead(`the contrary of the relation ${relation.name}`)
  return all(
    operations.map(([name, where]) => {
      const operation = known[name]
      if (operation === undefined) throw new UnknownRead(`${relation.name}: ${name}`)
      return operation(where)
    }),
  )
}

type Operations = Readonly<Record<string, (where: unknown) => string>>

const manyOperations = (exists: (where: unknown) => string): Operations => ({
  some: exists,
  none: (where) => `not ${exists(where)}`,
})

const oneOperations = (exists: (where: unknown) => string): Operations => ({
  is: (where) => (where === null ? `not ${exists({})}` : exists(where)),
  isNot: (where) => {
    if (where !== null) throw new UnknownRead('isNot with a condition')
    return exists({})
  },
})

function existing({ statement, alias }: Place, relation: Relation, where: unknown): string {
  const { model, here, there } = relation
  const other = statement.alias()
  const joined = `${other}.${there.sql} = ${alias}.${here.sql}`
  const condition = conditionOf(statement, model, other, where)
  return `exists (select from ${model.table} ${other} where ${all([joined, condition])})`
}

function comparisonOf(place: Place, column: Column, value: unknown): string {
  if (column.type === 'Json') throw new UnknownRead(`a condition on the JSON of ${column.name}`)
  const sql = `${place.alias}.${column.sql}`
  if (value === null) return `${sql} is null`
  if (!isGiven(value)) return `${sql} = ${operandOf(place, column, value)}`
  const { mode, ...operations } = value
  const isInsensitive = mode === 'insensitive'
  const given = Object.entries(operations).filter(([, operand]) => operand !== undefined)
  return all(
    given.map(([operator, operand]) => {
      if (operator === 'contains' && typeof operand === 'string')
        return `${sql} ${isInsensitive ? 'ilike' : 'like'} ${place.statement.value(`%${operand}%`)}`
      if (isInsensitive) throw new UnknownRead(`${operator} without regard to case`)
      return operationOf(place, column, operator, operand)
    }),
  )
}

const comparisons: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' }

function operationOf(place: Place, column: Column, operator: string, operand: unknown): string {
  const sql = `${place.alias}.${column.sql}`
  if (operator === 'equals') return comparisonOf(place, column, operand)
  if (operator === 'not') {
    if (operand === null) return `${sql} is not null`
    if (isGiven(operand)) return `not ${comparisonOf(place, column, operand)}`
    return `${sql} <> ${operandOf(place, column, operand)}`
  }
  if (operator === 'has' && column.isList && typeof operand === 'string')
    return `${sql} @> array[${place.statement.value(operand)}]`
  if ((operator === 'in' || operator === 'notIn') && Array.isArray(operand) && operand.every(isValue)) {
    const among = `${sql} = any(${place.statement.value(operand)})`
    return operator === 'in' ? among : `not ${among}`
  }
  const comparison = comparisons[operator]
  if (comparison === undefined) throw new UnknownRead(`${column.name}: ${operator}`)
  return `${sql} ${comparison} ${operandOf(place, column, operand)}`
}

/** A value as a parameter, or another column of the same row. */
function operandOf({ statement, model, alias }: Place, column: Column, operand: unknown): string {
  if (isValue(operand) && !column.isList) return statement.value(operand)
  const { modelName, name } = (operand ?? {}) as { modelName?: unknown; name?: unknown }
  const other = modelName === model.name ? model.fields.get(String(name)) : undefined
  if (other?.kind !== 'column') throw new UnknownRead(`a value of ${column.name}`)
  return `${alias}.${other.sql}`
}

function isValue(value: unknown): boolean {
  if (typeof value === 'object') return value instanceof Date || value instanceof Uint8Array
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value)
}
