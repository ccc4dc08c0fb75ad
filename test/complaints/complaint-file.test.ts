import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn, unchanged } from '../kit/cast.ts'
import { guest, mutate, outcome, type Person, readTicket } from '../kit/world.ts'
import { insertDelivery, insertOrder } from './orders.ts'
import {
  complaintFields,
  eventsOf,
  file,
  openScene,
  readComplaint,
  type Scene,
  timersOf,
  uuidOf,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const input = (more: object = {}) => ({ about: 'GOODS', text: 'Чайник сломан', ...more })
const day = 86_400_000
const refused = async (by: Person, given: object) =>
  await unchanged(scene.server.desk, async () => await mutate(by, 'complaintFile', given))

describe('complaintFile', () => {
  it('opens a ticket with the customer’s words, and starts the time to answer', async () => {
    const { ownBuyer, supervisor } = scene.cast
    const orderId = `ord_${await insertOrder(scene.server.desk, ownBuyer)}`
    const deliveryId = `dlv_${await insertDelivery(scene.server.desk, ownBuyer, orderId.slice(4))}`
    const before = Date.now()
    const row = await file(ownBuyer, input({ deliveryId, channel: 'APP_CHAT', subject: 'Чайник' }))
    expect(row).toEqual({
      id: expect.stringMatching(/^cmp_/),
      number: expect.stringMatching(/^C-\d{6}$/),
      about: 'GOODS',
      status: 'RECEIVED',
      version: 1,
      resolution: null,
      relief: null,
      answerDueAt: expect.any(String),
      answerRule: expect.stringContaining('ст. 22'),
      disputableUntil: null,
      escalatedAt: null,
      resolvedAt: null,
      closedAt: null,
      createdAt: expect.any(String),
      ticket: { id: expect.stringMatching(/^tkt_/), topic: 'COMPLAINT', status: 'NEW' },
    })
    const createdAt = Date.parse(String(row['createdAt']))
    expect(createdAt).toBeGreaterThanOrEqual(before)
    expect(Date.parse(String(row['answerDueAt']))).toBe(createdAt + 10 * day)
    expect(await timersOf(scene, row)).toEqual([
      { kind: 'complaint.answer', dueAt: new Date(createdAt + 10 * day) },
    ])
    // A parcel brings its order with it.
    const links = 'order { id } delivery { id } customer { id }'
    const linked = { order: { id: orderId }, delivery: { id: deliveryId }, customer: { id: ownBuyer.id } }
    expect(await readComplaint(ownBuyer, row.id, links)).toEqual(linked)
    const ticketId = row.ticket?.id ?? ''
    const told = `${links} subject channel complaint { id } messages { nodes { text author { kind } } }`
    expect(await readTicket(supervisor, ticketId, told)).toEqual({
      ...linked,
      subject: 'Чайник',
      channel: 'APP_CHAT',
      complaint: { id: row.id },
      messages: { nodes: [{ text: 'Чайник сломан', author: { kind: 'CUSTOMER' } }] },
    })
    expect(await eventsOf(scene, row)).toEqual([
      {
        type: 'complaint.filed',
        ticketId: uuidOf(ticketId),
        customerId: uuidOf(ownBuyer.id),
        actorKind: 'CUSTOMER',
        isInternal: false,
        data: { complaintId: uuidOf(row.id) },
      },
    ])
  })

  it('goes into a ticket that is there, whose desk still has to act', async () => {
    const { ownBuyer, operator, teamId } = scene.cast
    for (const by of [ownBuyer, operator]) {
      const ticket = await ticketIn(scene.cast, 'OPEN')
      const row = await file(by, input({ ticketId: ticket.id }))
      expect(row.ticket).toEqual({ id: ticket.id, topic: 'OTHER', status: 'OPEN' })
      const read = 'lastSeq team { id } complaint { id }'
      expect(await readTicket(operator, ticket.id, read)).toEqual({
        lastSeq: 2,
        team: { id: teamId },
        complaint: { id: row.id },
      })
      expect(await readComplaint(ownBuyer, row.id, 'customer { id }')).toEqual({
        customer: { id: ownBuyer.id },
      })
    }
  })

  it('is for a customer by the desk and by a partner, and a guest’s own', async () => {
    const { ownBuyer, operator } = scene.cast
    for (const by of [operator, scene.clerk]) {
      const { id } = await file(by, input({ customerId: ownBuyer.id }))
      expect(await readComplaint(ownBuyer, id, 'status ticket { status }')).toEqual({
        status: 'RECEIVED',
        ticket: { status: by === operator ? 'OPEN' : 'NEW' },
      })
    }
    const visitor = await guest(scene.server)
    const { id } = await file(visitor, input())
    expect(await readComplaint(visitor, id, 'customer { id }')).toEqual({ customer: { id: visitor.id } })
  })

  it('follows a guest who logs in', async () => {
    const visitor = await guest(scene.server)
    const { id } = await file(visitor, input())
    const linked = await mutate(scene.cast.ownBuyer, 'guestLink', { guestToken: visitor.token }, 'cursor')
    expect(linked.__typename).toBe('GuestLinkPayload')
    const status = async () => (await readComplaint(scene.cast.ownBuyer, id, 'status'))?.status
    await expect.poll(status, { timeout: 10_000 }).toBe('RECEIVED')
    expect(await outcome(scene.cast.ownBuyer, 'complaintWithdraw', { complaintId: id })).toBe(
      'ComplaintWithdrawPayload',
    )
  })

  it('files one complaint for one key, however often and at once', async () => {
    const { ownBuyer, otherBuyer } = scene.cast
    const given = input({ idempotencyKey: 'жалоба 1' })
    const rows = await Promise.all(Array.from({ length: 10 }, async () => await file(ownBuyer, given)))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
    const [row] = rows
    const again = await unchanged(
      scene.server.desk,
      async () => await mutate(ownBuyer, 'complaintFile', given, `complaint { ${complaintFields} }`),
    )
    expect(again).toEqual({ __typename: 'ComplaintFilePayload', complaint: row })
    expect(await refused(ownBuyer, { ...given, text: 'Другое' })).toMatchObject({
      __typename: 'IdempotencyConflict',
      path: ['idempotencyKey'],
    })
    expect((await file(otherBuyer, given)).id).not.toBe(row?.id)
    expect((await file(ownBuyer, input())).id).not.toBe(row?.id)
  })
})
