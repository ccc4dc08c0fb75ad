import type { Tx } from '../../core/database.ts'
import type { ExternalKey } from '../../core/external-key.ts'
import { externalKey } from '../../core/external-key.ts'

/** What never changes of an order. */
interface KnownOrder {
  readonly id: string
  readonly customerId: string
  readonly currencyCode: string
}

/** The orders that partners' records name by their keys, in one statement; unknown ones are absent. */
export async function ordersByKey(
  tx: Pick<Tx, '$queryRaw'>,
  keys: readonly ExternalKey[],
): Promise<ReadonlyMap<string, KnownOrder>> {
  if (keys.length === 0) return new Map()
  const found = await tx.$queryRaw<(ExternalKey & KnownOrder)[]>`
    select id, customer_id as "customerId", currency_code as "currencyCode", source, external_id as "externalId" from orders
    where (source, external_id) in (select given.source, given."externalId"
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as given(source text, "externalId" text))`
  return new Map(found.map((order) => [externalKey(order), order]))
}
