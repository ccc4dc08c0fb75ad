import { builder } from '../../../graphql/builder.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import type { RefundChange } from '../actions/grant.ts'
import type { ReturnChange } from '../actions/lock.ts'

/** A payload with the return as it is after the change. */
export function returnPayload(name: string, description = 'The return after the change.') {
  const ref = payloadType<ReturnChange>(`${name}Payload`, description)
  builder.objectFields(ref, (t) => ({
    return: t.prismaField({
      description: 'The return as it is now.',
      type: 'Return',
      resolve: async (query, { returnId }, _args, { desk }) =>
        await desk.database.prisma.return.findUniqueOrThrow({ ...query, where: { id: returnId } }),
    }),
  }))
  return ref
}

/** A payload with the refund as it is after the change. */
export function refundPayload(name: string, description: string) {
  const ref = payloadType<RefundChange>(`${name}Payload`, description)
  builder.objectFields(ref, (t) => ({
    refund: t.prismaField({
      description: 'The refund as it is now.',
      type: 'Refund',
      resolve: async (query, { refundId }, _args, { desk }) =>
        await desk.database.prisma.refund.findUniqueOrThrow({ ...query, where: { id: refundId } }),
    }),
  }))
  return ref
}
