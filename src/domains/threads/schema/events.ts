import { channelScope } from '../../../auth/scopes.ts'
import { checkText } from '../../../core/text.ts'
import { stoppable } from '../../../events/stoppable.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { ChannelEnum } from '../../../graphql/enums.ts'
import { OutboundEvent, outboundFactType } from '../../../graphql/events.ts'
import { serviceViewer, viewerNow } from '../../../graphql/viewer-of.ts'
import { MessageDeliveryStatusEnum } from '../../channels/schema/type.ts'
import { findEntry } from '../../messages/schema/events.ts'
import { Message } from '../../messages/schema/type.ts'
import { ticketFactType } from '../../tickets/schema/events.ts'
import { keyLimits } from '../actions/receive.ts'
import type { OutboundType } from '../live.ts'
import { followOutbound } from '../live.ts'
import { visibleOutbounds } from '../policy.ts'
import { Outbound } from './type.ts'

/** A type of fact about a message that goes to a platform. */
function addOutbound(type: OutboundType, name: string, description: string): void {
  builder.objectFields(outboundFactType(type, name, description), (t) => ({
    outbound: t.prismaField({
      description: 'The message as it is now; null if the bot may no longer see it.',
      type: Outbound,
      nullable: true,
      resolve: async (query, { event }, _args, { desk, viewer }: Context) =>
        await desk.database.prisma.outbound.findFirst({
          ...query,
          where: { AND: [{ messageId: event.data.messageId }, visibleOutbounds(viewer)] },
        }),
    }),
  }))
}

addOutbound('message.sent', 'OutboundMessage', 'The desk has written a message: claim it, send it, report.')
addOutbound(
  'message.edited',
  'OutboundMessageEdited',
  'The text of a message has changed: edit it on the platform, if it was sent.',
)
addOutbound(
  'message.redacted',
  'OutboundMessageRedacted',
  'The content of a message was removed for good: remove it from the platform too.',
)

builder.objectFields(
  ticketFactType(
    'message.deliveryChanged',
    'MessageDeliveryChanged',
    'A message came further on its way to its platform, or failed. For the desk only.',
  ),
  (t) => ({
    fromMessageStatus: t.field({
      description: 'Before.',
      type: MessageDeliveryStatusEnum,
      resolve: ({ event }) => event.data.from,
    }),
    toMessageStatus: t.field({
      description: 'After.',
      type: MessageDeliveryStatusEnum,
      resolve: ({ event }) => event.data.to,
    }),
    message: t.prismaField({
      description: 'The message as it is now; null if the viewer may no longer see it.',
      type: Message,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findEntry(context, query, event.data.messageId),
    }),
  }),
)
ticketFactType('ticket.handedOff', 'TicketHandedOff', 'A bot gave the ticket to a person. For the desk only.')
ticketFactType(
  'ticket.botResumed',
  'TicketBotResumed',
  'The ticket was given back to the bot. For the desk only.',
)

builder.subscriptionField('outboundMessages', (t) =>
  t.field({
    description:
      'What the desk says in the conversations of one account of a platform: history after a cursor, `CaughtUp`, then live, in order. After a Reset read `outboundPending`. For the bots of the channel (`channels:NAME`).',
    type: OutboundEvent,
    authScopes: (_root, { channel }) => ({ service: channelScope(channel) }),
    args: {
      channel: t.arg({ type: ChannelEnum, description: 'Which platform.' }),
      account: t.arg.string({ description: 'Which of our accounts.' }),
      after: t.arg.string({
        required: false,
        description: 'A cursor of any stream or write; left out: from now.',
      }),
    },
    subscribe: (_root, { channel, account, after }, context) =>
      stoppable((signal) =>
        followOutbound(context.desk, {
          channel,
          account: checkText(account, ['account'], keyLimits.account),
          after: after ?? null,
          viewer: viewerNow(context, serviceViewer),
          signal,
        }),
      ),
    resolve: (item) => item,
  }),
)
