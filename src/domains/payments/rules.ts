import type { DeclineReason, PaymentMethod, PaymentStatus } from '../../core/prisma/enums.ts'

/** The limits of what a partner may say about a payment. */
export const paymentLimits = { attempts: 200, instalments: 120 } as const

/** What can be done about a declined payment. */
export interface Advice {
  /** Whether the same way of paying can go through when it is tried again. */
  readonly isRetryable: boolean
  /** Other ways worth offering, the best first. */
  readonly alternatives: readonly PaymentMethod[]
}

/** The one table of what to say to a buyer whose payment was declined. */
export const adviceByReason: { readonly [Reason in DeclineReason]: Advice } = {
  INSUFFICIENT_FUNDS: { isRetryable: true, alternatives: ['INSTALMENTS', 'CASH_ON_DELIVERY', 'SBP'] },
  AUTHENTICATION_FAILED: { isRetryable: true, alternatives: ['SBP', 'WALLET', 'CARD'] },
  CARD_EXPIRED: { isRetryable: false, alternatives: ['CARD', 'SBP', 'WALLET'] },
  ISSUER_DECLINED: { isRetryable: false, alternatives: ['SBP', 'CARD', 'WALLET', 'CASH_ON_DELIVERY'] },
  FRAUD_SUSPECTED: { isRetryable: false, alternatives: ['CASH_ON_DELIVERY'] },
  LIMIT_EXCEEDED: { isRetryable: true, alternatives: ['BANK_TRANSFER', 'CARD', 'CASH_ON_DELIVERY'] },
  TECHNICAL: { isRetryable: true, alternatives: ['SBP', 'CARD', 'WALLET'] },
  UNKNOWN: { isRetryable: true, alternatives: ['SBP', 'CARD', 'CASH_ON_DELIVERY'] },
}

/** A refusal of one card says nothing of another, so that a card is offered again only where another can help. */
const anotherCardHelps: readonly DeclineReason[] = ['CARD_EXPIRED', 'ISSUER_DECLINED']

/** What to do about a refusal, for somebody who paid by this method: it is not offered to them again. */
export function adviceFor(reason: DeclineReason, method: PaymentMethod): Advice {
  const { isRetryable, alternatives } = adviceByReason[reason]
  const mayRepeat = method === 'CARD' && anotherCardHelps.includes(reason)
  return { isRetryable, alternatives: alternatives.filter((other) => other !== method || mayRepeat) }
}

/** The words and codes of providers and of ISO 8583, in lower case, by what they mean. */
const codesByReason: { readonly [Reason in Exclude<DeclineReason, 'UNKNOWN'>]: readonly string[] } = {
  INSUFFICIENT_FUNDS: ['51', '116', 'insufficient_funds', 'not_sufficient_funds'],
  AUTHENTICATION_FAILED: [
    '1a',
    '55',
    '3d_secure_failed',
    'authentication_required',
    'authentication_failed',
    'invalid_csc',
    'incorrect_cvc',
    'incorrect_pin',
  ],
  CARD_EXPIRED: ['33', '54', '101', 'card_expired', 'expired_card'],
  ISSUER_DECLINED: [
    '05',
    '5',
    '57',
    '62',
    'general_decline',
    'generic_decline',
    'call_issuer',
    'do_not_honor',
    'card_declined',
    'transaction_not_allowed',
    'country_forbidden',
  ],
  FRAUD_SUSPECTED: [
    '34',
    '41',
    '43',
    '59',
    'fraud_suspected',
    'fraudulent',
    'lost_card',
    'stolen_card',
    'pickup_card',
  ],
  LIMIT_EXCEEDED: [
    '61',
    '65',
    'payment_method_limit_exceeded',
    'card_velocity_exceeded',
    'withdrawal_count_limit_exceeded',
    'limit_exceeded',
  ],
  TECHNICAL: [
    '91',
    '92',
    '96',
    '06',
    'issuer_unavailable',
    'issuer_not_available',
    'processing_error',
    'internal_timeout',
    'try_again_later',
    'technical',
  ],
}

const reasonsByCode = new Map(
  (Object.entries(codesByReason) as [DeclineReason, readonly string[]][]).flatMap(([reason, codes]) =>
    codes.map((code) => [code, reason] as const),
  ),
)

/** What a provider's own code of a refusal means; UNKNOWN for one that is not in the table. */
export function normalisedReason(rawReason: string | null): DeclineReason {
  const code = (rawReason ?? '')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  return reasonsByCode.get(code) ?? 'UNKNOWN'
}

const unpaid: readonly PaymentStatus[] = ['PENDING', 'FAILED']

/**
 * Why a payment has not gone through: the refusal of its last attempt. Null when it has, when it was given up, or
 * when it was not tried yet.
 */
export function troubleOf(
  status: PaymentStatus,
  last: { readonly isSuccessful: boolean; readonly declineReason: DeclineReason | null } | undefined,
): DeclineReason | null {
  if (!unpaid.includes(status)) return null
  if (last === undefined) return status === 'FAILED' ? 'UNKNOWN' : null
  if (last.isSuccessful) return status === 'FAILED' ? 'UNKNOWN' : null
  return last.declineReason ?? 'UNKNOWN'
}
