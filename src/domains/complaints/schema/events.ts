import type { EventType } from '../../../events/catalog.ts'
import { builder } from '../../../graphql/builder.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import { ticketFactType } from '../../tickets/schema/events.ts'
import type { Move } from '../actions/lock.ts'
import { ComplaintResolutionEnum, ComplaintStatusEnum, findComplaint } from './type.ts'

type ComplaintEvent = Extract<EventType, `complaint.${'filed' | 'statusChanged' | 'escalated'}`>

/** A type of fact about a complaint, which is shown as it is now. */
function complaintFactType<T extends ComplaintEvent>(type: T, name: string, description: string) {
  const ref = ticketFactType(type, name, description)
  builder.objectFields(ref, (t) => ({
    complaint: t.prismaField({
      description: 'The complaint as it is now; null if the viewer may no longer see it.',
      type: 'Complaint',
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findComplaint(context, query, { id: event.data.complaintId }),
    }),
  }))
  return ref
}

const CauseEnum = describedEnum<Move['cause']>(
  'ComplaintCause',
  'What set a status change of a complaint off.',
  {
    ACKNOWLEDGE: '`complaintAcknowledge`.',
    INVESTIGATE: '`complaintInvestigate`.',
    ASK_CUSTOMER: '`complaintAskCustomer`.',
    RESOLVE: '`complaintResolve`.',
    WITHDRAW: '`complaintWithdraw`.',
    DISPUTE: '`complaintDispute`.',
    ARBITRATE: '`complaintArbitrate`.',
    FINALIZE: '`complaintFinalize`.',
    CLOSE: '`complaintClose`.',
    DISPUTE_WINDOW: 'Nobody had disputed the answer in time.',
  },
)

complaintFactType('complaint.filed', 'ComplaintFiled', 'A complaint was filed.')
complaintFactType(
  'complaint.escalated',
  'ComplaintEscalated',
  'A complaint was not answered in time. For the desk only.',
)

// One selection may meet the facts of all domains: a field of one name has one type in all of them.
builder.objectFields(
  complaintFactType('complaint.statusChanged', 'ComplaintStatusChanged', 'A complaint’s status changed.'),
  (t) => ({
    fromComplaintStatus: t.field({
      description: 'Before.',
      type: ComplaintStatusEnum,
      resolve: ({ event }) => event.data.from,
    }),
    toComplaintStatus: t.field({
      description: 'After.',
      type: ComplaintStatusEnum,
      resolve: ({ event }) => event.data.to,
    }),
    complaintCause: t.field({
      description: 'What set it off.',
      type: CauseEnum,
      resolve: ({ event }) => event.data.cause as Move['cause'],
    }),
    complaintResolution: t.field({
      description: 'How it was resolved by it; null for other changes.',
      type: ComplaintResolutionEnum,
      nullable: true,
      resolve: ({ event }) => event.data.resolution,
    }),
  }),
)
