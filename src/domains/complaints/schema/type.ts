import { now } from '../../../core/clock.ts'
import { encodeId } from '../../../core/ids.ts'
import type { Complaint as Row } from '../../../core/prisma/client.ts'
import type { ComplaintAbout, ComplaintResolution, ComplaintStatus } from '../../../core/prisma/enums.ts'
import { allowedActionType } from '../../../graphql/allowed-actions.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import { findTogether, isById } from '../../../graphql/find-together.ts'
import { Money } from '../../../graphql/money.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { disputableUntil } from '../actions/lock.ts'
import { complaintRoleOf, visibleComplaints } from '../policy.ts'
import { complaintsPolicy } from '../policy-data.ts'
import type { ComplaintAction } from '../rules.ts'
import { complaintNumber, offeredFor } from '../rules.ts'

export const ComplaintAboutEnum = describedEnum<ComplaintAbout>(
  'ComplaintAbout',
  'What a complaint is about.',
  {
    SERVICE: 'The shop’s service: prices, payments, the site, delivery as a whole.',
    GOODS: 'The goods: quality, completeness, another thing than ordered.',
    COURIER: 'A courier.',
    PICKUP_POINT: 'A pickup point.',
    OPERATOR: 'A person of the support team.',
  },
)

export const ComplaintStatusEnum = describedEnum<ComplaintStatus>(
  'ComplaintStatus',
  'Where a complaint stands.',
  {
    RECEIVED: 'Filed; nobody has confirmed it yet.',
    ACKNOWLEDGED: 'Confirmed to the customer.',
    INVESTIGATING: 'Somebody looks into it.',
    WAITING_CUSTOMER: 'The customer was asked something.',
    RESOLVED: 'Answered; the customer can dispute the answer for a time, then it closes by itself.',
    DISPUTED: 'The customer does not accept the answer.',
    ARBITRATION: 'A supervisor judges the dispute.',
    FINAL: 'Judged; there is no dispute after it.',
    CLOSED: 'Over.',
  },
)

export const ComplaintResolutionEnum = describedEnum<ComplaintResolution>(
  'ComplaintResolution',
  'How a complaint was resolved.',
  {
    EXPLANATION: 'It was explained what had happened.',
    MONETARY_RELIEF: 'Money was granted: see `relief`.',
    NON_MONETARY_RELIEF: 'Something else was granted: a promo code, free delivery.',
    REPLACEMENT: 'The goods are replaced.',
    APOLOGY: 'The shop apologised.',
    UNFOUNDED: 'The complaint was found to have no ground.',
    WITHDRAWN: 'The customer took it back: `complaintWithdraw`.',
  },
)

const ComplaintActionEnum = describedEnum<ComplaintAction>(
  'ComplaintAction',
  'What can be asked of a complaint.',
  {
    ACKNOWLEDGE: 'Confirm to the customer that it has arrived: `complaintAcknowledge`.',
    INVESTIGATE: 'Look into it, or go on after the customer’s answer: `complaintInvestigate`.',
    ASK_CUSTOMER: 'Ask the customer something: `complaintAskCustomer`.',
    RESOLVE: 'Answer it: `complaintResolve`.',
    WITHDRAW: 'Take it back: `complaintWithdraw`.',
    DISPUTE: 'Not accept the answer: `complaintDispute`.',
    ARBITRATE: 'Take a dispute to be judged: `complaintArbitrate`.',
    FINALIZE: 'Judge a dispute: `complaintFinalize`.',
    CLOSE: 'Say that the matter is over: `complaintClose`.',
  },
)
const AllowedAction = allowedActionType('ComplaintAllowedAction', ComplaintActionEnum)

export const Complaint = builder.prismaObject('Complaint', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Complaint', id) }),
    number: t.string({
      description: 'What people read out on the phone, such as `C-000123`.',
      resolve: ({ serial }) => complaintNumber(serial),
    }),
    source: t.exposeString('source', { nullable: true }),
    externalId: t.exposeString('externalId', { nullable: true }),
    about: t.expose('about', { type: ComplaintAboutEnum }),
    status: t.expose('status', { type: ComplaintStatusEnum }),
    version: t.exposeInt('version'),
    resolution: t.expose('resolution', { type: ComplaintResolutionEnum, nullable: true }),
    relief: t.field({
      description:
        'The money granted; null unless the resolution is MONETARY_RELIEF, and in imported history.',
      type: Money,
      nullable: true,
      resolve: ({ reliefAmount, currencyCode }) =>
        reliefAmount === null || currencyCode === null ? null : { amount: reliefAmount, currencyCode },
    }),
    answerDueAt: t.expose('answerDueAt', { type: 'DateTime', nullable: true }),
    answerRule: t.string({
      description:
        'Where the deadline of the answer comes from: a law’s article or the shop’s own rule. Null where no clock was started.',
      nullable: true,
      select: { about: true, answerDueAt: true, policyVersion: true },
      resolve: ({ about, answerDueAt, policyVersion }) =>
        answerDueAt === null || policyVersion === null
          ? null
          : complaintsPolicy.read(policyVersion.data).answers[about].source,
    }),
    escalatedAt: t.expose('escalatedAt', {
      description: 'When the missed deadline was escalated. For the desk and partners: null for buyers.',
      type: 'DateTime',
      nullable: true,
      authScopes: { $any: { staff: true, service: 'complaints:write' } },
      unauthorizedResolver: () => null,
    }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    customer: t.relation('customer', { description: 'Whose complaint it is.' }),
    disputableUntil: t.field({
      description:
        'Until when the customer can dispute the answer. Null unless it is RESOLVED, and in imported history.',
      type: 'DateTime',
      nullable: true,
      select: { status: true, resolvedAt: true, policyVersion: true },
      resolve: (complaint) => disputableUntil(complaint),
    }),
    allowedActions: t.field({
      description:
        'What the viewer’s side can ask of it, and what it can ask now: from the one rule table. Empty for partners’ systems that only read.',
      type: [AllowedAction],
      select: { status: true, resolvedAt: true, policyVersion: true },
      resolve: (complaint, _args, { viewer }) => {
        const role = complaintRoleOf(viewer)
        const clock = { status: complaint.status, disputableUntil: disputableUntil(complaint) }
        return role === null ? [] : offeredFor(clock, role, now())
      },
    }),
  }),
})

export const ComplaintConnection = connectionType<Row>('Complaint', Complaint)

/** One complaint by policy. */
export async function findComplaint(
  context: Context,
  query: object,
  key: { readonly id: string } | { readonly serial: number } | null,
) {
  const { desk, viewer } = context
  if (key === null || isById(key)) {
    return await findTogether(
      context,
      'Complaint',
      { query, id: key?.id ?? null },
      async (selection, ids) =>
        await desk.database.prisma.complaint.findMany({
          ...selection,
          where: { AND: [{ id: { in: ids } }, visibleComplaints(viewer)] },
        }),
    )
  }
  return await desk.database.prisma.complaint.findFirst({
    ...query,
    where: { AND: [key, visibleComplaints(viewer)] },
  })
}

findNodesBy('Complaint', async (query, context, id) => await findComplaint(context, query, { id }))
