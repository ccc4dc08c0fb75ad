import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { KnownViewer } from '../../src/auth/viewer.ts'
import { decodeIdOf } from '../../src/core/ids.ts'
import { followTickets } from '../../src/domains/tickets/live.ts'
import { Shared } from '../../src/events/shared.ts'
import type { StreamItem } from '../../src/events/streams.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, done, openTicket, operator, type Person, supervisor, team } from '../kit/world.ts'

let server: TestServer
let anna: Person
let olga: Person
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
  olga = await operator(server, 'olga')
})
afterAll(async () => await server.close())

// Only the clock that says how old an answer is: everything else goes on as it does.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

/** An operator of no team, as the server knows them. */
function viewerOf({ id }: Person): KnownViewer {
  const claims = {
    issuer: 'i',
    subject: 'olga',
    role: 'operator',
    scopes: [],
    locale: null,
    name: null,
  } as const
  const person = { operatorId: decodeIdOf('Operator', id) ?? '', name: 'olga', teamIds: [] }
  return { kind: 'operator', role: 'operator', ...person, claims: { ...claims, expiresAt: 0 }, locale: 'ru' }
}

function followInbox(controller: AbortController) {
  return followTickets(server.desk, {
    ticketId: null,
    filter: {},
    after: null,
    viewer: async () => viewerOf(olga),
    signal: controller.signal,
  })
}

const kindOf = ({ value }: IteratorResult<StreamItem, void>) =>
  value === undefined ? 'over' : value.kind === 'event' ? value.event.type : value.kind

describe('a follower that reads late', () => {
  it('does not get what left its sight meanwhile, whatever a faster one was given', async () => {
    const controller = new AbortController()
    const [fast, slow] = [followInbox(controller), followInbox(controller)]
    expect(kindOf(await fast.next())).toBe('caughtUp')
    expect(kindOf(await slow.next())).toBe('caughtUp')
    const ticket = await openTicket(anna)
    expect(kindOf(await fast.next())).toBe('ticket.opened')
    const teamId = await team(server, 'returns')
    await done(await supervisor(server), 'ticketAssign', { ticketId: ticket.id, teamId })
    await vi.waitFor(async () => {
      const stored = await server.desk.database.prisma.event.findFirst({ where: { type: 'ticket.assigned' } })
      expect(server.desk.feed.position).toBe(stored?.position)
    })
    vi.advanceTimersByTime(Shared.freshMilliseconds)
    expect(kindOf(await slow.next())).toBe('removed')
    controller.abort()
    await Promise.all([fast.return(), slow.return()])
  })
})

describe('work that followers share', () => {
  it('is done once for those at the same moment, and again for those who come later', async () => {
    let count = 0
    const shared = new Shared([])
    const ask = async () => await shared.once('a question', async () => (count += 1))
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([1, 1, 1])
    vi.advanceTimersByTime(Shared.freshMilliseconds)
    expect(await ask()).toBe(2)
  })
})
