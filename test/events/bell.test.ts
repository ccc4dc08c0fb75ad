import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BellState, Ring } from '../../src/events/bell.ts'
import { fixedPort } from '../kit/ports.ts'
import { until } from '../kit/postgres-process.ts'
import { hasRedis, type RedisProcess, startRedis } from '../kit/redis.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import {
  followMessages,
  followPresence,
  followStatuses,
  followTicket,
  followTyping,
  isCaughtUp,
} from '../kit/stream.ts'
import { buyer, done, openTicket, supervisor } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { connectionsOf, cut, toldLog, twoNodes } from './nodes.ts'

let redis: RedisProcess | null = null
beforeAll(async () => {
  if (hasRedis) redis = await startRedis()
})
afterAll(async () => await redis?.stop())
const overRedis = () => ({ REDIS_URL: redis?.url ?? '' })

const carriers = [
  { over: 'PostgreSQL', isThere: true, settings: () => ({}) },
  { over: 'Redis', isThere: hasRedis, settings: overRedis },
] as const

const readiness = async ({ url }: TestServer) => {
  const response = await fetch(url.replace('graphql', 'readyz'))
  const { bell } = (await response.json()) as { bell: BellState }
  return { status: response.status, bell }
}
const readyWithout = { status: 200, bell: { over: 'Redis', isConnected: false } }

for (const { over, isThere, settings } of carriers) {
  describe.skipIf(!isThere)(`the bell over ${over}`, () => {
    it('rings on both nodes, once each, whole however much it says', async () => {
      const { first, second } = await twoNodes(settings())
      const heard: { first: Ring[]; second: Ring[] } = { first: [], second: [] }
      first.desk.bell.listen((ring, { isThisNode }) => isThisNode && heard.first.push(ring))
      second.desk.bell.listen((ring, { isThisNode }) => !isThisNode && heard.second.push(ring))
      const ids = (length: number, kind: number) =>
        Array.from({ length }, (_, at) => `${kind}0000000-0000-4000-8000-${String(at).padStart(12, '0')}`)
      const rung = { ticketIds: ids(700, 1), personIds: ids(60, 2) }
      first.desk.bell.ring(rung)
      expect(heard.first).toEqual([rung])
      const all = (name: 'ticketIds' | 'personIds') => heard.second.flatMap((ring) => ring[name] ?? [])
      await until(() => all('ticketIds').length >= 700 && all('personIds').length >= 60)
      expect([all('ticketIds'), all('personIds')]).toEqual([rung.ticketIds, rung.personIds])
      expect(await readiness(first)).toEqual({ status: 200, bell: { over, isConnected: true } })
    })

    it('brings what is written to the other node long before that looks by itself', async () => {
      const { first, second } = await twoNodes(settings())
      const [anna, annaThere] = [await buyer(first, 'anna'), await buyer(second, 'anna')]
      const { id } = await openTicket(anna)
      await toldLog(second.desk)
      const messages = followMessages(second, annaThere, { ticketId: id, afterSeq: 1 })
      const ticket = followTicket(second, annaThere, { ticketId: id })
      await ticket.upTo(isCaughtUp)
      const sendOne = async (seq: number) => {
        await send(anna, id, `${seq}`)
        expect(await messages.next()).toMatchObject({ seq })
        expect(await ticket.next()).toMatchObject({ type: 'message.sent', seq })
      }
      await sendOne(2)
      const startedAt = performance.now()
      for (let seq = 3; seq <= 22; seq += 1) await sendOne(seq)
      // By looking alone each of the twenty would wait for the next second.
      expect(performance.now() - startedAt).toBeLessThan(10_000)
    })

    it('brings who is there and who writes, and who was there already to a node that comes later', async () => {
      const { first, second } = await twoNodes(settings())
      const [anna, sergey] = [await buyer(first, 'anna'), await supervisor(first)]
      const [olgaThere, annaThere] = [await supervisor(second, 'olga'), await buyer(second, 'anna')]
      const { id } = await openTicket(anna)
      await toldLog(second.desk)
      const present = followPresence(second, olgaThere, { ticketId: id })
      const statuses = followStatuses(second, olgaThere)
      const typing = followTyping(second, annaThere, { ticketId: id })
      expect([await present.next(), await statuses.next()]).toEqual([
        { operators: [] },
        { isAll: true, operators: [] },
      ])
      const sign = typing.next()
      await until(() => second.desk.leases.listenerCount === 4)
      await done(sergey, 'presenceSet', { ticketId: id, isPresent: true }, '__typename')
      const operators = [{ isTyping: false, operator: { id: sergey.id } }]
      expect(await present.next()).toEqual({ operators })
      await done(sergey, 'typingSet', { ticketId: id, isTyping: true }, '__typename')
      expect(await sign).toEqual({ authorKind: 'OPERATOR', authorId: sergey.id, isTyping: true })
      await done(sergey, 'operatorStatusSet', { status: 'AWAY' }, '__typename')
      const away = [{ id: sergey.id, status: 'AWAY' }]
      expect(await statuses.next()).toEqual({ isAll: false, operators: away })
      const third = await startTestServer({ DATABASE_URL: first.desk.database.url, ...settings() })
      try {
        await until(() => third.desk.leases.heldBy('at the desk', idOf(sergey.id)) !== null)
        const there = await supervisor(third, 'olga')
        expect(await followStatuses(third, there).next()).toEqual({ isAll: true, operators: away })
        expect(await followPresence(third, there, { ticketId: id }).next()).toMatchObject({ operators: [{}] })
      } finally {
        await third.close()
      }
    })
  })
}

const idOf = (publicId: string) => publicId.slice(publicId.indexOf('_') + 1)
const warnings = ({ logs }: TestServer) => logs.filter(({ level, msg }) => level >= 40 && /bell/.test(msg))

