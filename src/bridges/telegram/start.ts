import { createHash } from 'node:crypto'
import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { join } from 'node:path'
import { Api } from 'grammy'
import { createClient, ViewerScopesDocument } from '../../client/index.ts'
import type { TelegramEnv } from '../../env.ts'
import type { Bridge } from './bridge.ts'
import { createDesk } from './desk.ts'
import { isBotUnknown, telegramPause } from './failures.ts'
import type { Journal } from './journal.ts'
import { Outgoing } from './outgoing.ts'
import { Place } from './place.ts'
import { allowedUpdates, poll } from './polling.ts'
import { isTokenRefused, lasting, oporaPause } from './retry.ts'
import type { Webhook } from './webhook.ts'
import { listen } from './webhook.ts'

/** Why the bridge cannot carry on, in one line a person can act on. */
export class CannotCarry extends Error {}

export interface Signals {
  readonly stopping: AbortSignal
  readonly ending: AbortSignal
  /** Ends the bridge for a reason that trying again does not change. */
  readonly fail: (reason: CannotCarry) => void
}

const scope = 'channels:telegram'
const tokenRefused = () => new CannotCarry(`OPORA_TOKEN is refused: it must be of a service with ${scope}.`)
const streamEnded = (error: unknown) =>
  new CannotCarry(
    `The stream of outgoing messages has ended${error instanceof Error ? `: ${error.message}` : '.'}`,
  )
const botUnknown = () => new CannotCarry('TELEGRAM_TOKEN is refused by Telegram.')

/** Carries until `stopping`, and resolves when what was begun is done. */
export async function carry(env: TelegramEnv, journal: Journal, signals: Signals): Promise<void> {
  const telegram = createTelegram(env)
  const account = env.TELEGRAM_ACCOUNT ?? (await askName(telegram, signals.stopping))
  const { client, desk } = await connect(env, account, signals)
  const bridge: Bridge = {
    telegram,
    desk,
    journal,
    fileRoot: `${env.TELEGRAM_API_URL}/file/bot${env.TELEGRAM_TOKEN}`,
    timeoutSeconds: env.TELEGRAM_TIMEOUT_SECONDS,
    leaseSeconds: env.TELEGRAM_LEASE_SECONDS,
    stopping: signals.stopping,
    ending: signals.ending,
    onBotUnknown: () => signals.fail(botUnknown()),
    onStreamEnd: (error) => signals.fail(isTokenRefused(error) ? tokenRefused() : streamEnded(error)),
  }
  const path = join(env.DATA_DIR, 'bridges', `telegram-${nameOf(account)}.json`)
  const place = await Place.at(path, (error) => journal.trouble('place not saved', error))
  const incoming = await startIncoming(bridge, env)
  journal.note('carrying', { account, ...incoming.told })
  try {
    await Promise.all([new Outgoing(bridge, place).run(), incoming.ended])
  } finally {
    await incoming.webhook?.close()
    client.close()
    journal.note('carried', Object.fromEntries(journal.counts))
  }
}

/** Each call has a connection of its own: on a kept one a call can break off without anybody knowing what became of it. */
function createTelegram({ TELEGRAM_TOKEN, TELEGRAM_API_URL, TELEGRAM_TIMEOUT_SECONDS }: TelegramEnv): Api {
  const agent = new (TELEGRAM_API_URL.startsWith('https:') ? HttpsAgent : HttpAgent)({ keepAlive: false })
  return new Api(TELEGRAM_TOKEN, {
    apiRoot: TELEGRAM_API_URL,
    timeoutSeconds: TELEGRAM_TIMEOUT_SECONDS,
    baseFetchConfig: { agent, compress: true },
  })
}

async function askName(telegram: Api, signal: AbortSignal): Promise<string> {
  try {
    const ask = async () => await telegram.getMe()
    const { username } = await lasting(ask, { signal, leastPauseMs: telegramPause })
    return `@${username}`
  } catch (error) {
    if (isBotUnknown(error)) throw botUnknown()
    throw error
  }
}

async function connect(env: TelegramEnv, account: string, { stopping, ending, fail }: Signals) {
  // The bridge tries again itself, for longer and with its own signals.
  const client = createClient({ url: env.OPORA_URL, token: env.OPORA_TOKEN, retry: { attempts: 1 } })
  const ask = async () => await client.query(ViewerScopesDocument)
  try {
    const { viewer } = await lasting(ask, { signal: stopping, leastPauseMs: oporaPause })
    if (viewer?.scopes.includes(scope) !== true) throw tokenRefused()
  } catch (error) {
    if (isTokenRefused(error)) throw tokenRefused()
    throw error
  }
  const onRefused = () => fail(tokenRefused())
  const leaseSeconds = env.TELEGRAM_LEASE_SECONDS
  return { client, desk: createDesk({ client, account, leaseSeconds, stopping, ending, onRefused }) }
}

interface Incoming {
  readonly webhook: Webhook | null
  readonly ended: Promise<void>
  readonly told: Readonly<Record<string, string>>
}

async function startIncoming(bridge: Bridge, env: TelegramEnv): Promise<Incoming> {
  const { telegram, stopping } = bridge
  const ask = async (work: () => Promise<unknown>) =>
    await lasting(work, { signal: stopping, leastPauseMs: telegramPause })
  const { TELEGRAM_WEBHOOK_URL: url, TELEGRAM_SECRET: secret } = env
  if (url === undefined || secret === undefined) {
    await ask(async () => await telegram.deleteWebhook())
    return { webhook: null, ended: poll(bridge), told: { by: 'polling' } }
  }
  const webhook = await listen(bridge, { host: env.TELEGRAM_HOST, port: env.TELEGRAM_PORT, secret })
  await ask(
    async () =>
      await telegram.setWebhook(url, { secret_token: secret, allowed_updates: [...allowedUpdates] }),
  )
  const ended = new Promise<void>((resolve) => {
    if (stopping.aborted) resolve()
    else stopping.addEventListener('abort', () => resolve())
  })
  return { webhook, ended, told: { by: 'webhook', address: webhook.address } }
}

/** An account as part of a file's name: two that look alike stay two. */
function nameOf(account: string): string {
  const digest = createHash('sha256').update(account).digest('hex').slice(0, 8)
  return `${account.replaceAll(/[^\w-]/g, '')}-${digest}`
}
