import { OporaError } from '../client/index.ts'
import { readTelegramEnv, WrongSetting } from '../env.ts'
import { createJournal } from './telegram/journal.ts'
import { Stopped } from './telegram/retry.ts'
import { CannotCarry, carry } from './telegram/start.ts'

/**
 * Carries a Telegram bot's private chats to Opora and the desk's answers back: `npm run bridge:telegram`. SIGTERM ends
 * it when what was begun is done, a second one at once. Exit code 0: stopped; 1: it cannot carry on; 2: set up wrongly.
 */

const stopSeconds = 10

async function run(): Promise<void> {
  const env = readTelegramEnv()
  const journal = createJournal(env.LOG_LEVEL)
  const [stopping, ending] = [new AbortController(), new AbortController()]
  let failure: CannotCarry | null = null
  const stop = () => {
    if (stopping.signal.aborted) ending.abort()
    stopping.abort()
    setTimeout(() => ending.abort(), stopSeconds * 1_000).unref()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  const fail = (reason: CannotCarry) => {
    failure ??= reason
    stop()
  }
  await carry(env, journal, { stopping: stopping.signal, ending: ending.signal, fail })
  if (failure !== null) throw failure as CannotCarry
}

try {
  await run()
  process.exit(0)
} catch (error) {
  if (error instanceof Stopped) process.exit(0)
  const isKnown = [WrongSetting, CannotCarry, OporaError].some((kind) => error instanceof kind)
  if (!(error instanceof Error) || !isKnown) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(error instanceof WrongSetting ? 2 : 1)
}
