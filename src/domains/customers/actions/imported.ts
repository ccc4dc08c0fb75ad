import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Language } from '../../../core/prisma/enums.ts'

/** Whose an imported record is, by the source's own key. */
export interface ImportedCustomer {
  readonly source: string
  readonly customerExternalId: string
  readonly customerName: string | null
  readonly language: Language
}

/** The key of a customer in the map that `importedCustomers` gives. */
export function importedCustomerKey(item: { source: string; customerExternalId: string }): string {
  return JSON.stringify([`import:${item.source}`, item.customerExternalId])
}

/**
 * The customers of imported records, made where the source's key is new: the same few statements for any number. No id
 * is made from the source's key: it would outlive an erasure, and lead back to the person.
 */
export async function importedCustomers(
  tx: Tx,
  items: readonly ImportedCustomer[],
): Promise<Map<string, string>> {
  const rows = [...new Map(items.map((item) => [importedCustomerKey(item), item])).entries()].map(
    ([, item]) => ({
      id: newId(),
      identity_id: newId(),
      source: `import:${item.source}`,
      external_id: item.customerExternalId,
      name: item.customerName,
      locale: item.language,
    }),
  )
  if (rows.length === 0) return new Map()
  const json = JSON.stringify(rows)
  const made = await tx.$executeRaw`
    insert into customers (id, name, locale)
    select given.id, given.name, given.locale from jsonb_to_recordset(${json}::jsonb) as given(
      id uuid, name text, locale language, source text, external_id text)
    where not exists (select 1 from customer_identities as known
      where known.source = given.source and known.external_id = given.external_id)`
  if (made > 0) await nameMade(tx, json, made)
  const found = await tx.$queryRaw<{ source: string; externalId: string; customerId: string }[]>`
    select known.source, known.external_id as "externalId", coalesce(c.merged_into_id, c.id) as "customerId"
    from jsonb_to_recordset(${json}::jsonb) as given(source text, external_id text)
    join customer_identities as known using (source, external_id)
    join customers as c on c.id = known.customer_id`
  return new Map(
    found.map(({ source, externalId, customerId }) => [JSON.stringify([source, externalId]), customerId]),
  )
}

/** Gives the customers that were just made their identities; where another node was faster, its customer is the one. */
async function nameMade(tx: Tx, json: string, made: number): Promise<void> {
  const named = await tx.$executeRaw`
    insert into customer_identities (id, customer_id, source, external_id, is_verified)
    select identity_id, id, source, external_id, false from jsonb_to_recordset(${json}::jsonb) as given(
      id uuid, identity_id uuid, source text, external_id text)
    where exists (select 1 from customers where customers.id = given.id)
    order by source, external_id on conflict do nothing`
  if (named === made) return
  await tx.$executeRaw`
    delete from customers using jsonb_to_recordset(${json}::jsonb) as given(id uuid)
    where customers.id = given.id
      and not exists (select 1 from customer_identities where customer_id = customers.id)`
}

/**
 * The same, for records that name the customer by the shop's key: one the shop has told of by that key
 * (`customersUpsert`) is meant, another is made as the source's own.
 */
export async function shopOrImportedCustomers(
  tx: Tx,
  items: readonly ImportedCustomer[],
): Promise<Map<string, string>> {
  const keys = [...new Set(items.map(({ customerExternalId }) => customerExternalId))]
  const known = await tx.$queryRaw<{ externalId: string; customerId: string }[]>`
    select external_id as "externalId", coalesce(merged_into_id, id) as "customerId"
    from customers where external_id = any(${keys}::text[])`
  const ofShop = new Map(known.map(({ externalId, customerId }) => [externalId, customerId]))
  const others = items.filter(({ customerExternalId }) => !ofShop.has(customerExternalId))
  const customers = await importedCustomers(tx, others)
  for (const item of items) {
    const customerId = ofShop.get(item.customerExternalId)
    if (customerId !== undefined) customers.set(importedCustomerKey(item), customerId)
  }
  return customers
}
