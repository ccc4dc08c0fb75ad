import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allowedActions } from '../../src/domains/tickets/rules.ts'
import { eventsOf, ticketIn, unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { done, mutate, readTicket } from '../kit/world.ts'
import {
  describeChange,
  deskOutcomes,
  eventsDuring,
  moved,
  openScene,
  type Scene,
  timersOf,
} from './change.ts'
import { complaintIn } from './shop-rows.ts'

const windowSeconds = 3_600
let scene: Scene
/** A node on which resolved tickets close soon. */
let hasty: Scene
beforeAll(async () => {
  scene = await openScene({ REOPEN_WINDOW_SECONDS: String(windowSeconds) })
  hasty = await openScene({ REOPEN_WINDOW_SECONDS: '0.2' })
})
afterAll(async () => {
  await scene.server.close()
  await hasty.server.close()
})

const selection = 'ticket { status version resolution resolvedAt closedAt snoozedUntil }'
interface Resolved {
  ticket: { status: string; version: number; resolution: string | null; resolvedAt: string; closedAt: null }
}

describeChange(() => scene, {
  mutation: 'ticketResolve',
  action: 'RESOLVE',
  input: { resolution: 'ANSWERED' },
  from: 'OPEN',
  moves: {
    NEW: 'RESOLVED',
    OPEN: 'RESOLVED',
    WAITING_CUSTOMER: 'RESOLVED',
    WAITING_THIRD_PARTY: 'RESOLVED',
    SNOOZED: 'RESOLVED',
  },
  outcomes: {
    ...deskOutcomes('TicketResolvePayload'),
    guest: 'NotFound',
    otherBuyer: 'NotFound',
    ownBuyer: 'TicketResolvePayload',
  },
})

describe('a resolved ticket', () => {
  it.each(['ANSWERED', 'FIXED', 'DECLINED', 'NO_RESPONSE', 'DUPLICATE'])(
    'keeps how: %s',
    async (resolution) => {
      const { cast } = scene
      const { id, version } = await ticketIn(cast, 'OPEN')
      const events = await eventsDuring(scene, id, async () => {
        const input = { ticketId: id, resolution }
        const { ticket } = await done<Resolved>(cast.operator, 'ticketResolve', input, selection)
        expect(ticket).toEqual({
          status: 'RESOLVED',
          version: version + 1,
          resolution,
          resolvedAt: expect.stringMatching(/Z$/),
          closedAt: null,
          snoozedUntil: null,
        })
        const closesAt = new Date(Date.parse(ticket.resolvedAt) + windowSeconds * 1_000)
        expect(await timersOf(scene, id)).toEqual([{ kind: 'ticket.close', dueAt: closesAt }])
      })
      expect(events).toEqual(moved('OPEN', 'RESOLVED', 'RESOLVE', resolution))
    },
  )

  it('no longer wakes', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast, 'SNOOZED')
    await done(cast.operator, 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
    expect((await timersOf(scene, id)).map(({ kind }) => kind)).toEqual(['ticket.close'])
    expect(await readTicket(cast.operator, id, 'snoozedUntil')).toEqual({ snoozedUntil: null })
  })

  it('is taken up again by the customer’s message, and then does not close', async () => {
    const { cast } = scene
    const { id, version } = await ticketIn(cast, 'RESOLVED')
    await done(cast.ownBuyer, 'messageSend', { ticketId: id, text: 'Не помогло' })
    expect(await readTicket(cast.operator, id, 'status version resolution resolvedAt')).toEqual({
      status: 'OPEN',
      version: version + 1,
      resolution: null,
      resolvedAt: null,
    })
    expect(await timersOf(scene, id)).toEqual([])
  })

  it('stays resolved when the desk writes', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast, 'RESOLVED')
    await done(cast.operator, 'messageSend', { ticketId: id, text: 'Спасибо за обращение' })
    expect(await readTicket(cast.operator, id, 'status resolution')).toEqual({
      status: 'RESOLVED',
      resolution: 'FIXED',
    })
    expect((await timersOf(scene, id)).map(({ kind }) => kind)).toEqual(['ticket.close'])
  })

  it('closes by itself when the reopen window has ended', async () => {
    const { cast, server } = hasty
    const { id, version } = await ticketIn(cast, 'OPEN')
    const input = { ticketId: id, resolution: 'FIXED' }
    const { ticket } = await done<Resolved>(cast.ownBuyer, 'ticketResolve', input, selection)
    const read = async () =>
      await readTicket<{ status: string; closedAt: string }>(cast.ownBuyer, id, selection.slice(9, -2))
    await until(async () => (await read())?.status === 'CLOSED')
    const closed = await read()
    expect(closed).toEqual({
      ...ticket,
      status: 'CLOSED',
      version: version + 2,
      closedAt: expect.stringMatching(/Z$/),
    })
    expect(Date.parse(closed?.closedAt ?? '') - Date.parse(ticket.resolvedAt)).toBeGreaterThanOrEqual(200)
    expect((await eventsOf(server.desk, id)).slice(-2)).toEqual([
      ...moved('OPEN', 'RESOLVED', 'RESOLVE', 'FIXED'),
      ...moved('RESOLVED', 'CLOSED', 'REOPEN_WINDOW'),
    ])
    expect(await timersOf(hasty, id)).toEqual([])
  })
})

