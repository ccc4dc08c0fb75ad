import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn } from '../kit/cast.ts'
import { done } from '../kit/world.ts'
import {
  describeChange,
  deskOutcomes,
  eventsDuring,
  moved,
  openScene,
  type Scene,
  timersOf,
} from './change.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const reopenable = ['WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'SNOOZED', 'RESOLVED', 'SPAM'] as const

describeChange(() => scene, {
  mutation: 'ticketReopen',
  action: 'REOPEN',
  from: 'RESOLVED',
  moves: Object.fromEntries(reopenable.map((status) => [status, 'OPEN'])),
  outcomes: deskOutcomes('TicketReopenPayload'),
})

describe('a reopened ticket', () => {
  it.each(reopenable)('keeps nothing of having been %s', async (status) => {
    const { cast } = scene
    const { id } = await ticketIn(cast, status)
    const selection = 'ticket { status snoozedUntil resolution resolvedAt closedAt }'
    const events = await eventsDuring(scene, id, async () => {
      expect(await done(cast.operator, 'ticketReopen', { ticketId: id }, selection)).toMatchObject({
        ticket: { status: 'OPEN', snoozedUntil: null, resolution: null, resolvedAt: null, closedAt: null },
      })
    })
    expect(events).toEqual(moved(status, 'OPEN', 'REOPEN'))
    expect(await timersOf(scene, id)).toEqual([])
  })
})
