import { fire } from '../kit/due.ts'
import { done, type Person } from '../kit/world.ts'
import { uuidOf } from '../orders/shop.ts'
import type { Scene } from './scene.ts'

export const refundFields = `id status version attemptCount gatewayReference failureCode isRetryable succeededAt
  amount { amount currencyCode } payment { id } order { id } return { id } grantedBy { id } customer { id }
  allowedActions { action isAllowed blockedBy }`
export interface Refund {
  readonly id: string
  readonly status: string
  readonly version: number
  readonly amount: { amount: string; currencyCode: string }
  readonly payment: { id: string } | null
  readonly [field: string]: unknown
}

export const rubles = (amount: string) => ({ amount, currencyCode: 'RUB' })

/** The input of a grant of roubles for an order or a return, under a key of its own. */
export function grantInput(because: object, amount: string): Record<string, unknown> {
  return { ...because, amount: rubles(amount), idempotencyKey: crypto.randomUUID() }
}

export async function grant(by: Person, because: object, amount: string): Promise<Refund> {
  const input = grantInput(because, amount)
  return (await done<{ refund: Refund }>(by, 'refundGrant', input, `refund { ${refundFields} }`)).refund
}

export async function execute(by: Person, refundId: string): Promise<Refund> {
  const selection = `refund { ${refundFields} }`
  return (await done<{ refund: Refund }>(by, 'refundExecute', { refundId }, selection)).refund
}

export async function readRefund<Data = Refund>(
  by: Person,
  id: string,
  fields = refundFields,
): Promise<Data | null> {
  const read = await by.ask<{ node: Data | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Refund { ${fields} } } }`,
    { id },
  )
  return read.node
}

/** When the timer behind a refund is due, in seconds from now; null when there is none. */
export async function askedAgainIn({ server }: Scene, refundId: string): Promise<number | null> {
  const { rows } = await server.desk.database.pool.query<{ seconds: number }>(
    `select extract(epoch from due_at - now())::float as seconds from due
     where kind = 'refund.execute' and subject_id = $1`,
    [uuidOf(refundId)],
  )
  return rows[0]?.seconds ?? null
}

/** Makes the timers of all refunds due at once. */
export async function askNow({ server }: Scene): Promise<void> {
  await fire(server.desk.database.pool, `kind = 'refund.execute'`)
}

/** Puts the timer of a refund off for a day: from then on only what a test does writes. */
export async function askLater({ server }: Scene, refundId: string): Promise<void> {
  await server.desk.database.pool.query(
    `update due set due_at = now() + interval '1 day' where kind = 'refund.execute' and subject_id = $1`,
    [uuidOf(refundId)],
  )
}
