import type { Issuers } from '../../../auth/tokens.ts'
import { TokenRefused } from '../../../auth/tokens.ts'
import type { CustomerViewer, Locale } from '../../../auth/viewer.ts'
import { newId } from '../../../core/ids.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkOptionalText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { moveKeys } from '../../../events/idempotency.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { guestSource, languages } from '../rules.ts'

/** A new guest: a customer without login, and a token that proves to be it. */
export async function startGuest(
  desk: Desk,
  issuers: Issuers,
  input: { name: string | null; locale: Locale },
): Promise<{ customerId: string; token: string; expiresAt: Date }> {
  const name = checkOptionalText(input.name, ['name'], textLimits.name)
  const customerId = newId()
  await transact(desk, async (tx) => {
    await tx.customer.create({
      data: {
        id: customerId,
        name,
        locale: languages[input.locale],
        isGuest: true,
        identities: {
          create: { id: newId(), source: guestSource, externalId: customerId, isVerified: true },
        },
      },
    })
  })
  const { token, expiresAt } = await issuers.guests.sign(customerId, { locale: input.locale, name })
  return { customerId, token, expiresAt }
}

/** Reads a guest's id out of its token. */
async function guestOf(issuers: Issuers, token: string): Promise<string> {
  const claims = await issuers.verify(token).catch((error: unknown) => {
    if (error instanceof TokenRefused) throw new InvalidInput('guestToken', ['guestToken'])
    throw error
  })
  if (claims.role !== 'guest') throw new InvalidInput('guestToken', ['guestToken'])
  return claims.subject
}

/**
 * Joins a guest to the logged-in customer, proven by the guest's token: its tickets move over, its token ends.
 * The merge is a link with its facts in the log, so that it can be taken back. Linking again changes nothing.
 */
export async function linkGuest(
  desk: Desk,
  issuers: Issuers,
  viewer: CustomerViewer,
  guestToken: string,
): Promise<{ customerId: string; ticketIds: string[]; eventId: bigint | null }> {
  const guestId = await guestOf(issuers, guestToken)
  const intoId = viewer.customerId
  return await transact(desk, async (tx) => {
    // FOR UPDATE waits for tickets the guest is opening right now, and makes later ones see the link.
    await tx.$queryRaw`
      select id from customers where id in (${guestId}::uuid, ${intoId}::uuid) order by id for update`
    const guest = await tx.customer.findUnique({ where: { id: guestId } })
    if (guest === null || guest.erasedAt !== null) throw new NotFound('guestToken')
    // Erased by the desk this very moment: nobody is this customer any more.
    const into = await tx.customer.findUniqueOrThrow({ where: { id: intoId }, select: { erasedAt: true } })
    if (into.erasedAt !== null) throw new NotFound()
    if (guest.mergedIntoId === intoId) return { customerId: intoId, ticketIds: [], eventId: null }
    if (guest.mergedIntoId !== null) throw new InvalidInput('taken', ['guestToken'])
    const tickets = await tx.$queryRaw<{ id: string }[]>`
      select id from tickets where customer_id = ${guestId}::uuid order by id for update`
    await tx.customer.update({ where: { id: guestId }, data: { mergedIntoId: intoId } })
    await tx.ticket.updateMany({ where: { customerId: guestId }, data: { customerId: intoId } })
    await tx.attachment.updateMany({ where: { customerId: guestId }, data: { customerId: intoId } })
    await tx.$executeRaw`
      update read_markers set reader_id = ${intoId}::uuid
      where reader_id = ${guestId}::uuid and ticket_id = any(${tickets.map(({ id }) => id)}::uuid[])`
    await moveKeys(tx, { customerId: guestId }, { customerId: intoId })
    const actor = actorOf(viewer)
    let eventId = await append(tx, 'customer.linked', actor, { customerId: guestId }, { intoId })
    for (const { id } of tickets) {
      eventId = await append(
        tx,
        'ticket.linked',
        actor,
        { ticketId: id, customerId: intoId },
        { fromCustomerId: guestId },
      )
    }
    return { customerId: intoId, ticketIds: tickets.map(({ id }) => id), eventId }
  })
}
