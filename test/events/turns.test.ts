import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type Turn, Turns } from '../../src/events/turns.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer } from '../kit/server.ts'
import { followMessages, followTicket, isCaughtUp } from '../kit/stream.ts'
import { buyer, openTicket } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { toldLog } from './nodes.ts'

const { signal } = new AbortController()

/** Takes a turn and notes its name when it comes. */
function taking(turns: Turns, order: string[], name: string, until = signal): Promise<Turn | null> {
  return turns.take(until).then((turn) => {
    order.push(turn === null ? `${name} gave up` : name)
    return turn
  })
}

describe('turns', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('come in the order they were asked for, so many at a time', async () => {
    const turns = new Turns(2)
    const order: string[] = []
    const asked = ['a', 'b', 'c', 'd'].map((name) => taking(turns, order, name))
    const [a, b] = await Promise.all(asked.slice(0, 2))
    expect(order).toEqual(['a', 'b'])
    expect([turns.taken, turns.waiting]).toEqual([2, 2])
    a?.leave()
    a?.leave()
    await asked[2]
    expect(order).toEqual(['a', 'b', 'c'])
    // Who comes just now is behind those who wait.
    b?.leave()
    const late = taking(turns, order, 'late')
    await asked[3]
    expect(order).toEqual(['a', 'b', 'c', 'd'])
    ;(await asked[2])?.leave()
    await late
    expect(order.at(-1)).toBe('late')
    for (const turn of [await asked[3], await late]) turn?.leave()
    expect([turns.taken, turns.waiting, vi.getTimerCount()]).toEqual([0, 0, 0])
  })

  it('are not waited for any more by who has left', async () => {
    const turns = new Turns(1)
    const order: string[] = []
    const first = await taking(turns, order, 'first')
    const leaver = new AbortController()
    const asked = [taking(turns, order, 'leaver', leaver.signal), taking(turns, order, 'next')]
    leaver.abort()
    expect(await asked[0]).toBeNull()
    expect(turns.waiting).toBe(1)
    first?.leave()
    ;(await asked[1])?.leave()
    expect(order).toEqual(['first', 'leaver gave up', 'next'])
    expect(await turns.take(leaver.signal)).toBeNull()
    expect(turns.taken).toBe(0)
  })

  it('go on to the next when somebody takes long', async () => {
    const turns = new Turns(1)
    const slow = await turns.take(signal)
    const next = turns.take(signal)
    vi.advanceTimersByTime(Turns.longestMs)
    const turn = await next
    // Leaving late gives nobody else's place away.
    slow?.leave()
    expect(turns.taken).toBe(1)
    turn?.leave()
    expect(turns.taken).toBe(0)
  })
})

describe('followers that come back', () => {
  it('read history in turns, and leave nothing behind when they leave while they wait', async () => {
    const server = await startTestServer({ REPLAY_CONCURRENCY: '1' })
    onTestFinished(async () => await server.close())
    const { replays, feed, ticketNews } = server.desk
    const anna = await buyer(server, 'anna')
    const { id } = await openTicket(anna)
    const { cursor } = await send(anna, id, 'Первое')
    await toldLog(server.desk)
    const idle = [feed.listenerCount, ticketNews.listenerCount]
    const live = followMessages(server, anna, { ticketId: id })
    const first = live.next()
    await until(() => ticketNews.listenerCount === (idle[1] ?? 0) + 1)
    const turn = vi.spyOn(replays, 'take').mockImplementation(async (leaving) => {
      // Until they leave: as if everybody else were before them.
      if (!leaving.aborted) await once(leaving, 'abort')
      return null
    })
    const messages = followMessages(server, anna, { ticketId: id, afterSeq: 0 })
    const events = followTicket(server, anna, { ticketId: id, after: cursor })
    const nothing = [messages, events].map(async (stream) => await stream.next().catch(() => 'left'))
    await until(() => turn.mock.calls.length === 2)
    // What is new waits for no turn.
    await send(anna, id, 'Живое')
    expect(await first).toMatchObject({ text: 'Живое' })
    await Promise.all([messages, events, live].map(async ({ leave }) => await leave()))
    expect(await Promise.all(nothing)).toEqual(['left', 'left'])
    await until(() => feed.listenerCount === idle[0] && ticketNews.listenerCount === idle[1])

    turn.mockRestore()
    const counted = vi.spyOn(replays, 'take')
    const again = Array.from({ length: 5 }, () => followTicket(server, anna, { ticketId: id, after: cursor }))
    const told = await Promise.all(again.map(async (stream) => await stream.upTo(isCaughtUp)))
    expect(told.map((items) => items.map(({ seq }) => seq))).toEqual(told.map(() => [3, undefined]))
    // One to find the place, one for the only page.
    expect(counted).toHaveBeenCalledTimes(10)
    await until(() => replays.taken === 0 && replays.waiting === 0)
  })
})
