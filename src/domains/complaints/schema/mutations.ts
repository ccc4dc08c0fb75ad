import {
  Conflict,
  IdempotencyConflict,
  IllegalTransition,
  InvalidInput,
  NotEligible,
  NotFound,
  TooSoon,
} from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { idOf, optionalIdOf } from '../../../graphql/input.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { fileComplaint } from '../actions/file.ts'
import type { ComplaintChange, OnComplaint } from '../actions/lock.ts'
import * as work from '../actions/work.ts'
import * as inputs from './inputs.ts'
import { complaintPayload } from './payload.ts'

const desk = { $any: { staff: true, service: 'complaints:write' } } as const
const everyone = { $any: { staff: true, buyer: true, service: 'complaints:write' } } as const
const problems = [NotFound, Conflict, IllegalTransition] as const

const payload = (name: string, description = 'The complaint after the change.') =>
  complaintPayload<ComplaintChange>(`${name}Payload`, description)
const onComplaint = (input: { complaintId: string; expectedVersion?: number | null }): OnComplaint => ({
  complaintId: idOf('Complaint', input.complaintId),
  expectedVersion: input.expectedVersion ?? null,
})
const answerOf = (input: typeof inputs.ResolveInput.$inferInput): work.Answer => ({
  resolution: input.resolution,
  text: input.text,
  relief: input.relief ?? null,
})
const given = (kind: 'Customer' | 'Ticket', id: string | null | undefined) =>
  id == null ? undefined : idOf(kind, id)

builder.mutationFields((t) => ({
  complaintFile: t.field({
    description:
      'Files a complaint, in a ticket that is there or in a new one: a buyer for themself, the desk and services with `complaints:write` for a customer. The time to answer begins.',
    type: payload('ComplaintFile', 'The new complaint.'),
    authScopes: everyone,
    args: { input: t.arg({ type: inputs.FileInput, description: 'What, and where.' }) },
    errors: { types: [NotFound, InvalidInput, IllegalTransition, IdempotencyConflict] },
    resolve: async (_root, { input }, context) =>
      await fileComplaint(context.desk, knownViewer(context), {
        customerId: given('Customer', input.customerId),
        ticketId: given('Ticket', input.ticketId),
        orderId: optionalIdOf('Order', input.orderId) ?? undefined,
        deliveryId: optionalIdOf('Delivery', input.deliveryId) ?? undefined,
        about: input.about,
        subject: input.subject ?? null,
        text: input.text,
        channel: input.channel,
        language: input.language ?? (context.locale === 'ru' ? 'RU' : 'EN'),
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
  complaintAcknowledge: t.field({
    description: 'Confirms that it has arrived. For the desk and services with `complaints:write`.',
    type: payload('ComplaintAcknowledge'),
    authScopes: desk,
    args: { input: t.arg({ type: inputs.AcknowledgeInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await work.acknowledgeComplaint(context.desk, knownViewer(context), onComplaint(input)),
  }),
  complaintInvestigate: t.field({
    description:
      'Somebody looks into it, also after the customer has answered. For the desk and services with `complaints:write`.',
    type: payload('ComplaintInvestigate'),
    authScopes: desk,
    args: { input: t.arg({ type: inputs.InvestigateInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await work.investigateComplaint(context.desk, knownViewer(context), onComplaint(input)),
  }),
  complaintAskCustomer: t.field({
    description:
      'Asks the customer something, in the ticket. The time to answer goes on. For the desk and services with `complaints:write`.',
    type: payload('ComplaintAskCustomer'),
    authScopes: desk,
    args: { input: t.arg({ type: inputs.AskCustomerInput, description: 'Which, and what.' }) },
    errors: { types: [...problems, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await work.askComplainant(context.desk, knownViewer(context), {
        ...onComplaint(input),
        text: input.text,
      }),
  }),
  complaintResolve: t.field({
    description:
      'Answers it. The customer can dispute the answer until `disputableUntil`, then it closes by itself. For the desk and services with `complaints:write`.',
    type: payload('ComplaintResolve'),
    authScopes: desk,
    args: { input: t.arg({ type: inputs.ResolveInput, description: 'Which, and the answer.' }) },
    errors: { types: [...problems, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await work.resolveComplaint(context.desk, knownViewer(context), {
        ...onComplaint(input),
        ...answerOf(input),
      }),
  }),
  complaintWithdraw: t.field({
    description: 'The customer takes it back before it is answered: resolved as WITHDRAWN.',
    type: payload('ComplaintWithdraw'),
    authScopes: { buyer: true },
    args: { input: t.arg({ type: inputs.WithdrawInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await work.withdrawComplaint(context.desk, knownViewer(context), onComplaint(input)),
  }),
  complaintDispute: t.field({
    description:
      'The customer does not accept the answer, and says why, until `disputableUntil` (then NotEligible, `windowPassed`).',
    type: payload('ComplaintDispute'),
    authScopes: { buyer: true },
    args: { input: t.arg({ type: inputs.DisputeInput, description: 'Which, and why.' }) },
    errors: { types: [...problems, InvalidInput, NotEligible] },
    resolve: async (_root, { input }, context) =>
      await work.disputeComplaint(context.desk, knownViewer(context), {
        ...onComplaint(input),
        text: input.text,
      }),
  }),
  complaintArbitrate: t.field({
    description: 'Takes a dispute to be judged. For supervisors and admins.',
    type: payload('ComplaintArbitrate'),
    authScopes: { supervisor: true },
    args: { input: t.arg({ type: inputs.ArbitrateInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await work.arbitrateComplaint(context.desk, knownViewer(context), onComplaint(input)),
  }),
  complaintFinalize: t.field({
    description: 'Judges a dispute; there is no dispute after it. For supervisors and admins.',
    type: payload('ComplaintFinalize'),
    authScopes: { supervisor: true },
    args: { input: t.arg({ type: inputs.FinalizeInput, description: 'Which, and the judgement.' }) },
    errors: { types: [...problems, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await work.finalizeComplaint(context.desk, knownViewer(context), {
        ...onComplaint(input),
        ...answerOf(input),
      }),
  }),
  complaintClose: t.field({
    description:
      'Says that the matter is over. While the answer can be disputed only the customer may (TooSoon for others); for the desk, services with `complaints:write` and the customer.',
    type: payload('ComplaintClose'),
    authScopes: everyone,
    args: { input: t.arg({ type: inputs.CloseInput, description: 'Which.' }) },
    errors: { types: [...problems, TooSoon] },
    resolve: async (_root, { input }, context) =>
      await work.closeComplaint(context.desk, knownViewer(context), onComplaint(input)),
  }),
}))
