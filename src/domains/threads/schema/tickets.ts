import { builder } from '../../../graphql/builder.ts'
import type { ReplyWindow } from '../../channels/rules.ts'
import { replyWindows } from '../loaders.ts'

const ReplyWindowType = builder.objectRef<ReplyWindow>('ReplyWindow').implement({
  description: 'Until when the platform of a conversation allows an answer.',
  fields: (t) => ({
    closesAt: t.expose('closesAt', {
      description: 'When it ends, counted from the customer’s last message; null when there is none.',
      type: 'DateTime',
      nullable: true,
    }),
    isOpen: t.exposeBoolean('isOpen', { description: 'True if an answer may be sent now.' }),
  }),
})

const BotHandOff = builder.prismaObject('BotHandOff', {
  fields: (t) => ({
    isMuted: t.boolean({
      description: 'True while the bot may not write in the ticket.',
      resolve: ({ resumedAt }) => resumedAt === null,
    }),
    reason: t.exposeString('reason', { nullable: true }),
    context: t.field({
      description: 'What the bot knows of the matter, for the operator.',
      type: 'JSON',
      nullable: true,
      resolve: ({ context }) => context,
    }),
    handedOffAt: t.expose('handedOffAt', { type: 'DateTime' }),
    resumedAt: t.expose('resumedAt', { type: 'DateTime', nullable: true }),
  }),
})

builder.prismaObjectFields('Ticket', (t) => ({
  replyWindow: t.field({
    description: 'Until when the desk can answer; null where the platform does not limit it.',
    type: ReplyWindowType,
    nullable: true,
    resolve: async ({ id }, _args, context) => await replyWindows(context).load(id),
  }),
  botHandOff: t.relation('botHandOff', {
    description:
      'The bot’s last hand-over of this ticket to a person, with what it knows. For the desk only: null for others.',
    type: BotHandOff,
    nullable: true,
    authScopes: { staff: true },
    unauthorizedResolver: () => null,
  }),
}))
