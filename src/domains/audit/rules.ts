import { encodeId, type IdKind, idPrefixes, isUuid } from '../../core/ids.ts'

/** One thing an event tells, by name. */
export interface Fact {
  readonly name: string
  readonly value: string | null
}

/** Ids whose name does not say of what they are. */
const kindsByName: Readonly<Record<string, IdKind>> = {
  assigneeId: 'Operator',
  predecessorId: 'Ticket',
  problemId: 'DeliveryProblem',
  duplicateOfId: 'Suggestion',
  'ticket.merged intoId': 'Ticket',
  'customer.linked intoId': 'Customer',
}
const kinds = Object.keys(idPrefixes) as IdKind[]

/** What an event tells as a list, ids as everybody knows them: `before.teamId` is inside `before`. */
export function factsOf(type: string, data: object): Fact[] {
  return Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return [{ name, value: shown(kindOf(type, name, data), value) }]
    }
    return factsOf(type, value).map((fact) => ({ ...fact, name: `${name}.${fact.name}` }))
  })
}

function shown(kind: IdKind | null, value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (Array.isArray(value)) return value.map((one) => shown(kind, one) ?? '').join(', ')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return kind !== null && isUuid(text) ? encodeId(kind, text) : text
}

/** Of what an id is: `fromCustomerId` of a customer, the `objectId` of `order.upserted` of an order. */
function kindOf(type: string, name: string, data: object): IdKind | null {
  const named = kindsByName[name] ?? kindsByName[`${type} ${name}`]
  if (named !== undefined) return named
  const change: unknown = Reflect.get(data, 'change')
  const noun = name === 'objectId' && typeof change === 'string' ? (change.split('.')[0] ?? '') : name
  const bare = noun.replace(/Ids?$/, '').toLowerCase()
  // The longest that fits: a `policyVersion` is more than a version.
  const fitting = kinds.filter((kind) => bare.endsWith(kind.toLowerCase()))
  return fitting.toSorted((one, other) => other.length - one.length)[0] ?? null
}
