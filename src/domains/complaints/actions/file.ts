import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import type { Channel, ComplaintAbout, Language } from '../../../core/prisma/enums.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { setDue } from '../../../events/due.ts'
import { once } from '../../../events/idempotency.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { createTicket, openingCustomer } from '../../messages/actions/open.ts'
import { deriveSubject } from '../../messages/rules.ts'
import { resolveLinks } from '../../tickets/actions/link.ts'
import { lockTicket } from '../../tickets/actions/lock.ts'
import { sideOf } from '../../tickets/policy.ts'
import { nextStatus } from '../../tickets/rules.ts'
import { complaintsPolicy } from '../policy-data.ts'
import { afterDays } from '../rules.ts'
import { writeInto } from './conversation.ts'
import type { ComplaintChange } from './lock.ts'
import { lockComplaint } from './lock.ts'

export interface ComplaintInput {
  /** Undefined: the viewer, or the customer of the ticket. Null: an id of wrong shape. */
  readonly customerId: string | null | undefined
  /** Undefined: a new ticket is opened. Null: an id of wrong shape. */
  readonly ticketId: string | null | undefined
  readonly orderId: string | undefined
  readonly deliveryId: string | undefined
  readonly about: ComplaintAbout
  readonly subject: string | null
  readonly text: string
  readonly channel: Channel
  readonly language: Language
  readonly idempotencyKey: string | null
}

/**
 * Files a complaint: in a ticket that is there, or in a new one, with what the customer says as its message. The
 * clock of the answer starts by the policy that holds now. Retries with one `idempotencyKey` file one complaint.
 */
export async function fileComplaint(
  desk: Desk,
  viewer: KnownViewer,
  input: ComplaintInput,
): Promise<ComplaintChange> {
  const text = checkText(input.text, ['text'], textLimits.message)
  const subject = checkOptionalText(input.subject, ['subject'], textLimits.subject) ?? deriveSubject(text)
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  return await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'complaintFile', { key, input }, async () => {
      const ticket =
        input.ticketId === undefined
          ? await openTicketFor(tx, viewer, { ...input, subject })
          : await ticketFor(tx, viewer, input, input.ticketId)
      // Whoever files it for the customer does not hand the ticket over by it: the desk has to act.
      await writeInto(tx, desk, viewer, ticket, { text, keepOpen: true })
      return await writeComplaint(tx, viewer, ticket, input)
    })
    // A retry is answered like any read: what has left the viewer's sight since is not shown for it.
    await lockComplaint(tx, viewer, stored.complaintId, 'idempotencyKey')
    return { complaintId: stored.complaintId, eventId: BigInt(stored.eventId) }
  })
}

async function openTicketFor(
  tx: Tx,
  viewer: KnownViewer,
  input: ComplaintInput & { subject: string },
): Promise<Ticket> {
  const customerId = await openingCustomer(tx, viewer, input.customerId)
  const links = await resolveLinks(tx, customerId, noLinks, input)
  const { subject, channel, language } = input
  return await createTicket(
    tx,
    viewer,
    { customerId, ...links, subject, topic: 'COMPLAINT', channel, language },
    actorOf(viewer),
  )
}
const noLinks = { orderId: null, deliveryId: null }

/** The ticket that is there, if it is the customer's, goes on, and has no complaint yet. */
async function ticketFor(
  tx: Tx,
  viewer: KnownViewer,
  { customerId }: ComplaintInput,
  ticketId: string | null,
): Promise<Ticket> {
  const ticket = await lockTicket(tx, viewer, ticketId, 'ticketId')
  if (viewer.kind === 'customer' && customerId !== undefined && customerId !== viewer.customerId) {
    throw new InvalidInput('forbidden', ['customerId'])
  }
  if (customerId !== undefined && customerId !== ticket.customerId) throw new NotFound('customerId')
  nextStatus(ticket.status, 'REPLY', sideOf(viewer))
  if ((await tx.complaint.count({ where: { ticketId: ticket.id } })) > 0) {
    throw new InvalidInput('hasComplaint', ['ticketId'])
  }
  return ticket
}

async function writeComplaint(tx: Tx, viewer: KnownViewer, ticket: Ticket, input: ComplaintInput) {
  const { id: ticketId, customerId } = ticket
  const { about } = input
  const at = now()
  const { version, data } = await complaintsPolicy.at(tx, at)
  const answerDueAt = afterDays(at, data.answers[about].withinDays)
  const { id } = await tx.complaint.create({
    data: {
      id: newId(),
      customerId,
      ticketId,
      ...(await resolveLinks(tx, customerId, ticket, input)),
      about,
      policyVersionId: version.id,
      answerDueAt,
      createdAt: at,
    },
    select: { id: true },
  })
  await setDue(tx, 'complaint.answer', id, answerDueAt)
  const subjects = { ticketId, customerId }
  const eventId = await append(tx, 'complaint.filed', actorOf(viewer), subjects, { complaintId: id })
  return { complaintId: id, eventId: String(eventId) }
}
