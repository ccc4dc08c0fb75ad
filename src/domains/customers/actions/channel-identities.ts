import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Channel, Language } from '../../../core/prisma/enums.ts'

/** Somebody as a platform knows them. */
export interface ChannelPerson {
  readonly channel: Channel
  /** The platform's own key of the person, the same for all our accounts there. */
  readonly externalId: string
  readonly name: string | null
  readonly language: Language
}

/**
 * The customer behind a person of a platform, made at first sight and held locked, so that what the person sends at
 * once is taken one after the other. The platform vouches for its own key only: the identity is not verified, and no
 * name or number that was typed in joins it to anybody. No id is made from the platform's key: it would outlive an
 * erasure, and lead back to the person. Of two copies of a bot the one that is first with the key makes the customer.
 */
export async function channelCustomer(
  tx: Tx,
  { channel, externalId, name, language }: ChannelPerson,
): Promise<string> {
  const source = `channel:${channel}`
  const find = async () =>
    await tx.$queryRaw<{ id: string }[]>`
      select coalesce(customers.merged_into_id, customers.id) as id
      from customer_identities join customers on customers.id = customer_id
      where source = ${source} and customer_identities.external_id = ${externalId}`
  let [found] = await find()
  if (found === undefined) {
    const id = newId()
    await tx.customer.create({ data: { id, name, locale: language } })
    const isFirst = await tx.$executeRaw`
      insert into customer_identities (id, customer_id, source, external_id, is_verified)
      values (${newId()}::uuid, ${id}::uuid, ${source}, ${externalId}, false) on conflict do nothing`
    if (isFirst === 0) await tx.customer.delete({ where: { id } })
    ;[found] = await find()
  }
  if (found === undefined) throw new Error('an identity that was just made is not there')
  await tx.$queryRaw`select 1 from customers where id = ${found.id}::uuid for no key update`
  return found.id
}
