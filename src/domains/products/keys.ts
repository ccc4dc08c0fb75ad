import type { Tx } from '../../core/database.ts'
import type { ExternalKey } from '../../core/external-key.ts'
import { externalKey } from '../../core/external-key.ts'

/** The products that partners' records name by their keys, in one statement; unknown ones are absent. */
export async function productsByKey(
  tx: Pick<Tx, '$queryRaw'>,
  keys: readonly ExternalKey[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map()
  const found = await tx.$queryRaw<(ExternalKey & { id: string })[]>`
    select id, source, external_id as "externalId" from products
    where (source, external_id) in (select given.source, given."externalId"
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as given(source text, "externalId" text))`
  return new Map(found.map((product) => [externalKey(product), product.id]))
}
