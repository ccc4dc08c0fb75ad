import type { Redis } from 'ioredis'
import type { Logger } from '../../core/logger.ts'
import { keepUp, redisClient } from '../../core/redis.ts'
import type { Allowances, Limit, Taken } from './allowances.ts'

/** Who asks must not wait for a Redis that is in trouble. */
const answerMilliseconds = 1_000
/** Nor must each of those who ask next. */
const restMilliseconds = 1_000

/**
 * One bucket, refilled and taken from in one step, by the clock of Redis: those of the nodes may differ. It is forgotten
 * when it is full.
 */
const takeScript = `
local capacity, perSecond, cost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local time = redis.call('TIME')
local nowMs = time[1] * 1000 + math.floor(time[2] / 1000)
local kept = redis.call('HMGET', KEYS[1], 'left', 'atMs')
local left, atMs = tonumber(kept[1]) or capacity, tonumber(kept[2]) or nowMs
left = math.min(capacity, left + math.max(0, nowMs - atMs) / 1000 * perSecond)
local isTaken = left >= cost
if isTaken then left = left - cost end
redis.call('HSET', KEYS[1], 'left', tostring(left), 'atMs', string.format('%.0f', nowMs))
redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - left) / perSecond * 1000) + 1000)
return { isTaken and 1 or 0, tostring(left) }
`

interface Scripted extends Redis {
  takeCost(key: string, capacity: number, perSecond: number, cost: number): Promise<[number, string]>
}

interface RedisAllowancesOptions {
  readonly url: string
  /** Several installations may use one Redis. */
  readonly installation: string
  /** What counts while Redis is away. */
  readonly instead: Allowances
  readonly log: Logger
}

/**
 * Buckets in Redis, the same for all nodes. A Redis that is away refuses nobody: each node then counts by itself, from
 * full buckets on.
 */
export async function openRedisAllowances(options: RedisAllowancesOptions): Promise<Allowances> {
  const { url, installation, instead, log } = options
  const client = redisClient(url, 'opora-cost', { commandTimeout: answerMilliseconds })
  client.defineCommand('takeCost', { numberOfKeys: 1, lua: takeScript })
  const line = new Line(log)
  const { tried, close } = keepUp(client, line, async () => undefined)
  await tried
  return {
    async take(owner, limit, cost) {
      if (line.isUp) {
        const taken = await ask(client as Scripted, `opora:${installation}:cost:${owner}`, limit, cost).catch(
          (error: unknown) => line.rest(error),
        )
        if (taken !== undefined) {
          line.answered()
          return taken
        }
      }
      return await instead.take(owner, limit, cost)
    },
    close() {
      line.close()
      close()
      instead.close()
    },
  }
}

async function ask(client: Scripted, key: string, limit: Limit, cost: number): Promise<Taken> {
  const [isTaken, left] = await client.takeCost(key, limit.capacity, limit.perSecond, cost)
  return { isTaken: isTaken === 1, left: Number(left) }
}

/** How Redis stands. Its trouble is told once in the log, and its return. */
class Line {
  readonly #log: Logger
  #isConnected = false
  #restsUntilMs = 0
  #isTold = false
  #isClosed = false

  constructor(log: Logger) {
    this.#log = log
  }

  get isUp(): boolean {
    return this.#isConnected && performance.now() >= this.#restsUntilMs
  }

  readonly up = (): void => {
    this.#isConnected = true
  }

  answered(): void {
    if (!this.#isTold) return
    this.#isTold = false
    this.#log.info('the cost limits are counted in Redis again')
  }

  readonly down = (error: unknown): void => {
    this.#isConnected = false
    this.#tell(error)
  }

  rest(error: unknown): undefined {
    this.#restsUntilMs = performance.now() + restMilliseconds
    this.#tell(error)
  }

  close(): void {
    this.#isClosed = true
  }

  #tell(error: unknown): void {
    if (this.#isTold || this.#isClosed) return
    this.#isTold = true
    const reason = error instanceof Error ? error.message : String(error)
    this.#log.warn({ reason }, 'the cost limits are counted by each node alone: Redis does not answer')
  }
}
