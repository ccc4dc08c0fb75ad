import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Language } from '../../../core/prisma/enums.ts'
import { InvalidInput, Problem } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { assertBulkSize, assertPhone, guestSource } from '../rules.ts'

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
  | { readonly customerId: string; readonly isNew: boolean; readonly eventId: bigint }

/**
 * Makes or changes customers by the partner's own key. Each item is written alone and has its own result, in order;
 * one that cannot be taken does not spoil the others. Fields left out stay. Safe to repeat.
 */
export async function upsertCustomers(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly CustomerItem[],
): Promise<CustomerResult[]> {
  assertBulkSize(items.length, 'customers')
  const results: CustomerResult[] = []
  for (const [index, item] of items.entries()) {
    try {
      const checked = checkItem(item, ['customers', String(index)])
      results.push(await transact(desk, async (tx) => await upsertOne(tx, viewer, checked)))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      results.push(error)
    }
  }
  return results
}

function checkItem(item: CustomerItem, path: readonly string[]) {
  const at = (name: string) => [...path, name]
  if (item.phone !== null) assertPhone(item.phone, at('phone'))
  return {
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
}

async function upsertOne(tx: Tx, viewer: KnownViewer, item: ReturnType<typeof checkItem>) {
  const { externalId, login, path } = item
  // A key of its own for this customer: two calls at once wait for each other instead of colliding.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`customer ${externalId}`}, 0))::text`
  const given = Object.entries({ name: item.name, email: item.email, phone: item.phone, locale: item.locale })
  const data = Object.fromEntries(given.filter(([, value]) => value !== null))
  const known = await findCustomer(tx, externalId, login, path)
  const customerId = known?.id ?? newId()
  if (known === null) await tx.customer.create({ data: { id: customerId, externalId, ...data } })
  else await tx.customer.update({ where: { id: customerId }, data: { externalId, ...data } })
  if (login !== null) await keepLogin(tx, customerId, login, path)
  const eventId = await append(tx, 'customer.upserted', actorOf(viewer), { customerId }, {})
  return { customerId, isNew: known === null, eventId }
}

/** A call beside this one, or the person's first request, may have been faster: then the login is not taken over. */
async function keepLogin(
  tx: Tx,
  customerId: string,
  login: { source: string; externalId: string },
  path: readonly string[],
): Promise<void> {
  await tx.customerIdentity.createMany({
    data: [{ id: newId(), customerId, ...login, isVerified: true }],
    skipDuplicates: true,
  })
  const kept = await tx.customerIdentity.findUniqueOrThrow({ where: { source_externalId: login } })
  if (kept.customerId !== customerId) throw new InvalidInput('taken', [...path, 'login'])
}

/** The customer of the partner's key, else the one who has already logged in with the login given. */
async function findCustomer(
  tx: Tx,
  externalId: string,
  login: { source: string; externalId: string } | null,
  path: readonly string[],
) {
  if (login?.source === guestSource) throw new InvalidInput('forbidden', [...path, 'login'])
  const byKey = await tx.customer.findUnique({ where: { externalId } })
  if (login === null) return byKey
  const identity = await tx.customerIdentity.findUnique({
    where: { source_externalId: login },
    include: { customer: true },
  })
  const byLogin = identity?.customer ?? null
  const isOfAnother =
    byLogin !== null && (byKey === null ? byLogin.externalId !== null : byLogin.id !== byKey.id)
  if (isOfAnother) throw new InvalidInput('taken', [...path, 'login'])
  return byKey ?? byLogin
}
