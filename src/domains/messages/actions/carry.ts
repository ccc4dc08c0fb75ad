import { hasScope } from '../../../auth/scopes.ts'
import type { KnownViewer } from '../../../auth/viewer.ts'
import { BotMuted, ChannelClosed, ReplyWindowClosed } from '../../../core/channel-problems.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import type { Channel } from '../../../core/prisma/enums.ts'
import { NotFound } from '../../../core/problems.ts'
import { viewerKey } from '../../../events/acting.ts'
import { mayCarry } from '../../channels/policy.ts'
import { replyWindowAt } from '../../channels/rules.ts'
import { lockTicket } from '../../tickets/actions/lock.ts'

/**
 * A ticket that the viewer may see, or that is of a channel the bot carries, locked: bots answer first without seeing
 * any other ticket.
 * @throws NotFound
 */
export async function lockCarried(
  tx: Tx,
  viewer: KnownViewer,
  ticketId: string | null,
  path: string,
): Promise<Ticket> {
  if (viewer.kind !== 'service' || ticketId === null || hasScope(viewer, 'tickets:write')) {
    return await lockTicket(tx, viewer, ticketId, path)
  }
  const carried = await tx.ticketThread.findUnique({
    where: { ticketId },
    select: { thread: { select: { channel: true } } },
  })
  if (carried === null || !mayCarry(viewer, carried.thread.channel)) throw new NotFound(path)
  return await lockTicket(tx, viewer, ticketId, path, {})
}

interface Carrying {
  readonly channel: Channel
  readonly isEnabled: boolean
  readonly windowSeconds: number | null
  readonly lastInboundAt: Date | null
  readonly mutedService: string | null
}

/**
 * Whether a public message may be written into a locked ticket: its channel is on, the platform still allows an answer,
 * and a bot has not handed it over. What goes to a platform is under that platform's rules, whatever the ticket began on.
 * @throws ChannelClosed
 * @throws ReplyWindowClosed
 * @throws BotMuted
 */
export async function assertChannelTakes(
  tx: Tx,
  viewer: KnownViewer,
  { id, channel }: Pick<Ticket, 'id' | 'channel'>,
): Promise<void> {
  const [found] = await tx.$queryRaw<Carrying[]>`
    select settings.channel, settings.is_enabled as "isEnabled", settings.reply_window_seconds as "windowSeconds",
      case when settings.reply_window_seconds is not null then coalesce(threads.last_inbound_at,
        (select max(created_at) from messages where ticket_id = ${id}::uuid and author_kind = 'CUSTOMER'))
      end as "lastInboundAt",
      (select service from bot_hand_offs where ticket_id = ${id}::uuid and resumed_at is null) as "mutedService"
    from (select 1) as one
    left join ticket_threads on ticket_threads.ticket_id = ${id}::uuid
    left join threads on threads.id = ticket_threads.thread_id
    join channel_settings as settings on settings.channel = coalesce(threads.channel, ${channel}::channel)`
  if (found === undefined) throw new Error(`the channel ${channel} has no settings: a migration is missing`)
  if (!found.isEnabled) throw new ChannelClosed(found.channel)
  if (viewer.kind === 'customer') return
  if (viewer.kind === 'service' && found.mutedService === viewerKey(viewer)) throw new BotMuted()
  const window = replyWindowAt(found.windowSeconds, found.lastInboundAt, now())
  if (window?.isOpen === false) throw new ReplyWindowClosed(window.closesAt)
}

/** A ticket that goes on in another one is answered where it came from, unless that one has a place already. */
export async function passThread(tx: Tx, fromTicketId: string, intoTicketId: string): Promise<void> {
  await tx.$executeRaw`
    insert into ticket_threads (ticket_id, thread_id)
    select ${intoTicketId}::uuid, thread_id from ticket_threads where ticket_id = ${fromTicketId}::uuid
    on conflict do nothing`
}
