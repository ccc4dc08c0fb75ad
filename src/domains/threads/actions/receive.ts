import type { CustomerViewer, ServiceViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import type { Channel, Language, Topic } from '../../../core/prisma/enums.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import type { Desk } from '../../../events/desk.ts'
import { transact } from '../../../events/transact.ts'
import { assertChannelOn } from '../../channels/actions.ts'
import { channelCustomer } from '../../customers/actions/channel-identities.ts'
import type { Enclosures } from '../../messages/actions/enclose.ts'
import { checkMessage, enclose } from '../../messages/actions/enclose.ts'
import { linkByText } from '../../messages/actions/intake.ts'
import { createTicket } from '../../messages/actions/open.ts'
import { landingTicket } from '../../messages/actions/send.ts'
import type { Written } from '../../messages/actions/write.ts'
import { writeMessage } from '../../messages/actions/write.ts'
import { deriveSubject } from '../../messages/rules.ts'
import { lockTicket } from '../../tickets/actions/lock.ts'
import { digestReceived } from '../rules.ts'
import { receiveEdit } from './edit.ts'
import { claimInbound } from './inbound.ts'

export interface ReceiveInput {
  readonly channel: Channel
  readonly account: string
  readonly externalId: string
  readonly conversationId: string
  readonly senderId: string
  readonly senderName: string | null
  readonly text: string
  readonly sentAt: Date | null
  readonly editOf: string | null
  readonly topic: Topic
  readonly language: Language
  /** Undefined when it carries nothing beside its words. */
  readonly enclosures: Enclosures | undefined
}

export interface Received extends Written {
  /** False when the same was received before. */
  readonly isNew: boolean
}

/** The customer on whose behalf a bot writes. */
export function onBehalfOf(customerId: string, { claims, locale }: ServiceViewer): CustomerViewer {
  return { kind: 'customer', role: 'customer', customerId, claims, locale }
}

export const keyLimits = { account: 200, key: 200 } as const

/** @throws InvalidInput */
function checkReceived(input: ReceiveInput): ReceiveInput {
  const key = (name: 'account' | 'externalId' | 'conversationId' | 'senderId') =>
    checkText(input[name], [name], keyLimits.key)
  const isEdit = input.editOf !== null
  return {
    ...input,
    account: key('account'),
    externalId: key('externalId'),
    conversationId: key('conversationId'),
    senderId: key('senderId'),
    senderName: checkOptionalText(input.senderName, ['senderName'], textLimits.name),
    editOf: checkOptionalText(input.editOf, ['editOf'], keyLimits.key),
    // What a message is left with after its caption was taken away is known when the message is.
    text: isEdit && input.text.trim() === '' ? '' : checkMessage(input.text, input.enclosures),
  }
}

/**
 * Takes in what a customer wrote on a platform: a new message, or the edit of one. Any number of deliveries of one key,
 * at once or after a crash, give the one message; the first in a conversation opens a ticket, the others go on in it.
 * @throws ChannelClosed
 * @throws IdempotencyConflict
 */
export async function receiveMessage(
  desk: Desk,
  viewer: ServiceViewer,
  given: ReceiveInput,
): Promise<Received> {
  const input = checkReceived(given)
  const { channel, account, conversationId, senderId, text, editOf, enclosures } = input
  const digest = digestReceived([conversationId, senderId, text, editOf, enclosures ?? null])
  return await transact(desk, async (tx) => {
    const known = await claimInbound(tx, { ...input, digest })
    if (known !== null) return { ...known, eventId: 0n, isNew: false }
    await assertChannelOn(tx, channel)
    const person = { channel, externalId: senderId, name: input.senderName, language: input.language }
    const customer = onBehalfOf(await channelCustomer(tx, person), viewer)
    const threadId = await touchThread(tx, input)
    const written =
      editOf === null
        ? await write(tx, desk, { viewer, customer, threadId, digest, input })
        : await receiveEdit(tx, customer, { ...input, editOf })
    await tx.inbound.update({
      where: { channel_account_externalId: { channel, account, externalId: input.externalId } },
      data: { messageId: written.messageId },
    })
    return { ...written, isNew: true }
  })
}

/** The platform's conversation, made at its first message. The reply window counts from the newest. */
async function touchThread(
  tx: Tx,
  { channel, account, conversationId, sentAt }: ReceiveInput,
): Promise<string> {
  const present = now()
  // A clock that is ahead must not keep the window open for longer.
  const at = sentAt === null || sentAt > present ? present : sentAt
  const [thread] = await tx.$queryRaw<{ id: string }[]>`
    insert into threads (id, channel, account, external_id, last_inbound_at)
    values (${newId()}::uuid, ${channel}::channel, ${account}, ${conversationId}, ${at})
    on conflict (channel, account, external_id) do update
      set last_inbound_at = greatest(threads.last_inbound_at, excluded.last_inbound_at)
    returning id`
  if (thread === undefined) throw new Error('an insert that returns its id returned none')
  return thread.id
}

interface Writing {
  readonly viewer: ServiceViewer
  readonly customer: CustomerViewer
  readonly threadId: string
  readonly digest: Uint8Array<ArrayBuffer>
  readonly input: ReceiveInput
}

async function write(tx: Tx, desk: Desk, writing: Writing): Promise<Written> {
  const { viewer, customer, threadId, digest, input } = writing
  const ticket = await ticketOf(tx, writing)
  // Answers go to where the customer wrote last.
  await tx.ticketThread.upsert({
    where: { ticketId: ticket.id },
    create: { ticketId: ticket.id, threadId },
    update: { threadId },
  })
  const written = await writeMessage(tx, desk, customer, ticket, {
    text: input.text,
    requestedTicketId: ticket.id,
    clientMessageId: null,
    digest,
    sentAt: input.sentAt,
    keepOpen: false,
  })
  if (input.enclosures !== undefined) await enclose(tx, viewer, ticket, written.messageId, input.enclosures)
  await linkByText(tx, ticket, input.text)
  return written
}

/** The ticket the customer goes on in, locked: the newest on this account, or where that one goes on; else a new one. */
async function ticketOf(tx: Tx, { customer, input }: Writing): Promise<Ticket> {
  const { channel, account, text, topic, language } = input
  const { customerId } = customer
  const newest = await tx.ticket.findFirst({
    where: { customerId, thread: { thread: { channel, account } } },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  if (newest !== null) {
    return await landingTicket(tx, customer, await lockTicket(tx, customer, newest.id, 'senderId'))
  }
  return await createTicket(tx, customer, {
    customerId,
    subject: deriveSubject(text),
    topic,
    channel,
    language,
  })
}
