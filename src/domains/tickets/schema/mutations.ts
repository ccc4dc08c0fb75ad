import {
  AlreadyClaimed,
  Conflict,
  IllegalTransition,
  InvalidInput,
  NotFound,
} from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Landed } from '../../../graphql/cursor.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import {
  describedEnum,
  LanguageEnum,
  PriorityEnum,
  TicketResolutionEnum,
  TopicEnum,
} from '../../../graphql/enums.ts'
import { idOf, optionalIdOf } from '../../../graphql/input.ts'
import { knownViewer, operatorViewer } from '../../../graphql/viewer-of.ts'
import { assignTicket, claimTicket } from '../actions/assignment.ts'
import * as status from '../actions/status.ts'
import { updateTicket } from '../actions/update.ts'

/** Who may work on tickets: the desk, and bots with `tickets:write`. */
export const workScopes = { $any: { staff: true, service: 'tickets:write' } } as const

/** A payload with the ticket as it is after the change. */
export function ticketPayload<T extends Landed & { ticketId: string }>(name: string, description: string) {
  const ref = payloadType<T>(name, description)
  builder.objectFields(ref, (t) => ({
    ticket: t.prismaField({
      description: 'The ticket as it is now.',
      type: 'Ticket',
      resolve: async (query, { ticketId }, _args, { desk }) =>
        await desk.database.prisma.ticket.findUniqueOrThrow({ ...query, where: { id: ticketId } }),
    }),
  }))
  return ref
}

const versionDescription =
  'The version the client has seen; another one now gives a Conflict. Left out: not checked.'
const onTicket = (input: { ticketId: string; expectedVersion?: number | null }) => ({
  ticketId: idOf('Ticket', input.ticketId),
  expectedVersion: input.expectedVersion ?? null,
})

type ChangeInput = Parameters<typeof builder.inputType>[1]['fields']

/** The input of a change of a ticket: which, the expected version, and what the change itself needs. */
function changeInput<Fields extends object>(
  name: string,
  description: string,
  more: (t: Parameters<ChangeInput>[0]) => Fields,
) {
  return builder.inputType(name, {
    description,
    fields: (t) => ({
      ticketId: t.id({ description: 'Which ticket.' }),
      expectedVersion: t.int({ required: false, description: versionDescription }),
      ...more(t),
    }),
  })
}

const problems = [NotFound, Conflict, IllegalTransition] as const

const ClaimInput = changeInput('TicketClaimInput', 'Takes a ticket.', () => ({}))
const AssignInput = changeInput(
  'TicketAssignInput',
  'Gives a ticket to somebody. Fields left out stay.',
  (t) => ({
    assigneeId: t.id({ required: false, description: 'To whom; null for nobody.' }),
    teamId: t.id({ required: false, description: 'To which team; null for the common queue.' }),
  }),
)
const WaitEnum = describedEnum<'CUSTOMER' | 'THIRD_PARTY'>('TicketWaitFor', 'Whom a ticket waits for.', {
  CUSTOMER: 'The customer has to answer.',
  THIRD_PARTY: 'A courier, a seller or a bank has to act.',
})
const WaitInput = changeInput('TicketWaitInput', 'Hands a ticket to somebody outside the desk.', (t) => ({
  waitFor: t.field({ type: WaitEnum, description: 'For whom.' }),
}))
const ResolveInput = changeInput('TicketResolveInput', 'Says that the matter is settled.', (t) => ({
  resolution: t.field({ type: TicketResolutionEnum, description: 'How.' }),
}))
const ReopenInput = changeInput('TicketReopenInput', 'Takes a ticket up again.', () => ({}))
const SnoozeInput = changeInput('TicketSnoozeInput', 'Lets a ticket sleep.', (t) => ({
  until: t.field({ type: 'DateTime', description: 'Until when: in the future, at most 365 days ahead.' }),
}))
const CloseInput = changeInput('TicketCloseInput', 'Ends a resolved ticket.', () => ({}))
const SpamInput = changeInput(
  'TicketMarkSpamInput',
  'Marks a ticket as not a customer’s request.',
  () => ({}),
)
const UpdateInput = changeInput(
  'TicketUpdateInput',
  'Changes what a ticket is about. Fields left out stay.',
  (t) => ({
    subject: t.string({ required: false, description: 'What it is about; 1–200 characters.' }),
    priority: t.field({ type: PriorityEnum, required: false, description: 'How urgent it is.' }),
    topic: t.field({ type: TopicEnum, required: false, description: 'The area of the matter.' }),
    language: t.field({
      type: LanguageEnum,
      required: false,
      description: 'The language of the conversation.',
    }),
    tags: t.stringList({
      required: false,
      description: 'All labels from now on; at most 20 of 1–50 characters.',
    }),
  }),
)
const payload = (name: string) => ticketPayload(`${name}Payload`, 'The ticket after the change.')

