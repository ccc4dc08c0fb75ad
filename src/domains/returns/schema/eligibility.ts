import { now } from '../../../core/clock.ts'
import type { PolicyVersion } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { idOf } from '../../../graphql/input.ts'
import { visibleOrders } from '../../orders/policy.ts'
import { returnPolicies } from '../policy-data.ts'
import type { ReasonForLine } from '../reads.ts'
import { freeDocumentKinds, lineFactsOf, reasonsOfLine, withLineFacts } from '../reads.ts'
import { eligibilityBlocks } from '../rules.ts'
import { ReturnDecisionEnum } from './enums.ts'

interface RequiredDocument {
  readonly kind: string
  readonly text: { readonly ru: string; readonly en: string }
  readonly mayFollow: boolean
  readonly isMissing: boolean
}

const ReturnDocument = builder.objectRef<RequiredDocument>('ReturnDocument').implement({
  description: 'A document that a reason asks for.',
  fields: (t) => ({
    kind: t.exposeString('kind', { description: 'The `documentKind` to upload it as, such as `photo`.' }),
    text: t.string({
      description: 'What it is, in the viewer’s language.',
      resolve: ({ text }, _args, { locale }) => text[locale],
    }),
    mayFollow: t.exposeBoolean('mayFollow', {
      description: 'True if the return can be requested before it is there.',
    }),
    isMissing: t.exposeBoolean('isMissing', {
      description: 'True if the customer has uploaded none of this kind that is not part of something yet.',
    }),
  }),
})

const ReturnReason = builder.objectRef<ReasonForLine>('ReturnReason').implement({
  description: 'A reason of the policy, and what it means for one line of an order now.',
  fields: (t) => ({
    key: t.string({ description: 'Pass it as `reason`.', resolve: ({ reason }) => reason.key }),
    text: t.string({
      description: 'What it says, in the viewer’s language.',
      resolve: ({ reason }, _args, { locale }) => reason.text[locale],
    }),
    isEligible: t.boolean({
      description: 'True if the line can be given back for it now.',
      resolve: ({ blockedBy }) => blockedBy.length === 0,
    }),
    blockedBy: t.stringList({
      description: `Why it cannot, the same keys as in NotEligible: ${eligibilityBlocks.map((block) => `\`${block}\``).join(', ')}; empty when it can.`,
      resolve: ({ blockedBy }) => [...blockedBy],
    }),
    deadline: t.field({
      description: 'Until when; null while the goods have not been delivered.',
      type: 'DateTime',
      nullable: true,
      resolve: ({ deadline }) => deadline,
    }),
    windowDays: t.int({
      description: 'How many days after the delivery that is.',
      resolve: ({ reason }) => reason.windowDays,
    }),
    documents: t.field({
      description: 'What has to be shown.',
      type: [ReturnDocument],
      resolve: ({ reason, missing }) =>
        reason.documents.map((document) => ({ ...document, isMissing: missing.has(document.kind) })),
    }),
    decisions: t.field({
      description: 'What can be wished for and decided.',
      type: [ReturnDecisionEnum],
      resolve: ({ reason }) => reason.decisions,
    }),
    needsInspection: t.boolean({
      description: 'True if money is granted only after the goods have passed an inspection.',
      resolve: ({ reason }) => reason.needsInspection,
    }),
  }),
})

interface Eligibility {
  readonly reasons: readonly ReasonForLine[]
  readonly left: number
  readonly version: PolicyVersion
  readonly decisionDays: number
  readonly refundDays: number
}

const ReturnEligibility = builder.objectRef<Eligibility>('ReturnEligibility').implement({
  description: 'Whether and how goods can be given back, before anything is filed.',
  fields: (t) => ({
    isEligible: t.boolean({
      description: 'True if there is a reason for which the line can be given back now.',
      resolve: ({ reasons }) => reasons.some(({ blockedBy }) => blockedBy.length === 0),
    }),
    returnableQuantity: t.exposeInt('left', {
      description: 'How many of the line are not in a return yet.',
    }),
    reasons: t.field({
      description: 'The reasons of the policy for goods of this category.',
      type: [ReturnReason],
      resolve: ({ reasons }) => [...reasons],
    }),
    decisionDays: t.exposeInt('decisionDays', {
      description: 'Within how many days a request is decided.',
    }),
    refundDays: t.exposeInt('refundDays', {
      description: 'Within how many days the money is given back.',
    }),
    policyVersion: t.int({
      description: 'By which version of the policy.',
      resolve: ({ version }) => version.version,
    }),
    policySource: t.string({
      description: 'Where the policy comes from: laws, the shop’s own terms.',
      resolve: ({ version }) => version.source,
    }),
  }),
})

builder.queryFields((t) => ({
  returnEligibility: t.field({
    description:
      'Whether a line of an order can be given back: reasons, deadlines, documents. For buyers and the desk. Null when there is no such line, or none that the viewer may see.',
    type: ReturnEligibility,
    nullable: true,
    authScopes: { $any: { staff: true, buyer: true } },
    args: { orderItemId: t.arg.id({ description: 'Which line.' }) },
    resolve: async (_root, { orderItemId }, { desk, viewer }) => {
      const id = idOf('OrderItem', orderItemId)
      const { prisma } = desk.database
      const line =
        id === null
          ? null
          : await prisma.orderItem.findFirst({
              where: { id, order: visibleOrders(viewer) },
              include: withLineFacts,
            })
      if (line === null) return null
      const at = now()
      const { version, data } = await returnPolicies.at(prisma, at)
      const free = await freeDocumentKinds(prisma, line.order.customerId)
      const { decisionDays, refundDays } = data
      const reasons = reasonsOfLine(data, line, free, at)
      return { reasons, left: lineFactsOf(line).left, version, decisionDays, refundDays }
    },
  }),
}))
