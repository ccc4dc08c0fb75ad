/** A refusal that is expected and part of the contract: it reaches the client as a member of the result union. */

export const problemCodes = [
  'NOT_FOUND',
  'INVALID_INPUT',
  'CONFLICT',
  'ILLEGAL_TRANSITION',
  'ALREADY_CLAIMED',
  'MISSED_MESSAGES',
  'IDEMPOTENCY_CONFLICT',
  'TOO_SOON',
  'ALREADY_REDACTED',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** Values that a text of the message catalogue may mention. */
export type ProblemValues = Record<string, string | number>

export abstract class Problem extends Error {
  abstract readonly code: ProblemCode
  /** The key of the text in the message catalogues; the code itself unless a problem has several wordings. */
  readonly messageKey: string
  readonly values: ProblemValues
  /** Where in the input the trouble is, or null when it concerns the whole. */
  readonly inputPath: readonly string[] | null

  constructor(messageKey: string, values: ProblemValues = {}, inputPath: readonly string[] | null = null) {
    super(messageKey)
    this.messageKey = messageKey
    this.values = values
    this.inputPath = inputPath
  }
}

/** No such thing, or none that the viewer may see. */
export class NotFound extends Problem {
  readonly code = 'NOT_FOUND'
  constructor(...inputPath: string[]) {
    super('notFound', {}, inputPath.length > 0 ? inputPath : null)
  }
}

/** The input breaks a documented limit. `rule` names it: `empty`, `tooLong`, `nul`, `surrogate`, … */
export class InvalidInput extends Problem {
  readonly code = 'INVALID_INPUT'
  readonly rule: string
  constructor(rule: string, inputPath: readonly string[], values: ProblemValues = {}) {
    super(`invalidInput.${rule}`, values, inputPath)
    this.rule = rule
  }
}

/** The object has changed since the version the client has seen. */
export class Conflict extends Problem {
  readonly code = 'CONFLICT'
  readonly currentVersion: number
  readonly current: Subject
  constructor(currentVersion: number, current: Subject) {
    super('conflict', { currentVersion })
    this.currentVersion = currentVersion
    this.current = current
  }
}

/** The state machine has no such step from here. */
export class IllegalTransition extends Problem {
  readonly code = 'ILLEGAL_TRANSITION'
  readonly from: string
  readonly action: string
  readonly allowedActions: readonly string[]
  constructor(from: string, action: string, allowedActions: readonly string[]) {
    super('illegalTransition', { from, action, allowedActions: allowedActions.join(', ') })
    this.from = from
    this.action = action
    this.allowedActions = allowedActions
  }
}

/** Somebody else has the ticket. */
export class AlreadyClaimed extends Problem {
  readonly code = 'ALREADY_CLAIMED'
  readonly current: Subject
  constructor(current: Subject) {
    super('alreadyClaimed')
    this.current = current
  }
}

/** The operator would answer over messages not yet seen. */
export class MissedMessages extends Problem {
  readonly code = 'MISSED_MESSAGES'
  readonly ticketId: string
  readonly lastSeenSeq: number
  readonly lastSeq: number
  constructor(ticketId: string, lastSeenSeq: number, lastSeq: number) {
    super('missedMessages', { count: lastSeq - lastSeenSeq })
    this.ticketId = ticketId
    this.lastSeenSeq = lastSeenSeq
    this.lastSeq = lastSeq
  }
}

/** The key was used before with another input. */
export class IdempotencyConflict extends Problem {
  readonly code = 'IDEMPOTENCY_CONFLICT'
  constructor(inputPath: string) {
    super('idempotencyConflict', {}, [inputPath])
  }
}

/** A domain rule asks to wait. */
export class TooSoon extends Problem {
  readonly code = 'TOO_SOON'
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('tooSoon', { retryAfterSeconds })
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The content was removed for good. */
export class AlreadyRedacted extends Problem {
  readonly code = 'ALREADY_REDACTED'
  constructor() {
    super('alreadyRedacted')
  }
}

/** What a problem points at: resolved to the present object, by the viewer's policy, only when asked for. */
export interface Subject {
  readonly kind: 'Ticket' | 'Message'
  readonly id: string
}
