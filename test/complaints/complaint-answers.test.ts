import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { done, mutate, outcome, type Person, readTicket } from '../kit/world.ts'
import { timelineOf } from '../messages/timelines.ts'
import { insertOrder } from './orders.ts'
import { answer, type Complaint, complaintAt, move, openScene, readComplaint, type Scene } from './scene.ts'

let scene: Scene
/** Looked into, about an order in roubles, and judged; no test changes them. */
let open: Complaint
let disputed: Complaint
const onOrder = async () => ({
  orderId: `ord_${await insertOrder(scene.server.desk, scene.cast.ownBuyer)}`,
})
beforeAll(async () => {
  scene = await openScene()
  open = await complaintAt(scene, 'INVESTIGATING', await onOrder())
  disputed = await complaintAt(scene, 'ARBITRATION', await onOrder())
})
afterAll(async () => await scene.server.close())

const money = (amount: string, currencyCode = 'RUB') => ({ amount, currencyCode })
const relief = (amount: string, currencyCode?: string) => ({
  resolution: 'MONETARY_RELIEF',
  relief: money(amount, currencyCode),
})

describe('an answer', () => {
  it.each([
    [{ text: '' }, 'empty', ['text']],
    [{ text: ' ' }, 'empty', ['text']],
    [{ text: 'x'.repeat(10_001) }, 'tooLong', ['text']],
    [{ resolution: 'WITHDRAWN' }, 'forbidden', ['resolution']],
    [{ resolution: 'MONETARY_RELIEF' }, 'required', ['relief']],
    [{ relief: money('1.00') }, 'forbidden', ['relief']],
    [relief('0'), 'range', ['relief', 'amount']],
    [relief('-0.00'), 'range', ['relief', 'amount']],
    [relief('-1'), 'negative', ['relief', 'amount']],
    [relief('10000000000000.01'), 'range', ['relief', 'amount']],
    [relief('99999999999999999999'), 'range', ['relief', 'amount']],
    [relief('0.001'), 'precision', ['relief', 'amount']],
    [relief('1.00', 'XXQ'), 'currency', ['relief', 'amount']],
    [relief('1.00', 'rub'), 'currency', ['relief', 'amount']],
    [relief('1.00', 'USD'), 'currencyMismatch', ['relief', 'currencyCode']],
  ])('with %j is refused as %s, by the operator and by the judge', async (wrong, rule, path) => {
    const { operator, supervisor } = scene.cast
    const ask = async (by: Person, mutation: string, { id }: Complaint) =>
      await unchanged(
        scene.server.desk,
        async () => await mutate(by, mutation, { complaintId: id, ...answer, ...wrong }),
      )
    const refused = { __typename: 'InvalidInput', rule, path }
    expect(await ask(operator, 'complaintResolve', open)).toMatchObject(refused)
    expect(await ask(supervisor, 'complaintFinalize', disputed)).toMatchObject(refused)
  })

  it.each(['1e3', 'NaN', ''])('with the amount %j is no request', async (amount) => {
    const input = { complaintId: open.id, ...answer, ...relief(amount) }
    const ask = async () => await outcome(scene.cast.operator, 'complaintResolve', input)
    expect(await unchanged(scene.server.desk, ask)).toBe('BAD_USER_INPUT')
  })

  it('is said in the conversation, hands it to the customer, and can be disputed for the policy’s time', async () => {
    const { ownBuyer, operator } = scene.cast
    const row = await complaintAt(scene, 'INVESTIGATING', await onOrder())
    const given = { complaintId: row.id, text: 'Вернём половину', ...relief('500.5') }
    const after = await move(operator, 'complaintResolve', given)
    expect(after).toMatchObject({
      status: 'RESOLVED',
      resolution: 'MONETARY_RELIEF',
      relief: { amount: '500.50', currencyCode: 'RUB' },
      ticket: { status: 'WAITING_CUSTOMER' },
      closedAt: null,
    })
    const resolvedAt = Date.parse(String(after['resolvedAt']))
    expect(Date.parse(String(after['disputableUntil']))).toBe(resolvedAt + 14 * 86_400_000)
    const read = 'messages(last: 1) { nodes { text author { kind name } } }'
    expect(await readTicket(ownBuyer, row.ticket?.id ?? '', read)).toEqual({
      messages: { nodes: [{ text: 'Вернём половину', author: { kind: 'OPERATOR', name: 'olga' } }] },
    })
  })

  it('of a judge takes the place of the one that was disputed', async () => {
    const { ownBuyer, supervisor } = scene.cast
    const row = await complaintAt(scene, 'ARBITRATION', await onOrder())
    const first = row['resolvedAt']
    const given = { complaintId: row.id, text: 'Вы правы', ...relief('1000000000000.00') }
    const after = await move(supervisor, 'complaintFinalize', given)
    expect(after).toMatchObject({
      status: 'FINAL',
      resolution: 'MONETARY_RELIEF',
      relief: { amount: '1000000000000.00', currencyCode: 'RUB' },
      disputableUntil: null,
    })
    expect(Date.parse(String(after['resolvedAt']))).toBeGreaterThan(Date.parse(String(first)))
    expect(await outcome(ownBuyer, 'complaintDispute', { complaintId: row.id, text: 'Нет' })).toBe(
      'IllegalTransition',
    )
  })

  it('without an order is in any currency, by its own digits', async () => {
    const row = await complaintAt(scene, 'INVESTIGATING')
    const ask = async (amount: string) =>
      await mutate(scene.cast.operator, 'complaintResolve', {
        complaintId: row.id,
        ...answer,
        ...relief(amount, 'JPY'),
      })
    expect(await ask('1.5')).toMatchObject({ rule: 'precision' })
    expect(await ask('0')).toMatchObject({ rule: 'range', detail: 'Должно быть от 1 до 10^15.' })
    expect(await ask('150')).toMatchObject({ __typename: 'ComplaintResolvePayload' })
    expect(await readComplaint(scene.cast.ownBuyer, row.id, 'relief { amount currencyCode }')).toEqual({
      relief: { amount: '150', currencyCode: 'JPY' },
    })
  })
})

