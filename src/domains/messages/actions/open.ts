import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Channel, Language, Priority, Topic } from '../../../core/prisma/enums.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { once } from '../../../events/idempotency.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { visibleCustomers } from '../../customers/policy.ts'
import { checkClientMessageId, deriveSubject, digestBody } from '../rules.ts'
import type { Written } from './write.ts'
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
  readonly clientMessageId: string | null
  readonly idempotencyKey: string | null
}

/**
 * Opens a ticket with its first message. A buyer opens for themself; the desk and bots say for whom. Retries with
 * one `idempotencyKey` open one ticket.
 */
export async function openTicket(desk: Desk, viewer: KnownViewer, input: OpenInput): Promise<Written> {
  const text = checkText(input.text, ['text'], textLimits.message)
  const subject = checkOptionalText(input.subject, ['subject'], textLimits.subject) ?? deriveSubject(text)
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  const clientMessageId = checkClientMessageId(input.clientMessageId)
  if (viewer.kind === 'customer' && input.priority !== null) throw new InvalidInput('forbidden', ['priority'])
  const { topic, channel, language, priority } = input
  return await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'ticketOpen', { key, input }, async () => {
      const customerId = await openingCustomer(tx, viewer, input.customerId)
      const ticket = await tx.ticket.create({
        data: {
          id: newId(),
          customerId,
          subject,
          topic,
          channel,
          language,
          ...(priority === null ? {} : { priority }),
          lastActivityAt: now(),
        },
      })
      const subjects = { ticketId: ticket.id, customerId }
      await append(tx, 'ticket.opened', actorOf(viewer), subjects, { topic, channel, predecessorId: null })
      const digest = Uint8Array.from(digestBody({ kind: 'TEXT', text, keepOpen: false }))
      const draft = {
        text,
        clientMessageId,
        digest,
        requestedTicketId: ticket.id,
        sentAt: null,
        keepOpen: false,
      }
      const written = await writeMessage(tx, desk, viewer, ticket, draft)
      return { ...written, eventId: String(written.eventId) }
    })
    return { ...stored, eventId: BigInt(stored.eventId) }
  })
}

/** FOR SHARE: a guest being linked right now is either linked before (and refused here) or sees this ticket. */
async function openingCustomer(
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
  if (customer === null || (viewer.kind === 'customer' && customer.mergedIntoId !== null)) {
    throw new NotFound('customerId')
  }
  return customer.mergedIntoId ?? customer.id
}
