import type { OperatorViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { encodeId, newId } from '../../../core/ids.ts'
import { InvalidInput, NotEligible, NotFound } from '../../../core/problems.ts'
import { actorOf, customerKey } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { setDue } from '../../../events/due.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { obstaclesTo } from '../reads.ts'

export interface EraseInput {
  readonly customerId: string | null
  readonly confirmation: string
}

/** `eventId` is 0 when the customer was erased before: it changes nothing. */
export interface Erased {
  readonly erasureId: string
  readonly customerId: string
  readonly eventId: bigint
}

/**
 * Makes a customer nobody, at once and for good: no token, channel or key leads to the record any more. What the shop
 * keeps beside it is removed page by page after that, by whichever node, until nothing is left. It can be asked for
 * again and changes nothing then.
 * @throws NotFound
 * @throws InvalidInput unless `confirmation` is the id of the very customer that is meant
 * @throws NotEligible while money, goods or an answer are under way
 */
export async function eraseCustomer(desk: Desk, viewer: OperatorViewer, input: EraseInput): Promise<Erased> {
  return await transact(desk, async (tx) => {
    const customerId = await canonical(tx, input.customerId)
    // The id of a joined record leads to the customer it became: nobody is erased for having a guest's id looked up.
    if (input.confirmation !== encodeId('Customer', customerId)) {
      throw new InvalidInput('confirmation', ['confirmation'])
    }
    // FOR UPDATE waits for everything that is being written of this customer, and makes later writers see the end.
    const rows = await tx.$queryRaw<{ id: string }[]>`
      select id from customers where id = ${customerId}::uuid or merged_into_id = ${customerId}::uuid
      order by id for update`
    const known = await tx.customerErasure.findUnique({ where: { customerId }, select: { id: true } })
    if (known !== null) return { erasureId: known.id, customerId, eventId: 0n }
    const ids = rows.map(({ id }) => id)
    const obstacles = await obstaclesTo(tx, ids)
    if (obstacles.length > 0) throw new NotEligible(obstacles, ['customerId'])
    await forgetPerson(tx, ids)
    return { customerId, ...(await createErasure(tx, viewer, customerId)) }
  })
}

async function canonical(tx: Tx, customerId: string | null): Promise<string> {
  const found =
    customerId === null
      ? null
      : await tx.customer.findUnique({
          where: { id: customerId },
          select: { id: true, mergedIntoId: true },
        })
  if (found === null) throw new NotFound('customerId')
  return found.mergedIntoId ?? found.id
}

/** Everything by which the person is found or named. */
async function forgetPerson(tx: Tx, ids: string[]): Promise<void> {
  await tx.customerIdentity.deleteMany({ where: { customerId: { in: ids } } })
  await tx.idempotencyKey.deleteMany({ where: { viewerId: { in: ids.map(customerKey) } } })
  await tx.customer.updateMany({
    where: { id: { in: ids } },
    data: { name: null, email: null, phone: null, externalId: null, erasedAt: now() },
  })
}

async function createErasure(tx: Tx, viewer: OperatorViewer, customerId: string) {
  const erasureId = newId()
  const actor = actorOf(viewer)
  await tx.customerErasure.create({
    data: { id: erasureId, customerId, requestedByKind: actor.kind, requestedById: actor.id },
  })
  await setDue(tx, 'erasure.run', erasureId, now())
  const eventId = await append(
    tx,
    'customer.eraseRequested',
    actor,
    { customerId },
    { customerErasureId: erasureId },
  )
  return { erasureId, eventId }
}
