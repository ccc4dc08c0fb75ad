import { builder } from '../../../graphql/builder.ts'
import type { Landed } from '../../../graphql/cursor.ts'
import { payloadType } from '../../../graphql/cursor.ts'

/** A payload with the complaint as it is after the change. */
export function complaintPayload<T extends Landed & { complaintId: string }>(
  name: string,
  description: string,
) {
  const ref = payloadType<T>(name, description)
  builder.objectFields(ref, (t) => ({
    complaint: t.prismaField({
      description: 'The complaint as it is now.',
      type: 'Complaint',
      resolve: async (query, { complaintId }, _args, { desk }) =>
        await desk.database.prisma.complaint.findUniqueOrThrow({ ...query, where: { id: complaintId } }),
    }),
  }))
  return ref
}
