import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Priority, Topic } from '../../../core/prisma/enums.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { sideOf } from '../policy.ts'
import * as rules from '../rules.ts'
import type { OnTicket, TicketChange } from './lock.ts'
import { lockTicket } from './lock.ts'

export interface TicketUpdate extends OnTicket {
  readonly subject: string | null
  readonly priority: Priority | null
  readonly topic: Topic | null
  readonly language: 'RU' | 'EN' | null
  readonly tags: readonly string[] | null
}

/** Changes what a ticket is about. Only priority and topic count as a new version. */
export async function updateTicket(
  desk: Desk,
  viewer: KnownViewer,
  input: TicketUpdate,
): Promise<TicketChange> {
  const tags = input.tags === null ? null : checkTags(input.tags)
  const subject = input.subject === null ? null : checkText(input.subject, ['subject'], textLimits.subject)
  return await transact(desk, async (tx) => {
    const ticket = await lockTicket(tx, viewer, input.ticketId, 'ticketId')
    rules.assertVersion(ticket, input.expectedVersion)
    rules.nextStatus(ticket.status, 'UPDATE', sideOf(viewer))
    const { priority, topic, language } = input
    const given = Object.entries({ subject, priority, topic, language, tags }).filter(
      ([, value]) => value !== null,
    )
    const counts = priority !== null || topic !== null
    const updated = await tx.ticket.update({
      where: { id: ticket.id },
      data: { ...Object.fromEntries(given), ...(counts ? { version: { increment: 1 } } : {}) },
    })
    const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
    const fields = given.map(([field]) => field).filter((field) => field !== 'tags')
    const facts = { fields, priority: updated.priority, topic: updated.topic }
    // Labels are the desk's own matter: buyers learn nothing of them, not even that they changed.
    const eventId =
      tags !== null && fields.length === 0
        ? await append(tx, 'ticket.tagged', actorOf(viewer), subjects, {})
        : await append(tx, 'ticket.updated', actorOf(viewer), subjects, facts)
    return { ticketId: ticket.id, eventId }
  })
}

function checkTags(tags: readonly string[]): string[] {
  if (tags.length > rules.maxTags) throw new InvalidInput('tooMany', ['tags'], { max: rules.maxTags })
  return [...new Set(tags.map((tag, index) => checkText(tag, ['tags', String(index)], textLimits.tag)))]
}
