import { Redis, type RedisOptions } from 'ioredis'

const connectMilliseconds = 5_000
/** An answer that takes longer is none: the connection is made anew. */
const answerMilliseconds = 5_000
const pingMilliseconds = 3_000
const longestRetryMilliseconds = 2_000

const options: RedisOptions = {
  lazyConnect: true,
  connectTimeout: connectMilliseconds,
  socketTimeout: answerMilliseconds,
  // Nothing waits for a Redis that is away: whoever uses it does without meanwhile.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  retryStrategy: (attempt) =>
    Math.min(longestRetryMilliseconds, 50 * 2 ** Math.min(attempt, 10)) * (0.5 + Math.random() / 2),
}

/** A connection of this name, not connected yet: `keepUp` does that. */
export function redisClient(url: string, connectionName: string, more: RedisOptions = {}): Redis {
  return new Redis(url, { ...options, ...more, connectionName })
}

/** Who is told how a connection stands. */
export interface RedisLine {
  up(): void
  down(error: unknown): void
}

/** A Redis that is away, also at the start, is tried again for ever. */
export interface KeptUp {
  /** Resolves after the first attempt, whatever comes of it; ioredis makes all others by itself. */
  readonly tried: Promise<void>
  close(): void
}

/** Connects, and again whenever the connection is lost; `begin` runs each time before it counts as up. */
export function keepUp(client: Redis, { up, down }: RedisLine, begin: () => Promise<unknown>): KeptUp {
  client.on('error', down)
  client.on('close', () => down(new Error('the connection to Redis is closed')))
  // A network that swallows everything closes nothing: an answer that does not come does.
  const pinging = setInterval(() => {
    if (client.status === 'ready') client.ping().catch(() => undefined)
  }, pingMilliseconds)
  const tried = new Promise<void>((resolve) => {
    client.once('close', resolve)
    client.on('ready', () => {
      begin()
        .then(up, () => client.disconnect(true))
        .finally(resolve)
    })
  })
  client.connect().catch(() => undefined)
  return {
    tried,
    close() {
      clearInterval(pinging)
      client.disconnect()
    },
  }
}
