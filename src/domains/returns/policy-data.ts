import { z } from 'zod'
import type { PolicyVersion } from '../../core/prisma/client.ts'
import { ReturnDecision } from '../../core/prisma/enums.ts'
import { policyKind } from '../policies/kinds.ts'

const key = z.string().regex(/^[a-z][A-Za-z0-9]{0,49}$/)
const text = z.object({ ru: z.string().min(1).max(500), en: z.string().min(1).max(500) })
const days = z.number().int().min(0).max(3_650)

const document = z.object({
  kind: key,
  text,
  /** True if the request can be made before the document is there. */
  mayFollow: z.boolean(),
})

const reason = z.object({
  key,
  text,
  /** False: goods of the category are not taken back for it. */
  isAllowed: z.boolean(),
  windowDays: days,
  countsFrom: z.literal('DELIVERY'),
  documents: z.array(document).max(20),
  /** True if money is granted only after the goods have passed an inspection. */
  needsInspection: z.boolean(),
  decisions: z.array(z.enum(ReturnDecision)).min(1),
})

const reasons = z
  .array(reason)
  .min(1)
  .max(100)
  .refine((all) => new Set(all.map((one) => one.key)).size === all.length, 'a reason stands here twice')

const shape = z.object({
  /** Within how many days a request is decided. */
  decisionDays: days,
  /** Within how many days the money is given back. */
  refundDays: days,
  declineReasons: z.array(z.object({ key, text })).min(1).max(100),
  /** For goods of no category named below. */
  default: z.object({ reasons }),
  categories: z
    .array(
      z.object({
        key,
        /** The shop's own names of it, compared without regard to case. */
        names: z.array(z.string().min(1).max(200)).min(1),
        reasons,
      }),
    )
    .max(500),
})

export type ReturnPolicy = z.output<typeof shape>
export type ReasonPolicy = z.output<typeof reason>
export type PolicyText = z.output<typeof text>

export const returnPolicies = policyKind('RETURNS', shape)

const read = new Map<string, ReturnPolicy>()

/** What a stored version says. Versions never change, so that each is read once. */
export function policyOf({ id, data }: Pick<PolicyVersion, 'id' | 'data'>): ReturnPolicy {
  const known = read.get(id) ?? returnPolicies.read(data)
  read.set(id, known)
  return known
}

/** The reasons for goods of a category; those of no category named in the policy have the default ones. */
export function reasonsFor(policy: ReturnPolicy, category: string | null): readonly ReasonPolicy[] {
  const name = category?.trim().toLowerCase()
  const named = policy.categories.find(({ names }) => names.some((one) => one.toLowerCase() === name))
  return (named ?? policy.default).reasons
}

/** Any category's reason of this key, for its text: the same key says the same in all. */
export function reasonText(policy: ReturnPolicy, reasonKey: string): PolicyText | null {
  const all = [policy.default, ...policy.categories].flatMap(({ reasons }) => reasons)
  return all.find((one) => one.key === reasonKey)?.text ?? null
}
