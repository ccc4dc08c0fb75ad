import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { GraphQLFormattedError } from 'graphql'
import type { Role } from '../../src/auth/viewer.ts'
import { readEnv } from '../../src/env.ts'
import type { Desk } from '../../src/events/desk.ts'
import { type Opora, startOpora } from '../../src/server/start.ts'
import { freshDatabase } from './database.ts'
import { collectLogs, type LogLine } from './logs.ts'

export interface TokenOptions {
  sub?: string
  scope?: string
  name?: string
  locale?: 'ru' | 'en'
  expiresInSeconds?: number
}

export interface Answer<Data> {
  readonly status: number
  readonly headers: Headers
  readonly data: Data
  readonly errors: readonly GraphQLFormattedError[] | undefined
}

export interface TestServer {
  /** `http://127.0.0.1:…/graphql` */
  readonly url: string
  readonly wsUrl: string
  readonly opora: Opora
  readonly desk: Desk
  /** What the server has logged so far. */
  readonly logs: readonly LogLine[]
  /** A token of the server's own issuers; `sub` is the role's name when it is left out. */
  token(role: Role, options?: TokenOptions): Promise<string>
  /** Sends one operation over HTTP; without a token as nobody. */
  request<Data = Record<string, unknown>>(
    query: string,
    variables?: Record<string, unknown>,
    token?: string | null,
    headers?: Record<string, string>,
  ): Promise<Answer<Data>>
  close(): Promise<void>
}

/**
 * A real server on a free port, with an empty database of its own. Settings go as in the environment:
 * `const server = await startTestServer({ STOP_SECONDS: '1' })`, and `await server.close()` at the end. A DATABASE_URL
 * among them is used instead, and left alone.
 */
export async function startTestServer(settings: Readonly<Record<string, string>> = {}): Promise<TestServer> {
  const database = settings['DATABASE_URL'] === undefined ? await freshDatabase() : null
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-test-server-'))
  const env = readEnv({
    DATABASE_URL: database?.url,
    DATABASE_POOL: '6',
    DATA_DIR: dataDir,
    PORT: '0',
    DEMO: '0',
    ...settings,
  })
  const { log, lines: logs } = collectLogs(env.LOG_LEVEL)
  const opora = await startOpora(env, { log })
  const { url } = opora.server
  return {
    url,
    wsUrl: url.replace('http', 'ws'),
    opora,
    desk: opora.desk,
    logs,
    token: async (role, options) => await makeToken(opora, role, options),
    request: async (query, variables = {}, token = null, headers = {}) =>
      await send(url, { query, variables }, token, headers),
    async close() {
      await opora.close()
      await database?.drop()
      await rm(dataDir, { recursive: true })
    },
  }
}

async function makeToken({ issuers }: Opora, role: Role, options: TokenOptions = {}): Promise<string> {
  const { sub = role, ...rest } = options
  if (role === 'guest') return (await issuers.guests.sign(sub, { locale: 'ru', ...rest })).token
  if (issuers.development === null) throw new Error('the server has no development issuer')
  return await issuers.development.sign({ sub, role, ...rest })
}

async function send<Data>(
  url: string,
  body: object,
  token: string | null,
  headers: Record<string, string>,
): Promise<Answer<Data>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
  })
  const { data, errors } = (await response.json()) as Answer<Data>
  return { status: response.status, headers: response.headers, data, errors }
}
