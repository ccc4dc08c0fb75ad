import { channelScope } from '../../../auth/scopes.ts'
import { ChannelClosed } from '../../../core/channel-problems.ts'
import {
  AlreadyRedacted,
  AttachmentRefused,
  IdempotencyConflict,
  IllegalTransition,
  InvalidInput,
  NotFound,
} from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { ChannelEnum, LanguageEnum, TopicEnum } from '../../../graphql/enums.ts'
import { idOf } from '../../../graphql/input.ts'
import { serviceViewer } from '../../../graphql/viewer-of.ts'
import type { Created } from '../../attachments/actions/create.ts'
import { maxAttachments } from '../../attachments/rules.ts'
import { Attachment } from '../../attachments/schema/type.ts'
import { Message } from '../../messages/schema/type.ts'
import { ticketPayload } from '../../tickets/schema/mutations.ts'
import { attachFromChannel } from '../actions/attach.ts'
import type { Received } from '../actions/receive.ts'
import { receiveMessage } from '../actions/receive.ts'

const ReceiveInput = builder.inputType('ChannelMessageReceiveInput', {
  description: 'What a customer wrote on a platform. Keys are the platform’s own, 1–200 characters.',
  fields: (t) => ({
    channel: t.field({ type: ChannelEnum, description: 'Which platform.' }),
    account: t.string({ description: 'Which of our accounts there, such as the name of the bot.' }),
    externalId: t.string({
      description:
        'The key of this message, unique in the account: where the platform counts by conversation, put the conversation before it. An edit has a key of its own.',
    }),
    conversationId: t.string({ description: 'The key of the conversation: answers go there.' }),
    senderId: t.string({ description: 'The key of the person, the same for all accounts of the platform.' }),
    senderName: t.string({
      required: false,
      description: 'How the person is called there, 1–200 characters; kept from the first message.',
    }),
    text: t.string({
      description: 'What it says, 1–10,000 characters; may be empty when it carries a file.',
    }),
    sentAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'The platform’s clock. The reply window counts from it; of edits the newest stays.',
    }),
    editOf: t.string({
      required: false,
      description: 'The key of the message whose text this is now; its other texts are kept as history.',
    }),
    topic: t.field({ type: TopicEnum, defaultValue: 'OTHER', description: 'Of a new ticket.' }),
    language: t.field({
      type: LanguageEnum,
      defaultValue: 'RU',
      description: 'Of a new ticket or customer.',
    }),
    attachmentIds: t.idList({
      required: false,
      description: `Its files, at most ${maxAttachments}, uploaded by \`channelAttachmentCreate\`.`,
    }),
  }),
})

const ReceivePayload = ticketPayload<Received>(
  'ChannelMessageReceivePayload',
  'The message, and the ticket it landed in.',
)
builder.objectFields(ReceivePayload, (t) => ({
  message: t.prismaField({
    description: 'The message as it is now.',
    type: Message,
    resolve: async (query, { messageId }, _args, { desk }) =>
      await desk.database.prisma.message.findUniqueOrThrow({ ...query, where: { id: messageId } }),
  }),
  isNew: t.exposeBoolean('isNew', { description: 'False when the same was received before.' }),
  isBotMuted: t.boolean({
    description: 'True while the ticket is handed to a person: the bot must not answer.',
    resolve: async ({ ticketId }, _args, { desk }) =>
      (await desk.database.prisma.botHandOff.count({ where: { ticketId, resumedAt: null } })) > 0,
  }),
}))

const AttachInput = builder.inputType('ChannelAttachmentCreateInput', {
  description: 'Announces a file that a customer sent on a platform.',
  fields: (t) => ({
    channel: t.field({ type: ChannelEnum, description: 'Which platform.' }),
    senderId: t.string({ description: 'The key of the person there.' }),
    senderName: t.string({ required: false, description: 'How the person is called there.' }),
    fileName: t.string({ description: 'Its name, without a path: see `attachmentCreate`.' }),
    byteSize: t.int({ description: 'How large it is, in bytes.' }),
    contentType: t.string({ description: 'What it is, such as `image/jpeg`: see `attachmentCreate`.' }),
    idempotencyKey: t.string({
      required: false,
      description:
        'Of the file, such as the platform’s key of it, kept 48 hours: retries announce one file, so that the message that carries it stays the same.',
    }),
  }),
})

const AttachPayload = payloadType<Created>(
  'ChannelAttachmentCreatePayload',
  'The file, and how to upload it.',
)
builder.objectFields(AttachPayload, (t) => ({
  attachment: t.prismaField({
    description: 'The file as it is now.',
    type: Attachment,
    resolve: async (query, { attachmentId }, _args, { desk }) =>
      await desk.database.prisma.attachment.findUniqueOrThrow({ ...query, where: { id: attachmentId } }),
  }),
  uploadUrl: t.expose('uploadUrl', {
    description:
      'Where to PUT the content: see `attachmentCreate`. Null when a retry finds the file uploaded.',
    type: 'URL',
    nullable: true,
  }),
  uploadExpiresAt: t.expose('uploadExpiresAt', {
    description: 'Until when the link can be used.',
    type: 'DateTime',
  }),
}))

builder.mutationFields((t) => ({
  channelMessageReceive: t.field({
    description:
      'Takes in what a customer wrote on a platform: opens a ticket or goes on in the customer’s newest one on the account. Any number of retries, at once or after a crash, give the one message. For the bots of the channel (`channels:NAME`).',
    type: ReceivePayload,
    authScopes: (_root, { input }) => ({ service: channelScope(input.channel) }),
    args: { input: t.arg({ type: ReceiveInput, description: 'Who wrote what where.' }) },
    errors: {
      types: [
        InvalidInput,
        NotFound,
        IdempotencyConflict,
        ChannelClosed,
        AttachmentRefused,
        IllegalTransition,
        AlreadyRedacted,
      ],
    },
    resolve: async (_root, { input }, context) => {
      const { attachmentIds, senderName, sentAt, editOf, ...rest } = input
      const files = (attachmentIds ?? []).map((id) => idOf('Attachment', id))
      return await receiveMessage(context.desk, serviceViewer(context), {
        ...rest,
        senderName: senderName ?? null,
        sentAt: sentAt ?? null,
        editOf: editOf ?? null,
        enclosures: files.length === 0 ? undefined : { attachmentIds: files, cards: [] },
      })
    },
  }),
  channelAttachmentCreate: t.field({
    description:
      'Announces a file that a customer sent on a platform, before the message that carries it, and gives a link to upload it by. For the bots of the channel (`channels:NAME`).',
    type: AttachPayload,
    authScopes: (_root, { input }) => ({ service: channelScope(input.channel) }),
    args: { input: t.arg({ type: AttachInput, description: 'Whose file, and what it is.' }) },
    errors: { types: [InvalidInput, NotFound, AttachmentRefused, IdempotencyConflict, ChannelClosed] },
    resolve: async (_root, { input }, context) =>
      await attachFromChannel(context.desk, serviceViewer(context), {
        ...input,
        senderName: input.senderName ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
}))
