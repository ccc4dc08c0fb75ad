import type { CustomerViewer } from '../../auth/viewer.ts'
import type { LogEvent } from '../../events/catalog.ts'
import type { Desk } from '../../events/desk.ts'
import { follow } from '../../events/follow.ts'
import type { Shared } from '../../events/shared.ts'
import type { StreamItem } from '../../events/streams.ts'
import { streamsOf } from '../../events/streams.ts'
import { sees } from '../tickets/live.ts'
import { objectOf, recordsOf, visibleObjects } from './reads.ts'

export interface CustomerStreamOptions {
  readonly after: string | null
  /** Who is asking now. Throws when the token has ended, as a guest's does at login. */
  readonly viewer: () => Promise<CustomerViewer>
  readonly signal: AbortSignal
}

/**
 * Everything that concerns a buyer, by the policy of the moment each event is sent: the own tickets, orders, parcels
 * and so on. What the guests did that the buyer was before login belongs to it.
 */
export async function* followCustomer(
  desk: Desk,
  { after, viewer, signal }: CustomerStreamOptions,
): AsyncGenerator<StreamItem, void, void> {
  const { customerId } = await viewer()
  const customerIds = await recordsOf(desk, customerId)
  const ending = new AbortController()
  const stillTheirs = async () => {
    const now = await viewer()
    // Somebody else's stream begins anew.
    if (now.customerId !== customerId) ending.abort()
    return now
  }
  const following = {
    topic: { kind: 'customer', customerIds },
    after,
    withInternal: false,
    // A guest who logs in is nobody any more: asking who follows ends the stream.
    alsoInternal: ['customer.linked'],
    personId: customerId,
    see: async (event: LogEvent, shared: Shared) => {
      const now = await stillTheirs()
      return ending.signal.aborted ? null : await see(desk, now, event, shared)
    },
    seeAgain: async () => {
      await stillTheirs()
      return null
    },
    signal: AbortSignal.any([signal, ending.signal]),
  } as const
  yield* follow(desk, following)
}

/** What the buyer gets for an event: the event, the removal of a ticket that is no longer theirs, or nothing. */
async function see(
  desk: Desk,
  viewer: CustomerViewer,
  event: LogEvent,
  shared: Shared,
): Promise<StreamItem | null> {
  if (!streamsOf(event.type).includes('customer')) return null
  const { position, ticketId } = event
  if (ticketId !== null && !(await sees(desk, viewer, shared, ticketId))) {
    return { kind: 'removed', position, ticketId }
  }
  const object = objectOf(event)
  if (object !== null && !(await visibleObjects(desk, viewer, shared, object.kind)).has(object.id))
    return null
  return { kind: 'event', event, shared }
}
