import pino from 'pino'

/** Why an update is not handed in. */
export type Refusal =
  | 'malformed'
  | 'unknown-update'
  | 'update-not-taken'
  | 'not-private-chat'
  | 'sender-is-bot'
  | 'service-message'
  | 'content-not-taken'
  | 'empty-text'
  | 'live-location'
  | 'edit-of-unknown'
  | 'channel-closed'
  | 'refused-by-server'

/** What the bridge tells of itself: counts and kinds; never what somebody wrote, who they are, or the token. */
export interface Journal {
  /** An update was handed in, or was handed in before. */
  accepted(kind: string, isNew: boolean): void
  refused(kind: string, reason: Refusal, detail?: string): void
  /** Something happened to the outgoing message of this id. */
  outgoing(what: string, messageId: string, detail?: string): void
  note(message: string, detail?: Readonly<Record<string, unknown>>): void
  trouble(message: string, error: unknown): void
  readonly counts: ReadonlyMap<string, number>
}

export function createJournal(level: string): Journal {
  const log = pino({ level, base: { program: 'telegram' } }, pino.destination({ dest: 1, sync: true }))
  const counts = new Map<string, number>()
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1)
  return {
    counts,
    accepted(kind, isNew) {
      count(isNew ? 'accepted' : 'accepted before')
      log.debug({ kind, isNew }, 'update accepted')
    },
    refused(kind, reason, detail) {
      count(`refused: ${reason}`)
      log.info({ kind, reason, detail }, 'update refused')
    },
    outgoing(what, messageId, detail) {
      count(what)
      log.info({ messageId, detail }, what)
    },
    note: (message, detail = {}) => log.info(detail, message),
    trouble: (message, error) => log.warn({ reason: reasonOf(error) }, message),
  }
}

/** The name and code of a failure; its message may quote an address with the token, or what somebody wrote. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const {
    code,
    error_code,
    error: inner,
  } = error as Partial<Record<'code' | 'error_code' | 'error', unknown>>
  const own = [code, error_code].find((value) => typeof value === 'string' || typeof value === 'number')
  if (own !== undefined) return `${error.name} ${own}`
  return inner === undefined ? error.name : `${error.name}: ${reasonOf(inner)}`
}
