import { builder } from '../../../graphql/builder.ts'
import { factType } from '../../../graphql/events.ts'
import { Attachment, AttachmentStatusEnum, findAttachment } from './type.ts'

/** A type of fact about a file, which is shown as it is now. */
function attachmentFactType<T extends 'attachment.uploaded' | 'attachment.scanned'>(
  type: T,
  name: string,
  description: string,
) {
  const ref = factType(type, name, description)
  builder.objectFields(ref, (t) => ({
    attachment: t.prismaField({
      description: 'The file as it is now; null if the viewer may no longer see it.',
      type: Attachment,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findAttachment(context, query, event.data.attachmentId),
    }),
  }))
  return ref
}

export const AttachmentUploaded = attachmentFactType(
  'attachment.uploaded',
  'AttachmentUploaded',
  'The content of a file has arrived. It may be downloaded when it was scanned.',
)
builder.objectFields(AttachmentUploaded, (t) => ({
  byteSize: t.int({ description: 'How large it is, in bytes.', resolve: ({ event }) => event.data.byteSize }),
}))

export const AttachmentScanned = attachmentFactType(
  'attachment.scanned',
  'AttachmentScanned',
  'It is known whether a file may be downloaded.',
)
// One selection may meet the facts of all domains: a field of one name has one type in all of them.
builder.objectFields(AttachmentScanned, (t) => ({
  attachmentStatus: t.field({
    description: 'What the scan found.',
    type: AttachmentStatusEnum,
    resolve: ({ event }) => event.data.status,
  }),
}))
