import { topLevelError } from './errors.ts'

/**
 * Paging by the values a list is sorted by, not by row references: a cursor survives the deletion of its row.
 * Every order ends in a unique key.
 */
export interface Keyset<Row> {
  /** Names the order, so that a cursor of another one is refused. */
  readonly name: string
  readonly keys: readonly Key<Row>[]
}

export interface Key<Row> {
  readonly field: keyof Row & string
  readonly direction: 'asc' | 'desc'
  readonly type: 'date' | 'int' | 'string'
}

export interface PageArguments {
  readonly first?: number | null
  readonly after?: string | null
  readonly last?: number | null
  readonly before?: string | null
}

export const defaultPageSize = 20
export const maxPageSize = 100

/** One page as a Prisma call needs it; one row more than asked for tells whether there is another page. */
export interface Page<Row> {
  readonly size: number
  readonly isBackward: boolean
  readonly hasCursor: boolean
  readonly keyset: Keyset<Row>
  readonly take: number
  readonly where: object
  readonly orderBy: Record<string, 'asc' | 'desc'>[]
}

/** @throws a BAD_USER_INPUT error for sizes out of range, both directions at once, or a foreign cursor. */
export function pageOf<Row>(keyset: Keyset<Row>, page: PageArguments): Page<Row> {
  const { first, after, last, before } = page
  if (first != null && last != null)
    throw topLevelError('BAD_USER_INPUT', 'first and last exclude each other.')
  const isBackward = last != null || (first == null && before != null)
  const size = pageSize(first ?? last, isBackward ? 'last' : 'first')
  const bounds = [
    ...(after == null ? [] : [beyond(keyset, decodeCursor(keyset, after), false)]),
    ...(before == null ? [] : [beyond(keyset, decodeCursor(keyset, before), true)]),
  ]
  return {
    size,
    isBackward,
    hasCursor: after != null || before != null,
    keyset,
    take: size + 1,
    where: bounds.length === 0 ? {} : { AND: bounds },
    orderBy: keyset.keys.map(({ field, direction }) => ({
      [field]: isBackward === (direction === 'asc') ? 'desc' : 'asc',
    })),
  }
}

/** @throws a BAD_USER_INPUT error for a size out of range */
export function pageSize(given: number | null | undefined, name: 'first' | 'last'): number {
  const size = given ?? defaultPageSize
  if (size >= 1 && size <= maxPageSize) return size
  throw topLevelError('BAD_USER_INPUT', `${name} must be between 1 and ${maxPageSize}.`)
}

type Value = Date | number | string

/**
 * Rows beyond a cursor. The first key's own bound stands beside the alternatives, so that an index scan starts at
 * the cursor instead of filtering from the beginning.
 */
function beyond<Row>(keyset: Keyset<Row>, values: readonly Value[], isBackward: boolean): object {
  const operator = ({ direction }: Key<Row>) => (isBackward === (direction === 'asc') ? 'lt' : 'gt')
  const alternatives = keyset.keys.map((key, index) => ({
    ...Object.fromEntries(
      keyset.keys.slice(0, index).map((earlier, place) => [earlier.field, values[place]]),
    ),
    [key.field]: { [operator(key)]: values[index] },
  }))
  const [first] = keyset.keys
  if (first === undefined || alternatives.length === 1) return alternatives[0] ?? {}
  return { [first.field]: { [`${operator(first)}e`]: values[0] }, OR: alternatives }
}

export function encodeCursor<Row>(keyset: Keyset<Row>, row: Row): string {
  const values = keyset.keys.map(({ field }) => {
    const value = row[field]
    return value instanceof Date ? value.getTime() : value
  })
  return Buffer.from(JSON.stringify([keyset.name, ...values])).toString('base64url')
}

export function decodeCursor<Row>(keyset: Keyset<Row>, cursor: string): Value[] {
  try {
    const [name, ...values] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (name === keyset.name && values.length === keyset.keys.length) {
      return keyset.keys.map((key, index) => decodeValue(key.type, values[index]))
    }
  } catch {
    // Anything that cannot be read is the same mistake of the caller's.
  }
  throw topLevelError('BAD_USER_INPUT', 'The cursor was not made by this list in this order.')
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function decodeValue(type: Key<unknown>['type'], value: unknown): Value {
  if (type === 'string' && typeof value === 'string' && uuid.test(value)) return value
  if (type === 'int' && Number.isInteger(value) && Math.abs(value as number) < 2 ** 31) return value as number
  if (type === 'date' && Number.isInteger(value) && Math.abs(value as number) < 8e14)
    return new Date(value as number)
  throw new Error('wrong value')
}
