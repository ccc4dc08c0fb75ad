import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn } from '../kit/cast.ts'
import { done, type Person, readTicket } from '../kit/world.ts'
import { openScene, type Scene } from './change.ts'
import { complaintIn } from './shop-rows.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

interface Offered {
  readonly allowedActions: readonly { readonly action: string; readonly blockedBy: readonly string[] }[]
}

describe('what blocks an action beside the state', () => {
  const blocks = async (who: Person, id: string) => {
    const seen = await readTicket<Offered>(who, id, 'allowedActions { action blockedBy }')
    const blocked = seen?.allowedActions.filter(({ blockedBy }) => blockedBy.length > 0) ?? []
    return Object.fromEntries(blocked.map(({ action, blockedBy }) => [action, blockedBy]))
  }
  const ofNew = {
    WAIT_CUSTOMER: ['STATUS'],
    WAIT_THIRD_PARTY: ['STATUS'],
    REOPEN: ['STATUS'],
    CLOSE: ['STATUS'],
  }
  const byStatus = { ...ofNew, SNOOZE: ['STATUS'] }

  it('is that somebody else has the ticket', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    for (const who of [cast.operator, cast.supervisor]) expect(await blocks(who, id)).toEqual(byStatus)
    await done(cast.operator, 'ticketClaim', { ticketId: id })
    const ofOpen = { REOPEN: ['STATUS'], CLOSE: ['STATUS'] }
    expect(await blocks(cast.operator, id)).toEqual(ofOpen)
    expect(await blocks(cast.supervisor, id)).toEqual({ ...ofOpen, CLAIM: ['PERMISSION'] })
  })

  it('is that a bot may not do it', async () => {
    const { cast } = scene
    const { id } = await ticketIn(cast)
    const forPeople = { CLAIM: ['PERMISSION'], SPAM: ['PERMISSION'] }
    expect(await blocks(cast.service, id)).toEqual({ ...byStatus, ...forPeople })
    const nothing = ['REPLY', 'ASSIGN', 'UPDATE', 'LINK', 'RESOLVE', 'MERGE']
    expect(await blocks(cast.readingService, id)).toEqual({
      ...byStatus,
      ...forPeople,
      ...Object.fromEntries(nothing.map((action) => [action, ['PERMISSION']])),
    })
  })

  it.each(['RECEIVED', 'INVESTIGATING', 'ARBITRATION', 'RESOLVED', 'CLOSED'] as const)(
    'is that its complaint is not resolved: %s',
    async (status) => {
      const { server, cast } = scene
      const { id } = await ticketIn(cast, 'OPEN')
      await complaintIn(server.desk, cast.ownBuyer, id, status)
      const isOpen = status !== 'RESOLVED' && status !== 'CLOSED'
      const waiting = isOpen ? { RESOLVE: ['INFORMATION'] } : {}
      expect(await blocks(cast.operator, id)).toEqual({ REOPEN: ['STATUS'], CLOSE: ['STATUS'], ...waiting })
      expect(await blocks(cast.ownBuyer, id)).toEqual(waiting)
    },
  )
})
