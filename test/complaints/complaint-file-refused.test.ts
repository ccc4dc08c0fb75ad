import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statuses, ticketIn, unchanged } from '../kit/cast.ts'
import { mutate, openTicket, outcome, type Person } from '../kit/world.ts'
import { insertDelivery, insertOrder } from './orders.ts'
import { openScene, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const input = (more: object = {}) => ({ about: 'GOODS', text: 'Чайник сломан', ...more })
const refused = async (by: Person, given: object) =>
  await unchanged(scene.server.desk, async () => await mutate(by, 'complaintFile', given))

describe('complaintFile refuses', () => {
  it('who has no part in it', async () => {
    const { anonymous, serviceWithoutScope, readingService, service } = scene.cast
    const ask = async (by: Person) => await outcome(by, 'complaintFile', input())
    const results = await unchanged(scene.server.desk, async () => [
      await ask(anonymous),
      await ask(serviceWithoutScope),
      await ask(readingService),
      await ask(service),
    ])
    expect(results).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
  })

  it('another’s ticket, a ticket of another customer, and one that is not there', async () => {
    const { ownBuyer, otherBuyer, operatorOfAnotherTeam, supervisor } = scene.cast
    const { id } = await ticketIn(scene.cast)
    const hidden = { __typename: 'NotFound', path: ['ticketId'] }
    for (const by of [otherBuyer, scene.cast.guest, operatorOfAnotherTeam, scene.clerk]) {
      expect(await refused(by, input({ ticketId: id }))).toMatchObject(hidden)
    }
    for (const ticketId of ['tkt_01990000-0000-7000-8000-000000000000', ownBuyer.id, 'T-000001', '']) {
      expect(await refused(ownBuyer, input({ ticketId }))).toMatchObject(hidden)
    }
    expect(await refused(supervisor, input({ ticketId: id, customerId: otherBuyer.id }))).toMatchObject({
      __typename: 'NotFound',
      path: ['customerId'],
    })
  })

  it('a second complaint in one ticket, also at once', async () => {
    const { ownBuyer, supervisor } = scene.cast
    const { id } = await openTicket(ownBuyer)
    const results = await Promise.all(
      [ownBuyer, supervisor, ownBuyer, supervisor].map(
        async (by) => await outcome(by, 'complaintFile', input({ ticketId: id })),
      ),
    )
    expect(results.toSorted()).toEqual([
      'ComplaintFilePayload',
      'InvalidInput',
      'InvalidInput',
      'InvalidInput',
    ])
    expect(await refused(ownBuyer, input({ ticketId: id }))).toMatchObject({
      __typename: 'InvalidInput',
      rule: 'hasComplaint',
      path: ['ticketId'],
      detail: 'По этому обращению уже есть жалоба.',
    })
  })

  it.each(statuses.filter((status) => status === 'CLOSED' || status === 'MERGED'))(
    'a ticket that is %s',
    async (status) => {
      const { id } = await ticketIn(scene.cast, status)
      expect(await refused(scene.cast.ownBuyer, input({ ticketId: id }))).toMatchObject({
        __typename: 'IllegalTransition',
        from: status,
        action: 'REPLY',
      })
    },
  )

  it('a customer that is not named, not there, or not the viewer', async () => {
    const { ownBuyer, otherBuyer, operator } = scene.cast
    const at = ['customerId']
    const { clerk } = scene
    for (const by of [operator, clerk]) {
      expect(await refused(by, input())).toMatchObject({ rule: 'required', path: at })
      for (const customerId of ['cus_01990000-0000-7000-8000-000000000000', 'anna', '']) {
        expect(await refused(by, input({ customerId }))).toMatchObject({ __typename: 'NotFound', path: at })
      }
    }
    const forbidden = { __typename: 'InvalidInput', rule: 'forbidden', path: at }
    expect(await refused(ownBuyer, input({ customerId: otherBuyer.id }))).toMatchObject(forbidden)
    const { id: ticketId } = await openTicket(ownBuyer)
    expect(await refused(ownBuyer, input({ ticketId, customerId: otherBuyer.id }))).toMatchObject(forbidden)
  })

  it('orders and parcels that are not the customer’s', async () => {
    const { ownBuyer, otherBuyer, operator } = scene.cast
    const order = await insertOrder(scene.server.desk, otherBuyer)
    const orderId = `ord_${order}`
    const deliveryId = `dlv_${await insertDelivery(scene.server.desk, otherBuyer, order)}`
    const customerId = ownBuyer.id
    for (const wrong of [{ orderId }, { deliveryId }, { orderId: deliveryId }, { deliveryId: '' }]) {
      const missing = { __typename: 'NotFound', path: Object.keys(wrong) }
      expect(await refused(ownBuyer, input(wrong))).toMatchObject(missing)
      expect(await refused(operator, input({ ...wrong, customerId }))).toMatchObject(missing)
    }
  })

  it.each([
    [{ text: '' }, 'empty', ['text']],
    [{ text: ' \n ' }, 'empty', ['text']],
    [{ text: 'x'.repeat(10_001) }, 'tooLong', ['text']],
    [{ text: 'a\0b' }, 'nul', ['text']],
    [{ subject: '' }, 'empty', ['subject']],
    [{ subject: 'x'.repeat(201) }, 'tooLong', ['subject']],
    [{ idempotencyKey: '' }, 'empty', ['idempotencyKey']],
    [{ idempotencyKey: 'x'.repeat(201) }, 'tooLong', ['idempotencyKey']],
  ])('%j as %s', async (wrong, rule, path) => {
    expect(await refused(scene.cast.ownBuyer, input(wrong))).toMatchObject({
      __typename: 'InvalidInput',
      rule,
      path,
    })
  })
})
