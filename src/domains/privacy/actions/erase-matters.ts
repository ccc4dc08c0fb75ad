import type { Tx } from '../../../core/database.ts'
import type { Scope } from './scope.ts'

const rowsAtOnce = 200

/** What was said about a return; its reason, decision, goods and money stay. */
export async function eraseReturns(tx: Tx, { customerIds }: Scope): Promise<number> {
  return await tx.$executeRaw`
    update returns set comment = null, info_request = null, decline_text = null
    where id in (
      select id from returns where customer_id = any(${customerIds}::uuid[])
        and num_nonnulls(comment, info_request, decline_text) > 0
      order by id limit ${rowsAtOnce} for no key update)`
}

/** Everybody could read a suggestion: its words go all the same, its votes and what became of it stay. */
export async function eraseSuggestions(tx: Tx, { customerIds }: Scope): Promise<number> {
  return await tx.$executeRaw`
    update suggestions set title = '…', text = ''
    where id in (
      select id from suggestions where customer_id = any(${customerIds}::uuid[]) and (text <> '' or title <> '…')
      order by id limit ${rowsAtOnce} for no key update)`
}

/** The stars stay. */
export async function eraseRatings(tx: Tx, { customerIds }: Scope): Promise<number> {
  return await tx.$executeRaw`
    update ratings set text = null
    where id in (
      select id from ratings where customer_id = any(${customerIds}::uuid[]) and text is not null
      order by id limit ${rowsAtOnce} for no key update)`
}
