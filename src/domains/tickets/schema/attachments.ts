import { AttachmentRefused, IdempotencyConflict, InvalidInput, NotFound } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import type { Created } from '../../attachments/actions/create.ts'
import { createAttachment } from '../../attachments/actions/create.ts'
import { maxFileNameLength } from '../../attachments/rules.ts'
import { Attachment } from '../../attachments/schema/type.ts'
import { visibleTickets } from '../policy.ts'

// Here and not with the attachments: a file may be announced for the customer of a ticket, which stands above them.

const CreateInput = builder.inputType('AttachmentCreateInput', {
  description: 'Announces a file.',
  fields: (t) => ({
    fileName: t.string({
      description: `Its name, 1–${maxFileNameLength} characters: no path (\`/\`, \`\\\`, \`..\`), no invisible characters. Other characters that some system cannot have in a name are replaced by \`_\`.`,
    }),
    byteSize: t.int({
      description:
        'How large it is, in bytes: at least 1, at most ATTACHMENT_MAX_BYTES (20,000,000 by default). More is not taken by the link.',
    }),
    contentType: t.string({
      description:
        'What it is, such as `image/jpeg`; `application/octet-stream` when that is not known. The content decides, and must agree. Taken are pictures (JPEG, PNG, WebP, GIF, HEIC), PDF, plain text in UTF-8, films (MP4, MOV, WebM), sound (Ogg, MP3), DOCX and XLSX.',
    }),
    documentKind: t.string({
      required: false,
      description: 'Which required document it is, such as `receipt`: a key of the return policy.',
    }),
    customerId: t.id({
      required: false,
      description: 'For whom; the desk and bots must say it or `ticketId`, a buyer is it.',
    }),
    ticketId: t.id({ required: false, description: 'For the customer of this ticket.' }),
    idempotencyKey: t.string({
      required: false,
      description:
        'Chosen by the sender, up to 200 characters, kept 48 hours: retries with it announce one file, each with a new link.',
    }),
  }),
})

const CreatePayload = payloadType<Created>('AttachmentCreatePayload', 'The file, and how to upload it.')
builder.objectFields(CreatePayload, (t) => ({
  attachment: t.prismaField({
    description: 'The file as it is now.',
    type: Attachment,
    resolve: async (query, { attachmentId }, _args, { desk }) =>
      await desk.database.prisma.attachment.findUniqueOrThrow({ ...query, where: { id: attachmentId } }),
  }),
  uploadUrl: t.expose('uploadUrl', {
    description:
      'Where to send the content, as it is, without a token. Answers 204 when it was taken, 400 when it was empty, 403 for a link that is not ours, 404 when the file was given up, 409 when it was uploaded before, 410 after the link’s time, 413 when it is larger than announced, 415 when it is of a wrong type: then the file has FAILED. After any other end the link can be used again. Null when a retry finds the file uploaded.',
    type: 'URL',
    nullable: true,
  }),
  uploadExpiresAt: t.expose('uploadExpiresAt', {
    description: 'Until when the link can be used.',
    type: 'DateTime',
  }),
  uploadMethod: t.string({ description: 'The HTTP method to upload by: `PUT`.', resolve: () => 'PUT' }),
}))

builder.mutationFields((t) => ({
  attachmentCreate: t.field({
    description:
      'Announces a file and gives a link to upload it by. It can be downloaded when it was scanned, and is given up when nobody puts it into a message or a return within ATTACHMENT_ORPHAN_HOURS (48 by default).',
    type: CreatePayload,
    authScopes: { $any: { staff: true, buyer: true, service: 'tickets:write' } },
    args: { input: t.arg({ type: CreateInput, description: 'What it is.' }) },
    errors: { types: [InvalidInput, NotFound, AttachmentRefused, IdempotencyConflict] },
    resolve: async (_root, { input }, context) => {
      const viewer = knownViewer(context)
      const created = {
        ...input,
        customerId: optionalIdOf('Customer', input.customerId) ?? undefined,
        ticketId: optionalIdOf('Ticket', input.ticketId) ?? undefined,
        documentKind: input.documentKind ?? null,
        idempotencyKey: input.idempotencyKey ?? null,
      }
      return await createAttachment(context.desk, viewer, created, async (tx, ticketId) => {
        const where = { AND: [{ id: ticketId }, visibleTickets(viewer)] }
        return await tx.ticket.findFirst({ where, select: { customerId: true } })
      })
    },
  }),
}))
