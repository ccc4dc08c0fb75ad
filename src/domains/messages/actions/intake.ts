import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Actor } from '../../../events/log.ts'
import { systemActor } from '../../../events/log.ts'
import { resolveLinks, setLinks } from '../../tickets/actions/link.ts'
import type { Links } from '../../tickets/links.ts'
import type { FoundObject } from '../intake/links.ts'
import { linksFromText, mayGainLinks } from '../intake/links.ts'
import { findReferences } from '../intake/references.ts'

/**
 * The links that a customer's text adds to those there are, or null. Only orders and parcels of the customer's own
 * are looked at, in one statement; none when the text names nothing.
 */
export async function linksInText(
  tx: Tx,
  customerId: string,
  present: Links,
  text: string,
): Promise<Links | null> {
  if (!mayGainLinks(present)) return null
  const references = findReferences(text)
  if (references.length === 0) return null
  const given = JSON.stringify(
    references.flatMap(({ spellings }, place) => spellings.map((spelling) => ({ spelling, place }))),
  )
  const found = await tx.$queryRaw<FoundObject[]>`
    with given as (select * from jsonb_to_recordset(${given}::jsonb) as given(spelling text, place int))
    select "orderId", "deliveryId" from (
      select given.place, deliveries.order_id as "orderId", deliveries.id as "deliveryId"
      from given join deliveries on deliveries.tracking_number = given.spelling
      where deliveries.customer_id = ${customerId}::uuid
      union all
      select given.place, orders.id, null from given join orders on orders.number = given.spelling
      where orders.customer_id = ${customerId}::uuid
    ) as found
    order by place, "deliveryId" nulls last`
  return linksFromText(present, found)
}

/** Links what a customer's message names to its ticket, in the name of the system. */
export async function linkByText(tx: Tx, ticket: Ticket, text: string): Promise<void> {
  const links = await linksInText(tx, ticket.customerId, ticket, text)
  if (links !== null) await setLinks(tx, systemActor, ticket, links)
}

/**
 * The links a new ticket begins with, and who made them: what its opener asks for, else what its words name.
 * @throws NotFound unless they are the customer's own
 * @throws InvalidInput
 */
export async function openingLinks(
  tx: Tx,
  viewer: KnownViewer,
  customerId: string,
  asked: { orderId?: string | null | undefined; deliveryId?: string | null | undefined; words: string },
): Promise<Links & { linkedBy: Actor }> {
  const change = { orderId: asked.orderId ?? undefined, deliveryId: asked.deliveryId ?? undefined }
  const links = await resolveLinks(tx, customerId, unlinked, change)
  if (links.orderId !== null) return { ...links, linkedBy: actorOf(viewer) }
  const found = await linksInText(tx, customerId, unlinked, asked.words)
  return { ...(found ?? unlinked), linkedBy: systemActor }
}

const unlinked: Links = { orderId: null, deliveryId: null }