describe('the customer', () => {
  it.each([
    ['RESOLVED', ['REPLY', 'LINK']],
    ['CLOSED', []],
    ['SPAM', ['REPLY', 'LINK']],
  ] as const)('may not resolve a %s ticket', async (status, possible) => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast, status)
    const input = { ticketId: id, resolution: 'FIXED' }
    const resolve = async () => await mutate(cast.ownBuyer, 'ticketResolve', input)
    expect(await unchanged(server.desk, resolve)).toMatchObject({
      __typename: 'IllegalTransition',
      from: status,
      action: 'RESOLVE',
      allowedActions: possible,
    })
  })

  it('may resolve as a guest too', async () => {
    const { cast } = scene
    const opened = await done(cast.guest, 'ticketOpen', { text: 'Где мой заказ?' })
    const input = { ticketId: opened.ticket.id, resolution: 'FIXED' }
    expect((await done(cast.guest, 'ticketResolve', input)).ticket.status).toBe('RESOLVED')
  })
})

describe('a ticket with a complaint', () => {
  const open = [
    'RECEIVED',
    'ACKNOWLEDGED',
    'INVESTIGATING',
    'WAITING_CUSTOMER',
    'DISPUTED',
    'ARBITRATION',
  ] as const
  it.each(open)('is not settled while that is %s', async (status) => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast, 'OPEN')
    await complaintIn(server.desk, cast.ownBuyer, id, status)
    for (const who of ['ownBuyer', 'operator', 'supervisor', 'service'] as const) {
      const input = { ticketId: id, resolution: 'FIXED' }
      const resolve = async () => await mutate(cast[who], 'ticketResolve', input)
      const side = who === 'ownBuyer' ? 'CUSTOMER' : 'OPERATOR'
      expect(await unchanged(server.desk, resolve)).toMatchObject({
        __typename: 'IllegalTransition',
        from: 'OPEN',
        action: 'RESOLVE',
        allowedActions: allowedActions('OPEN', side).filter((action) => action !== 'RESOLVE'),
      })
    }
  })

  it('is not closed while that is disputed', async () => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast, 'RESOLVED')
    await complaintIn(server.desk, cast.ownBuyer, id, 'DISPUTED')
    const close = async () => await mutate(cast.operator, 'ticketClose', { ticketId: id })
    expect(await unchanged(server.desk, close)).toMatchObject({
      __typename: 'IllegalTransition',
      from: 'RESOLVED',
      action: 'CLOSE',
    })
  })

  it.each(['RESOLVED', 'FINAL', 'CLOSED'] as const)('is settled when that is %s', async (status) => {
    const { server, cast } = scene
    const { id } = await ticketIn(cast, 'OPEN')
    await complaintIn(server.desk, cast.ownBuyer, id, status)
    await done(cast.operator, 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
    const { ticket } = await done(cast.operator, 'ticketClose', { ticketId: id })
    expect(ticket.status).toBe('CLOSED')
  })
})
