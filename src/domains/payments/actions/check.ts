import { now } from '../../../core/clock.ts'
import { checkDate } from '../../../core/dates.ts'
import { newId } from '../../../core/ids.ts'
import { checkCurrency, toMinorUnits } from '../../../core/money.ts'
import type { DeclineReason, PaymentMethod, PaymentStatus } from '../../../core/prisma/enums.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { normalisedReason, paymentLimits } from '../rules.ts'

export interface PaymentInput {
  readonly source: string
  readonly externalId: string
  readonly orderSource: string
  readonly orderExternalId: string
  readonly method: PaymentMethod
  readonly rawMethod: string | null
  readonly status: PaymentStatus
  readonly rawStatus: string | null
  readonly amount: string
  readonly currencyCode: string
  readonly capturedAmount: string
  readonly instalmentCount: number
  readonly startedAt: Date
  readonly attempts: readonly AttemptInput[]
  readonly sourceUpdatedAt: Date
}
export interface AttemptInput {
  readonly externalId: string
  readonly isSuccessful: boolean
  readonly declineReason: DeclineReason | null
  readonly rawReason: string | null
  readonly occurredAt: Date
}

export type CheckedPayment = ReturnType<typeof checkPayment>

/** @throws InvalidInput for what no payment can be */
export function checkPayment(item: PaymentInput, path: readonly string[]) {
  const at = (name: string) => [...path, name]
  const { instalmentCount } = item
  if (instalmentCount < 1 || instalmentCount > paymentLimits.instalments) {
    throw new InvalidInput('range', at('instalmentCount'), { min: 1, max: paymentLimits.instalments })
  }
  const currencyCode = checkCurrency(item.currencyCode, at('currencyCode'))
  const amount = toMinorUnits(item.amount, currencyCode, at('amount'))
  const capturedAmount = toMinorUnits(item.capturedAmount, currencyCode, at('capturedAmount'))
  if (capturedAmount > amount) {
    throw new InvalidInput('range', at('capturedAmount'), { min: 0, max: item.amount })
  }
  return {
    path,
    id: newId(),
    source: checkText(item.source, at('source'), textLimits.key),
    externalId: checkText(item.externalId, at('externalId'), textLimits.key),
    orderSource: checkText(item.orderSource, at('orderSource'), textLimits.key),
    orderExternalId: checkText(item.orderExternalId, at('orderExternalId'), textLimits.key),
    method: item.method,
    rawMethod: checkOptionalText(item.rawMethod, at('rawMethod'), textLimits.name),
    status: item.status,
    rawStatus: checkOptionalText(item.rawStatus, at('rawStatus'), textLimits.name),
    currencyCode,
    amount,
    capturedAmount,
    instalmentCount,
    startedAt: checkDate(item.startedAt, at('startedAt'), now()),
    attempts: checkAttempts(item.attempts, at('attempts')),
    sourceUpdatedAt: checkDate(item.sourceUpdatedAt, at('sourceUpdatedAt'), now()),
  }
}

function checkAttempts(attempts: readonly AttemptInput[], path: readonly string[]) {
  if (attempts.length > paymentLimits.attempts) {
    throw new InvalidInput('tooMany', path, { max: paymentLimits.attempts })
  }
  const keys = new Set<string>()
  return attempts.map((attempt, index) => {
    const checked = checkAttempt(attempt, [...path, String(index)])
    if (keys.has(checked.externalId)) {
      throw new InvalidInput('duplicate', [...path, String(index), 'externalId'])
    }
    keys.add(checked.externalId)
    return checked
  })
}

function checkAttempt({ isSuccessful, declineReason, ...attempt }: AttemptInput, path: readonly string[]) {
  if (isSuccessful && declineReason !== null) throw new InvalidInput('forbidden', [...path, 'declineReason'])
  const rawReason = checkOptionalText(attempt.rawReason, [...path, 'rawReason'], textLimits.name)
  return {
    externalId: checkText(attempt.externalId, [...path, 'externalId'], textLimits.key),
    isSuccessful,
    declineReason: isSuccessful ? null : (declineReason ?? normalisedReason(rawReason)),
    rawReason,
    occurredAt: checkDate(attempt.occurredAt, [...path, 'occurredAt'], now()),
  }
}
