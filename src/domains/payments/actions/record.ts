import type { KnownViewer } from '../../../auth/viewer.ts'
import type { BulkTable } from '../../../core/bulk-rows.ts'
import { insertMissing, keyOf, rowsBy, saysTheSame, storedRows, upsertRows } from '../../../core/bulk-rows.ts'
import type { Tx } from '../../../core/database.ts'
import { externalKey } from '../../../core/external-key.ts'
import { newId } from '../../../core/ids.ts'
import type { Payment, PaymentAttempt } from '../../../core/prisma/client.ts'
import { InvalidInput, Problem } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import { staleOver, writeBulk } from '../../../events/bulk-write.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import { ordersByKey } from '../../orders/keys.ts'
import type { CheckedPayment, PaymentInput } from './check.ts'
import { checkPayment } from './check.ts'

type Row = Omit<Payment, 'createdAt'>
const payments: BulkTable<Row> = {
  name: 'payments',
  key: ['source', 'externalId'],
  plain: 'rawStatus',
  columns: {
    id: 'uuid',
    source: 'text',
    externalId: 'text',
    orderId: 'uuid',
    customerId: 'uuid',
    method: 'payment_method',
    rawMethod: 'text',
    status: 'payment_status',
    rawStatus: 'text',
    currencyCode: 'text',
    amount: 'bigint',
    capturedAmount: 'bigint',
    instalmentCount: 'int',
    startedAt: 'timestamptz',
    sourceUpdatedAt: 'timestamptz',
  },
}
const paymentAttempts: BulkTable<PaymentAttempt> = {
  name: 'payment_attempts',
  key: ['paymentId', 'externalId'],
  plain: 'rawReason',
  columns: {
    id: 'uuid',
    paymentId: 'uuid',
    externalId: 'text',
    isSuccessful: 'boolean',
    declineReason: 'decline_reason',
    rawReason: 'text',
    occurredAt: 'timestamptz',
  },
}

export interface PaymentDone {
  readonly paymentId: string
  readonly isNew: boolean
  readonly eventId: bigint | null
}

/**
 * Records payments by the provider's own key. Each item has its own result, in order; one that cannot be taken does
 * not spoil the others. What was said before in the same words appends nothing.
 */
export async function recordPayments(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly PaymentInput[],
): Promise<(PaymentDone | Problem)[]> {
  return await writeBulk(desk, {
    name: 'payments',
    items,
    check: checkPayment,
    write: async (tx, checked) => await writePayments(tx, viewer, checked),
  })
}

/** A checked payment with the order it is of. */
interface Resolved {
  readonly item: CheckedPayment
  readonly row: Row
}
/** A payment that is new, or of which something was said that is not stored. */
interface Change extends Resolved {
  readonly before: Row | null
  readonly attempts: readonly PaymentAttempt[]
  /** Whether more changed than the time of the source. */
  readonly isVisible: boolean
}

async function writePayments(tx: Tx, viewer: KnownViewer, items: readonly CheckedPayment[]) {
  const results = new Map<CheckedPayment, PaymentDone | Problem>()
  const taken: Resolved[] = []
  for (const [item, resolved] of await resolvePayments(tx, items)) {
    if (resolved instanceof Problem) results.set(item, resolved)
    else taken.push(resolved)
  }
  const known = await readKnown(tx, taken)
  const changes: Change[] = []
  for (const resolved of taken) {
    const before = known.payments.get(keyOf(payments, resolved.row)) ?? null
    const refused = before === null ? null : refusalOf(before, resolved)
    const paymentId = before?.id ?? resolved.row.id
    results.set(resolved.item, refused ?? { paymentId, isNew: before === null, eventId: null })
    const change = refused === null ? changeOf(resolved, before, known.attempts.get(paymentId) ?? []) : null
    if (change !== null) changes.push(change)
  }
  await writeChanges(tx, viewer, changes, results)
  return results
}

