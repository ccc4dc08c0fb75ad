import type { ServiceViewer } from '../../auth/viewer.ts'
import type { Channel } from '../../core/prisma/enums.ts'
import type { LogEvent } from '../../events/catalog.ts'
import type { Desk } from '../../events/desk.ts'
import { follow } from '../../events/follow.ts'
import type { Shared } from '../../events/shared.ts'
import type { StreamItem } from '../../events/streams.ts'
import { mayCarry } from '../channels/policy.ts'

/** What a bot has to know of a message of the desk: that it was written, changed, or removed. */
export const outboundTypes = ['message.sent', 'message.edited', 'message.redacted'] as const
export type OutboundType = (typeof outboundTypes)[number]

export interface OutboundStreamOptions {
  readonly channel: Channel
  readonly account: string
  readonly after: string | null
  /** Who is asking now. Throws when the token has ended. */
  readonly viewer: () => Promise<ServiceViewer>
  readonly signal: AbortSignal
}

/**
 * What the desk says in the conversations of one account of a platform, in the order of the log. A bot that no longer
 * carries the channel gets nothing more.
 */
export async function* followOutbound(
  desk: Desk,
  { channel, account, after, viewer, signal }: OutboundStreamOptions,
): AsyncGenerator<StreamItem, void, void> {
  const following = {
    topic: { kind: 'all' },
    after,
    withInternal: false,
    // A partner's rights end with the token.
    personId: null,
    see: async (event: LogEvent, shared: Shared) =>
      (await isOurs(desk, event, shared, { channel, account }))
        ? ({ kind: 'event', event, shared } as const)
        : null,
    seeAgain: async () => null,
    signal,
  } as const
  for await (const item of follow(desk, following)) {
    if (!mayCarry(await viewer(), channel)) return
    yield item
  }
}

interface Account {
  readonly channel: Channel
  readonly account: string
}

/** True for news of a message that goes to the account: one statement for all news of a batch. */
async function isOurs(desk: Desk, event: LogEvent, shared: Shared, account: Account): Promise<boolean> {
  const messageId = messageOf(event)
  if (messageId === null) return false
  const ours = await shared.once(`outbound ${JSON.stringify(account)}`, async () => {
    const ids = shared.events.flatMap((one) => messageOf(one) ?? [])
    const rows = await desk.database.prisma.outbound.findMany({
      where: { messageId: { in: [...new Set(ids)] }, thread: account },
      select: { messageId: true },
    })
    return new Set(rows.map((row) => row.messageId))
  })
  return ours.has(messageId)
}

function messageOf(event: LogEvent): string | null {
  if (!outboundTypes.some((type) => type === event.type)) return null
  if ('authorKind' in event.data && event.data.authorKind === 'CUSTOMER') return null
  return (event as LogEvent<OutboundType>).data.messageId
}
