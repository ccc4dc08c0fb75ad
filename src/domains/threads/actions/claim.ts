import type { ServiceViewer } from '../../../auth/viewer.ts'
import { LeaseHeld } from '../../../core/channel-problems.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Outbound } from '../../../core/prisma/client.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkText } from '../../../core/text.ts'
import type { Desk } from '../../../events/desk.ts'
import { setDue } from '../../../events/due.ts'
import { systemActor } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { assertChannelOn } from '../../channels/actions.ts'
import * as rules from '../rules.ts'
import { appendDelivery, lockOutbound } from './outbound.ts'
import { keyLimits } from './receive.ts'

export interface ClaimInput {
  readonly messageId: string | null
  readonly account: string
  readonly worker: string
  readonly leaseSeconds: number
  /** The bot has looked at the platform: the message of a lease that ended without a report is not there. */
  readonly isKnownUnsent: boolean
}

export interface Claimed {
  readonly messageId: string
  readonly leaseToken: string
  readonly leaseUntil: Date
  readonly eventId: null
}

/**
 * Takes a message on: whoever has the lease sends it, nobody else does. Messages of a conversation go out in their
 * order, so that the next one waits for those before it.
 */
export async function claimOutbound(desk: Desk, viewer: ServiceViewer, input: ClaimInput): Promise<Claimed> {
  const { messageId } = input
  const account = checkText(input.account, ['account'], keyLimits.account)
  const worker = checkText(input.worker, ['worker'], keyLimits.key)
  const { min, max } = rules.leaseSeconds
  if (input.leaseSeconds < min || input.leaseSeconds > max) {
    throw new InvalidInput('range', ['leaseSeconds'], { min, max })
  }
  if (messageId === null) throw new NotFound('messageId')
  return await transact(desk, async (tx) => {
    const row = await lockOutbound(tx, viewer, { messageId }, { account, path: ['messageId'] })
    const at = now()
    const kind = rules.assertClaimable(row, { worker, isKnownUnsent: input.isKnownUnsent }, at)
    await assertSendable(tx, row, at)
    const leaseToken = kind === 'renewed' && row.leaseToken !== null ? row.leaseToken : newId()
    const leaseUntil = new Date(at.getTime() + input.leaseSeconds * 1_000)
    await tx.outbound.update({
      where: { messageId },
      data: {
        status: 'SENDING',
        leaseToken,
        leaseWorker: worker,
        leaseUntil,
        ...(kind === 'new' ? { ...taken, claimedAt: at } : {}),
      },
    })
    await setDue(tx, 'outbound.lease', messageId, leaseUntil)
    return { messageId, leaseToken, leaseUntil, eventId: null }
  })
}

const taken = { attemptCount: { increment: 1 }, nextAttemptAt: null, failureCode: null, isRetryable: null }

/** @throws ChannelClosed, LeaseHeld */
async function assertSendable(tx: Tx, { threadId, place, messageId }: Outbound, at: Date): Promise<void> {
  const thread = await tx.thread.findUniqueOrThrow({ where: { id: threadId }, select: { channel: true } })
  await assertChannelOn(tx, thread.channel)
  const earlier = await tx.outbound.count({
    where: {
      threadId,
      place: { lt: place },
      OR: [
        { status: 'PENDING' },
        { status: 'SENDING', leaseUntil: { gt: at } },
        { status: 'FAILED', isRetryable: true },
      ],
    },
  })
  if (earlier > 0) throw new LeaseHeld('EARLIER_MESSAGE', 1)
  const scanned = await tx.attachment.count({ where: { messageId, status: 'PENDING' } })
  if (scanned > 0) throw new LeaseHeld('ATTACHMENTS', 2)
}

/** A lease has ended and nobody told what became of the message: the desk must know, and it is not sent again by itself. */
export async function endLease(tx: Tx, messageId: string): Promise<void> {
  await tx.$queryRaw`select 1 from outbounds where message_id = ${messageId}::uuid for update`
  const row = await tx.outbound.findUnique({ where: { messageId } })
  if (row?.status !== 'SENDING' || !rules.isUnconfirmed(row, now())) return
  await tx.outbound.update({ where: { messageId }, data: { status: 'UNCONFIRMED' } })
  await appendDelivery(tx, systemActor, row, 'UNCONFIRMED')
}

export const threadTimers = { 'outbound.lease': endLease }
