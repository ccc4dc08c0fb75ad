import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Prisma } from '../../../core/prisma/client.ts'
import type { GoodsStatus, InspectionResult } from '../../../core/prisma/enums.ts'
import { NotFound, QuantityExceeded } from '../../../core/problems.ts'
import { checkOptionalText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { once } from '../../../events/idempotency.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import type { ReturnWithFacts } from '../reads.ts'
import type { GoodsAction } from '../rules.ts'
import { afterReceipt } from '../rules.ts'
import type { CheckedQuantity, LineQuantity } from './lines.ts'
import { checkQuantities } from './lines.ts'
import type { OnReturn, ReturnChange } from './lock.ts'
import { assertAllowed, assertVersion, lockReturn, subjectsOf } from './lock.ts'

/** A step of the goods: version, rules, columns, event. */
async function moveGoods(
  tx: Tx,
  viewer: KnownViewer,
  { returnId, expectedVersion }: OnReturn,
  action: GoodsAction,
  columnsOf: (
    row: ReturnWithFacts,
  ) => Prisma.ReturnUpdateInput & { goodsStatus: GoodsStatus; inspection?: InspectionResult },
): Promise<ReturnChange> {
  const row = await lockReturn(tx, viewer, returnId, 'returnId')
  assertVersion(row, expectedVersion)
  assertAllowed(row, action, viewer)
  const columns = columnsOf(row)
  await tx.return.update({ where: { id: row.id }, data: { ...columns, version: { increment: 1 } } })
  const eventId = await append(tx, 'return.goodsChanged', actorOf(viewer), subjectsOf(row), {
    returnId: row.id,
    from: row.goodsStatus ?? columns.goodsStatus,
    to: columns.goodsStatus,
    inspection: columns.inspection ?? null,
  })
  return { returnId: row.id, eventId }
}

/** The goods are on their way back. */
export async function sendGoods(desk: Desk, viewer: KnownViewer, input: OnReturn): Promise<ReturnChange> {
  return await transact(
    desk,
    async (tx) => await moveGoods(tx, viewer, input, 'SEND_GOODS', () => ({ goodsStatus: 'IN_TRANSIT' })),
  )
}

/** Goods have arrived: as many as are named, beside those that arrived before. One key counts them once. */
export async function receiveGoods(
  desk: Desk,
  viewer: KnownViewer,
  input: OnReturn & { items: readonly LineQuantity[]; idempotencyKey: string | null },
): Promise<ReturnChange> {
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  const arrived = checkQuantities(input.items)
  return await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'returnGoodsReceive', { key, input }, async () => {
      const change = await moveGoods(tx, viewer, input, 'RECEIVE_GOODS', (row) => received(row, arrived))
      return { ...change, eventId: String(change.eventId) }
    })
    await lockReturn(tx, viewer, stored.returnId, 'idempotencyKey')
    return { ...stored, eventId: BigInt(stored.eventId) }
  })
}

function received({ id, items }: ReturnWithFacts, arrived: readonly CheckedQuantity[]) {
  const counted = new Map(items.map((item) => [item.orderItemId, item]))
  for (const { orderItemId, quantity, path } of arrived) {
    const item = counted.get(orderItemId)
    if (item === undefined) throw new NotFound(...path, 'orderItemId')
    const left = item.quantity - item.receivedQuantity
    if (quantity > left) throw new QuantityExceeded(left, [...path, 'quantity'])
    counted.set(orderItemId, { ...item, receivedQuantity: item.receivedQuantity + quantity })
  }
  const changed = arrived.flatMap(({ orderItemId }) => counted.get(orderItemId) ?? [])
  return {
    goodsStatus: afterReceipt([...counted.values()]),
    items: {
      update: changed.map(({ orderItemId, receivedQuantity }) => ({
        where: { returnId_orderItemId: { returnId: id, orderItemId } },
        data: { receivedQuantity },
      })),
    },
  }
}

/** Somebody has looked at the goods that arrived. */
export async function inspectGoods(
  desk: Desk,
  viewer: KnownViewer,
  input: OnReturn & { result: InspectionResult },
): Promise<ReturnChange> {
  const columns = { goodsStatus: 'INSPECTED', inspection: input.result } as const
  return await transact(
    desk,
    async (tx) => await moveGoods(tx, viewer, input, 'INSPECT_GOODS', () => columns),
  )
}
