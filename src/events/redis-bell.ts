import type { Logger } from '../core/logger.ts'
import { keepUp, type RedisLine, redisClient } from '../core/redis.ts'
import type { Bell } from './bell.ts'
import type { Hearer } from './carried-bell.ts'
import { openCarriedBell } from './carried-bell.ts'

const connectionName = 'opora-bell'

/**
 * The bell over Redis pub/sub, for more rings than NOTIFY should carry. A Redis that is away, also at the start, is
 * tried again for ever and stops nobody: what was not rung then is seen by looking. One channel per installation, so
 * that several may use one Redis.
 */
export async function openRedisBell(url: string, installation: string, log: Logger): Promise<Bell> {
  const channel = `opora:${installation}:bell`
  return await openCarriedBell(log, async (hearer) => {
    const mouth = redisClient(url, connectionName)
    const ear = redisClient(url, connectionName)
    ear.on('message', (_channel: string, text: string) => hearer.hear(text))
    const line = join(hearer)
    const ends = [
      keepUp(mouth, line(), async () => undefined),
      keepUp(ear, line(), async () => await ear.subscribe(channel)),
    ]
    await Promise.all(ends.map(({ tried }) => tried))
    return {
      over: 'Redis',
      send: async (text) => await mouth.publish(channel, text),
      async close() {
        for (const { close } of ends) close()
      },
    }
  })
}

/** The bell is connected when both ends of the line are up. */
function join(hearer: Hearer): () => RedisLine {
  const states: boolean[] = []
  return () => {
    const index = states.push(false) - 1
    return {
      up() {
        states[index] = true
        if (states.every(Boolean)) hearer.returned()
      },
      down(error) {
        states[index] = false
        hearer.lost(error)
      },
    }
  }
}
