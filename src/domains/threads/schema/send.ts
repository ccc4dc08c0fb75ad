import { channelScope } from '../../../auth/scopes.ts'
import {
  AlreadyHandled,
  ChannelClosed,
  DeliveryUnconfirmed,
  LeaseHeld,
  LeaseLost,
} from '../../../core/channel-problems.ts'
import { IdempotencyConflict, IllegalTransition, InvalidInput, NotFound } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { ChannelEnum, describedEnum } from '../../../graphql/enums.ts'
import { idOf } from '../../../graphql/input.ts'
import { operatorViewer, serviceViewer } from '../../../graphql/viewer-of.ts'
import type { TicketChange } from '../../tickets/actions/lock.ts'
import { ticketPayload } from '../../tickets/schema/mutations.ts'
import type { Claimed } from '../actions/claim.ts'
import { claimOutbound } from '../actions/claim.ts'
import { handOff, resumeBot } from '../actions/hand-off.ts'
import type { Reported } from '../actions/report.ts'
import { maxReports, reportDeliveries } from '../actions/report.ts'
import { leaseSeconds, longestPauseSeconds, maxContextLength, maxReasonLength } from '../rules.ts'
import { Outbound } from './type.ts'

const ClaimInput = builder.inputType('OutboundMessageClaimInput', {
  description: 'Takes a message of the desk on, to send it to its platform.',
  fields: (t) => ({
    messageId: t.id({ description: 'Which message.' }),
    account: t.string({ description: 'Our account that sends it.' }),
    worker: t.string({
      description:
        'Who takes it on: a name that is new at each start of a process, such as a UUID. The same one asking again gets its lease again.',
    }),
    leaseSeconds: t.int({
      defaultValue: 60,
      description: `How long the worker has it, ${leaseSeconds.min}–${leaseSeconds.max}: longer than sending and reporting can take.`,
    }),
    isKnownUnsent: t.boolean({
      defaultValue: false,
      description:
        'True only when the bot has looked at the platform, or the platform has told, that an unconfirmed message is not there.',
    }),
  }),
})

const ClaimPayload = payloadType<Claimed>(
  'OutboundMessageClaimPayload',
  'The lease: now send the message, then report. Without a report the message is UNCONFIRMED when the lease ends.',
)
builder.objectFields(ClaimPayload, (t) => ({
  leaseToken: t.exposeString('leaseToken', { description: 'Proves the lease: give it in the report.' }),
  leaseUntil: t.expose('leaseUntil', { description: 'When it ends.', type: 'DateTime' }),
  outbound: t.prismaField({
    description: 'The message as it is now: send this.',
    type: Outbound,
    resolve: async (query, { messageId }, _args, { desk }) =>
      await desk.database.prisma.outbound.findUniqueOrThrow({ ...query, where: { messageId } }),
  }),
}))

const ReportStatusEnum = describedEnum<'SENT' | 'DELIVERED' | 'READ' | 'FAILED'>(
  'DeliveryReportStatus',
  'What became of a message.',
  {
    SENT: 'The platform has taken it. Needs `leaseToken` and `externalIds`.',
    DELIVERED: 'It reached the customer’s device.',
    READ: 'The customer has read it.',
    FAILED: 'It was not sent, or could not be delivered. Needs `code`, and `leaseToken` unless it was SENT.',
  },
)

const ReportInput = builder.inputType('DeliveryReportInput', {
  description: 'What became of one message.',
  fields: (t) => ({
    messageId: t.id({ required: false, description: 'Which message; or give `externalId`.' }),
    externalId: t.string({ required: false, description: 'The platform’s key of what was sent.' }),
    status: t.field({ type: ReportStatusEnum, description: 'What became of it.' }),
    leaseToken: t.string({ required: false, description: 'Of `outboundMessageClaim`.' }),
    externalIds: t.stringList({
      required: false,
      description:
        'The platform’s keys of what it was sent as, unique in the account: one, or several when it was cut into parts, at most 30. Recorded once.',
    }),
    code: t.string({ required: false, description: 'The platform’s code of the failure, such as `403`.' }),
    isRetryable: t.boolean({
      defaultValue: false,
      description: 'True if the failure may pass. Only for what was surely not sent.',
    }),
    retryAfterSeconds: t.int({
      required: false,
      description: `How long the platform asks to wait, 0–${longestPauseSeconds}.`,
    }),
    occurredAt: t.field({ type: 'DateTime', required: false, description: 'The platform’s clock.' }),
  }),
})

const ChannelReportInput = builder.inputType('ChannelDeliveryReportInput', {
  description: 'What became of messages that were sent to one account’s customers.',
  fields: (t) => ({
    channel: t.field({ type: ChannelEnum, description: 'Which platform.' }),
    account: t.string({ description: 'Which of our accounts.' }),
    reports: t.field({ type: [ReportInput], description: `At most ${maxReports}; each is taken alone.` }),
  }),
})