builder.mutationFields((t) => ({
  ticketClaim: t.field({
    description:
      'Takes a ticket. Of any number of operators exactly one wins. Claiming one’s own changes nothing.',
    type: payload('TicketClaim'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: ClaimInput, description: 'Which.' }) },
    errors: { types: [...problems, AlreadyClaimed] },
    resolve: async (_root, { input }, context) =>
      await claimTicket(context.desk, operatorViewer(context), onTicket(input)),
  }),
  ticketAssign: t.field({
    description: 'Gives a ticket to an operator, to a team, or back to the queue.',
    type: payload('TicketAssign'),
    authScopes: workScopes,
    args: { input: t.arg({ type: AssignInput, description: 'Which, and to whom.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await assignTicket(context.desk, knownViewer(context), {
        ...onTicket(input),
        assigneeId: optionalIdOf('Operator', input.assigneeId),
        teamId: optionalIdOf('Team', input.teamId),
      }),
  }),
  ticketWait: t.field({
    description: 'Hands a ticket to the customer, or to a third party.',
    type: payload('TicketWait'),
    authScopes: workScopes,
    args: { input: t.arg({ type: WaitInput, description: 'Which, and for whom.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await status.waitTicket(context.desk, knownViewer(context), {
        ...onTicket(input),
        forThirdParty: input.waitFor === 'THIRD_PARTY',
      }),
  }),
  ticketResolve: t.field({
    description:
      'Says that the matter is settled. The desk may, and the customer of the ticket. A message of the customer reopens it until the reopen window ends; then it closes by itself.',
    type: payload('TicketResolve'),
    authScopes: { $any: { staff: true, buyer: true, service: 'tickets:write' } },
    args: { input: t.arg({ type: ResolveInput, description: 'Which, and how.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await status.resolveTicket(context.desk, knownViewer(context), {
        ...onTicket(input),
        resolution: input.resolution,
      }),
  }),
  ticketReopen: t.field({
    description: 'Takes a waiting, snoozed, resolved or spam ticket up again.',
    type: payload('TicketReopen'),
    authScopes: workScopes,
    args: { input: t.arg({ type: ReopenInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await status.reopenTicket(context.desk, knownViewer(context), onTicket(input)),
  }),
  ticketSnooze: t.field({
    description: 'Lets a ticket sleep until a time, or until the customer writes.',
    type: payload('TicketSnooze'),
    authScopes: workScopes,
    args: { input: t.arg({ type: SnoozeInput, description: 'Which, and until when.' }) },
    errors: { types: [...problems, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await status.snoozeTicket(context.desk, knownViewer(context), {
        ...onTicket(input),
        until: input.until,
      }),
  }),
  ticketClose: t.field({
    description: 'Ends a resolved ticket before its reopen window does.',
    type: payload('TicketClose'),
    authScopes: workScopes,
    args: { input: t.arg({ type: CloseInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await status.closeTicket(context.desk, knownViewer(context), onTicket(input)),
  }),
  ticketMarkSpam: t.field({
    description: 'Marks a ticket as not a customer’s request; `ticketReopen` takes it back.',
    type: payload('TicketMarkSpam'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: SpamInput, description: 'Which.' }) },
    errors: { types: [...problems] },
    resolve: async (_root, { input }, context) =>
      await status.markTicketAsSpam(context.desk, knownViewer(context), onTicket(input)),
  }),
  ticketUpdate: t.field({
    description: 'Changes subject, priority, topic, language or tags.',
    type: payload('TicketUpdate'),
    authScopes: workScopes,
    args: { input: t.arg({ type: UpdateInput, description: 'Which, and what.' }) },
    errors: { types: [...problems, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await updateTicket(context.desk, knownViewer(context), {
        ...onTicket(input),
        subject: input.subject ?? null,
        priority: input.priority ?? null,
        topic: input.topic ?? null,
        language: input.language ?? null,
        tags: input.tags ?? null,
      }),
  }),
}))
