import { serviceScopes } from '../../auth/viewer.ts'
import { Channel } from '../../core/prisma/enums.ts'
import { InvalidInput } from '../../core/problems.ts'

export type ServiceTokenStatus = 'ACTIVE' | 'EXPIRED' | 'REVOKED'

/** Every scope there is, those of bots included, in the order in which a token shows them. */
export const allScopes: readonly string[] = [
  ...serviceScopes,
  ...Object.values(Channel).map((channel) => `channels:${channel.toLowerCase()}`),
]

export const servicePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
/** So many secrets of a token may work at a time: each rotation before the last one is over adds one. */
export const maxWorkingSecrets = 5
export const defaultOverlapSeconds = 86_400
export const maxOverlapSeconds = 30 * 86_400

/** @throws InvalidInput unless each is a scope there is, and there is at least one */
export function checkScopes(given: readonly string[]): string[] {
  if (given.length === 0) throw new InvalidInput('empty', ['scopes'])
  const unknown = given.findIndex((scope) => !allScopes.includes(scope))
  if (unknown >= 0) throw new InvalidInput('unknown', ['scopes', String(unknown)])
  return allScopes.filter((scope) => given.includes(scope))
}

/** @throws InvalidInput for a name that no service has */
export function checkService(service: string): string {
  if (servicePattern.test(service)) return service
  throw new InvalidInput('pattern', ['service'], { pattern: servicePattern.source })
}

/** @throws InvalidInput for an overlap out of range */
export function checkOverlap(seconds: number): number {
  if (seconds >= 0 && seconds <= maxOverlapSeconds) return seconds
  throw new InvalidInput('range', ['overlapSeconds'], { min: 0, max: maxOverlapSeconds })
}

/** @throws InvalidInput for a token that would have ended already */
export function checkExpiry(expiresAt: Date | null, now: Date): void {
  if (expiresAt !== null && expiresAt <= now) throw new InvalidInput('past', ['expiresAt'])
}

interface Ends {
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
}

export function statusAt({ expiresAt, revokedAt }: Ends, now: Date): ServiceTokenStatus {
  if (revokedAt !== null) return 'REVOKED'
  return expiresAt !== null && expiresAt <= now ? 'EXPIRED' : 'ACTIVE'
}

/** When a secret stops to work: the first of what ends it. Null for never. */
export function endOf({ expiresAt, revokedAt }: Ends, { endsAt }: { endsAt: Date | null }): Date | null {
  return earliest(expiresAt, revokedAt, endsAt)
}

export function isWorking(token: Ends, secret: { endsAt: Date | null }, now: Date): boolean {
  const end = endOf(token, secret)
  return end === null || end > now
}

/** When the secrets of before end once there is a new one: none works longer than it would have. */
export function overlapEnd(token: Ends, overlapSeconds: number, now: Date): Date {
  const overlap = new Date(now.getTime() + overlapSeconds * 1_000)
  return earliest(overlap, token.expiresAt) ?? overlap
}

function earliest(...moments: readonly (Date | null)[]): Date | null {
  const known = moments.filter((moment) => moment !== null)
  return known.length === 0 ? null : new Date(Math.min(...known.map((moment) => moment.getTime())))
}
