import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectionsOf, cut, twoNodes } from '../events/nodes.ts'
import { hasRedis, type RedisProcess, startRedis } from '../kit/redis.ts'
import { connect } from '../kit/socket.ts'
import { followTicket, isCaughtUp } from '../kit/stream.ts'
import { admin, buyer, openTicket } from '../kit/world.ts'
import { bearer, create, letIn, revoke, rotate } from './scene.ts'

/** A token is revoked on one node; its connections are on the other. */
async function revokeElsewhere(settings: Record<string, string>, lose?: 'rings') {
  const { first, second } = await twoNodes(settings)
  const alla = await admin(first)
  const { id: ticketId } = await openTicket(await buyer(first, 'anna'))
  const { secret, serviceToken } = await create(alla)
  const kept = await create(alla)
  const warehouse = bearer(second, secret)
  expect(await letIn(warehouse)).toBe('SERVICE')
  const socket = await connect(second.wsUrl, secret)
  const other = await connect(second.wsUrl, kept.secret)
  const stream = followTicket(second, warehouse, { ticketId }, 'SSE')
  await stream.upTo(isCaughtUp)
  // Without its ear the other node finds it in the log.
  if (lose === 'rings') await cut(first.desk, await connectionsOf(first.desk, 'opora-bell'))
  await revoke(alla, serviceToken)
  expect(await socket.closed).toEqual({ code: 4403, reason: 'Token expired' })
  expect(await stream.refusal()).toBe('TOKEN_EXPIRED')
  expect(await letIn(warehouse)).toBe('TOKEN_EXPIRED')
  await rotate(alla, kept.serviceToken, { overlapSeconds: 0 })
  expect(await other.closed).toEqual({ code: 4403, reason: 'Token expired' })
}

describe('on another node', () => {
  it('a revoked token’s sockets and streams close by LISTEN/NOTIFY', async () => {
    await revokeElsewhere({})
  })

  it('they close when the ring is lost', async () => {
    await revokeElsewhere({}, 'rings')
  })
})

describe.skipIf(!hasRedis)('on another node, with Redis', () => {
  let redis: RedisProcess
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(async () => await redis.stop())

  it('a revoked token’s sockets and streams close', async () => {
    await revokeElsewhere({ REDIS_URL: redis.url })
  })
})
