import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, ticketIn } from '../kit/cast.ts'
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
  mutation: 'ticketMarkSpam',
  action: 'SPAM',
  from: 'NEW',
  moves: {
    NEW: 'SPAM',
    OPEN: 'SPAM',
    WAITING_CUSTOMER: 'SPAM',
    WAITING_THIRD_PARTY: 'SPAM',
    SNOOZED: 'SPAM',
  },
  outcomes: deskOutcomes('TicketMarkSpamPayload', 'FORBIDDEN'),
})

describe('a spam ticket', () => {
  it('is one event, and no longer wakes', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast, 'SNOOZED')
    const events = await eventsDuring(
      scene,
      id,
      async () => await done(cast.operator, 'ticketMarkSpam', { ticketId: id }),
    )
    expect(events).toEqual(moved('SNOOZED', 'SPAM', 'SPAM'))
    expect(await timersOf(scene, id)).toEqual([])
    expect(await readTicket(cast.operator, id, 'snoozedUntil')).toEqual({ snoozedUntil: null })
  })

  it('stays spam when the customer writes', async () => {
    const { server, cast } = scene
    const { id, version } = await ticketIn(cast, 'SPAM')
    await done(cast.ownBuyer, 'messageSend', { ticketId: id, text: 'Я не спам' })
    expect(await readTicket(cast.operator, id, 'status version lastSeq')).toEqual({
      status: 'SPAM',
      version,
      lastSeq: 2,
    })
    expect((await eventsOf(server.desk, id)).at(-1)?.type).toBe('message.sent')
  })
})
