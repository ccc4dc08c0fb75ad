import { MissedMessages } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { Problem } from '../../../graphql/problems.ts'
import { Message } from './type.ts'

const maxMissedShown = 50

builder.objectType(MissedMessages, {
  name: 'MissedMessages',
  description: 'Messages arrived that the operator had not seen (`lastSeenSeq`). Nothing was written.',
  interfaces: [Problem],
  fields: (t) => ({
    lastSeq: t.exposeInt('lastSeq', {
      description: 'The newest of them: send it as `lastSeenSeq` after reading.',
    }),
    messages: t.prismaField({
      description: `The missed messages in order, at most ${maxMissedShown}.`,
      type: [Message],
      resolve: async (query, { ticketId, lastSeenSeq }, _args, { desk }) =>
        await desk.database.prisma.message.findMany({
          ...query,
          where: { ticketId, seq: { gt: lastSeenSeq } },
          orderBy: { seq: 'asc' },
          take: maxMissedShown,
        }),
    }),
  }),
})
