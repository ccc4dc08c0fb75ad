import { type Arbitrary, constantFrom, dictionary, integer, oneof, option, uniqueArray } from 'fast-check'
import type { Column, Model, Relation } from '../../../src/core/reads/models.ts'

/** Reads as code may ask for them, made of the models and of the values that are stored. */

export type Given = Record<string, unknown>
export type Stored = ReadonlyMap<Column, readonly unknown[]>

/** The models that `fillShop` fills. */
export const names = ['Customer', 'Operator', 'Team', 'Ticket', 'Message', 'Order', 'OrderItem', 'BotHandOff']

const relations = (model: Model): Relation[] =>
  [...model.fields.values()]
    .filter((field) => field.kind === 'relation')
    .filter((field) => names.includes(field.model.name))
export const ordered = (model: Model) => model.columns.find(({ name }) => name === 'id') ?? model.columns[0]

function comparison(values: Stored, column: Column): Arbitrary<unknown> {
  const known = (values.get(column) ?? []).filter((value) => value !== null)
  const isOptional = (values.get(column) ?? []).includes(null)
  const value = constantFrom(...known)
  const list = uniqueArray(value, { maxLength: 3 })
  const sorts = !['Boolean', 'Enum', 'Bytes'].includes(column.type)
  return oneof(
    value,
    ...(isOptional ? [constantFrom(null, { not: null }, { equals: null })] : []),
    ...(column.type === 'Boolean'
      ? []
      : [list.map((some) => ({ in: some })), list.map((some) => ({ notIn: some }))]),
    value.map((one) => ({ not: one })),
    ...(sorts
      ? [value.map((one) => ({ gte: one })), value.map((one) => ({ lt: one, not: { gt: one } }))]
      : []),
    ...(column.type === 'String' && column.name === 'name'
      ? [constantFrom({ contains: 'АНН', mode: 'insensitive' }, { contains: '100\\%' })]
      : []),
  )
}

export function condition(values: Stored, model: Model, depth: number, isDenied = false): Arbitrary<Given> {
  const columns = model.columns.filter(
    (column) =>
      !column.isList && column.type !== 'Json' && (values.get(column) ?? []).some((value) => value !== null),
  )
  const simple = oneof(
    ...columns.map((column) => comparison(values, column).map((value) => ({ [column.name]: value }))),
  )
  if (depth === 0) return simple
  const inner = condition(values, model, depth - 1, isDenied)
  const denied = condition(values, model, depth - 1, true)
  const some = uniqueArray(inner, { minLength: 1, maxLength: 2 })
  return oneof(
    simple,
    some.map((OR) => ({ OR })),
    some.map((AND) => ({ AND })),
    denied.map((NOT) => ({ NOT })),
    uniqueArray(denied, { minLength: 1, maxLength: 2 }).map((NOT) => ({ NOT })),
    ...relations(model).flatMap(({ name, isList, model: other }) => {
      const of = condition(values, other, depth - 1)
      if (!isList && isDenied) return []
      const operators = isList ? ['some', 'none'] : ['is']
      return [
        ...operators.map((operator) => of.map((where) => ({ [name]: { [operator]: where } }))),
        ...(isList ? [] : [of.map((where) => ({ [name]: where }))]),
      ]
    }),
  )
}

export function reading(values: Stored, model: Model, depth: number): Arbitrary<Given> {
  const asked = oneof(constantFrom(true), ...(depth === 0 ? [] : [constantFrom(null)]))
  const order = ordered(model)?.name ?? 'id'
  const nested = dictionary(constantFrom(...relations(model).map(({ name }) => name)), asked, { maxKeys: 3 })
  const fields = uniqueArray(constantFrom(...model.columns.map(({ name }) => name)), {
    minLength: 1,
    maxLength: 4,
  })
  return nested
    .chain((given) => inner(values, model, given, depth))
    .chain((include) =>
      option(fields).map((columns): Given => {
        if (columns === null) return Object.keys(include).length === 0 ? {} : { include }
        return { select: { ...Object.fromEntries(columns.map((name) => [name, true])), ...include } }
      }),
    )
    .chain((selection) =>
      condition(values, model, 1).chain((where) =>
        option(integer({ min: 0, max: 3 })).map((take) => ({
          ...selection,
          where,
          orderBy: [{ [order]: 'desc' }],
          ...(take === null ? {} : { take }),
        })),
      ),
    )
}

/** Each relation that is to be read, with what is read of it. */
function inner(values: Stored, model: Model, given: Given, depth: number): Arbitrary<Given> {
  return Object.entries(given).reduce<Arbitrary<Given>>(
    (all, [name]) =>
      all.chain((some) => {
        const relation = model.fields.get(name)
        if (relation?.kind !== 'relation' || depth === 0) return constantFrom(some)
        return reading(values, relation.model, depth - 1).map((of) => {
          const { where, orderBy, take, ...selection } = of
          const list = { ...selection, where, orderBy, take }
          return {
            ...some,
            [name]: relation.isList ? list : Object.keys(selection).length === 0 ? true : selection,
          }
        })
      }),
    constantFrom({}),
  )
}
