import { describe, expect, it } from 'vitest'
import { twoNodes } from '../events/nodes.ts'
import { until } from '../kit/postgres-process.ts'
import { hasRedis, startRedis } from '../kit/redis.ts'
import type { TestServer } from '../kit/server.ts'
import { buyer, operator, type Person } from '../kit/world.ts'

const dear = '{ tickets(first: 100) { nodes { messages(first: 5) { nodes { id } } } } }'
const status = async (by: Person) => (await by.answer(dear)).status
const told = ({ logs }: TestServer) =>
  logs.filter(({ msg }) => msg.includes('cost limits')).map(({ msg }) => msg)

describe.skipIf(!hasRedis)('two nodes with one Redis', () => {
  it('share a bucket for each person; alone they count by themselves and refuse nobody for it', async () => {
    const redis = await startRedis()
    const { first, second } = await twoNodes({
      REDIS_URL: redis.url,
      COST_LIMIT_CUSTOMER: '1000/1',
      COST_LIMIT_OPERATOR: '1000/2000',
    })
    const [anna, annaThere] = [await buyer(first, 'anna'), await buyer(second, 'anna')]
    const borisThere = await buyer(second, 'boris')
    expect([await status(anna), await status(annaThere), await status(anna)]).toEqual([200, 429, 429])
    expect(await status(borisThere)).toBe(200)

    // What one node has spent comes back on both.
    const [olga, olgaThere] = [await operator(first, 'olga'), await operator(second, 'olga')]
    expect(await status(olga)).toBe(200)
    await until(async () => (await status(olgaThere)) === 200)

    await redis.kill()
    await until(async () => (await status(anna)) === 200)
    await until(async () => (await status(annaThere)) === 200)
    // Each has a limit of its own meanwhile.
    expect([await status(anna), await status(annaThere)]).toEqual([429, 429])
    expect([told(first), told(second)].map((lines) => lines.length)).toEqual([1, 1])

    await redis.start()
    // Nothing is kept in a Redis that was killed: the bucket is full again, once for both.
    await until(async () => (await status(anna)) === 200)
    await until(() => told(first).length === 2)
    await until(async () => {
      await annaThere.ask('{ viewer { role } }')
      return told(second).length === 2
    })
    expect([await status(annaThere), await status(anna)]).toEqual([429, 429])
    expect(told(first)).toEqual(told(second))
  })
})
