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
const seconds = (from: number, to: number) => z.coerce.number().min(from).max(to)
const count = (from: number, to: number) => z.coerce.number().int().min(from).max(to)

const settings = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(4000),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  DATABASE_POOL: count(2, 500).default(16),
  DATA_DIR: z.string().min(1).default('.data'),
  DEMO: flag.default(true),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
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
  CONNECTION_INIT_SECONDS: seconds(1, 60).default(5),
  BODY_LIMIT_BYTES: count(1_000, 100_000_000).default(1_000_000),
  STOP_SECONDS: seconds(0, 600).default(10),
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

function read<T extends object>(schema: z.ZodType<T>, source: NodeJS.ProcessEnv): Readonly<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (parsed.success) return Object.freeze(parsed.data)
  const issue = parsed.error.issues[0]
  throw new WrongSetting(`${issue?.path.join('.') ?? 'environment'}: ${issue?.message ?? 'is wrong'}`)
}

/** True under the test runner, which asks the libraries to be stricter than in production. */
export const isTest = process.env['NODE_ENV'] === 'test'
