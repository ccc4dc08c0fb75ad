import type { Channel } from '../../../core/prisma/enums.ts'
import { Conflict, InvalidInput } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { ChannelEnum } from '../../../graphql/enums.ts'
import { operatorViewer } from '../../../graphql/viewer-of.ts'
import { updateChannel } from '../actions.ts'
import { maxReplyWindowSeconds, maxSlots } from '../rules.ts'
import { ChannelSettings, WeekdayEnum } from './type.ts'

const SlotInput = builder.inputType('OpeningSlotInput', {
  description: 'One span of a week in which a channel is open. One that passes midnight is two.',
  fields: (t) => ({
    weekday: t.field({ type: WeekdayEnum, description: 'Which day.' }),
    opensAt: t.string({ description: 'From when on, such as `09:00`.' }),
    closesAt: t.string({ description: 'Until when, such as `18:00`; `24:00` is the end of the day.' }),
  }),
})

const UpdateInput = builder.inputType('ChannelUpdateInput', {
  description: 'Changes how the desk keeps a channel. What is left out or null stays as it is.',
  fields: (t) => ({
    channel: t.field({ type: ChannelEnum, description: 'Which channel.' }),
    isEnabled: t.boolean({
      required: false,
      description: 'False switches it off: new messages are refused with ChannelClosed, in both directions.',
    }),
    timeZone: t.string({
      required: false,
      description: 'A zone of the IANA database, such as `Asia/Almaty`.',
    }),
    isAlwaysOpen: t.boolean({ required: false, description: 'True: somebody is there at any time.' }),
    slots: t.field({
      type: [SlotInput],
      required: false,
      description: `All of the weekly hours, at most ${maxSlots}; they count while \`isAlwaysOpen\` is false.`,
    }),
    replyWindowSeconds: t.int({
      required: false,
      description: `How long after the customer’s last message the platform allows an answer, 1–${maxReplyWindowSeconds}.`,
    }),
    replyWindowSource: t.string({
      required: false,
      description: 'Where the platform says so; 1–2,000 characters.',
    }),
    hasNoReplyWindow: t.boolean({
      defaultValue: false,
      description: 'True takes the limit of answers away, and its source.',
    }),
    expectedVersion: t.int({
      required: false,
      description:
        'The version the client has seen; another one now gives a Conflict. Left out: not checked.',
    }),
  }),
})

const UpdatePayload = payloadType<{ channel: Channel; eventId: bigint }>(
  'ChannelUpdatePayload',
  'The channel after the change.',
)
builder.objectFields(UpdatePayload, (t) => ({
  channel: t.prismaField({
    description: 'The settings as they are now.',
    type: ChannelSettings,
    resolve: async (query, { channel }, _args, { desk }) =>
      await desk.database.prisma.channelSettings.findUniqueOrThrow({ ...query, where: { channel } }),
  }),
}))

/** Without what was left out. */
function given<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as never
}

builder.mutationFields((t) => ({
  channelUpdate: t.field({
    description: 'Changes the settings of a channel. For admins. It counts at once.',
    type: UpdatePayload,
    authScopes: { admin: true },
    args: { input: t.arg({ type: UpdateInput, description: 'Which channel, and what is new.' }) },
    errors: { types: [InvalidInput, Conflict] },
    resolve: async (_root, { input }, context) => {
      const { channel, expectedVersion, hasNoReplyWindow, ...change } = input
      const window = hasNoReplyWindow ? { replyWindowSeconds: null, replyWindowSource: null } : {}
      return await updateChannel(context.desk, operatorViewer(context), {
        channel,
        expectedVersion: expectedVersion ?? null,
        ...given(change),
        ...window,
      })
    },
  }),
}))
