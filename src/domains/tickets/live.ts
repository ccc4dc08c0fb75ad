import type { KnownViewer, Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'
import type { LogEvent, VisibilityFacts } from '../../events/catalog.ts'
import { isEvent } from '../../events/catalog.ts'
import type { Desk } from '../../events/desk.ts'
import { follow } from '../../events/follow.ts'
import { personOf } from '../../events/person-news.ts'
import { Shared } from '../../events/shared.ts'
import type { StreamItem } from '../../events/streams.ts'
import { streamsOf } from '../../events/streams.ts'
import { visibleAttachments } from '../attachments/policy.ts'
import { couldSee, maySeeInternal } from './policy.ts'

export interface StreamOptions {
  /** Null: every ticket the viewer may see, an inbox. */
  readonly ticketId: string | null
  /** Narrows an inbox; its canonical form is part of what followers share. */
  readonly filter: Prisma.TicketWhereInput
  readonly after: string | null
  /** Who is asking now: rights may have changed since the last event. Throws when there are none left. */
  readonly viewer: () => Promise<KnownViewer>
  readonly signal: AbortSignal
}

/**
 * Events of tickets, by the policy of the moment each one is sent. A ticket that leaves the viewer's sight arrives as
 * `removed`, on replay too; a stream of that one ticket ends with it.
 */
export async function* followTickets(
  desk: Desk,
  options: StreamOptions,
): AsyncGenerator<StreamItem, void, void> {
  const { ticketId, after, signal } = options
  const viewer = await options.viewer()
  const following = {
    topic: ticketId === null ? ({ kind: 'all' } as const) : ({ kind: 'ticket', ticketId } as const),
    after,
    withInternal: maySeeInternal(viewer),
    personId: personOf(viewer),
    see: async (event: LogEvent, shared: Shared) => await see(desk, options, event, shared),
    seeAgain: async (position: bigint) => await seeAgain(desk, options, position),
    signal,
  }
  for await (const item of follow(desk, following)) {
    yield item
    if (item.kind === 'removed' && ticketId !== null) return
  }
}

/** The one ticket is gone when the viewer's rights no longer reach it; an inbox learns of that from the log. */
async function seeAgain(
  desk: Desk,
  { ticketId, viewer }: StreamOptions,
  position: bigint,
): Promise<StreamItem | null> {
  const now = await viewer()
  if (ticketId === null || (await sees(desk, now, new Shared([ticketId]), ticketId))) return null
  return { kind: 'removed', position, ticketId }
}

/** What a viewer gets for an event: the event, a removal, or nothing. */
async function see(
  desk: Desk,
  options: StreamOptions,
  event: LogEvent,
  shared: Shared,
): Promise<StreamItem | null> {
  const { position } = event
  const viewer = await options.viewer()
  if (isOwnRights(viewer, event)) return { kind: 'reset', position, reason: 'RIGHTS_CHANGED' }
  if (event.ticketId === null || !streamsOf(event.type).includes('ticket')) return null
  const removed = { kind: 'removed', position, ticketId: event.ticketId } as const
  if (!(await sees(desk, viewer, shared, event.ticketId))) {
    const before = factsBefore(event)
    return options.ticketId !== null || (before !== null && couldSee(viewer, before)) ? removed : null
  }
  const isNarrowed = Object.keys(options.filter).length > 0
  if (isNarrowed && !(await sees(desk, viewer, shared, event.ticketId, options.filter))) {
    return leavesFilter.has(event.type) ? removed : null
  }
  return (await seesFile(desk, viewer, event)) ? { kind: 'event', event, shared } : null
}

/** A file of a note is the desk's own, though its ticket is not. */
async function seesFile({ database }: Desk, viewer: Viewer, event: LogEvent): Promise<boolean> {
  if (maySeeInternal(viewer) || !('attachmentId' in event.data)) return true
  const { attachmentId: id } = event.data
  const where = { AND: [{ id }, visibleAttachments(viewer)] }
  return (await database.prisma.attachment.count({ where })) > 0
}

/** Changes that can take a visible ticket out of a filtered inbox. Removing what was not there does no harm. */
const leavesFilter: ReadonlySet<string> = new Set<LogEvent['type']>([
  'ticket.assigned',
  'ticket.statusChanged',
  'ticket.updated',
  'ticket.merged',
])

function isOwnRights(viewer: Viewer, event: LogEvent): boolean {
  return (
    viewer.kind === 'operator' && event.type === 'operator.updated' && event.operatorId === viewer.operatorId
  )
}

function factsBefore(event: LogEvent): VisibilityFacts | null {
  return isEvent(event, 'ticket.assigned') || isEvent(event, 'ticket.merged') ? event.data.before : null
}

/**
 * True if the viewer may see a ticket of the news now. The facts of all its tickets are read in one statement for
 * all followers, whoever they are; a filter costs one more for all who use it.
 */
export async function sees(
  desk: Desk,
  viewer: Viewer,
  shared: Shared,
  ticketId: string,
  filter: Prisma.TicketWhereInput = {},
): Promise<boolean> {
  const facts = await shared.once(`facts ${JSON.stringify(filter)}`, async () => {
    const rows = await desk.database.prisma.ticket.findMany({
      where: { AND: [{ id: { in: [...shared.ticketIds] } }, filter] },
      select: { id: true, customerId: true, assigneeId: true, teamId: true },
    })
    return new Map(rows.map(({ id, ...rest }) => [id, rest]))
  })
  const found = facts.get(ticketId)
  return found !== undefined && couldSee(viewer, found)
}
