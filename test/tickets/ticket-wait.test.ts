import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn } from '../kit/cast.ts'
import { done } from '../kit/world.ts'
import { describeChange, deskOutcomes, eventsDuring, moved, openScene, type Scene } from './change.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const waits = [
  ['CUSTOMER', 'WAIT_CUSTOMER', 'WAITING_CUSTOMER'],
  ['THIRD_PARTY', 'WAIT_THIRD_PARTY', 'WAITING_THIRD_PARTY'],
] as const

describe.each(waits)('waiting for %s', (waitFor, action, status) => {
  describeChange(() => scene, {
    mutation: 'ticketWait',
    action,
    input: { waitFor },
    from: 'OPEN',
    moves: { OPEN: status },
    outcomes: deskOutcomes('TicketWaitPayload'),
  })

  it('is one event', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast, 'OPEN')
    const events = await eventsDuring(
      scene,
      id,
      async () => await done(cast.operator, 'ticketWait', { ticketId: id, waitFor }),
    )
    expect(events).toEqual(moved('OPEN', status, 'WAIT'))
  })
})
