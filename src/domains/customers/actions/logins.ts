import type { Claims } from '../../../auth/viewer.ts'
import { newId } from '../../../core/ids.ts'
import type { Desk } from '../../../events/desk.ts'
import { guestSource, languages } from '../rules.ts'

/**
 * The customer behind a token's issuer and subject, made at first use. Null for a guest that has logged in since:
 * its token proves nothing any more.
 */
export async function customerOfLogin(desk: Desk, claims: Claims): Promise<string | null> {
  const known = await identityOf(desk, claims)
  if (known === null) {
    if (claims.role === 'guest') return null
    await desk.database.pool
      .query(
        `with made as (
         insert into customers (id, name, locale) values ($1, $2, $3::language) returning id
       )
       insert into customer_identities (id, customer_id, source, external_id, is_verified)
       select $4, id, $5, $6, true from made`,
        [newId(), claims.name, languages[claims.locale ?? 'ru'], newId(), claims.issuer, claims.subject],
      )
      .catch((error: unknown) => {
        // Two first requests at once: the unique identity lets one of them make the customer.
        if (!(error instanceof Error && Reflect.get(error, 'code') === '23505')) throw error
      })
    return (await identityOf(desk, claims))?.customerId ?? null
  }
  if (known.mergedIntoId === null) return known.customerId
  return claims.role === 'guest' ? null : known.mergedIntoId
}

async function identityOf(desk: Desk, { role, issuer, subject }: Claims) {
  const source = role === 'guest' ? guestSource : issuer
  const identity = await desk.database.prisma.customerIdentity.findUnique({
    where: { source_externalId: { source, externalId: subject } },
    select: { customerId: true, customer: { select: { mergedIntoId: true } } },
  })
  return identity === null
    ? null
    : { customerId: identity.customerId, mergedIntoId: identity.customer.mergedIntoId }
}
