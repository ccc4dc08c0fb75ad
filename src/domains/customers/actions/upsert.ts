import type { KnownViewer } from '../../../auth/viewer.ts'
import { assertBulkSize, eachAlone } from '../../../core/bulk.ts'
import type { Tx } from '../../../core/database.ts'
import type { Language } from '../../../core/prisma/enums.ts'
import { InvalidInput, Problem } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { assertPhone, guestSource } from '../rules.ts'
import { Records } from './records.ts'

export interface CustomerItem {
  readonly externalId: string
  readonly name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly locale: Language | null
  readonly login: { readonly issuer: string; readonly subject: string } | null
}
export type CustomerResult =
  | Problem
  | { readonly customerId: string; readonly isNew: boolean; readonly eventId: bigint | null }

/**
 * Makes or changes customers by the partner's own key, all of a call in one transaction and the same few statements.
 * Each item has its own result, in order, as if they had come one after another; one that cannot be taken does not
 * spoil the others. Fields left out stay. Safe to repeat: what changes nothing writes nothing.
 */
export async function upsertCustomers(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly CustomerItem[],
): Promise<CustomerResult[]> {
  assertBulkSize(items.length, 'customers')
  const checked = await eachAlone(items, (item, index) => checkItem(item, ['customers', String(index)]))
  if (checked.every((item) => item instanceof Problem)) return checked
  return await writeAgain(desk, async (tx) => await upsertAll(tx, viewer, checked))
}

export type CheckedCustomer = ReturnType<typeof checkItem>

function checkItem(item: CustomerItem, path: readonly string[]) {
  const at = (name: string) => [...path, name]
  if (item.phone !== null) assertPhone(item.phone, at('phone'))
  const checked = {
    ...item,
    path,
    externalId: checkText(item.externalId, at('externalId'), textLimits.key),
    name: checkOptionalText(item.name, at('name'), textLimits.name),
    login:
      item.login === null
        ? null
        : {
            source: checkText(item.login.issuer, at('login'), textLimits.key),
            externalId: checkText(item.login.subject, at('login'), textLimits.key),
          },
  }
  // Only the guest's own token proves to be that guest.
  if (checked.login?.source === guestSource) throw new InvalidInput('forbidden', at('login'))
  return checked
}

/** A call beside this one, or a person's first request, took a key or a login after it had been looked for. */
class Overtaken extends Error {}

const attempts = 5

/** Runs the whole again when it was overtaken: what was taken is found then. */
async function writeAgain<T>(desk: Desk, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transact(desk, work)
    } catch (error) {
      const isOvertaken =
        error instanceof Overtaken || (error instanceof Error && /\b23505\b/.test(textOf(error)))
      if (attempt >= attempts || !isOvertaken) throw error
    }
  }
}

function textOf(error: Error): string {
  return `${error.message} ${JSON.stringify(Reflect.get(error, 'meta') ?? null)}`
}

async function upsertAll(
  tx: Tx,
  viewer: KnownViewer,
  items: readonly (CheckedCustomer | Problem)[],
): Promise<CustomerResult[]> {
  const records = await Records.load(
    tx,
    items.filter((item): item is CheckedCustomer => !(item instanceof Problem)),
  )
  const decided = await eachAlone(items, (item) => {
    if (item instanceof Problem) throw item
    return records.take(item)
  })
  if (!(await records.write(tx))) throw new Overtaken()
  const changes = decided.filter((one) => !(one instanceof Problem) && one.isChanged) as {
    customerId: string
  }[]
  const events = changes.map(({ customerId }) => ({
    type: 'customer.upserted' as const,
    subjects: { customerId },
    data: {},
  }))
  const ids = events.length === 0 ? [] : await appendAll(tx, actorOf(viewer), events)
  const eventIds = new Map<object, bigint | undefined>(changes.map((change, index) => [change, ids[index]]))
  return decided.map((one) =>
    one instanceof Problem
      ? one
      : { customerId: one.customerId, isNew: one.isNew, eventId: eventIds.get(one) ?? null },
  )
}
