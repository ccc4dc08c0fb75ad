import { lastSecond } from '../../auth/claims.ts'
import { serviceIssuer } from '../../auth/service-secrets.ts'
import type { Claims } from '../../auth/viewer.ts'
import type { Database } from '../../core/database.ts'
import { endOf } from './rules.ts'

export interface FoundSecret {
  readonly secretId: string
  readonly claims: Claims
}

/** Whose secret it is, and until when, whether it still works or not; null when it is nobody's. */
export async function findSecret({ prisma }: Database, digest: string): Promise<FoundSecret | null> {
  const found = await prisma.serviceTokenSecret.findUnique({
    where: { digest: Buffer.from(digest, 'base64') },
    include: { token: true },
  })
  if (found === null) return null
  const { token } = found
  const end = endOf(token, found)
  const claims: Claims = Object.freeze({
    issuer: serviceIssuer,
    subject: token.service,
    role: 'service',
    scopes: Object.freeze([...token.scopes]),
    locale: null,
    name: token.name,
    expiresAt: end === null ? lastSecond : end.getTime() / 1_000,
    serviceToken: Object.freeze({ id: token.id, digest }),
  })
  return { secretId: found.id, claims }
}

/** How often the use of a secret is written at most, over all nodes. */
const usedEverySeconds = 60

/** Writes down that a secret is in use, unless that was done a moment ago. */
export async function noteUsed({ pool }: Database, secretId: string, at: Date): Promise<void> {
  await pool.query(
    `update service_token_secrets set last_used_at = $2
     where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - make_interval(secs => $3))`,
    [secretId, at, usedEverySeconds],
  )
}
