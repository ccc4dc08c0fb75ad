import type { ErasureCause } from '../../../events/catalog.ts'
import { builder } from '../../../graphql/builder.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import { factType } from '../../../graphql/events.ts'
import { ticketFactType } from '../../tickets/schema/events.ts'
import { CustomerExport, findExport } from './export.ts'

builder.objectFields(
  factType('customer.exportReady', 'CustomerExportReady', 'A copy of the customer’s records can be got.'),
  (t) => ({
    export: t.prismaField({
      description: 'The export as it is now; null if the viewer may not see it.',
      type: CustomerExport,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findExport(context, query, event.data.customerExportId),
    }),
  }),
)

const ErasureCauseEnum = describedEnum<ErasureCause>(
  'TicketErasureCause',
  'Why the words of a ticket were removed.',
  {
    CUSTOMER: 'Its customer was erased: `customerErase`.',
    RETENTION: 'It was closed longer ago than RETENTION_CLOSED_TICKETS_DAYS.',
  },
)

builder.objectFields(
  ticketFactType(
    'ticket.erased',
    'TicketErased',
    'The words and files of a ticket were removed for good: whoever shows them takes them away.',
  ),
  (t) => ({
    erasureCause: t.field({
      description: 'Why.',
      type: ErasureCauseEnum,
      resolve: ({ event }) => event.data.cause,
    }),
  }),
)
