import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidOf } from '../orders/shop.ts'
import { grant } from './money.ts'
import { buy, openScene, type Purchase, request, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const sql = async (text: string, values: unknown[] = []) =>
  await scene.server.desk.database.pool.query(text, values)

/** An order, and what is needed to write returns and refunds of it past all actions. */
async function facts(purchase: Purchase = {}) {
  const bought = await buy(scene, purchase)
  const orderId = uuidOf(bought.orderId)
  const customerId = uuidOf(scene.cast.ownBuyer.id)
  const [policy] = (await sql(`select id from policy_versions where kind = 'RETURNS'`)).rows as {
    id: string
  }[]
  const addReturn = async (status = 'REQUESTED') => {
    const id = randomUUID()
    await sql(
      `insert into returns (id, customer_id, order_id, policy_version_id, status, reason, wish, currency_code, decline_code)
       values ($1, $2, $3, $4, $5::return_status, 'damaged', 'EXCHANGE', 'RUB', 'used')`,
      [id, customerId, orderId, policy?.id, status],
    )
    return id
  }
  const addItem = async (returnId: string, quantity: number, item = uuidOf(bought.itemIds[0])) =>
    await sql('insert into return_items (return_id, order_item_id, quantity) values ($1, $2, $3)', [
      returnId,
      item,
      quantity,
    ])
  const addRefund = async (
    amount: number,
    { currency = 'RUB', payment = uuidOf(bought.paymentIds[0]) } = {},
  ) => {
    const id = randomUUID()
    await sql(
      `insert into refunds (id, order_id, payment_id, customer_id, currency_code, amount) values ($1, $2, $3, $4, $5, $6)`,
      [id, orderId, payment, customerId, currency, amount],
    )
    return id
  }
  return { bought, addReturn, addItem, addRefund }
}

const refusedBy = (constraint: string) => ({ code: '23514', constraint })

describe('the database itself refuses', () => {
  it('that more of a line is given back than was bought', async () => {
    const { addReturn, addItem } = await facts({ lines: [{ quantity: 3 }] })
    const [one, other] = [await addReturn(), await addReturn()]
    await addItem(one, 2)
    await expect(addItem(other, 2)).rejects.toMatchObject(refusedBy('return_items_within_bought'))
    await addItem(other, 1)
    const more = sql('update return_items set quantity = 2 where return_id = $1', [other])
    await expect(more).rejects.toMatchObject(refusedBy('return_items_within_bought'))
  })

  it('that a declined or cancelled return comes back when its goods are in another', async () => {
    const { addReturn, addItem } = await facts()
    for (const dead of ['DECLINED', 'CANCELLED']) {
      const [gone, live] = [await addReturn(dead), await addReturn()]
      await addItem(gone, 1)
      await addItem(live, 1)
      const revive = sql(`update returns set status = 'REQUESTED' where id = $1`, [gone])
      await expect(revive).rejects.toMatchObject(refusedBy('return_items_within_bought'))
      await sql(`update returns set status = 'CANCELLED' where id = $1`, [live])
      await sql(`update returns set status = 'REQUESTED' where id = $1`, [gone])
      await sql(`update returns set status = 'CANCELLED' where id = $1`, [gone])
    }
  })

  it('that two transactions at once give back the same', async () => {
    const { addReturn, addItem } = await facts({ lines: [{ quantity: 5 }] })
    const returns = await Promise.all(Array.from({ length: 20 }, async () => await addReturn()))
    const results = await Promise.allSettled(returns.map(async (id) => await addItem(id, 1)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
  })

  it('lines of another order, and quantities below one', async () => {
    const [mine, other] = [await facts(), await facts()]
    const id = await mine.addReturn()
    const foreign = mine.addItem(id, 1, uuidOf(other.bought.itemIds[0]))
    await expect(foreign).rejects.toMatchObject(refusedBy('return_items_of_order'))
    for (const quantity of [0, -1])
      await expect(mine.addItem(id, quantity)).rejects.toMatchObject({ code: '23514' })
  })

  it('that more is granted of a payment than was captured, also at once', async () => {
    const { addRefund } = await facts({ captured: ['100.00'] })
    const results = await Promise.allSettled(Array.from({ length: 12 }, async () => await addRefund(3_000)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    await expect(addRefund(1_001)).rejects.toMatchObject(refusedBy('refunds_within_captured'))
    await addRefund(1_000)
    for (const amount of [1, 0, -1]) await expect(addRefund(amount)).rejects.toMatchObject({ code: '23514' })
  })

  it('refunds of another order’s payment or in another currency', async () => {
    const [mine, other] = [await facts(), await facts()]
    const payment = uuidOf(other.bought.paymentIds[0])
    await expect(mine.addRefund(1, { payment })).rejects.toMatchObject(refusedBy('refunds_of_payment'))
    await expect(mine.addRefund(1, { currency: 'USD' })).rejects.toMatchObject(
      refusedBy('refunds_of_payment'),
    )
  })

  it('that a refund changes, leaves its order of states, or goes away', async () => {
    const { bought } = await facts()
    const refund = await grant(scene.cast.operator, { orderId: bought.orderId }, '10.00')
    const change = async (set: string) =>
      await sql(`update refunds set ${set} where id = $1`, [uuidOf(refund.id)])
    const to = async (status: string) => await change(`status = '${status}'`)
    for (const set of ['amount = 999', `currency_code = 'USD'`, `order_id = gen_random_uuid()`]) {
      await expect(change(set)).rejects.toMatchObject(refusedBy('refunds_unchanged'))
    }
    const illegal = async (...statuses: string[]) => {
      for (const status of statuses) {
        await expect(to(status)).rejects.toMatchObject(refusedBy('refunds_order_of_states'))
      }
    }
    await illegal('SUCCEEDED', 'FAILED')
    await to('PENDING')
    await illegal('GRANTED')
    await to('FAILED')
    await illegal('GRANTED', 'SUCCEEDED')
    await to('PENDING')
    await to('SUCCEEDED')
    await illegal('GRANTED', 'PENDING', 'FAILED')
    const gone = sql('delete from refunds where id = $1', [uuidOf(refund.id)])
    await expect(gone).rejects.toMatchObject(refusedBy('refunds_unchanged'))
  })

  it('that more is sent on its way than was captured after all', async () => {
    const { bought, addRefund } = await facts({ captured: ['100.00'] })
    const [one, other] = [await addRefund(6_000), await addRefund(4_000)]
    await sql('update payments set captured_amount = 7000 where id = $1', [uuidOf(bought.paymentIds[0])])
    await sql(`update refunds set status = 'PENDING' where id = $1`, [one])
    const late = sql(`update refunds set status = 'PENDING' where id = $1`, [other])
    await expect(late).rejects.toMatchObject(refusedBy('refunds_within_captured'))
  })

  it('none of what the actions write', async () => {
    const bought = await buy(scene, { lines: [{ quantity: 2 }, { quantity: 1 }] })
    expect((await request(scene, bought)).items).toHaveLength(2)
  })
})