/** Finds the orders. Whose an order is and its currency never change, so that it need not be locked. */
async function resolvePayments(tx: Tx, items: readonly CheckedPayment[]) {
  const keyOfOrder = ({ orderSource: source, orderExternalId: externalId }: CheckedPayment) => ({
    source,
    externalId,
  })
  const orders = await ordersByKey(tx, items.map(keyOfOrder))
  return new Map<CheckedPayment, Resolved | Problem>(
    items.map((item) => {
      const order = orders.get(externalKey(keyOfOrder(item)))
      if (order === undefined) return [item, new InvalidInput('unknown', [...item.path, 'orderExternalId'])]
      if (order.currencyCode !== item.currencyCode) {
        return [item, new InvalidInput('currencyMismatch', [...item.path, 'currencyCode'])]
      }
      return [item, { item, row: { ...item, orderId: order.id, customerId: order.customerId } }]
    }),
  )
}

/** Inserts what is new, and gives what was stored of the others, locked from now on. */
async function readKnown(tx: Tx, taken: readonly Resolved[]) {
  const rows = taken.map(({ row }) => row)
  const fresh = await insertMissing(tx, payments, rows)
  const known = rows.filter(({ id }) => !fresh.has(id))
  const stored = await storedRows(tx, payments, payments.key, known)
  const asked = [...stored.values()].map(({ id }) => ({ paymentId: id }))
  const attempts = await storedRows(tx, paymentAttempts, ['paymentId'], asked)
  return { payments: stored, attempts: rowsBy(attempts.values(), 'paymentId') }
}

/** Refunds rely on which order a payment is of: it never changes. */
function refusalOf(before: Row, { item, row }: Resolved): Problem | null {
  const stale = staleOver(before, item)
  if (stale !== null) return stale
  return before.orderId === row.orderId ? null : new InvalidInput('taken', [...item.path, 'orderExternalId'])
}

function changeOf(resolved: Resolved, before: Row | null, stored: readonly PaymentAttempt[]): Change | null {
  const { item } = resolved
  const row = { ...resolved.row, id: before?.id ?? resolved.row.id }
  const known = new Map(stored.map((attempt) => [attempt.externalId, attempt]))
  // Attempts add up: one that is not named any more was still made.
  const attempts = item.attempts
    .map((attempt) => ({ ...attempt, id: newId(), paymentId: row.id }))
    .filter((attempt) => {
      const same = known.get(attempt.externalId)
      return same === undefined || !saysTheSame(paymentAttempts, same, attempt)
    })
  if (before === null) return { item, row, before, attempts, isVisible: true }
  if (attempts.length === 0 && saysTheSame(payments, before, row)) return null
  const isVisible = attempts.length > 0 || !saysTheSame(payments, before, row, ['sourceUpdatedAt'])
  return { item, row, before, attempts, isVisible }
}

async function writeChanges(
  tx: Tx,
  viewer: KnownViewer,
  changes: readonly Change[],
  results: Map<CheckedPayment, PaymentDone | Problem>,
): Promise<void> {
  const known = changes.filter(({ before }) => before !== null)
  await upsertRows(
    tx,
    payments,
    known.map(({ row }) => row),
  )
  await upsertRows(
    tx,
    paymentAttempts,
    changes.flatMap(({ attempts }) => attempts),
  )
  const visible = changes.filter(({ isVisible }) => isVisible)
  const eventIds = await appendAll(
    tx,
    actorOf(viewer),
    visible.map(({ row, before }) => ({
      type: 'payment.recorded',
      subjects: { customerId: row.customerId },
      data: { paymentId: row.id, orderId: row.orderId, from: before?.status ?? null, to: row.status },
    })),
  )
  for (const [index, { item, row, before }] of visible.entries()) {
    results.set(item, { paymentId: row.id, isNew: before === null, eventId: eventIds[index] ?? null })
  }
}
