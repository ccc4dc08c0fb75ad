import type { IdKind } from './ids.ts'
import type { Money } from './money.ts'
import type { ProblemTexts } from './texts/texts.ts'

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
  'STALE_UPDATE',
  'NOT_ELIGIBLE',
  'QUANTITY_EXCEEDED',
  'AMOUNT_EXCEEDED',
  'ATTACHMENT_REFUSED',
  'NOT_CONFIGURED',
  'CHANNEL_CLOSED',
  'REPLY_WINDOW_CLOSED',
  'BOT_MUTED',
  'LEASE_HELD',
  'LEASE_LOST',
  'ALREADY_HANDLED',
  'DELIVERY_UNCONFIRMED',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** The keys of the texts in the message catalogues. */
type MessageKey = keyof ProblemTexts
type NoValues = Readonly<Record<string, never>>
/** What the text of a key tells of. */
type ValuesOf<K extends MessageKey> = Parameters<ProblemTexts[K]> extends [infer V] ? V : NoValues
/** A key with its own values, and where in the input the trouble is; null when it concerns the whole. */
export type Said = {
  [K in MessageKey]: [messageKey: K, values: ValuesOf<K>, inputPath?: readonly string[] | null]
}[MessageKey]
/** The rules of a problem that has several wordings, each with where it is broken and what its text tells of. */
type Broken<Prefix extends string> = {
  [K in MessageKey]: K extends `${Prefix}.${infer Rule}`
    ? NoValues extends ValuesOf<K>
      ? [rule: Rule, inputPath: readonly string[]]
      : [rule: Rule, inputPath: readonly string[], values: ValuesOf<K>]
    : never
}[MessageKey]

export abstract class Problem extends Error {
  abstract readonly code: ProblemCode
  /** The key of the text in the message catalogues; the code itself unless a problem has several wordings. */
  readonly messageKey: MessageKey
  readonly values: object
  /** Where in the input the trouble is, or null when it concerns the whole. */
  readonly inputPath: readonly string[] | null

  constructor(...[messageKey, values, inputPath = null]: Said) {
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
  readonly rule: Broken<'invalidInput'>[0]
  constructor(...[rule, inputPath, values]: Broken<'invalidInput'>) {
    super(...([`invalidInput.${rule}`, values ?? {}, inputPath] as Said))
    this.rule = rule
  }
}

/** The object has changed since the version the client has seen. */
export class Conflict extends Problem {
  readonly code = 'CONFLICT'
  readonly currentVersion: number
  /** Null for what has no id of its own. */
  readonly current: Subject | null
  constructor(currentVersion: number, current: Subject | null) {
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
    super('alreadyClaimed', {})
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
    super('alreadyRedacted', {})
  }
}

/** The source has said something newer before; nothing moves backwards. */
export class StaleUpdate extends Problem {
  readonly code = 'STALE_UPDATE'
  readonly currentSourceUpdatedAt: Date
  constructor(currentSourceUpdatedAt: Date, inputPath: readonly string[]) {
    super('staleUpdate', {}, inputPath)
    this.currentSourceUpdatedAt = currentSourceUpdatedAt
  }
}

/** The shop's policy does not allow it; `reasons` are the policy's keys. */
export class NotEligible extends Problem {
  readonly code = 'NOT_ELIGIBLE'
  readonly reasons: readonly string[]
  constructor(reasons: readonly string[], inputPath: readonly string[]) {
    super('notEligible', { reasons: reasons.join(', ') }, inputPath)
    this.reasons = reasons
  }
}

/** More than there is. */
export class QuantityExceeded extends Problem {
  readonly code = 'QUANTITY_EXCEEDED'
  readonly available: number
  constructor(available: number, inputPath: readonly string[]) {
    super('quantityExceeded', { available }, inputPath)
    this.available = available
  }
}

/** More money than there is to give. */
export class AmountExceeded extends Problem {
  readonly code = 'AMOUNT_EXCEEDED'
  readonly available: Money
  constructor(available: Money, decimal: string, inputPath: readonly string[]) {
    super('amountExceeded', { available: `${decimal} ${available.currencyCode}` }, inputPath)
    this.available = available
  }
}

/** The file cannot be taken, or not yet. `rule` names why: `tooLarge`, `type`, `notUploaded`, `infected`, … */
export class AttachmentRefused extends Problem {
  readonly code = 'ATTACHMENT_REFUSED'
  readonly rule: Broken<'attachmentRefused'>[0]
  constructor(...[rule, inputPath, values]: Broken<'attachmentRefused'>) {
    super(...([`attachmentRefused.${rule}`, values ?? {}, inputPath] as Said))
    this.rule = rule
  }
}

/** This server has not been told the outside system that it needs for it. */
export class NotConfigured extends Problem {
  readonly code = 'NOT_CONFIGURED'
  readonly setting: string
  constructor(setting: string) {
    super('notConfigured', { setting })
    this.setting = setting
  }
}

/** What a problem points at: resolved to the present object, by the viewer's policy, only when asked for. */
export interface Subject {
  readonly kind: Exclude<IdKind, 'Event'>
  readonly id: string
}
