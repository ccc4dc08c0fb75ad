import { encodeId } from '../../../core/ids.ts'
import type { AttachmentStatus } from '../../../core/prisma/enums.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import { AuthorKindEnum, describedEnum } from '../../../graphql/enums.ts'
import { findTogether } from '../../../graphql/find-together.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { visibleAttachments } from '../policy.ts'
import { downloadLink } from '../reads.ts'

export const AttachmentStatusEnum = describedEnum<AttachmentStatus>(
  'AttachmentStatus',
  'Whether a file may be downloaded.',
  {
    PENDING: 'Not uploaded yet, or not scanned yet.',
    CLEAN: 'Nothing was found in it: it may be downloaded.',
    INFECTED: 'It is dangerous; its content was removed.',
    FAILED: 'It could not be taken, or was removed: see `failureCode`.',
  },
)

export const Attachment = builder.prismaObject('Attachment', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Attachment', id) }),
    fileName: t.exposeString('fileName', {
      description: 'The name it was given, without any path; empty after a redaction.',
    }),
    contentType: t.exposeString('contentType', { nullable: true }),
    byteSize: t.exposeInt('byteSize', { nullable: true }),
    status: t.expose('status', { type: AttachmentStatusEnum }),
    failureCode: t.exposeString('failureCode', {
      description:
        'Why there is no content: `type`, `scan`, `redacted`; of infected ones `virus`, `executable`, `script`, `macro`, `archive`, `polyglot`. New codes may appear.',
      nullable: true,
    }),
    documentKind: t.exposeString('documentKind', { nullable: true }),
    uploaderKind: t.expose('uploaderKind', { description: 'Which side has sent it.', type: AuthorKindEnum }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    uploadedAt: t.expose('uploadedAt', { type: 'DateTime', nullable: true }),
    url: t.field({
      description:
        'Where the content is got by GET, without a token, for ATTACHMENT_LINK_SECONDS (300 by default) from now; ask again for a new one. Null unless the file is CLEAN.',
      type: 'URL',
      nullable: true,
      resolve: (attachment, _args, { desk }) => downloadLink(desk, attachment),
    }),
    customer: t.relation('customer', { description: 'Whose matter it belongs to.' }),
  }),
})

/** One file by policy. */
export async function findAttachment(context: Context, query: object, id: string) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'Attachment',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.attachment.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, visibleAttachments(viewer)] },
      }),
  )
}

findNodesBy('Attachment', async (query, context, id) => await findAttachment(context, query, id))