const ReportPayload = builder.objectRef<Reported>('DeliveryReportPayload').implement({
  description: 'What a report has changed.',
  fields: (t) => ({
    outbound: t.prismaField({
      description: 'The message as it is now.',
      type: Outbound,
      resolve: async (query, { messageId }, _args, { desk }) =>
        await desk.database.prisma.outbound.findUniqueOrThrow({ ...query, where: { messageId } }),
    }),
    isChanged: t.exposeBoolean('isChanged', {
      description: 'False when it was told before, or more is known already.',
    }),
    isOutdated: t.exposeBoolean('isOutdated', {
      description: 'True when the text has changed since the message was taken on: edit what was sent.',
    }),
  }),
})

const HandOffInput = builder.inputType('BotHandOffInput', {
  description: 'Gives a ticket to a person.',
  fields: (t) => ({
    ticketId: t.id({ description: 'Which ticket.' }),
    reason: t.string({ required: false, description: `Why, 1–${maxReasonLength} characters.` }),
    context: t.field({
      type: 'JSON',
      required: false,
      description: `What the bot knows of the matter, for the operator; at most ${maxContextLength} characters of JSON.`,
    }),
  }),
})

const ResumeInput = builder.inputType('BotResumeInput', {
  description: 'Gives a ticket back to the bot.',
  fields: (t) => ({ ticketId: t.id({ description: 'Which ticket.' }) }),
})

builder.mutationFields((t) => ({
  outboundMessageClaim: t.field({
    description:
      'Takes a message on, so that of any number of copies of a bot one sends it. Messages of a conversation go out in order. For the bots of its channel (`channels:NAME`).',
    type: ClaimPayload,
    authScopes: { bot: true },
    args: { input: t.arg({ type: ClaimInput, description: 'Which message, and for how long.' }) },
    errors: {
      types: [NotFound, InvalidInput, LeaseHeld, AlreadyHandled, DeliveryUnconfirmed, ChannelClosed],
    },
    resolve: async (_root, { input }, context) =>
      await claimOutbound(context.desk, serviceViewer(context), {
        ...input,
        messageId: idOf('Message', input.messageId),
      }),
  }),
  channelDeliveryReport: t.field({
    description:
      'Tells what became of messages on their platform. Receipts may come late, twice and in any order: nothing moves backwards. For the bots of the channel (`channels:NAME`).',
    type: bulkPayloadType('ChannelDeliveryReportPayload', {
      name: 'DeliveryReport',
      payload: ReportPayload,
      problems: [NotFound, LeaseLost, IdempotencyConflict],
    }),
    authScopes: (_root, { input }) => ({ service: channelScope(input.channel) }),
    args: { input: t.arg({ type: ChannelReportInput, description: 'The reports.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await reportDeliveries(context.desk, serviceViewer(context), {
        channel: input.channel,
        account: input.account,
        reports: input.reports.map((report) => ({
          status: report.status,
          messageId: report.messageId == null ? undefined : idOf('Message', report.messageId),
          externalId: report.externalId ?? null,
          leaseToken: report.leaseToken ?? null,
          externalIds: report.externalIds ?? [],
          code: report.code ?? null,
          isRetryable: report.isRetryable,
          retryAfterSeconds: report.retryAfterSeconds ?? null,
          occurredAt: report.occurredAt ?? null,
        })),
      }),
  }),
  botHandOff: t.field({
    description:
      'A bot gives a ticket to a person: it comes into the desk’s queue with what the bot knows, and the bot may not write there until `botResume`. Doing it again replaces reason and context. For bots that carry the ticket’s channel, and services with `tickets:write`.',
    type: ticketPayload<TicketChange>('BotHandOffPayload', 'The ticket that was handed over.'),
    authScopes: { $any: { bot: true, service: 'tickets:write' } },
    args: {
      input: t.arg({ type: HandOffInput, description: 'Which ticket, and what the operator should know.' }),
    },
    errors: { types: [NotFound, InvalidInput, IllegalTransition] },
    resolve: async (_root, { input }, context) =>
      await handOff(context.desk, serviceViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        reason: input.reason ?? null,
        context: input.context,
      }),
  }),
  botResume: t.field({
    description: 'Gives a ticket back to the bot that handed it over. For the desk.',
    type: ticketPayload<TicketChange>('BotResumePayload', 'The ticket that was given back.'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: ResumeInput, description: 'Which ticket.' }) },
    errors: { types: [NotFound] },
    resolve: async (_root, { input }, context) =>
      await resumeBot(context.desk, operatorViewer(context), { ticketId: idOf('Ticket', input.ticketId) }),
  }),
}))
