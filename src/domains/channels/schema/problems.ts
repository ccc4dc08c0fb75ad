import type { HoldReason } from '../../../core/channel-problems.ts'
import * as problems from '../../../core/channel-problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { ChannelEnum, describedEnum } from '../../../graphql/enums.ts'
import { Problem } from '../../../graphql/problems.ts'
import { MessageDeliveryStatusEnum } from './type.ts'

builder.objectType(problems.ChannelClosed, {
  name: 'ChannelClosed',
  description: 'The desk has switched the channel off: it takes no new messages, in either direction.',
  interfaces: [Problem],
  fields: (t) => ({
    channel: t.expose('channel', { description: 'Which channel.', type: ChannelEnum }),
  }),
})

builder.objectType(problems.ReplyWindowClosed, {
  name: 'ReplyWindowClosed',
  description:
    'The platform allows no answer so long after the customer’s last message. Nothing was written.',
  interfaces: [Problem],
  fields: (t) => ({
    closedAt: t.expose('closedAt', {
      description: 'When the time ended; null when the customer has never written.',
      type: 'DateTime',
      nullable: true,
    }),
  }),
})

builder.objectType(problems.BotMuted, {
  name: 'BotMuted',
  description: 'The bot has handed the ticket to a person, and may not write there until `botResume`.',
  interfaces: [Problem],
})

const HoldReasonEnum = describedEnum<HoldReason>('LeaseHoldReason', 'Why a message may not be sent now.', {
  OTHER_WORKER: 'Another worker has it.',
  EARLIER_MESSAGE: 'An earlier message of the conversation is not out yet: messages go in order.',
  BACK_OFF: 'The last try failed and the time for the next one has not come.',
  ATTACHMENTS: 'A file of it is still being scanned.',
})

builder.objectType(problems.LeaseHeld, {
  name: 'LeaseHeld',
  description: 'The message may not be sent to the platform now. Ask again later.',
  interfaces: [Problem],
  fields: (t) => ({
    reason: t.expose('reason', { description: 'Why.', type: HoldReasonEnum }),
    retryAfterSeconds: t.exposeInt('retryAfterSeconds', { description: 'When to ask again.' }),
  }),
})

builder.objectType(problems.LeaseLost, {
  name: 'LeaseLost',
  description:
    'The token is not the one of the present lease: another worker has taken the message on since.',
  interfaces: [Problem],
})

builder.objectType(problems.AlreadyHandled, {
  name: 'AlreadyHandled',
  description: 'Nothing is left to send: the message was sent, or failed for good.',
  interfaces: [Problem],
  fields: (t) => ({
    deliveryStatus: t.expose('status', {
      description: 'How far it has come.',
      type: MessageDeliveryStatusEnum,
    }),
  }),
})

builder.objectType(problems.DeliveryUnconfirmed, {
  name: 'DeliveryUnconfirmed',
  description:
    'A worker took the message on and its lease ended without a report: it may have been sent. It is taken on again only with `isKnownUnsent: true`, by who has looked at the platform.',
  interfaces: [Problem],
})
