import { queryFromInfo } from '@pothos/plugin-prisma'
import { channelScope } from '../../../auth/scopes.ts'
import { encodeId } from '../../../core/ids.ts'
import type { Message, Outbound as Row } from '../../../core/prisma/client.ts'
import { checkText } from '../../../core/text.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, connectionType, nodePaths, pageArguments } from '../../../graphql/connections.ts'
import { AuthorKindEnum, ChannelEnum, LanguageEnum, MessageKindEnum } from '../../../graphql/enums.ts'
import { idOf } from '../../../graphql/input.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { Attachment } from '../../attachments/schema/type.ts'
import { MessageDeliveryStatusEnum } from '../../channels/schema/type.ts'
import { keyLimits } from '../actions/receive.ts'
import { visibleOutbounds } from '../policy.ts'

export const MessageDelivery = builder.prismaObject('Outbound', {
  variant: 'MessageDelivery',
  description: 'How far a message of the desk has come on its way to the customer’s platform.',
  fields: (t) => ({
    status: t.expose('status', { type: MessageDeliveryStatusEnum }),
    channel: t.field({
      description: 'The platform.',
      type: ChannelEnum,
      select: { thread: { select: { channel: true } } },
      resolve: ({ thread }) => thread.channel,
    }),
    attemptCount: t.exposeInt('attemptCount'),
    failureCode: t.exposeString('failureCode', { nullable: true }),
    isRetryable: t.exposeBoolean('isRetryable', { nullable: true }),
    nextAttemptAt: t.expose('nextAttemptAt', { type: 'DateTime', nullable: true }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
    readAt: t.expose('readAt', { type: 'DateTime', nullable: true }),
    failedAt: t.expose('failedAt', { type: 'DateTime', nullable: true }),
  }),
})

const OutboundAuthor = builder
  .objectRef<Pick<Message, 'authorKind' | 'authorName'>>('OutboundAuthor')
  .implement({
    description: 'Who of the desk says it.',
    fields: (t) => ({
      kind: t.expose('authorKind', { description: 'A person, a bot or the system.', type: AuthorKindEnum }),
      name: t.exposeString('authorName', {
        description: 'The name to show; null for the system.',
        nullable: true,
      }),
    }),
  })

/** What a bot gets to see of a message: no ticket, no customer, nothing but what it has to send and where. */
export const Outbound = builder.prismaObject('Outbound', {
  description: 'A message of the desk for a conversation of a platform, as it is now.',
  include: { message: true, thread: true },
  fields: (t) => ({
    messageId: t.id({
      description: 'The message: claim and report by it.',
      resolve: ({ messageId }) => encodeId('Message', messageId),
    }),
    ticketId: t.id({
      description: 'The ticket it is in, for `botHandOff` and `messageSend`.',
      resolve: ({ message }) => encodeId('Ticket', message.ticketId),
    }),
    channel: t.field({
      description: 'The platform.',
      type: ChannelEnum,
      resolve: ({ thread }) => thread.channel,
    }),
    account: t.string({ description: 'Our account there.', resolve: ({ thread }) => thread.account }),
    conversationId: t.string({
      description: 'The platform’s key of the conversation it goes to.',
      resolve: ({ thread }) => thread.externalId,
    }),
    seq: t.int({ description: 'Its place in the ticket.', resolve: ({ message }) => message.seq ?? 0 }),
    kind: t.field({
      description: 'Words of a person or bot, or a line of the system.',
      type: MessageKindEnum,
      resolve: ({ message }) => message.kind,
    }),
    text: t.string({
      description: 'What it says; empty after a redaction, and when it is files only.',
      resolve: ({ message }) => message.text,
    }),
    language: t.field({
      description: 'The language of the conversation, for what a bot itself has to say there.',
      type: LanguageEnum,
      select: { message: { include: { ticket: { select: { language: true } } } } },
      resolve: ({ message }) => message.ticket.language,
    }),
    author: t.field({ description: 'Who says it.', type: OutboundAuthor, resolve: ({ message }) => message }),
    createdAt: t.field({
      description: 'When it was written.',
      type: 'DateTime',
      resolve: ({ message }) => message.createdAt,
    }),
    editedAt: t.field({
      description: 'When its text was last changed.',
      type: 'DateTime',
      nullable: true,
      resolve: ({ message }) => message.editedAt,
    }),
    redactedAt: t.field({
      description: 'When its content was removed for good: remove it from the platform too.',
      type: 'DateTime',
      nullable: true,
      resolve: ({ message }) => message.redactedAt,
    }),
    attachments: t.field({
      description: 'Its files, oldest first, with links to their content: send those that are CLEAN.',
      type: [Attachment],
      select: (_args, _context, nested) => ({
        message: { include: { attachments: { ...(nested(true) as object), orderBy: { id: 'asc' } } } },
      }),
      resolve: ({ message }) => message.attachments,
    }),
    externalIds: t.exposeStringList('externalIds', {
      description:
        'The platform’s keys of what it was sent as; empty until it was: by these it is edited there.',
    }),
    delivery: t.variant(MessageDelivery, { description: 'How far it has come.' }),
  }),
})

const OutboundConnection = connectionType('Outbound', Outbound)
const inOrder: Keyset<Row> = {
  name: 'outbound',
  keys: [{ field: 'messageId', direction: 'asc', type: 'string' }],
}

builder.queryFields((t) => ({
  outbound: t.prismaField({
    description:
      'A message of the desk on its way to a platform, as it is now: read it before what was sent is edited there, so that an older text never comes after a newer one. Null if there is none. For the bots of its channel (`channels:NAME`).',
    type: Outbound,
    nullable: true,
    authScopes: { bot: true },
    args: { messageId: t.arg.id({ description: 'Which message.' }) },
    resolve: async (query, _root, { messageId }, { desk, viewer }) => {
      const id = idOf('Message', messageId)
      return await desk.database.prisma.outbound.findFirst({
        ...query,
        where: { AND: [{ messageId: { in: id === null ? [] : [id] } }, visibleOutbounds(viewer)] },
      })
    },
  }),
  outboundPending: t.field({
    description:
      'What is still to be sent to one account of a platform, oldest first: not taken on yet, taken on and not reported, or failed and to be tried again. A bot reads it when it starts, and after a Reset. For the bots of the channel (`channels:NAME`).',
    type: OutboundConnection,
    authScopes: (_root, { channel }) => ({ service: channelScope(channel) }),
    args: {
      channel: t.arg({ type: ChannelEnum, description: 'Which platform.' }),
      account: t.arg.string({ description: 'Which of our accounts.' }),
      ...pageArguments,
    },
    resolve: async (_root, { channel, account, ...args }, context, info) => {
      const page = pageOf(inOrder, args)
      const where = {
        AND: [
          { thread: { channel, account: checkText(account, ['account'], keyLimits.account) } },
          { OR: [{ status: { in: ['PENDING', 'SENDING'] } }, { status: 'FAILED', isRetryable: true }] },
          visibleOutbounds(context.viewer),
          page.where,
        ],
      } as never
      const query = queryFromInfo({ context, info, typeName: 'Outbound', paths: nodePaths })
      const rows = await context.desk.database.prisma.outbound.findMany({
        ...query,
        where,
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows) as never
    },
  }),
}))

builder.prismaObjectField('Message', 'delivery', (t) =>
  t.relation('outbound', {
    description:
      'How far it has come on its way to the customer’s platform; null when it goes to none. For the desk and partners with `tickets:read`; null for others.',
    type: MessageDelivery,
    nullable: true,
    authScopes: { $any: { staff: true, service: 'tickets:read' } },
    unauthorizedResolver: () => null,
  }),
)
