import { setTimeout as pause } from 'node:timers/promises'
import type { Installation } from './installation.ts'

/** What was done to the installation. */
export interface Damage {
  socketKills: number
  nodeKills: number
  pgRestarts: number
  redisRestarts: number
}

/** How long from one blow to the next, in milliseconds: half to one and a half times that, by chance. */
const every = { socket: 25, node: 3_500, postgres: 12_000, redis: 9_000 }

/** Strikes at random until it is over; what was struck down is started again at once. */
export async function wreak(
  { balancer, nodes, cluster, redis }: Installation,
  random: () => number,
  isOver: () => boolean,
): Promise<Damage> {
  const damage: Damage = { socketKills: 0, nodeKills: 0, pgRestarts: 0, redisRestarts: 0 }
  const strike = async (pauseMs: number, blow: () => Promise<void> | void) => {
    for (;;) {
      const until = performance.now() + pauseMs * (0.5 + random())
      while (performance.now() < until && !isOver()) await pause(Math.min(100, until - performance.now()))
      if (isOver()) return
      await blow()
    }
  }
  await Promise.all([
    strike(every.socket, () => {
      if (balancer.cutOne(random)) damage.socketKills += 1
    }),
    strike(every.node, async () => {
      const ready = nodes.filter(({ isReady }) => isReady)
      const victim = ready[Math.floor(random() * ready.length)]
      if (victim === undefined) return
      await victim.kill()
      damage.nodeKills += 1
      // It takes its time to come back; meanwhile the next may fall.
      void victim.start(isOver)
    }),
    strike(every.postgres, async () => {
      await cluster.killAndRestart()
      damage.pgRestarts += 1
    }),
    strike(every.redis, async () => {
      if (redis === null) return
      await redis.kill()
      await redis.start()
      damage.redisRestarts += 1
    }),
  ])
  return damage
}
