import type { Tx } from '../../../core/database.ts'
import type { Scope } from './scope.ts'

const rowsAtOnce = 200

/**
 * Orders, payments and parcels are the shop's books: numbers, amounts, dates and states stay, and the country, by which
 * taxes are counted. Who got it and where goes. That it stays gone when partners tell it again is held by the database.
 */
export async function eraseOrders(tx: Tx, { customerIds }: Scope): Promise<number> {
  return await tx.$executeRaw`
    update orders set recipient_name = null, address_region = null, address_city = null, address_postal_code = null,
      address_line = null
    where id in (
      select id from orders where customer_id = any(${customerIds}::uuid[])
        and num_nonnulls(recipient_name, address_region, address_city, address_postal_code, address_line) > 0
      order by id limit ${rowsAtOnce} for no key update)`
}

/** The number of a parcel leads to its recipient at the carrier, whose words name people and places. */
export async function eraseDeliveries(tx: Tx, { customerIds }: Scope): Promise<number> {
  const parcels = await tx.$executeRaw`
    update deliveries set tracking_number = null, raw_status = null, pickup_point_name = null,
      pickup_point_address = null, pickup_point_hours = null
    where id in (
      select id from deliveries where customer_id = any(${customerIds}::uuid[]) and num_nonnulls(tracking_number,
        raw_status, pickup_point_name, pickup_point_address, pickup_point_hours) > 0
      order by id limit ${rowsAtOnce} for no key update)`
  return parcels + (await eraseCarrierWords(tx, customerIds)) + (await eraseProblems(tx, customerIds))
}

/** Words that came with a code that no table knows are kept with the code as well: those of the person go there too. */
async function eraseCarrierWords(tx: Tx, customerIds: string[]): Promise<number> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select tracking_events.id from tracking_events join deliveries on deliveries.id = delivery_id
    where customer_id = any(${customerIds}::uuid[]) and num_nonnulls(raw_text, location) > 0
    order by tracking_events.id limit ${rowsAtOnce} for no key update of tracking_events`
  const ids = found.map(({ id }) => id)
  if (ids.length === 0) return 0
  await tx.$executeRaw`
    update unknown_carrier_codes as known set raw_text = null from tracking_events as told
    where told.id = any(${ids}::uuid[]) and told.code is null and known.raw_code = told.raw_code
      and known.raw_text = told.raw_text`
  return await tx.$executeRaw`
    update tracking_events set raw_text = null, location = null where id = any(${ids}::uuid[])`
}

async function eraseProblems(tx: Tx, customerIds: string[]): Promise<number> {
  return await tx.$executeRaw`
    update delivery_problems set description = null
    where id in (
      select delivery_problems.id from delivery_problems join deliveries on deliveries.id = delivery_id
      where customer_id = any(${customerIds}::uuid[]) and description is not null
      order by delivery_problems.id limit ${rowsAtOnce} for no key update of delivery_problems)`
}

/** A provider's own words may name a card or its holder. */
export async function erasePayments(tx: Tx, { customerIds }: Scope): Promise<number> {
  const payments = await tx.$executeRaw`
    update payments set raw_method = null, raw_status = null
    where id in (
      select id from payments where customer_id = any(${customerIds}::uuid[])
        and num_nonnulls(raw_method, raw_status) > 0
      order by id limit ${rowsAtOnce} for no key update)`
  const attempts = await tx.$executeRaw`
    update payment_attempts set raw_reason = null
    where id in (
      select payment_attempts.id from payment_attempts join payments on payments.id = payment_id
      where customer_id = any(${customerIds}::uuid[]) and raw_reason is not null
      order by payment_attempts.id limit ${rowsAtOnce} for no key update of payment_attempts)`
  return payments + attempts
}
