import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn } from '../kit/cast.ts'
import { done, readTicket } from '../kit/world.ts'
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

describeChange(() => scene, {
  mutation: 'ticketClose',
  action: 'CLOSE',
  from: 'RESOLVED',
  moves: { RESOLVED: 'CLOSED' },
  outcomes: deskOutcomes('TicketClosePayload'),
})

describe('a closed ticket', () => {
  it('keeps how it was resolved, and its timer is gone', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast, 'RESOLVED')
    const { resolvedAt } = (await readTicket<{ resolvedAt: string }>(cast.operator, id, 'resolvedAt')) ?? {}
    const selection = 'ticket { status resolution resolvedAt closedAt }'
    const events = await eventsDuring(scene, id, async () => {
      expect(await done(cast.operator, 'ticketClose', { ticketId: id }, selection)).toMatchObject({
        ticket: { status: 'CLOSED', resolution: 'FIXED', resolvedAt, closedAt: expect.stringMatching(/Z$/) },
      })
    })
    expect(events).toEqual(moved('RESOLVED', 'CLOSED', 'CLOSE'))
    expect(await timersOf(scene, id)).toEqual([])
  })
})
