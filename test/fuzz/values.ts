import {
  type GraphQLInputType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { idPrefixes } from '../../src/core/ids.ts'
import type { Chance } from './chance.ts'
import { hostileNumbers, hostileOf, strangers } from './hostile.ts'
import type { Pool } from './pool.ts'

export interface Ingredients {
  readonly chance: Chance
  readonly pool: Pool
  readonly texts: readonly string[]
  /** How many of a hundred leaves are hostile. */
  readonly hostility: number
}

/** An enum value or number is written into a document without quotes; marked, so that literals know. */
export class Name {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
  toJSON(): string {
    return this.name
  }
}

const deepest = 4

/** A value for an argument or a field of an input, mostly of its type. */
export function makeValue(type: GraphQLInputType, name: string, from: Ingredients, depth = 0): unknown {
  const { chance, hostility } = from
  if (chance.is(hostility / 20)) return chance.pick(strangers)
  if (isNonNullType(type)) return makeSome(type.ofType, name, from, depth)
  return chance.is(8) ? null : makeSome(type, name, from, depth)
}

function makeSome(type: GraphQLInputType, name: string, from: Ingredients, depth: number): unknown {
  const { chance, hostility } = from
  if (isListType(type)) {
    // Of very many, one is enough to be made.
    if (chance.is(hostility / 20)) return Array.from({ length: 600 }, () => 'x')
    const item = () => makeValue(type.ofType, name.replace(/s$/, ''), from, depth)
    return Array.from({ length: chance.between(0, 3) }, item)
  }
  if (isEnumType(type)) {
    return new Name(chance.is(hostility / 10) ? 'SURPRISE' : chance.pick(type.getValues()).name)
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields())
    const chosen = type.isOneOf
      ? [chance.pick(fields)]
      : fields.filter(({ type: one }) =>
          isNonNullType(one) ? !chance.is(hostility / 20) : depth < deepest && chance.is(40),
        )
    return Object.fromEntries(
      chosen.map((field) => [field.name, makeValue(field.type, field.name, from, depth + 1)]),
    )
  }
  return leaf(getNamedType(type).name, name, from)
}

function leaf(type: string, name: string, from: Ingredients): unknown {
  return from.chance.is(from.hostility) ? hostileLeaf(type, from) : niceLeaf(type, name, from)
}

/** At the edges of what the type takes, so that it is not refused before anybody looks at it; or of no type at all. */
function hostileLeaf(type: string, from: Ingredients): unknown {
  const { chance, texts } = from
  if (chance.is(4)) return chance.pick(strangers)
  if (chance.is(8)) return chance.pick(hostileNumbers)
  const edges = hostileOf[type]
  return edges === undefined || chance.is(4) ? chance.pick(texts) : chance.pick(edges)
}

const sentences = [
  'Где мой заказ?',
  'Where is my parcel?',
  'Спасибо!',
  'anna',
  'delivery',
  'ozon',
  'RR123456785RU',
  'Москва',
]

function niceLeaf(type: string, name: string, { chance, pool, texts }: Ingredients): unknown {
  switch (type) {
    case 'ID':
      return pool.id(kindOf(name), chance) ?? chance.pick(texts)
    case 'Int':
      return chance.between(1, 20)
    case 'Float':
      return chance.below(1_000) / 10
    case 'Boolean':
      return chance.is(50)
    case 'DateTime':
      return new Date(1_764_000_000_000 + chance.between(-9_000, 9_000) * 10_000_000).toISOString()
    case 'Decimal':
      return chance.pick(['0', '1', '12.50', '999.99', '0.001', '-5', '1e3'])
    case 'CurrencyCode':
      return chance.pick(['RUB', 'EUR', 'USD', 'JPY', 'XXX'])
    case 'EmailAddress':
      return `person${chance.below(20)}@example.test`
    case 'URL':
      return chance.pick(['https://example.test/a', 'http://127.0.0.1:1/', 'https://пример.рф/'])
    case 'JSON':
      return chance.pick([{}, { a: 1 }, [1, [2]], 'x', 7, { deep: { deep: { deep: [null] } } }])
    default:
      return niceText(name, chance, pool)
  }
}

function niceText(name: string, chance: Chance, pool: Pool): string {
  if (/^(after|before|cursor)$/.test(name)) return pool.cursor(chance) ?? 'x'
  if (name === 'number') return pool.number(chance) ?? 'T-000001'
  if (/key|external|account|tracking|message(Id|Key)/i.test(name)) return `key-${chance.below(30)}`
  if (/phone/i.test(name)) return '+79990000000'
  if (/timeZone/i.test(name)) return chance.pick(['Europe/Moscow', 'UTC', 'Mars/Base'])
  return chance.pick(sentences)
}

/** `ticketId` and `ticketIds` take the id of a ticket; null where the name tells nothing. */
function kindOf(name: string): string | null {
  const noun = name.replace(/Ids?$/, '').toLowerCase()
  const entry = Object.entries(idPrefixes).find(([kind]) => noun.endsWith(kind.toLowerCase()))
  return entry?.[1] ?? null
}
