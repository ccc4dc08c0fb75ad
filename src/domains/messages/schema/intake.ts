import { questionText } from '../../../core/texts/texts.ts'
import { builder } from '../../../graphql/builder.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import type { Detail } from '../intake/details.ts'
import { missingDetails, needsDetails } from '../intake/details.ts'
import { givenDetails } from '../loaders.ts'

const DetailEnum = describedEnum<Detail>(
  'TicketDetail',
  'Something the desk needs to know before it can help.',
  {
    ORDER_NUMBER: 'Which order. Told by linking it: its number in a message is enough.',
    TRACKING_NUMBER: 'Which parcel. Told by linking it or its order: a number in a message is enough.',
    PRODUCT: 'Which product. Told by its article number, its card, a return, or an order of one line.',
    PHOTO: 'What it looks like. Told by an attachment, or by a return, which has its own documents.',
    PAYMENT_METHOD: 'How it was paid. Told in words, or by a payment of the linked order.',
    ERROR_TEXT:
      'What the failure says. Told by quoting it, by its code, by a screenshot, or by a declined payment.',
    DEVICE: 'The device, browser or app. Told in words.',
  },
)

const MissingDetail = builder.objectRef<Detail>('MissingDetail').implement({
  description: 'A detail that nobody has told yet.',
  fields: (t) => ({
    detail: t.field({ description: 'Which.', type: DetailEnum, resolve: (detail) => detail }),
    question: t.string({
      description: 'How to ask the customer for it, in the viewer’s language.',
      resolve: (detail, _args, { locale }) => questionText(detail, locale),
    }),
  }),
})

builder.prismaObjectField('Ticket', 'missingDetails', (t) =>
  t.field({
    description:
      'What the desk still needs to know for the ticket’s topic, in the order to ask it; empty when everything was told. Links, attachments and the customer’s first 20 messages count.',
    type: [MissingDetail],
    select: { id: true, topic: true },
    resolve: async ({ id, topic }, _args, context) =>
      needsDetails(topic) ? missingDetails(topic, await givenDetails(context).load(id)) : [],
  }),
)
