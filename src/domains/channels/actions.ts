import type { OperatorViewer } from '../../auth/viewer.ts'
import { ChannelClosed } from '../../core/channel-problems.ts'
import { now } from '../../core/clock.ts'
import type { Tx } from '../../core/database.ts'
import type { Channel } from '../../core/prisma/enums.ts'
import { Conflict, InvalidInput } from '../../core/problems.ts'
import { checkOptionalText } from '../../core/text.ts'
import { actorOf } from '../../events/acting.ts'
import type { Desk } from '../../events/desk.ts'
import { append } from '../../events/log.ts'
import { transact } from '../../events/transact.ts'
import type { Weekday } from './rules.ts'
import { checkSlots, checkTimeZone, maxReplyWindowSeconds } from './rules.ts'

export interface ChannelChange {
  readonly channel: Channel
  readonly expectedVersion: number | null
  /** What is left out stays as it is. */
  readonly isEnabled?: boolean
  readonly isAlwaysOpen?: boolean
  readonly timeZone?: string
  readonly slots?: readonly { weekday: Weekday; opensAt: string; closesAt: string }[]
  /** Null: the platform does not limit it. */
  readonly replyWindowSeconds?: number | null
  readonly replyWindowSource?: string | null
}

const maxSourceLength = 2_000

/** Changes how the desk keeps a channel. It counts at once. */
export async function updateChannel(desk: Desk, viewer: OperatorViewer, change: ChannelChange) {
  const { channel, expectedVersion } = change
  const slots = change.slots === undefined ? undefined : checkSlots(change.slots)
  const columns = columnsOf(change)
  return await transact(desk, async (tx) => {
    await tx.$queryRaw`select 1 from channel_settings where channel = ${channel}::channel for update`
    const present = await tx.channelSettings.findUniqueOrThrow({ where: { channel } })
    if (expectedVersion !== null && expectedVersion !== present.version) {
      throw new Conflict(present.version, null)
    }
    if (slots !== undefined) {
      await tx.channelSlot.deleteMany({ where: { channel } })
      await tx.channelSlot.createMany({ data: slots.map((slot) => ({ channel, ...slot })) })
    }
    const data = { ...columns, version: { increment: 1 }, updatedAt: now() }
    const { isEnabled } = await tx.channelSettings.update({ where: { channel }, data })
    const eventId = await append(tx, 'channel.updated', actorOf(viewer), {}, { channel, isEnabled })
    return { channel, eventId }
  })
}

function columnsOf(change: ChannelChange) {
  const { isEnabled, isAlwaysOpen, timeZone, replyWindowSeconds, replyWindowSource } = change
  if (replyWindowSeconds != null && (replyWindowSeconds < 1 || replyWindowSeconds > maxReplyWindowSeconds)) {
    throw new InvalidInput('range', ['replyWindowSeconds'], { min: 1, max: maxReplyWindowSeconds })
  }
  return {
    ...(isEnabled === undefined ? {} : { isEnabled }),
    ...(isAlwaysOpen === undefined ? {} : { isAlwaysOpen }),
    ...(timeZone === undefined ? {} : { timeZone: checkTimeZone(timeZone) }),
    ...(replyWindowSeconds === undefined ? {} : { replyWindowSeconds }),
    ...(replyWindowSource === undefined
      ? {}
      : { replyWindowSource: checkOptionalText(replyWindowSource, ['replyWindowSource'], maxSourceLength) }),
  }
}

/** @throws ChannelClosed when the channel is switched off */
export async function assertChannelOn(tx: Tx, channel: Channel): Promise<void> {
  const { isEnabled } = await tx.channelSettings.findUniqueOrThrow({
    where: { channel },
    select: { isEnabled: true },
  })
  if (!isEnabled) throw new ChannelClosed(channel)
}
