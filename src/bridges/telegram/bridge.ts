import type { Api } from 'grammy'
import type { Desk } from './desk.ts'
import type { Journal } from './journal.ts'

/** What every part of the bridge works with. */
export interface Bridge {
  readonly telegram: Api
  readonly desk: Desk
  readonly journal: Journal
  /** Where files of the bot are fetched: an address that holds its token. */
  readonly fileRoot: string
  readonly timeoutSeconds: number
  readonly leaseSeconds: number
  /** From then on nothing new is begun. */
  readonly stopping: AbortSignal
  /** From then on nothing is finished either. */
  readonly ending: AbortSignal
  /** Telegram does not know the bot any more: the bridge stops. */
  readonly onBotUnknown: () => void
  /** The stream of outgoing messages cannot go on: the bridge stops. */
  readonly onStreamEnd: (error: unknown) => void
}
