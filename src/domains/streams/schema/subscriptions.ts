import { stoppable } from '../../../events/stoppable.ts'
import { builder } from '../../../graphql/builder.ts'
import { CustomerEvent } from '../../../graphql/events.ts'
import { customerViewer, viewerNow } from '../../../graphql/viewer-of.ts'
import { followCustomer } from '../live.ts'

builder.subscriptionField('customerEvents', (t) =>
  t.field({
    description:
      'Everything that concerns the buyer, in one stream for the app: the own tickets, messages, orders, payments, parcels, returns, refunds, complaints, suggestions and files. History after a cursor, `CaughtUp`, then live. For buyers only, guests included; the desk follows `inboxEvents`.',
    type: CustomerEvent,
    authScopes: { buyer: true },
    args: {
      after: t.arg.string({
        required: false,
        description: 'A cursor of any stream or write; left out: from now.',
      }),
    },
    subscribe: (_root, { after }, context) =>
      stoppable((signal) =>
        followCustomer(context.desk, {
          after: after ?? null,
          viewer: viewerNow(context, customerViewer),
          signal,
        }),
      ),
    resolve: (item) => item,
  }),
)
