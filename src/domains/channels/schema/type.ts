import { now } from '../../../core/clock.ts'
import type { OutboundStatus } from '../../../core/prisma/enums.ts'
import { builder } from '../../../graphql/builder.ts'
import { ChannelEnum, describedEnum } from '../../../graphql/enums.ts'
import type { Weekday } from '../rules.ts'
import { isOpenAt, timeOf, weekdays } from '../rules.ts'

export const MessageDeliveryStatusEnum = describedEnum<OutboundStatus>(
  'MessageDeliveryStatus',
  'How far a message has come on its way to a platform.',
  {
    PENDING: 'No bot has taken it on yet.',
    SENDING: 'A bot has taken it on.',
    UNCONFIRMED:
      'A bot took it on and never told what became of it: it may have been sent. It is not sent again by itself.',
    SENT: 'The platform has taken it.',
    DELIVERED: 'It reached the customer’s device.',
    READ: 'The customer has read it.',
    FAILED: 'It could not be sent: see `failureCode` and `isRetryable`.',
  },
)

export const WeekdayEnum = describedEnum<Weekday>('Weekday', 'A day of the week.', {
  MONDAY: 'Monday.',
  TUESDAY: 'Tuesday.',
  WEDNESDAY: 'Wednesday.',
  THURSDAY: 'Thursday.',
  FRIDAY: 'Friday.',
  SATURDAY: 'Saturday.',
  SUNDAY: 'Sunday.',
})

const OpeningSlot = builder.prismaObject('ChannelSlot', {
  variant: 'OpeningSlot',
  description: 'A span of a week in which the channel is open.',
  fields: (t) => ({
    weekday: t.field({
      description: 'Which day.',
      type: WeekdayEnum,
      resolve: ({ weekday }) => weekdays[weekday - 1] ?? 'MONDAY',
    }),
    opensAt: t.string({
      description: 'From when on, such as `09:00`, in the time zone of the channel.',
      resolve: ({ opensAt }) => timeOf(opensAt),
    }),
    closesAt: t.string({
      description: 'Until when, such as `18:00`; `24:00` is the end of the day.',
      resolve: ({ closesAt }) => timeOf(closesAt),
    }),
  }),
})

export const ChannelSettings = builder.prismaObject('ChannelSettings', {
  fields: (t) => ({
    channel: t.expose('channel', { description: 'Which channel.', type: ChannelEnum }),
    isEnabled: t.exposeBoolean('isEnabled'),
    timeZone: t.exposeString('timeZone'),
    isAlwaysOpen: t.exposeBoolean('isAlwaysOpen'),
    slots: t.relation('slots', {
      description: 'The weekly hours, from Monday on.',
      type: OpeningSlot,
      query: { orderBy: [{ weekday: 'asc' }, { opensAt: 'asc' }] },
    }),
    isOpenNow: t.boolean({
      description: 'True if the channel is on and somebody is there now. Messages are taken at any hour.',
      select: { isEnabled: true, timeZone: true, isAlwaysOpen: true, slots: true },
      resolve: (settings) => settings.isEnabled && isOpenAt(settings, now()),
    }),
    replyWindowSeconds: t.exposeInt('replyWindowSeconds', { nullable: true }),
    replyWindowSource: t.exposeString('replyWindowSource', { nullable: true }),
    version: t.exposeInt('version'),
    updatedAt: t.expose('updatedAt', { type: 'DateTime' }),
  }),
})

builder.queryFields((t) => ({
  channels: t.prismaField({
    description:
      'Every channel with its settings: whether it is on, when somebody is there. For everybody known.',
    type: [ChannelSettings],
    resolve: async (query, _root, _args, { desk }) =>
      await desk.database.prisma.channelSettings.findMany({ ...query, orderBy: { channel: 'asc' } }),
  }),
}))
