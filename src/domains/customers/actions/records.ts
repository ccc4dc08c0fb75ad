import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Language } from '../../../core/prisma/enums.ts'
import { InvalidInput } from '../../../core/problems.ts'
import type { CheckedCustomer } from './upsert.ts'

interface CustomerRecord {
  readonly id: string
  externalId: string | null
  name: string | null
  email: string | null
  phone: string | null
  locale: Language
}

interface Login {
  readonly source: string
  readonly externalId: string
}

const keyOfLogin = ({ source, externalId }: Login) => JSON.stringify([source, externalId])

/**
 * The customers that a call is about, held locked: the items are taken one after another in memory, then everything that
 * changed is written at once.
 */
export class Records {
  readonly #byKey = new Map<string, CustomerRecord>()
  readonly #byLogin = new Map<string, CustomerRecord>()
  readonly #made = new Set<CustomerRecord>()
  readonly #changed = new Set<CustomerRecord>()
  readonly #logins: (Login & { id: string; customerId: string })[] = []

  static async load(tx: Tx, items: readonly CheckedCustomer[]): Promise<Records> {
    const records = new Records()
    const keys = [...new Set(items.map(({ externalId }) => externalId))]
    const logins = items.flatMap(({ login }) => login ?? [])
    // In one order for all calls, so that none waits for another that waits for it.
    const rows = await tx.$queryRaw<(CustomerRecord & { logins: [string, string][] | null })[]>`
      with given as (
        select login.source, login.external_id, known.customer_id
        from jsonb_to_recordset(${JSON.stringify(logins.map(loginRow))}::jsonb) as login(source text, external_id text)
        join customer_identities as known using (source, external_id)
      )
      select id, external_id as "externalId", name, email, phone, locale,
        (select jsonb_agg(jsonb_build_array(source, external_id)) from given where customer_id = customers.id) as logins
      from customers
      where external_id = any(${keys}::text[]) or id in (select customer_id from given)
      order by id for no key update`
    for (const { logins: known, ...record } of rows) {
      if (record.externalId !== null) records.#byKey.set(record.externalId, record)
      for (const [source, externalId] of known ?? []) {
        records.#byLogin.set(keyOfLogin({ source, externalId }), record)
      }
    }
    return records
  }

  /** @throws InvalidInput when the login is somebody else's; nothing is changed then */
  take(item: CheckedCustomer): { customerId: string; isNew: boolean; isChanged: boolean } {
    const known = this.#find(item)
    const isNew = known === undefined
    const record = known ?? { id: newId(), ...blank }
    let isChanged = assign(record, item) || isNew
    this.#byKey.set(item.externalId, record)
    if (isNew) this.#made.add(record)
    else if (isChanged && !this.#made.has(record)) this.#changed.add(record)
    if (item.login !== null && !this.#byLogin.has(keyOfLogin(item.login))) {
      this.#byLogin.set(keyOfLogin(item.login), record)
      this.#logins.push({ id: newId(), customerId: record.id, ...item.login })
      isChanged = true
    }
    return { customerId: record.id, isNew, isChanged }
  }

  /** The customer of the partner's key, else the one who has already logged in with the login given. */
  #find({ externalId, login, path }: CheckedCustomer): CustomerRecord | undefined {
    const byKey = this.#byKey.get(externalId)
    const byLogin = login === null ? undefined : this.#byLogin.get(keyOfLogin(login))
    if (byLogin === undefined) return byKey
    const isOfAnother = byKey === undefined ? byLogin.externalId !== null : byLogin !== byKey
    if (isOfAnother) throw new InvalidInput('taken', [...path, 'login'])
    return byLogin
  }

  /** False when somebody was faster with a key or a login: then the transaction must not be kept. */
  async write(tx: Tx): Promise<boolean> {
    const made = [...this.#made]
    if (made.length > 0 && (await insertCustomers(tx, made)) < made.length) return false
    if (this.#changed.size > 0) await updateCustomers(tx, [...this.#changed])
    if (this.#logins.length === 0) return true
    const rows = this.#logins.map((login) => ({
      id: login.id,
      customer_id: login.customerId,
      ...loginRow(login),
    }))
    const kept = await tx.$executeRaw`
      insert into customer_identities (id, customer_id, source, external_id, is_verified)
      select id, customer_id, source, external_id, true
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(
        id uuid, customer_id uuid, source text, external_id text)
      order by source, external_id on conflict do nothing`
    return kept === rows.length
  }
}

const blank = { externalId: null, name: null, email: null, phone: null, locale: 'RU' as Language }

function loginRow({ source, externalId }: Login | { source: string; externalId: string }) {
  return { source, external_id: externalId }
}

/** Takes over what the item says; fields left out stay. True if that changed something. */
function assign(record: CustomerRecord, item: CheckedCustomer): boolean {
  const { externalId, name, email, phone, locale } = item
  const given = Object.entries({ externalId, name, email, phone, locale })
  const changes = given.filter(
    ([field, value]) => value !== null && value !== record[field as keyof CustomerRecord],
  )
  Object.assign(record, Object.fromEntries(changes))
  return changes.length > 0
}

function rowsOf(records: readonly CustomerRecord[]): string {
  return JSON.stringify(records.map(({ externalId, ...record }) => ({ ...record, external_id: externalId })))
}

async function insertCustomers(tx: Tx, records: readonly CustomerRecord[]): Promise<number> {
  return await tx.$executeRaw`
    insert into customers (id, external_id, name, email, phone, locale)
    select id, external_id, name, email, phone, locale from jsonb_to_recordset(${rowsOf(records)}::jsonb) as given(
      id uuid, external_id text, name text, email text, phone text, locale language)
    order by external_id on conflict do nothing`
}

async function updateCustomers(tx: Tx, records: readonly CustomerRecord[]): Promise<void> {
  await tx.$executeRaw`
    update customers set external_id = given.external_id, name = given.name, email = given.email,
      phone = given.phone, locale = given.locale
    from jsonb_to_recordset(${rowsOf(records)}::jsonb) as given(
      id uuid, external_id text, name text, email text, phone text, locale language)
    where customers.id = given.id`
}
