import { z } from 'zod'

/** A server is in production unless somebody says otherwise: libraries check less and tell strangers less. */
process.env['NODE_ENV'] ??= 'production'

/** The only reader of the environment. Every setting stands here once, with its default, and in the README's table. */

const port = z.coerce.number().int().min(0).max(65_535)
const flag = z.enum(['0', '1']).transform((value) => value === '1')
const url = (...protocols: string[]) =>
  z.string().refine((value) => protocols.some((protocol) => value.startsWith(`${protocol}://`)), {
    message: `must start with ${protocols.map((protocol) => `${protocol}://`).join(' or ')}`,
  })
const redisUrl = z.string().refine(isRedisUrl, {
  message: 'must be redis://host:port or rediss://host:port, with USER:PASSWORD@ if need be',
})
const storageUrl = z.string().refine(isStorageUrl, { message: 'must be s3://KEY:SECRET@host:port/bucket' })
/** What a browser calls an origin: scheme and host, no path. */
const origins = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((origin) => origin.trim())
      .filter((origin) => origin !== ''),
  )
  .refine((list) => list.every((origin) => /^[a-z][a-z0-9+.-]*:\/\/[^/\s*]+$/.test(origin)), {
    message: 'must be origins such as https://shop.example, separated by commas, without paths or *',
  })
const scannerUrl = z.string().regex(/^(tcp:\/\/[^/]+|unix:\/.+)$/, 'must be tcp://host:port or unix:/path')
const seconds = (from: number, to: number) => z.coerce.number().min(from).max(to)
const count = (from: number, to: number) => z.coerce.number().int().min(from).max(to)
/** Points of cost: as many at once, and as many come back each second. */
const costLimit = (standard: string) =>
  z
    .string()
    .regex(
      /^(0|[1-9]\d{0,11}\/[1-9]\d{0,11})$/,
      'must be POINTS/POINTS_A_SECOND, such as 50000/2000, or 0 for none',
    )
    .default(standard)
    .transform((value) => {
      const [capacity = 0, perSecond = 0] = value.split('/').map(Number)
      return capacity === 0 ? null : { capacity, perSecond }
    })
/** A limit that 0 turns off. */
const limit = (most: number) => count(0, most).transform((value) => (value === 0 ? Infinity : value))

const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(4000),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  DATABASE_POOL: count(2, 500).default(16),
  REDIS_URL: redisUrl.optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DEMO: flag.default(true),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  LOG_OPERATIONS: z.enum(['debug', 'info']).default('debug'),
  METRICS_HOST: z.string().min(1).default('127.0.0.1'),
  METRICS_PORT: port.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url('https', 'http').optional(),
  OTEL_SERVICE_NAME: z.string().min(1).default('opora'),
  AUTH_JWKS_URL: url('https', 'http').optional(),
  AUTH_ISSUER: z.string().min(1).optional(),
  AUTH_AUDIENCE: z.string().min(1).default('opora'),
  AUTH_CLOCK_SKEW_SECONDS: seconds(0, 300).default(5),
  AUTH_DEV: flag.default(false),
  GUEST_KEY: z.string().min(1).optional(),
  GUEST_TOKEN_SECONDS: seconds(60, 2_592_000).default(86_400),
  CURSOR_KEYS: z.string().min(1).optional(),
  REOPEN_WINDOW_SECONDS: seconds(0, 31_536_000).default(259_200),
  REPLAY_LIMIT: count(100, 10_000_000).default(100_000),
  STREAM_BUFFER: count(10, 1_000_000).default(1_000),
  STREAM_HEARTBEAT_SECONDS: seconds(0.1, 3_600).default(30),
  LOG_RETENTION_DAYS: count(0, 36_500).default(365),
  ARCHIVE_RETENTION_DAYS: count(0, 36_500).default(0),
  RETENTION_CLOSED_TICKETS_DAYS: count(0, 36_500).default(0),
  EXPORT_RETENTION_DAYS: count(1, 365).default(7),
  EXPORT_INTERVAL_HOURS: count(0, 8_760).default(24),
  EXPORT_MAX_BYTES: count(1_000, 2_000_000_000).default(2_000_000_000),
  CONNECTION_INIT_SECONDS: seconds(1, 60).default(5),
  BODY_LIMIT_BYTES: count(1_000, 100_000_000).default(1_000_000),
  PROXY_HOPS: count(0, 10).default(0),
  COST_LIMIT_ANONYMOUS: costLimit('10000/100'),
  COST_LIMIT_GUEST: costLimit('30000/1000'),
  COST_LIMIT_CUSTOMER: costLimit('100000/5000'),
  COST_LIMIT_OPERATOR: costLimit('500000/20000'),
  COST_LIMIT_SUPERVISOR: costLimit('500000/20000'),
  COST_LIMIT_ADMIN: costLimit('500000/20000'),
  COST_LIMIT_SERVICE: costLimit('2000000/100000'),
  OPERATION_COST_LIMIT: limit(1_000_000_000).default(50_000),
  SOCKET_OPERATION_LIMIT: limit(1_000_000).default(200),
  VIEWER_OPERATION_LIMIT: limit(1_000_000).default(1_000),
  DOCUMENT_TOKEN_LIMIT: count(100, 1_000_000).default(10_000),
  DOCUMENT_DEPTH_LIMIT: count(14, 100).default(20),
  DOCUMENT_ALIAS_LIMIT: count(0, 10_000).default(100),
  DOCUMENT_DIRECTIVE_LIMIT: count(0, 10_000).default(50),
  DOCUMENT_ROOT_FIELD_LIMIT: count(1, 10_000).default(50),
  OPERATIONS: z.enum(['any', 'persisted']).default('any'),
  OPERATIONS_DIR: z.string().min(1).optional(),
  PRESENCE_SECONDS: seconds(0.5, 300).default(15),
  OPERATOR_STATUS_SECONDS: seconds(0.5, 3_600).default(45),
  HEARTBEAT_SECONDS: seconds(0.1, 3_600).default(12),
  CONNECTION_LIMIT: count(1, 10_000_000).default(20_000),
  RESERVATION_SECONDS: seconds(0.1, 3_600).default(30),
  REPLAY_CONCURRENCY: count(1, 10_000).default(16),
  DRAIN_SECONDS: seconds(0, 600).default(5),
  STOP_SECONDS: seconds(0, 600).default(10),
  PAYMENT_GATEWAY_URL: url('https', 'http').optional(),
  PAYMENT_GATEWAY_TOKEN: z.string().min(1).optional(),
  PAYMENT_GATEWAY_TIMEOUT_SECONDS: seconds(0.1, 60).default(10),
  PUBLIC_URL: url('https', 'http').optional(),
  CORS_ORIGINS: origins,
  INTROSPECTION: z.enum(['everybody', 'staff']).optional(),
  GRAPHIQL: flag.optional(),
  STORAGE_URL: storageUrl.optional(),
  CLAMAV_URL: scannerUrl.optional(),
  ATTACHMENT_MAX_BYTES: count(1, 2_000_000_000).default(20_000_000),
  ATTACHMENT_MAX_PENDING: count(1, 10_000).default(50),
  ATTACHMENT_UPLOAD_SECONDS: seconds(1, 86_400).default(900),
  ATTACHMENT_LINK_SECONDS: seconds(1, 86_400).default(300),
  ATTACHMENT_ORPHAN_HOURS: count(0, 8_760).default(48),
})

