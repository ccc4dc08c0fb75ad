import { z } from 'zod'
import { policyKind } from '../policies/kinds.ts'

const days = z.int().min(1).max(365)

/** Until when complaints must be answered, by what they are about, each with the law's article or the shop's own rule. */
const shape = z.strictObject({
  acknowledgeWithinDays: days,
  disputeWithinDays: days,
  answers: z
    .strictObject({
      SERVICE: z.strictObject({ withinDays: days, source: z.string().min(1).max(1_000) }),
      GOODS: z.strictObject({ withinDays: days, source: z.string().min(1).max(1_000) }),
      COURIER: z.strictObject({ withinDays: days, source: z.string().min(1).max(1_000) }),
      PICKUP_POINT: z.strictObject({ withinDays: days, source: z.string().min(1).max(1_000) }),
      OPERATOR: z.strictObject({ withinDays: days, source: z.string().min(1).max(1_000) }),
    })
    .readonly(),
})

export const complaintsPolicy = policyKind('COMPLAINTS', shape)
