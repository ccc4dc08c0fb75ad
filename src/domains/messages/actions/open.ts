import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Prisma, Ticket } from '../../../core/prisma/client.ts'
import type { Channel, Language, Priority, Topic } from '../../../core/prisma/enums.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkOptionalText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { once } from '../../../events/idempotency.ts'
import type { Actor } from '../../../events/log.ts'
import { append, systemActor } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { assertChannelOn } from '../../channels/actions.ts'
import { visibleCustomers } from '../../customers/policy.ts'
import { appendLinks } from '../../tickets/actions/link.ts'
import { lockTicket } from '../../tickets/actions/lock.ts'
import { checkClientMessageId, deriveSubject, digestBody } from '../rules.ts'
import { passThread } from './carry.ts'
import type { Enclosures } from './enclose.ts'
import { checkMessage } from './enclose.ts'
import { openingLinks } from './intake.ts'
import type { Draft, Written } from './write.ts'
import { writeMessage } from './write.ts'

export interface OpenInput {
  /** Undefined: the viewer is the customer. Null: an id of wrong shape. */
  readonly customerId: string | null | undefined
  readonly subject: string | null
  readonly text: string
  readonly topic: Topic
  readonly channel: Channel
  readonly language: Language
  readonly priority: Priority | null
  /** Left out or null: what the words name is linked. */
  readonly orderId?: string | null | undefined
  readonly deliveryId?: string | null | undefined
  readonly clientMessageId: string | null
  readonly idempotencyKey: string | null
  /** Undefined when the first message carries nothing beside its words. */
  readonly enclosures?: Enclosures | undefined
}

/**
 * Opens a ticket with its first message. A buyer opens for themself; the desk and bots say for whom. Retries with
 * one `idempotencyKey` open one ticket.
 */
export async function openTicket(desk: Desk, viewer: KnownViewer, input: OpenInput): Promise<Written> {
  const { enclosures } = input
  const text = checkMessage(input.text, enclosures)
  const subject = checkOptionalText(input.subject, ['subject'], textLimits.subject) ?? deriveSubject(text)
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  const clientMessageId = checkClientMessageId(input.clientMessageId)
  if (viewer.kind === 'customer' && input.priority !== null) throw new InvalidInput('forbidden', ['priority'])
  const { topic, channel, language, priority } = input
  return await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'ticketOpen', { key, input }, async () => {
      await assertChannelOn(tx, channel)
      const customerId = await openingCustomer(tx, viewer, input.customerId)
      const asked = { ...input, words: `${input.subject ?? ''}\n${text}` }
      const { linkedBy, ...links } = await openingLinks(tx, viewer, customerId, asked)
      const columns = {
        customerId,
        ...links,
        subject,
        topic,
        channel,
        language,
        ...(priority === null ? {} : { priority }),
      }
      const ticket = await createTicket(tx, viewer, columns, linkedBy)
      const draft = openingDraft(ticket.id, { text, clientMessageId, enclosures })
      const written = await writeMessage(tx, desk, viewer, ticket, draft)
      return { ...written, eventId: String(written.eventId) }
    })
    // A retry is answered like any read: what has left the viewer's sight since is not shown for it.
    await lockTicket(tx, viewer, stored.ticketId, 'idempotencyKey')
    return { ...stored, eventId: BigInt(stored.eventId) }
  })
}

function openingDraft(
  requestedTicketId: string,
  first: Pick<Draft, 'text' | 'clientMessageId' | 'enclosures'>,
): Draft {
  const digest = Uint8Array.from(digestBody({ ...first, kind: 'TEXT', keepOpen: false }))
  return { ...first, digest, requestedTicketId, sentAt: null, keepOpen: false }
}

/** A new ticket and its event; its first message is written after it. */
export async function createTicket(
  tx: Tx,
  viewer: KnownViewer,
  columns: Omit<Prisma.TicketUncheckedCreateInput, 'id' | 'lastActivityAt'>,
  linkedBy: Actor = systemActor,
): Promise<Ticket> {
  const ticket = await tx.ticket.create({ data: { id: newId(), lastActivityAt: now(), ...columns } })
  const { id: ticketId, customerId, topic, channel, predecessorId } = ticket
  // A matter that goes on is answered where it came from.
  if (predecessorId !== null) await passThread(tx, predecessorId, ticketId)
  const facts = { topic, channel, predecessorId }
  await append(tx, 'ticket.opened', actorOf(viewer), { ticketId, customerId }, facts)
  if (ticket.orderId !== null) await appendLinks(tx, linkedBy, ticket)
  return ticket
}

/** FOR SHARE: a guest being linked right now is either linked before (and refused here) or sees this ticket. */
export async function openingCustomer(
  tx: Tx,
  viewer: KnownViewer,
  given: string | null | undefined,
): Promise<string> {
  if (viewer.kind === 'customer') {
    if (given !== undefined && given !== viewer.customerId)
      throw new InvalidInput('forbidden', ['customerId'])
  } else if (given === undefined) {
    throw new InvalidInput('required', ['customerId'])
  }
  const customerId = viewer.kind === 'customer' ? viewer.customerId : given
  if (customerId == null) throw new NotFound('customerId')
  await tx.$queryRaw`select 1 from customers where id = ${customerId}::uuid for share`
  const customer = await tx.customer.findFirst({
    where: { AND: [{ id: customerId }, visibleCustomers(viewer)] },
  })
  const isNobody =
    customer?.erasedAt !== null || (viewer.kind === 'customer' && customer.mergedIntoId !== null)
  if (isNobody) throw new NotFound('customerId')
  return customer.mergedIntoId ?? customer.id
}
