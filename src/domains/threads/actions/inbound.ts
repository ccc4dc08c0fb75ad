import type { Tx } from '../../../core/database.ts'
import type { Channel } from '../../../core/prisma/enums.ts'
import { IdempotencyConflict } from '../../../core/problems.ts'

/** What a bot hands in, by the platform's key. */
export interface InboundKey {
  readonly channel: Channel
  readonly account: string
  readonly externalId: string
  readonly editOf: string | null
  readonly digest: Uint8Array<ArrayBuffer>
}

/**
 * Takes a key for this transaction; what it became when it was taken before. Two copies at once: the second waits for
 * the first's commit. What was redacted has no digest any more, so that nobody can guess it: its retries still find it.
 * @throws IdempotencyConflict
 */
export async function claimInbound(
  tx: Tx,
  { channel, account, externalId, editOf, digest }: InboundKey,
): Promise<{ messageId: string; ticketId: string } | null> {
  const claimed = await tx.$executeRaw`
    insert into inbounds (channel, account, external_id, digest, is_edit)
    values (${channel}::channel, ${account}, ${externalId}, ${digest}, ${editOf !== null}) on conflict do nothing`
  if (claimed === 1) return null
  const stored = await tx.inbound.findUniqueOrThrow({
    where: { channel_account_externalId: { channel, account, externalId } },
    include: { message: { select: { id: true, ticketId: true } } },
  })
  const isSame = stored.digest === null || Buffer.from(stored.digest).equals(digest)
  if (!isSame || stored.isEdit !== (editOf !== null)) throw new IdempotencyConflict('externalId')
  if (stored.message === null) throw new Error('a key that was taken before has no message')
  return { messageId: stored.message.id, ticketId: stored.message.ticketId }
}
