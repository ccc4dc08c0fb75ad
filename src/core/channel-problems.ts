import type { Channel, OutboundStatus } from './prisma/enums.ts'
import { Problem, type Said } from './problems.ts'

/** Refusals of channels, of bots, and of what is on its way to a platform. */

/** The desk has switched the channel off, for both directions. */
export class ChannelClosed extends Problem {
  readonly code = 'CHANNEL_CLOSED'
  readonly channel: Channel
  constructor(channel: Channel) {
    super('channelClosed', {})
    this.channel = channel
  }
}

/** The platform allows no answer so long after the customer's last message. */
export class ReplyWindowClosed extends Problem {
  readonly code = 'REPLY_WINDOW_CLOSED'
  /** Null when the customer has never written. */
  readonly closedAt: Date | null
  constructor(closedAt: Date | null) {
    super('replyWindowClosed', {})
    this.closedAt = closedAt
  }
}

/** The bot has handed the ticket to a person. */
export class BotMuted extends Problem {
  readonly code = 'BOT_MUTED'
  constructor() {
    super('botMuted', {})
  }
}

export type HoldReason = 'OTHER_WORKER' | 'EARLIER_MESSAGE' | 'BACK_OFF' | 'ATTACHMENTS'

/** The message may not be sent to the platform now, by this worker. */
export class LeaseHeld extends Problem {
  readonly code = 'LEASE_HELD'
  readonly reason: HoldReason
  readonly retryAfterSeconds: number
  constructor(reason: HoldReason, retryAfterSeconds: number) {
    super(...([`leaseHeld.${reason}`, { retryAfterSeconds }] as Said))
    this.reason = reason
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** Somebody else has taken the message on since, or nobody ever did. */
export class LeaseLost extends Problem {
  readonly code = 'LEASE_LOST'
  constructor(inputPath: readonly string[]) {
    super('leaseLost', {}, inputPath)
  }
}

/** The message was sent already, or failed for good. */
export class AlreadyHandled extends Problem {
  readonly code = 'ALREADY_HANDLED'
  readonly status: OutboundStatus
  constructor(status: OutboundStatus) {
    super('alreadyHandled', { status })
    this.status = status
  }
}

/** A bot took the message on and never told what became of it. */
export class DeliveryUnconfirmed extends Problem {
  readonly code = 'DELIVERY_UNCONFIRMED'
  constructor() {
    super('deliveryUnconfirmed', {})
  }
}
