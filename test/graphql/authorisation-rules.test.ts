import { getNamedType, isNonNullType, isObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'
import {
  fieldsOf,
  listed,
  objectTypes,
  possibleTypes,
  type Rule,
  ruleOf,
  targetOf,
} from './authorisation-types.ts'

/**
 * Types that the authorisation matrix does not list field by field, as they hold nothing of their own: what they lead
 * to is in the matrix, and who is handed them is decided where they come from.
 */

const typesOf = (rule: Rule) => objectTypes.filter((type) => ruleOf(type) === rule)
const everyField = (rule: Rule) =>
  typesOf(rule).flatMap((type) =>
    fieldsOf(type).map((field) => [`${type.name}.${field.name}`, field] as const),
  )
const covered = new Set(listed.map(({ name }) => name))

describe('the rules beside the matrix', () => {
  it('leave out no type, and few types that a query leads to', () => {
    expect(objectTypes.length).toBe(
      listed.length + objectTypes.filter((type) => ruleOf(type) !== null).length,
    )
    expect(listed.length).toBeGreaterThan(45)
  })

  it('a list has rows, their cursors, where the page stands, a count, and nothing else', () => {
    for (const type of typesOf('list')) {
      const fields = fieldsOf(type).map(({ name }) => name)
      const allowed = [
        ['edges', 'nodes', 'pageInfo', 'totalCount'],
        ['cursor', 'node'],
        ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'],
        ['value', 'isCapped'],
      ]
      expect(allowed.map((names) => names.toSorted())).toContainEqual(fields.toSorted())
    }
  })

  it('what a payload or a problem leads to is in the matrix, or is handed out with it', () => {
    for (const [place, field] of [...everyField('payload'), ...everyField('problem')]) {
      const target = targetOf(field)
      if (target === null) continue
      for (const type of possibleTypes(target.type)) {
        const isCovered =
          covered.has(type.name) || ['payload', 'problem', 'handed'].includes(String(ruleOf(type)))
        expect([place, type.name, isCovered]).toEqual([place, type.name, true])
      }
    }
  })

  it('what an event leads to is in the matrix and may be null: it is read by policy when the event is sent', () => {
    const leading = everyField('event').filter(([, field]) => targetOf(field) !== null)
    expect(leading.length).toBeGreaterThan(20)
    for (const [place, field] of leading) {
      if (getNamedType(field.type).name === 'Actor') continue
      const types = possibleTypes(targetOf(field)?.type ?? schema.getQueryType()!)
      expect([place, isNonNullType(field.type), types.every(({ name }) => covered.has(name))]).toEqual([
        place,
        false,
        true,
      ])
    }
  })

  it('a control item leads to nothing', () => {
    for (const [place, field] of everyField('control'))
      expect([place, targetOf(field)]).toEqual([place, null])
  })

  it('what only mutations and subscriptions hand out is no object with an id: nobody can ask for it', () => {
    const nodes = typesOf('handed').filter((type) => type.getInterfaces().some(({ name }) => name === 'Node'))
    expect(nodes).toEqual([])
    expect(Object.values(schema.getTypeMap()).filter(isObjectType).length).toBeGreaterThan(objectTypes.length)
  })
})
