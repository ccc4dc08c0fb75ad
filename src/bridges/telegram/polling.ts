import type { Bridge } from './bridge.ts'
import { isBotUnknown, telegramPause } from './failures.ts'
import { takeUpdate } from './receive.ts'
import { backOffMs, isTokenRefused, pause, Stopped } from './retry.ts'

export const allowedUpdates = ['message', 'edited_message'] as const
const longestPollSeconds = 25
/** An update that the server fails on each time must not hold up all others for ever. */
const maxTries = 20

/**
 * Asks Telegram for updates until the bridge stops. The next question tells Telegram what was taken: it is asked when
 * Opora has everything of the last answer. Nothing has to be remembered.
 */
export async function poll(bridge: Bridge): Promise<void> {
  const { telegram, stopping, journal, timeoutSeconds } = bridge
  // Telegram answers before the call is given up.
  const timeout = Math.min(longestPollSeconds, Math.floor(timeoutSeconds * 0.8))
  let offset = 0
  for (let failures = 0; !stopping.aborted; ) {
    try {
      const options = { offset, timeout, allowed_updates: [...allowedUpdates] }
      const updates = await telegram.getUpdates(options, stopping as never)
      failures = 0
      for (const update of updates) {
        await take(bridge, update)
        offset = update.update_id + 1
      }
    } catch (error) {
      if (stopping.aborted || error instanceof Stopped) return
      if (isBotUnknown(error)) return bridge.onBotUnknown()
      journal.trouble('no updates', error)
      // 409: another copy asks, or a webhook is set. It may go away.
      await pause(backOffMs(failures, telegramPause(error) ?? 0), stopping)
      failures += 1
    }
  }
}

async function take(bridge: Bridge, update: unknown): Promise<void> {
  const { stopping, journal } = bridge
  for (let failures = 0; ; failures++) {
    if (stopping.aborted) throw new Stopped()
    try {
      return await takeUpdate(bridge, update)
    } catch (error) {
      if (isTokenRefused(error)) throw error
      journal.trouble('update not taken', error)
      if (!mayPass(error) && failures + 1 >= maxTries) return journal.refused('unknown', 'refused-by-server')
      await pause(backOffMs(failures), stopping)
    }
  }
}

function mayPass(error: unknown): boolean {
  return (error as { retryable?: unknown } | null)?.retryable === true
}