describe.skipIf(!hasRedis)('a Redis that is killed and comes back', () => {
  it('loses and doubles nothing, is told once, and what is held is known again', async () => {
    const own = await startRedis()
    const { first, second } = await twoNodes({ REDIS_URL: own.url })
    const [anna, annaThere] = [await buyer(first, 'anna'), await buyer(second, 'anna')]
    const [sergey, olgaThere] = [await supervisor(first), await supervisor(second, 'olga')]
    const { id } = await openTicket(anna)
    await toldLog(second.desk)
    const messages = followMessages(second, annaThere, { ticketId: id, afterSeq: 0 })
    const ticket = followTicket(second, annaThere, { ticketId: id })
    await ticket.upTo(isCaughtUp)
    let seq = 1
    expect(await messages.next()).toMatchObject({ seq })
    const sendSome = async (count: number) => {
      for (const last = seq + count; seq < last; ) await send(anna, id, `${(seq += 1)}`)
    }
    for (let round = 1; round <= 2; round += 1) {
      await sendSome(3)
      await own.kill()
      await until(async () => !(await readiness(second)).bell.isConnected)
      expect((await readiness(second)).status).toBe(200)
      await sendSome(3)
      await done(sergey, 'operatorStatusSet', { status: 'ONLINE' }, '__typename')
      expect(second.desk.leases.heldBy('at the desk', idOf(sergey.id))).toBeNull()
      // As long as it is away nothing but the log is needed.
      await until(() => second.desk.feed.position === first.desk.feed.position)
      await own.start()
      await until(() => [first, second].every(({ desk }) => desk.bell.state.isConnected))
      await until(() => second.desk.leases.heldBy('at the desk', idOf(sergey.id)) !== null)
      await done(sergey, 'operatorStatusSet', { status: 'OFFLINE' }, '__typename')
      await until(() => second.desk.leases.heldBy('at the desk', idOf(sergey.id)) === null)
      await sendSome(3)
    }
    const expected = Array.from({ length: seq - 1 }, (_, index) => index + 2)
    const told = await ticket.upTo((item) => item.seq === seq)
    expect(told.filter(({ type }) => type === 'message.sent').map((item) => item.seq)).toEqual(expected)
    expect((await messages.upTo((item) => item.seq === seq)).map((item) => item.seq)).toEqual(expected)
    expect([warnings(first), warnings(second)].map(({ length }) => length)).toEqual([2, 2])
    expect(await followStatuses(second, olgaThere).next()).toEqual({ isAll: true, operators: [] })
    await own.stop()
  })

  it('may be away when a node starts', async () => {
    const own = await startRedis()
    await own.kill()
    const { first, second } = await twoNodes({ REDIS_URL: own.url })
    expect(await readiness(first)).toEqual(readyWithout)
    const [anna, annaThere] = [await buyer(first, 'anna'), await buyer(second, 'anna')]
    const { id } = await openTicket(anna)
    const messages = followMessages(second, annaThere, { ticketId: id, afterSeq: 0 })
    expect(await messages.next()).toMatchObject({ seq: 1 })
    await send(anna, id, 'Без звонка')
    expect(await messages.next()).toMatchObject({ seq: 2 })
    expect([warnings(first), warnings(second)].map(({ length }) => length)).toEqual([1, 1])
    await own.start()
    await until(() => [first, second].every(({ desk }) => desk.bell.state.isConnected))
    const rings: Ring[] = []
    second.desk.bell.listen((ring) => rings.push(ring))
    first.desk.bell.ring({ ticketIds: ['x'] })
    await until(() => rings.some(({ ticketIds }) => ticketIds?.includes('x')))
    await own.stop()
  })

  it('carries the bells of several installations, none of which hears another', async () => {
    const [{ first, second }, stranger] = [await twoNodes(overRedis()), await startTestServer(overRedis())]
    try {
      const heard = new Set<string>()
      second.desk.bell.listen((ring) => ring.ticketIds?.forEach((id) => heard.add(`second ${id}`)))
      stranger.desk.bell.listen((ring, { isThisNode }) => {
        if (!isThisNode) for (const id of ring.ticketIds ?? []) heard.add(`stranger ${id}`)
      })
      first.desk.bell.ring({ ticketIds: ['1'] })
      stranger.desk.bell.ring({ ticketIds: ['2'] })
      first.desk.bell.ring({ ticketIds: ['3'] })
      await until(() => heard.has('second 3'))
      expect([...heard].sort()).toEqual(['second 1', 'second 3'])
    } finally {
      await stranger.close()
    }
  })
})

it('a connection of LISTEN that is lost again and again is told once each time it is lost', async () => {
  const { first, second } = await twoNodes()
  for (const times of [1, 2]) {
    await cut(first.desk, await connectionsOf(first.desk, 'opora-bell'))
    await until(() => [first, second].every((node) => warnings(node).length === times))
    await until(() => [first, second].every(({ desk }) => desk.bell.state.isConnected))
  }
})

it.each(['localhost', 'redis://', 'http://localhost:6379', 'redis://a b', 'redis://localhost/x'])(
  'REDIS_URL=%s stops the start with one line',
  async (url) => {
    await expect(startTestServer({ REDIS_URL: url })).rejects.toThrow(
      /^REDIS_URL: must be redis:\/\/host:port or rediss:\/\/host:port.*$/,
    )
  },
)

it('a port where no Redis is, is no wrong setting', async () => {
  const server = await startTestServer({ REDIS_URL: `redis://127.0.0.1:${await fixedPort()}` })
  expect(await readiness(server)).toEqual(readyWithout)
  expect(warnings(server)).toHaveLength(1)
  await server.close()
})
