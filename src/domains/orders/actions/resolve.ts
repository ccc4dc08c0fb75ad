import type { Tx } from '../../../core/database.ts'
import { type ExternalKey, externalKey } from '../../../core/external-key.ts'
import { InvalidInput, type Problem } from '../../../core/problems.ts'
import { productsByKey } from '../../products/keys.ts'
import type { CheckedOrder } from './check.ts'
import type { Resolved } from './rows.ts'

/** What the orders of one call refer to: each kind read in one statement. */
export async function resolveOrders(
  tx: Tx,
  items: readonly CheckedOrder[],
): Promise<Map<CheckedOrder, Resolved | Problem>> {
  const customers = await customersOf(tx, items)
  const products = await productsByKey(
    tx,
    items.flatMap(({ source, lines }) =>
      lines.flatMap(({ productExternalId: externalId }) =>
        externalId === null ? [] : [{ source, externalId }],
      ),
    ),
  )
  const owners = await numbersOf(tx, items)
  const resolved = new Map<CheckedOrder, Resolved | Problem>()
  const numbers = new Set<string>()
  for (const item of items) {
    const customerId = customers.get(item.customerExternalId)
    const productIds = item.lines.map(({ productExternalId }) =>
      productExternalId === null
        ? null
        : products.get(externalKey({ source: item.source, externalId: productExternalId })),
    )
    const refused = numberTaken(item, owners.get(item.number), numbers) ?? productMissing(item, productIds)
    if (customerId === undefined) {
      resolved.set(item, new InvalidInput('unknown', [...item.path, 'customerExternalId']))
      continue
    }
    if (refused !== null) {
      resolved.set(item, refused)
      continue
    }
    numbers.add(item.number)
    const found = productIds.map((productId) => productId ?? null)
    resolved.set(item, { item, row: { ...item, customerId }, productIds: found })
  }
  return resolved
}

/** The first line that names a product that is not known: undefined stands for it. */
function productMissing(
  { path }: CheckedOrder,
  productIds: readonly (string | null | undefined)[],
): Problem | null {
  const missing = productIds.indexOf(undefined)
  if (missing < 0) return null
  return new InvalidInput('unknown', [...path, 'items', String(missing), 'productExternalId'])
}

/** A number is one order's. Within one call the first that asks for it gets it. */
function numberTaken(
  { path, source, externalId, number }: CheckedOrder,
  owner: string | undefined,
  numbers: ReadonlySet<string>,
): Problem | null {
  if (owner !== undefined && owner !== externalKey({ source, externalId })) {
    return new InvalidInput('taken', [...path, 'number'])
  }
  return numbers.has(number) ? new InvalidInput('duplicate', [...path, 'number']) : null
}

/** The customers by the shop's key; one that was joined to another is that other one. */
async function customersOf(tx: Tx, items: readonly CheckedOrder[]): Promise<Map<string, string>> {
  const keys = [...new Set(items.map(({ customerExternalId }) => customerExternalId))]
  const rows = await tx.$queryRaw<{ key: string; id: string }[]>`
    select external_id as key, coalesce(merged_into_id, id) as id from customers
    where external_id = any(${keys}::text[])`
  return new Map(rows.map(({ key, id }) => [key, id]))
}

/** Whose each number is now, by the key of the order. */
async function numbersOf(tx: Tx, items: readonly CheckedOrder[]): Promise<Map<string, string>> {
  const numbers = items.map(({ number }) => number)
  const rows = await tx.$queryRaw<(ExternalKey & { number: string })[]>`
    select number, source, external_id as "externalId" from orders where number = any(${numbers}::text[])`
  return new Map(rows.map((row) => [row.number, externalKey(row)]))
}
