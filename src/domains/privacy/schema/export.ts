import { encodeId } from '../../../core/ids.ts'
import type { CustomerExport as Row } from '../../../core/prisma/client.ts'
import type { ExportStatus } from '../../../core/prisma/enums.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { AuthorKindEnum, describedEnum } from '../../../graphql/enums.ts'
import { findTogether } from '../../../graphql/find-together.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { visibleExports } from '../policy.ts'
import { exportLink } from '../reads.ts'
import { progressOf } from '../rules.ts'

const ExportStatusEnum = describedEnum<ExportStatus>('CustomerExportStatus', 'Where an export stands.', {
  PENDING: 'No node has begun with it yet.',
  RUNNING: 'It is being made.',
  READY: 'It can be got: see `url`.',
  FAILED: 'It could not be made: see `failureCode`.',
  EXPIRED: 'Its time is over and the archive was removed; ask for a new one.',
})

export const CustomerExport = builder.prismaObject('CustomerExport', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('CustomerExport', id) }),
    status: t.expose('status', { type: ExportStatusEnum }),
    progressPercent: t.int({
      description: 'How far it has come, 0 to 100; 100 when it is ready.',
      resolve: progressOf,
    }),
    failureCode: t.exposeString('failureCode', {
      description:
        'Why it failed: `tooLarge` (more than EXPORT_MAX_BYTES), `internal`, `erased`. New codes may appear.',
      nullable: true,
    }),
    byteSize: t.exposeInt('byteSize', { nullable: true }),
    requestedByKind: t.expose('requestedByKind', {
      description: 'Which side asked for it.',
      type: AuthorKindEnum,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    readyAt: t.expose('readyAt', { type: 'DateTime', nullable: true }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
    url: t.field({
      description:
        'Where the archive (ZIP: `data.json` and the files) is got by GET, without a token, for ATTACHMENT_LINK_SECONDS (300 by default) from now; ask again for a new one. Null unless it is READY. Who gets it is noted in the log.',
      type: 'URL',
      nullable: true,
      extensions: { isPerViewer: true },
      resolve: (row, _args, context) => exportLink(context.desk, knownViewer(context), row),
    }),
    customer: t.relation('customer', { description: 'Whose records it holds.' }),
  }),
})

export const CustomerExportConnection = connectionType<Row>('CustomerExport', CustomerExport)

export const newestExports: Keyset<Row> = {
  name: 'customer-exports',
  keys: [
    { field: 'createdAt', direction: 'desc', type: 'date' },
    { field: 'id', direction: 'desc', type: 'string' },
  ],
}

/** One export by policy. */
export async function findExport(context: Context, query: object, id: string | null) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'CustomerExport',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.customerExport.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, visibleExports(viewer)] },
      }),
  )
}

findNodesBy('CustomerExport', async (query, context, id) => await findExport(context, query, id))
