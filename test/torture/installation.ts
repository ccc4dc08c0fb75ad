import { hasRedis, type RedisProcess, startRedis } from '../kit/redis.ts'
import { type Balancer, openBalancer } from './balancer.ts'
import { Cluster } from './cluster.ts'
import { NodeProcess } from './node-process.ts'

/** Some nodes behind a balancer, on one PostgreSQL and one Redis, all of them the torture's own. */
export interface Installation {
  readonly cluster: Cluster
  /** Null where there is no Redis on this machine. */
  readonly redis: RedisProcess | null
  readonly nodes: readonly NodeProcess[]
  readonly balancer: Balancer
  /** Starts what is down, and waits until all of it answers. */
  heal(): Promise<void>
  /** Stops all and removes what it had. */
  remove(): Promise<void>
}

/** How long a node may take to start when nothing strikes. */
const startSeconds = 60

async function startInTime(node: NodeProcess): Promise<void> {
  const deadline = performance.now() + startSeconds * 1_000
  await node.start(() => performance.now() > deadline)
  if (!node.isReady) throw new Error(`a node does not start:\n${node.said.join('')}`)
}

export async function openInstallation(nodeCount: number): Promise<Installation> {
  const closers: (() => Promise<void>)[] = []
  const remove = async () => {
    for (const close of closers.splice(0).toReversed()) await close()
  }
  try {
    const cluster = await Cluster.start()
    closers.push(async () => await cluster.remove())
    const redis = hasRedis ? await startRedis() : null
    if (redis !== null) closers.push(async () => await redis.stop())
    const settings = {
      DATABASE_URL: cluster.url,
      DATABASE_POOL: '10',
      DATA_DIR: cluster.dataDir,
      DEMO: '0',
      LOG_LEVEL: 'error',
      ...(redis === null ? {} : { REDIS_URL: redis.url }),
    }
    const nodes: NodeProcess[] = []
    for (let count = 0; count < nodeCount; count += 1) {
      const node = await NodeProcess.make(settings)
      closers.push(async () => await node.stop())
      await startInTime(node)
      nodes.push(node)
    }
    const ready = () => nodes.filter(({ isReady }) => isReady).map(({ port }) => port)
    const balancer = await openBalancer(ready)
    closers.push(async () => await balancer.close())
    const heal = async () => {
      await Promise.all(nodes.map(startInTime))
    }
    return { cluster, redis, nodes, balancer, heal, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
