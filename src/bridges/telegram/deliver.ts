import type {
  DeliveryReportInput,
  OutboundMessageClaimMutation,
  OutboundPartsFragment,
} from '../../client/index.ts'
import type { Bridge } from './bridge.ts'
import { applyChange } from './change.ts'
import { Turns } from './lanes.ts'
import type { Part } from './parts.ts'
import { partsOf } from './parts.ts'
import { backOffMs, pause } from './retry.ts'
import type { Sent } from './send.ts'
import { isStillOurs, sendPart } from './send.ts'

type Claimed = OutboundMessageClaimMutation['outboundMessageClaim']
type Payload = Extract<Claimed, { readonly __typename: 'OutboundMessageClaimPayload' }>

const closedPauseSeconds = 30
const longestHoldSeconds = 5
/** So many messages are on their way at once; those that wait for something take nobody's turn. */
const turns = new Turns(16)
/**
 * What this process has begun to send and has not reported. A claim would give it the same lease again: it asks for
 * none, so that nothing goes out twice.
 */
const unreported = new Set<string>()

/** Takes a message on, sends it and tells what became of it, as often as the server says that it is to be tried. */
export async function deliver(bridge: Bridge, messageId: string): Promise<void> {
  const { stopping } = bridge
  while (!stopping.aborted) {
    const seconds = await turns.take(async () => await tryOnce(bridge, messageId))
    if (seconds === null) return
    await pause(seconds * 1_000, stopping)
  }
}

async function tryOnce(bridge: Bridge, messageId: string): Promise<number | null> {
  if (bridge.stopping.aborted || unreported.has(messageId)) return null
  const claimed = await bridge.desk.claim(messageId)
  const isOurs = claimed.__typename === 'OutboundMessageClaimPayload'
  return isOurs ? await sendAndReport(bridge, claimed) : pauseOf(bridge, messageId, claimed)
}

/** How long to wait before asking again; null when there is nothing to do. */
function pauseOf({ journal }: Bridge, messageId: string, claimed: Exclude<Claimed, Payload>): number | null {
  switch (claimed.__typename) {
    case 'LeaseHeld':
      if (claimed.reason === 'BACK_OFF') return claimed.retryAfterSeconds
      return Math.min(claimed.retryAfterSeconds, longestHoldSeconds)
    case 'ChannelClosed':
      return closedPauseSeconds
    case 'DeliveryUnconfirmed':
      journal.outgoing('left unconfirmed', messageId)
      return null
    default:
      return null
  }
}

async function sendAndReport(bridge: Bridge, { leaseToken, outbound }: Payload): Promise<number | null> {
  const { journal, desk } = bridge
  const { messageId } = outbound
  unreported.add(messageId)
  const sent = await sendAll(bridge, outbound)
  if (sent.kind === 'unknown') {
    // Nothing is reported: with the end of the lease the desk sees that nobody knows.
    journal.outgoing('unknown', messageId, sent.code)
    return null
  }
  const result = await desk.report({ messageId, leaseToken, ...reportOf(sent) })
  journal.outgoing(sent.kind, messageId, sent.kind === 'failed' ? sent.code : undefined)
  if (result.__typename !== 'DeliveryReportPayload') {
    journal.outgoing('report refused', messageId, result.__typename)
    return null
  }
  unreported.delete(messageId)
  const { status, isRetryable, nextAttemptAt } = result.outbound.delivery
  if (status === 'FAILED' && isRetryable === true) {
    return Math.max(0, Date.parse(nextAttemptAt ?? '') - Date.now() || 0) / 1_000 + 0.1
  }
  if (sent.kind === 'sent' && (result.isOutdated || result.outbound.redactedAt !== null)) {
    await applyChange(bridge, messageId)
  }
  return null
}

type Outcome = { readonly kind: 'sent'; readonly externalIds: string[] } | Exclude<Sent, { kind: 'sent' }>

function reportOf(
  sent: Exclude<Outcome, { kind: 'unknown' }>,
): Omit<DeliveryReportInput, 'messageId' | 'leaseToken'> {
  if (sent.kind === 'sent') return { status: 'SENT', externalIds: sent.externalIds }
  const { code, isRetryable, retryAfterSeconds } = sent
  return { status: 'FAILED', code, isRetryable, retryAfterSeconds: Math.min(retryAfterSeconds, 3_600) }
}

const failed = (code: string): Outcome => ({ kind: 'failed', code, isRetryable: false, retryAfterSeconds: 0 })

const maxTries = 10

/** Sends all parts, each as often as it surely was not. Once one is out the message is not tried as a whole again. */
async function sendAll(bridge: Bridge, outbound: OutboundPartsFragment): Promise<Outcome> {
  const parts = partsOf(outbound)
  if (parts.length === 0) return failed(outbound.redactedAt === null ? 'EMPTY' : 'REDACTED')
  const externalIds: string[] = []
  for (const part of parts) {
    const isFirst = externalIds.length === 0
    if (!isFirst && !(await isStillOurs(bridge, outbound))) return leaseLost
    const sent = await insist(bridge, outbound, part, isFirst)
    if (sent.kind === 'unknown') return sent
    if (sent.kind === 'failed') return isFirst ? sent : failed('PARTIAL')
    externalIds.push(sent.externalId)
  }
  return { kind: 'sent', externalIds }
}

const leaseLost = { kind: 'unknown', code: 'LEASE_LOST' } as const

async function insist(
  bridge: Bridge,
  outbound: OutboundPartsFragment,
  part: Part,
  mayGiveBack: boolean,
): Promise<Sent> {
  const { stopping, ending, leaseSeconds } = bridge
  const signal = mayGiveBack ? stopping : ending
  for (let tries = 1; ; tries++) {
    const sent = await sendPart(bridge, outbound, part)
    if (sent.kind !== 'failed' || !sent.isRetryable || tries === maxTries) return sent
    // Opora waits better than a lease does.
    if (mayGiveBack && (sent.retryAfterSeconds > leaseSeconds / 3 || signal.aborted)) return sent
    if (!(await hold(bridge, outbound, backOffMs(tries - 1, sent.retryAfterSeconds * 1_000), signal)))
      return leaseLost
    if (signal.aborted) return sent
  }
}

/** Waits, and keeps the lease meanwhile; false when it is lost. */
async function hold(
  bridge: Bridge,
  outbound: OutboundPartsFragment,
  milliseconds: number,
  signal: AbortSignal,
): Promise<boolean> {
  const slice = (bridge.leaseSeconds * 1_000) / 3
  for (let left = milliseconds; left > 0; left -= slice) {
    await pause(Math.min(left, slice), signal)
    if (signal.aborted) return true
    if (!(await isStillOurs(bridge, outbound))) return false
  }
  return true
}
