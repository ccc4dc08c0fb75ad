import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Desk } from '../../../events/desk.ts'
import { setDue } from '../../../events/due.ts'
import { append } from '../../../events/log.ts'
import { recordsOf } from '../reads.ts'
import { eraseExports, eraseFiles, hasFilesLeft } from './erase-files.ts'
import { eraseRatings, eraseReturns, eraseSuggestions } from './erase-matters.ts'
import { eraseDeliveries, eraseOrders, erasePayments } from './erase-shop.ts'
import { eraseTicketPage } from './erase-ticket.ts'
import type { ErasePage, Scope } from './scope.ts'

const pages: readonly ErasePage[] = [
  eraseExports,
  eraseTickets,
  eraseFiles,
  eraseOrders,
  eraseDeliveries,
  erasePayments,
  eraseReturns,
  eraseSuggestions,
  eraseRatings,
]

/** The storage removes content beside this; it is looked at again after this time. */
const filesPauseMs = 2_000

/** One step of an erasure: a page, then the timer is set for the next; when nothing is left, the end. */
export async function stepErasure(tx: Tx, desk: Desk, erasureId: string): Promise<void> {
  await tx.$queryRaw`select 1 from customer_erasures where id = ${erasureId}::uuid for no key update`
  const erasure = await tx.customerErasure.findUnique({ where: { id: erasureId } })
  if (erasure?.status !== 'RUNNING') return
  const { customerId, requestedByKind: kind, requestedById: id } = erasure
  const scope = { desk, customerIds: await recordsOf(tx, customerId), actor: { kind, id } }
  const again = async (pauseMs: number) =>
    await setDue(tx, 'erasure.run', erasureId, new Date(now().getTime() + pauseMs))
  for (const page of pages) if ((await page(tx, scope)) > 0) return await again(0)
  if (await hasFilesLeft(tx, scope)) return await again(filesPauseMs)
  await tx.customerErasure.update({
    where: { id: erasureId },
    data: { status: 'COMPLETED', completedAt: now() },
  })
  await append(tx, 'customer.erased', scope.actor, { customerId }, { customerErasureId: erasureId })
}

/** The words of a ticket that still has some; open tickets end with it, for nobody is there to answer. */
async function eraseTickets(tx: Tx, { desk, customerIds, actor }: Scope): Promise<number> {
  const ticket = await tx.ticket.findFirst({
    where: { customerId: { in: customerIds }, erasedAt: null },
    orderBy: { id: 'asc' },
    select: { id: true },
  })
  if (ticket === null) return 0
  await eraseTicketPage(tx, desk, ticket.id, { actor, cause: 'CUSTOMER' })
  return 1
}
