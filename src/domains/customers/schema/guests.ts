import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { customerViewer } from '../../../graphql/viewer-of.ts'
import { linkGuest, startGuest } from '../actions/guests.ts'

const GuestStartInput = builder.inputType('GuestStartInput', {
  description: 'Starts a conversation without login.',
  fields: (t) => ({
    name: t.string({ required: false, description: 'How to address the person; up to 200 characters.' }),
  }),
})

interface GuestStarted {
  customerId: string
  token: string
  expiresAt: Date
  eventId: null
}
const GuestStartPayload = payloadType<GuestStarted>('GuestStartPayload', 'A guest’s token and record.')
builder.objectFields(GuestStartPayload, (t) => ({
  token: t.exposeString('token', {
    description: 'The bearer token of the guest: keep it, it is not shown again.',
  }),
  expiresAt: t.expose('expiresAt', { description: 'When the token ends.', type: 'DateTime' }),
  customer: t.prismaField({
    description: 'The guest’s record.',
    type: 'Customer',
    resolve: async (query, { customerId }, _args, { desk }) =>
      await desk.database.prisma.customer.findUniqueOrThrow({ ...query, where: { id: customerId } }),
  }),
}))

const GuestLinkInput = builder.inputType('GuestLinkInput', {
  description: 'Joins a guest to the logged-in buyer.',
  fields: (t) => ({
    guestToken: t.string({ description: 'The token of `guestStart`: the only proof of being that guest.' }),
  }),
})

const GuestLinkPayload = payloadType<{ customerId: string; eventId: bigint | null }>(
  'GuestLinkPayload',
  'The buyer, with the guest’s conversations.',
)
builder.objectFields(GuestLinkPayload, (t) => ({
  customer: t.prismaField({
    description: 'The buyer.',
    type: 'Customer',
    resolve: async (query, { customerId }, _args, { desk }) =>
      await desk.database.prisma.customer.findUniqueOrThrow({ ...query, where: { id: customerId } }),
  }),
}))

builder.mutationFields((t) => ({
  guestStart: t.field({
    description: 'Starts a guest session: the only mutation that needs no token.',
    type: GuestStartPayload,
    skipTypeScopes: true,
    args: { input: t.arg({ type: GuestStartInput, description: 'Who starts.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, { desk, issuers, locale }) => ({
      ...(await startGuest(desk, issuers, { name: input.name ?? null, locale })),
      eventId: null,
    }),
  }),
  guestLink: t.field({
    description: 'After login: the guest’s conversations become the buyer’s, and the guest’s token ends.',
    type: GuestLinkPayload,
    authScopes: { customer: true },
    args: { input: t.arg({ type: GuestLinkInput, description: 'Which guest.' }) },
    errors: { types: [InvalidInput, NotFound] },
    resolve: async (_root, { input }, context) =>
      await linkGuest(context.desk, context.issuers, customerViewer(context), input.guestToken),
  }),
}))