export type Env = Readonly<z.output<typeof settings>>

/** Thrown by `readEnv`; its message is one line a person can act on. */
export class WrongSetting extends Error {}

/**
 * Reads the settings from an environment. A variable that is set but empty counts as not set.
 * @throws WrongSetting naming the first wrong value
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  return read(settings, source)
}

const clientSettings = z.object({
  OPORA_URL: url('https', 'http').default('http://127.0.0.1:4000/graphql'),
  OPORA_TOKEN: z.string().min(1).optional(),
})

/**
 * Reads what programs that use the server as its clients need: where it is, and their token.
 * @throws WrongSetting naming the first wrong value
 */
export function readClientEnv(source: NodeJS.ProcessEnv = process.env): z.output<typeof clientSettings> {
  return read(clientSettings, source)
}

const telegramSettings = z
  .object({
    OPORA_URL: clientSettings.shape.OPORA_URL,
    OPORA_TOKEN: z.string().min(1),
    DATA_DIR: settings.shape.DATA_DIR,
    LOG_LEVEL: settings.shape.LOG_LEVEL,
    TELEGRAM_TOKEN: z.string().regex(/^\d+:[\w-]+$/, 'must be a token of @BotFather, NUMBER:LETTERS'),
    TELEGRAM_API_URL: url('https', 'http')
      .transform((value) => value.replace(/\/+$/, ''))
      .default('https://api.telegram.org'),
    TELEGRAM_ACCOUNT: z.string().min(1).max(200).optional(),
    TELEGRAM_WEBHOOK_URL: url('https', 'http').optional(),
    TELEGRAM_SECRET: z
      .string()
      .regex(/^[\w-]{16,256}$/, 'must be 16 to 256 of the characters A-Z, a-z, 0-9, _ and -')
      .optional(),
    TELEGRAM_HOST: z.string().min(1).default('127.0.0.1'),
    TELEGRAM_PORT: port.default(4100),
    TELEGRAM_TIMEOUT_SECONDS: seconds(1, 120).default(30),
    TELEGRAM_LEASE_SECONDS: count(5, 600).default(90),
  })
  .refine((given) => given.TELEGRAM_WEBHOOK_URL === undefined || given.TELEGRAM_SECRET !== undefined, {
    path: ['TELEGRAM_SECRET'],
    message: 'is required with TELEGRAM_WEBHOOK_URL',
  })
  .refine((given) => given.TELEGRAM_LEASE_SECONDS >= 2 * given.TELEGRAM_TIMEOUT_SECONDS, {
    path: ['TELEGRAM_LEASE_SECONDS'],
    message: 'must be at least twice TELEGRAM_TIMEOUT_SECONDS',
  })

export type TelegramEnv = Readonly<z.output<typeof telegramSettings>>

/**
 * Reads what the bridge to Telegram needs.
 * @throws WrongSetting naming the first wrong value
 */
export function readTelegramEnv(source: NodeJS.ProcessEnv = process.env): TelegramEnv {
  return read(telegramSettings, source)
}

function read<T extends object>(schema: z.ZodType<T>, source: NodeJS.ProcessEnv): Readonly<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return Object.freeze(parsed.data)
  const issue = parsed.error.issues[0]
  throw new WrongSetting(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'is wrong'}`)
}

function isRedisUrl(value: string): boolean {
  if (!/^rediss?:\/\//.test(value) || !URL.canParse(value)) return false
  const { hostname, pathname } = new URL(value)
  return hostname !== '' && /^\/?\d*$/.test(pathname)
}

function isStorageUrl(value: string): boolean {
  if (!value.startsWith('s3://') || !URL.canParse(value)) return false
  const { username, password, host, pathname } = new URL(value)
  return username !== '' && password !== '' && host !== '' && /^\/[^/]+$/.test(pathname)
}

/** True under the test runner, which asks the libraries to be stricter than in production. */
export const isTest = process.env['NODE_ENV'] === 'test'