describe('words to the customer and back', () => {
  it.each(['', ' ', 'x'.repeat(10_001), 'a\0b'])('are refused when they are %j', async (text) => {
    const rested = await complaintAt(scene, 'RESOLVED')
    const ask = async (by: Person, mutation: string, complaintId: string) =>
      await mutate(by, mutation, { complaintId, text })
    const results = await unchanged(scene.server.desk, async () => [
      await ask(scene.cast.operator, 'complaintAskCustomer', open.id),
      await ask(scene.cast.ownBuyer, 'complaintDispute', rested.id),
    ])
    for (const result of results) {
      expect(result).toMatchObject({ __typename: 'InvalidInput', path: ['text'] })
    }
  })

  it('wake the conversation, and stand in its timeline with what happened to the complaint', async () => {
    const { ownBuyer, operator } = scene.cast
    const row = await complaintAt(scene, 'WAITING_CUSTOMER')
    const ticketId = row.ticket?.id ?? ''
    await done(ownBuyer, 'messageSend', { ticketId, text: 'Вчера' })
    await move(operator, 'complaintInvestigate', { complaintId: row.id })
    await move(operator, 'complaintResolve', { complaintId: row.id, ...answer })
    const after = await move(ownBuyer, 'complaintDispute', { complaintId: row.id, text: 'Не согласна' })
    expect(after.ticket).toMatchObject({ id: ticketId, status: 'OPEN' })
    const { nodes } = await timelineOf(ownBuyer, ticketId)
    const told = nodes.flatMap(({ message, type = '', from, to, subjectIds }) => {
      if (message !== undefined) return [message.text]
      if (!type.startsWith('complaint.')) return []
      expect(subjectIds).toEqual([row.id])
      return [[type, from, to].filter((word) => word != null).join(' ')]
    })
    const moved = (from: string, to: string) => `complaint.statusChanged ${from} ${to}`
    expect(told).toEqual([
      'Курьер нагрубил',
      'complaint.filed',
      moved('RECEIVED', 'ACKNOWLEDGED'),
      moved('ACKNOWLEDGED', 'INVESTIGATING'),
      'Когда это было?',
      moved('INVESTIGATING', 'WAITING_CUSTOMER'),
      'Вчера',
      moved('WAITING_CUSTOMER', 'INVESTIGATING'),
      'Разобрались',
      moved('INVESTIGATING', 'RESOLVED'),
      'Не согласна',
      moved('RESOLVED', 'DISPUTED'),
    ])
  })

  it('go on in another ticket when theirs was closed', async () => {
    const { ownBuyer, operator, supervisor } = scene.cast
    const row = await complaintAt(scene, 'RESOLVED')
    const ticketId = row.ticket?.id ?? ''
    await done(supervisor, 'ticketResolve', { ticketId, resolution: 'FIXED' })
    await done(supervisor, 'ticketClose', { ticketId })
    await move(ownBuyer, 'complaintDispute', { complaintId: row.id, text: 'Не согласна' })
    const successors = await ownBuyer.ask<{ tickets: { nodes: { id: string; predecessor: object }[] } }>(
      '{ tickets(first: 1) { nodes { id predecessor { id } messages { nodes { text } } } } }',
    )
    const [successor] = successors.tickets.nodes
    expect(successor).toMatchObject({
      predecessor: { id: ticketId },
      messages: { nodes: [{ text: 'Не согласна' }] },
    })
    // The complaint stays where it was filed.
    expect(await readComplaint(operator, row.id, 'ticket { id }')).toEqual({ ticket: { id: ticketId } })
  })
})
