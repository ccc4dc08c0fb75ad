import type { CustomerViewer, Viewer } from '../../auth/viewer.ts'
import type { Database } from '../../core/database.ts'
import type { LogEvent } from '../../events/catalog.ts'
import type { Desk } from '../../events/desk.ts'
import { type LogFilter, type LogPage, readPage } from '../../events/page.ts'
import type { Shared } from '../../events/shared.ts'
import { visibleAttachments } from '../attachments/policy.ts'
import { visibleComplaints } from '../complaints/policy.ts'
import { visibleDeliveries } from '../deliveries/policy.ts'
import { visibleOrders } from '../orders/policy.ts'
import { visibleRefunds, visibleReturns } from '../returns/policy.ts'
import { visibleSuggestions } from '../suggestions/policy.ts'
import { maySeeInternal } from '../tickets/policy.ts'

type Prisma = Database['prisma']
type Find = (prisma: Prisma, viewer: CustomerViewer, id: { in: string[] }) => Promise<{ id: string }[]>

const select = { id: true } as const

/** Those of some objects that a buyer may see now, in one statement for each kind. */
const finders = {
  order: async ({ order }, viewer, id) =>
    await order.findMany({ where: { AND: [{ id }, visibleOrders(viewer)] }, select }),
  payment: async ({ payment }, { customerId }, id) =>
    await payment.findMany({ where: { id, customerId }, select }),
  delivery: async ({ delivery }, viewer, id) =>
    await delivery.findMany({ where: { AND: [{ id }, visibleDeliveries(viewer)] }, select }),
  attachment: async ({ attachment }, viewer, id) =>
    await attachment.findMany({ where: { AND: [{ id }, visibleAttachments(viewer)] }, select }),
  return: async ({ return: returns }, viewer, id) =>
    await returns.findMany({ where: { AND: [{ id }, visibleReturns(viewer)] }, select }),
  refund: async ({ refund }, viewer, id) =>
    await refund.findMany({ where: { AND: [{ id }, visibleRefunds(viewer)] }, select }),
  complaint: async ({ complaint }, viewer, id) =>
    await complaint.findMany({ where: { AND: [{ id }, visibleComplaints(viewer)] }, select }),
  suggestion: async ({ suggestion }, viewer, id) =>
    await suggestion.findMany({ where: { AND: [{ id }, visibleSuggestions(viewer)] }, select }),
} satisfies Record<string, Find>
export type ObjectKind = keyof typeof finders

const isKind = (kind: string): kind is ObjectKind => kind in finders

/** The object of the shop an event is about, by the name of its type: `order.upserted` has an `orderId`. */
export function objectOf({ type, data }: LogEvent): { kind: ObjectKind; id: string } | null {
  const [kind = ''] = type.split('.')
  if (!isKind(kind)) return null
  const id: unknown = Reflect.get(data, `${kind}Id`)
  if (typeof id !== 'string') throw new Error(`${type} names no ${kind}`)
  return { kind, id }
}

/** Of the objects of one kind that a batch of news is about, those that a buyer may see now. */
export async function visibleObjects(
  desk: Desk,
  viewer: CustomerViewer,
  shared: Shared,
  kind: ObjectKind,
): Promise<ReadonlySet<string>> {
  return await shared.once(`visible ${kind} ${viewer.customerId}`, async () => {
    const ids = shared.events.flatMap((event) => {
      const object = objectOf(event)
      return object?.kind === kind ? [object.id] : []
    })
    const rows = await finders[kind](desk.database.prisma, viewer, { in: [...new Set(ids)] })
    return new Set(rows.map(({ id }) => id))
  })
}

/** A customer, and the guests it was before it logged in: events are of who they were of then. */
export async function recordsOf({ database }: Desk, customerId: string): Promise<string[]> {
  const guests = await database.prisma.customer.findMany({
    where: { mergedIntoId: customerId },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return [customerId, ...guests.map(({ id }) => id)]
}

/**
 * A page of the log as a viewer may see it. What is internal is for admins; what happens to a file only for those who
 * may see the file, for it may be of a note.
 */
export async function readFeed(
  desk: Desk,
  viewer: Viewer,
  filter: Omit<LogFilter, 'withInternal'>,
  place: { after: string | null; size: number },
): Promise<LogPage> {
  const withInternal = maySeeInternal(viewer)
  const page = await readPage(desk, { ...filter, withInternal }, place)
  if (page.kind === 'reset' || withInternal) return page
  const files = page.events.flatMap(({ data }) => ('attachmentId' in data ? [data.attachmentId] : []))
  if (files.length === 0) return page
  const visible = await desk.database.prisma.attachment.findMany({
    where: { AND: [{ id: { in: files } }, visibleAttachments(viewer)] },
    select: { id: true, message: { select: { seq: true } } },
  })
  const shown = new Set(visible.flatMap(({ id, message }) => (message?.seq === null ? [] : [id])))
  return {
    ...page,
    events: page.events.filter(({ data }) => !('attachmentId' in data) || shown.has(data.attachmentId)),
  }
}
