import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startProgram } from '../crash/program.ts'
import { freshDatabase } from '../kit/database.ts'
import { fixedPort } from '../kit/ports.ts'
import { until } from '../kit/postgres-process.ts'
import { hasRedis, startRedis } from '../kit/redis.ts'
import { startTestServer } from '../kit/server.ts'
import { followPresence, followStatuses, followTyping } from '../kit/stream.ts'
import { buyer, openTicket, type Person, supervisor } from '../kit/world.ts'

/** A node of this process, and another one that can be killed; the tokens of each count for both. */
async function twoPrograms(settings: Record<string, string>) {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'opora-test-killed-'))
  const env = {
    ...settings,
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    DEMO: '0',
    PRESENCE_SECONDS: '4',
    OPERATOR_STATUS_SECONDS: '4',
  }
  const here = await startTestServer(env)
  onTestFinished(async () => {
    await here.close()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })
  return { here, there: await startProgram({ port: await fixedPort(), folder, env }) }
}

/** A mutation on the other node; who asks is known there by the same token. */
async function callThere(url: string, { token }: Person, mutation: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: `mutation { ${mutation} { __typename } }` }),
  })
  expect(JSON.stringify(await response.json())).toMatch(/SetPayload/)
}

const carriers = [
  { over: 'PostgreSQL', isThere: true },
  { over: 'Redis', isThere: hasRedis },
]
for (const { over, isThere } of carriers) {
  it.skipIf(!isThere)(
    `who was told by a node that is killed is gone with their lease, over ${over}`,
    async () => {
      const redis = over === 'Redis' ? await startRedis() : null
      onTestFinished(async () => await redis?.stop())
      const { here, there } = await twoPrograms(redis === null ? {} : { REDIS_URL: redis.url })
      const [anna, sergey, olga] = [
        await buyer(here, 'anna'),
        await supervisor(here),
        await supervisor(here, 'olga'),
      ]
      const { id } = await openTicket(anna)
      const streams = {
        presence: followPresence(here, olga, { ticketId: id }),
        statuses: followStatuses(here, olga),
        typing: followTyping(here, anna, { ticketId: id }),
      }
      expect(await streams.presence.next()).toEqual({ operators: [] })
      expect(await streams.statuses.next()).toEqual({ isAll: true, operators: [] })
      const sign = streams.typing.next()
      await until(() => here.desk.leases.listenerCount === 4)
      await callThere(there.url, sergey, `presenceSet(input: { ticketId: "${id}", isPresent: true })`)
      await callThere(there.url, sergey, 'operatorStatusSet(input: { status: ONLINE })')
      const operator = { id: sergey.id }
      expect(await streams.presence.next()).toEqual({ operators: [{ isTyping: false, operator }] })
      expect(await streams.statuses.next()).toMatchObject({ operators: [{ ...operator, status: 'ONLINE' }] })
      await callThere(there.url, sergey, `typingSet(input: { ticketId: "${id}", isTyping: true })`)
      expect(await sign).toMatchObject({ authorId: sergey.id, isTyping: true })
      await there.kill()
      expect(await streams.statuses.next()).toMatchObject({ operators: [{ ...operator, status: 'OFFLINE' }] })
      expect(await streams.typing.next()).toMatchObject({ authorId: sergey.id, isTyping: false })
      expect((await streams.presence.upTo(({ operators }) => operators.length === 0)).length).toBeGreaterThan(
        0,
      )
      expect(here.desk.leases.timerCount).toBe(0)
    },
  )
}
